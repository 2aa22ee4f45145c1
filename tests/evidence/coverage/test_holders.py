"""How many of an event's translations have a sentence that one of them lacks."""

from __future__ import annotations

from itertools import combinations

from xlcheck.evidence.coverage.sentences import alone
from xlcheck.model import Alignment, Article, Document, Event, Pair, Row, Sentence, Span

SAID = (
    "The talks on the border began on Monday in the capital.",
    "No deal was signed before the ministers went to bed.",
    "They left for home on Wednesday and will meet again.",
)


def article(number: int, lines: tuple[str, ...]) -> Article:
    document, at, sentences = Document(f"{number:02}.txt", "\n".join(lines), "en"), 0, []
    for line in lines:
        sentences.append(Sentence(Span(document, at, at + len(line)), "en"))
        at += len(line) + 1
    return Article(document, "en", tuple(sentences))


def event(told: list[tuple[str, ...]], reach: int) -> Event:
    """Articles of some of the lines, each aligned with so many that follow it, round the corner too."""
    articles = [article(number, lines) for number, lines in enumerate(told)]
    apart = {(one, (one + step) % len(told)) for one in range(len(told)) for step in range(1, reach + 1)}
    near = sorted({(min(pair), max(pair)) for pair in apart})
    alignments = [
        Alignment(articles[one], articles[other], _pairs(articles[one], articles[other])) for one, other in near
    ]
    rows = [Row(tuple(tuple(s for s in each.sentences if s.text == line) for each in articles), 1.0) for line in SAID]
    return Event(tuple(articles), tuple(alignments), tuple(rows))


def _pairs(one: Article, other: Article) -> tuple[Pair, ...]:
    sides = ([tuple(s for s in each.sentences if s.text == line) for line in SAID] for each in (one, other))
    return tuple(Pair(a, b, 0.95, True) for a, b in zip(*sides, strict=True) if a or b)


def told(of: Event) -> list[tuple[str, str, bool, int]]:
    return [(run.sentences[0].text, run.other.document.id, run.added, run.articles) for run in alone(of)]


def test_what_one_lacks_is_told_once_by_all_that_have_it() -> None:
    lacking = [SAID] * 20
    lacking[7] = (SAID[0], SAID[2])
    few, every = event(lacking, 2), event(lacking, 10)
    assert few.limited and not every.limited
    assert told(few) == told(every) == [(SAID[1], "07.txt", False, 19)]


def test_what_one_adds_is_told_once_by_all_that_lack_it() -> None:
    adding = [(SAID[0], SAID[2])] * 20
    adding[7] = SAID
    few, every = event(adding, 2), event(adding, 10)
    assert [(text, added, count) for text, _, added, count in told(few)] == [(SAID[1], True, 19)]
    assert [(text, added, count) for text, _, added, count in told(every)] == [(SAID[1], True, 19)]


def test_each_that_lacks_it_is_told_of() -> None:
    lacking = [SAID] * 20
    for number in (3, 4, 5, 15):
        lacking[number] = (SAID[0], SAID[2])
    few, every = event(lacking, 3), event(lacking, 10)
    assert sorted(told(few)) == sorted(told(every))
    assert [other for _, other, _, _ in sorted(told(few))] == ["03.txt", "04.txt", "05.txt", "15.txt"]


def test_who_is_the_source_is_known_by_its_alignments_alone() -> None:
    articles = [article(number, SAID) for number in range(4)]
    every = [Alignment(one, other, _pairs(one, other)) for one, other in combinations(articles, 2)]
    named = Event(tuple(articles), tuple(each for each in every if each.source is articles[0]))
    assert named.sourced and not named.limited
    assert not Event(tuple(articles), tuple(every)).sourced
    assert not Event(tuple(articles[:2]), (every[0],)).sourced
    assert Event(tuple(articles), tuple(every[1:])).limited
    assert not Event(tuple(articles)).limited
