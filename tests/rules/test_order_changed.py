"""Passages of a translation in another place."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from xlcheck.model import Alignment, Article, Document, Event, Finding, Pair, Sentence, Span
from xlcheck.model.doubt import Doubt
from xlcheck.rules import order_changed

SOURCE = (
    "The talks began on Monday in the capital, officials said.",
    "Ministers from nine countries took part in the meeting.",
    "Fishermen on the coast said that they had seen no rain since spring.",
    "The price of rice has doubled within a year in the north.",
)
TARGET = (
    "Las conversaciones empezaron el lunes en la capital, según las autoridades.",
    "Ministros de nueve países participaron en la reunión.",
    "Los pescadores de la costa dijeron que no habían visto lluvia desde la primavera.",
    "El precio del arroz se ha duplicado en un año en el norte.",
)


def article(lines: Sequence[str], language: str) -> Article:
    document = Document(f"text.{language}", "\n".join(lines))
    starts = [sum(len(line) + 1 for line in lines[:at]) for at in range(len(lines))]
    spans = (Span(document, start, start + len(line)) for start, line in zip(starts, lines, strict=True))
    return Article(document, language, tuple(Sentence(span, language, at) for at, span in enumerate(spans)))


def findings(order: Sequence[int], translation: bool = True, score: float = 0.9) -> list[Finding]:
    """Of a translation with its sentences in this order."""
    one, other = article(SOURCE, "en"), article([TARGET[at] for at in order], "es")
    pairs = tuple(
        Pair((sentence,), (other.sentences[order.index(at)],), score, translation)
        for at, sentence in enumerate(one.sentences)
    )
    return list(order_changed.check(Event((one, other), (Alignment(one, other, pairs),))))


def test_the_same_order() -> None:
    assert not findings((0, 1, 2, 3))


@pytest.mark.parametrize(("order", "moved"), [((3, 0, 1, 2), TARGET[3]), ((2, 0, 1, 3), TARGET[2])])
def test_one_finding_for_what_was_moved_with_both_places(order: tuple[int, ...], moved: str) -> None:
    (finding,) = findings(order)
    assert finding.at.text == moved
    assert finding.related[0].text == SOURCE[TARGET.index(moved)]


def test_neighbours_moved_together_are_one_finding() -> None:
    (finding,) = findings((2, 3, 0, 1))
    assert finding.at.text in ("\n".join(TARGET[:2]), "\n".join(TARGET[2:]))


def test_independent_reports_have_their_own_order() -> None:
    assert not findings((3, 0, 1, 2), translation=False)


def test_a_doubtful_pair_is_shown_on_request_alone() -> None:
    (finding,) = findings((3, 0, 1, 2), score=0.2)
    assert finding.doubts == (Doubt.WEAK_LINK,)
