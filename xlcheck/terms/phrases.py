"""Names and phrases that recur in a language's side of aligned text, and in which beads they stand."""

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from xlcheck.lang.scripts import FIGURED, HANGUL_SYLLABLES, LETTER, UNSPACED_LETTERS, WIDE
from xlcheck.terms.limits import LIMITS

_WORD = re.compile(rf"(?:{LETTER}\.){{2,}}|{FIGURED}(?:[-.’']{FIGURED})*")
_INITIALS = re.compile(r"\. [A-Z]{1,2}$")
_GAP = re.compile(r" |(?<=\b[A-Z])\. |(?<=\b[A-Z]{2})\. ")
"""Between the words of a phrase: a space, also behind initials (J. K., EE. UU.)."""

_POSSESSIVE = re.compile(r"[’']s$")
_UNSPACED = re.compile(
    f"[{UNSPACED_LETTERS}]+|[{WIDE}·]+(?:[-‐][{WIDE}·]+)*|[{HANGUL_SYLLABLES}]+(?: [{HANGUL_SYLLABLES}]+)*"
)
_HANGUL = re.compile(f"[{HANGUL_SYLLABLES}]")
_CHARACTERS = (2, 10)


@dataclass(frozen=True, slots=True)
class Phrase:
    """What recurs: its commonest spelling, whether it is a name by its capitals, and where it stands.

    `places` has for each bead the middle of the phrase in the text, from 0 to 1.
    """

    text: str
    name: bool
    places: Mapping[int, float]

    @property
    def beads(self) -> frozenset[int]:
        return frozenset(self.places)


@dataclass(slots=True)
class _Gathered:
    spellings: Counter[str] = field(default_factory=Counter)
    places: dict[int, float] = field(default_factory=dict)


class _Run(NamedTuple):
    """Words or characters that phrases are made of, side by side in a text.

    `units` are their starts and ends, `starts` the units that a phrase may begin with, `least` and `most` its length.
    """

    units: Sequence[tuple[int, int]]
    starts: Collection[int]
    least: int
    most: int

    def pieces(self, length: int) -> Iterator[tuple[int, int, int]]:
        """The first unit, the start and the end of each stretch of so many units."""
        if length <= self.most:
            for first in range(len(self.units) - length + 1):
                yield first, self.units[first][0], self.units[first + length - 1][1]


def phrases(texts: Sequence[str], least: int) -> list[Phrase]:
    """The phrases that stand in at least `least` of the texts, one text a bead.

    Up to five words that begin and end with a name's or a rare word; in scripts without spaces, and in Korean, whose
    words end in particles, up to ten characters. Of phrases inside one another that (nearly) always stand together,
    the longest.
    """
    manner = _Manner.of(texts)
    runs = [list(_runs(text)) for text in texts]
    often = _frequent(texts, runs, least)
    found: defaultdict[str, _Gathered] = defaultdict(_Gathered)
    for bead, (text, parts) in enumerate(zip(texts, runs, strict=True)):
        for run in parts:
            for length in range(run.least, run.most + 1):
                for first, start, end in run.pieces(length):
                    spelling = _spelling(text, start, end)
                    if first in run.starts and (key := _key(spelling)) in often:
                        found[key].spellings[spelling] += 1
                        found[key].places.setdefault(bead, (start + end) / (2 * len(text)))
    whole = {
        key: entry
        for key, entry in found.items()
        if len(entry.places) >= least and manner.is_whole(_commonest(entry.spellings))
    }
    kept = ((_commonest(entry.spellings), entry.places) for entry in _longest(whole).values())
    return [Phrase(text, manner.is_name(text), places) for text, places in kept]


