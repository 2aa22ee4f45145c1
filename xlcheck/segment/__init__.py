"""Where a sentence ends: exact offsets, the text left as it is."""

from __future__ import annotations

from collections.abc import Iterator

from xlcheck.model import Document, Sentence, Span
from xlcheck.model.language import UNDETERMINED
from xlcheck.segment.paragraph import paragraphs
from xlcheck.segment.quotation import Quotations
from xlcheck.segment.sentence import sentence_ends

__all__ = ["segment"]


def segment(document: Document) -> tuple[Sentence, ...]:
    """Split a document into sentences in reading order, language still undetermined.

    The dateline is left out. Rows that the user gave are kept as they are, empty ones too, so that
    a sentence's index is its row's. Linear in the length of the text.
    """
    text = document.text
    if document.rows:
        return tuple(
            Sentence(Span(document, start, end), UNDETERMINED, row, Quotations.of(text, start, end).hold(start, end))
            for row, (start, end) in enumerate(document.rows)
        )
    skipped = document.dateline or (0, 0)
    ranges = (*paragraphs(text, 0, skipped[0]), *paragraphs(text, skipped[1], len(text)))
    return tuple(
        sentence for number, paragraph in enumerate(ranges) for sentence in _paragraph(document, number, *paragraph)
    )


def _paragraph(document: Document, number: int, first: int, last: int) -> Iterator[Sentence]:
    quotations = Quotations.of(document.text, first, last)
    for start, end in _sentences(document.text, first, last):
        yield Sentence(Span(document, start, end), UNDETERMINED, number, quotations.hold(start, end))


def _sentences(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    for stop in (*sentence_ends(text, start, end), end):
        while start < stop and text[start].isspace():
            start += 1
        last = stop
        while last > start and text[last - 1].isspace():
            last -= 1
        if start < last:
            yield start, last
        start = stop
