"""Spell numbers in ten languages, in every case and gender: numbers_spelled.tsv.

    python lab/data/numerals.py xlcheck/find/data

Source: the spell-out rules (RBNF) of the Unicode Common Locale Data Repository, as packed in ICU; needs PyICU.
Only words without spaces: what is written apart is put together again where it is read. Chinese and Japanese figures,
and the words that the hand-made numbers_lexicon.tsv has in another sense, are left out.
"""

import sys
import unicodedata
from collections import defaultdict
from pathlib import Path

import icu

LANGUAGES = ("en", "es", "fr", "de", "pt", "ru", "id", "ar", "ko")
CARDINALS = (*range(1, 100), *range(100, 1000, 100))
JOINED = (*range(1_000, 10_000, 1_000), *range(10_000, 100_000, 10_000), *range(100_000, 1_000_000, 100_000))
"""Written in one word in German."""
_ARTICLE = "ال"
_FEW = 10
"""Ordinals up to here are other words too: second, cuarto, Viertel, terça."""


def spellings(language: str) -> dict[tuple[str, int], set[str]]:
    """(kind, number) -> words; kinds as in numbers_lexicon.tsv."""
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
    folder = Path(sys.argv[1])
    made = [line.split("\t") for line in (folder / "numbers_lexicon.tsv").read_text("utf-8").splitlines()[1:]]
    known = {(language, word) for language, _, _, words in made for word in words.split("|")}
    lines = ["language\tkind\tvalue\twords"]
    for language in LANGUAGES:
        for (sort, number), words in sorted(spellings(language).items()):
            if fresh := sorted(word for word in words if (language, word) not in known):
                lines.append(f"{language}\t{sort}\t{number}\t{'|'.join(fresh)}")
    (folder / "numbers_spelled.tsv").write_text("\n".join(lines) + "\n", "utf-8")


if __name__ == "__main__":
    main()
