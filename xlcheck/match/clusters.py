"""Clusters out of scores of pairs: average linkage, so that a chain of similar articles does not become one event."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from heapq import heappop, heappush
from itertools import product

from xlcheck.match.weights import WEIGHTS

Pair = tuple[int, int]
Measure = Callable[[Sequence[Pair]], Iterable[float]]
"""Log odds of pairs (one < other) of articles to cover one happening."""


class Clusters:
    """Clusters that grow by joining the two that are tied most, while the mean of their pairs is above the threshold.

    A pair that nobody proposed is measured when its clusters are about to be compared. Of a large cluster the core has
    a voice, so that time does not grow with the square of it.
    """

    def __init__(self, count: int, links: Mapping[Pair, float], measure: Measure) -> None:
        self._measure = measure
        self._voices = {pair: _voice(link) for pair, link in links.items()}
        self._members = {index: [index] for index in range(count)}
        self._ties: dict[int, dict[int, float]] = {index: {} for index in range(count)}
        self._queue: list[tuple[float, int, int]] = []
        for (one, other), voice in self._voices.items():
            self._tie(one, other, voice)

    def grown(self) -> tuple[tuple[int, ...], ...]:
        """Join what belongs together; groups and their members in ascending order."""
        while self._queue:
            weight, one, other = heappop(self._queue)
            if self._ties.get(one, {}).get(other) == -weight:
                self._join(one, other)
        return tuple(sorted(tuple(sorted(group)) for group in self._members.values()))

    def _join(self, one: int, other: int) -> None:
        self._members[one] += self._members.pop(other)
        around = sorted((self._ties[one].keys() | self._ties[other].keys()) - {one, other})
        for third in around:
            self._ties[third].pop(one, None)
            self._ties[third].pop(other, None)
        del self._ties[other]
        self._ties[one] = {}
        # all at once: pairs of one shape are measured together
        self._hear(pair for third in around for pair in self._pairs(one, third))
        for third in around:
            self._tie(one, third, self._mean(one, third))

    def _tie(self, one: int, other: int, mean: float) -> None:
        if mean > WEIGHTS.threshold:
            self._ties[one][other] = self._ties[other][one] = mean
            heappush(self._queue, (-mean, min(one, other), max(one, other)))

    def _mean(self, one: int, other: int) -> float:
        voices = sorted(self._voices[pair] for pair in self._pairs(one, other))
        return sum(voices) / len(voices)

    def _pairs(self, one: int, other: int) -> Iterator[Pair]:
        """Each two of the members that have a voice."""
        both = (self._members[one][: WEIGHTS.heard], self._members[other][: WEIGHTS.heard])
        return ((min(pair), max(pair)) for pair in product(*both))

    def _hear(self, pairs: Iterable[Pair]) -> None:
        """Measure the pairs that nobody has."""
        unknown = [pair for pair in pairs if pair not in self._voices]
        for pair, link in zip(unknown, self._measure(unknown) if unknown else (), strict=True):
            self._voices[pair] = _voice(link)


def _voice(link: float) -> float:
    return min(max(link, -WEIGHTS.voice), WEIGHTS.voice)
