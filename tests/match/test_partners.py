"""Which articles of an event are aligned."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import replace
from itertools import combinations

import numpy as np
import pytest
from numpy.typing import NDArray

from xlcheck.match import WEIGHTS, partners
from xlcheck.model import Article, Document, Sentence, Span

Page = tuple[Article, NDArray[np.float32]]
LANGUAGES = ("en", "es", "vi", "zh")


def pages(count: int, languages: Sequence[str] = LANGUAGES, spread: float = 1.0) -> list[Page]:
    """Articles of one sentence; their vectors lie about one direction, as far as `spread`."""
    chance = np.random.default_rng(7)
    common = chance.normal(size=32)
    made = []
    for at in range(count):
        document = Document(f"{at:03}.txt", "Talks ended.")
        language = languages[at % len(languages)]
        article = Article(document, language, (Sentence(Span(document, 0, 12), language),))
        row = common + spread * chance.normal(size=32)
        made.append((article, (row / np.linalg.norm(row)).astype(np.float32)[None]))
    return made


def together(given: Sequence[Page]) -> set[frozenset[str]]:
    """The pairs by the paths."""
    articles, vectors = [article for article, _ in given], [rows for _, rows in given]
    return {
        frozenset((articles[one].document.id, articles[other].document.id))
        for one, other in partners(articles, vectors)
    }


def test_of_few_articles_every_two() -> None:
    assert len(together(pages(WEIGHTS.full))) == WEIGHTS.full * (WEIGHTS.full - 1) // 2
    assert len(together(pages(WEIGHTS.full + 1))) < (WEIGHTS.full + 1) * WEIGHTS.full // 2


@pytest.mark.parametrize("spread", [0.0, 0.2, 1.0, 5.0])
@pytest.mark.parametrize("languages", [LANGUAGES, ("en",), ("en", "en", "en", "es")])
def test_each_has_its_nearest_and_all_are_tied(languages: tuple[str, ...], spread: float) -> None:
    pairs = together(pages(60, languages, spread))
    counts = Counter(path for pair in pairs for path in pair)
    assert len(counts) == 60 and min(counts.values()) >= WEIGHTS.partners
    assert len(pairs) <= 60 * (WEIGHTS.partners + 1)
    mates = defaultdict(set)
    for one, other in map(sorted, pairs):
        mates[one].add(other)
        mates[other].add(one)
    reached, waiting = set(), ["000.txt"]
    while waiting:
        path = waiting.pop()
        if path not in reached:
            reached.add(path)
            waiting += mates[path]
    assert len(reached) == 60


def test_other_languages_come_first() -> None:
    given = pages(60)
    spoken = {article.document.id: article.language for article, _ in given}
    met = defaultdict(set)
    for one, other in map(sorted, together(given)):
        met[one].add(spoken[other])
        met[other].add(spoken[one])
    assert all(met[path] >= set(LANGUAGES) - {language} for path, language in spoken.items())


def test_of_copies_none_is_aligned_with_all() -> None:
    counts = Counter(path for pair in together(pages(200, ("en",), spread=0.0)) for path in pair)
    assert max(counts.values()) <= 2 * WEIGHTS.partners + 2


def test_translations_are_aligned_with_their_source() -> None:
    given = pages(41, ("es", "vi", "zh", "ru", "fr"), spread=2.0)
    given = [(replace(article, original="en"), rows) for article, rows in given[:-1]] + [
        (replace(given[-1][0], language="en"), given[-1][1])
    ]
    pairs = together(given)
    assert all(frozenset((article.document.id, "040.txt")) in pairs for article, _ in given[:-1])


def test_the_order_of_the_articles_changes_nothing() -> None:
    given = pages(40)
    assert together(given) == together(given[::-1]) == together(given[1::2] + given[::2])


def test_pairs_come_in_order() -> None:
    articles, vectors = map(list, zip(*pages(30), strict=True))
    pairs = partners(articles, vectors)
    assert pairs == sorted(set(pairs)) and all(one < other for one, other in pairs)
    assert partners(articles, vectors, full=30) == [*combinations(range(30), 2)]
