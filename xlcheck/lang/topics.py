"""The topics of a language pack, the files that hold them, and what it takes to know one.

A topic is a file of rows with a head, parted by tabs. `xlcheck/lang/packs/README.md` says what the columns are.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Literal, get_args

Topic = Literal[
    "abbreviations",
    "accented",
    "credits",
    "dates",
    "endings",
    "exactness",
    "homes",
    "languages",
    "negation",
    "numbers",
    "offices",
    "opposites",
    "signs",
    "territories",
    "times",
    "titles",
    "units",
    "vocabulary",
]

TOPICS: tuple[Topic, ...] = get_args(Topic)

MADE: Mapping[Topic, str] = {"homes": "homes_abroad", "numbers": "numbers_spelled", "units": "units_cldr"}
"""A second file of a topic, made from public data; the topic's own file comes after it and has the last word."""

WEIGHTS: Mapping[Topic, str] = {"negation": "negation_weights"}
"""A further file of a topic, learnt, with columns of its own."""

_WORDS = "kind value words"
COLUMNS: Mapping[str, str] = {
    "abbreviations": "kind words",
    "accented": "word",
    "credits": "stems",
    "dates": _WORDS,
    "endings": "use endings",
    "exactness": _WORDS,
    "homes": "sign words",
    "homes_abroad": "sign words",
    "languages": "tag name",
    "negation": "kind words",
    "negation_weights": "kind feature weight",
    "numbers": _WORDS,
    "numbers_spelled": _WORDS,
    "offices": "place office title words",
    "opposites": "pair one other",
    "signs": "sign words",
    "territories": "words",
    "times": _WORDS,
    "titles": "use words",
    "units": _WORDS,
    "units_cldr": _WORDS,
    "vocabulary": "words",
}
"""The head of every file, its columns parted by blanks."""

Words = Mapping[str, Mapping[str, str]]
"""kind -> word, in lower case and NFC -> value."""

WHOLE: tuple[Topic, ...] = ("dates", "numbers")
"""Topics of which a part is of no use."""

_MONTHS, _WEEKDAYS = range(1, 13), range(7)
_NUMBERS = (*range(2, 11), 100, 1000)


def lacking(topic: Topic, words: Words, spaced: bool) -> Iterable[str]:
    """What is missing of one of the topics that are known as a whole or not: months, weekdays, the first numbers.

    Languages without blanks between words count months instead of naming them.
    """
    if topic == "dates":
        months = _MONTHS if spaced else ()
        yield from (f"month {month}" for month in _unsaid(months, words, "month"))
        yield from (f"weekday {day}" for day in _unsaid(_WEEKDAYS, words, "weekday", "weekday-led"))
    elif topic == "numbers":
        yield from (f"number {number}" for number in _unsaid(_NUMBERS, words, *words))


def _unsaid(values: Iterable[int], words: Words, *kinds: str) -> Iterable[int]:
    said = {value for kind in kinds for value in words.get(kind, {}).values()}
    return (value for value in values if str(value) not in said)
