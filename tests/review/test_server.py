"""The server, asked by those it is for and by those it is not for."""

from __future__ import annotations

import errno
import json
import socket
import struct
import sys
import time
from collections.abc import Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from http.client import HTTPConnection, HTTPResponse
from threading import Event, Thread, Timer
from typing import Any

import pytest

from xlcheck.model import XlcheckError
from xlcheck.review import LOOPBACK, Server

PATIENCE = 60
"""Seconds; what is waited for takes a tenth of one, but machines are shared."""

NOT_FOUND, FORBIDDEN, REFUSED, TOO_LARGE = 404, 403, 400, 413


class Desk:
    """Counts its pages, notes what it is told, and refuses what has no reason."""

    def __init__(self) -> None:
        self.pages = 0
        self.broken = ""
        self.told: list[Mapping[str, Any]] = []

    def page(self) -> str:
        if self.broken:
            raise XlcheckError(self.broken)
        self.pages += 1
        return f"<!DOCTYPE html><title>page {self.pages}: Tô Lâm</title>"

    def ignore(self, values: Mapping[str, Any]) -> None:
        if not values.get("reason"):
            raise XlcheckError("xlcheck-ignore.toml:1: no “reason”")
        self.told.append(values)


@pytest.fixture
def desk() -> Desk:
    return Desk()


@pytest.fixture
def server(desk: Desk) -> Iterator[Server]:
    with serving(Server(desk.page, {"ignore": desk.ignore})) as server:
        yield server


@contextmanager
def serving(server: Server) -> Iterator[Server]:
    """The server, at work in a thread."""
    with server:
        thread = Thread(target=server.serve_forever, args=(0.01,))
        thread.start()
        try:
            yield server
        finally:
            server.shutdown()
            thread.join()


def ask(server: Server, method: str, path: str, body: bytes | None = None, **headers: str) -> tuple[int, str]:
    """Status and text of an answer; headers with `_` for `-`, an empty one is left out."""
    return heard(server, method, path, body, **headers)[1:]


def heard(server: Server, method: str, path: str, body: bytes | None, **headers: str) -> tuple[HTTPResponse, int, str]:
    connection = HTTPConnection(LOOPBACK, server.server_port, timeout=PATIENCE)
    connection.putrequest(method, path, skip_host=True, skip_accept_encoding=True)
    given = {"Host": f"{LOOPBACK}:{server.server_port}"} | {n.replace("_", "-"): v for n, v in headers.items()}
    for name, value in given.items():
        if value:
            connection.putheader(name, value)
    connection.endheaders(body)
    answer = connection.getresponse()
    return answer, answer.status, answer.read().decode()


def post(server: Server, body: bytes = b'{"reason": "why"}', name: str = "ignore", **headers: str) -> tuple[int, str]:
    ours = {
        "Origin": f"http://{LOOPBACK}:{server.server_port}",
        "Content_Type": "application/json",
        "Content_Length": str(len(body)),
    }
    return ask(server, "POST", f"/{server.token}/{name}", body, **ours | headers)


def test_the_page_is_made_anew_for_each_request(server: Server) -> None:
    assert server.url == f"http://127.0.0.1:{server.server_port}/{server.token}/"
    for number in (1, 2):
        answer, status, text = heard(server, "GET", f"/{server.token}/", None)
        assert (status, text) == (200, f"<!DOCTYPE html><title>page {number}: Tô Lâm</title>")
    headers = {name.lower(): value for name, value in answer.getheaders()}
    assert headers["cache-control"] == "no-store"
    assert headers["content-type"] == "text/html; charset=utf-8"
    assert headers["content-security-policy"] == "frame-ancestors 'none'"
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "no-referrer"
    assert not [name for name in headers if name.startswith("access-control")]


def test_it_listens_on_the_loopback_alone_and_tokens_differ(desk: Desk, server: Server) -> None:
    assert server.socket.getsockname()[0] == "127.0.0.1"
    with Server(desk.page, {}) as other:
        assert other.token != server.token and len(other.token) > 40


