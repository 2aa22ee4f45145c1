"""The English report and the mixed-language page of one phone call."""

from __future__ import annotations

import pytest

from xlcheck.align import coverage
from xlcheck.config import Config
from xlcheck.model import Alignment
from xlcheck.pipeline import aligned

COUNTERPARTS = [
    ("HÀ NỘI — General Secretary|General Secretary of the Communist Party", "El 26 de enero, en la sede"),
    (
        "On behalf of the Party, State and people of China, Xi",
        "On behalf of the Party, State and People of China",
    ),
    ("Sharing key outcomes of the 14th", "Happy to share the particularly important results"),
    ("He also called for breakthroughs", "General Secretary To Lam requested General Secretary"),
    ("Xi said China was ready to work with", "Tổng Bí thư, Chủ tịch nước Tập Cận Bình khẳng định"),
    ("China's top leader agreed", "Tán thành với những đánh giá"),
    ("Xi added that China was willing to import", "Tán thành với những đánh giá"),
    ("Noting positive progress in railway", "Based on the positive progress in railway"),
    ("To strengthen the social foundations", "To strengthen the social foundation, the root"),
    ("Both sides agreed to maintain close", "The two sides agreed to maintain exchanges"),
]


@pytest.fixture(scope="module")
def alignment(seeds) -> Alignment:
    report = aligned(Config(paths=(str(seeds / "000_fecb52052cebe9ee.txt"), str(seeds / "004_7ec95feefc092dc3.txt"))))
    ((alignment,),) = (event.alignments for event in report.events)
    return alignment


@pytest.mark.parametrize(("source", "target"), COUNTERPARTS)
def test_counterparts_are_found(alignment, source, target):
    beginnings = tuple(source.split("|"))
    (pair,) = (p for p in alignment.pairs if any(s.text.startswith(beginnings) for s in p.source))
    assert any(sentence.text.startswith(target) for sentence in pair.target)


@pytest.mark.parametrize("text", ["Contenido original", "Foto: TTXVN", "Read the original here", "Same category"])
def test_what_only_the_page_has_is_left_alone(alignment, text):
    pairs = [p for p in alignment.pairs if any(t.text.startswith(text) for t in p.target)]
    assert pairs
    assert not any(pair.source for pair in pairs)


def test_it_is_no_translation(alignment):
    assert not any(pair.translation for pair in alignment.pairs)


def test_most_of_the_page_is_in_the_report_in_the_same_order(alignment):
    measured = coverage(alignment.pairs)
    assert 0.5 < measured.source < 0.8
    assert 0.7 < measured.target < 0.9
    assert measured.order == 1.0
    assert not measured.translation
