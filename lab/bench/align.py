"""Measure the aligner: comparable news, hand-made gold beads beside published figures, time by length.

    OPENBLAS_NUM_THREADS=1 python lab/bench/align.py --shared ../shared [--train] [--skip-time] [--peer python]

Figures of the peers on Text+Berg are their papers' (strict, on other beads than ours: the test part, 1,011; ours
is the development part, 422) or, marked *, runs on the development part with stand-in vectors. `--peer` names a Python
that has the package sentalign, which carries vecalign's algorithm: its time is then measured in the same run.
"""

import argparse
import resource
import subprocess
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import cache
from itertools import combinations
from pathlib import Path

from bead_f1 import Agreement, Bead, agreement
from calibration import Calibration
from comparable_news import CHANGES, Case, cases, documents

from xlcheck.align import WEIGHTS, Weights, align
from xlcheck.embed import Encoder, load
from xlcheck.find import Finder
from xlcheck.model import Document, Pair, Sentence, Span
from xlcheck.terms import load as load_glossary

LANGUAGES = ("en", "vi", "es", "zh")
BARS = {
    "clean": (0.985, None),
    "30 % foreign": (0.95, 0.88),
    "50 % foreign": (0.90, 0.88),
    "shuffled paragraphs": (0.88, None),
}
BARE = replace(WEIGHTS, numbers=0.0, dates=0.0, names=0.0, concepts=0.0)
FACTS = replace(BARE, numbers=WEIGHTS.numbers, dates=WEIGHTS.dates)
ABLATION = {
    "vectors": BARE,
    "+ facts": FACTS,
    "+ names": replace(FACTS, names=WEIGHTS.names),
    "+ glossary": WEIGHTS,
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
PUBLISHED = {20000: 32_000, 50000: 76_000}
SIZES = (15, 60, 200, 1000, 5000, 10000, 20000, 40000)
_PEER_SIZES = (60, 1000, 5000, 20000)
GLOSSARY = Path(__file__).parents[2] / "glossary"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--shared", type=Path, required=True)
    parser.add_argument("--train", action="store_true", help="news of the training part, which the encoder has seen")
    parser.add_argument("--skip-time", action="store_true")
    parser.add_argument("--peer", type=Path, help="a Python with the package sentalign")
    options = parser.parse_args()
    news = "parallel/ntrex_train.nway.tsv.gz" if options.train else "dev/ntrex_dev.nway.tsv.gz"
    _news(options.shared / news)
    _hand_made(options.shared / "dev/align/textberg_de_fr")
    if not options.skip_time:
        _time(options.shared / "parallel/ntrex_train.nway.tsv.gz", options.peer)


def _news(path: Path) -> None:
    pairs = list(combinations(LANGUAGES, 2))
    print(f"{path.name}: strict F1 / F1 of the sentences without counterpart\n")
    print(_row("", *(f"{a}-{b}" for a, b in pairs), "all", "bar"))
    calibration = Calibration()
    ablation = []
    for name, change in CHANGES.items():
        made = {pair: cases(documents(path, *pair), change) for pair in pairs}
        found = {pair: aligned(made[pair], *pair, calibration=calibration) for pair in pairs}
        bar = " / ".join(f"{value:.3f}" for value in BARS.get(name, ()) if value)
        everything = agreement(case for found_of_pair in found.values() for case in found_of_pair)
        print(_row(name, *(_shown(agreement(found[pair])) for pair in pairs), _shown(everything), bar))
        parts = [
            agreement(case for pair in pairs for case in aligned(made[pair], *pair, weights))
            for weights in ABLATION.values()
        ]
        ablation.append(_row(name, *map(_shown, parts)))
    print("\nablation\n" + _row("", *ABLATION), *ablation, sep="\n")
    print("\n" + calibration.table())


def _row(name: str, *cells: str) -> str:
    return f"{name:28}" + "".join(f"{cell:>15}" for cell in cells)


def _shown(figures: Agreement) -> str:
    return f"{figures.strict:.3f} / {figures.alone:.2f}"


def aligned(
    made: Sequence[Case],
    source: str,
    target: str,
    weights: Weights = WEIGHTS,
    calibration: Calibration | None = None,
) -> list[tuple[Sequence[Bead], list[Bead]]]:
    """Gold beads and the aligner's, for each case."""
    found = []
    for case in made:
        pairs = _aligned(case.source, case.target, source, target, weights)
        beads = _indices(pairs)
        found.append((case.gold, beads))
        if calibration:
            calibration.add(case.gold, beads, [pair.score for pair in pairs])
    return found


def _aligned(
    source: Sequence[str], target: Sequence[str], language: str, other: str, weights: Weights
) -> tuple[Pair, ...]:
    one, two = _sentences(source, language), _sentences(target, other)
    return align(one, two, _encoder().encode(source), _encoder().encode(target), weights)


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
    return Finder(load_glossary([str(GLOSSARY)]))


@cache
def _sentence(text: str, language: str) -> Sentence:
    plain = Sentence(Span(Document("bench", text, language), 0, len(text)), language)
    return _finder().find(plain, None)


def _sentences(texts: Sequence[str], language: str) -> list[Sentence]:
    return [replace(_sentence(text, language), paragraph=index) for index, text in enumerate(texts)]


def _hand_made(folder: Path) -> None:
    print("\nText+Berg de-fr\n" + _row("", "strict", "lax", "alone"))
    for name, weights in ABLATION.items():
        figures = textberg(folder, weights)
        print(_row(f"xlcheck, {name}", *(f"{value:.3f}" for value in (figures.strict, figures.lax, figures.alone))))
    for name, strict, lax in PEERS:
        print(_row(name, f"{strict:.3f}", f"{lax:.3f}" if lax else "-", "-"))


def textberg(folder: Path, weights: Weights = WEIGHTS) -> Agreement:
    """Agreement with beads made by hand, of a folder in vecalign's format."""
    source = (folder / "src.de").read_text("utf-8").splitlines()
    target = (folder / "tgt.fr").read_text("utf-8").splitlines()
    gold = [_gold(line) for line in (folder / "gold.align").read_text("utf-8").splitlines()]
    return agreement([(gold, _indices(_aligned(source, target, "de", "fr", weights)))])


def _gold(line: str) -> Bead:
    """`[3, 4]:[5]`"""
    source, target = (tuple(int(i) for i in side.strip("[] \n").split(",") if i.strip()) for side in line.split(":"))
    return source, target


def _time(path: Path, peer: Path | None) -> None:
    lines = [line for doc in documents(path, "en", "es") for line in doc]
    print("\n" + _row("sentences, with facts", "CPU ms", "peak MB", "right", "vecalign ms", "ratio"))
    for size in SIZES:
        text = [lines[i % len(lines)] for i in range(size)]
        source, target = ([f"{line[side]} {i // len(lines)}" for i, line in enumerate(text)] for side in (0, 1))
        one, two = ([_finder().find(s, None) for s in _plain(side)] for side in (source, target))
        vectors = _encoder().encode(source), _encoder().encode(target)
        align(one[:15], two[:15], vectors[0][:15], vectors[1][:15])
        spent, pairs = _spent(lambda one=one, two=two, vectors=vectors: align(one, two, *vectors), 1 + 300 // size)
        right = sum(found == ((i,), (i,)) for i, found in enumerate(sorted(_indices(pairs)))) / size
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        other, name = PUBLISHED.get(size), "published"
        if peer and size in _PEER_SIZES:
            other, name = _peer(peer, size), "measured"
        rival = (f"{other:.0f} {name}", f"{1000 * spent / other:.3f}") if other else ("-", "-")
        print(_row(f"{size} x {size}", f"{1000 * spent:.1f}", f"{peak:.0f}", f"{right:.4f}", *rival), flush=True)


def _plain(texts: Sequence[str]) -> list[Sentence]:
    return [
        Sentence(Span(Document("bench", text), 0, len(text)), "und", paragraph=index)
        for index, text in enumerate(texts)
    ]


def _peer(python: Path, size: int) -> float:
    script = Path(__file__).with_name("vecalign_time.py")
    return float(subprocess.run([python, script, str(size)], capture_output=True, text=True, check=True).stdout)


def _spent(work: Callable[[], Sequence[Pair]], times: int) -> tuple[float, Sequence[Pair]]:
    began = time.process_time()
    for _ in range(times):
        result = work()
    return (time.process_time() - began) / times, result


if __name__ == "__main__":
    main()
