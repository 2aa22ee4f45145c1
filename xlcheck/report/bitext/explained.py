"""Beads with what speaks for each of them, and the best rival that it won against."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from xlcheck.files.printable import printable
from xlcheck.model import Alignment, Article
from xlcheck.model.explanation import Candidate, Explanation
from xlcheck.report.bitext.cells import joined


def explained(alignment: Alignment, explanations: Sequence[Explanation]) -> str:
    """Return the pairs numbered, each above its score's parts; one explanation for each pair, in their order."""
    articles = alignment.source, alignment.target
    lines = (
        line
        for number, (pair, why) in enumerate(zip(alignment.pairs, explanations, strict=True))
        for line in (
            f"{number}\t{pair.score:.3f}\t{printable(joined(pair.source, articles[0].language))}"
            f"\t{printable(joined(pair.target, articles[1].language))}",
            *_reasons(why, articles),
        )
    )
    return "".join(f"{line}\n" for line in lines)


def _reasons(why: Explanation, articles: tuple[Article, Article]) -> Iterator[str]:
    if why.chosen:
        yield f"    score {_parts(why.chosen)}{'; out of order' if why.crossing else ''}"
        if why.chosen.shared:
            yield "    both have: " + ", ".join(printable(f"{kind} {value}") for kind, value in why.chosen.shared)
    else:
        yield f"    left alone: leaving out a sentence scores {why.price:+.3f}"
    if why.rival:
        yield f"    alternative {_parts(why.rival)}: {_sentences(why.rival, articles)}"


def _parts(bead: Candidate) -> str:
    parts = f"{bead.score:+.3f} = (cosine {bead.cosine:+.3f} - crowd {bead.crowd:+.3f} + clues {bead.clues:+.3f})"
    support = f" + neighbours {bead.support:+.3f}" if bead.support else ""
    return f"{parts} x lengths {bead.lengths:.2f}{support}"


def _sentences(bead: Candidate, articles: tuple[Article, Article]) -> str:
    source, target = (
        printable(joined([article.sentences[at] for at in places], article.language))
        for article, places in zip(articles, (bead.source, bead.target), strict=True)
    )
    return f"“{source}” with “{target}”"
