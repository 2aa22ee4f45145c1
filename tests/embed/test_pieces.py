"""The parts of a text, where they stand and what they add up to."""

from __future__ import annotations

import unicodedata

import numpy as np
import pytest

from xlcheck.embed import Encoder, load

TEXTS = (
    "The talks ended on Monday; no deal was signed.",
    "Hội nghị kết thúc hôm thứ Hai, hai bên chưa ký thoả thuận hoà bình.",
    "会谈于星期一结束，ＡＢＣ公司没有签署協議。",
    "  La reunión\u00a0terminó…  sin acuerdo ",
    "انتهت المحادثات يوم الاثنين ولم يُوقَّع أي اتفاق.",
    "한국과 일본이 협정에 서명했다.",
)


@pytest.fixture(scope="module")
def encoder() -> Encoder:
    return load(None)


@pytest.mark.parametrize("form", ["NFC", "NFD"])
@pytest.mark.parametrize("text", TEXTS)
def test_the_pieces_add_up_to_the_sentence(encoder: Encoder, text: str, form: str) -> None:
    text = unicodedata.normalize(form, text)
    (pieces,) = encoder.pieces([text])
    total = pieces.vectors.sum(axis=0)
    np.testing.assert_allclose(total / np.linalg.norm(total), encoder.encode([text])[0], atol=1e-5)
    assert len(pieces.ranges) == len(pieces.vectors) == len(pieces.reliability)


@pytest.mark.parametrize("form", ["NFC", "NFD"])
@pytest.mark.parametrize("text", TEXTS)
def test_ranges_are_of_the_text_as_written(encoder: Encoder, text: str, form: str) -> None:
    text = unicodedata.normalize(form, text)
    (pieces,) = encoder.pieces([text])
    written = [text[start:end] for start, end in pieces.ranges]
    assert all(part.strip() == part and part for part in written)
    assert (np.diff(pieces.ranges[:, 0]) >= 0).all()
    told = sum(end - start for start, end in pieces.ranges)
    assert told >= len("".join(text.split())) - 2


def test_a_word_that_is_one_piece_is_found_whole(encoder: Encoder) -> None:
    text = unicodedata.normalize("NFD", "Hà Nội là thủ đô.")
    (pieces,) = encoder.pieces([text])
    assert unicodedata.normalize("NFD", "Nội") in [text[start:end].strip() for start, end in pieces.ranges]


def test_function_words_of_many_meanings_are_less_reliable(encoder: Encoder) -> None:
    the, agreement = (encoder.pieces([text])[0].reliability.mean() for text in ("the", "agreement"))
    assert 0 <= the < agreement


def test_nothing_gives_no_pieces(encoder: Encoder) -> None:
    assert encoder.pieces([]) == []
    assert all(len(pieces.ranges) == 0 for pieces in encoder.pieces(["", "   "]))
