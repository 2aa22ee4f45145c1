"""The glossary of country names that the package brings: countries.toml.

    npm pack cldr-core@48 cldr-localenames-full@48   # and unpack both beside one another
    python lab/data/countries.py FOLDER xlcheck/terms/builtin

Source: the Unicode Common Locale Data Repository, `localeDisplayNames/territories` of twelve languages, for the members
of the United Nations and `BESIDES`. The standard name is preferred, short and variant names are admitted. Left out are
names that mean something else too, or are part of what does (`AMBIGUOUS`); countries that the press calls by names that
CLDR doesn't have (`MANY_NAMES`, `UNUSUAL` for one language); names with a remark in brackets, or of two or three
letters; Vietnamese names of one syllable, which are common syllables; names of two countries in one language; and
Arabic, where words are prefixed to names.
"""

import argparse
import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from xlcheck.model import Case, Concept, Glossary, Status, Term
from xlcheck.terms.write import write

LANGUAGES = ("en", "vi", "es", "zh", "zh-Hant", "fr", "de", "pt", "ru", "ja", "ko", "id")
BESIDES = ("HK", "MO", "PS", "TW", "VA", "XK")
AMBIGUOUS = frozenset({"GE", "JO", "TD", "TR", "GN", "NE", "CG", "CD", "GD", "DM", "ML"})
MANY_NAMES = frozenset({"US", "GB"})
UNUSUAL = frozenset({("CN", "id")})
_KEYS = ("", "-alt-short", "-alt-variant")


def names(folder: Path, language: str) -> dict[str, list[str]]:
    """The names of each territory, the standard one first."""
    path = folder / "cldr-localenames-full/main" / language / "territories.json"
    table = json.loads(path.read_text("utf-8"))["main"][language]["localeDisplayNames"]["territories"]
    regions = {key.split("-")[0] for key in table}
    return {region: [table[region + key] for key in _KEYS if region + key in table] for region in regions}


def is_safe(name: str, language: str) -> bool:
    letters = sum(character.isalpha() for character in name)
    if any(bracket in name for bracket in "()（）"):
        return False
    if language in ("zh", "zh-Hant", "ja", "ko"):
        return letters > 1
    return letters > 3 and not (language == "vi" and " " not in name)


def concepts(folder: Path) -> Iterator[Concept]:
    containment: Any = json.loads((folder / "cldr-core/supplemental/territoryContainment.json").read_text("utf-8"))
    members = containment["supplemental"]["territoryContainment"]["UN"]["_contains"]
    tables = {language: names(folder, language) for language in LANGUAGES}
    regions = sorted({*members, *BESIDES} - AMBIGUOUS - MANY_NAMES)
    uses = {
        language: Counter(name for region in regions for name in set(tables[language][region]))
        for language in LANGUAGES
    }
    for region in regions:
        terms = []
        for language in LANGUAGES:
            safe = [
                name
                for name in dict.fromkeys(tables[language][region])
                if (region, language) not in UNUSUAL and is_safe(name, language) and uses[language][name] == 1
            ]
            written = "id-ID" if language == "id" else language
            for number, name in enumerate(safe):
                terms.append(Term(name, written, Status.ADMITTED if number else Status.PREFERRED, Case.EXACT))
        if len({term.language.split("-")[0] for term in terms}) > 1:
            yield Concept(f"country-{region.lower()}", "place", tuple(terms))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("output", type=Path)
    options = parser.parse_args()
    written = write(Glossary(tuple(concepts(options.folder))), "toml")
    (options.output / "countries.toml").write_text(str(written.content), "utf-8")


if __name__ == "__main__":
    main()
