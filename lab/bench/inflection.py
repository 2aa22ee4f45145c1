"""Which words count as one: our paradigms against snowball stemmers and simplemma's lemmas.

    python lab/bench/inflection.py --shared ../shared

*Word pairs* are those of `lab/data/inflection.tsv`: inflected forms (many of names that no dictionary has), and
words that look alike and are others. *Countries found* takes CLDR's names of countries that stand in English
sentences and counts those found in the translation, word by word in the method's terms. Names stand there in
adjectives, too (the French president), so that nobody finds all. PyStemmer and simplemma are left out where they
are not installed.
"""

import argparse
import csv
import gzip
import re
from collections.abc import Callable, Iterator
from functools import cache
from itertools import islice
from pathlib import Path

from xlcheck.lang import Language
from xlcheck.lang.inflection import inflections

NAMES = {"de": "german", "en": "english", "es": "spanish", "fr": "french", "pt": "portuguese", "ru": "russian"}
Same = Callable[[str, str, str, bool], bool]
"""Whether two lower-case words of a language are forms of one; and whether the first is in a phrase."""


def _inflects(one: str, other: str, language: str, phrase: bool) -> bool:
    return other in inflections(one, Language.of(language), phrase=phrase)


def methods() -> Iterator[tuple[str, Same]]:
    yield "as written", lambda one, other, _language, _phrase: one == other
    yield "paradigms (ours)", _inflects
    try:
        from Stemmer import Stemmer

        stemmers = {language: Stemmer(name) for language, name in NAMES.items()}
        yield "snowball", lambda a, b, language, _: stemmers[language].stemWord(a) == stemmers[language].stemWord(b)
    except ImportError:
        print("snowball left out: PyStemmer is not installed")
    try:
        from simplemma import lemmatize

        lemma = cache(lambda word, language: lemmatize(word, language).lower())
        yield "simplemma", lambda one, other, language, _: lemma(one, language) == lemma(other, language)
    except ImportError:
        print("simplemma left out: it is not installed")


def table(path: Path) -> list[dict[str, str]]:
    content = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
    return list(csv.DictReader(content.decode().split("\n"), delimiter="\t", quoting=csv.QUOTE_NONE))


def words(text: str) -> list[str]:
    return re.findall(r"[^\W_]+", text.lower().replace("ё", "е"))


def is_in(term: list[str], text: list[str], same: Same, language: str) -> bool:
    phrase = len(term) > 1
    windows = (text[at : at + len(term)] for at in range(len(text) - len(term) + 1))
    return any(all(same(one, other, language, phrase) for one, other in zip(term, w, strict=True)) for w in windows)


def countries(shared: Path, language: str, lines: int) -> list[tuple[list[str], list[str]]]:
    """Names of countries that stand in the English sentence, each with the words of the translation."""
    known = [row for row in table(shared / "lexicon/cldr/territories.tsv") if row["key"].isalpha() and row[language]]
    names = {row["en"]: words(row[language]) for row in known}
    pattern = re.compile(rf"\b(?:{'|'.join(sorted(map(re.escape, names), key=len, reverse=True))})\b")
    rows = islice(table(shared / "parallel" / f"en-{language}.tsv.gz"), lines)
    return [(names[name], words(row[language])) for row in rows for name in set(pattern.findall(row["en"] or ""))]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, default=Path("../shared"))
    parser.add_argument("--lines", type=int, default=10_000)
    options = parser.parse_args()
    pairs = table(Path(__file__).parents[1] / "data" / "inflection.tsv")
    found = {language: countries(options.shared, language, options.lines) for language in NAMES if language != "en"}
    for name, same in methods():
        right = {
            wanted: sum(same(p["one"], p["other"], p["language"], True) for p in pairs if p["same"] == wanted)
            for wanted in ("yes", "no")
        }
        total = sum(p["same"] == "yes" for p in pairs)
        shares = (
            f"{language} {100 * sum(is_in(*each, same, language) for each in cases) / max(len(cases), 1):5.1f}"
            for language, cases in found.items()
        )
        print(
            f"{name:18} inflected forms {right['yes']:3} / {total}, other words taken for forms {right['no']:2} / "
            f"{len(pairs) - total}, % of countries found: {', '.join(shares)}"
        )
    print("countries:", ", ".join(f"{language} {len(cases)}" for language, cases in found.items()))


if __name__ == "__main__":
    main()
