"""XL405: rows that do not say the same."""

from __future__ import annotations

from xlcheck.align import compared
from xlcheck.embed import load
from xlcheck.model import Document, Finding, Pair, Sentence, Span
from xlcheck.rules import meaning_drift

VIETNAMESE = (
    "Mưa lớn hôm thứ Hai làm ngập đường phố thủ đô, khiến hai trường học phải đóng cửa.",
    "Ngân hàng trung ương đã tăng lãi suất lần thứ ba trong năm nay để kiềm chế lạm phát.",
    "Các bác sĩ cho biết vắc-xin mới bảo vệ trẻ em khỏi bệnh sốt rét.",
    "Đội chủ nhà đã thắng trận chung kết sau hiệp phụ trước bốn vạn khán giả.",
)
CHINESE = (
    "周一的大雨淹没了首都的街道，两所学校被迫关闭。",
    "中央银行今年第三次提高利率，以抑制通货膨胀。",
    "医生说，新疫苗可以保护儿童免受疟疾侵害。",
    "主队在加时赛后，在四万名观众面前赢得了决赛。",
)


def sentence(text: str, language: str) -> Sentence:
    return Sentence(Span(Document(language, text), 0, len(text)), language)


def findings(shift: int, *, translation: bool = True) -> list[Finding]:
    targets = CHINESE[shift:] + CHINESE[:shift]
    pairs = [
        Pair((sentence(one, "vi"),), (sentence(other, "zh"),), 1.0, translation)
        for one, other in zip(VIETNAMESE, targets, strict=True)
    ]
    return [finding for pair in compared(pairs, load(None).pieces) for finding in meaning_drift.check(pair)]


def test_a_column_that_slipped_by_a_row_is_reported_row_by_row() -> None:
    found = findings(1)
    assert [finding.at.text for finding in found] == [*CHINESE[1:], CHINESE[0]]
    assert [finding.related[0].text for finding in found] == list(VIETNAMESE)


def test_translations_are_not() -> None:
    assert not findings(0)


def test_independent_reports_are_not_compared() -> None:
    assert not findings(1, translation=False)
