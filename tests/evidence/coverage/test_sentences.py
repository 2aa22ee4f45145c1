"""Which sentences a text must have to tell the story."""

from __future__ import annotations

import pytest

from xlcheck.evidence.coverage.sentences import is_prose
from xlcheck.model import Document, Sentence, Span

HEADLINE = "Heavy rain floods the capital and closes its schools!"
DATELINE = "From our correspondent in the flooded capital. 26 January."
STORY = "Heavy rain flooded the streets of the capital on Monday."
TEXT = f"{HEADLINE}\n{DATELINE}\n{STORY}"


def sentence(part: str, **places: tuple[int, int]) -> Sentence:
    start = TEXT.index(part)
    return Sentence(Span(Document("en", TEXT, **places), start, start + len(part)), "en")  # type: ignore[arg-type]


@pytest.mark.parametrize("part", [HEADLINE, DATELINE])
def test_headlines_and_datelines_are_not(part: str) -> None:
    assert is_prose(sentence(part))
    start = TEXT.index(part)
    for place in ("title", "dateline"):
        given = {place: (start, start + len(part))}
        assert not is_prose(sentence(part, **given))
        assert is_prose(sentence(STORY, **given))


@pytest.mark.parametrize(
    ("text", "prose"),
    [
        ("The council met on Monday in the old town.", True),
        ("The council met on Monday in the old town.”", True),
        ("The council met on Monday in the old town", False),
        ("Photo: Reuters.", False),
        ("市议会星期一在老城区开会讨论了新的铁路。", True),
        ("市议会星期一开会。", False),
    ],
)
def test_a_full_sentence_is_long_enough_and_closed(text: str, prose: bool) -> None:
    """A Chinese character says as much as three letters."""
    assert is_prose(Sentence(Span(Document("t", text), 0, len(text)), "en")) is prose


@pytest.mark.parametrize(("letters", "prose"), [(39, True), (38, False)])
def test_forty_characters_are_a_sentence(letters: int, prose: bool) -> None:
    text = "The talks of both ministers went on and on"[:letters] + "."
    assert is_prose(Sentence(Span(Document("t", text), 0, len(text)), "en")) is prose


@pytest.mark.parametrize(("ideographs", "prose"), [(13, True), (12, False)])
def test_thirteen_ideographs_are_one(ideographs: int, prose: bool) -> None:
    text = "市议会星期一在老城区开会讨论"[:ideographs] + "。"
    assert is_prose(Sentence(Span(Document("t", text), 0, len(text)), "zh")) is prose


def test_a_sentence_next_to_a_headline_is_none() -> None:
    start = TEXT.index(STORY)
    assert is_prose(sentence(STORY, title=(0, start)))
    assert is_prose(sentence(HEADLINE, dateline=(len(HEADLINE), start)))
    assert not is_prose(sentence(STORY, title=(0, start + 1)))
