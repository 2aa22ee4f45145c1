"""What stands in one order on both sides."""

from bisect import bisect_left
from collections.abc import Sequence

Places = tuple[int, int]
"""A place in the source and one in the target."""


def longest_ascending(places: Sequence[Places]) -> list[Places]:
    """The longest run of `places`, which ascend in the source, that ascends in the target too (patience sorting)."""
    smallest: list[int] = []
    ends: list[int] = []
    before: list[int] = []
    for index, (_, j) in enumerate(places):
        length = bisect_left(smallest, j)
        smallest[length : length + 1] = [j]
        ends[length : length + 1] = [index]
        before.append(ends[length - 1] if length else -1)
    chain = []
    index = ends[-1] if ends else -1
    while index >= 0:
        chain.append(places[index])
        index = before[index]
    return chain[::-1]
