"""Roman numerals: the XIV Congress, Đại hội XIV, siglo XXI; not I, nor XI Jinping."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

from xlcheck.find.limits import LIMITS
from xlcheck.find.numerals import LEXICON
from xlcheck.lang import Language
from xlcheck.lang.folding import Folded
from xlcheck.lang.scripts import WORD

# Up to 89: with C, D and M most matches are abbreviations (CD, DC, MC).
_ORDINAL = "(?:e|è|er|ème|º|ª)?"
_ROMAN = re.compile(
    r"(?<![^\W_])(?=[IVXL])(?:XL|L?X{0,3})(?:IX|IV|V?I{0,3})(?<=[IVXL])"
    rf"(?={_ORDINAL}(?![^\W_]|-\w|['’]\w))"
)
_BEFORE = re.compile(f"({WORD})[ \u00a0]$")
_AFTER = re.compile(f"{_ORDINAL}[ \u00a0]({WORD})")
_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50}
# Surnames in capitals, clothes sizes, initials: numerals only beside a word that is numbered so.
_DOUBTFUL = frozenset({"XI", "LI", "XL", "LV", "LX"})


def romans(folded: Folded, language: Language) -> Iterator[tuple[int, int, Decimal]]:
    """Roman numerals as (start, end, value) in the folded text."""
    numbered = tuple(language.words(LEXICON)["roman"])
    for match in _ROMAN.finditer(folded.cased):
        start, end = match.span()
        near = [*_BEFORE.findall(folded.cased, max(0, start - LIMITS.roman_reach), start)]
        near += [m[1] for m in [_AFTER.match(folded.cased, end)] if m]
        before = folded.text[max(0, start - LIMITS.roman_reach) : start].rstrip()
        beside = before.endswith(numbered) or any(w.lower() in numbered for w in near[-1:])
        loud = any(len(word) > 1 and word.isupper() for word in near)
        sure = len(match[0]) > 2 or (len(match[0]) == 2 and match[0] not in _DOUBTFUL and not loud)
        if beside or (near and sure):
            yield start, end, Decimal(_value(match[0]))


def _value(numeral: str) -> int:
    figures = [_VALUES[c] for c in numeral]
    following = [*figures[1:], 0]
    return sum(-a if a < b else a for a, b in zip(figures, following, strict=True))
