"""Sentences of one text that have no counterpart in the other."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from xlcheck.model.event import Alignment, Pair
from xlcheck.model.finding import Finding, Severity
from xlcheck.model.language import same_language
from xlcheck.model.text import Sentence, whole

_CLOSED = re.compile(r"[.!?。！？…؟][\"'”’»」』)）\]]*\s*$")
_LEAST = 40
_LIKELY = 0.5
_INDEPENDENT = 0.85
_FIRST = 3
"""Places that a note on independent reports shows."""
_WIDE = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3]")
_SAYS = 3
"""Latin letters that say as much as one Chinese character, kana or Hangul syllable."""


def alone(alignment: Alignment, *, added: bool) -> Iterator[tuple[tuple[Sentence, ...], Pair | None, float]]:
    """Runs of neighbouring sentences that the source, or (`added`) the target, has alone.

    With each the pair in front of it, if any, and the least confidence of its sentences. Only prose counts:
    headlines, captions, bylines and datelines come and go with the page, text in another language is another matter.
    """
    article = alignment.target if added else alignment.source
    before: Pair | None = None
    for lone, group in groupby(alignment.pairs, lambda pair: _lone(pair, added)):
        pairs = list(group)
        if lone:
            told = [
                (sentence, pair.score)
                for pair in pairs
                for sentence in _side(pair, added)
                if is_prose(sentence) and same_language(sentence.language, article.language)
            ]
            if told:
                yield tuple(sentence for sentence, _ in told), before, min(score for _, score in told)
        else:
            before = pairs[-1]


def left_alone(alignment: Alignment, *, added: bool) -> Iterator[Finding]:
    """What the source, or (`added`) the target, has alone: runs of sentences of translations; of reports one count."""
    told = [each for each in alone(alignment, added=added) if each[2] >= _LIKELY]
    if any(pair.translation for pair in alignment.pairs):
        other = _names(alignment)[not added]
        for sentences, before, confidence in told:
            answer = _side(before, not added) if before else ()
            yield Finding(
                f"{other} {'does not say this' if added else 'leaves this out'}",
                whole(sentences),
                related=(whole(answer),) if answer else (),
                reason="no sentence there says the same",
                confidence=confidence,
            )
    elif told:
        own, other_article = alignment.source, alignment.target
        if added:
            own, other_article = other_article, own
        first, *more = (sentence.span for sentences, _, _ in told for sentence in sentences)
        yield Finding(
            f"{len(more) + 1} of {len(own.sentences)} sentences are not in the other coverage",
            first,
            related=tuple(more[: _FIRST - 1]),
            reason=f"{other_article.document.id} reports the event independently",
            severity=Severity.NOTE,
            confidence=_INDEPENDENT,
        )


def _names(alignment: Alignment) -> tuple[str, str]:
    """How to call the two texts: source and translation only where that is known, else by their paths."""
    source, target = alignment.source, alignment.target
    known = target.original and same_language(target.original, source.language)
    if known or source.document.id == target.document.id:
        return "the source", "the translation"
    return f"“{source.document.id}”", f"“{target.document.id}”"


def _side(pair: Pair, added: bool) -> Sequence[Sentence]:
    return pair.target if added else pair.source


def _lone(pair: Pair, added: bool) -> bool:
    return bool(_side(pair, added)) and not _side(pair, not added)


def is_prose(sentence: Sentence) -> bool:
    """Whether a sentence is a full one of the story."""
    span, document = sentence.span, sentence.span.document
    heading = any(part and part[0] < span.end and span.start < part[1] for part in (document.title, document.dateline))
    length = len(sentence.text) + (_SAYS - 1) * len(_WIDE.findall(sentence.text))
    return not heading and length >= _LEAST and _CLOSED.search(sentence.text) is not None
