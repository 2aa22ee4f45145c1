"""One document of an event against the others."""

from __future__ import annotations

from itertools import combinations
from pathlib import Path

import pytest

from xlcheck.config import Config
from xlcheck.find import Finder
from xlcheck.model import (
    Alignment,
    Article,
    Concept,
    Document,
    Event,
    Finding,
    Glossary,
    Pair,
    Row,
    Sentence,
    Severity,
    Span,
    Term,
)
from xlcheck.model.doubt import Doubt
from xlcheck.pipeline import events
from xlcheck.rules import event_inconsistent

FINDER = Finder(Glossary())


def event(*entries: str, translation: bool = True, finder: Finder = FINDER) -> Event:
    """Documents of one sentence each, each pair aligned."""
    articles = []
    for number, entry in enumerate(entries):
        language, _, text = entry.partition(": ")
        span = Span(Document(f"{number}.{language}", text), 0, len(text))
        articles.append(Article(span.document, language, (finder.find(Sentence(span, language), None),)))
    alignments = tuple(
        Alignment(one, other, (Pair(one.sentences, other.sentences, 1.0, translation),))
        for one, other in combinations(articles, 2)
    )
    return Event(tuple(articles), alignments, (Row(tuple(article.sentences for article in articles), 1.0),))


def findings(*entries: str, translation: bool = True) -> list[Finding]:
    return list(event_inconsistent.check(event(*entries, translation=translation)))


@pytest.mark.parametrize("sample", event_inconsistent.BAD)
def test_bad_samples(sample: tuple[str, ...]) -> None:
    assert any(not finding.doubts for finding in findings(*sample))


@pytest.mark.parametrize("sample", event_inconsistent.GOOD)
def test_good_samples(sample: tuple[str, ...]) -> None:
    assert not findings(*sample)


def test_the_finding_holds_the_outlier_the_majority_and_every_witness() -> None:
    (finding,) = findings(
        "en: The two sides signed 45 agreements.",
        "vi: Hai bên ký 45 thỏa thuận.",
        "zh: 双方签署了40项协议。",
        "es: Las dos partes firmaron cuarenta y cinco acuerdos.",
    )
    assert finding.message == "“40” contradicts 3 of 4 documents, which say “45”"
    assert (finding.at.document.id, finding.at.text) == ("2.zh", "40")
    assert [span.text for span in finding.related] == ["45", "45", "cuarenta y cinco"]


def test_a_weekday_against_the_others() -> None:
    (finding,) = findings(
        "en: A stone was unveiled on Saturday.",
        "de: Am Sonntag wurde ein Stein enthüllt.",
        "es: El sábado se inauguró una piedra.",
    )
    assert finding.at.text == "Sonntag"
    assert finding.reason == "only this document says Sunday; Saturday: English, Spanish"


def test_a_tuesday_and_the_first_day_of_the_year_count() -> None:
    others = ("de: Am Dienstag wurde ein Stein enthüllt.", "es: El martes se inauguró una piedra.")
    assert [finding.at.text for finding in findings("en: A stone was unveiled on Monday.", *others)] == ["Monday"]
    (finding,) = findings(
        "en: A stone was unveiled on Tuesday.",
        *(each.replace("Dienstag", "Sonntag").replace("martes", "domingo") for each in others),
    )
    assert finding.at.text == "Tuesday"
    lunar = ("vi: Lễ hội mở vào mùng 2 Tết.", "zh: 庙会于大年初二开幕。")
    assert [f.at.text for f in findings("en: The fair opens on the first day of Tet.", *lunar)] == ["first day of Tet"]


def test_no_majority_no_finding() -> None:
    assert not findings("en: It cost 45 euros.", "es: Costó 40 euros.", "de: Es kostete 35 Euro.")
    assert not findings(
        "en: It cost 45 euros.", "es: Costó 40 euros.", "de: Es kostete 40 Euro.", "fr: Cela a coûté 45 euros."
    )


def test_what_a_document_leaves_out_is_no_contradiction() -> None:
    assert not findings("en: It cost 45 euros.", "es: Costó 45 euros.", "de: Es kostete viel.")


def test_two_translations_are_left_to_the_rules_on_pairs() -> None:
    assert not findings("en: It cost 45 euros.", "es: Costó 40 euros.")


def test_two_independent_reports_differ() -> None:
    (finding,) = findings("en: The storm killed 45 people.", "es: La tormenta mató a 40 personas.", translation=False)
    assert finding.message == "“45” and “40” differ in two documents of one event"
    assert finding.doubts == (Doubt.TWO_DOCUMENTS,) and finding.severity is not None


def test_the_seeds_do_not_contradict_one_another(seeds: Path) -> None:
    report = events(Config(paths=(str(seeds),)))
    assert not [f for each in report.events for f in event_inconsistent.check(each) if not f.doubts]


RE_ELECTED = (
    "en: To Lam was re-elected General Secretary of the party.",
    "es: Tô Lâm fue reelegido secretario general del partido.",
    "vi: Ông Tô Lâm tái đắc cử Tổng Bí thư của Đảng.",
)


def test_elected_against_re_elected() -> None:
    (finding,) = findings("zh: 苏林当选党的总书记。", *RE_ELECTED)
    assert finding.message == "“当选” contradicts 3 of 4 documents, which say “re-elected”"
    assert finding.reason == "only this document says elected; re-elected: English, Spanish, Vietnamese"
    assert [span.text for span in finding.related] == ["re-elected", "reelegido", "tái đắc cử"]
    assert not findings("zh: 苏林再次当选党的总书记。", *RE_ELECTED)


def test_a_negated_opposite_says_the_same() -> None:
    others = ("en: The senate rejected the plan.", "de: Der Senat hat den Plan abgelehnt.")
    assert findings("es: El Senado aceptó el plan.", *others)
    assert not findings("es: El Senado no aceptó el plan.", *others)


