"""Names of units of measure and of currencies: units_cldr.tsv of the language packs.

    python lab/data/units.py               # of all languages that have it, and the signs that all share
    python lab/data/units.py it            # of some

Source: the Unicode Common Locale Data Repository, as packed in Babel. Units are those of unit_sizes.tsv; a language's
names are the long forms of its unit patterns, in every plural category, without the number.
"""

import re
import sys
import unicodedata
from collections.abc import Iterator
from pathlib import Path

from babel import Locale

sys.path.append(str(Path(__file__).parents[1]))
from packs import write_packs

LANGUAGES = ("en", "vi", "es", "zh", "zh_Hant", "fr", "de", "pt", "ru", "ja", "ko", "id", "ar")
CLDR = {
    "mm": "length-millimeter",
    "cm": "length-centimeter",
    "m": "length-meter",
    "km": "length-kilometer",
    "inch": "length-inch",
    "foot": "length-foot",
    "yard": "length-yard",
    "mile": "length-mile",
    "nautical-mile": "length-nautical-mile",
    "m2": "area-square-meter",
    "km2": "area-square-kilometer",
    "ha": "area-hectare",
    "acre": "area-acre",
    "square-foot": "area-square-foot",
    "square-mile": "area-square-mile",
    "mg": "mass-milligram",
    "g": "mass-gram",
    "kg": "mass-kilogram",
    "tonne": "mass-tonne",
    "pound": "mass-pound",
    "ounce": "mass-ounce",
    "stone": "mass-stone",
    "ml": "volume-milliliter",
    "litre": "volume-liter",
    "m3": "volume-cubic-meter",
    "cubic-foot": "volume-cubic-foot",
    "gallon": "volume-gallon",
    "pint": "volume-pint",
    "barrel": "volume-barrel",
    "km/h": "speed-kilometer-per-hour",
    "mph": "speed-mile-per-hour",
    "m/s": "speed-meter-per-second",
    "knot": "speed-knot",
    "celsius": "temperature-celsius",
    "fahrenheit": "temperature-fahrenheit",
    "kelvin": "temperature-kelvin",
    "kW": "power-kilowatt",
    "MW": "power-megawatt",
    "GW": "power-gigawatt",
    "horsepower": "power-horsepower",
    "kWh": "energy-kilowatt-hour",
    "second": "duration-second",
    "minute": "duration-minute",
    "hour": "duration-hour",
    "day": "duration-day",
    "week": "duration-week",
    "month": "duration-month",
    "year": "duration-year",
    "decade": "duration-decade",
    "century": "duration-century",
    "MB": "digital-megabyte",
    "GB": "digital-gigabyte",
    "TB": "digital-terabyte",
}
CURRENCIES = (
    *("USD", "EUR", "GBP", "JPY", "CNY", "VND", "KRW", "HKD", "TWD", "AUD", "CAD", "NZD", "SGD", "CHF", "SEK"),
    *("NOK", "DKK", "RUB", "UAH", "PLN", "CZK", "HUF", "TRY", "INR", "PKR", "IDR", "MYR", "THB", "PHP", "LAK"),
    *("KHR", "MMK", "BRL", "MXN", "ARS", "CLP", "COP", "PEN", "CUP", "VES", "SAR", "AED", "EGP", "IQD", "IRR"),
    *("ILS", "QAR", "KWD", "ZAR", "NGN", "KES"),
)
KINDS = ("unit", "sign")
"""After a number, before one."""
WORDS = {"TRY", "CUP", "PEN", "COP", "SAR", "ALL"}
"""Codes that are words in lower case."""
AMBIGUOUS = {("vi", "năm"), ("zh", "点"), ("zh", "节"), ("ja", "月"), ("de", "zoll"), ("fr", "pieds"), ("fr", "pied")}
"""Words that after a number more often mean something else: the year 2026, a place in a list."""


def unit_names(locale: Locale, name: str) -> Iterator[str]:
    patterns = locale._data["unit_patterns"].get(name)  # not public in Babel
    for form, pattern in sorted((patterns or {}).get("long", {}).items()):
        if form in ("zero", "one", "two", "few", "many", "other") and "{0}" in pattern:
            yield pattern.replace("{0}", "")


def currency_names(locale: Locale, code: str) -> Iterator[str]:
    plurals = locale._data["currency_names_plural"].get(code)
    yield from (plurals or {}).values()
    if code in locale.currencies:
        yield locale.currencies[code]
    symbol = locale.currency_symbols.get(code, code)
    if symbol not in ("$", "¥", "£", "") and len(symbol) > 1:
        yield symbol


def clean(name: str) -> str:
    # the isolates and marks of Arabic are of the pattern, not of the name
    name = re.sub(r"[\u200e\u200f\u061c]", "", unicodedata.normalize("NFC", name))
    return " ".join(name.lower().split())


def main() -> None:
    rows: list[tuple[str, ...]] = []
    for language in sys.argv[1:] or LANGUAGES:
        locale = Locale.parse(language)
        named = [(code, unit_names(locale, name)) for code, name in CLDR.items()]
        named += [(code, currency_names(locale, code)) for code in CURRENCIES]
        for code, names in named:
            short = language.partition("_")[0]
            words = sorted({clean(name) for name in names} - {""})
            words = [word for word in words if (short, word) not in AMBIGUOUS]
            if words:
                rows.append((short, "unit", code, "|".join(words)))
    if not sys.argv[1:]:
        rows += [("und", kind, code, code.lower()) for code in CURRENCIES if code not in WORDS for kind in KINDS]
    write_packs("units_cldr.tsv", ("kind", "value", "words"), rows)


if __name__ == "__main__":
    main()
