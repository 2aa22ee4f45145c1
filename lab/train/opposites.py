"""The words of opposites that translations bear out: writes opposites.tsv of the language packs.

    python lab/train/opposites.py --shared ../shared

Reads the words of lab/data/opposites.tsv, and the sentence pairs of parallel/ (not its NTREX documents). A word is left
out if in more than `CONTRARY` of the pairs whose other side says one of the two alone, and in two at least, that is its
opposite. The lower end of the interval of E. B. Wilson (1927) counts, so that a few free translations prove nothing.
"""

import argparse
import gzip
import math
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path

from xlcheck.find.opposites import Opposites, Said, read_opposites
from xlcheck.lang import Language

sys.path.append(str(Path(__file__).parents[1]))
from packs import write_packs

CONTRARY = 0.05
_DEVIATIONS = 1.28  # of 90 % of cases the lower end is right
OWN = Path(__file__).parents[1] / "data/opposites.tsv"
Counts = dict[tuple[str, Said, str], Counter[bool]]
"""Language, what is said, and the entry -> how often the other side says the opposite, and the same."""


def pairs(folder: Path) -> Iterator[tuple[Sequence[str], Sequence[str]]]:
    """Two languages, and a sentence in each."""
    for path in sorted(folder.glob("??-??.tsv.gz")):
        head, *lines = gzip.decompress(path.read_bytes()).decode().splitlines()
        languages = head.split("\t")[:2]
        yield from ((languages, line.split("\t")[:2]) for line in lines)


def counted(folder: Path, readers: dict[str, Opposites]) -> Counts:
    counts: Counts = defaultdict(Counter)
    for languages, texts in pairs(folder):
        sides = [
            {said: entry for _, _, said, entry in readers[language].read(text.lower())}
            for language, text in zip(languages, texts, strict=True)
        ]
        for language, ours, theirs in zip(languages, sides, reversed(sides), strict=True):
            for said, entry in ours.items():
                if said[::-1] not in ours and (said in theirs) != (said[::-1] in theirs):
                    counts[language, said, entry][said[::-1] in theirs] += 1
    return counts


def lower_end(count: int, all_: int) -> float:
    """Of the interval that the true share lies in."""
    share, spread = count / all_, _DEVIATIONS**2 / all_
    deviation = math.sqrt(spread * (share * (1 - share) + spread / 4))
    return (share + spread / 2 - deviation) / (1 + spread)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, required=True, help="folder with parallel/")
    options = parser.parse_args()
    lines = [line.split("\t") for line in OWN.read_text("utf-8").splitlines()[1:]]
    own: defaultdict[str, list[list[str]]] = defaultdict(list)
    for pair, language, *sides in lines:
        own[language].append([pair, *sides])
    readers = {language: read_opposites(rows, Language.of(language)) for language, rows in own.items()}
    counts = counted(options.shared / "parallel", readers)
    left_out = {
        key for key, count in counts.items() if count[True] > 1 and lower_end(count[True], count.total()) > CONTRARY
    }
    kept: list[tuple[str, ...]] = []
    for pair, language, *sides in lines:
        one, other = pair.split("/")
        words = [
            "|".join(word for word in side.split("|") if (language, said, word) not in left_out)
            for side, said in zip(sides, ((one, other), (other, one)), strict=True)
        ]
        if all(words):
            kept.append((language, pair, *words))
    write_packs("opposites.tsv", ("pair", "one", "other"), kept)
    for (language, said, word), count in sorted(counts.items()):
        if (language, said, word) in left_out:
            print(f"left out: {language} {'/'.join(said)} {word}: {count[True]} of {count.total()}")


if __name__ == "__main__":
    main()
