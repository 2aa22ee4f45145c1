"""Sentence boundaries on real text."""

from __future__ import annotations

import unicodedata

import pytest

from xlcheck.model import Document
from xlcheck.segment import segment


def split(text: str, **fields: object) -> list[str]:
    return [sentence.text for sentence in segment(Document("t", text, **fields))]  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "sentences",
    [
        ["Dr. Nguyễn met J. K. Rowling at 10.30 a.m. in St. Petersburg.", "They talked."],
        ["He cited No. 5 and p. 55 of the U.S. Constitution.", "Was it enough?", "No!"],
        ["“We are ready,” he said.", "“Are you?” she asked."],
        ["GDP rose by 6.5 per cent, e.g. in industry, services etc., last year.", "Exports grew."],
        ["El Sr. Pérez y la Dra. Gómez llegaron a EE.UU. en la pág. 12 del informe.", "¿Quién lo diría?"],
        ["Ông Lâm gặp GS. TS. Nguyễn Văn A tại TP. Hồ Chí Minh.", "Hai bên nhất trí…", "Sau đó, đoàn rời Hà Nội."],
        ["双方同意加强合作。", "“我们准备好了。”", "他说，会谈是成功的！"],
        ["彼は「はい。」と答えた。", "会議は終わった。"],
        ["Prof. Müller kam z.B. mit Dr. Weiß.", "Es war spät."],
        ["Встреча прошла в г. Москве на ул. Тверской.", "Стороны договорились."],
        ["ماذا حدث؟", "لا أحد يعلم."],
        ["See https://example.org/a.b?c=d.", "It works."],
        ["회담은 베이징에서 열렸다.", "양측은 협력에 합의했다."],
    ],
)
def test_joined_sentences_come_apart_again(sentences: list[str]) -> None:
    joint = "" if "\u3002" in sentences[0] else " "
    assert split(joint.join(sentences)) == sentences


def test_offsets_are_exact_and_text_is_left_as_it_is() -> None:
    text = "  Tô Lâm đến.\r\n\r\n\tHai bên hội đàm.  Xong. "
    for form in (text, unicodedata.normalize("NFD", text)):
        document = Document("t", form)
        found = segment(document)
        assert [form[s.span.start : s.span.end] for s in found] == [s.text for s in found]
        assert "".join("".join(s.text.split()) for s in found) == "".join(form.split())
        assert [s.paragraph for s in found] == [0, 1, 1]


def test_a_source_tag_stands_alone() -> None:
    assert split("They agreed to meet again. — VNS") == ["They agreed to meet again.", "— VNS"]


def test_lines_are_paragraphs_unless_the_text_is_hard_wrapped() -> None:
    assert split("A headline without a stop\nThe first sentence of the story") == [
        "A headline without a stop",
        "The first sentence of the story",
    ]
    wrapped = (
        "The two sides agreed to maintain exchanges and close coordination at\n"
        "multilateral forums, and to better control and manage differences in\n"
        "the spirit of their common perceptions. They also agreed to meet once\n"
        "more before the end of the year."
    )
    assert len(split(wrapped)) == 2


def test_bullets_stay_apart_in_wrapped_text() -> None:
    text = (
        "- maintain frequent and flexible high-level exchanges between the two\n"
        "  parties and countries at all levels and in all the sectors concerned\n"
        "- strengthen the pillar roles of diplomacy, defence and public security\n"
        "  as agreed"
    )
    assert len(split(text)) == 2


def test_the_dateline_is_left_out() -> None:
    text = "HÀ NỘI — General Secretary Tô Lâm held talks on Monday."
    assert split(text, dateline=(0, 9)) == ["General Secretary Tô Lâm held talks on Monday."]


def test_rows_are_kept_as_given_empty_ones_too() -> None:
    text = "One. Two.\n\nThree."
    assert split(text, rows=((0, 9), (10, 10), (11, 17))) == ["One. Two.", "", "Three."]


def test_an_empty_text_has_no_sentences() -> None:
    assert split("") == split(" \n\t ") == []


def test_many_quotations_in_one_line() -> None:
    assert [s.quoted for s in segment(Document("t", "He said “yes” to us. " * 8_000))] == [False] * 8_000


def test_a_long_line_takes_linear_time() -> None:
    once = "He met Dr. No at 5 p.m. and left... Then he came back! "
    assert len(split(once * 20_000)) == 2 * 20_000


@pytest.mark.parametrize("once", ["「a。", "《《《《。", "„a. ", "‚a. ", "«a. "])
def test_quotation_marks_that_nothing_closes_take_linear_time(once: str) -> None:
    assert not any(sentence.quoted for sentence in segment(Document("t", once * 50_000)))


def test_what_stands_above_the_dateline_is_kept() -> None:
    text = "The government cuts taxes again\n\nMADRID, 12 mar (EFE).- El Gobierno aprobó la reforma."
    start = text.index("MADRID")
    assert split(text, dateline=(start, text.index("El Gob"))) == [
        "The government cuts taxes again",
        "El Gobierno aprobó la reforma.",
    ]


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ('Ông nói: "Guten Tag, ich freue mich sehr, heute in Hanoi zu sein".', [True]),
        ("»Das ist eine gute Nachricht. Wir freuen uns sehr.«", [True, True]),
        ("He spoke of a “new era” in relations between the two countries.", [False]),
        ("It is 5'10\" tall and the others aren't.", [False]),
    ],
)
def test_someones_words_are_known_as_such(text: str, quoted: list[bool]) -> None:
    assert [sentence.quoted for sentence in segment(Document("t", text))] == quoted


@pytest.mark.parametrize(
    "sentences",
    [
        ["Only approx. Thirty cases were counted.", "It was late."],
        ["《国家安全法。总则》是新法。", "他读了。"],
    ],
)
def test_what_stands_well_before_a_stop_counts(sentences: list[str]) -> None:
    """The whole abbreviation, and a title that was opened a few characters ago."""
    assert split(("" if "。" in sentences[0] else " ").join(sentences)) == sentences
