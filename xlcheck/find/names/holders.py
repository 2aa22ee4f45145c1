"""Who holds an office that stands in front of names: Bộ trưởng Giao thông | Trần Hồng Minh."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from functools import cache

from xlcheck.evidence.names.readings import lattices
from xlcheck.find.limits import LIMITS
from xlcheck.find.names.line import Line
from xlcheck.find.names.signs import honorifics
from xlcheck.lang import Language
from xlcheck.lang.scripts import LETTER

_REST_OF_COMPOUND = re.compile(r" (?P<second>[^\W\d_]+)(?: [^\W\d_]+){0,2} ")
"""What follows the first syllable of a compound: one to three syllables."""

Run = Sequence[re.Match[str]]
"""Words of a name, with the particles between them."""


def offices_held(line: Line, runs: Sequence[Run]) -> list[frozenset[str]]:
    """For each run of capitalised words the offices of whoever is called so, as far as they stand in front.

    In a language that writes words as syllables, what an office is for (Giao thông, Quốc hội) has a capital as names
    have: the office is that of the full name behind it.
    """
    ends = [match.end() for match in line.found]
    held = [_in_front(line, ends, run[0].start()) for run in runs]
    for at, offices in enumerate(held) if line.language.traits.syllabic else ():
        holder = _holder(line, runs, at) if offices else at
        if holder > at:
            held[at], held[holder] = frozenset(), held[holder] or offices
    return held


def _in_front(line: Line, ends: Sequence[int], start: int) -> frozenset[str]:
    """What the office next to a name may be; in languages that put the name first none stands in front."""
    number = bisect_right(ends, start)
    if (
        not number
        or line.offices is None
        or line.offices.place == "after"
        or start - ends[number - 1] > LIMITS.office_reach
    ):
        return frozenset()
    before = line.found[number - 1]
    beside = _to_name(line.language).fullmatch(line.text, before.end(), start)
    return line.offices.meaning(before) if beside else frozenset()


@cache
def _to_name(language: Language) -> re.Pattern[str]:
    """What may stand between an office and a name: a word, a comma, an honorific (Ngoại trưởng, ông Boris Johnson)."""
    words = "|".join(map(re.escape, sorted(honorifics(language))))
    honorific = rf"(?:(?i:{words})\.?\s+)?" if words else ""
    return re.compile(rf"(?:\s+(?:{LETTER}){{4,}})?,?\s+{honorific}")


def _holder(line: Line, runs: Sequence[Run], at: int) -> int:
    """The place of the full name behind a run where that opens what the office is for; else that of the run."""
    place = at
    while place + 1 < len(runs) and _opens_compound(line, runs[place], runs[place + 1]):
        place += 1
    words = [word[0] for word in runs[place]]
    full = len(words) >= LIMITS.full_name and all(lattices(line.language.primary, word) for word in words)
    return place if full else at


def _opens_compound(line: Line, run: Run, following: Run) -> bool:
    """Whether a run is a syllable of a compound whose others have no capital, and nothing else parts it from the next.

    Its syllables are those of words from Chinese, as those of native verbs seldom are.
    """
    rest = _REST_OF_COMPOUND.fullmatch(line.text, run[-1].end(), following[0].start())
    if len(run) > 1 or rest is None or not rest[0].islower():
        return False
    return all(lattices(line.language.primary, syllable) for syllable in (run[0][0], rest["second"]))