def test_opposites_of_two_documents_are_a_note() -> None:
    for translation in (True, False):
        (finding,) = findings(
            "en: Exports fell in May.", "vi: Xuất khẩu tăng trong tháng Năm.", translation=translation
        )
        assert (finding.severity, finding.doubts) == (Severity.NOTE, (Doubt.TWO_DOCUMENTS,))


def test_what_may_be_turned_round_is_not_sure() -> None:
    (finding,) = findings(
        "en: They met before the vote.", "fr: Ils se sont réunis après le vote.", "es: Se reunieron después del voto."
    )
    assert (finding.at.text, finding.doubts) == ("before", (Doubt.TURNED_ROUND,))


def test_the_glossarys_persons_in_any_script() -> None:
    def person(id_: str, **terms: str) -> Concept:
        return Concept(id_, "person", tuple(Term(text, language) for language, text in terms.items()))

    putin = person("putin", en="Vladimir Putin", zh="普京", es="Vladímir Putin")
    trump = person("trump", en="Donald Trump", zh="特朗普", es="Donald Trump", vi="Donald Trump")
    told = event(
        "zh: 普京周一否认了这份报告。",
        "en: Donald Trump denied the report on Monday.",
        "es: Donald Trump negó el informe el lunes.",
        "vi: Donald Trump phủ nhận báo cáo hôm thứ Hai.",
        finder=Finder(Glossary((putin, trump))),
    )
    (finding,) = event_inconsistent.check(told)
    assert (finding.at.text, [span.text for span in finding.related]) == ("普京", ["Donald Trump"] * 3)


def test_a_name_beside_an_office_that_the_others_hold_for_someone_else() -> None:
    (finding,) = findings(
        "es: El presidente Gunnar Lindqvist llegó a Hanói.",
        "en: Donald Trump, the US President Donald Trump, came to Hanoi.",
        "fr: Le président Donald Trump est arrivé à Hanoï.",
        "de: Trump kam nach Hanoi.",
    )
    assert finding.at.text == "Gunnar Lindqvist"


def test_a_name_that_long_sentences_in_other_scripts_seem_to_say_by_chance() -> None:
    others = (
        "fr: Le président Andrzej Kowalski a inauguré lundi le nouveau pont et a remercié les ouvriers.",
        "de: Präsident Andrzej Kowalski eröffnete am Montag die neue Brücke und dankte den Arbeitern.",
        "es: El presidente Andrzej Kowalski inauguró el lunes el nuevo puente y dio las gracias a los obreros.",
        "zh: 周一，总统安杰伊·科瓦尔斯基为横跨大河的新桥剪彩，并在讲话中感谢四年来日夜奋战、不辞辛劳建成这座"
        "大桥的全体工人，称他们是国家的骄傲。",
        "ja: アンジェイ・コヴァルスキ大統領は月曜日、川に架かる新しい橋の開通式に出席し、四年をかけてこの橋を造り上げた"
        "作業員たちに感謝の言葉を述べ、彼らは国の誇りであると語った。",
        "ar: افتتح الرئيس أندريه كوفالسكي يوم الاثنين الجسر الجديد فوق النهر، وشكر العمال الذين بنوه في أربع سنوات، "
        "واصفا إياهم بأنهم فخر البلاد وثابتون في كل مكان",
    )
    source = "en: President {} opened the new bridge on Monday and thanked the workers."
    (finding,) = findings(source.format("Thabo Nkosi"), *others)
    assert finding.at.text == "Thabo Nkosi"
    assert not findings(source.format("Andrzej Kowalski"), *others)


def test_an_opposite_in_a_longer_name_may_be_called_otherwise() -> None:
    (finding,) = findings(
        "en: The rally in West Virginia starts at seven.",
        "vi: Cuộc vận động bắt đầu lúc bảy giờ theo giờ miền đông.",
        "es: El mitin empieza a las siete, hora del este.",
    )
    assert (finding.at.text, finding.doubts) == ("West", (Doubt.IN_NAME,))


def test_of_an_event_in_very_many_articles_some_are_asked() -> None:
    texts = [("es", "Firmaron 45 acuerdos en Hanói."), ("vi", "Hai bên ký 45 thỏa thuận tại Hà Nội.")] * 20
    told = findings("zh: 双方在河内签署了40项协议。", *(f"{language}: {text}" for language, text in texts))
    assert [finding.message for finding in told] == ["“40” contradicts 40 of 41 documents, which say “45”"]


def test_where_two_camps_name_two_persons_neither_stands_alone() -> None:
    """Sounds in three scripts are heard by chance; three documents name the one, two the other."""
    assert not findings(
        "zh: 总统马克龙发表讲话。",
        "ja: マクロン大統領が語った。",
        "ko: 마크롱 대통령이 말했다.",
        "ar: تحدث الرئيس بوتين.",
        "en: President Putin spoke.",
    )


@pytest.mark.parametrize(
    ("place", "doubts"),
    [
        ("West Virginia", (Doubt.IN_NAME,)),
        ("South West", (Doubt.IN_NAME,)),
        ("the West", ()),
        ("the west", ()),
        ("the west Virginia", ()),
    ],
)
def test_a_word_is_in_a_name_by_its_capital_and_that_of_a_word_next_to_it(
    place: str, doubts: tuple[Doubt, ...]
) -> None:
    (finding,) = findings(
        f"en: The rally in {place} starts at seven.",
        "vi: Cuộc vận động bắt đầu lúc bảy giờ theo giờ miền đông.",
        "es: El mitin empieza a las siete, hora del este.",
    )
    assert finding.doubts == doubts
