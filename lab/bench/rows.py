"""Measure rows over many languages: how often three alignments contradict one another, and bead F1, before and after.

OPENBLAS_NUM_THREADS=1 python lab/bench/rows.py --shared ../shared [--documents 15]
"""

import argparse
import time
from collections.abc import Sequence
from itertools import combinations
from pathlib import Path

from bead_f1 import Bead, agreement
from comparable_news import CHANGES
from many_languages import EventCase, documents, event_cases

from xlcheck.align import agreed, align, rows
from xlcheck.embed import Encoder, load
from xlcheck.find import Finder
from xlcheck.model import Alignment, Article, Document, Glossary, Sentence, Span

LANGUAGES = ("en", "vi", "es", "zh", "fr", "de", "pt", "ru", "ja", "ko", "id", "ar")
NOISE = (
    "clean",
    "30 % foreign",
    "merged and split",
    "shuffled paragraphs",
    "missing halves",
    "30 % foreign, merged, split",
    "all of it",
)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--shared", type=Path, required=True)
    parser.add_argument("--documents", type=int, default=15)
    parser.add_argument("--languages", type=int, nargs="*", default=(4, 8, 12))
    options = parser.parse_args()
    docs = documents(options.shared / "dev/ntrex_dev.nway.tsv.gz")
    encoder, finder = load(None), Finder(Glossary())
    print(_line("", "violations", "after", "strict F1", "after", "worst pair", "alone", "after", "ms an event"))
    for count in options.languages:
        print(f"{count} languages")
        for name in NOISE:
            events = event_cases(docs, LANGUAGES[:count], CHANGES[name])[: options.documents]
            print(_line("  " + name, *_measured(events, encoder, finder)), flush=True)


def _line(name: str, *cells: str) -> str:
    return f"{name:30}" + "".join(f"{cell:>13}" for cell in cells)


def _measured(events: Sequence[EventCase], encoder: Encoder, finder: Finder) -> list[str]:
    before: dict[tuple[str, str], list[tuple[list[Bead], list[Bead]]]] = {}
    after: dict[tuple[str, str], list[tuple[list[Bead], list[Bead]]]] = {}
    broken, spent = [0, 0, 0, 0], 0.0
    for event in events:
        articles = {language: _article(event, language, finder) for language in event.texts}
        vectors = {x: encoder.encode([s.text for s in article.sentences]) for x, article in articles.items()}
        plain = [
            Alignment(
                articles[a], articles[b], align(articles[a].sentences, articles[b].sentences, vectors[a], vectors[b])
            )
            for a, b in combinations(articles, 2)
        ]
        began = time.process_time()
        agreeing = agreed(plain, rows(tuple(articles.values()), plain))
        spent += time.process_time() - began
        for made, kept, at in ((plain, before, 0), (agreeing, after, 2)):
            for alignment in made:
                pair = alignment.source.language, alignment.target.language
                kept.setdefault(pair, []).append((event.gold(*pair), _beads(alignment)))
            wrong, all_chains = violations(made)
            broken[at] += wrong
            broken[at + 1] += all_chains
    was, now = (agreement(case for cases in kept.values() for case in cases) for kept in (before, after))
    worst = min(agreement(after[pair]).strict - agreement(before[pair]).strict for pair in before)
    figures = [f"{broken[0] / max(1, broken[1]):.4f}", f"{broken[2] / max(1, broken[3]):.4f}"]
    figures += [f"{was.strict:.4f}", f"{now.strict:.4f}", f"{worst:+.4f}", f"{was.alone:.3f}", f"{now.alone:.3f}"]
    return [*figures, f"{1000 * spent / len(events):.0f}"]


def violations(alignments: Sequence[Alignment]) -> tuple[int, int]:
    """Chains a-b, b-c of sentences in three articles that say nothing of a-c, and all chains.

    A chain is sound where a and c are in one bead, or each in a bead with other sentences of the same chain's beads:
    a sentence that says two, b, ties a and c that say one each.
    """
    linked: dict[tuple[int, int], dict[int, set[int]]] = {}
    for alignment in alignments:
        for pair in alignment.pairs:
            for one, other in ((pair.source, pair.target), (pair.target, pair.source)):
                for sentence in one:
                    known = linked.setdefault((id(sentence), id(sentence.span.document)), {})
                    for mate in other:
                        known.setdefault(id(mate.span.document), set()).add(id(mate))
    wrong = chains = 0
    for by_document in linked.values():
        for one, other in combinations(sorted(by_document), 2):
            for a in by_document[one]:
                for c in by_document[other]:
                    chains += 1
                    mates = linked[a, one].get(other, set()) & by_document[other]
                    backs = linked[c, other].get(one, set()) & by_document[one]
                    wrong += not (mates and backs)
    return wrong, chains


def _article(event: EventCase, language: str, finder: Finder) -> Article:
    texts = [text for text, _ in event.texts[language]]
    document = Document(f"text.{language}", "\n".join(texts), language)
    sentences, start = [], 0
    for index, text in enumerate(texts):
        sentences.append(finder.find(Sentence(Span(document, start, start + len(text)), language, index), None))
        start += len(text) + 1
    return Article(document, language, tuple(sentences))


def _beads(alignment: Alignment) -> list[Bead]:
    return [
        (tuple(s.paragraph for s in pair.source), tuple(sorted(t.paragraph for t in pair.target)))
        for pair in alignment.pairs
    ]


if __name__ == "__main__":
    main()
