"""What a text in letters makes of the names in characters that stand next to it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from itertools import islice, product

from xlcheck.evidence.names.forms import name_key
from xlcheck.evidence.names.readings import simplify, spellings, usual_reading
from xlcheck.evidence.thresholds import THRESHOLDS
from xlcheck.lang import Language
from xlcheck.lang.scripts import TOKEN
from xlcheck.lang.systems import AT_HOME, RARER_SYSTEMS, SYSTEMS
from xlcheck.model.document import Range, Span
from xlcheck.model.event import Alignment, Event
from xlcheck.model.language import UNDETERMINED, primary
from xlcheck.model.name import ABROAD, Name, units_of
from xlcheck.model.text import Article, Sentence

_WORD = re.compile(rf"{TOKEN}(?:[-‐'’](?!s\b){TOKEN})*")
_LENGTHS = (4, 3, 2)
_CHARACTERS = ("Hani", "Kana")
"""Scripts of texts that have Chinese characters."""
_ALL_SYSTEMS = (*SYSTEMS, *RARER_SYSTEMS)


@dataclass(frozen=True, slots=True, eq=False)
class Misreading:
    """A name in letters at `at` that reads characters, at `source`, in a wrong system.

    It is the name of someone from the region `home`; one character is the family name, alone or before what is no
    reading of the rest.
    """

    at: Span
    home: str
    system: str
    source: Span

    @property
    def is_family(self) -> bool:
        return len(self.source.text) == 1

    @property
    def usual(self) -> tuple[str, ...]:
        """The likeliest reading of each character in the language of the name's home, where that is known."""
        return usual_reading(AT_HOME.get(self.home, ""), simplify(self.source.text))


@dataclass(frozen=True, slots=True)
class _Written:
    """Characters, as the text has them, in which a name begins, for a country of a region and an office stand in front.

    They may run beyond the name.
    """

    characters: str
    home: str

    def keys(self, system: str, length: int) -> frozenset[str]:
        """The `name_key`s of the first characters read in a system, the family name first or last."""
        return _keys(simplify(self.characters[:length]), system)


@lru_cache(maxsize=1 << 10)
def _keys(characters: str, system: str) -> frozenset[str]:
    syllables = [spellings(system, character) for character in characters]
    orders = [syllables] if len(syllables) < THRESHOLDS.western_order else [syllables, [*syllables[1:], syllables[0]]]
    return frozenset(
        "".join(choice) for order in orders for choice in islice(product(*order), THRESHOLDS.readings_tried)
    )


def accepted_systems(home: str, language: str) -> tuple[str, ...] | None:
    """In whose readings a text in a language names people of a region, its own first; None where any may do."""
    rows = _systems()
    return rows.get((home, primary(language)), rows.get((home, "*")))


@cache
def _systems() -> Mapping[tuple[str, str], tuple[str, ...]]:
    text = files("xlcheck.evidence").joinpath("data/name_systems.tsv").read_text("utf-8")
    rows = (line.split("\t") for line in text.splitlines()[1:])
    return {(home, language): tuple(systems.split("|")) for home, language, systems in rows}


def misreadings(event: Event) -> Iterator[Misreading]:
    """The names in letters that are next to such names in characters and read them as no one does in the language."""
    for alignment in event.alignments:
        for ours, theirs in ((alignment.source, alignment.target), (alignment.target, alignment.source)):
            written = _written(ours)
            if written:
                yield from _of_article(alignment, ours is alignment.source, written, primary(theirs.language))


def _written(article: Article) -> dict[str, _Written]:
    """The article's names, by their first two characters as the article writes them; none of two regions."""
    found: dict[str, _Written] = {}
    doubtful = set()
    for sentence in article.sentences:
        for name in sentence.facts.of(Name):
            if name.home and name.script in _CHARACTERS:
                beginning = name.span.text[: _LENGTHS[-1]]
                other = found.setdefault(beginning, _Written(name.span.text[: _LENGTHS[0]], name.home))
                if other.home != name.home:
                    doubtful.add(beginning)
    return {beginning: one for beginning, one in found.items() if beginning not in doubtful}


