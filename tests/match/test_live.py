"""Pages of entries that open with a time or a day."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from xlcheck.match import is_live

LIVE = {
    "en": (
        "09:15 Polling stations open",
        "10:40 Long queues in the capital",
        "12:05 Turnout at 31%",
        "18:00 Polls close",
    ),
    "de": ("18.00 Uhr: Die Wahllokale schließen", "17.30 Uhr: Andrang", "16.10 Uhr: Panne", "15.45 Uhr: Regen"),
    "fr": ("9h15 Ouverture des bureaux", "10h40 Longues files", "12h05 Participation", "18h00 Fermeture"),
    "zh": ("上午9时15分 投票开始", "上午10时40分 排队", "下午12时05分 投票率", "下午18时00分 投票结束"),
}


@pytest.mark.parametrize("language", LIVE)
def test_entries_with_times(language: str, make: Callable[..., object]) -> None:
    article, _ = make([(language, line) for line in LIVE[language]])
    assert is_live(article)


def test_entries_with_days(make: Callable[..., object]) -> None:
    days = (
        "3 May 2025: Talks begin",
        "9 May 2025: A draft is ready",
        "20 May 2025: It is signed",
        "1 June 2025: In force",
    )
    article, _ = make([("en", line) for line in days])
    assert is_live(article)


def test_reports_are_no_live_pages(make: Callable[..., object], seed_pages: list[tuple[object, object]]) -> None:
    amounts = (
        "12.50 dollars a share.",
        "3.5 million people voted.",
        "10.45% of them were new.",
        "2.15 tonnes were sold.",
    )
    times = ("10:05 was the time of the quake.", "The town was quiet.", "At 9:40 help came.", "10:05 again.")
    for lines in (amounts, times):
        article, _ = make([("en", line) for line in lines])
        assert not is_live(article)
    assert not any(is_live(article) for article, _ in seed_pages)


def test_news_are_no_live_pages(shared: Path, make: Callable[..., object]) -> None:
    import csv
    import gzip

    with gzip.open(shared / "dev" / "ntrex_dev.nway.tsv.gz", "rt", encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))
    for name in dict.fromkeys(row["doc_id"] for row in rows):
        for language in ("en", "vi", "es", "zh"):
            article, _ = make([(language, row[language]) for row in rows if row["doc_id"] == name])
            assert not is_live(article)
