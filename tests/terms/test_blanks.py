"""Blanks and bare tags, which forms keep, or say that they do not."""

from __future__ import annotations

from pathlib import Path

import pytest

from xlcheck.model import Concept, Glossary, Status, Term
from xlcheck.terms import load
from xlcheck.terms.write import FORMATS, Written, write

TBX = [form for form in FORMATS if form.startswith("tbx")]


def again(concept: Concept, form: str, folder: Path) -> tuple[Concept, Written]:
    """A concept that is written and read again."""
    written = write(Glossary((concept,)), form)
    content = written.content if isinstance(written.content, bytes) else written.content.encode()
    file = folder / f"g.{form.partition('-')[0]}"
    file.write_bytes(content)
    (read,) = load([str(file)]).concepts
    return read, written


@pytest.mark.parametrize("form", TBX)
@pytest.mark.parametrize("note", ["a  b", "\u3000", "one\n\n  two", "a\xa0b", "xlcheck: { kind = 'body' }", " a "])
def test_a_note_keeps_its_blanks_in_tbx(note: str, form: str, tmp_path: Path) -> None:
    concept = Concept("a", "term", (Term("苏\u3000林", "zh"), Term("Tô\xa0Lâm", "vi")), note=note)
    read, written = again(concept, form, tmp_path)
    assert read.note == note
    assert [term.text for term in read.terms] == ["苏\u3000林", "Tô\xa0Lâm"]
    assert not written.losses


@pytest.mark.parametrize("form", TBX)
def test_two_spaces_in_a_term_are_written_as_one_and_said_to_be(form: str, tmp_path: Path) -> None:
    read, written = again(Concept("a", "term", (Term("To  Lam", "en", place="g.toml:3"),)), form, tmp_path)
    assert read.terms[0].text == "To Lam"
    assert written.losses == ("g.toml:3: 'To  Lam' in concept 'a' is written with single spaces",)


@pytest.mark.parametrize("form", ["csv", "tsv", "xlsx"])
def test_a_table_of_our_own_may_have_a_language_without_a_name(form: str, tmp_path: Path) -> None:
    read, _ = again(Concept("a", "term", (Term("x", "qaa"), Term("y", "qaa", Status.ADMITTED))), form, tmp_path)
    assert [(term.text, term.language) for term in read.terms] == [("x", "qaa"), ("y", "qaa")]
