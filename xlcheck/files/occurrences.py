"""Where many strings stand in one text, without searching all of it for each of them."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping

from xlcheck.files.limits import LIMITS

_PROBES = (16, 8, 4, 2, 1)
"""Lengths of the pieces of strings that are looked for: each string has pieces of the longest that it can hold."""


def occurrences(text: str, wanted: Iterable[str], most: int | None = None) -> Mapping[str, list[int]]:
    """The first places (all, or `most`) of each string in a text that do not overlap; none of the strings is empty.

    One pass over the text notes where the pieces stand that the strings are made of; a string can only stand where its
    rarest piece does (the filter of Wu & Manber, Fast text searching, 1992, with pieces that are looked up).
    """
    by_probe: defaultdict[int, list[str]] = defaultdict(list)
    for string in dict.fromkeys(wanted):
        by_probe[next(length for length in _PROBES if length <= len(string))].append(string)
    found: dict[str, list[int]] = {}
    for length, strings in by_probe.items():
        places = _places(text, {piece for string in strings for _, piece in _pieces(string, length)}, length)
        for string in strings:
            offset, piece = min(_pieces(string, length), key=lambda one: len(places[one[1]]))
            found[string] = list(_standing(text, string, offset, places[piece], most))
    return found


def _pieces(string: str, length: int) -> Iterator[tuple[int, str]]:
    """The pieces that a string is made of, with their places; the last may overlap the one before it."""
    last = len(string) - length
    return ((at, string[at : at + length]) for at in (*range(0, last, length), last))


def _places(text: str, wanted: Collection[str], length: int) -> Mapping[str, array[int]]:
    places = {piece: array("I") for piece in wanted}
    for at in range(len(text) - length + 1):
        if (here := places.get(text[at : at + length])) is not None:
            here.append(at)
    return places


def _standing(text: str, string: str, offset: int, places: array[int], most: int | None) -> Iterator[int]:
    """Where a string stands, of the places of one of its pieces."""
    end, left = 0, most
    for place in places[bisect_left(places, offset) :][: LIMITS.tried_places]:
        if left == 0:
            return
        start = place - offset
        if start >= end and text.startswith(string, start):
            yield start
            end, left = start + len(string), None if left is None else left - 1
