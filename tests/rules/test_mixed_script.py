"""Letters of another script, and normal forms."""

from __future__ import annotations

import unicodedata

import pytest

from xlcheck.find import Finder
from xlcheck.model import Article, Document, Finding, Glossary, Sentence, Span
from xlcheck.model.fix import Evidence
from xlcheck.rules.mixed_script import check

FINDER = Finder(Glossary())


def findings(*lines: str, language: str = "en") -> list[Finding]:
    document, at, sentences = Document("t", "\n".join(lines)), 0, []
    for line in lines:
        sentences.append(FINDER.find(Sentence(Span(document, at, at + len(line)), language), None))
        at += len(line) + 1
    return list(check(Article(document, language, tuple(sentences))))


@pytest.mark.parametrize(
    ("language", "text", "evidence"),
    [
        ("en", "The P\u0430rty met.", Evidence.LETTERS),
        ("ru", "Они п\u0070ошли.", Evidence.LETTERS),
        (
            "ru",
            "Они п\u0070\u006fшли.",
            Evidence.LETTERS,
        ),
        (
            "ru",
            "Пили Кок\u0061-Cola там.",
            Evidence.LIKENESS,
        ),
        (
            "ru",
            "Пили Cola-Кок\u0061 там.",
            Evidence.LIKENESS,
        ),
        (
            "ru",
            "Пили Кок\u0061-Кола там.",
            Evidence.LETTERS,
        ),
        ("ru", "Это Fl\u0430sh там.", Evidence.LIKENESS),
        ("vi", "\u00d0oàn đã đến.", Evidence.LETTERS),
    ],
)
def test_how_sure_a_letter_is(language: str, text: str, evidence: Evidence) -> None:
    (found,) = findings(text, language=language)
    assert found.fix and found.fix.evidence is evidence


def test_the_letter_is_named() -> None:
    (found,) = findings("The P\u0430rty met.")
    assert "cyrillic small letter a" in found.reason and found.suggestion == "Party"
    assert found.at.text == "P\u0430rty"


WHOLE = "hợp tác đã thành công"


def split(text: str) -> str:
    return unicodedata.normalize("NFD", text)


def test_the_rarer_normal_form_is_reported_once() -> None:
    (found,) = findings(f"{WHOLE} tốt đẹp {split('nhất')}", f"{split('trí')} tăng cường", language="vi")
    assert [span.text for span in found.related] == [split("trí")]
    assert found.at.text == split("nhất")
    assert found.fix and [edit.text for edit in found.fix.edits] == ["nhất", "trí"]
    (found,) = findings(f"{split(WHOLE)} nhất", language="vi")
    assert (found.at.text, found.related) == ("nhất", ())
    assert found.fix and [edit.text for edit in found.fix.edits] == [split("nhất")]


@pytest.mark.parametrize("text", [WHOLE, split(WHOLE), f"{WHOLE} of the plain words", f"plain {split(WHOLE)} words"])
def test_one_form_throughout_is_right(text: str) -> None:
    assert findings(text, language="vi") == []


def test_as_many_of_either_form_are_brought_to_single_characters() -> None:
    (found,) = findings(f"nhất {split('trí')}", language="vi")
    assert found.at.text == split("trí")
