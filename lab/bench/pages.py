"""Many pages of one event: CPU as they grow, and what is found where each is aligned with its nearest few only.

    OMP_NUM_THREADS=1 python lab/bench/pages.py --shared ../shared cost [--full] [--sizes 15 30 60 120 240]
    OMP_NUM_THREADS=1 python lab/bench/pages.py --shared ../shared plants [--nearest 2 3 4 6 full] [--documents 8]
    OMP_NUM_THREADS=1 python lab/bench/pages.py --shared ../shared rows [--nearest 2 3 4 6 full] [--documents 15]

Pages are the documents of NTREX-128's development part in one language, or in turn in several; each but the first of a
language is a near copy: a sentence left out in every second, one of another document put in in every second. `--full`
aligns every two pages. `plants` changes one thing in one page, as `events.py`, or leaves a sentence out, and says how
often a finding of the default level of any rule is there that was not before; `rows` compares the rows of pages noised
as in `rows.py` with what lines they say.
"""

import argparse
import math
import multiprocessing
import random
import tempfile
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from itertools import combinations
from pathlib import Path

import events
from bead_f1 import Bead, agreement
from comparable_news import CHANGES
from many_languages import EventCase, event_cases

from xlcheck import pipeline
from xlcheck.config import Config
from xlcheck.embed import load
from xlcheck.match import WEIGHTS, partners
from xlcheck.model import Article, Document, Finding, Row
from xlcheck.pipeline import join

SIZES = (15, 30, 60, 120, 240)
KINDS: Mapping[str, Sequence[str]] = {"one language": ("en",), "twelve languages": events.LANGUAGES}
_LANGUAGES = ("en", "vi", "es", "zh", "fr", "ru")
_COPIES = 5
_NOISE = ("clean", "30 % foreign", "merged and split", "missing halves", "all of it")
_OMISSION = "omission"
Lines = Sequence[Mapping[str, str]]


def limited(nearest: int | None) -> None:
    """Events are aligned with so many of the nearest, or (None) all with all."""
    full = WEIGHTS.full if nearest else 10**9
    vars(join).update(WEIGHTS=replace(WEIGHTS, full=full), partners=partial(partners, full=full, nearest=nearest or 0))


def pages(doc: Lines, other: Lines, languages: Sequence[str], count: int) -> Iterator[tuple[str, list[str]]]:
    """The language and the lines of each page of one event."""
    for number in range(count):
        chance, language = random.Random(f"page-{number}"), languages[number % len(languages)]
        lines = [line[language] for line in doc]
        if number >= len(languages) and chance.random() < 0.5:
            lines.pop(chance.randrange(len(lines)))
        if number >= len(languages) and chance.random() < 0.5:
            lines.insert(chance.randrange(len(lines)), chance.choice(other)[language])
        yield language, lines


def _spent(shared: Path, languages: Sequence[str], count: int, full: bool) -> tuple[float, int]:
    """CPU seconds of one run, without a cache, and how many events it took the pages for."""
    docs = list(events.documents(shared / "dev/ntrex_dev.nway.tsv.gz").values())
    limited(None if full else WEIGHTS.partners)
    with tempfile.TemporaryDirectory() as folder:
        for number, (language, lines) in enumerate(pages(docs[0], docs[1], languages, count)):
            Path(folder, f"{number:04}.{language}.txt").write_text("\n\n".join(lines), "utf-8")
        began = time.process_time()
        report = pipeline.run(Config(paths=(folder,), cache=None))
        spent = time.process_time() - began
    return spent, len(report.events)


def cost(shared: Path, sizes: Sequence[int], full: bool) -> None:
    for kind, languages in KINDS.items():
        before: tuple[int, float] | None = None
        for count in sizes:
            with multiprocessing.get_context("spawn").Pool(1) as process:
                spent, found = process.apply(_spent, (shared, languages, count, full))
            power = math.log(spent / before[1]) / math.log(count / before[0]) if before else math.nan
            each = 1e3 * spent / count
            print(
                f"{kind:17} {count:4} pages {spent:7.2f} CPU s {each:6.1f} ms a page, n^{power:.2f}, events {found}",
                flush=True,
            )
            before = count, spent


