"""How likely texts are in each language."""

from __future__ import annotations

import csv
import gzip
from pathlib import Path

import numpy as np
import pytest

from xlcheck.tag import FIRST_LANGUAGES, profile
from xlcheck.tag.language import probabilities

FOUR = ("en", "es", "vi", "zh")


def likeliest(text: str, languages: tuple[str, ...] = FIRST_LANGUAGES) -> str:
    return languages[int(probabilities([text], languages).argmax())]


@pytest.fixture(scope="module")
def news(shared: Path) -> list[tuple[str, str]]:
    """Language and sentence, of a part of the professional translations."""
    with gzip.open(shared / "dev" / "ntrex_dev.nway.tsv.gz", "rt", encoding="utf-8") as lines:
        rows = list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))
    return [(language, row[language]) for row in rows[::2] for language in FOUR]


def test_sentences_of_news(news: list[tuple[str, str]]) -> None:
    texts = [text for _, text in news]
    for languages, bar in ((FOUR, 0.995), (profile.available(), 0.985)):
        rows = probabilities(texts, languages)
        assert np.allclose(rows.sum(axis=1), 1.0)
        right = [languages[best] == language for best, (language, _) in zip(rows.argmax(axis=1), news, strict=True)]
        assert sum(right) / len(right) >= bar


def test_a_text_is_scored_by_itself(news: list[tuple[str, str]]) -> None:
    texts = [text for _, text in news]
    together = probabilities(texts, FOUR)
    assert np.array_equal(together[::7], np.concatenate([probabilities([text], FOUR) for text in texts[::7]]))
    assert np.array_equal(together[::-1], probabilities(texts[::-1], FOUR))


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("President Tô Lâm (苏林) met the delegation in the capital on Monday.", "en"),
        ("The word λόγος means reason in Greek, he said.", "en"),
        ("Der Präsident (대통령) sprach am Montag in Berlin mit der Presse.", "de"),
        ("El principio (láng giềng hữu nghị, hợp tác toàn diện) guía las relaciones bilaterales.", "es"),
        ("该公司推出了新的 online shopping 应用程序，受到用户欢迎。", "zh"),
        ("양측은 the joint statement 를 채택하기로 합의했다.", "ko"),
        ("LOS DOS LÍDERES HABLARON POR TELÉFONO DESPUÉS DEL CONGRESO DEL PARTIDO", "es"),
        ("It takes 20 minutes. Gần đây, nhiều người dân ở vùng này đã chuyển sang trồng cây ăn quả lâu năm.", "vi"),
    ],
)
def test_what_stands_aside_does_not_decide(text: str, language: str) -> None:
    assert likeliest(text) == language


def test_script_decides_where_it_can() -> None:
    assert likeliest("สวัสดีครับ", profile.available()) == "th"
    assert likeliest("会議は北京で行われた", FOUR) == "zh"
    assert likeliest("会議は北京で行われた") == "ja"


def test_a_text_that_says_nothing_is_in_no_language() -> None:
    assert probabilities(["", "2026", "…"], FOUR).max() < 0.5
    assert np.allclose(probabilities([""], ("en", "es")), 0.5)


def test_no_texts() -> None:
    assert probabilities([], FOUR).shape == (0, 4)


def test_a_text_of_any_length() -> None:
    assert likeliest("Hai bên nhất trí duy trì trao đổi và phối hợp chặt chẽ. " * 20_000) == "vi"
