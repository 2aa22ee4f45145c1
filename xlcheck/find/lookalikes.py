"""Words with letters of another script that look like their own."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files

from xlcheck.evidence.alphabets import own_script
from xlcheck.find.syllable import is_vietnamese
from xlcheck.lang import Language
from xlcheck.lang.scripts import CYRILLIC, GREEK, LATIN, WORD, Script, script
from xlcheck.model import Sentence, Span
from xlcheck.model.facts import Lookalike

_OTHERS = f"{GREEK}{CYRILLIC}"
_COMMON = frozenset("АВЕКМНОРСТХУаеорсху")
"""Cyrillic letters of all languages: nobody means a rarer one by a Latin letter, but for the language's own."""
_UNUSUAL_GREEK = frozenset("ϹϲϳΪσ")

_WORD = re.compile(WORD)
_LETTER = f"[{LATIN}{_OTHERS}]"
_MIXED = re.compile(rf"(?<!{_LETTER})(?=[{LATIN}]*[{_OTHERS}])(?=[{_OTHERS}]*[{LATIN}]){_LETTER}+")
_SYMBOL = re.compile("[\u03b1-\u03be\u03c0-\u03c9\u03f0-\u03fb]|\\A[\u0391-\u03a9][A-Za-z]\\Z")
"""Small Greek letters but omicron, and a capital before one letter: they stand for themselves (IFNγ, σx, ΔT)."""
_INFLECTED = re.compile(rf"[{LATIN}]{{2,}}[{CYRILLIC}]{{1,3}}")
"""A Latin word with an ending of a language in Cyrillic (API, APIа)."""
_ORDINAL = re.compile("[IVXІХ]+(?:[аевймоуюях]|вв|го|ми|му|ст|ти|ая|им|ми|ого|ое|ой|ому|ые|ый|ых)")
"""A Roman numeral with an ending (XIв, Xв, Vго); some write it with the letters of Cyrillic."""
_RUNS = {
    "Latn": re.compile(f"[{LATIN}]{{2,}}"),
    "Cyrl": re.compile(f"[{CYRILLIC}]{{2,}}"),
    "Grek": re.compile(f"[{GREEK}]{{2,}}"),
}


def find_lookalikes(sentence: Sentence) -> Iterator[Lookalike]:
    """Words that mix Latin with Cyrillic or Greek look-alikes, with the word in one script.

    The script is the language's, where its alphabet has a look-alike for every strange letter; else the other one. A
    word is left alone where some letter of either has none (μm, кВт·h): there the mixture is meant. So it is in symbols
    (IFNγ, ΔT), in abbreviations and numerals with an ending (USBшный, XIXв.), and where a language in Cyrillic inflects
    a Latin word. In Vietnamese, syllables with another alphabet's D (Ðại for Đại) are such words, too.
    """
    start, document = sentence.span.start, sentence.span.document
    language, own = Language.of(sentence.language), own_script(sentence.language, sentence.text)
    for match in _MIXED.finditer(sentence.text):
        if not _is_meant(match[0], own) and (right := _in_one_script(match[0], own, language)):
            yield Lookalike(Span(document, start + match.start(), start + match.end()), right)
    if language.traits.mistaken_letters:
        yield from _with_strange_d(sentence, language.traits.mistaken_letters)


def _is_meant(word: str, own: Script) -> bool:
    """Whether a mixture is no mistake: a symbol, an inflected word, capitals of another script that stand together."""
    if _SYMBOL.search(word) or (own == "Cyrl" and (_INFLECTED.fullmatch(word) or _ORDINAL.fullmatch(word))):
        return True
    foreign = [run[0] for name, runs in _RUNS.items() if name != own for run in runs.finditer(word)]
    return own in ("Cyrl", "Grek") and any(map(_has_capitals, foreign))


def _has_capitals(run: str) -> bool:
    """Whether letters have a capital behind their first, as abbreviations and units have: USB, XIX, pH."""
    return any(map(str.isupper, run[1:]))


def _with_strange_d(sentence: Sentence, pairs: str) -> Iterator[Lookalike]:
    strange = str.maketrans(pairs[::2], pairs[1::2])
    start, document = sentence.span.start, sentence.span.document
    for match in _WORD.finditer(sentence.text):
        right = match[0].translate(strange)
        if right != match[0] and not _MIXED.fullmatch(match[0]) and is_vietnamese(right):
            yield Lookalike(Span(document, start + match.start(), start + match.end()), right)


def _in_one_script(word: str, own: Script, language: Language) -> str:
    """The word in the script that it can wholly be written in: the language's own first, else that of most letters."""
    scripts = [name for name in ("Latn", "Cyrl", "Grek") if any(script(letter) == name for letter in word)]
    ranked = sorted(scripts, key=lambda name: (name != own, -sum(script(letter) == name for letter in word)))
    for name in ranked:
        table = _table(name, language)
        written = "".join(letter if script(letter) == name else table.get(letter, "") for letter in word)
        if len(written) == len(word):
            return written
    return ""


@cache
def _table(name: str, language: Language) -> Mapping[str, str]:
    """Letters that look like those of a script, as the alphabet of a language has it, and these."""
    table = files("xlcheck.find").joinpath("data/lookalikes.tsv").read_text("utf-8")
    rows = [line.split("\t") for line in table.splitlines()[1:]]
    if name == "Latn":
        return {other: latin for latin, others in rows for other in others}
    own = _COMMON | set(language.traits.rare_letters) if name == "Cyrl" else frozenset()
    found: dict[str, str] = {}
    for latin, others in rows:
        fitting = [o for o in others if script(o) == name and (o in own or name == "Grek") and o not in _UNUSUAL_GREEK]
        if fitting and latin not in language.traits.two_for_one:
            found |= dict.fromkeys((latin, *(o for o in others if script(o) != name)), fitting[0])
    return found