class Plants:
    """Events of near copies in several languages, and what is found of one change in each."""

    def __init__(self, docs: Sequence[Lines], cache: str) -> None:
        self.docs = docs
        self.config = Config(cache=cache)

    def measure(self, nearest: int | None, most: int) -> None:
        limited(nearest)
        found: dict[str, list[bool]] = {kind: [] for kind in (*events.PLANTS, _OMISSION)}
        others = 0
        for number, doc in enumerate(self.docs[:most]):
            chance = random.Random(f"plant-{number}")
            made = pages(doc, self.docs[number - 1], _LANGUAGES, len(_LANGUAGES) * _COPIES)
            texts = [
                Document(f"{at:02}.{language}.txt", "\n\n".join(lines), language)
                for at, (language, lines) in enumerate(made)
            ]
            before = self.findings(texts)
            for kind in found:
                at = chance.randrange(len(texts))
                if changed := self.changed(kind, texts[at], chance):
                    altered, start, end = changed
                    after = self.findings([*texts[:at], altered, *texts[at + 1 :]])
                    there = [f for f in after if _is_at(f, altered, start, end)]
                    was = [f for f in before if _is_at(f, texts[at], start, end)]
                    found[kind].append(len(there) > len(was))
                    others += max(0, len(after) - len(there) - len(before) + len(was))
        kinds = "  ".join(f"{kind} {sum(hits)}/{len(hits)}" for kind, hits in found.items())
        total = [hit for hits in found.values() for hit in hits]
        name = "all" if nearest is None else str(nearest)
        print(f"nearest {name:4} {sum(total)}/{len(total)}  {kinds}  other findings {others}", flush=True)

    def findings(self, texts: Sequence[Document]) -> tuple[Finding, ...]:
        return pipeline.examine([(text,) for text in texts], self.config).findings

    @staticmethod
    def changed(kind: str, page: Document, chance: random.Random) -> tuple[Document, int, int] | None:
        """The page with one thing changed, and where that stands; None where it has no such thing."""
        if kind == _OMISSION:
            lines = page.text.split("\n\n")
            out = chance.randrange(1, len(lines) - 1)
            text = "\n\n".join(lines[:out] + lines[out + 1 :])
            start = len("\n\n".join(lines[: out - 1]))
            end = len("\n\n".join(lines[: out + 1]))
        else:
            places = list(events.PLANTS[kind](events.found(page, page.language or ""), chance))
            if not places:
                return None
            span, new = chance.choice(places)
            text = page.text[: span.start] + new + page.text[span.end :]
            start, end = span.start, span.start + len(new)
        return Document(page.id, text, page.language), start, end


def _is_at(finding: Finding, page: Document, start: int, end: int) -> bool:
    places = (finding.at, *finding.related)
    return any(each.document.id == page.id and each.start < end and start < each.end for each in places)


def rows(docs: Sequence[Lines], nearest: Sequence[int | None], most: int) -> None:
    """Strict F1 of what two pages say in common rows: 24 pages, two of each language."""
    twice = [f"{language}-{copy}" for copy in (1, 2) for language in events.LANGUAGES]
    doubled = [[{name: line[name.split("-")[0]] for name in twice} for line in doc] for doc in docs]
    for noise in _NOISE:
        cases = event_cases(doubled, twice, CHANGES[noise])[:most]
        cells = []
        for count in nearest:
            limited(count)
            scores = agreement(pair for case in cases for pair in _beads(case))
            cells.append(f"{'all' if count is None else count}: {scores.strict:.4f} alone {scores.alone:.4f}")
        print(f"{noise:20} " + "   ".join(cells), flush=True)


def _beads(case: EventCase) -> Iterator[tuple[list[Bead], list[Bead]]]:
    """The gold beads and those that the rows give of every two pages."""
    names = list(case.texts)
    articles = [_page(name, [text for text, _ in case.texts[name]]) for name in names]
    vectors = [load(None).encode([sentence.text for sentence in article.sentences]) for article in articles]
    event = join.to_event(articles, vectors)
    for one, other in combinations(range(len(names)), 2):
        gold = case.gold(names[one], names[other])
        yield gold, list(_of_rows(event.rows, one, other, (articles[one], articles[other])))


def _page(name: str, lines: Sequence[str]) -> Article:
    language = name.split("-")[0]
    return events.given(Document(name, "\n".join(lines), language), language)


def _of_rows(table: Sequence[Row], one: int, other: int, both: tuple[Article, Article]) -> Iterator[Bead]:
    ours, theirs = ({id(sentence): at for at, sentence in enumerate(page.sentences)} for page in both)
    beads: list[tuple[set[int], set[int]]] = []
    for row in table:
        source = {ours[id(sentence)] for sentence in row.sentences[one]}
        target = {theirs[id(sentence)] for sentence in row.sentences[other]}
        if source and target:  # a sentence that says two stands in two rows
            touching = [bead for bead in beads if bead[0] & source or bead[1] & target]
            beads = [bead for bead in beads if bead not in touching]
            beads.append((source.union(*(bead[0] for bead in touching)), target.union(*(bead[1] for bead in touching))))
    yield from ((tuple(sorted(some)), tuple(sorted(others))) for some, others in beads)
    linked = [{at for bead in beads for at in bead[side]} for side in (0, 1)]
    yield from (((at,), ()) for at in ours.values() if at not in linked[0])
    yield from (((), (at,)) for at in theirs.values() if at not in linked[1])


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, required=True, help="folder with dev/")
    parser.add_argument("what", choices=("cost", "plants", "rows"))
    parser.add_argument("--sizes", nargs="+", type=int, default=SIZES)
    parser.add_argument("--full", action="store_true", help="align every two pages")
    parser.add_argument("--nearest", nargs="+", default=("2", "3", "4", "6", "full"))
    parser.add_argument("--documents", type=int, default=8)
    given = parser.parse_args()
    if given.what == "cost":
        cost(given.shared, given.sizes, given.full)
        return
    docs = list(events.documents(given.shared / "dev/ntrex_dev.nway.tsv.gz").values())
    nearest = [None if count == "full" else int(count) for count in given.nearest]
    if given.what == "rows":
        rows(docs, nearest, given.documents)
        return
    for count in nearest:
        with tempfile.TemporaryDirectory() as cache:  # what is found depends on the limit: a cache for each
            Plants(docs, cache).measure(count, given.documents)


if __name__ == "__main__":
    main()
