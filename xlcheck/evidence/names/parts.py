"""Whether a text calls a person by a part of the name: a surname or a given name alone."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import takewhile

from xlcheck.evidence.names.forms import is_lengthened
from xlcheck.evidence.thresholds import THRESHOLDS
from xlcheck.lang import Language
from xlcheck.lang.scripts import FIGURED, HAN, HANGUL_SYLLABLES, KATAKANA

_WORD = re.compile(FIGURED)
_UNIT = re.compile(r"[^\s・·]+")
_NUMERAL = re.compile(r"[IVXLCDM]+|\d+")
_RUN = re.compile(f"[{KATAKANA}]+(?:[・＝=][{KATAKANA}]+)*")
_POINT, _DOUBLE = "・", frozenset("＝=")
_OF = re.compile(f"([{KATAKANA}・＝=]+)の$")
_GAP = re.compile(r"[\s'’‐‑-]")
_HYPHENS = re.compile("[-‐‑]")
_HANGUL = re.compile(f"[{HANGUL_SYLLABLES}]{{2,4}}")


def is_called(form: str, text: str, language: str) -> bool:
    """Whether one word of a person's name stands in a text of a language for the whole of it.

    A word of the name that has a capital, where the script has them, and is no numeral; of a double name
    (Meinl-Reisinger) and of one with an apostrophe (O’Neill) both parts. It does not count where it begins a longer
    name of other words: Georg in Georg von Jugoslawien is no Georg von Serbien; in katakana nor does ルカリス in
    キュリル・ルカリス for キリロス・ルカリス. In Chinese characters and in Korean (김 위원장) it is the surname, which
    comes first.
    """
    form, text = (unicodedata.normalize("NFKC", each) for each in (form, text))
    if re.search(f"[{KATAKANA}]", form):
        return _in_katakana(form, text)
    if re.search(f"[{HAN}]", form):
        parts = _UNIT.findall(form)
        return any(part in text for part in parts) if len(parts) > 1 else _has_surname(form[0], text, language)
    return _in_letters(form, text, Language.of(language))


def _in_letters(form: str, text: str, language: Language) -> bool:
    words = list(_WORD.finditer(text))
    units = [_pieces(unit) for unit in _UNIT.findall(form)]
    own = [piece for unit in units for piece in unit]
    if _HANGUL.fullmatch(form) and any(word[0] == form[0] for word in words):
        return True
    for unit in filter(_is_name, units):
        for at in range(len(words) - len(unit) + 1):
            if _stands_at(unit, words[at : at + len(unit)], text, language):
                first = _first(words, at, own, text, language)
                opens = _is_word(own[0], words[first][0], language)
                if not (opens and _goes_on(units, own, words[first:], text, language)):
                    return True
    return False


def _stands_at(unit: Sequence[str], words: Sequence[re.Match[str]], text: str, language: Language) -> bool:
    """Whether words are those of a unit; a letter as it is and joined to the next: о Ниле is no О’Нил."""
    joined = all(
        piece.casefold() == word[0].casefold() and not text[word.end() : following.start()].isspace()
        for piece, word, following in zip(unit, words, words[1:], strict=False)
        if len(piece) == 1
    )
    return joined and all(_is_word(piece, word[0], language) for piece, word in zip(unit, words, strict=True))


def _first(words: Sequence[re.Match[str]], at: int, own: Sequence[str], text: str, language: Language) -> int:
    """Where the words of the name begin that stand together in front of one of them."""
    while at and _GAP.fullmatch(text, words[at - 1].end(), words[at].start()):
        if not any(_is_word(piece, words[at - 1][0], language) for piece in own):
            break
        at -= 1
    return at


def _pieces(unit: str) -> tuple[str, ...]:
    """The words of a unit that hyphens or apostrophes join, without an article in front."""
    pieces = tuple(_WORD.findall(unit))
    article = (
        len(pieces) > 1 and _HYPHENS.search(unit) and len(pieces[0]) <= THRESHOLDS.article and pieces[1][0].isupper()
    )
    return pieces[1:] if article else pieces


def _is_name(unit: Sequence[str]) -> bool:
    """Whether one of a unit's words may be a name by itself, as behind a letter or a particle: O’Neill, dall’Orto."""
    return any(
        len(piece) > 1 and not _NUMERAL.fullmatch(piece) and (piece[0].isupper() or piece.lower() == piece.upper())
        for piece in unit
    )


