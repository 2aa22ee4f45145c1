"""Rebuild the table of readings that names are compared by: `python lab/train/readings.py --shared ../shared`.

Reads hanviet/ and lexicon/ in the shared folder, writes readings.tsv and simplified.tsv into
xlcheck/find/data (or `--output`). What the columns are, and the licences, is in the README there.
"""

import argparse
import csv
import gzip
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from itertools import product
from pathlib import Path

DATA = Path(__file__).resolve().parents[2] / "xlcheck" / "find" / "data"

# How newspapers spell Hangul, by Unicode's order of initials, vowels and finals: Revised Romanization,
# McCune-Reischauer and the looser spellings that people choose for their own names.
INITIALS = [
    *("g,k", "kk", "n", "d,t", "tt", "r,l,n,", "m", "b,p", "pp", "s"),
    *("ss", ",", "j,ch", "jj", "ch", "k", "t", "p", "h"),
]
VOWELS = [
    *("a", "ae", "ya", "yae", "eo,o,u", "e", "yeo,yo,you,yu", "ye", "o", "wa", "wae"),
    *("oe,oi", "yo", "u,oo", "wo", "we", "wi", "yu,yoo", "eu,u", "ui", "i,ee"),
]
FINALS = {0: "", 1: "k,g", 4: "n", 8: "l,r", 16: "m", 17: "p,b", 21: "ng"}

Pairs = Iterator[tuple[str, str]]


def rows(path: Path) -> Iterator[dict[str, str]]:
    """The rows of a TSV with a header, gzip or plain."""
    text = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
    yield from csv.DictReader(text.decode().splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE)


def simplifications(folder: Path) -> dict[str, str]:
    """Traditional character to the simplified one that most words have for it."""
    table: dict[str, str] = {}
    for row in rows(folder / "trad2simp_chars.tsv"):
        table.setdefault(row["trad"], row["simp"])
    return table


def plain(word: str) -> str:
    """A syllable without tone numbers and marks: `lü4`, `lǜ` and `lu:4` are all `lu`."""
    return "".join(c for c in unicodedata.normalize("NFD", word.lower()) if "a" <= c <= "z")


def mandarin(folder: Path) -> Pairs:
    with (folder / "ph0ngp_hanviet.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            yield from spellings_of_u(row["char"], row["pinyin"])
    for row in rows(folder / "unihan_readings.tsv.gz"):
        for reading in (row["kMandarin"] or "").split():
            yield from spellings_of_u(row["char"], reading)


def spellings_of_u(character: str, reading: str) -> Pairs:
    """`lü` is also spelt `lyu` (passports since 2012) and `lv` (typed)."""
    syllable = plain(reading)
    if not set(syllable) & set("aeiou"):  # an interjection such as m or ng
        return
    yield character, syllable
    has_umlaut = "\u0308" in unicodedata.normalize("NFD", reading) or "u:" in reading
    if has_umlaut and syllable in ("lu", "nu"):
        yield character, syllable[0] + "yu"
        yield character, syllable[0] + "v"


def sino_vietnamese(folder: Path) -> Pairs:
    for row in rows(folder / "hanviet_merged.tsv.gz"):
        for reading in row["readings"].split():
            yield row["char"], unicodedata.normalize("NFC", reading.lower())
    for row in rows(folder / "name_doublets.tsv"):
        yield row["char"], row["reading1"]
        yield row["char"], row["reading2"]


def korean(folder: Path) -> Pairs:
    for row in rows(folder / "unihan_readings.tsv.gz"):
        for entry in (row["kHangul"] or "").split():
            for spelling in romanised(entry[0]):
                yield row["char"], spelling


def romanised(syllable: str) -> list[str]:
    """The Latin spellings of a Hangul syllable (Unicode standard, section 3.12, takes it apart)."""
    index = ord(syllable) - 0xAC00
    if not 0 <= index < 11172:
        return []
    initial, vowel, final = index // 588, index % 588 // 28, index % 28
    if final not in FINALS:  # does not close a Sino-Korean syllable
        return []
    parts = (INITIALS[initial], VOWELS[vowel], FINALS[final])
    return ["".join(spelling) for spelling in product(*(part.split(",") for part in parts))]


def known(character: str, words: Counter[str]) -> bool:
    """Whether a simplified character is in use: in GB 2312, or in two dictionary words or more."""
    try:
        return bool(character.encode("gb2312"))
    except UnicodeEncodeError:
        return words[character] > 1


def table(shared: Path) -> Iterator[tuple[str, str, str]]:
    """System, reading, characters (commonest in dictionary words first), with a header."""
    yield "system", "reading", "characters"
    folder = shared / "hanviet"
    simplified = simplifications(folder)
    words = Counter(
        character for row in rows(shared / "lexicon" / "cc-cedict.en-zh.tsv.gz") for character in sorted(set(row["zh"]))
    )
    sources = (("ko", korean(folder)), ("vi", sino_vietnamese(folder)), ("zh", mandarin(folder)))
    for system, pairs in sources:
        readings: defaultdict[str, set[str]] = defaultdict(set)
        for character, reading in pairs:
            one = simplified.get(character, character)
            if reading.isalpha() and known(one, words):
                readings[reading].add(one)
        for reading in sorted(readings):
            characters = sorted(readings[reading], key=lambda c: (-words[c], c))
            yield system, reading, "".join(characters)


def write(path: Path, lines: Iterable[tuple[str, ...]]) -> None:
    path.write_text("".join("\t".join(line) + "\n" for line in lines), encoding="utf-8")
    print(f"{path.name}: {path.stat().st_size} bytes")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--shared", type=Path, required=True, help="folder with hanviet/ and lexicon/")
    parser.add_argument("--output", type=Path, default=DATA, help="folder to write into")
    arguments = parser.parse_args()
    pairs = sorted(simplifications(arguments.shared / "hanviet").items())
    write(arguments.output / "readings.tsv", table(arguments.shared))
    write(
        arguments.output / "simplified.tsv",
        [
            ("traditional", "".join(traditional for traditional, _ in pairs)),
            ("simplified", "".join(simplified for _, simplified in pairs)),
        ],
    )


if __name__ == "__main__":
    main()