def test_what_the_page_sends_reaches_the_action(desk: Desk, server: Server) -> None:
    assert post(server, '{"reason": "“so”"}'.encode()) == (200, "{}")
    localhost = f"localhost:{server.server_port}"
    sent = {"Content_Type": "application/json; charset=utf-8", "Sec_Fetch_Site": "same-origin"}
    assert post(server, Host=localhost, Origin=f"http://{localhost}", **sent)[0] == 200
    assert desk.told == [{"reason": "“so”"}, {"reason": "why"}]


@pytest.mark.parametrize("method", ["GET", "POST", "HEAD", "OPTIONS", "PUT", "DELETE", "BREW"])
@pytest.mark.parametrize("path", ["/", "/ignore", "/{wrong}/", "/{short}/ignore", "/é/", "/x/{token}/", "/{token}"])
def test_without_the_token_there_is_nothing(desk: Desk, server: Server, method: str, path: str) -> None:
    wrong = "x" + server.token[1:] if server.token[0] != "x" else "y" + server.token[1:]
    target = path.format(token=server.token, wrong=wrong, short=server.token[:-1])
    path = target.encode().decode("latin-1").replace("\xc3\xa9", "%C3%A9")
    assert ask(server, method, path, Origin=f"http://{LOOPBACK}:{server.server_port}")[0] == NOT_FOUND
    assert (desk.pages, desk.told) == (0, [])


@pytest.mark.parametrize(
    "path", ["../", "..%2f", "../../etc/passwd", "./", "%2e%2e/x", "ignore/..", "index.html", "?", "\\..\\x", "ignore/"]
)
def test_behind_the_token_is_the_page_and_nothing_else(desk: Desk, server: Server, path: str) -> None:
    assert ask(server, "GET", f"/{server.token}/{path}") == (NOT_FOUND, "not found")
    assert post(server, name=path)[0] == NOT_FOUND
    assert (desk.pages, desk.told) == (0, [])


@pytest.mark.parametrize(
    "host", ["", "evil.example", "evil.example:{port}", "127.0.0.1", "127.0.0.1:1", "[::1]:{port}"]
)
def test_another_hosts_name_is_refused(desk: Desk, server: Server, host: str) -> None:
    named = host.format(port=server.server_port)
    assert ask(server, "GET", f"/{server.token}/", Host=named)[0] == FORBIDDEN
    assert post(server, Host=named, Origin=f"http://{named}")[0] == FORBIDDEN
    assert (desk.pages, desk.told) == (0, [])


def test_two_hosts_names_are_refused(server: Server) -> None:
    ours = f"{LOOPBACK}:{server.server_port}"
    with socket.create_connection((LOOPBACK, server.server_port), timeout=PATIENCE) as connection:
        lines = (f"GET /{server.token}/ HTTP/1.1", f"Host: {ours}", "Host: evil.example", "", "")
        connection.sendall("\r\n".join(lines).encode())
        assert b" 403 " in connection.makefile("rb").readline()


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": ""},
        {"Origin": "null"},
        {"Origin": "http://evil.example"},
        {"Origin": "http://127.0.0.1:1"},
        {"Origin": "https://127.0.0.1:{port}"},
        {"Origin": "http://localhost:{port}"},
        {"Sec_Fetch_Site": "cross-site"},
        {"Sec_Fetch_Site": "same-site"},
        {"Sec_Fetch_Site": "none"},
    ],
    ids=str,
)
def test_another_origin_changes_nothing(desk: Desk, server: Server, headers: dict[str, str]) -> None:
    foreign = {name: value.format(port=server.server_port) for name, value in headers.items()}
    status, text = post(server, **foreign)
    assert status == FORBIDDEN and text.startswith("another ")
    assert desk.told == []


@pytest.mark.parametrize("place", ["script", "iframe", "image", "empty", "object"])
def test_the_page_is_no_part_of_another(desk: Desk, server: Server, place: str) -> None:
    assert ask(server, "GET", f"/{server.token}/", Sec_Fetch_Dest=place)[0] == FORBIDDEN
    assert ask(server, "GET", f"/{server.token}/", Sec_Fetch_Dest="document")[0] == 200
    assert desk.pages == 1


@pytest.mark.parametrize("method", ["HEAD", "OPTIONS", "PUT", "PATCH", "DELETE", "TRACE", "CONNECT", "BREW"])
def test_there_are_no_other_methods(desk: Desk, server: Server, method: str) -> None:
    path = f"/{server.token}/"
    assert ask(server, method, path, Origin=f"http://{LOOPBACK}:{server.server_port}")[0] == 501
    assert desk.pages == 0


