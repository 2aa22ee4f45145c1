"""Beads for programs: indices count the sentences of a document from 0."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from xlcheck.files.escaping import json_text
from xlcheck.model import Alignment, Article, Event
from xlcheck.report.entry import path


def render(events: Sequence[Event]) -> str:
    """Return a list of `{"source": [i], "target": [j], "score": x}`, with `documents` where there are more than two."""
    alignments = [alignment for event in events for alignment in event.alignments]
    beads = [bead for alignment in alignments for bead in _beads(alignment, len(alignments) > 1)]
    return json_text(beads) + "\n"


def _beads(alignment: Alignment, named: bool) -> Iterator[dict[str, Any]]:
    source, target = _places(alignment.source), _places(alignment.target)
    documents = [path(article.document) for article in (alignment.source, alignment.target)]
    for pair in alignment.pairs:
        bead = {
            "source": [source[sentence.span.start] for sentence in pair.source],
            "target": [target[sentence.span.start] for sentence in pair.target],
            "score": round(pair.score, 4),
        }
        yield {**bead, "documents": documents} if named else bead


def _places(article: Article) -> dict[int, int]:
    return {sentence.span.start: place for place, sentence in enumerate(article.sentences)}
