"""What tied two articles."""

from __future__ import annotations

import numpy as np
import pytest
from numpy.typing import NDArray

from xlcheck.match import explain
from xlcheck.model import Article

Page = tuple[Article, NDArray[np.float32]]


def test_the_call_and_the_page_about_it(seed_pages: list[Page]) -> None:
    articles, vectors = [article for article, _ in seed_pages], [rows for _, rows in seed_pages]
    tie = explain(articles, vectors, 0, 4)
    assert tie.source is articles[0] and tie.target is articles[4]
    assert tie.log_odds > tie.threshold
    assert sum(value for _, value in tie.parts) == pytest.approx(tie.log_odds)
    margins = [likeness.margin for likeness in tie.sentences]
    assert margins == sorted(margins, reverse=True) and margins[0] > 0.3
    first = tie.sentences[0]
    assert first.source in articles[0].sentences and first.target in articles[4].sentences
    back = explain(articles, vectors, 4, 0)
    assert back.log_odds == pytest.approx(tie.log_odds)
    assert {(one.source, one.target) for one in tie.sentences} == {(one.target, one.source) for one in back.sentences}


def test_what_is_shared_is_told_as_written(seed_pages: list[Page]) -> None:
    articles, vectors = [article for article, _ in seed_pages], [rows for _, rows in seed_pages]
    tie = explain(articles, vectors, 0, 4)
    assert tie.shared
    text = articles[0].document.text
    assert all(told in text or told.count("-") == 2 for told in tie.shared), "as the source writes it, or a day"


def test_other_articles_are_told_apart(seed_pages: list[Page]) -> None:
    articles, vectors = [article for article, _ in seed_pages], [rows for _, rows in seed_pages]
    tie = explain(articles, vectors, 3, 4)
    assert tie.log_odds < tie.threshold
    assert dict(tie.parts)["days"] < 0
