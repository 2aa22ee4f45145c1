"""What is compared of an article."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from hashlib import blake2b
from math import log

import numpy as np
from numpy.typing import NDArray

from xlcheck.match.weights import WEIGHTS
from xlcheck.model import Article, primary, units_of
from xlcheck.model.facts import Day, Number

Vectors = NDArray[np.float32]
"""(sentences, dim), rows of unit length, or of zeros for a sentence that says nothing."""

Facts = Mapping[Hashable, float]
"""Facts, and how much it says a priori that two texts share one."""

Rarity = Mapping[Hashable, float]
"""How rare a fact is among the articles, 1 if only two have it."""


@dataclass(frozen=True, slots=True, eq=False)
class Profile:
    """What is compared of an article.

    `rows`, (n, dim), their `languages`, (n,), and `places` in the article, (n,), leave out sentences that say nothing;
    `digest` is of both. `days` are the days that the article tells of, `partial` those said without a year, `told`
    whether the text says them (else it is the day of publication).
    """

    digest: bytes
    rows: Vectors
    languages: NDArray[np.str_]
    places: NDArray[np.intp]
    published: date | None
    days: frozenset[date]
    partial: frozenset[tuple[int, int]]
    told: bool
    numbers: Facts
    names: Facts

    @classmethod
    def of(cls, article: Article, rows: Vectors) -> Profile:
        places = np.flatnonzero(rows.any(axis=1))
        languages = np.array([primary(article.sentences[place].language) for place in places], dtype=str)
        published = article.document.date
        days, partial = _told_days(article)
        told = bool(days)
        if published and not told:
            days = frozenset([published])
        kept = rows if len(places) == len(rows) else rows[places]
        numbers, names = _numbers(article), _names(article)
        return cls(_digest(kept, languages), kept, languages, places, published, days, partial, told, numbers, names)


def _digest(rows: Vectors, languages: NDArray[np.str_]) -> bytes:
    said = " ".join(languages.tolist()).encode()
    return blake2b(said + b"\n" + np.ascontiguousarray(rows).tobytes(), digest_size=16).digest()


def rarities(profiles: Sequence[Profile]) -> Rarity:
    """How rare each fact is among the articles: 1 if only two have it, towards 0 if all have."""
    counts = Counter(fact for profile in profiles for fact in (*profile.numbers, *profile.names))
    most = len(profiles) + 2
    return {fact: log(most / max(n, 2)) / log(most / 2) for fact, n in counts.items()}


def weight(facts: Iterable[Hashable], surprise: Facts, rarity: Rarity) -> float:
    """How much the facts say together, rare ones more."""
    # sorted: a set's order, and with it the rounding, differs from run to run
    return sum(sorted(surprise[fact] * rarity[fact] for fact in facts))


def _told_days(article: Article) -> tuple[frozenset[date], frozenset[tuple[int, int]]]:
    """The days that the lead says, if they can be news: with and without a year."""
    published, days, partial = article.document.date, set(), set()
    for sentence in article.sentences[: WEIGHTS.lead]:
        for told in sentence.facts.of(Day):
            year, month, day = told.content
            if year is None:
                partial.add((month, day))
            elif not published or 0 <= (published - date(year, month, day)).days <= WEIGHTS.days_to_print:
                days.add(date(year, month, day))
    return frozenset(days), frozenset(partial)


def _numbers(article: Article) -> Facts:
    numbers = (number for sentence in article.sentences for number in sentence.facts.of(Number))
    return {number.value: _surprise(number.value) for number in numbers}


def _surprise(number: Decimal) -> float:
    """How much it says that two texts share a number, by its figures: 2 nothing, 26,750 much."""
    if number == number.to_integral_value() and 1900 <= number <= 2100:
        return 0.25
    figures = str(number).replace(".", "").strip("0")
    return min(0.5 * (len(figures) - 1), 2.0) if figures else 0.0


def _names(article: Article) -> Facts:
    """Names of the glossary's persons and its terms by concept, the same in every script; other names as written."""
    names: list[Hashable] = []
    for sentence in article.sentences:
        for name in units_of(sentence):
            names += name.persons or [name.key]
        names += [mention.concept for mention in sentence.mentions]
    return dict.fromkeys(names, 1.0)
