"""Which articles cover the same happening, in whatever languages they are written.

Two articles are compared sentence by sentence (`score`): how much of them has a counterpart in the other, whether they
tell of the same days, which rare numbers, names and terms they share. Each measure depends on the two alone, so another
article in the folder changes nothing but how rare a fact is. Groups (`match`) are clusters, not chains: average linkage
over the scores.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from heapq import heappop, heappush
from math import log, log1p

import numpy as np
from numpy.typing import NDArray

from xlcheck.model import Article, NameForm, primary

Vectors = NDArray[np.float32]
"""(sentences, dim), rows of unit length, or of zeros for a sentence that says nothing."""

# Weights of the logistic model in log odds, fitted by lab/bench/match.py on NTREX training documents.
_COVERAGE, _SAME_LANGUAGE, _NUMBERS, _NAMES, _CONSTANT = 23.1, -4.1, 1.2, 1.3, -3.9
THRESHOLD = 0.5
"""Log odds above which articles belong together."""

_NEIGHBOURS = 3
_EXPECTED = 0.4  # their cosine where nothing is known, worth as many sentences
# The part of the room above its neighbours that a translated sentence takes up, and one reworded.
_FULL_ACROSS, _FULL_WITHIN = 0.5, 0.7
_FEW_NAMES = 3
_LEAD = 10  # sentences in which an article says when
_DAYS_TO_PRINT = 4
_SAME_DAY, _PER_DAY, _OTHER_TIME = 2.0, -1.5, -8.0
_MOST = 4.0  # a pair's voice within a cluster, either way
_CANDIDATE = 0.1  # cosine of mean vectors: all but a few of the noisiest reports of one event are above


@dataclass(frozen=True, slots=True)
class Score:
    """What was measured between two articles.

    `coverage`: share of sentences with a counterpart, 0 to 1. `same_language`: share of sentence pairs in one language,
    which look alike without saying the same. `days`: evidence in log odds, 0 where nothing is known. `numbers`: those
    in both, by rarity, on a log scale. `names` (and glossary terms): how far they are the same, -0.5 to 0.5, 0 where
    they are too few.
    """

    coverage: float
    same_language: float
    days: float
    numbers: float
    names: float

    @property
    def log_odds(self) -> float:
        """That both cover one happening."""
        return (
            _COVERAGE * self.coverage
            + _SAME_LANGUAGE * self.same_language
            + self.days
            + _NUMBERS * self.numbers
            + _NAMES * self.names
            + _CONSTANT
        )


def match(articles: Sequence[Article], vectors: Sequence[Vectors]) -> tuple[tuple[int, ...], ...]:
    """Group articles by the happening that they cover; every index is in exactly one group.

    `vectors[i]` are those of `articles[i].sentences`. Groups and their members are in ascending
    order.
    """
    profiles = [Profile.of(article, rows) for article, rows in zip(articles, vectors, strict=True)]
    rarity = rarities(profiles)
    links = {pair: score(profiles[pair[0]], profiles[pair[1]], rarity).log_odds for pair in _candidates(profiles)}
    return _clusters(len(profiles), links)


@dataclass(frozen=True, slots=True, eq=False)
class Profile:
    """What is compared of an article.

    `rows`, (n, dim), and `languages`, (n,), leave out sentences that say nothing. `days` are the
    days that the article tells of, `partial` those said without a year, `told` whether the text
    says them (else it is the day of publication). `numbers` and `names` have their a-priori surprise.
    """

    rows: Vectors
    languages: NDArray[np.str_]
    published: date | None
    days: frozenset[date]
    partial: frozenset[tuple[int, int]]
    told: bool
    numbers: Mapping[Hashable, float]
    names: Mapping[Hashable, float]

    @classmethod
    def of(cls, article: Article, rows: Vectors) -> Profile:
        kept = np.flatnonzero(rows.any(axis=1))
        languages = np.array([primary(sentence.language) for sentence in article.sentences], dtype=str)
        published = article.document.date
        days, partial = _told_days(article)
        told = bool(days)
        if published and not told:
            days = frozenset([published])
        return cls(rows[kept], languages[kept], published, days, partial, told, _numbers(article), _names(article))


def rarities(profiles: Sequence[Profile]) -> Mapping[Hashable, float]:
    """How rare each fact is among the articles: 1 if only two have it, towards 0 if all have."""
    counts = Counter(fact for profile in profiles for fact in (*profile.numbers, *profile.names))
    most = len(profiles) + 2
    return {fact: log(most / max(n, 2)) / log(most / 2) for fact, n in counts.items()}


def score(one: Profile, other: Profile, rarity: Mapping[Hashable, float]) -> Score:
    """Compare two articles; symmetric."""
    evidence = (
        _days(one, other),
        log1p(_weight(one.numbers.keys() & other.numbers.keys(), one.numbers, rarity)),
        _overlap(one, other, rarity),
    )
    if not (len(one.rows) and len(other.rows)):
        return Score(0.0, 0.0, *evidence)
    cosines = one.rows @ other.rows.T
    within = (one.languages[:, None] == other.languages[None, :]) & (one.languages != "und")[:, None]
    return Score(_coverage(cosines, within), float(within.mean()), *evidence)


def _coverage(cosines: NDArray[np.float32], within: NDArray[np.bool_]) -> float:
    """The share of sentences with a counterpart, by the margin over their neighbours.

    A pair counts if each is the other's best, for as much of the room between its neighbours'
    cosine and 1 as it takes up (a margin in the sense of Artetxe and Schwenk 2019,
    arXiv:1811.01136, within the two articles). The room makes encoders and languages comparable:
    cosines are lower across some language borders than others.
    """
    level = (_neighbours(cosines)[:, None] + _neighbours(cosines.T)[None, :]) / 2
    margin = (cosines - level) / np.maximum(1 - level, 1e-6)
    best = margin.argmax(axis=1)
    rows = np.arange(len(margin))
    mutual = margin.argmax(axis=0)[best] == rows
    rows, best = rows[mutual], best[mutual]
    full = np.where(within[rows, best], _FULL_WITHIN, _FULL_ACROSS)
    return float(np.clip(margin[rows, best] / full, 0, 1).sum() / np.sqrt(margin.size))


def _neighbours(cosines: NDArray[np.float32]) -> NDArray[np.float32]:
    """Mean cosine of each row with its nearest columns but the best; in a short article they are few and chance."""
    others = cosines.shape[1] - 1
    count = min(_NEIGHBOURS, others)
    nearest = np.zeros(len(cosines), dtype=np.float32)
    if count:
        best = np.partition(cosines, -count - 1, axis=1)[:, -count - 1 :]
        nearest = (best.sum(axis=1) - best.max(axis=1)) / np.float32(count)
    expected: NDArray[np.float32] = (others * nearest + _NEIGHBOURS * np.float32(_EXPECTED)) / (others + _NEIGHBOURS)
    return expected


def _told_days(article: Article) -> tuple[frozenset[date], frozenset[tuple[int, int]]]:
    """The days that the lead says, if they can be news: with and without a year."""
    published, days, partial = article.document.date, set(), set()
    for sentence in article.sentences[:_LEAD]:
        for fact in sentence.facts:
            if fact.kind != "date" or not isinstance(fact.value, tuple):
                continue
            year, month, day = fact.value
            if year is None:
                partial.add((month, day))
            elif not published or 0 <= (published - date(year, month, day)).days <= _DAYS_TO_PRINT:
                days.add(date(year, month, day))
    return frozenset(days), frozenset(partial)


def _days(one: Profile, other: Profile) -> float:
    """Evidence of the days: the same day speaks for one event, days apart against it."""
    if any((day.month, day.day) in b.partial for a, b in ((one, other), (other, one)) for day in a.days):
        return _SAME_DAY
    if not (one.published and other.published):
        return _SAME_DAY if one.days & other.days else 0.0
    gap = min(abs((a - b).days) for a in one.days for b in other.days)
    if one.told and other.told:
        return max(_SAME_DAY + _PER_DAY * gap, _OTHER_TIME)
    # the day of publication is that of the event or the next
    return max(_SAME_DAY / 2 + _PER_DAY * max(gap - 1, 0), _OTHER_TIME)


def _numbers(article: Article) -> dict[Hashable, float]:
    facts = [fact for sentence in article.sentences for fact in sentence.facts]
    return {fact.value: _surprise(fact.value) for fact in facts if isinstance(fact.value, Decimal)}


def _names(article: Article) -> dict[Hashable, float]:
    """Names of the glossary's persons and its terms by concept, the same in every script; other names as written."""
    names: list[Hashable] = []
    for sentence in article.sentences:
        for fact in sentence.facts:
            if isinstance(fact.value, NameForm):
                names += fact.value.persons or [fact.value.key]
        names += [mention.concept for mention in sentence.mentions]
    return dict.fromkeys(names, 1.0)