def _of_article(
    alignment: Alignment, from_source: bool, names: Mapping[str, _Written], page: str
) -> Iterator[Misreading]:
    for pair in alignment.pairs:
        ours, theirs = (pair.source, pair.target) if from_source else (pair.target, pair.source)
        for beginning, written in names.items():
            source = next((sentence for sentence in ours if beginning in sentence.text), None)
            if source:
                for sentence in theirs:
                    yield from _in_sentence(sentence, page, written, source)


def _in_sentence(target: Sentence, page: str, written: _Written, source: Sentence) -> Iterator[Misreading]:
    language, raw = page if target.language == UNDETERMINED else primary(target.language), written.characters
    accepted = accepted_systems(written.home, language)
    if accepted is None or Language.of(language).traits.own_names:
        return
    windows = list(_windows(target.text))
    for length in (n for n in _LENGTHS if n <= len(raw) and raw[:n] in source.text):
        for start, end, words, whole in windows:
            # 莫迪 is Modi in both; Ho Li in Ho Li Pei is no name
            if (written.home == ABROAD and words == 1) or (length == _LENGTHS[-1] and not whole):
                continue
            system = _system(written, name_key(target.text[start:end]), length)
            if system and system not in accepted:
                base, at = target.span.start, source.span.start + source.text.index(raw[:length])
                here = Span(target.span.document, base + start, base + end)
                yield Misreading(here, written.home, system, Span(source.span.document, at, at + length))
                return
            if system:
                return
    if written.home not in (ABROAD, "JP"):
        reads = Language.of(language).traits.reads_characters
        yield from _family(target, accepted if reads else accepted[:1], written, source)


def _family(target: Sentence, own: Sequence[str], written: _Written, source: Sentence) -> Iterator[Misreading]:
    """The family name in a wrong system, after a title (Mr. Ho) or before the rest in any (Ho Li Pei)."""
    family = written.characters[0]
    if source.text.count(family) > 1:
        return
    right = {key for system in own for key in written.keys(system, 1)}
    given = {key for system in _ALL_SYSTEMS for key in spellings(system, simplify(written.characters[1]))}
    for name in units_of(target):
        span = name.span
        first, *rest = span.text.split()
        rest += target.text[span.end - target.span.start :].split()[:1]
        titled = not name.signs.isdisjoint(("masculine", "feminine"))
        key = name_key(first)
        system = next((s for s in _ALL_SYSTEMS if s not in own and key in written.keys(s, 1)), "")
        if system and key not in right and (titled or (rest and name_key(rest[0]) in given)):
            at = source.span.start + source.text.index(family)
            yield Misreading(span, written.home, system, Span(source.span.document, at, at + 1))
            return


def _windows(text: str) -> Iterator[tuple[int, int, int, bool]]:
    """Start, end and number of words of all runs of neighbouring capitalised words, and whether no more follow."""
    words = [match.span() for match in _WORD.finditer(text) if match[0][0].isupper()]
    ends = [at + 1 == len(words) or not _together(text, words[at], words[at + 1]) for at in range(len(words))]
    for first in range(len(words)):
        for last in range(first, min(first + _LENGTHS[0], len(words))):
            yield words[first][0], words[last][1], last - first + 1, ends[last]
            if ends[last]:
                break


def _together(text: str, one: Range, other: Range) -> bool:
    gap = text[one[1] : other[0]]
    return gap.isspace() and len(gap) <= THRESHOLDS.name_gap


def _system(written: _Written, key: str, length: int) -> str | None:
    """In which system a form reads the characters, the home's own first; a long name may have slips in Mandarin."""
    own = () if written.home == ABROAD else accepted_systems(written.home, "und") or ()
    systems = sorted(_ALL_SYSTEMS, key=lambda system: system not in own)
    for system in systems:
        if key in written.keys(system, length):
            return system
    if length == _LENGTHS[0] and written.home != ABROAD:
        most = len(key) // THRESHOLDS.letters_an_error
        if any(abs(len(key) - len(k)) <= most and _slips(key, k) <= most for k in written.keys("zh", length)):
            return "zh"
    return None


def _slips(one: str, other: str) -> int:
    """Levenshtein's distance."""
    row: Sequence[int] = range(len(other) + 1)
    for at, letter in enumerate(one, 1):
        last = [at]
        for place, wanted in enumerate(other):
            last.append(min(row[place] + (letter != wanted), row[place + 1] + 1, last[place] + 1))
        row = last
    return row[-1]