@pytest.mark.parametrize(
    ("body", "headers", "status", "said"),
    [
        (b"{", {}, REFUSED, "not valid JSON"),
        (b"", {}, REFUSED, "not valid JSON"),
        (b"\xff", {}, REFUSED, "not valid JSON"),
        (b"[" * 5000, {}, REFUSED, "not valid JSON"),
        (b"[1]", {}, REFUSED, "not a JSON object"),
        (b"{}", {"Content_Type": "text/plain"}, 415, "not application/json"),
        (b"{}", {"Content_Type": "application/x-www-form-urlencoded"}, 415, "not application/json"),
        (b"{}", {"Content_Type": ""}, 415, "not application/json"),
        (b"{}", {"Content_Encoding": "gzip"}, 415, "not application/json"),
        (b"{}", {"Content_Length": ""}, 411, "no length"),
        (b"{}", {"Content_Length": "-2"}, 411, "no length"),
        (b"{}", {"Content_Length": "0x2"}, 411, "no length"),
        (b"{}", {"Transfer_Encoding": "chunked"}, 411, "no length"),
        (b" " * 20_000, {}, TOO_LARGE, "more than 16384 bytes"),
        (b"{}", {}, 409, "xlcheck-ignore.toml:1: no “reason”"),
    ],
    ids=lambda value: str(value)[:30],
)
def test_what_is_wrong_with_a_request_is_said_in_one_line(
    desk: Desk, server: Server, body: bytes, headers: dict[str, str], status: int, said: str
) -> None:
    answered, text = post(server, body, **headers)
    assert (answered, json.loads(text)) == (status, {"error": said})
    assert desk.told == []


def test_a_length_without_end_is_not_waited_for(server: Server) -> None:
    with socket.create_connection((LOOPBACK, server.server_port), timeout=PATIENCE) as connection:
        ours = f"{LOOPBACK}:{server.server_port}"
        lines = (
            f"POST /{server.token}/ignore HTTP/1.1",
            f"Host: {ours}",
            f"Origin: http://{ours}",
            "Content-Type: application/json",
            f"Content-Length: {'9' * 400}",
        )
        connection.sendall("\r\n".join((*lines, "", "{}")).encode())
        connection.shutdown(socket.SHUT_WR)
        assert b" 413 " in connection.makefile("rb").readline()


def test_what_is_wrong_with_a_run_is_the_page(desk: Desk, server: Server) -> None:
    desk.broken = "xlcheck.toml:3: unknown key 'gloss<ary'"
    answer, status, text = heard(server, "GET", f"/{server.token}/", None)
    assert (status, text) == (500, f"{desk.broken}\n\nfix it and reload this page")
    assert answer.getheader("Content-Type") == "text/plain; charset=utf-8"
    desk.broken = ""
    assert ask(server, "GET", f"/{server.token}/")[0] == 200


def test_pages_are_made_one_at_a_time_and_nothing_is_lost(desk: Desk, server: Server) -> None:
    def one(number: int) -> int:
        return post(server, json.dumps({"reason": str(number)}).encode())[0]

    with ThreadPoolExecutor(8) as pool:
        assert set(pool.map(one, range(40))) == {200}
        pages = list(pool.map(lambda _: ask(server, "GET", f"/{server.token}/")[1], range(8)))
    assert sorted(int(told["reason"]) for told in desk.told) == list(range(40))
    assert len(set(pages)) == 8


def test_a_caller_that_goes_away_is_no_news(server: Server, capfd: pytest.CaptureFixture[str]) -> None:
    with socket.create_connection((LOOPBACK, server.server_port), timeout=PATIENCE) as connection:
        connection.sendall(b"GARBAGE\r\n")
    connection = socket.create_connection((LOOPBACK, server.server_port), timeout=PATIENCE)
    connection.close()
    assert ask(server, "GET", f"/{server.token}/")[0] == 200
    assert capfd.readouterr() == ("", "")


