"""The same sentence or caption stands twice on a page.

**What it does.** Compares the sentences of an article, whatever their case, spacing, punctuation and Unicode normal
form, and reports the second and later copies; neighbouring repeated sentences are one finding. Only sentences long
enough not to recur by chance are compared.

**Why it matters.** A doubled caption or a paragraph pasted twice is a slip of the page's template that every reader
notices.

**What it does not do.** Rows of an aligned table may repeat, as segments of a translation memory do. Paraphrases are
not repetitions.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from xlcheck.model import Article, Finding, Rule, Sentence, Severity, Span

MIN_LETTERS, MIN_IDEOGRAPHS = 40, 14
"""Shorter sentences recur by chance (“he said”); ideographs say more each."""

BAD = (
    (
        "es: El Secretario General expresó su alegría por la conversación telefónica. Foto: TTXVN\n"
        "El Secretario General expresó su alegría por la conversación telefónica. Foto: TTXVN",
    ),
    ("zh: 会谈于星期一下午在北京人民大会堂举行。双方同意加强合作。会谈于星期一下午在北京人民大会堂举行。",),
)
GOOD = (
    (
        "es: El Secretario General expresó su alegría por la conversación telefónica. Foto: TTXVN\n"
        "El Presidente expresó su alegría por la visita de la delegación vietnamita. Foto: TTXVN",
    ),
    ("zh: 会谈于星期一下午在北京人民大会堂举行。双方同意加强合作。双方同意加强合作。",),
)


def check(article: Article) -> Iterator[Finding]:
    if article.document.rows:
        return
    keys = [_key(sentence.text) for sentence in article.sentences]
    first: dict[str, int] = {}
    place = 0
    while place < len(keys):
        earlier = first.setdefault(keys[place], place)
        if earlier == place or not _telling(keys[place]):
            place += 1
            continue
        length = 1
        while earlier + length < place and keys[earlier + length : earlier + length + 1] == keys[place + length :][:1]:
            length += 1
        yield _finding(
            article.sentences[earlier : earlier + length],
            article.sentences[place : place + length],
        )
        place += length


def _finding(earlier: tuple[Sentence, ...], copy: tuple[Sentence, ...]) -> Finding:
    where = _span(earlier)
    line, column = where.document.position(where.start)
    return Finding(
        message="the same text stands twice on the page",
        at=_span(copy),
        related=(where,),
        suggestion="take out one of the two",
        reason=f"it stands at {line}:{column} already",
    )


def _span(sentences: tuple[Sentence, ...]) -> Span:
    first, last = sentences[0].span, sentences[-1].span
    return Span(first.document, first.start, last.end)


def _key(text: str) -> str:
    """The letters and digits alone: case, spacing, punctuation and normal form make no difference."""
    return re.sub(r"[\W_]+", "", unicodedata.normalize("NFKC", text)).casefold()


def _telling(key: str) -> bool:
    ideographs = sum("\u3040" <= character <= "\u9fff" for character in key)
    return len(key) >= MIN_LETTERS or ideographs >= MIN_IDEOGRAPHS


RULE = Rule("XL403", "repeated-text", "The same text stands twice on a page.", Article, check, Severity.WARNING)
