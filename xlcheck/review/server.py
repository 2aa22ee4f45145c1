"""The server: a page for whoever knows the token, actions for that page alone.

Bound to the loopback, but any page in the browser and any user of the machine may send requests there. So each must
carry a secret in its path; its Host must be ours, or another site's name could be made to lead here (DNS rebinding);
and what changes something must be JSON from our own page, by its Origin: no other site may send that unasked (CORS).
"""

from __future__ import annotations

import errno
import json
import secrets
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Condition, Lock
from typing import Any

from xlcheck.model import XlcheckError
from xlcheck.review.limits import LIMITS

LOOPBACK = "127.0.0.1"
_EXHAUSTED = frozenset((errno.EMFILE, errno.ENFILE, errno.ENOBUFS, errno.ENOMEM))
"""What the system answers when it has no more descriptors, of ours or at all, or no memory for one."""
_OWN_MISTAKE = "an error in xlcheck itself; see the terminal"
_HEADERS = {
    "Cache-Control": "no-store",
    "Content-Security-Policy": "frame-ancestors 'none'",  # beside the page's own, which cannot say this
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}


class _Refused(Exception):
    """What a request is answered with that is not let in."""

    def __init__(self, status: HTTPStatus, message: str) -> None:
        super().__init__(message)
        self.status = status


class Server(ThreadingHTTPServer):
    """Serves what `page` makes, anew for each request, one at a time, and calls `actions` by their names.

    An action takes the values of a JSON object; threads may call it at the same time. An XlcheckError of either is
    the answer; for any other exception `mistake` is called while it is handled. `serve_forever` runs it, and leaving
    its `with` block waits for the actions that have begun; raises OSError where the port (0: any) cannot be had.
    """

    def __init__(
        self,
        page: Callable[[], str],
        actions: Mapping[str, Callable[[Mapping[str, Any]], None]],
        port: int = 0,
        mistake: Callable[[], None] = lambda: None,
    ) -> None:
        self._acting, self._changed = 0, Condition()
        super().__init__((LOOPBACK, port), _Handler)
        self.page, self.actions, self.mistake = page, actions, mistake
        self.turn = Lock()
        self.token = secrets.token_urlsafe(32)
        self.hosts = tuple(f"{name}:{self.server_port}" for name in (LOOPBACK, "localhost"))

    @property
    def url(self) -> str:
        return f"http://{self.hosts[0]}/{self.token}/"

    @contextmanager
    def acting(self) -> Iterator[None]:
        """While an action runs."""
        with self._changed:
            self._acting += 1
        try:
            yield
        finally:
            with self._changed:
                self._acting -= 1
                self._changed.notify_all()

    def server_close(self) -> None:
        """Let no more in, and wait for the actions that have begun: their threads die with the program."""
        super().server_close()
        with self._changed:
            self._changed.wait_for(lambda: not self._acting, timeout=LIMITS.patience)

    def get_request(self) -> tuple[Any, Any]:
        """A connection; a pause where the system has no descriptors left, or the waiting one would be tried at once."""
        try:
            return super().get_request()
        except OSError as error:
            if error.errno in _EXHAUSTED:
                time.sleep(LIMITS.pause)
            raise

    def handle_error(self, request: Any, client_address: Any) -> None:  # noqa: ARG002
        if not isinstance(sys.exception(), (ConnectionError, TimeoutError)):
            self.mistake()


