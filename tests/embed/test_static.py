"""The default encoder: what it takes as equal, what it finds, what it promises."""

from __future__ import annotations

import hashlib
import json
import subprocess
import sys
import unicodedata
from importlib import resources

import numpy as np
import pytest

from xlcheck.embed import Encoder, load

NEWS = {
    "en": [
        "The president signed the trade agreement in Hanoi on Monday.",
        "Heavy rain flooded the streets of the capital and closed two schools.",
        "The central bank raised interest rates for the third time this year.",
        "Doctors say the new vaccine protects children against malaria.",
        "The team won the final after extra time.",
    ],
    "vi": [
        "Tổng thống đã ký thỏa thuận thương mại tại Hà Nội hôm thứ Hai.",
        "Mưa lớn làm ngập đường phố thủ đô và khiến hai trường học phải đóng cửa.",
        "Ngân hàng trung ương tăng lãi suất lần thứ ba trong năm nay.",
        "Các bác sĩ cho biết vắc-xin mới bảo vệ trẻ em khỏi bệnh sốt rét.",
        "Đội đã thắng trận chung kết sau hiệp phụ.",
    ],
    "es": [
        "El presidente firmó el lunes en Hanói el acuerdo comercial.",
        "Las fuertes lluvias inundaron las calles de la capital y cerraron dos escuelas.",
        "El banco central subió los tipos de interés por tercera vez este año.",
        "Los médicos dicen que la nueva vacuna protege a los niños contra la malaria.",
        "El equipo ganó la final en la prórroga.",
    ],
    "zh": [
        "总统星期一在河内签署了贸易协定。",
        "大雨淹没了首都的街道，两所学校关闭。",
        "中央银行今年第三次提高利率。",
        "医生说，新疫苗可以保护儿童免受疟疾侵害。",
        "该队在加时赛后赢得了决赛。",
    ],
    "ar": [
        "وقع الرئيس الاتفاق التجاري في هانوي يوم الاثنين.",
        "أغرقت الأمطار الغزيرة شوارع العاصمة وأغلقت مدرستين.",
        "رفع البنك المركزي أسعار الفائدة للمرة الثالثة هذا العام.",
        "يقول الأطباء إن اللقاح الجديد يحمي الأطفال من الملاريا.",
        "فاز الفريق بالمباراة النهائية بعد الوقت الإضافي.",
    ],
}


@pytest.fixture(scope="module")
def encoder() -> Encoder:
    return load(None)


@pytest.mark.parametrize("source", NEWS)
@pytest.mark.parametrize("target", NEWS)
def test_translations_are_nearest(encoder: Encoder, source: str, target: str) -> None:
    scores = encoder.encode(NEWS[source]) @ encoder.encode(NEWS[target]).T
    assert scores.argmax(axis=1).tolist() == list(range(len(scores)))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Hòa bình và khỏe mạnh ở Thủy Nguyên", "Hoà bình và khoẻ mạnh ở Thuỷ Nguyên"),
        ("HÒA BÌNH", "hoà bình"),
        ("臺灣總統宣布經濟計劃", "台湾总统宣布经济计划"),
        ("ＮＡＴＯ２０２６", "NATO2026"),
        ("L’accord est “bon” – dit-il", 'L\'accord est "bon" - dit-il'),
        ("ещё один счёт", "еще один счет"),
        ("two\u00a0words,\n  one\tline", "two words, one line"),
    ],
)
def test_spellings_of_one_text_are_one_vector(encoder: Encoder, one: str, other: str) -> None:
    for form in ("NFC", "NFD"):
        pair = encoder.encode([unicodedata.normalize(form, one), other])
        assert np.array_equal(pair[0], pair[1]), form


def test_japanese_keeps_its_characters(encoder: Encoder) -> None:
    japanese, simplified = encoder.encode(["選挙の結果を発表した", "选挙の结果を発表した"])
    assert not np.array_equal(japanese, simplified)


def test_tones_and_names_still_differ(encoder: Encoder) -> None:
    vectors = encoder.encode(["má", "mà", "ma", "hoa", "hoà"])
    assert (vectors @ vectors.T - np.eye(5, dtype=np.float32)).max() < 0.99


def test_rows_are_float32_of_unit_length(encoder: Encoder) -> None:
    vectors = encoder.encode([text for texts in NEWS.values() for text in texts])
    assert vectors.dtype == np.float32
    assert vectors.shape == (25, encoder.dim)
    np.testing.assert_allclose(np.linalg.norm(vectors, axis=1), 1, atol=1e-6)


def test_no_texts_give_no_rows(encoder: Encoder) -> None:
    assert encoder.encode([]).shape == (0, encoder.dim)


@pytest.mark.parametrize("text", ["", " \n", "ᚠᚢᚦ"])
def test_text_without_a_known_piece_is_a_row_of_zeros(encoder: Encoder, text: str) -> None:
    assert not encoder.encode([text]).any()


def test_a_vector_does_not_depend_on_the_batch(encoder: Encoder) -> None:
    texts = [text for texts in NEWS.values() for text in texts] + ["", "a " * 600]
    together = encoder.encode(texts)
    assert np.array_equal(together[::-1], encoder.encode(texts[::-1]))
    for text, vector in zip(texts, together, strict=True):
        assert np.array_equal(encoder.encode([text])[0], vector)


def test_a_long_text_is_read_to_its_end(encoder: Encoder) -> None:
    start = "The committee met again. " * 200
    first, second = encoder.encode([start, start + "malaria " * 50])
    assert first @ second < 0.999


def run(program: str, **environment: str) -> str:
    command = [sys.executable, "-c", program]
    done = subprocess.run(command, capture_output=True, text=True, check=True, env=environment)
    return done.stdout


def test_vectors_are_the_same_in_any_process() -> None:
    program = (
        "import hashlib; from xlcheck.embed import load;"
        "texts = ['Tổng thống đã ký', 'The bank raised rates.', '河内', 'a b c ' * 99] * 20;"
        "print(hashlib.sha256(load(None).encode(texts).tobytes()).hexdigest())"
    )
    runs = {
        run(program, PYTHONHASHSEED=str(threads), OMP_NUM_THREADS=str(threads),
            OPENBLAS_NUM_THREADS=str(threads), RAYON_NUM_THREADS=str(threads))
        for threads in (1, 2, 4)
    }  # fmt: skip
    assert len(runs) == 1


def test_loading_imports_nothing_heavy() -> None:
    heavy = "torch transformers sentence_transformers sklearn scipy model2vec huggingface_hub tokenizers"
    program = (
        "import sys; from xlcheck.embed import load; load(None).encode(['x']);"
        f"print([m for m in '{heavy}'.split() if m in sys.modules])"
    )
    assert run(program).strip() == "[]"


def test_the_name_bears_the_hash_of_the_files(encoder: Encoder) -> None:
    files = resources.files("xlcheck.embed") / "static"
    config = json.loads((files / "config.json").read_text("utf-8"))
    content = hashlib.sha256()
    for name in ("model.safetensors", "pieces.txt.xz", "characters.tsv"):
        content.update((files / name).read_bytes())
    assert config["sha256"] == content.hexdigest()
    assert encoder.name == config["name"]
    assert encoder.name.endswith("/" + content.hexdigest()[:8])


def test_the_model_is_at_most_20_megabytes() -> None:
    files = resources.files("xlcheck.embed") / "static"
    assert sum(len(f.read_bytes()) for f in files.iterdir() if f.is_file()) <= 20_000_000
