"""Measure the aligner: comparable news, hand-made gold beads beside published figures, time by length.

    OPENBLAS_NUM_THREADS=1 python lab/bench/align.py --shared ../shared [--train] [--skip-time]

Figures of the peers on Text+Berg are their papers' (strict, on other beads than ours: the test part, 1,011; ours
is the development part, 422) or, marked *, runs on the development part with stand-in vectors.
"""

import argparse
import resource
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import cache
from itertools import combinations
from pathlib import Path

from bead_f1 import Agreement, Bead, agreement
from comparable_news import CHANGES, Case, cases, documents

from xlcheck.align import align
from xlcheck.embed import Encoder, load
from xlcheck.find import Finder
from xlcheck.model import Document, Glossary, Pair, Sentence, Span

LANGUAGES = ("en", "vi", "es", "zh")
BARS = {
    "clean": (0.985, None),
    "30 % foreign": (0.95, 0.88),
    "50 % foreign": (0.90, 0.88),
    "shuffled paragraphs": (0.88, None),
}
PEERS = (
    ("vecalign, LASER", 0.902, None),
    ("vecalign, LaBSE", 0.863, None),
    ("Bertalign, LaBSE", 0.940, None),
    ("SentAlign", 0.932, None),
    ("vecalign *", 0.807, 0.985),
    ("Bertalign *", 0.853, None),
    ("Bleualign *", 0.780, None),
    ("hunalign *", 0.668, None),
)
SIZES = (15, 60, 200, 1000, 5000, 20000)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--shared", type=Path, required=True)
    parser.add_argument("--train", action="store_true", help="news of the training part, which the encoder has seen")
    parser.add_argument("--skip-time", action="store_true")
    options = parser.parse_args()
    news = "parallel/ntrex_train.nway.tsv.gz" if options.train else "dev/ntrex_dev.nway.tsv.gz"
    _news(options.shared / news)
    _hand_made(options.shared / "dev/align/textberg_de_fr")
    if not options.skip_time:
        _time(options.shared / "parallel/ntrex_train.nway.tsv.gz")


def _news(path: Path) -> None:
    pairs = list(combinations(LANGUAGES, 2))
    print(f"{path.name}: strict F1 / F1 of the sentences without counterpart\n")
    titles = [f"{a}-{b}" for a, b in pairs]
    print(_row("", *titles, "all", "no facts", "bar"))
    for name, change in CHANGES.items():
        figures, everything, bare = [], [], []
        for source, target in pairs:
            made = cases(documents(path, source, target), change)
            found = aligned(made, source, target)
            figures.append(_shown(agreement(found)))
            everything += found
            bare += aligned(made, source, target, facts=False)
        bar = " / ".join(f"{value:.3f}" for value in BARS.get(name, ()) if value)
        print(_row(name, *figures, _shown(agreement(everything)), _shown(agreement(bare)), bar))


def _row(name: str, *cells: str) -> str:
    return f"{name:28}" + "".join(f"{cell:>15}" for cell in cells)


def _shown(figures: Agreement) -> str:
    return f"{figures.strict:.3f} / {figures.alone:.2f}"


def aligned(
    made: Sequence[Case], source: str, target: str, facts: bool = True
) -> list[tuple[Sequence[Bead], list[Bead]]]:
    """Gold beads and the aligner's, for each case."""
    return [(case.gold, beads(case.source, case.target, source, target, facts)) for case in made]


def beads(source: Sequence[str], target: Sequence[str], language: str, other: str, facts: bool = True) -> list[Bead]:
    """The aligner's beads for two lists of sentences, as indices."""
    one, two = _sentences(source, language, facts), _sentences(target, other, facts)
    return _indices(align(one, two, _encoder().encode(source), _encoder().encode(target)))


def _indices(pairs: Sequence[Pair]) -> list[Bead]:
    """Each text is one document here, a line a sentence: the paragraph is the index."""
    return [
        (tuple(s.paragraph for s in pair.source), tuple(sorted(t.paragraph for t in pair.target))) for pair in pairs
    ]


@cache
def _encoder() -> Encoder:
    return load(None)


@cache
def _finder() -> Finder:
    return Finder(Glossary())


@cache
def _sentence(text: str, language: str, facts: bool) -> Sentence:
    plain = Sentence(Span(Document("bench", text, language), 0, len(text)), language)
    return _finder().find(plain, None) if facts else plain


def _sentences(texts: Sequence[str], language: str, facts: bool) -> list[Sentence]:
    return [replace(_sentence(text, language, facts), paragraph=index) for index, text in enumerate(texts)]


def _hand_made(folder: Path) -> None:
    print("\nText+Berg de-fr\n" + _row("", "strict", "lax", "alone"))
    for name, facts in (("xlcheck", True), ("xlcheck, no facts", False)):
        figures = textberg(folder, facts)
        print(_row(name, *(f"{value:.3f}" for value in (figures.strict, figures.lax, figures.alone))))
    for name, strict, lax in PEERS:
        print(_row(name, f"{strict:.3f}", f"{lax:.3f}" if lax else "-", "-"))


def textberg(folder: Path, facts: bool = True) -> Agreement:
    """Agreement with beads made by hand, of a folder in vecalign's format."""
    source = (folder / "src.de").read_text("utf-8").splitlines()
    target = (folder / "tgt.fr").read_text("utf-8").splitlines()
    gold = [_gold(line) for line in (folder / "gold.align").read_text("utf-8").splitlines()]
    return agreement([(gold, beads(source, target, "de", "fr", facts))])


def _gold(line: str) -> Bead:
    """`[3, 4]:[5]`"""
    source, target = (tuple(int(i) for i in side.strip("[] \n").split(",") if i.strip()) for side in line.split(":"))
    return source, target


def _time(path: Path) -> None:
    lines = [line for doc in documents(path, "en", "es") for line in doc]
    print("\n" + _row("sentences", "CPU ms", "peak MB", "right"))
    for size in SIZES:
        text = [lines[i % len(lines)] for i in range(size)]
        source, target = ([f"{line[side]} {i // len(lines)}" for i, line in enumerate(text)] for side in (0, 1))
        one, two = _sentences(source, "en", facts=False), _sentences(target, "es", facts=False)
        vectors = _encoder().encode(source), _encoder().encode(target)
        align(one[:15], two[:15], vectors[0][:15], vectors[1][:15])
        spent, pairs = _spent(lambda one=one, two=two, vectors=vectors: align(one, two, *vectors), 1 + 300 // size)
        right = sum(found == ((i,), (i,)) for i, found in enumerate(sorted(_indices(pairs)))) / size
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        print(_row(f"{size} x {size}", f"{1000 * spent:.1f}", f"{peak:.0f}", f"{right:.4f}"))


def _spent(work: Callable[[], Sequence[Pair]], times: int) -> tuple[float, Sequence[Pair]]:
    began = time.process_time()
    for _ in range(times):
        result = work()
    return (time.process_time() - began) / times, result


if __name__ == "__main__":
    main()
