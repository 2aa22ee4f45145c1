"""Words of one article of an event that another does not answer, and which of the two is at fault."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from xlcheck.evidence.jury import Difference, Verdict, are_equals, verdicts
from xlcheck.evidence.thresholds import THRESHOLDS
from xlcheck.evidence.witnesses import Question
from xlcheck.model.document import Document, Span
from xlcheck.model.doubt import Doubt, raised
from xlcheck.model.event import Event, Gap
from xlcheck.model.text import Sentence

_Silent = dict[tuple[Document, Document], list[Span]]
"""What of the first text the second does not answer, for every two that were compared."""


@lru_cache(maxsize=1)  # one rule takes what is left out, another what is added
def unanswered(event: Event) -> tuple[Verdict[Gap], ...]:
    """What translations leave out (the verdict's `right`) or add (its `wrong`), each place once.

    `strength` is the confidence, 0 to 1, that it is not answered, as the aligner measured it. Its `doubts`: the aligner
    is not sure; the articles are divided; or, of three or more, a text does not differ from most of those that are
    translations of one another.
    """
    return tuple(_unanswered(event))


def _unanswered(event: Event) -> Iterator[Verdict[Gap]]:
    silent = _silent(event)
    translations = Counter(document for document, _ in silent)
    clauses = {document: _apart(gaps) for document, gaps in _gaps(event).items()}

    def clause(gap: Gap) -> Gap:
        return next(each for each in clauses[gap.span.document] if each.span.overlaps(gap.span))

    def is_answered(said: Gap, sentences: Sequence[Sentence]) -> bool | None:
        lacking = silent.get((said.span.document, sentences[0].span.document))
        return None if lacking is None else not any(said.span.overlaps(span) for span in lacking)

    differences = [
        each
        for pair in event.pairs
        for each in (
            *(Difference(pair, clause(gap), None, gap.confidence) for gap in pair.omitted),
            *(Difference(pair, None, clause(gap), gap.confidence) for gap in pair.added),
        )
    ]
    divided = are_equals(event)
    for verdict in verdicts(event, differences, Question(is_answered, _are_one), near=False):
        few = divided and 2 * len(verdict.related) <= translations[verdict.at.document] + 1
        known = (
            (Doubt.FREE, verdict.strength < THRESHOLDS.clear_margin),
            (Doubt.CONTESTED, verdict.contested),
            (Doubt.FEW, few),
        )
        lacking = frozenset(span.document for span in verdict.related)  # no other is asked whether it lacks it too
        votes = min(verdict.votes, len(lacking) - 1)
        yield replace(verdict, votes=votes, telling=lacking, doubts=raised(*known))


def _are_one(_one: Gap, _other: Gap) -> bool:
    return True


def _silent(event: Event) -> _Silent:
    silent: _Silent = {}
    for alignment in event.alignments:
        if not alignment.siblings and alignment.translation:
            own, other = alignment.source.document, alignment.target.document
            silent[own, other] = [gap.span for pair in alignment.pairs for gap in pair.omitted]
            silent[other, own] = [gap.span for pair in alignment.pairs for gap in pair.added]
    return silent


def _gaps(event: Event) -> dict[Document, list[Gap]]:
    found: defaultdict[Document, list[Gap]] = defaultdict(list)
    for pair in event.pairs:
        for gap in (*pair.omitted, *pair.added):
            found[gap.span.document].append(gap)
    return found


def _apart(gaps: Iterable[Gap]) -> list[Gap]:
    """The gaps of a text, the surest of those that overlap."""
    kept: list[Gap] = []
    for gap in sorted(gaps, key=lambda gap: (-gap.confidence, gap.span.start, gap.span.end)):
        if not any(gap.span.overlaps(other.span) for other in kept):
            kept.append(gap)
    return kept
