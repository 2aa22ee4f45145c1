"""Names by the offices beside them and by their capitals, as they sound."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files
from itertools import chain, product, takewhile

from xlcheck.find.folded import fold
from xlcheck.find.homes import countries
from xlcheck.find.readings import SYSTEMS, lattices, rows, simplify
from xlcheck.find.signs import honorifics
from xlcheck.find.transliteration import sounds
from xlcheck.model import Fact, NameForm, Reading, Sentence, Span, primary
from xlcheck.model.sound import Called, Voice

_SCRIPTS = (
    ("Kana", re.compile("[ァ-ヺぁ-ゖー]")),
    ("Hang", re.compile("[가-힣]")),
    ("Arab", re.compile("[\u0620-\u064a]")),
    ("Cyrl", re.compile("[\u0400-\u04ff]")),
    ("Hani", re.compile("[\u3400-\u9fff]")),
)
_LETTER = r"(?:[^\W\d_][\u0300-\u036f]*)"
_WORD = re.compile(rf"{_LETTER}+(?:[-‐]{_LETTER}+)*")
_PARTICLES = frozenset(
    {"al", "bin", "da", "de", "del", "den", "der", "di", "do", "dos", "du", "el", "la", "le", "van", "von"}
)
_JOINT = re.compile(r"[\s'’.]{1,2}|\.\s")
_UNINFLECTED = ("vi", "zh", "id")
_INFLECTED = 5
"""Letters from which on a country's name may have lost its ending."""

_NO_ROLE = "-"
"""Stands for the office of a word that several people may be called by at once: comrade, leader."""

_FULL = 2
"""Words, or syllables, that a full name has at least."""

_MOST_SYLLABLES = 4

_OFFICE_COUNTRY_NAME = ("id", "ru", "vi")
"""Languages that put a country between an office and a name without any word."""

_CHINESE_ABROAD = ("yue", "zh-Latn-wadegile")
"""Systems in which surnames stand behind given names in English: Lawrence Wong, Jerry Yang."""

_SHORTEST = 2
"""Characters that a transcribed name has at least."""

_LONG = 3
"""Characters from which it does not seem to be one by chance."""

_BODIES = tuple("国國俄美英法德韩韓省市州府院部会會党黨局盟前任")

_FARTHEST = 200
"""Code points next to an office in which its name stands: more than any has with what stands between the two."""

_BEFORE_KANA = re.compile("[ァ-ヺー・＝\u3400-\u9fff]{2,16}$")
_BEFORE_HANGUL = re.compile("[가-힣·]++(?: [가-힣·]++){0,2}$")
_BEFORE_HAN = re.compile("[\u3400-\u9fff·]{1,9}$")
_AFTER_HAN = re.compile("[\u3400-\u9fff·]{2,9}")
_NOT_HAN = re.compile("[^\u3400-\u9fff]+")
_KATAKANA = re.compile("[ァ-ヺー]{2,}")
_FULL_KATAKANA = re.compile("[ァ-ヺー]++(?:[・＝][ァ-ヺー]++)++")
_POINTED = re.compile(f"(?<![ァ-ヺー]){_FULL_KATAKANA.pattern}")
_HYPHEN = re.compile("[-‐]")
_POINT = re.compile("[・·＝]")
_AFTER_ARABIC = re.compile(r"(?<=\s)[\u0620-\u0652]+(?:\s+[\u0620-\u0652]+){0,4}")


@dataclass(frozen=True, slots=True)
class _Offices:
    """A language's words for offices: where the name stands, the pattern, and what a word may mean."""

    language: str
    place: str
    pattern: re.Pattern[str]
    meanings: Mapping[str, frozenset[str]]


@cache
def _offices(language: str) -> _Offices | None:
    meanings: defaultdict[str, set[str]] = defaultdict(set)
    places = set()
    for own, place, office, _, words in rows("offices.tsv"):
        if own == language and office != _NO_ROLE:
            places.add(place)
            for word in words.split("|"):
                meanings[word].add(office)
    if not places:
        return None
    choice = "|".join(re.escape(word) for word in sorted(meanings, key=lambda word: (-len(word), word)))
    shape = rf"(?<![\w-])(?:{choice})(?!\w)"
    if language == "ar":
        shape = rf"(?<!\w)[وف]?(?:ال|لل|بال|ل|ب)?(?P<word>{choice})(?!\w)"
    elif language in ("zh", "ja", "ko"):
        shape = f"(?:{choice})"
    return _Offices(
        language, places.pop(), re.compile(shape, re.IGNORECASE), {w: frozenset(m) for w, m in meanings.items()}
    )


