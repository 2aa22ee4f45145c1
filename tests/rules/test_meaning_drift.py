"""XL405: rows that do not say the same."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate, combinations

from xlcheck.align import compared
from xlcheck.embed import load
from xlcheck.model import Alignment, Article, Document, Event, Finding, Pair, Sentence, Span
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


SPANISH = (
    "Las fuertes lluvias del lunes inundaron las calles de la capital y obligaron a cerrar dos escuelas.",
    "El banco central subió los tipos de interés por tercera vez este año para frenar la inflación.",
    "Los médicos dicen que la nueva vacuna protege a los niños contra la malaria.",
    "El equipo local ganó la final en la prórroga ante cuarenta mil espectadores.",
)


def article(language: str, lines: Sequence[str]) -> Article:
    document = Document(language, "\n".join(lines), language)
    starts = accumulate((len(line) + 1 for line in lines), initial=0)
    spans = (Span(document, start, start + len(line)) for start, line in zip(starts, lines, strict=False))
    return Article(document, language, tuple(Sentence(span, language) for span in spans))


def findings(*articles: Article, translation: bool = True) -> list[Finding]:
    """What is found in articles whose lines stand side by side."""
    alignments = [
        Alignment(one, other, compared([Pair((a,), (b,), 1.0, translation) for a, b in rows], load(None).pieces))
        for one, other in combinations(articles, 2)
        for rows in [zip(one.sentences, other.sentences, strict=True)]
    ]
    return list(meaning_drift.check(Event(articles, tuple(alignments))))


def slipped(lines: tuple[str, ...]) -> tuple[str, ...]:
    return lines[1:] + lines[:1]


def test_a_column_that_slipped_by_a_row_is_reported_row_by_row() -> None:
    found = findings(article("vi", VIETNAMESE), article("zh", slipped(CHINESE)))
    assert [finding.at.text for finding in found] == [*CHINESE[1:], CHINESE[0]]
    assert [finding.related[0].text for finding in found] == list(VIETNAMESE)
    assert found[0].message == "the translation does not say the same as the source"


def test_translations_are_not() -> None:
    assert not findings(article("vi", VIETNAMESE), article("zh", CHINESE), article("es", SPANISH))


def test_independent_reports_are_not_compared() -> None:
    assert not findings(article("vi", VIETNAMESE), article("zh", slipped(CHINESE)), translation=False)


def test_the_odd_one_out_is_reported_once() -> None:
    found = findings(article("vi", VIETNAMESE), article("zh", slipped(CHINESE)), article("es", SPANISH))
    assert [finding.at.text for finding in found] == [*CHINESE[1:], CHINESE[0]]
    assert found[0].message == "this does not say the same as 2 other documents"
    assert [span.document.id for span in found[0].related] == ["vi", "es"]
