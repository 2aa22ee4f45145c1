"""What is ignored, what is left, and what is said about ignores that have ended or do nothing."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from xlcheck import pipeline
from xlcheck.check import check, silence
from xlcheck.config import Config
from xlcheck.model import Article, Document, Event, Finding, Rule, Sentence, Severity, Span
from xlcheck.model.suppression import Silencing, Suppression
from xlcheck.rules import stale_ignore

FOLDER = "/project"
TODAY = date(2030, 6, 1)
IGNORES = Document(f"{FOLDER}/xlcheck-ignore.toml", "[[ignore]]\n" * 9)


def look(sentence: Sentence) -> Iterator[Finding]:
    if "bad" in sentence.text:
        yield Finding(f"saw {sentence.text}", sentence.span)


RULES = (Rule("XL302", "seen", "Seen.", Sentence, look, Severity.ERROR), stale_ignore.RULE)


def event(path: str, *lines: str) -> Event:
    document = Document(f"{FOLDER}/{path}", "\n".join(lines))
    starts = [sum(len(line) + 1 for line in lines[:place]) for place in range(len(lines))]
    spans = [Span(document, start, start + len(line)) for start, line in zip(starts, lines, strict=True)]
    return Event((Article(document, "en", tuple(Sentence(span, "en") for span in spans)),))


def entry(until: date = TODAY, rule: str = "XL302", path: str = "", fingerprint: str = "") -> Suppression:
    at = Span(IGNORES, 0, 10)
    return Suppression(at, rule, "why", until, path=path, folder=FOLDER, fingerprint=fingerprint)


def run(
    happening: Event, *entries: Suppression, folders: tuple[str, ...] = (FOLDER,), **known: int
) -> tuple[list[str], list[str]]:
    silencing = Silencing(TODAY, entries, known, folders)
    left, passed = silence(check([happening], RULES), silencing, RULES)
    return [finding.message for finding in left], [finding.message for finding in passed]


ENDED = "the ignore for XL302 expired on 2030-05-31"
IDLE = "the ignore for XL302 silences nothing"


def test_an_ignore_holds_to_the_end_of_its_last_day() -> None:
    assert run(event("a.txt", "bad")) == (["saw bad"], [])
    assert run(event("a.txt", "bad"), entry()) == ([], ["saw bad"])
    assert run(event("a.txt", "bad"), entry(until=date(2030, 5, 31))) == (["saw bad", ENDED], [])


@pytest.mark.parametrize(
    ("pattern", "holds"),
    [
        ("es/a.txt", True),
        ("es/**", True),
        ("es", True),
        ("/es", True),
        ("a.txt", True),
        ("*.txt", True),
        ("**/*.txt", True),
        ("e?/*", True),
        ("es/**/a.txt", True),
        ("**/es/**/*.txt", True),
        ("s/**", False),
        ("es/*/a.txt", False),
        ("fr/**", False),
        ("es/a.tx", False),
    ],
)
def test_paths(pattern: str, holds: bool) -> None:
    left, passed = run(event("es/a.txt", "bad"), entry(path=pattern), folders=())
    assert (left, passed) == (([], ["saw bad"]) if holds else (["saw bad"], []))


def test_a_path_may_be_decomposed() -> None:
    path = "tô/lâm.txt"
    happening = event(unicodedata.normalize("NFD", path), "bad")
    assert run(happening, entry(path=path), folders=()) == ([], ["saw bad"])


def test_a_fingerprint_is_one_finding_wherever_it_moves() -> None:
    (one, _) = check([event("a.txt", "bad one", "bad two")], RULES)
    moved = event("b.txt", "fine", "bad two", "fine", "bad one")
    assert run(moved, entry(fingerprint=one.fingerprint)) == (["saw bad two"], ["saw bad one"])


def test_a_block_is_where_the_finding_begins() -> None:
    happening = event("a.html", "bad one", "bad two")
    document = happening.articles[0].document
    comment = Suppression(Span(IGNORES, 0, 1), "XL302", "why", TODAY, block=Span(document, 8, 15))
    assert run(happening, comment) == (["saw bad one"], ["saw bad two"])


@pytest.mark.parametrize(
    ("path", "folder", "told"),
    [
        ("es/a.txt", "/project", True),
        ("es/a.txt", "/project/es", True),
        ("es/gone.txt", "/project/es", True),
        ("fr/a.txt", "/project/es", False),
        ("es/**", "/project/es", True),
        ("**", "/project/es", False),
        ("**", "/project", True),
        ("a.txt", "/project/es", False),
        ("", "/project/es", False),
        ("", "/", True),
    ],
)
def test_an_idle_ignore_is_told_where_the_run_reads_all_that_it_speaks_of(path: str, folder: str, told: bool) -> None:
    left, _ = run(event("es/a.txt", "good"), entry(path=path), folders=(folder,))
    assert left == ([IDLE] if told else [])


def test_an_ignore_of_a_rule_that_did_not_run_is_not_idle() -> None:
    assert run(event("a.txt", "good"), entry(rule="XL110")) == ([], [])


def test_what_is_said_is_a_warning_at_the_entry() -> None:
    happening = event("a.txt", "bad")
    old = entry(until=date(2030, 5, 31))
    left, _ = silence(check([happening], RULES), Silencing(TODAY, [old]), RULES)
    stale = left[-1]
    assert (stale.rule, stale.name, stale.severity) == ("XL901", "stale-ignore", Severity.WARNING)
    assert stale.at == old.at
    assert stale.suggestion == "fix the text, or give the ignore a later date"
    left, _ = silence((), Silencing(TODAY, [old], folders=[FOLDER]), RULES)
    assert [finding.suggestion for finding in left] == ["remove it"]


def test_a_baseline_knows_as_many_as_it_counts() -> None:
    happening = event("a.txt", "bad", "bad", "bad", "bad too")
    fingerprint = check([happening], RULES)[0].fingerprint
    assert run(happening, **{fingerprint: 2}) == (["saw bad", "saw bad too"], ["saw bad", "saw bad"])


def test_an_ignore_leaves_the_baseline_to_others() -> None:
    happening = event("a.txt", "bad", "bad")
    fingerprint = check([happening], RULES)[0].fingerprint
    document = happening.articles[0].document
    comment = Suppression(Span(IGNORES, 0, 1), "XL302", "why", TODAY, block=Span(document, 0, 3))
    assert run(happening, comment, **{fingerprint: 1}) == ([], ["saw bad", "saw bad"])


@pytest.mark.parametrize(
    ("path", "text", "beside", "advice"),
    [
        (
            "a.html",
            "<p>Xin chào.</p><!-- xlcheck-ignore XL403 -->",
            "",
            "<!-- xlcheck-ignore XL403: why until 2030-12-31 -->",
        ),
        (
            "a.md",
            "Xin chào.\n\n<!-- xlcheck-ignore all of it -->\n",
            "",
            "<!-- xlcheck-ignore XL302: why until 2030-12-31 -->",
        ),
        (
            "a.md",
            "---\n# xlcheck-ignore XL301 until then\n---\nXin chào.\n",
            "",
            "# xlcheck-ignore XL301: why until 2030-12-31",
        ),
        ("a.txt", "Xin chào.\n", "XL301 whatever\n", "XL301: why until 2030-12-31"),
        ("a.txt", "Xin chào.\n", "for ever\n", "XL302: why until 2030-12-31"),
    ],
)
def test_advice_on_what_is_not_understood_has_the_form_of_its_place(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, path: str, text: str, beside: str, advice: str
) -> None:
    monkeypatch.chdir(tmp_path)
    Path(path).write_text(text, "utf-8")
    if beside:
        Path(f"{path}.xlcheck").write_text(beside, "utf-8")
    report = pipeline.run(Config(paths=(path,), cache=None))
    assert [each.suggestion for each in report.findings if each.rule == "XL901"] == [f"write {advice}"]
