"""The parts that numbers are written with, figures and words, and what they come to together."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from xlcheck.find.limits import LIMITS
from xlcheck.lang import EVERYWHERE, Language, Topic
from xlcheck.lang.folding import Folded
from xlcheck.lang.patterns import either
from xlcheck.lang.scripts import ARABIC_MARKS, CYRILLIC, GREEK, HANGUL_SYLLABLES, LATIN

LEXICON: Topic = "numbers"
_HAN_FIGURES = "〇一二三四五六七八九"
_MULTIPLIERS = ("times", "times-free", "scale", "scale-free")
# value: counts anywhere and adds to a larger part before it (twenty, mười); head: only before a
# multiplier (một triệu); onto: adds to ones before it too (سبعة وأربعون, seven and forty), where a head-onto
# may begin the number; tail: only after a larger part (hai mươi mốt); times multiplies the part
# before it (hundred, 百), scale all parts before it (million, 万); free ones may begin a number (mil).
_PARTS = ("value", "head", "head-onto", "tail", "onto", *_MULTIPLIERS)
_LETTER = f"[{LATIN}{GREEK}{CYRILLIC}]"
_WORD_STARTS = f"(?<![{HANGUL_SYLLABLES}])"  # Korean joins endings to words, and much begins with 한 or 두 inside them
_ENDLESS = Decimal("Infinity")
_CODE = re.compile(f"[0-9]{{{LIMITS.figures + 1}}}")
# Thousands in threes; of India, in twos above the first three.
_GROUPS = re.compile("[0-9]{1,3}(?:([.,])[0-9]{3}(?:\\1[0-9]{3})*|(?:,[0-9]{2})+,[0-9]{3})?")


@dataclass(frozen=True, slots=True)
class Part:
    """A figure or a word of a number at a stretch of the folded text: kind of part -> value.

    `hint` is what it may say where it is not part of a number: a word that is an article or a name too, the 5 in 5G.
    """

    start: int
    end: int
    senses: dict[str, Decimal]
    hint: Decimal | None = None

    @property
    def figure(self) -> bool:
        return "figure" in self.senses

    @property
    def multiplier(self) -> Decimal | None:
        return next((self.senses[kind] for kind in _MULTIPLIERS if kind in self.senses), None)


def parts(folded: Folded, language: Language) -> Iterator[Part]:
    """Every figure and every number word, in order; figures inside names (5G, B-52) have no sense."""
    for match in _pattern(language).finditer(folded.text):
        start, end = match.span()
        if match["figure"]:
            scaled = _scaled(language).match(match.string, end) is not None
            value = figure(match[0], language, scaled)
            if value is None and "," in match[0]:
                yield from _listed(match, language)
            elif value is None or _in_name(folded, start, end, language):
                code = _CODE.match(match[0]) and match[0].isdecimal() and len(match[0]) <= LIMITS.written
                yield Part(start, end, {}, Decimal(match[0]) if code else value)
            else:
                end, value = _in_money(folded.text, start, end, value, language)
                yield Part(start, end, {"figure": value})
        elif match["han"]:
            value = Decimal("".join(str(_HAN_FIGURES.index(c)) for c in match["han"].replace("零", "〇")))
            yield Part(start, end, {"figure": value})
        else:
            start, end = match.span("word")
            yield _word(start, end, folded, language)


def _listed(match: re.Match[str], language: Language) -> Iterator[Part]:
    """The figures of a list without blanks: 12.5,16.7."""
    start = match.start()
    for text in match[0].split(","):
        if text.replace(".", "", 1).isdecimal() and not _CODE.match(text) and _decimal_sign(language) == ".":
            yield Part(start, start + len(text), {"figure": Decimal(text)})
        start += len(text) + 1


def _in_money(text: str, start: int, end: int, value: Decimal, language: Language) -> tuple[int, Decimal]:
    """The end and the value with a letter for a scale that only stands after money: £125m, $5k."""
    letter = language.words(LEXICON)["money-scale"].get(text[end : end + 1])
    if letter and start and unicodedata.category(text[start - 1]) == "Sc" and not text[end + 1 : end + 2].isalnum():
        return end + 1, value * Decimal(letter)
    return end, value


def _word(start: int, end: int, folded: Folded, language: Language) -> Part:
    lexicon = language.words(LEXICON)
    word = " ".join(folded.text[start:end].split())
    senses = {kind: Decimal(lexicon[kind][word]) for kind in _PARTS if word in lexicon[kind]}
    hint = Decimal(lexicon["hint"][word]) if word in lexicon["hint"] else next(iter(senses.values()), None)
    if start and folded.cased[start].isupper() and _capital_names(word, language):
        senses = {}
    return Part(start, end, senses, hint)


def _capital_names(word: str, language: Language) -> bool:
    """Whether a capital makes a number word a name: Hai Bà Trưng, but zwei Millionen."""
    lexicon = language.words(LEXICON)
    return not any(word in lexicon[kind] for kind in _MULTIPLIERS)


@cache
def _pattern(language: Language) -> re.Pattern[str]:
    grouped = language.traits.grouped_by_spaces or not language.knows(LEXICON)
    space = "[ \u00a0\u202f\u2009]" if grouped else "[\u00a0\u202f\u2009]"
    figure = (
        rf"(?<![0-9])(?:[0-9]{{1,3}}(?:{space}[0-9]{{3}})+(?![0-9])(?:[.,][0-9]+)?"
        r"|(?<!\S)\.[0-9]+(?![.\w])|[0-9]+(?:[.,'][0-9]+)*)"
    )
    lexicon = language.words(LEXICON)
    entries = {word for kind in (*_PARTS, "skip") for word in lexicon[kind]}
    if not language.traits.bounded:
        word = rf"(?P<word>{either(entries)}|{_WORD_STARTS}(?:{either(lexicon['hint'])}))"
    else:
        prefix = f"(?:{language.traits.prefix})"
        joined = language.traits.ending
        end = rf"{joined}(?![^\W_]|[{ARABIC_MARKS}])|(?={either(lexicon['tied'])})"  # dreistündig
        word = rf"(?<![^\W\d_]){prefix}(?P<word>{either({*entries, *lexicon['hint']})})(?:{end})"
    han = rf"(?<![{_HAN_FIGURES}零])[{_HAN_FIGURES}零]{{4}}(?![{_HAN_FIGURES}零十百千万亿])"
    if not language.traits.han_figures:
        han = "(?!)"
    return re.compile(f"(?P<figure>{figure})|(?P<han>{han})|{word}")


def _in_name(folded: Folded, start: int, end: int, language: Language) -> bool:
    """Whether letters joined to a figure make it a name: 5G, G7, COVID-19, 3-D; not 14th, 10km."""
    text, lexicon = folded.text, language.words(LEXICON)
    before = re.search(rf"({_LETTER}+)([-+]?)$", text[max(0, start - 24) : start])
    if before:
        word = folded.cased[start - len(before[0]) : start]
        year = re.fullmatch("[12][0-9]{3}", text[start:end])
        return not (before[2] and (year or word.islower()))
    after = re.compile(rf"{_LETTER}+").match(text, end)
    if after:
        units = Language.of(EVERYWHERE).words(LEXICON)["suffix"]
        known = (lexicon["suffix"], lexicon["money-scale"], units, *(lexicon[kind] for kind in _MULTIPLIERS))
        return not any(after[0] in group for group in known)
    return re.compile("-[A-Z](?![^\\W_])").match(folded.cased, end) is not None


def figure(written: str, language: Language, scaled: bool) -> Decimal | None:
    """The value of digits with separators; None for what is not a number, as 2.0.1 or an account's 30 figures.

    One separator before three digits groups thousands, even where the language's own sign is the
    other (26,750 in Vietnamese), unless the language keeps it strictly or what follows is a scale (2,125 tỷ) or a
    power of ten: `scaled`.
    """
    text = re.sub("[\u00a0\u202f\u2009 ']", "", written)
    if len(text) > LIMITS.written or _CODE.match(text):
        return None
    signs = [c for c in text if c in ".,"]
    if not signs or text.startswith("."):
        return Decimal(text)
    whole, _, fraction = text.rpartition(signs[-1])
    if len(set(signs)) == 2:
        grouped = signs[-1] not in signs[:-1] and _GROUPS.fullmatch(whole)
        return Decimal(f"{re.sub('[.,]', '', whole)}.{fraction}") if grouped else None
    if len(signs) > 1:
        return Decimal(re.sub("[.,]", "", text)) if _GROUPS.fullmatch(text) else None
    own = _decimal_sign(language)
    strict = signs[0] == own and (own == "." or scaled)
    if len(fraction) != 3 or len(whole) > 3 or whole == "0" or strict:
        return Decimal(f"{whole}.{fraction}")
    return Decimal(whole + fraction)


def _decimal_sign(language: Language) -> str | None:
    return next(iter(language.words(LEXICON)["decimal"]), None)


@cache
def _scaled(language: Language) -> re.Pattern[str]:
    scales = sorted(language.words(LEXICON)["scale"])
    return re.compile(rf"\s?(?:%|{'|'.join(map(re.escape, scales)) or '(?!)'})")


def reckon(run: Sequence[Part], at: int, spaced: bool) -> tuple[Decimal, int]:
    """The value of the longest number that begins at a place in a run of adjacent parts, and its parts' count.

    `spaced`: the language puts spaces between words, so that figures go on a number only before a smaller scale
    (3 triệu 200 nghìn, but 1万5000). A count of 0: no number begins there.
    """
    number = _Number()
    for place in range(at, len(run)):
        following = run[place + 1] if place + 1 < len(run) else None
        if not (number.multiply(run[place]) or number.add(run[place], following, spaced)):
            return number.value, place - at
    return number.value, len(run) - at


@dataclass(slots=True)
class _Number:
    """A number being read: `total` is closed by scales, `section` by times, `pending` is open,
    `last` the part added to it last.

    What is added must stay below `room`, what multiplies below `limit`. What `figures` begin goes on
    only with a further multiplier: 3 million 200 thousand, but 1.7 million four years ago.
    """

    total: Decimal = Decimal(0)
    section: Decimal = Decimal(0)
    pending: Decimal = Decimal(0)
    last: Decimal = Decimal(0)
    figures: bool = False
    room: Decimal = _ENDLESS
    limit: Decimal = _ENDLESS
    scale: Decimal = _ENDLESS

    @property
    def value(self) -> Decimal:
        return self.total + self.section + self.pending

    def add(self, part: Part, following: Part | None, spaced: bool) -> bool:
        """Add a part; False where it does not belong to the number. `following` is the part after it."""
        begun = self.room != _ENDLESS
        if "onto" in part.senses and 0 < self.last < 10:
            self.last = part.senses["onto"]
            self.pending, self.room = self.pending + self.last, Decimal(0)
            return True
        multiplier = following.multiplier if following else None
        goes_on = multiplier is not None and multiplier < self.room
        if self.figures and spaced and not goes_on:
            return False
        fitting = {
            "figure": not begun or goes_on or (not spaced and 10 * part.senses.get("figure", 0) >= self.room),
            "value": True,
            "head": multiplier is not None,
            "head-onto": following is not None and "onto" in following.senses,
            "tail": begun,
        }
        value = next(
            (
                part.senses[kind]
                for kind, fits in fitting.items()
                if fits and part.senses.get(kind, _ENDLESS) < self.room
            ),
            None,
        )
        if value is None:
            return False
        self.figures = self.figures or (part.figure and not begun)
        self.pending += value
        self.last = value
        self.room = Decimal(0) if part.figure else _magnitude(value)
        return True

    def multiply(self, part: Part) -> bool:
        times, scale = (
            next((part.senses[kind] for kind in kinds if kind in part.senses), None)
            for kinds in (_MULTIPLIERS[:2], _MULTIPLIERS[2:])
        )
        free = "times-free" in part.senses or "scale-free" in part.senses
        if times and times < self.limit and (self.pending or free):
            apart = self.pending - self.last if self.pending - self.last >= times else Decimal(0)
            self.section += apart + ((self.pending - apart) or 1) * times  # seratus dua puluh
            self.pending, self.room, self.limit = Decimal(0), times, times
            return True
        open_part = self.section + self.pending
        if scale and self.value and scale > self.scale:  # nghìn tỷ, mil millones
            self.total = self.value * scale
        elif scale and scale < self.scale and (open_part or free):
            self.total += (open_part or 1) * scale
        else:
            return False
        self.section = self.pending = Decimal(0)
        self.room = self.limit = self.scale = scale
        return True


def _magnitude(value: Decimal) -> Decimal:
    """The power of ten that a word leaves room under: 100 for trescientos, 10 for twenty, 1 for six."""
    figures = str(int(value))
    return Decimal(10 ** (len(figures) - len(figures.rstrip("0")))) if value else Decimal(0)