class _Handler(BaseHTTPRequestHandler):
    """One request; the connection is closed behind it."""

    server: Server
    server_version, sys_version = "xlcheck", ""
    timeout = 30

    def parse_request(self) -> bool:
        """Whether the request is to be handled: read, and let in, whatever its method."""
        if not super().parse_request():
            return False
        try:
            self._admit()
        except _Refused as refusal:
            self._answer(refusal.status, str(refusal))
            return False
        return True

    def do_GET(self) -> None:
        if self._name:
            return self._answer(HTTPStatus.NOT_FOUND, "not found")
        try:
            with self.server.turn:
                page = self.server.page()
        except XlcheckError as error:
            return self._answer(HTTPStatus.INTERNAL_SERVER_ERROR, f"{error}\n\nfix it and reload this page")
        except Exception:
            self.server.mistake()
            return self._answer(HTTPStatus.INTERNAL_SERVER_ERROR, _OWN_MISTAKE)
        return self._answer(HTTPStatus.OK, page, "text/html")

    def do_POST(self) -> None:
        try:
            action = self.server.actions.get(self._name)
            if action is None:
                raise _Refused(HTTPStatus.NOT_FOUND, "not found")
            values = self._values()
            with self.server.acting():
                action(values)
        except _Refused as refusal:
            self._tell(refusal.status, error=str(refusal))
        except XlcheckError as error:
            self._tell(HTTPStatus.CONFLICT, error=str(error))
        except (ConnectionError, TimeoutError):  # the browser left
            raise
        except Exception:
            self.server.mistake()
            self._tell(HTTPStatus.INTERNAL_SERVER_ERROR, error=_OWN_MISTAKE)
        else:
            self._tell(HTTPStatus.OK)

    def _admit(self) -> None:
        """Raise _Refused unless the request has the token and comes from where it may."""
        before, slash, path = self.path.partition("/")
        if before or not slash:
            raise _Refused(HTTPStatus.BAD_REQUEST, "not a path")
        token, *name = path.split("/", 1)
        if not name or not secrets.compare_digest(token.encode(), self.server.token.encode()):
            raise _Refused(HTTPStatus.NOT_FOUND, "not found")
        self._name = name[0]
        hosts = self.headers.get_all("Host", [])
        if len(hosts) != 1 or hosts[0] not in self.server.hosts:
            raise _Refused(HTTPStatus.FORBIDDEN, "another host's name")
        reads = self.command == "GET"
        if not reads and self.headers.get_all("Origin") != [f"http://{hosts[0]}"]:
            raise _Refused(HTTPStatus.FORBIDDEN, "another origin")
        if not reads and self.headers.get("Sec-Fetch-Site", "same-origin") != "same-origin":
            raise _Refused(HTTPStatus.FORBIDDEN, "another site")
        if reads and self.headers.get("Sec-Fetch-Dest", "document") != "document":
            raise _Refused(HTTPStatus.FORBIDDEN, "a page, to be opened as such")

    def _values(self) -> Mapping[str, Any]:
        """The JSON object that is the request's body."""
        if self.headers.get_content_type() != "application/json" or "Content-Encoding" in self.headers:
            raise _Refused(HTTPStatus.UNSUPPORTED_MEDIA_TYPE, "not application/json")
        said = self.headers.get_all("Content-Length", [])
        if len(said) != 1 or not (said[0].isascii() and said[0].isdecimal()) or "Transfer-Encoding" in self.headers:
            raise _Refused(HTTPStatus.LENGTH_REQUIRED, "no length")
        if (length := int(said[0][:20])) > LIMITS.body:
            self.rfile.read(min(length, LIMITS.discarded))
            raise _Refused(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, f"more than {LIMITS.body} bytes")
        try:
            values = json.loads(self.rfile.read(length).decode("utf-8"))
        except (ValueError, RecursionError):
            raise _Refused(HTTPStatus.BAD_REQUEST, "not valid JSON") from None
        if not isinstance(values, dict):
            raise _Refused(HTTPStatus.BAD_REQUEST, "not a JSON object")
        return values

    def _tell(self, status: HTTPStatus, **said: str) -> None:
        self._answer(status, json.dumps(said, ensure_ascii=False), "application/json")

    def _answer(self, status: HTTPStatus, text: str, kind: str = "text/plain") -> None:
        content = text.encode("utf-8", "replace")
        self.send_response(status)
        for name, value in _HEADERS.items():
            self.send_header(name, value)
        self.send_header("Content-Type", f"{kind}; charset=utf-8")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(content)

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:  # noqa: ARG002
        """What the library refuses: lines it cannot read, and all other methods."""
        status = HTTPStatus(code)
        self._answer(status, status.phrase.lower())

    def log_message(self, format: str, *args: Any) -> None:
        """Nothing: only the command line prints."""
