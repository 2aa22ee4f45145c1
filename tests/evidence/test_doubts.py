"""What the table of measurements makes of findings, and the table itself."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from importlib.resources import files

import pytest

from xlcheck.evidence import doubts
from xlcheck.evidence.doubts import Key, Share, confidence, known_doubts, measured, rate
from xlcheck.model import Document, Finding, Span
from xlcheck.model.doubt import Doubt, raised
from xlcheck.rules import RULES

FINDING = Finding("wrong", Span(Document("a.txt", "text"), 0, 4))


def key(rule: str, *named: Doubt) -> Key:
    return rule, frozenset(named)


MADE_UP: Mapping[Key, Share] = {
    key("XL1"): Share(90, 90),
    key("XL2"): Share(0, 10),
    key("XL1", Doubt.ROUND): Share(20, 40),
    key("XL1", Doubt.SMALL): Share(4, 20),
}


@pytest.fixture
def made_up(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Findings without doubts: 90 of 100 right; with: 24 of 60."""
    monkeypatch.setattr(doubts, "_shares", lambda: MADE_UP)
    doubts._rate.cache_clear()
    doubts._pooled.cache_clear()
    yield
    doubts._rate.cache_clear()
    doubts._pooled.cache_clear()


@pytest.mark.usefixtures("made_up")
def test_what_was_measured_is_drawn_to_what_is_known_of_similar_findings() -> None:
    assert rate("XL1") == 0.99  # (90 + 10 * .9) / 100
    assert rate("XL2") == 0.45  # (0 + 10 * .9) / 20
    assert rate("XL3") == 0.9
    assert rate("XL1", (Doubt.ROUND,)) == 0.48  # (20 + 10 * .4) / 50


@pytest.mark.usefixtures("made_up")
def test_a_doubt_that_was_never_measured_is_no_better_than_none() -> None:
    assert rate("XL2", (Doubt.ROUND,)) == rate("XL3", (Doubt.ROUND,)) == 0.4


@pytest.mark.usefixtures("made_up")
def test_of_several_doubts_the_gravest_counts() -> None:
    both = (Doubt.ROUND, Doubt.SMALL)
    assert rate("XL1", both) == rate("XL1", both[::-1]) == rate("XL1", (Doubt.SMALL,)) == 0.27
    assert rate("XL1", both) < rate("XL1", (Doubt.ROUND,))


@pytest.mark.usefixtures("made_up")
def test_shares_are_told_where_enough_are_known() -> None:
    assert str(measured("XL1", (Doubt.ROUND,))) == "20 of 40"
    assert measured("XL1", (Doubt.SMALL,)) is measured("XL2") is measured("XL3") is None
    assert known_doubts("XL1") == (Doubt.ROUND, Doubt.SMALL) and known_doubts("XL2") == ()


@pytest.mark.usefixtures("made_up")
def test_what_an_aligner_measured_counts_where_it_is_less() -> None:
    assert confidence(replace(FINDING, rule="XL1")) == 0.99
    assert confidence(replace(FINDING, rule="XL1", confidence=0.7)) == 0.7
    assert confidence(replace(FINDING, confidence=0.95), "XL2") == 0.45
    assert confidence(replace(FINDING, rule="XL1", doubts=(Doubt.SMALL,), confidence=0.7)) == 0.27


def test_the_table_names_rules_and_doubts_that_there_are() -> None:
    text = files("xlcheck.evidence").joinpath("data/calibration.tsv").read_text("utf-8")
    rows = [line.split("\t") for line in text.splitlines()[1:]]
    assert {row[0] for row in rows} <= {rule.code for rule in RULES}
    assert {name for row in rows for name in row[1].split(", ") if name} <= {str(doubt) for doubt in Doubt}
    for _, _, right, of, least, most, planted, of_planted in rows:
        assert 0 <= int(planted) <= int(right) <= int(of) and int(planted) <= int(of_planted) <= int(of)
        assert 0 <= float(least) <= round(int(right) / int(of), 2) <= float(most) <= 1
    assert len({(row[0], row[1]) for row in rows}) == len(rows)


def test_doubts_are_raised_by_their_conditions() -> None:
    assert raised((Doubt.ROUND, 1), (Doubt.SMALL, ""), (Doubt.FREE, True)) == (Doubt.ROUND, Doubt.FREE)
    assert all(doubt.means and doubt.means[0] != " " and not doubt.means.endswith(".") for doubt in Doubt)
