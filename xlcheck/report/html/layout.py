"""In which order the rows of an event are read, and where each sentence of it is shown."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from xlcheck.model import Event, Row, Sentence, Span


@dataclass(frozen=True, slots=True)
class Slot:
    """What an article has in a row: `sentences`, and those it says `again`, that stand in a row above."""

    sentences: tuple[Sentence, ...] = ()
    again: tuple[Sentence, ...] = ()


def slots(event: Event) -> Iterator[tuple[Slot, ...]]:
    """Row by row a slot for each article; every sentence of the event's rows is shown once.

    The first article stands in its reading order as far as it can; a row without it follows the row of the sentence
    before it in its own article.
    """
    shown: set[Span] = set()
    for row in _in_reading_order(event):
        yield tuple(
            Slot(
                tuple(sentence for sentence in sentences if sentence.span not in shown),
                tuple(sentence for sentence in sentences if sentence.span in shown),
            )
            for sentences in row.sentences
        )
        shown.update(sentence.span for sentences in row.sentences for sentence in sentences)


def _in_reading_order(event: Event) -> list[Row]:
    """Article by article, put the rows not yet placed behind the row that their article had before."""
    homes: dict[Span, list[int]] = defaultdict(list)
    for number, row in enumerate(event.rows):
        for sentence in (sentence for sentences in row.sentences for sentence in sentences):
            homes[sentence.span].append(number)
    order: list[int] = []
    for article in event.articles:
        placed = set(order)
        following: dict[int | None, list[int]] = defaultdict(list)
        anchor: int | None = None
        for number in dict.fromkeys(
            number for sentence in article.sentences for number in homes.get(sentence.span, ())
        ):
            if number in placed:
                anchor = number
            else:
                following[anchor].append(number)
        order = following[None] + [row for number in order for row in (number, *following[number])]
    return [event.rows[number] for number in order]