def find_called(sentence: Sentence, names: Sequence[Fact] = ()) -> Iterator[Fact]:
    """Names by their sound, kind `called` with a `Called`, and of the whole sentence one `voice` with its `Voice`.

    `names` are the sentence's facts of kind `name`, whose readings go with a name of the same place.

    In Latin and Cyrillic: runs of capitalised words, those that open the sentence too. In the others names beside an
    office, and in katakana those of several words.
    """
    folded = fold(sentence.text)
    text = folded.cased
    script = next((script for script, letters in _SCRIPTS if letters.search(text)), "Latn")
    characters = _simplified(text, script)
    capitals = script in ("Latn", "Cyrl")
    spoken = " ".join(sounds(word) for word in _WORD.findall(text) if word[0].isupper()) if capitals else sounds(text)
    offices = _offices(primary(sentence.language))
    found = list(offices.pattern.finditer(text)) if offices else []
    if capitals:
        found_names = _capitalised(text, found, offices, script)
    else:
        beside = _beside(text, found, offices, script) if offices else iter(())
        found_names = chain(beside, _pointed(text)) if script == "Kana" else beside
    read = {fact.span: fact.value.readings for fact in names if isinstance(fact.value, NameForm)}
    base, families = sentence.span.start, ""
    called = []
    for start, end, name in found_names:
        first, last = folded.original(start, end)
        span = Span(sentence.span.document, base + first, base + last)
        readings = read.setdefault(span, name.readings)
        sino_vietnamese = primary(sentence.language) == "vi" and any(each.system == "vi" for each in readings)
        called.append(Fact("called", replace(name, readings=readings, sino_vietnamese=sino_vietnamese), span))
        families += name.families
    words = tuple(map(sounds, _KATAKANA.findall(text))) if script == "Kana" else ()
    voice = Voice(script, spoken, characters, tuple(chain(*read.values())), families, words)
    yield Fact("voice", voice, sentence.span)
    yield from called


def _simplified(text: str, script: str) -> str:
    """The Chinese characters of a text in simplified form, a blank for others; nothing in other scripts."""
    return simplify(_NOT_HAN.sub(" ", text)) if script in ("Hani", "Kana") else ""


Place = tuple[int, int, Called]


def _meaning(offices: _Offices, match: re.Match[str]) -> frozenset[str]:
    word = match["word"] if "word" in match.re.groupindex else match[0]
    return offices.meanings.get(word.lower(), frozenset())


def _capitalised(text: str, found: Sequence[re.Match[str]], offices: _Offices | None, script: str) -> Iterator[Place]:
    taken = [False] * (len(text) + 1)
    for match in found:
        taken[match.start() : match.end()] = [True] * (match.end() - match.start())
    ends = [match.end() for match in found]
    for run in _runs(text, taken):
        start, end = run[0].start(), run[-1].end()
        number = bisect_right(ends, start)
        before = found[number - 1] if number and start - ends[number - 1] <= _FARTHEST else None
        beside = before and offices and _to_name(offices.language).fullmatch(text, before.end(), start)
        country = offices is not None and all(_in_country(word[0], offices.language) for word in run)
        meaning = _meaning(offices, before) if offices and before and beside and not country else frozenset()
        name = run if country or not offices else _behind_country(run, offices.language, bool(meaning))
        words = tuple(sounds(word[0]) for word in name if word[0][0].isupper())
        readings = tuple(_readings([word[0] for word in name])) if name is not run else ()
        families = _families([word[0] for word in name]) if meaning else ""
        yield (
            name[0].start(),
            end,
            Called(script, words, meaning, readings=readings, families=families, country=country),
        )


@cache
def _to_name(language: str) -> re.Pattern[str]:
    """What may stand between an office and a name: a word, a comma, an honorific (Ngoại trưởng, ông Boris Johnson)."""
    words = "|".join(map(re.escape, sorted(honorifics(language))))
    honorific = rf"(?:(?:{words})\.?\s+)?" if words else ""
    return re.compile(rf"(?:\s+{_LETTER}{{4,}})?,?\s+{honorific}")


def _behind_country(run: list[re.Match[str]], language: str, beside: bool) -> list[re.Match[str]]:
    """The run without the country that opens it, where a full name is left: Trung Quốc | Tập Cận Bình.

    One word may be a surname as well (Hà, Jordan): it is a country only where the rest alone reads as characters, or
    `beside` an office in a language that puts the country between the two (Thủ tướng Anh Theresa May).
    """
    words = [word[0] for word in run]
    known = next((n for n in (2, 1) if " ".join(words[:n]).lower() in countries(language)), 0)
    length = known or sum(1 for _ in takewhile(lambda word: _in_country(word, language), words))
    rest = words[length:]
    if not length or len(rest) < _FULL:
        return run
    foreign = language != "vi" or all(map(str.isascii, rest))
    between = beside and language in _OFFICE_COUNTRY_NAME and foreign and not any(_readings(words))
    sure = known or length > 1 or between or (any(_readings(rest)) and not any(_readings(words)))
    return run[length:] if sure else run


def _readings(words: Sequence[str]) -> Iterator[Reading]:
    """What a name behind a country may be read off, its surname first."""
    if len(words) > _MOST_SYLLABLES:
        return
    for system in SYSTEMS:
        for choice in product(*(lattices(system, word) for word in words)):
            lattice = tuple(chain.from_iterable(choice))
            if len(choice[0]) == 1 and _FULL <= len(lattice) <= _MOST_SYLLABLES:
                yield Reading(system, lattice)


