"""The pieces are those of another implementation of the same model."""

from __future__ import annotations

import lzma
from importlib import resources

import numpy as np
import pytest
from safetensors.numpy import load as read_tensors

from xlcheck.embed.static import StaticEncoder
from xlcheck.embed.unigram import Unigram

TEXTS = (
    "The talks ended on Monday; no deal was signed (https://example.org/a?b=1).",
    "Hội nghị kết thúc hôm thứ Hai, hai bên chưa ký thoả thuận hoà bình.",
    "La reunión terminó sin acuerdo: 3,5 % menos que en 2024…",
    "会谈于星期一结束，ＡＢＣ公司没有签署協議。",
    "Die Gespräche endeten am Montag; kein Abkommen wurde unterzeichnet.",
    "Les pourparlers se sont terminés lundi, aujourd’hui, sans accord.",
    "As negociações terminaram na segunda-feira sem acordo.",
    "Переговоры закончились в понедельник; соглашение не подписано.",
    "会談は月曜日に終わったが、合意には至らなかった。",
    "한국과 일본이 협정에 서명했다.",
    "Pembicaraan berakhir pada hari Senin tanpa kesepakatan.",
    "انتهت المحادثات يوم الاثنين ولم يُوقَّع أي اتفاق.",
    "☃☄ x ᚠᚢᚦ",
    "\u2028",
    "",
)


def test_pieces_and_places_are_those_of_tokenizers() -> None:
    tokenizers = pytest.importorskip("tokenizers")
    files = resources.files("xlcheck.embed") / "static"
    pieces = lzma.decompress((files / "pieces.txt.xz").read_bytes()).decode().split("\n")
    scores = read_tensors((files / "model.safetensors").read_bytes())["scores"]
    peer = tokenizers.Tokenizer(tokenizers.models.Unigram(list(zip(pieces, scores.tolist(), strict=True)), unk_id=0))
    peer.pre_tokenizer = tokenizers.pre_tokenizers.Metaspace(prepend_scheme="always")
    encoder = StaticEncoder.open()
    views = [encoder.view(text) for text in TEXTS]
    expected = peer.encode_batch(views, add_special_tokens=False)
    assert encoder.unigram.ids(views) == [each.ids for each in expected]
    assert encoder.unigram.located(views) == [(each.ids, each.offsets) for each in expected]


def test_the_likelier_cut_wins_and_what_is_in_no_piece_is_unknown() -> None:
    pieces = ["<unk>", "▁", "a", "b", "ab", "▁ab"]
    for last, found in ((-9.0, [1, 2, 3]), (-1.0, [5])):
        scores = np.array([0, -1, -1, -1, -9, last], dtype=np.float32)
        assert Unigram(pieces, scores).ids(["ab"]) == [found]
    assert Unigram(pieces, scores).ids(["ab cc a", ""]) == [[5, 1, 0, 1, 2], []]


def test_a_piece_of_any_length_is_written() -> None:
    long = "▁" + "a" * 300
    assert Unigram(["<unk>", long], np.array([0, -1], dtype=np.float32)).ids([long[1:]]) == [[1]]
