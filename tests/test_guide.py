"""`xlcheck guide`: the list of topics, a page, an unknown topic, and what a terminal shows."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from xlcheck.cli import main

ROOT = Path(__file__).parents[1]
PAGES = {page.stem: page.read_text("utf-8") for page in (ROOT / "xlcheck" / "guide").iterdir()}


def call(*words: str) -> Result:
    return CliRunner().invoke(main, ("guide", *words))


def test_without_a_topic_each_page_has_a_line() -> None:
    result = call()
    assert result.exit_code == 0
    listed = dict(re.split(r"  +", line, maxsplit=1) for line in result.stdout.splitlines())
    assert list(listed) == sorted(PAGES)
    for topic, summary in listed.items():
        assert PAGES[topic].splitlines()[:3:2] == [PAGES[topic].splitlines()[0], summary]
        assert summary.endswith(".") and len(summary) < 100


@pytest.mark.parametrize("topic", sorted(PAGES))
def test_a_page_is_printed_as_it_is_written(topic: str) -> None:
    result = call(topic)
    assert (result.exit_code, result.stdout) == (0, PAGES[topic])


@pytest.mark.parametrize(
    ("topic", "advice"),
    [
        ("setings", "did you mean 'settings'?"),
        ("baseline", "see 'xlcheck guide silencing'"),
        ("reviewdog", "see 'xlcheck guide ci'"),
        ("xyzzy", "see 'xlcheck guide'"),
        ("", "see 'xlcheck guide'"),
    ],
)
def test_an_unknown_topic_is_one_line_with_the_nearest(topic: str, advice: str) -> None:
    result = call(topic)
    assert (result.exit_code, result.stdout) == (2, "")
    assert result.stderr == f"xlcheck: unknown topic '{topic}'; {advice}\n"


def test_a_topic_may_be_given_as_its_file_is_called() -> None:
    assert call("Settings.md").stdout == PAGES["settings"]


@pytest.mark.parametrize(("no_colour", "has_escapes"), [("", True), ("1", False)])
def test_on_a_terminal_the_page_is_laid_out_and_paged(
    no_colour: str, has_escapes: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown: list[str] = []
    monkeypatch.setattr("xlcheck.cli.guide.is_terminal", lambda _: True)
    monkeypatch.setattr("xlcheck.cli.output.is_terminal", lambda _: True)
    monkeypatch.setattr("click.echo_via_pager", lambda text, **_: shown.append(text))
    monkeypatch.delenv("NO_COLOR", raising=False)
    if no_colour:
        monkeypatch.setenv("NO_COLOR", no_colour)
    assert call("exit-codes").exit_code == 0
    (text,) = shown
    assert "What the exit code of a command says" in text and "|---|" not in text
    assert ("\x1b[" in text) == has_escapes


def test_the_readme_links_every_page() -> None:
    readme = (ROOT / "README.md").read_text("utf-8")
    assert set(re.findall(r"\(xlcheck/guide/([\w-]+)\.md\)", readme)) == set(PAGES)
