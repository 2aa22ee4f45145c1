"""Terms that a translation lacks: what is reported, what counts as being there."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from xlcheck.evidence.names import heard
from xlcheck.evidence.names.sound import closeness
from xlcheck.find.mentions import MentionFinder
from xlcheck.find.names import NameFinder
from xlcheck.model import (
    Alignment,
    Article,
    Concept,
    Document,
    Event,
    Finding,
    Glossary,
    Name,
    Pair,
    Reading,
    Scope,
    Sentence,
    Span,
    Status,
    Term,
)
from xlcheck.model.doubt import Doubt
from xlcheck.model.facts import Facts
from xlcheck.rules.term_missing import check
from xlcheck.terms import load

GLOSSARY = load([str(Path(__file__).parents[2] / "glossary")])
FINDER = MentionFinder(GLOSSARY)
NAMES = NameFinder(Glossary(()))


def sentence(entry: str, finder: MentionFinder = FINDER) -> Sentence:
    language, _, text = entry.partition(": ")
    plain = Sentence(Span(Document(language, text), 0, len(text)), language)
    return replace(plain, facts=Facts(NAMES.find(plain)), mentions=finder.find(plain))


def event(*pairs: Pair) -> Event:
    """The pairs, none of them empty, as the alignment of two articles."""
    source, target = (
        Article(side[0].span.document, side[0].language, side)
        for side in (tuple(s for pair in pairs for s in pair.source), tuple(s for pair in pairs for s in pair.target))
    )
    return Event((source, target), (Alignment(source, target, pairs),))


def sure(*pairs: Pair) -> list[Finding]:
    """The findings that nothing speaks against."""
    return [finding for finding in check(event(*pairs)) if not finding.doubts]


def findings(source: str, target: str, *, translation: bool = True, finder: MentionFinder = FINDER) -> list[Finding]:
    return sure(Pair((sentence(source, finder),), (sentence(target, finder),), 1.0, translation))


def test_the_whole_target_where_nothing_stands_for_the_term() -> None:
    (finding,) = findings(
        "en: Both sides are members of ASEAN and respect UNCLOS, said ASEAN.", "vi: Hai bên tôn trọng UNCLOS."
    )
    assert finding.at.text == "Hai bên tôn trọng UNCLOS."
    assert [span.text for span in finding.related] == ["ASEAN", "ASEAN"]
    assert finding.suggestion == "ASEAN"
    assert finding.message == "“ASEAN” has no accepted counterpart in the translation"


def test_what_stands_instead_is_the_place() -> None:
    (finding,) = findings("zh: 两国全面战略合作伙伴关系", "vi: quan hệ đối tác chiến lược toàn diện giữa hai nước")
    assert finding.at.text == "đối tác chiến lược toàn diện"
    assert finding.message.endswith(", which has “đối tác chiến lược toàn diện”")
    (unspaced,) = findings("en: the comprehensive strategic cooperative partnership", "zh: 两国的综合战略合作关系")
    assert unspaced.at.text == "战略合作关系"
    (left,) = findings("vi: Tổng Bí thư Tô Lâm", "en: Tổng Bí thư Lâm said so")
    assert (left.at.text, left.suggestion) == ("Tổng Bí thư", "General Secretary")


MISSING = [
    ("en: the CPV and the CPC", "zh: 越共和该党", "中国共产党"),
    ("zh: 习近平总书记", "es: el presidente Xi Jinping", "Secretario General"),
    ("vi: công cuộc Đổi mới", "fr: la rénovation du pays", "Đổi mới"),
    ("es: el mar de China Meridional", "zh: 东海局势", "南海"),
    ("en: the One China policy", "zh: 一个中国原则", "一个中国政策"),
    ("en: General Secretary Tô Lâm", "zh: 秘书长苏林", "总书记"),
    ("vi: Tô Lâm", "ja: トラーム書記長", "トー・ラム"),
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
    assert not sure(Pair((sentence(source),), mixed, 1.0, True))
    assert (
        len(sure(Pair((sentence(source),), (sentence(target),), 1.0, True), Pair((sentence(source),), (), 1.0, True)))
        == 2
    )


def test_any_sentence_of_the_target_may_have_the_term() -> None:
    text = "Los dos partidos. El PCV y el PCCh."
    document = Document("a.txt", text)
    both = [Sentence(Span(document, 0, 17), "es"), Sentence(Span(document, 18, len(text)), "es")]
    target = tuple(replace(each, mentions=FINDER.find(each)) for each in both)
    source = sentence("en: The two parties are the CPV and the CPC; ASEAN agreed.")
    (finding,) = sure(Pair((source,), target, 1.0, True))
    assert finding.at.text == text


def test_a_form_that_another_rule_reports_is_not_reported_twice() -> None:
    assert not findings("en: a community with a shared future", "vi: xây dựng cộng đồng chung vận mệnh")
    source, target = sentence("zh: 苏林抵达北京"), sentence("en: Su Lin arrived in Beijing")
    assert [finding.suggestion for finding in check(event(Pair((source,), (target,), 1.0, True)))] == ["Tô Lâm"]
    (person,) = {mention.concept for mention in source.mentions if mention.concept.kind == "person"}
    at = Span(target.span.document, 0, 6)
    name = Name(at, "sulin", readings=(Reading("zh", ("苏", "林"), (person,)),))
    assert not list(check(event(Pair((source,), (replace(target, facts=Facts((name,))),), 1.0, True))))


def test_in_doubt_where_the_translation_has_the_term_elsewhere() -> None:
    finder = MentionFinder(Glossary((Concept("hkimr", "body", (Term("HKIMR", "en"), Term("香港金融研究中心", "zh"))),)))
    texts = [("the HKIMR opened", "香港金融研究中心开幕"), ("the HKIMR met", "中心开会")]
    pairs = [
        Pair((sentence(f"en: {one}", finder),), (sentence(f"zh: {other}", finder),), 1.0, True) for one, other in texts
    ]
    assert not sure(*pairs)
    assert len(list(check(event(*pairs)))) == 1
    assert len(sure(pairs[1])) == 1


def test_in_doubt_in_a_headline() -> None:
    source = sentence("vi: Tổng Bí thư Tô Lâm thăm Trung Quốc")
    target = sentence("en: Tô Lâm visits China")
    assert [finding.suggestion for finding in sure(Pair((source,), (target,), 1.0, True))] == ["General Secretary"]
    headed = replace(target.span.document, title=(0, len(target.text)))
    moved = replace(target, span=Span(headed, 0, len(target.text)), mentions=())
    assert not sure(Pair((source,), (replace(moved, mentions=FINDER.find(moved)),), 1.0, True))


def test_in_doubt_inside_a_larger_name() -> None:
    finder = MentionFinder(Glossary((Concept("board", "body", (Term("Board", "en"), Term("董事局", "zh"))),)))
    assert not findings("en: under the Currency Board arrangements", "zh: 货币发行局制度", finder=finder)
    assert findings("en: under the rules of the Board they met", "zh: 根据规定开会", finder=finder)


@pytest.mark.parametrize(
    ("form", "text"),
    [
        ("es: Chief Executive of the HKMA", "en: HKMA Chief Executive Norman Chan"),
        ("en: Internal Ratings-Based (IRB) approach", "es: the IRB approach"),
        ("en: Internal Ratings-Based (IRB) approach", "es: an internal ratings based approach"),
        ("en: 欧洲政府债券收益率", "zh: 欧洲短期政府债券收益率回落"),
        ("en: 香港公认的会计准则", "zh: 香港公认会计准则"),
        ("en: 内地A股市场", "zh: 内地 A 股市场"),
        ("en: Joint Venture Accounting", "de: Joint-Venture-Accounting-Objekte"),
    ],
)
def test_other_shapes(form: str, text: str) -> None:
    source, term = form.split(": ")
    language = text.split(":")[0]
    finder = MentionFinder(Glossary((Concept("x", "term", (Term("sign", source), Term(term, language))),)))
    assert not findings(f"{source}: the sign", text, finder=finder)
    assert findings(f"{source}: the sign", f"{language}: 1 2 3", finder=finder)


def test_a_term_out_of_scope_is_not_expected() -> None:
    old = Term("舊稱", "zh", scope=Scope(paths=("archive/",)))
    finder = MentionFinder(Glossary((Concept("x", "term", (Term("sign", "en"), old)),)))
    assert not findings("en: the sign", "zh: 标志", finder=finder)
    both = Concept("x", "term", (Term("sign", "en"), old, Term("新称", "zh", Status.ADMITTED)))
    assert findings("en: the sign", "zh: 标志", finder=MentionFinder(Glossary((both,))))


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
        alarms += len(sure(Pair((source,), (target,), 1.0, True)))
    assert expected > 500
    assert alarms / expected <= 0.02


PLACES = MentionFinder(
    Glossary(
        (
            Concept("kamp", "place", (Term("Kamp Abbey", "en"), Term("Kloster Kamp", "de"))),
            Concept("gorky", "place", (Term("Gorky Park", "en"), Term("parc Gorki", "fr"))),
            Concept("gb", "place", (Term("United Kingdom", "en"), Term("英国", "zh"), Term("Royaume-Uni", "fr"))),
            Concept("mexico", "place", (Term("Mexico", "en"), Term("Mexiko", "de"))),
            Concept("vladislaus", "person", (Term("Vladislaus II", "en"), Term("ヴラジスラフ2世", "ja"))),
        )
    )
)


@pytest.mark.parametrize(
    ("source", "target", "right"),
    [
        ("en: Is Kamp Abbey still in use?", "de: Wird die Abtei Kamp noch genutzt?", "Kloster Kamp"),
        ("en: Where is Gorky Park located?", "fr: Où se trouve le parc Gorky ?", "parc Gorki"),
        ("en: Who was Vladislaus II?", "ja: ヴラディスラウス2世は誰でしたか。", "ヴラジスラフ2世"),
    ],
)
def test_a_name_of_several_words_is_missed(source: str, target: str, right: str) -> None:
    (finding,) = findings(source, target, finder=PLACES)
    assert finding.suggestion == right


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("zh: 英国首相来访。", "fr: Le premier ministre britannique est venu."),
        ("en: The prime minister of the United Kingdom came.", "fr: Le premier ministre britannique est venu."),
        ("en: The president of Mexico came.", "de: Der mexikanische Präsident kam."),
        ("en: They walked in Gorky Park.", "fr: Ils se promenaient dans le grand parc de Gorki."),
    ],
)
def test_an_adjective_may_stand_for_a_country(source: str, target: str) -> None:
    one, other = (sentence(line, PLACES) for line in (source, target))
    assert sure(Pair((one,), (other,), 1.0, True)) == []


PEOPLE = MentionFinder(
    Glossary(
        (
            Concept(
                "wiklund",
                "person",
                (Term("Anders Wiklund", "en"), Term("アンデルス・ビークルンド", "ja"), Term("Андерс Виклунд", "ru")),
            ),
            Concept("odo", "person", (Term("Odo of Aumale", "en"), Term("Odo von Aumale", "de"))),
            Concept("poet", "person", (Term("court poet", "en"), Term("poète de cour", "fr"))),
            Concept("kuhn", "place", (Term("Kuhn Abbey", "en"), Term("クーン修道院", "ja"))),
        )
    )
)


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("en: Anders Wiklund opened the session on Monday.", "ja: 議長は月曜日に会議を開いた。"),
        ("en: Anders Wiklund opened the session on Monday.", "ru: В понедельник он открыл заседание."),
        ("ja: アンデルス・ビークルンドは月曜日に会議を開いた。", "en: On Monday the chairman opened the session."),
    ],
)
def test_a_person_who_is_not_named_is_an_omission(source: str, target: str) -> None:
    """Running text goes on with he, or the chairman: told where that is asked for."""
    (finding,) = check(event(Pair((sentence(source, PEOPLE),), (sentence(target, PEOPLE),), 1.0, True)))
    assert finding.message.endswith("is not named in the translation")
    assert finding.doubts == (Doubt.NOT_NAMED,)


@pytest.mark.parametrize(
    ("source", "target", "there"),
    [
        (
            "en: Anders Wiklund opened the session.",
            "ja: アンダース・ウィクルンドが会議を開いた。",
            "アンダース・ウィクルンド",
        ),
        ("en: Anders Wiklund opened the session.", "ru: Заседание открыл Андреас Викланд.", "Андреас Викланд"),
        (
            "en: Anders Wiklund met Igor Bezrukov.",
            "ja: ビクルント・アンデル氏がイゴル・ベズルコフ氏と会った。",
            "ビクルント・アンデル",
        ),
        ("en: Odo of Aumale died in June.", "de: Odo von Blois starb im Juni.", "Odo von Blois"),
    ],
)
def test_another_spelling_of_a_name_is_the_place(source: str, target: str, there: str) -> None:
    (finding,) = findings(source, target, finder=PEOPLE)
    assert finding.at.text == there
    assert finding.message.endswith(f", which has “{there}”")


@pytest.mark.parametrize(
    ("kind", "source", "term", "language", "target", "there"),
    [
        ("place", "Kuhn Abbey", "アンデクス修道院", "ja", "古いアンデックス修道院は山にある。", "アンデックス修道院"),
        ("place", "Jordan Park", "ジョーダン・パーク", "ja", "市のヨルダン・パークは古い。", "ヨルダン・パーク"),
        ("place", "Jordan Park", "ジョーダン・パーク", "ja", "ヨルダン・パークは古い。", "ヨルダン・パーク"),
        ("body", "central council", "중앙위원회", "ko", "중앙의원회가 모였다.", "중앙의원회"),
    ],
)
def test_what_is_to_be_replaced_is_whole(
    kind: str, source: str, term: str, language: str, target: str, there: str
) -> None:
    """With the last character of 修道院, and without the particle behind 회."""
    finder = MentionFinder(Glossary((Concept("x", kind, (Term(source, "en"), Term(term, language))),)))
    (finding,) = findings(f"en: Here is {source}.", f"{language}: {target}", finder=finder)
    assert [(edit.at.text, edit.text) for edit in finding.edits] == [(there, term)]


def test_a_name_in_katakana_that_is_like_it_is_no_omission() -> None:
    """Wilhelm for William, Albrecht for Albert: said, but not as the glossary has it."""
    finder = MentionFinder(Glossary((Concept("a", "person", (Term("Albert", "en"), Term("アルベルト", "ja"))),)))
    (finding,) = findings("en: Albert was born there.", "ja: アルブレヒトはそこで生まれた。", finder=finder)
    assert finding.suggestion == "アルベルト"
    assert not findings("en: Albert was born there.", "ja: フォーラムはそこで生まれた。", finder=finder)


def test_two_names_are_compared_once_however_many_people_are_missing(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every person of the source is missing, and nearly every name of the target is a stranger's."""
    ours = ("Lomipel Tenrizel", "Ribrasan Tenrika", "Brashuka Zelpeldu", "Kakafan Tentika", "Shukamo Kabrasan")
    theirs = ("Оливье Йерстад", "Приска Видберг", "Ивонна Кватрокки", "Ульрих Лоумибел", "Венцель Яворский")
    forms = ("Ломипель Тенризель", "Рибрасан Тенрика", "Брашука Зельпельду", "Какафан Тентика", "Шукамо Кабрасан")
    people = (
        Concept(name, "person", (Term(name, "en"), Term(form, "ru"))) for name, form in zip(ours, forms, strict=True)
    )
    finder = MentionFinder(Glossary(tuple(people)))
    compared: list[tuple[Name, Name]] = []

    def counted(one: Name, other: Name) -> float:
        compared.append((one, other))
        return closeness(one, other)

    monkeypatch.setattr(heard, "closeness", counted)
    source, target = (
        sentence(f"en: Among the guests were {', '.join(ours)}.", finder),
        sentence(f"ru: Среди гостей были {', '.join(theirs)}.", finder),
    )
    missing = list(check(event(Pair((source,), (target,), 1.0, True))))
    assert [finding.related[0].text for finding in missing] == list(ours)
    assert 0 < len(compared) == len(set(compared))