@lru_cache(maxsize=1 << 14)
def _is_word(piece: str, word: str, language: Language) -> bool:
    """Whether a word of a text is that of a name, inflected as the language does it."""
    one, other = piece.casefold(), word.casefold()
    if one == other:
        return True
    if language.traits.joins_particles:
        return other.startswith(one) and len(other) <= len(one) + THRESHOLDS.particle
    if language.traits.prefix:
        return (
            other.endswith(one) and len(one) >= THRESHOLDS.short_word - 1 and len(other) <= len(one) + THRESHOLDS.clitic
        )
    if language.traits.keeps_letters:
        return not language.traits.syllabic and (
            other == one + "s" or (len(one) >= THRESHOLDS.short_word and is_lengthened(other, one))
        )
    if len(one) < THRESHOLDS.short_word:
        return other.startswith(one) and len(other) <= len(one) + THRESHOLDS.ending
    shared = _shared(one, other)
    return (
        shared >= max(THRESHOLDS.short_word - 1, len(one) - THRESHOLDS.ending)
        and len(other) - shared <= THRESHOLDS.ending + 1
    )


def _goes_on(
    units: Sequence[Sequence[str]], own: Sequence[str], words: Sequence[re.Match[str]], text: str, language: Language
) -> bool:
    """Whether the words that a name opens go on with others, as a longer name does.

    What follows behind a particle counts where the form has a particle too, or two of its words stand; what follows
    at once, in languages whose names run on.
    """
    if _is_title_case(text):
        return False
    run = list(_run(words, text))
    kept = len(list(takewhile(lambda word: any(_is_word(piece, word[0], language) for piece in own), run)))
    rest = [word for word in run[kept:] if word[0][0].isupper()]
    if not rest or any(_is_word(piece, word[0], language) for word in rest for piece in own):
        return False
    if kept > 1:
        return True
    if run[kept][0][0].isupper():
        return language.traits.names_run_on
    return any(unit[0][0].islower() for unit in units if unit)


def _run(words: Sequence[re.Match[str]], text: str) -> Iterator[re.Match[str]]:
    """The first of the words, and those with a capital that follow it, with a particle in between or not."""
    yield words[0]
    last = words[0]
    waiting: list[re.Match[str]] = []
    for word in words[1 : 2 * THRESHOLDS.long_name]:
        gap = text[last.end() : word.start()]
        if not _GAP.fullmatch(gap):
            return
        last = word
        if word[0][0].isupper():
            yield from (*waiting, word)
            waiting = []
        elif waiting or len(word[0]) > THRESHOLDS.short_word - 1:
            return
        else:
            waiting.append(word)


def _is_title_case(text: str) -> bool:
    words = [word for word in _WORD.findall(text) if len(word) >= THRESHOLDS.short_word]
    return bool(words) and all(word[0].isupper() for word in words)


def _has_surname(character: str, text: str, language: str) -> bool:
    """Whether a surname of one character may stand in a text; in Japanese it is in front of what it goes with."""
    pattern = re.escape(character)
    if Language.of(language).traits.kana:
        pattern = rf"(?<![{HAN}]){pattern}|{pattern}(?=[{HAN}])"
    return re.search(pattern, text) is not None


def _in_katakana(form: str, text: str) -> bool:
    """Whether the first or last word of a name, or a long one, stands as a word of its own."""
    own = [unit for unit in _UNIT.findall(form) if unit]
    last = len(own) - 1
    if any(_is_slip(word, name) for run in _RUN.findall(text) for word in run.split(_POINT) for name in own):
        return False
    parts = [(at, unit) for at, unit in enumerate(own) if at in (0, last) or len(unit) >= THRESHOLDS.short_word]
    return any(
        _stands_in(run, at, part, own, text) for run in _RUN.finditer(text) for at, part in parts if part in run[0]
    )


def _stands_in(run: re.Match[str], at: int, part: str, own: Sequence[str], text: str) -> bool:
    words = run[0].split(_POINT)
    place = next((number for number, word in enumerate(words) if _opens(part, word)), None)
    if place is None:
        return False
    if len(words) == len(own) > 1 and place == at:
        return len([word for word in words if word in own]) == len(words)
    of = _OF.search(text[: run.start()])
    named_after_a_place = (
        len(own) >= THRESHOLDS.long_name and at == 0 and any(len(word) < THRESHOLDS.short_word for word in own[1:-1])
    )
    return not (named_after_a_place and of and not any(word in own for word in of[1].split(_POINT)))


def _is_slip(word: str, name: str) -> bool:
    """Whether a long word is a word of a name but for one letter: フリードリッヒ, フリードリヒ."""
    longer, shorter = max(len(word), len(name)), min(len(word), len(name))
    return (
        word != name
        and shorter > THRESHOLDS.short_word
        and _shared(word, name) + _shared(word[::-1], name[::-1]) >= longer - 1
    )


def _shared(one: str, other: str) -> int:
    """How many letters two words have in common at the beginning."""
    return sum(1 for _ in takewhile(lambda both: both[0] == both[1], zip(one, other, strict=False)))


def _opens(part: str, word: str) -> bool:
    """Whether a word is a part of a name, or a compound of it that is no double name."""
    return word == part or (len(part) >= THRESHOLDS.short_word and word.startswith(part) and _DOUBLE.isdisjoint(word))
