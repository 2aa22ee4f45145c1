"""Terms that a translation lacks: what is reported, what counts as being there."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from xlcheck.find.mentions import MentionFinder
from xlcheck.model import Concept, Document, Finding, Glossary, Pair, Sentence, Span, Term
from xlcheck.rules.term_missing import check
from xlcheck.terms import load

FINDER = MentionFinder(load([str(Path(__file__).parents[2] / "glossary")]))


def sentence(entry: str, finder: MentionFinder = FINDER) -> Sentence:
    language, _, text = entry.partition(": ")
    plain = Sentence(Span(Document(language, text), 0, len(text)), language)
    return replace(plain, mentions=finder.find(plain))


def findings(source: str, target: str, *, translation: bool = True) -> list[Finding]:
    return list(check(Pair((sentence(source),), (sentence(target),), 1.0, translation)))


def test_the_whole_target_where_nothing_stands_for_the_term() -> None:
    (finding,) = findings(
        "en: Both sides are members of ASEAN and respect UNCLOS, said ASEAN.", "vi: Hai bên tôn trọng UNCLOS."
    )
    assert finding.at.text == "Hai bên tôn trọng UNCLOS."
    assert [span.text for span in finding.related] == ["ASEAN", "ASEAN"]
    assert finding.suggestion == "ASEAN"
    assert finding.message == "“ASEAN” has no accepted counterpart in the translation"


def test_what_stands_instead_is_the_place() -> None:
    (finding,) = findings("en: a community with a shared future", "vi: xây dựng cộng đồng chung vận mệnh bền vững")
    assert finding.at.text == "cộng đồng chung vận mệnh"
    assert finding.suggestion == "Cộng đồng chia sẻ tương lai"
    assert finding.message.endswith("; “cộng đồng chung vận mệnh” stands there")
    (left,) = findings("vi: Tổng Bí thư Tô Lâm", "en: Tổng Bí thư Lâm said so")
    assert (left.at.text, left.suggestion) == ("Tổng Bí thư", "General Secretary")


MISSING = [
    ("en: the CPV and the CPC", "zh: 越共和该党", "中国共产党"),
    ("zh: 习近平同苏林通电话", "en: Xi Jinping spoke with Su Lin by telephone", "Tô Lâm"),
    ("zh: 习近平总书记", "es: el presidente Xi Jinping", "Secretario General"),
    ("vi: công cuộc Đổi mới", "fr: la rénovation du pays", "Đổi mới"),
    ("es: el mar de China Meridional", "zh: 东海局势", "南海"),
    ("en: the One China policy", "zh: 一个中国原则", "一个中国政策"),
    ("en: General Secretary Tô Lâm", "zh: 秘书长苏林", "总书记"),
    ("vi: Tô Lâm", "ja: ベトナムのトップ", "トー・ラム"),
]


@pytest.mark.parametrize(("source", "target", "suggestion"), MISSING)
def test_missing(source: str, target: str, suggestion: str) -> None:
    assert [finding.suggestion for finding in findings(source, target)] == [suggestion]


THERE = [
    ("en: Xi Jinping and Tô Lâm", "zh: 习主席同苏林"),
    ("zh: 习近平同苏林通电话", "en: Xi rang Lâm"),
    ("zh: 苏林", "es: el señor Lam"),
    ("vi: Tô Lâm", "ja: ラム書記長"),
    ("en: the Politburo", "de: in den Politbürositzungen"),
    ("en: the South China Sea", "de: im Südchinesischen Meer"),
    ("en: the Communist Party of China", "ru: для Коммунистической партии Китая"),
    ("en: a comprehensive strategic cooperative partnership", "es: asociaciones de cooperación estratégica integral"),
    ("en: Việt Nam's policy", "es: la política vietnamita"),
    ("en: Việt Nam", "es: el Partido Comunista de Vietnam"),
    ("en: the CPC", "zh: 中共中央"),
    ("es: el Secretario General de las Naciones Unidas", "en: the UN Secretary-General"),
    ("es: el Secretario General de las Naciones Unidas", "zh: 联合国秘书长"),
    ("en: six more people met", "es: se reunieron seis personas más"),
]


@pytest.mark.parametrize(("source", "target"), THERE)
def test_there_in_another_shape(source: str, target: str) -> None:
    assert not findings(source, target)


def test_translations_into_another_known_language_only() -> None:
    source, target = "en: the CPV and the CPC", "es: los dos partidos"
    assert len(findings(source, target)) == 2
    assert not findings(source, target, translation=False)
    assert not findings(source, target.replace("es:", "und:"))
    assert not findings(source, "en: both parties")
    assert not findings(source, "ar: الحزبان")
    mixed = (sentence("es: los dos"), sentence("fr: les deux"))
    assert not list(check(Pair((sentence(source),), mixed, 1.0, True)))
    assert not list(check(Pair((sentence(source),), (), 1.0, True)))


def test_any_sentence_of_the_target_may_have_the_term() -> None:
    text = "Los dos partidos. El PCV y el PCCh."
    document = Document("a.txt", text)
    both = [Sentence(Span(document, 0, 17), "es"), Sentence(Span(document, 18, len(text)), "es")]
    target = tuple(replace(each, mentions=FINDER.find(each)) for each in both)
    source = sentence("en: The two parties are the CPV and the CPC; ASEAN agreed.")
    (finding,) = check(Pair((source,), target, 1.0, True))
    assert finding.at.text == text


def test_few_false_alarms_on_human_translations(shared: Path) -> None:
    with (shared / "dev" / "wmt25_terms" / "track1.ende.ref.jsonl").open(encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    expected = alarms = 0
    for row in rows:
        finder = MentionFinder(
            Glossary(
                tuple(Concept(en, "term", (Term(en, "en"), Term(de, "de"))) for en, de in row["proper"].items()),
            )
        )
        source, target = sentence(f"en: {row['en']}", finder), sentence(f"de: {row['de']}", finder)
        expected += len({mention.concept.id for mention in source.mentions})
        alarms += len(list(check(Pair((source,), (target,), 1.0, True))))
    assert expected > 500
    assert alarms / expected <= 0.02