def _surprise(number: Decimal) -> float:
    """How much it says that two texts share a number, by its figures: 2 nothing, 26,750 much."""
    if number == number.to_integral_value() and 1900 <= number <= 2100:
        return 0.25
    figures = str(number).replace(".", "").strip("0")
    return min(0.5 * (len(figures) - 1), 2.0) if figures else 0.0


def _weight(facts: Iterable[Hashable], surprise: Mapping[Hashable, float], rarity: Mapping[Hashable, float]) -> float:
    # sorted: a set's order, and with it the rounding, differs from run to run
    return sum(sorted(surprise[fact] * rarity[fact] for fact in facts))


def _overlap(one: Profile, other: Profile, rarity: Mapping[Hashable, float]) -> float:
    """How far the article with fewer names has them in common with the other, from -0.5 to 0.5; 0 if it has too few."""
    shared = _weight(one.names.keys() & other.names.keys(), one.names, rarity)
    least = min(_weight(profile.names, profile.names, rarity) for profile in (one, other))
    few = min(len(one.names), len(other.names)) < _FEW_NAMES
    return 0.0 if few else shared / least - 0.5


def _candidates(profiles: Sequence[Profile], block: int = 512) -> Iterator[tuple[int, int]]:
    """Pairs worth comparing, by the cosine of their mean vectors and their days."""
    means = np.stack([_mean(profile.rows) for profile in profiles]) if profiles else np.zeros((0, 1))
    for start in range(0, len(profiles), block):
        near = means[start : start + block] @ means.T >= _CANDIDATE
        for row, column in zip(*np.nonzero(near), strict=True):
            one, other = start + int(row), int(column)
            if one < other and _days(profiles[one], profiles[other]) > _OTHER_TIME:
                yield one, other


