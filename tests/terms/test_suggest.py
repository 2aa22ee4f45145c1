"""Concepts proposed from aligned text."""

import csv
import gzip
import tomllib
from dataclasses import replace
from pathlib import Path

import pytest

from xlcheck.model import Alignment, Article, Concept, Document, Glossary, Pair, Sentence, Span, Status, Term
from xlcheck.terms.suggest import suggest, write
from xlcheck.terms.toml import parse


def article(lines: list[str], language: str) -> Article:
    document = Document(language, "\n".join(lines), language)
    sentences, start = [], 0
    for line in lines:
        sentences.append(Sentence(Span(document, start, start + len(line)), language))
        start += len(line) + 1
    return Article(document, language, tuple(sentences))


def aligned(source: Article, target: Article) -> Alignment:
    sides = zip(source.sentences, target.sentences, strict=True)
    return Alignment(source, target, tuple(Pair((one,), (other,), 1.0, True) for one, other in sides))


def columns(path: Path, *languages: str) -> list[Article]:
    with gzip.open(path, "rt", encoding="utf-8") as table:
        rows = list(csv.DictReader(table, delimiter="\t", quoting=csv.QUOTE_NONE))
    return [article([row[language] for row in rows], language) for language in languages]


EN = [
    "On Monday the Red River rose by two metres.",
    "Engineers from Hanoi measured the Red River at dawn.",
    "Nobody in Hanoi had seen the dike give way.",
    "The storm, said Mr Brown, had passed.",
    "Yesterday the Red River fell again, and Hanoi slept.",
    "In the morning the farmers went back to the fields.",
    "Schools opened on time and the buses ran.",
    "The price of rice went up a little.",
    "Two bridges are still closed to lorries.",
    "People were glad that it was over.",
    "The mayor thanked the soldiers for their help.",
    "Rain is expected again at the end of the week.",
]
VI = [
    "Hôm thứ Hai, sông Hồng dâng thêm hai mét.",
    "Các kỹ sư từ Hà Nội đã đo sông Hồng lúc bình minh.",
    "Không ai ở Hà Nội thấy con đê vỡ.",
    "Ông Brown nói cơn bão đã qua.",
    "Hôm qua sông Hồng lại hạ, và Hà Nội đã ngủ yên.",
    "Buổi sáng nông dân trở lại đồng ruộng.",
    "Trường học mở cửa đúng giờ và xe buýt đã chạy.",
    "Giá gạo tăng một chút.",
    "Hai cây cầu vẫn cấm xe tải.",
    "Mọi người mừng vì chuyện đã qua.",
    "Thị trưởng cảm ơn bộ đội đã giúp đỡ.",
    "Cuối tuần dự kiến lại có mưa.",
]


def test_names_with_their_renderings_and_counts() -> None:
    proposals = suggest((aligned(article(EN, "en"), article(VI, "vi")),), Glossary(), 10)
    told = {each.text: [(r.language, r.text, r.count) for r in each.renderings] for each in proposals}
    assert told["Red River"] == [("vi", "sông Hồng", 3)]
    assert told["Hanoi"] == [("vi", "Hà Nội", 3)]
    assert not any("Brown" in text for text in told)


def test_what_the_glossary_has_is_left_out() -> None:
    known = Glossary((Concept("red-river", "place", (Term("RED RIVER", "en", Status.ADMITTED),)),))
    proposals = suggest((aligned(article(EN, "en"), article(VI, "vi")),), known, 10)
    assert "Hanoi" in {each.text for each in proposals}
    assert "Red River" not in {each.text for each in proposals}


def test_the_language_of_most_beads_is_the_source_whatever_the_direction() -> None:
    english, vietnamese = article(EN, "en"), article(VI, "vi")
    spanish = article([line.replace("Red River", "río Rojo").replace("Hanoi", "Hanói") for line in EN], "es")
    alignments = (aligned(vietnamese, english), aligned(english, spanish))
    (river,) = (each for each in suggest(alignments, Glossary(), 10) if each.text == "Red River")
    assert {(r.language, r.text) for r in river.renderings} == {("vi", "sông Hồng"), ("es", "río Rojo")}


def test_the_proposals_are_a_glossary_to_review() -> None:
    proposals = suggest((aligned(article(EN, "en"), article(VI, "vi")),), Glossary(), 10)
    text = write(proposals)
    assert "# Hanoi in 3 sentences; vi: Hà Nội 3\n" in text
    concepts = parse(text, "x.toml")
    assert len(concepts) == len(proposals) == len(tomllib.loads(text)["concept"])
    assert {concept.id for concept in concepts} >= {"hanoi", "red-river"}


def test_text_left_in_another_language_says_nothing() -> None:
    english, vietnamese = article(EN, "en"), article(VI, "vi")
    left = tuple(replace(sentence, language="en") for sentence in vietnamese.sentences)
    alignment = aligned(english, replace(vietnamese, sentences=left))
    assert suggest((alignment,), Glossary(), 10) == ()


def test_what_renders_another_phrase_beside_is_left_out() -> None:
    english = ["Lt Col Vann led them.", "They followed Lt Col Vann.", "Vann fell.", "Then Vann rose.", "A Lt Col, Vann"]
    chinese = ["范恩中校率领他们。", "士兵追随范恩中校。", "范恩倒下了。", "然后范恩站了起来。", "范恩中校"]
    sides = (
        article([*english, *EN], "en"),
        article([*chinese, *(f"{sign}在那里。" for sign in "甲乙丙丁戊己庚辛壬癸子丑")], "zh"),
    )
    told = {each.text: each.renderings[0].text for each in suggest((aligned(*sides),), Glossary(), 10)}
    assert told["Vann"] == "范恩"
    assert "Lt Col" not in told


def test_nothing_to_propose() -> None:
    assert suggest((), Glossary(), 10) == ()
    same = aligned(article(EN, "en"), article(EN, "en-GB"))
    assert suggest((same,), Glossary(), 10) == ()
    assert write(()) == ""


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("vi", {"U.S.": "Hoa Kỳ", "Navy": "Hải quân", "China": "Trung Quốc", "Red Tide": "Thủy triều đỏ"}),
        ("es", {"U.S.": "EE. UU.", "AMs": "Miembros de la Asamblea", "Ryder Cup": "Ryder Cup"}),
        ("zh", {"Trump": "特朗普", "Navy": "海军", "Ryder Cup": "莱德杯", "Welsh Parliament": "威尔士议会"}),
        ("zh", {"Pinellas": "皮尼拉斯", "Baden-Wuerttemberg-class": "巴登-符腾堡级", "Welsh": "威尔士"}),
        ("ja", {"Ryder Cup": "ライダー・カップ"}),
    ],
)
def test_news_in_translation(language: str, expected: dict[str, str], shared: Path) -> None:
    english, other = columns(shared / "dev/ntrex_dev.nway.tsv.gz", "en", language)
    proposals = suggest((aligned(english, other),), Glossary(), 30)
    told = {each.text: each.renderings[0].text for each in proposals}
    assert {text: told.get(text) for text in expected} == expected
