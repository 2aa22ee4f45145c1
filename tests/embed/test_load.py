"""Other models: local folders, sentence-transformers, and the messages when they are missing."""

from __future__ import annotations

import sys
from pathlib import Path

import numpy as np
import pytest
from tokenizers import Tokenizer, models, pre_tokenizers

from xlcheck.embed import load
from xlcheck.model import XlcheckError

WORDS = ["[UNK]", "[PAD]", "[CLS]", "[SEP]", "[MASK]", "peace", "war", "hòa", "bình", "chiến"]
TEXTS = ["peace", "war peace", "hòa bình", "chiến"]


def tokenizer() -> Tokenizer:
    made = Tokenizer(models.WordLevel({word: i for i, word in enumerate(WORDS)}, "[UNK]"))
    made.pre_tokenizer = pre_tokenizers.Whitespace()
    return made


def vectors() -> np.ndarray:
    return np.random.default_rng(3).normal(size=(len(WORDS), 8)).astype(np.float32)


def test_a_model2vec_folder_opens_without_torch(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from model2vec import StaticModel

    StaticModel(vectors(), tokenizer()).save_pretrained(tmp_path)
    monkeypatch.setitem(sys.modules, "torch", None)
    monkeypatch.setitem(sys.modules, "sentence_transformers", None)
    encoder = load(str(tmp_path))
    found = encoder.encode(TEXTS)
    assert (encoder.name, encoder.dim) == (tmp_path.name, 8)
    assert found.dtype == np.float32
    np.testing.assert_allclose(np.linalg.norm(found, axis=1), 1, atol=1e-6)
    expected = vectors()[[6, 5]].mean(axis=0)
    np.testing.assert_allclose(found[1], expected / np.linalg.norm(expected), atol=1e-6)
    assert not encoder.encode(["unheard"]).any()
    assert encoder.encode([]).shape == (0, 8)
    pieces, unheard = encoder.pieces(["war unheard peace", "unheard"])
    assert pieces.ranges.tolist() == [[0, 3], [12, 17]] and len(unheard.ranges) == 0
    np.testing.assert_allclose(pieces.vectors, vectors()[[6, 5]], atol=1e-6)


def test_a_static_sentence_transformers_folder_opens(tmp_path: Path) -> None:
    sentence_transformers = pytest.importorskip("sentence_transformers")
    from sentence_transformers.sentence_transformer.modules import StaticEmbedding

    module = StaticEmbedding(tokenizer(), embedding_weights=vectors())
    peer = sentence_transformers.SentenceTransformer(modules=[module], device="cpu")
    peer.save(str(tmp_path))
    expected = peer.encode(TEXTS, normalize_embeddings=True)
    np.testing.assert_allclose(load(str(tmp_path)).encode(TEXTS), expected, atol=1e-6)


def test_a_transformer_folder_opens(tmp_path: Path) -> None:
    sentence_transformers = pytest.importorskip("sentence_transformers")
    import torch
    from sentence_transformers.sentence_transformer.modules import Pooling, Transformer
    from transformers import BertConfig, BertModel, PreTrainedTokenizerFast

    torch.manual_seed(1)
    bert, folder = tmp_path / "bert", tmp_path / "sentence"
    shape = BertConfig(
        vocab_size=len(WORDS), hidden_size=16, num_hidden_layers=1, num_attention_heads=2,
        intermediate_size=16,
    )  # fmt: skip
    BertModel(shape).save_pretrained(bert)
    PreTrainedTokenizerFast(
        tokenizer_object=tokenizer(), unk_token="[UNK]", pad_token="[PAD]", cls_token="[CLS]",
        sep_token="[SEP]", mask_token="[MASK]",
    ).save_pretrained(bert)  # fmt: skip
    network = Transformer(str(bert))
    model = sentence_transformers.SentenceTransformer(modules=[network, Pooling(16)], device="cpu")
    model.save(str(folder))
    encoder = load(str(folder))
    found = encoder.encode(TEXTS)
    assert (encoder.dim, found.shape, found.dtype) == (16, (4, 16), np.float32)
    np.testing.assert_allclose(np.linalg.norm(found, axis=1), 1, atol=1e-6)
    expected = model.encode(TEXTS, normalize_embeddings=True)
    np.testing.assert_allclose(found, expected, atol=1e-6)
    assert encoder.encode([]).shape == (0, 16)
    (pieces,) = encoder.pieces(["war peace"])
    assert pieces.ranges.tolist() == [[0, 3], [4, 9]] and pieces.vectors.shape == (2, 16)


def test_without_the_extra_the_message_says_what_to_install(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setitem(sys.modules, "sentence_transformers", None)
    with pytest.raises(XlcheckError) as error:
        load("sentence-transformers/LaBSE")
    assert "pip install 'xlcheck[transformers]'" in str(error.value)
    assert "\n" not in str(error.value)


def test_a_model_that_cannot_be_had_is_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("sentence_transformers")
    monkeypatch.setattr("huggingface_hub.constants.HF_HUB_OFFLINE", True)
    with pytest.raises(XlcheckError) as error:
        load("nobody/no-such-model")
    assert str(error.value).startswith("nobody/no-such-model: ")
    assert "\n" not in str(error.value)


def test_a_path_that_is_not_there_is_not_looked_for_elsewhere(tmp_path: Path) -> None:
    with pytest.raises(XlcheckError, match="no such model folder"):
        load(str(tmp_path / "nothing"))


@pytest.mark.parametrize("name", ["modules.json", "config.json"])
@pytest.mark.parametrize(
    ("text", "what"),
    [("{", "not a readable model folder"), ("[" * 200_000, "not a readable model folder"), (" " * (1 << 21), "larger")],
    ids=["broken", "deep", "large"],
)
def test_a_broken_folder_is_one_line(tmp_path: Path, name: str, text: str, what: str) -> None:
    (tmp_path / name).write_text(text, "utf-8")
    with pytest.raises(XlcheckError, match=what) as error:
        load(str(tmp_path))
    assert len(error.value.lines) == 1


def test_a_static_folder_without_the_extra_names_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from model2vec import StaticModel

    StaticModel(vectors(), tokenizer()).save_pretrained(tmp_path)
    monkeypatch.setitem(sys.modules, "model2vec", None)
    with pytest.raises(XlcheckError) as missing:
        load(str(tmp_path))
    assert str(missing.value) == f"{tmp_path}: this model needs an extra, run: pip install 'xlcheck[model2vec]'"
