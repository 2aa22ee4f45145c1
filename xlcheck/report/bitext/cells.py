"""Aligned rows as text: a cell an article, one line each."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from xlcheck.lang import Language
from xlcheck.model import Event, Row, Sentence

_FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def headers(event: Event) -> tuple[str, ...]:
    """A BCP 47 tag for each article; those of one language are distinguished by a private-use subtag (`en-x-2`)."""
    seen: list[str] = []
    for article in event.articles:
        earlier = sum(tag.partition("-x-")[0] == article.language for tag in seen)
        seen.append(f"{article.language}-x-{earlier + 1}" if earlier else article.language)
    return tuple(seen)


def cells(event: Event, row: Row) -> Iterator[str]:
    """The row's text in each article, empty where that is silent; line breaks inside a sentence become spaces.

    What XML forbids (control characters) is written U+FFFD.
    """
    for article, sentences in zip(event.articles, row.sentences, strict=True):
        yield _FORBIDDEN.sub("\ufffd", joined(sentences, article.language))


def joined(sentences: Sequence[Sentence], language: str) -> str:
    """Sentences of one BCP 47 language in one line, parted by spaces where its script has them."""
    lines = [" ".join(sentence.text.split()) for sentence in sentences]
    return (" " if Language.of(language).traits.spaced else "").join(lines)
