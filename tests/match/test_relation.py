"""How two articles of one event are to one another."""

from __future__ import annotations

import csv
import gzip
from collections.abc import Callable, Sequence
from itertools import combinations
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from xlcheck.align import align
from xlcheck.match import kin, relation
from xlcheck.model import Alignment, Article, Event, Relation

Page = tuple[Article, NDArray[np.float32]]
Rows = list[dict[str, str]]


@pytest.fixture(scope="module")
def news(shared: Path) -> list[Rows]:
    """The NTREX development documents of a dozen lines and more."""
    with gzip.open(shared / "dev" / "ntrex_dev.nway.tsv.gz", "rt", encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))
    names = dict.fromkeys(row["doc_id"] for row in rows)
    found = [[row for row in rows if row["doc_id"] == name] for name in names]
    return [rows for rows in found if len(rows) >= 12]


def related(source: Page, target: Page) -> Relation:
    pairs = align(source[0].sentences, target[0].sentences, source[1], target[1])
    return relation(Alignment(source[0], target[0], pairs))


def written(rows: Sequence[dict[str, str]], language: str) -> list[tuple[str, str]]:
    return [(language, row[language]) for row in rows]


def test_whole_translations(news: list[Rows], make: Callable[..., Page]) -> None:
    for target in ("vi", "es", "zh"):
        named = [related(make(written(rows, "en")), make(written(rows, target))) for rows in news]
        assert named.count(Relation.TRANSLATION) >= len(news) - 1


def test_a_brief_in_the_language_and_in_another(news: list[Rows], make: Callable[..., Page]) -> None:
    for target in ("en", "vi"):
        named = [related(make(written(rows, "en")), make(written(rows[: len(rows) // 3], target))) for rows in news]
        assert named.count(Relation.BRIEF) >= len(news) - 2


def test_the_same_text_edited(news: list[Rows], make: Callable[..., Page]) -> None:
    for rows in news:
        lines = written(rows, "en")
        edited = [(language, line.replace(" said", " told reporters")) for language, line in lines[:-1]]
        assert related(make(lines), make(edited)) is Relation.SAME_TEXT


def test_reports_that_share_a_half(news: list[Rows], make: Callable[..., Page]) -> None:
    named = []
    for rows, others in zip(news, news[1:] + news[:1], strict=True):
        half = len(rows) // 2
        reworked = [*rows[:half], *others[: len(rows) - half]]
        named.append(related(make(written(rows, "en")), make(written(reworked, "es"))))
    assert named.count(Relation.INDEPENDENT) >= len(news) - 1


def test_the_seeds_are_independent(seed_pages: list[Page]) -> None:
    assert related(seed_pages[0], seed_pages[4]) is Relation.INDEPENDENT


def test_a_live_page_beside_a_report(make: Callable[..., Page]) -> None:
    lines = ("09:15 Polling stations open", "10:40 Long queues", "12:05 Turnout at 31%", "18:00 Polls close")
    page = make([("en", line) for line in lines])
    report = make([("vi", "Các điểm bỏ phiếu đã mở cửa."), ("vi", "Cử tri xếp hàng dài.")])
    assert related(page, report) is Relation.LIVE_PAGE
    assert related(report, page) is Relation.LIVE_PAGE


def test_each_article_with_its_closest(news: list[Rows], make: Callable[..., Page]) -> None:
    rows = news[0]
    pages = [make(written(part, language)) for language, part in (("en", rows), ("vi", rows), ("vi", rows[:5]))]
    alignments = [
        Alignment(one[0], other[0], align(one[0].sentences, other[0].sentences, one[1], other[1]))
        for one, other in combinations(pages, 2)
    ]
    event = Event(tuple(article for article, _ in pages), tuple(alignments))
    report, translation, brief = event.articles
    first, second = kin(event)
    assert first == (translation, report, Relation.TRANSLATION)
    assert second[0] is brief and second[2] is Relation.BRIEF
