"""Text without its diacritics."""

from __future__ import annotations

import pytest

from xlcheck.find import Finder
from xlcheck.model import Article, Document, Finding, Glossary, Sentence, Span
from xlcheck.rules.lost_diacritics import check

FINDER = Finder(Glossary())
LOST = "La nacion tambien pidio mas informacion."
RIGHT = "La nación también pidió más información."


def findings(*lines: str, language: str = "es", rows: bool = False) -> list[Finding]:
    document, at, sentences = Document("t", "\n".join(lines)), 0, []
    places = []
    for number, line in enumerate(lines):
        places.append((at, at + len(line)))
        plain = Sentence(Span(document, at, at + len(line)), language, number)
        sentences.append(FINDER.find(plain, None))
        at += len(line) + 1
    if rows:
        document = Document("t", document.text, rows=tuple(places))
        sentences = [
            FINDER.find(Sentence(Span(document, *place), language, number), None) for number, place in enumerate(places)
        ]
    return list(check(Article(document, language, tuple(sentences))))


def test_neighbouring_sentences_are_one_finding() -> None:
    (found,) = findings(LOST, "Tambien la administracion.", RIGHT)
    assert found.at.text == f"{LOST}\nTambien la administracion."
    assert found.suggestion == "nación, también, pidió, información, administración"


def test_a_sound_sentence_parts_them() -> None:
    first, second = findings(LOST, RIGHT, LOST)
    assert (first.at.text, second.at.text) == (LOST, LOST)


def test_rows_of_a_table_are_each_their_own() -> None:
    assert len(findings(LOST, LOST, rows=True)) == 2


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("La nacion es grande.", 0),  # one word on a whole page
        ("La nacion pidio paz.", 1),
        ("La nacion pidio más.", 1),
        ("La nacion también pidió más.", 0),
        ("La nacion pidio más también.", 0),  # as many words with a mark as without
        ("La nacion pidio Más También.", 1),  # a capital may be a name
    ],
)
def test_more_words_lack_their_marks_than_have_them(text: str, count: int) -> None:
    assert len(findings(text)) == count


def test_vietnamese_without_a_single_mark_needs_no_second_sentence() -> None:
    (found,) = findings("Tong Bi thu da den Bac Kinh de hoi dam.", language="vi")
    assert "Vietnamese" in (found.suggestion or "")