def test_a_surname_with_an_apostrophe_is_the_person() -> None:
    """O’Neill alone is Michelle O’Neill, and somebody else's surname is not."""
    terms = tuple(Term("Michelle O’Neill", language) for language in ("vi", "en"))
    finder = MentionFinder(Glossary((Concept("oneill", "person", terms),)))
    source = "vi: Bà Michelle O’Neill cho biết sẽ xây thêm nhà ở."
    assert not findings(source, "en: O'Neill said that more homes would be built.", finder=finder)
    (finding,) = check(
        event(Pair((sentence(source, finder),), (sentence("en: The minister said so to Sam Hill."),), 1.0, True))
    )
    assert finding.suggestion == "Michelle O’Neill"


def test_a_kind_of_people_is_no_name() -> None:
    """A concept without capitals is looked for as a term is, and missing where nothing is said of it."""
    (finding,) = findings(
        "en: The court poet lost his place.", "fr: Le chansonnier de la cour perdit sa place.", finder=PEOPLE
    )
    assert finding.suggestion == "poète de cour"


def test_a_letter_more_in_katakana_is_another_name() -> None:
    (finding,) = findings("en: Where is Kuhn Abbey?", "ja: クールン修道院はどこにありますか。", finder=PEOPLE)
    assert finding.suggestion == "クーン修道院"
    assert not findings("en: Where is Kuhn Abbey?", "ja: クーンの古い修道院はどこにありますか。", finder=PEOPLE)
