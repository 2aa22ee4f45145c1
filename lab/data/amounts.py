"""Pairs of amounts that are equal or not, as twelve languages write them: the table of tests/find/test_amounts.py.

    python lab/data/amounts.py tests/find/amounts.tsv

Source: number, unit, currency and spell-out formats of the Unicode Common Locale Data Repository, as packed in Babel
and ICU; needs Babel and PyICU. Each language's text stands beside the next language's.
"""

import sys
import unicodedata
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Literal

import icu
from babel import Locale
from babel.numbers import format_compact_decimal, format_currency, format_decimal, format_percent
from babel.units import format_unit

LANGUAGES = ("en", "vi", "es", "zh", "fr", "de", "pt", "ru", "ja", "ko", "id", "ar")
Write = Callable[[str], str]


def decimal(value: float) -> Write:
    return lambda language: format_decimal(value, locale=language)


def percent(value: float) -> Write:
    return lambda language: format_percent(value, locale=language)


def compact(value: float) -> Write:
    def write(language: str) -> str:
        kind: Literal["long", "short"] = "long" if "long" in Locale(language).compact_decimal_formats else "short"
        return format_compact_decimal(value, format_type=kind, locale=language, fraction_digits=1)

    return write


def money(value: float, currency: str) -> Write:
    return lambda language: format_currency(value, currency, locale=language, format_type="name")


def measure(value: float, unit: str) -> Write:
    def write(language: str) -> str:
        text = format_unit(value, unit, length="long", locale=language)
        return "" if unit in text else text  # Babel lacks some names

    return write


def spelled(value: int) -> Write:
    def write(language: str) -> str:
        if language == "ko":  # hints only: the words are parts of other words
            return ""
        return icu.RuleBasedNumberFormat(icu.URBNFRuleSetTag.SPELLOUT, icu.Locale(language)).format(value)

    return write


CASES: tuple[tuple[bool, Write, Write], ...] = (
    (True, decimal(1586), decimal(1586)),
    (True, decimal(26750.5), decimal(26750.5)),
    (False, decimal(1586), decimal(1686)),
    (True, percent(0.12), percent(0.12)),
    (False, percent(0.12), decimal(13)),
    (True, compact(2_500_000), compact(2_500_000)),
    (True, compact(250_000_000_000), compact(250_000_000_000)),
    (False, compact(2_500_000), compact(2_500_000_000)),
    (True, money(1_500_000, "EUR"), money(1_500_000, "EUR")),
    (False, money(1_500_000, "USD"), money(1_500_000, "EUR")),
    (True, measure(10, "length-kilometer"), measure(10, "length-kilometer")),
    (True, measure(10, "length-mile"), measure(16, "length-kilometer")),
    (False, measure(10, "length-mile"), measure(10, "length-kilometer")),
    (True, measure(80, "temperature-fahrenheit"), measure(27, "temperature-celsius")),
    (True, measure(2, "mass-kilogram"), measure(2000, "mass-gram")),
    (False, measure(5, "duration-year"), measure(5, "duration-month")),
    (True, spelled(45), decimal(45)),
    (True, spelled(3_200_000), decimal(3_200_000)),
)


def rows() -> Iterator[str]:
    yield "expected\tlanguage\ttext\tother\tother_text"
    for equal, write, write_other in CASES:
        for place, language in enumerate(LANGUAGES):
            other = LANGUAGES[(place + 1) % len(LANGUAGES)]
            texts = (clean(write(language)), clean(write_other(other)))
            if all(any(map(str.isalnum, text)) for text in texts):
                yield "\t".join(("equal" if equal else "unequal", language, texts[0], other, texts[1]))


def clean(text: str) -> str:
    return unicodedata.normalize("NFC", text.replace("\u00ad", ""))


def main() -> None:
    Path(sys.argv[1]).write_text("\n".join(rows()) + "\n", "utf-8")


if __name__ == "__main__":
    main()