def _frequent(texts: Sequence[str], runs: Sequence[Sequence[_Run]], least: int) -> set[str]:
    """The keys of stretches in at least so many texts, length by length: none is longer than frequent ones make it.

    R. Agrawal, R. Srikant, Fast Algorithms for Mining Association Rules, 1994.
    """
    all_of_them: set[str] = set()
    shorter: set[str] = set()
    for length in range(1, max((run.most for parts in runs for run in parts), default=0) + 1):
        counts = Counter[str]()
        for text, parts in zip(texts, runs, strict=True):
            here = set()
            for run in parts:
                for first, start, end in run.pieces(length):
                    if length == 1 or (
                        _key(_spelling(text, start, run.units[first + length - 2][1])) in shorter
                        and _key(_spelling(text, run.units[first + 1][0], end)) in shorter
                    ):
                        here.add(_key(_spelling(text, start, end)))
            counts.update(here)
        shorter = {key for key, count in counts.items() if count >= least}
        if not shorter:
            break
        all_of_them |= shorter
    return all_of_them


def _spelling(text: str, start: int, end: int) -> str:
    dotted = text.startswith(".", end) and bool(_INITIALS.search(text, start, end))
    return _POSSESSIVE.sub("", text[start : end + dotted])


def _key(spelling: str) -> str:
    return " ".join(spelling.lower().split())


def _commonest(spellings: Counter[str]) -> str:
    return min(spellings, key=lambda spelling: (-spellings[spelling], spelling))


def _runs(text: str) -> Iterator[_Run]:
    """Every run of words or characters in which there could be a phrase."""
    for match in _UNSPACED.finditer(text):
        units = [(at, at + 1) for at in range(*match.span()) if text[at] not in " ·-‐"]
        korean = _HANGUL.match(match[0]) is not None
        starts = {n for n, (at, _) in enumerate(units) if not korean or n == 0 or text[at - 1] == " "}
        yield _Run(units, starts, *_CHARACTERS)
    words = [match.span() for match in _WORD.finditer(_UNSPACED.sub(lambda run: " " * len(run[0]), text))]
    begin = 0
    for number, (_, end) in enumerate(words, 1):
        if number == len(words) or not _GAP.fullmatch(text, end, words[number][0]):
            units = words[begin:number]
            yield _Run(units, range(len(units)), 1, LIMITS.phrase_words)
            begin = number


def _longest(found: Mapping[str, _Gathered]) -> dict[str, _Gathered]:
    """Those that are not merely a part of a longer one, with (nearly) as many beads."""
    parts = set()
    for key, entry in found.items():
        spaced = " " in key
        words = key.split()
        inner = (
            [" ".join(words[a:b]) for a in range(len(words)) for b in range(a + 1, len(words) + 1)]
            if spaced and not _UNSPACED.match(key)
            else [key[a:b].strip() for a in range(len(key)) for b in range(a + 1, len(key) + 1)]
        )
        parts |= {
            part
            for part in inner
            if part != key and part in found and len(entry.places) >= LIMITS.part_share * len(found[part].places)
        }
    return {key: entry for key, entry in found.items() if key not in parts}


@dataclass(frozen=True, slots=True)
class _Manner:
    """How a language's side writes: words that are names by their capitals, and common words."""

    names: frozenset[str]
    common: frozenset[str]

    @classmethod
    def of(cls, texts: Sequence[str]) -> "_Manner":
        capital, inside, beads = Counter[str](), Counter[str](), Counter[str]()
        for text in texts:
            words = [(match.start(), _POSSESSIVE.sub("", match[0])) for match in _WORD.finditer(text)]
            beads.update({word.lower() for _, word in words})
            for start, word in words[1:]:
                if text[start - 1] == " " and text[start - 2 : start - 1].isalnum():
                    inside[word.lower()] += 1
                    capital[word.lower()] += word[0].isupper()
        names = frozenset(word for word, count in inside.items() if capital[word] >= LIMITS.name_share * count)
        least = max(LIMITS.common_texts, LIMITS.common_share * len(texts))
        return cls(names, frozenset(word for word, count in beads.items() if count >= least) - names)

    def is_name(self, text: str) -> bool:
        first, *_, last = text.split() * 2
        return first.lower() in self.names and (last.lower() in self.names or last[0].isupper())

    def is_whole(self, text: str) -> bool:
        """Whether a phrase begins and ends with a word that means something by itself."""
        if _UNSPACED.match(text):
            return True
        first, *others = text.split()
        if not others:
            return first.lower() in self.names and len(first) > 1
        last = others[-1]
        common = first.lower() in self.common or (last in self.common)
        return not common and any(character.isalpha() for character in text)