@pytest.mark.parametrize("line", ["OPTIONS * HTTP/1.1", "GET foo HTTP/1.1", "GET ? HTTP/1.1", "POST ignore HTTP/1.1"])
def test_what_is_no_path_is_refused(server: Server, line: str, capfd: pytest.CaptureFixture[str]) -> None:
    with socket.create_connection((LOOPBACK, server.server_port), timeout=PATIENCE) as talk:
        talk.sendall(f"{line}\r\nHost: {LOOPBACK}:{server.server_port}\r\n\r\n".encode())
        answer = talk.recv(1000)
    assert answer.startswith(b"HTTP/1.0 400 ")
    assert capfd.readouterr() == ("", "")


def test_our_own_mistakes_are_answered_and_handed_on(capfd: pytest.CaptureFixture[str]) -> None:
    def broken(*_: object) -> Any:
        raise ZeroDivisionError("x\n::error::y")

    told: list[BaseException | None] = []
    with serving(Server(broken, {"ignore": broken}, mistake=lambda: told.append(sys.exception()))) as server:
        assert ask(server, "GET", f"/{server.token}/") == (500, "an error in xlcheck itself; see the terminal")
        assert post(server) == (500, '{"error": "an error in xlcheck itself; see the terminal"}')
    assert [type(error) for error in told] == [ZeroDivisionError] * 2
    assert capfd.readouterr() == ("", "")


def test_a_browser_that_leaves_is_no_mistake(desk: Desk, capfd: pytest.CaptureFixture[str]) -> None:
    told: list[BaseException | None] = []
    begun, gone = Event(), Event()

    def page() -> str:
        begun.set()
        assert gone.wait(PATIENCE)
        return desk.page() * 500_000

    with serving(Server(page, {}, mistake=lambda: told.append(sys.exception()))) as server:
        talk = socket.create_connection((LOOPBACK, server.server_port), timeout=PATIENCE)
        talk.sendall(f"GET /{server.token}/ HTTP/1.1\r\nHost: {LOOPBACK}:{server.server_port}\r\n\r\n".encode())
        assert begun.wait(PATIENCE)
        talk.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))  # close at once: a reset
        talk.close()
        gone.set()
        with server.turn:  # the page has been made
            assert ask(server, "GET", "/")[0] == NOT_FOUND
    assert told == [] and capfd.readouterr() == ("", "")


def test_a_browser_that_leaves_while_it_sends_is_no_mistake(desk: Desk) -> None:
    told: list[BaseException | None] = []
    with serving(Server(desk.page, {"ignore": desk.ignore}, mistake=lambda: told.append(sys.exception()))) as server:
        host = f"{LOOPBACK}:{server.server_port}"
        lines = ("Content-Type: application/json", "Content-Length: 100", f"Host: {host}", f"Origin: http://{host}")
        talk = socket.create_connection((LOOPBACK, server.server_port), timeout=PATIENCE)
        talk.sendall("\r\n".join((f"POST /{server.token}/ignore HTTP/1.1", *lines, "", "{")).encode())
        time.sleep(0.1)  # until the body is waited for; too short a time only makes the test easier
        talk.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))  # close at once: a reset
        talk.close()
        time.sleep(0.1)
        assert ask(server, "GET", "/")[0] == NOT_FOUND
    assert (told, desk.told) == ([], [])


def test_without_descriptors_it_waits_before_it_tries_again(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    pauses: list[float] = []
    monkeypatch.setattr(time, "sleep", pauses.append)

    def none(_: socket.socket) -> tuple[socket.socket, Any]:
        raise OSError(errno.EMFILE, "Too many open files")

    with Server(desk.page, {}) as server:
        monkeypatch.setattr(socket.socket, "accept", none)
        with pytest.raises(OSError, match="Too many open files"):
            server.get_request()
    assert len(pauses) == 1 and pauses[0] > 0


def test_what_is_being_written_is_waited_for(desk: Desk) -> None:
    """A verdict that was sent is not cut off by the end of the program."""
    begun, may_end, ended = Event(), Event(), Event()

    def slow(_: Mapping[str, Any]) -> None:
        begun.set()
        assert may_end.wait(PATIENCE)
        ended.set()

    with ThreadPoolExecutor() as pool:
        with serving(Server(desk.page, {"ignore": slow})) as server:
            answer = pool.submit(post, server)
            assert begun.wait(PATIENCE)
            Timer(0.1, may_end.set).start()
        assert ended.is_set()
        assert answer.result() == (200, "{}")
