"""Sentences of one text that have no counterpart in the other."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from xlcheck.model.event import Alignment, Pair
from xlcheck.model.language import same_language
from xlcheck.model.text import Sentence, Span

_CLOSED = re.compile(r"[.!?。！？…؟][\"'”’»」』)）\]]*\s*$")
_LEAST = 40
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


def sides(alignment: Alignment) -> tuple[str, str]:
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


def whole(sentences: Sequence[Sentence]) -> Span:
    """From the first of some neighbouring sentences to the last."""
    first, last = sentences[0].span, sentences[-1].span
    return Span(first.document, first.start, max(first.end, last.end))
