"""What the sentences of a row have in common: the names, numbers, days and terms that several articles say."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from xlcheck.model import Name, Sentence, Span
from xlcheck.model.facts import Clock, Code, Day, Month, Number, Weekday

KINDS = (Number, Day, Month, Weekday, Clock, Code)
"""The kinds of facts that are shown."""


@dataclass(frozen=True, slots=True)
class Echo:
    """A fact or term as it stands in a text; `group` counts from 1 in its row, 0 where no other article has it.

    A name that no other article has is no echo: it may be written otherwise there.
    """

    span: Span
    group: int


@dataclass(frozen=True, slots=True)
class _Said:
    span: Span
    key: Hashable
    named: bool = False


def echoes(row: Sequence[Sequence[Sentence]]) -> Mapping[Span, tuple[Echo, ...]]:
    """For the span of each sentence of a row what is said in it, in reading order and without overlap.

    Where two things overlap, what other articles say goes first, then a glossary's term, then the longer one.
    """
    said = {sentence.span: list(_said(sentence)) for sentences in row for sentence in sentences}
    homes: dict[Hashable, set[int]] = defaultdict(set)
    for article, sentences in enumerate(row):
        for one in (one for sentence in sentences for one in said[sentence.span]):
            homes[one.key].add(article)
    shared = (key for key, articles in homes.items() if len(articles) > 1)
    groups = {key: number for number, key in enumerate(shared, start=1)}
    alone = sum(map(bool, row)) < 2
    return {
        span: tuple(
            Echo(one.span, groups.get(one.key, 0))
            for one in _apart(found, groups)
            if one.key in groups or not (alone or one.named)
        )
        for span, found in said.items()
    }


def _said(sentence: Sentence) -> Iterator[_Said]:
    for mention in sentence.mentions:
        yield _Said(mention.span, mention.concept)
    for fact in sentence.facts:
        if isinstance(fact, KINDS):
            yield _Said(fact.span, (type(fact), fact.content))
        for name in fact.units if isinstance(fact, Name) else ():
            if not _begins(name.span, sentence):
                yield _Said(name.span, (Name, name.key), True)


def _begins(span: Span, sentence: Sentence) -> bool:
    """Whether a span is one word with a capital that begins its sentence, as any word may."""
    return span.start == sentence.span.start and span.text.istitle() and " " not in span.text


def _apart(found: Iterable[_Said], groups: Mapping[Hashable, int]) -> list[_Said]:
    kept: list[_Said] = []
    ranked = sorted(
        found, key=lambda one: (one.key not in groups, isinstance(one.key, tuple), one.span.start - one.span.end)
    )
    for one in ranked:
        at = bisect_left(kept, one.span.end, key=lambda other: other.span.start)
        if at == 0 or kept[at - 1].span.end <= one.span.start:
            kept.insert(at, one)
    return kept