def _mean(rows: Vectors) -> NDArray[np.float32]:
    total: NDArray[np.float32] = rows.sum(axis=0)
    return total / max(float(np.linalg.norm(total)), 1e-9)


def _clusters(count: int, links: Mapping[tuple[int, int], float]) -> tuple[tuple[int, ...], ...]:
    """Average linkage: join the two clusters that are tied most, while the mean is over the threshold.

    A pair without a link counts as unrelated.
    """
    members = {index: [index] for index in range(count)}
    ties: dict[int, dict[int, float]] = defaultdict(dict)  # sums over pairs, above unrelated
    queue: list[tuple[float, int, int]] = []

    def mean(one: int, other: int) -> float:
        return ties[one][other] / (len(members[one]) * len(members[other])) - _MOST

    def tie(one: int, other: int, total: float) -> None:
        ties[one][other] = ties[other][one] = total
        if mean(one, other) > THRESHOLD:
            heappush(queue, (-mean(one, other), min(one, other), max(one, other)))

    for (one, other), link in links.items():
        tie(one, other, min(max(link, -_MOST), _MOST) + _MOST)
    while queue:
        weight, one, other = heappop(queue)
        if other not in members or one not in members or weight != -mean(one, other):
            continue
        members[one] += members.pop(other)
        gone = ties.pop(other)
        for third in sorted((gone.keys() | ties[one].keys()) - {one, other}):
            ties[third].pop(other, None)
            tie(one, third, ties[one].get(third, 0.0) + gone.get(third, 0.0))
        del ties[one][other]
    return tuple(sorted(tuple(sorted(group)) for group in members.values()))
