"""The facts of a sentence, asked for by class."""

from __future__ import annotations

from decimal import Decimal

from xlcheck.model import Document, Facts, Sentence, Span
from xlcheck.model.facts import Amount, Clock, Day, Hint, Number, Value, Weekday, When

TEXT = Document("a.txt", "On Monday, both sides signed 45 agreements at 3 p.m.", "en")
MONDAY, BOTH, MANY, THREE = (Span(TEXT, *place) for place in ((3, 9), (11, 15), (29, 31), (46, 52)))
FACTS = Facts((Weekday(MONDAY, 0), Hint(BOTH, Decimal(2)), Number(MANY, Decimal(45)), Clock(THREE, 15, 0)))


def test_those_of_a_class_come_in_the_order_of_the_text() -> None:
    assert FACTS.of(Number) == (Number(MANY, Decimal(45)),)
    assert [amount.value for amount in FACTS.of(Amount)] == [2, 45]
    assert [type(fact) for fact in FACTS.of(When)] == [Weekday, Clock]
    assert FACTS.of(Clock, Weekday) == FACTS.of(When) and FACTS.of(Day) == ()
    assert FACTS.of(Value) == FACTS.every == tuple(FACTS)


def test_asking_makes_facts_no_other() -> None:
    fresh = Facts(FACTS.every)
    fresh.of(Number)
    assert fresh == Facts(FACTS.every) and hash(fresh) == hash(Facts(FACTS.every)) and len(fresh) == 4


def test_a_sentence_has_no_facts_unless_some_are_found() -> None:
    assert not Sentence(Span(TEXT, 0, len(TEXT.text)), "en").facts


def test_content_is_the_same_wherever_it_stands() -> None:
    one, other = Day(MONDAY, None, 1, 26), Day(BOTH, None, 1, 26)
    assert one != other and one.content == other.content == (None, 1, 26)
    assert Number(MANY, Decimal(2)).content == Hint(BOTH, Decimal(2)).content
