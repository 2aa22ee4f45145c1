"""Spell numbers in every case and gender: numbers_spelled.tsv of the language packs.

    python lab/data/numerals.py            # of all languages that have it
    python lab/data/numerals.py it         # of some

Source: the spell-out rules (RBNF) of the Unicode Common Locale Data Repository, as packed in ICU; needs PyICU.
Only words without spaces: what is written apart is put together again where it is read. Chinese and Japanese figures,
and the words that the pack's own numbers.tsv has in another sense, are left out.
"""

import sys
import unicodedata
from collections import defaultdict
from pathlib import Path

import icu

sys.path.append(str(Path(__file__).parents[1]))
from packs import PACKS, write_packs

LANGUAGES = ("en", "es", "fr", "de", "pt", "ru", "id", "ar", "ko")
CARDINALS = (*range(1, 100), *range(100, 1000, 100))
JOINED = (*range(1_000, 10_000, 1_000), *range(10_000, 100_000, 10_000), *range(100_000, 1_000_000, 100_000))
"""Written in one word in German."""
_ARTICLE = "ال"
_FEW = 10
"""Ordinals up to here are other words too: second, cuarto, Viertel, terça."""


def spellings(language: str) -> dict[tuple[str, int], set[str]]:
    """(kind, number) -> words; kinds as in numbers.tsv."""
    rules = icu.RuleBasedNumberFormat(icu.URBNFRuleSetTag.SPELLOUT, icu.Locale(language))
    found = defaultdict(set)
    for name in (rules.getRuleSetName(i) for i in range(rules.getNumberOfRuleSetNames())):
        if "year" in name or "financial" in name:
            continue
        for number in (*CARDINALS, *(JOINED if language == "de" else ())):
            word = rules.format(number, name).replace("\u00ad", "").lower().strip(".")
            word = unicodedata.normalize("NFC", word).removeprefix(_ARTICLE if "ordinal" in name else "\0")
            if word.replace("-", "").isalpha() and not (language == "en" and "-" in word):
                found[kind(language, number, ordinal="ordinal" in name), number].add(word)
    return found


def kind(language: str, number: int, *, ordinal: bool) -> str:
    if language == "ko":
        return "hint"
    return "tail" if number == 1 or (ordinal and number <= _FEW) else "value"


def main() -> None:
    rows: list[tuple[str, ...]] = []
    for language in sys.argv[1:] or LANGUAGES:
        own = (PACKS / language / "numbers.tsv").read_text("utf-8").splitlines()[1:]
        known = {word for line in own for word in line.split("\t")[2].split("|")}
        for (sort, number), words in sorted(spellings(language).items()):
            if fresh := sorted(words - known):
                rows.append((language, sort, str(number), "|".join(fresh)))
    write_packs("numbers_spelled.tsv", ("kind", "value", "words"), rows)


if __name__ == "__main__":
    main()
