"""`xlcheck review` as a reviewer starts it, and its verdicts as `xlcheck check` reads them."""

from __future__ import annotations

import json
import os
import re
import signal
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from http.client import HTTPConnection
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from click.testing import CliRunner
from lxml import html

from xlcheck.cli import main
from xlcheck.config import rule_names
from xlcheck.rules import RULES
from xlcheck.silence.ignores import load

PATIENCE = 60
"""Seconds; what is waited for takes a tenth of one, but machines are shared."""

PAGE = """\
<html lang="es"><body><h1>Conversaciones en la capital</h1>
<p>El presidente viajó ayer a la capital para asistir a la reunión con los dirigentes del país.</p>
<p>The two sides agreed to maintain exchanges and close coordination at multilateral forums this year.</p>
</body></html>
"""
ENGLISH = "\n".join(
    f"<p>The {ordinal} delegation will visit the railway bridge over the river before the end of the year.</p>"
    for ordinal in ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
)
MANY = PAGE.replace("</body>", f"{ENGLISH}\n</body>")


class Review:
    """A running `xlcheck review`, and what its page does."""

    def __init__(self, folder: Path, *arguments: str) -> None:
        command = [sys.executable, "-m", "xlcheck.cli", "review", "content", "--no-cache", *arguments]
        self.process = subprocess.Popen(
            command, cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding="utf-8"
        )
        assert self.process.stdout
        first, self.second = self.process.stdout.readline(), self.process.stdout.readline()
        (self.url,) = re.findall(r"http://127\.0\.0\.1:\d+/[\w-]+/", first) or [""]
        assert self.url, self.process.stderr and self.process.stderr.read()

    def ask(self, method: str, name: str = "", **values: str) -> tuple[int, str]:
        address = urlsplit(self.url)
        connection = HTTPConnection(address.netloc, timeout=PATIENCE)
        headers = {"Origin": f"http://{address.netloc}", "Content-Type": "application/json"} if values else {}
        connection.request(method, address.path + name, json.dumps(values) if values else None, headers)
        answer = connection.getresponse()
        return answer.status, answer.read().decode()

    def findings(self) -> list[dict[str, str]]:
        """The findings of the page, loaded again."""
        status, text = self.ask("GET")
        assert status == 200, text
        return [dict(item.attrib) for item in html.document_fromstring(text).xpath("//ol[@class='findings']/li")]

    def end(self) -> tuple[int, str]:
        """Exit code and standard error after Ctrl-C."""
        return self.after(signal.SIGINT)

    def after(self, sent: int) -> tuple[int, str]:
        """Exit code and standard error after a signal."""
        self.process.send_signal(sent)
        _, said = self.process.communicate(timeout=PATIENCE)
        return self.process.returncode, said

    def stop(self) -> None:
        """Leave nothing running, whatever has happened."""
        self.process.terminate()
        try:
            self.process.communicate(timeout=PATIENCE)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.communicate()


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "content").mkdir()
    (tmp_path / "content" / "talks.html").write_text(PAGE, "utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def start(project: Path) -> Iterator[Callable[..., Review]]:
    started: list[Review] = []

    def start(*arguments: str) -> Review:
        started.append(Review(project, *arguments))
        return started[-1]

    try:
        yield start
    finally:
        for review in started:
            if review.process.poll() is None:
                review.stop()


def verdict(finding: dict[str, str], **fields: str) -> dict[str, str]:
    told = {"rule": finding["data-rule"], "fingerprint": finding["data-fingerprint"]}
    return {**told, "reason": "quoted", "author": "Ana", "until": "2099-12-31", **fields}


def check(*arguments: str) -> list[tuple[str, str]]:
    """What the command line finds: rule and text."""
    result = CliRunner().invoke(main, ("check", "content", "--no-cache", "--format", "json", *arguments))
    return [(found["rule"], found["text"]) for found in json.loads(result.stdout)["findings"]]


def test_the_story_of_a_verdict(project: Path, start: Callable[..., Review]) -> None:
    review = start()
    assert review.second == "what you ignore is written to xlcheck-ignore.toml; press Ctrl-C to stop\n"
    (finding,) = review.findings()
    assert "data-ignored" not in finding

    assert review.ask("POST", "ignore", **verdict(finding)) == (200, "{}")
    file = project / "xlcheck-ignore.toml"
    written = file.read_text("utf-8")
    assert written.startswith("[[ignore]]\n# content/talks.html:3:4 text ")
    assert check() == []
    assert review.ask("POST", "ignore", **verdict(finding))[0] == 200
    assert file.read_text("utf-8") == written

    # the page, loaded again, shows the finding as ignored
    (finding,) = review.findings()
    assert json.loads(finding["data-ignored"]) == {"reason": "quoted", "author": "Ana", "until": "2099-12-31"}

    # taken back
    assert review.ask("POST", "restore", **verdict(finding))[0] == 200
    assert file.read_text("utf-8") == ""
    assert [rule for rule, _ in check()] == ["XL301"]

    # the text is mended, and the page checks again
    (project / "content" / "talks.html").write_text(re.sub("<p>The.*</p>\n", "", PAGE), "utf-8")
    assert review.findings() == []
    assert review.end() == (0, "xlcheck: the review has ended\n")


def test_what_cannot_be_filed_is_said_and_the_file_left(project: Path, start: Callable[..., Review]) -> None:
    review = start("--ignores", "ours.toml")
    assert " ours.toml;" in review.second
    (finding,) = review.findings()
    for wrong, said in (
        ({"fingerprint": "0" * 32}, "this finding is not on the page any more"),
        ({"reason": " "}, "must be a string, and not empty"),
        ({"until": "soon"}, "is not a date"),
        ({"extra": "1"}, "unknown key"),
    ):
        status, text = review.ask("POST", "ignore", **verdict(finding, **wrong))
        assert status == 409 and said in json.loads(text)["error"]
    file = project / "ours.toml"
    assert not file.exists()
    broken = '[[ignore]]\nrule = 1\nreason = "quoted"\nuntil = 2030-12-31\n'
    file.write_text(broken, "utf-8")
    status, text = review.ask("POST", "ignore", **verdict(finding))
    assert status == 409 and json.loads(text)["error"].startswith("ours.toml:2: 'rule' must be a string")
    status, text = review.ask("GET")
    assert status == 500 and text.startswith("ours.toml:2: 'rule' must be a string")
    assert file.read_text("utf-8") == broken


def test_the_file_lies_beside_the_settings(project: Path, start: Callable[..., Review]) -> None:
    (project / "content" / "xlcheck.toml").write_text('source-language = "es"\n', "utf-8")
    review = start()
    assert " content/xlcheck-ignore.toml;" in review.second
    (finding,) = review.findings()
    assert review.ask("POST", "ignore", **verdict(finding))[0] == 200
    assert check() == []


def test_two_reviewers_at_once_lose_nothing(project: Path, start: Callable[..., Review]) -> None:
    (project / "content" / "talks.html").write_text(MANY, "utf-8")
    by_hand = '# ours\n[[ignore]]\nrule = "XL110"\npath = "content"\nreason = "by hand"\nuntil = 2099-12-31\n'
    file = project / "xlcheck-ignore.toml"
    file.write_text(by_hand, "utf-8")
    reviews = {who: start("--select", "XL3") for who in ("Ana", "Hà")}
    findings = reviews["Ana"].findings()
    assert len(findings) >= 1

    def judge(who: str, number: int) -> int:
        finding = findings[number % len(findings)]
        return reviews[who].ask("POST", "ignore", **verdict(finding, author=who, reason=f"reason {number}"))[0]

    with ThreadPoolExecutor(8) as pool:
        sent = [pool.submit(judge, who, number) for number in range(50) for who in reviews]
        assert {one.result() for one in sent} == {200}
    assert file.read_text("utf-8").startswith(by_hand)
    known = load(str(file), rule_names(RULES))
    assert len(known) == 101
    assert {(entry.author, entry.reason) for entry in known[1:]} == {
        (who, f"reason {number}") for who in reviews for number in range(50)
    }
    assert sorted(path.name for path in project.iterdir()) == ["content", "xlcheck-ignore.toml"]


@pytest.mark.usefixtures("project")
def test_taking_back_says_that_another_reviewer_ignores_it_too(start: Callable[..., Review]) -> None:
    review = start()
    (finding,) = review.findings()
    for who in ("Ana", "Hà"):
        assert review.ask("POST", "ignore", **verdict(finding, author=who, reason=f"{who} knows"))[0] == 200
    status, text = review.ask("POST", "restore", **verdict(finding, author="Hà", reason="Hà knows"))
    said = "xlcheck-ignore.toml:1: also ignored by Ana, “Ana knows”; reload the page to undo that"
    assert (status, json.loads(text)["error"]) == (409, said)
    assert [entry.author for entry in load("xlcheck-ignore.toml", rule_names(RULES))] == ["Ana"]
    assert check() == []
    (finding,) = review.findings()
    assert json.loads(finding["data-ignored"])["author"] == "Ana"
    assert review.ask("POST", "restore", **verdict(finding, reason="Ana knows"))[0] == 200
    assert [rule for rule, _ in check()] == ["XL301"]
    Path("xlcheck-ignore.toml").unlink()
    assert review.ask("POST", "restore", **verdict(finding))[0] == 200


@pytest.mark.usefixtures("project")
@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("nothing",), "nothing: no such file"),
        (("-",), "review: standard input can be read only once"),
        (("content", "--ignores", "content"), "content: this is a folder"),
        (("content", "--ignores", "none/ours.toml"), "none/ours.toml:1: cannot be written (no folder 'none')"),
        (("content", "--port", "{used}"), "--port {used}: cannot be used ("),
    ],
)
def test_a_mistake_is_one_line(arguments: tuple[str, ...], said: str) -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        used = str(other.getsockname()[1])
        given = [argument.format(used=used) for argument in arguments]
        result = CliRunner().invoke(main, ("review", "--no-cache", *given))
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr.startswith(f"xlcheck: {said.format(used=used)}") and result.stderr.count("\n") == 1


@pytest.mark.skipif(os.name != "posix", reason="a browser is named by a shell script")
def test_open_opens_the_page(project: Path, start: Callable[..., Review], monkeypatch: pytest.MonkeyPatch) -> None:
    browser = project / "browser"
    browser.write_text('#!/bin/sh\nprintf %s "$1" > "$0.opened"\n', "utf-8")
    browser.chmod(0o755)
    monkeypatch.setenv("BROWSER", f"{browser} %s")
    review = start("--open")
    assert review.findings()
    assert (project / "browser.opened").read_text("utf-8") == review.url


@pytest.mark.skipif(os.name == "nt", reason="Windows has other signals")
@pytest.mark.parametrize(("sent", "code"), [("SIGTERM", 143), ("SIGHUP", 129)])
def test_other_signals_end_it_with_open_connections(start: Callable[..., Review], sent: str, code: int) -> None:
    review = start()
    address = urlsplit(review.url)
    with socket.create_connection((address.hostname, address.port), timeout=PATIENCE) as open_one:
        open_one.sendall(b"GET / HTTP/1.1\r\nX: ")
        assert review.after(getattr(signal, sent)) == (code, "xlcheck: the review has ended\n")
        with suppress(ConnectionResetError):
            assert open_one.recv(1) == b""
