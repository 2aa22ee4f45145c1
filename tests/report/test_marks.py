"""Texts cut into marks, however findings and echoes overlap."""

from __future__ import annotations

import random

import pytest

from xlcheck.model import Document, Span
from xlcheck.report.entry import entries
from xlcheck.report.html.echoes import Echo
from xlcheck.report.html.marks import tokens


@pytest.mark.parametrize("seed", range(200))
def test_marks_are_nested_and_lie_on_their_text(build, seed):
    chance = random.Random(seed)
    text = "".join(chance.choice("ab  c\n") for _ in range(chance.randint(1, 14)))
    document = Document("a.txt", text, "en")

    def span(start, end):
        one, other = sorted(chance.randint(start, end) for _ in range(2))
        return Span(document, one, other)

    found = entries(
        build.report(
            build.article("a.txt", "en", ""), findings=tuple(build.finding(span(0, len(text))) for _ in range(6))
        )
    )
    stretch = span(0, len(text))
    echoes, at = [], stretch.start
    while at < stretch.end and (said := span(at, stretch.end)).text:
        echoes.append(Echo(said, 1))
        at = said.end
    shown, marked, echoed, opened = "", {}, {}, []
    for token in tokens(stretch, found, echoes):
        if token.kind == "open":
            opened.append(token.entry)
            assert token.edge == (token.entry.at.start == stretch.start + len(shown))
            marked.setdefault(token.entry, "")
        elif token.kind == "close":
            assert opened.pop() is token.entry
        else:
            shown += token.text
            for entry in opened:
                marked[entry] += token.text
            if token.echo:
                echoed[token.echo] = echoed.get(token.echo, "") + token.text
    assert (shown, opened) == (stretch.text, [])
    assert echoed == {echo: echo.span.text for echo in echoes}
    for entry in found:
        start, end = max(entry.at.start, stretch.start), min(entry.at.end, stretch.end)
        assert marked.get(entry, "") == (text[start:end] if start < end else "")


def test_where_very_many_findings_lie_they_are_all_shown_but_not_all_marked(build):
    document = Document("a.txt", "a" * 400, "en")
    found = entries(
        build.report(
            build.article("a.txt", "en", ""),
            findings=tuple(build.finding(Span(document, at, at + 200)) for at in range(200)),
        )
    )
    made = list(tokens(Span(document, 0, 400), found))
    assert sum(token.kind == "open" and token.edge for token in made) == 200
    assert sum(token.kind == "close" and token.edge for token in made) == 200
    assert "".join(token.text for token in made) == document.text
    assert len(made) < 40 * 200