def _families(words: Sequence[str]) -> str:
    """The characters that a surname alone, or behind a given name that is no reading, may be read off."""
    alone = len(words) == 1 or (len(words) == _FULL and not any(lattices(system, words[0]) for system in SYSTEMS))
    ways = (way for system in (*SYSTEMS, *_CHINESE_ABROAD) for way in lattices(system, words[-1]))
    return "".join(way[0] for way in ways if len(way) == 1) if alone else ""


def _in_country(word: str, language: str) -> bool:
    """Whether a word, or each one joined by hyphens, is part of a country's name, inflected or not."""
    names = _countries(language)
    return all(
        part in names or (len(part) > _INFLECTED and language not in _UNINFLECTED and part[:-1] in names)
        for part in _HYPHEN.split(word)
    )


@cache
def _countries(language: str) -> frozenset[str]:
    """The words of countries' names, the longer ones also without their last letter."""
    words = next((words.split("|") for own, words in rows("territories.tsv") if own == language), [])
    inflected = (word[:-1] for word in words if len(word) >= _INFLECTED and language not in _UNINFLECTED)
    return frozenset((*words, *inflected))


def _runs(text: str, taken: Sequence[bool]) -> Iterator[list[re.Match[str]]]:
    """Capitalised words with a blank, a point, an apostrophe or particles between them; a last particle is none."""
    run: list[re.Match[str]] = []
    particles: list[re.Match[str]] = []
    for word in _WORD.finditer(text):
        joined = not run or _JOINT.fullmatch(text, (particles or run)[-1].end(), word.start())
        capital = word[0][0].isupper() and not taken[word.start()]
        if run and not (joined and (capital or word[0] in _PARTICLES)):
            yield run
            run, particles = [], []
        if capital:
            run += [*particles, word]
            particles = []
        elif run:
            particles.append(word)
    if run:
        yield run


def _beside(text: str, found: Sequence[re.Match[str]], offices: _Offices, script: str) -> Iterator[Place]:
    for match in found:
        meaning = _meaning(offices, match)
        if script == "Kana" and (pointed := _FULL_KATAKANA.match(text, match.end(), match.end() + _FARTHEST)):
            yield *pointed.span(), Called(script, _words(pointed), meaning)
            continue
        stretches = list(_stretches(text, match, offices.place, script))
        place = _transcribed(text, stretches, match) if script in ("Hani", "Kana") else None
        if place:
            words = tuple(map(sounds, _POINT.split(text[slice(*place)])))
            yield *place, Called(script, words, meaning)
        elif stretches:
            words = tuple(sounds(text[a:b]) for a, b in stretches)
            characters = " ".join(_simplified(text[a:b], script) for a, b in stretches)
            name = Called(script, words, meaning, bounded=False, characters=characters)
            yield from ((*stretch, name) for stretch in stretches)


def _transcribed(text: str, stretches: Sequence[tuple[int, int]], office: re.Match[str]) -> tuple[int, int] | None:
    """The part of a stretch that is a name in katakana or in characters for foreign sounds, next to the office.

    In front of an office it is long, or fills the stretch, since 文雄 of 岸田文雄 may seem to be one; behind it, what
    stands in front is a country or body (美国总统特朗普), no name of its own.
    """
    inside = f"[{_transcribing()}ァ-ヺー・·＝]"
    named = False
    for start, end in stretches:
        before = end <= office.start()
        written = text[start:end]
        run = re.search(f"{inside}*$" if before else f"{inside}*", written)
        length = len(run[0]) if run else 0
        if length >= (_LONG if before and length < end - start else _SHORTEST) and not named:
            return (end - length, end) if before else (start, start + length)
        named = before and not written.endswith(_bodies())
    return None


@cache
def _bodies() -> tuple[str, ...]:
    """What the names of countries in Chinese and other bodies end in."""
    return (*_BODIES, *_countries("zh"))


@cache
def _transcribing() -> str:
    return (files("xlcheck.find") / "data/transcription.tsv").read_text("utf-8").split("\n")[1]


def _pointed(text: str) -> Iterator[Place]:
    """Names in katakana with a point between their words: foreign, and seldom anything else."""
    for found in _POINTED.finditer(text):
        yield *found.span(), Called("Kana", _words(found))


def _words(name: re.Match[str]) -> tuple[str, ...]:
    return tuple(map(sounds, _POINT.split(name[0])))


def _stretches(text: str, office: re.Match[str], place: str, script: str) -> Iterator[tuple[int, int]]:
    if place == "before":
        after = _AFTER_ARABIC.match(text, office.end() + 1)
        if after:
            yield after.span()
        return
    first = max(0, office.start() - _FARTHEST)
    if place == "beside":
        before = _BEFORE_HAN.search(text, first, office.start())
        after = _AFTER_HAN.match(text, office.end())
        yield from (found.span() for found in (before, after) if found)
        return
    end = first + len(text[first : office.start()].rstrip())
    before = (_BEFORE_HANGUL if script == "Hang" else _BEFORE_KANA).search(text, first, end)
    if before:
        yield before.span()
