"""Pairs of articles worth comparing: near as vectors, or with rare facts in common, and not of other times."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from xlcheck.match.exact import Floats, unit, whole
from xlcheck.match.neighbours import Places, nearest
from xlcheck.match.profile import Profile
from xlcheck.match.score import days
from xlcheck.match.weights import WEIGHTS

Pair = tuple[int, int]


def candidates(profiles: Sequence[Profile]) -> list[Pair]:
    """Pairs (one < other) in ascending order."""
    found = set(_near(profiles)) | set(_factual(profiles))
    return sorted(pair for pair in found if days(profiles[pair[0]], profiles[pair[1]]) > WEIGHTS.other_time)


def _near(profiles: Sequence[Profile]) -> Iterator[Pair]:
    """Articles with a passage among the nearest of a passage of the other."""
    if not any(len(profile.rows) for profile in profiles):
        return
    rows, owners = _passages(profiles)
    published = np.array([profile.published.toordinal() if profile.published else 0 for profile in profiles])[owners]
    for asked, among in _periods(published):
        places = nearest(rows[asked], rows[among], (owners[asked], owners[among]), WEIGHTS.nearest)
        found = np.where(places < 0, -1, owners[among][places])
        for one, others in zip(owners[asked].tolist(), found.tolist(), strict=True):
            yield from ((min(one, other), max(one, other)) for other in others if other >= 0)


def _passages(profiles: Sequence[Profile]) -> tuple[Floats, Places]:
    """Whole vectors, (passages, dim), of each article and of the parts of a long one, and whose they are.

    A brief is near the part that it was made of, and an entry of a live page is near the reports of its event.
    """
    sums, owners = [], []
    for owner, profile in enumerate(profiles):
        count = len(profile.rows)
        parts = np.array_split(profile.rows, count // WEIGHTS.passage) if count > 1.5 * WEIGHTS.passage else []
        for part in (profile.rows, *parts) if count else ():
            sums.append(part.sum(axis=0))
            owners.append(owner)
    return whole(unit(np.stack(sums))), np.array(owners)


def _periods(published: NDArray[np.int64]) -> Iterator[tuple[Places, Places]]:
    """Passages to search for and those to search, by days of publication: with no day, all of them."""
    undated = np.flatnonzero(published == 0)
    if len(undated):
        yield undated, np.arange(len(published))
    dated = np.flatnonzero(published)
    for period in np.unique(published[dated] // WEIGHTS.period):
        first = period * WEIGHTS.period
        inside = (published[dated] >= first) & (published[dated] < first + WEIGHTS.period)
        first_near, last_near = first - WEIGHTS.days_apart, first + WEIGHTS.period + WEIGHTS.days_apart
        about = (published[dated] >= first_near) & (published[dated] < last_near)
        yield dated[inside], dated[about]


def _factual(profiles: Sequence[Profile]) -> Iterator[Pair]:
    """Articles that share facts that few others have."""
    holders = defaultdict(list)
    for at, profile in enumerate(profiles):
        for fact, surprise in (*profile.numbers.items(), *profile.names.items()):
            if surprise >= 1:
                holders[fact].append((at, surprise))
    shared: defaultdict[Pair, float] = defaultdict(float)
    for held in holders.values():
        if len(held) <= WEIGHTS.rare:
            for (one, surprise), (other, _) in combinations(held, 2):
                shared[one, other] += surprise
    yield from (pair for pair, surprise in shared.items() if surprise >= WEIGHTS.surprise)
