"""Numbers, dates, units and approximations of two texts: what is reported, what agrees."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import permutations

import pytest

from xlcheck.find import Finder
from xlcheck.model import Alignment, Article, Document, Event, Finding, Glossary, Pair, Sentence, Span
from xlcheck.model.doubt import Doubt
from xlcheck.rules import approximation_changed, date_mismatch, number_mismatch, quantity_mismatch, weekday_mismatch

FINDER = Finder(Glossary())
RULES = (number_mismatch, date_mismatch, quantity_mismatch, approximation_changed)


def sentence(entry: str, published: date | None = None) -> Sentence:
    language, _, text = entry.partition(": ")
    return FINDER.find(Sentence(Span(Document(language, text), 0, len(text)), language), published)


def event(*pairs: tuple[str, str], translation: bool = True) -> Event:
    beads = tuple(Pair((sentence(one),), (sentence(other),), 1.0, translation) for one, other in pairs)
    articles = tuple(
        Article(sides[0].span.document, sides[0].language, sides)
        for sides in (tuple(bead.source[0] for bead in beads), tuple(bead.target[0] for bead in beads))
    )
    return Event(articles, (Alignment(*articles, beads),))


def found(happening: Event) -> Iterator[tuple[str, Finding]]:
    for module in RULES:
        for finding in module.RULE.check(happening):
            if not finding.doubts:
                yield module.RULE.code, finding


def codes(source: str, target: str) -> list[str]:
    return [code for code, _ in found(event((source, target)))]


OTHER = [
    ("en: The two sides signed 45 agreements.", "vi: Hai bên ký 40 thỏa thuận.", "XL201"),
    ("en: It cost 2.5 million dollars.", "es: Costó 2.500 millones de dólares.", "XL201"),
    ("zh: 投资2500亿元", "vi: đầu tư 25 tỷ nhân dân tệ", "XL201"),
    ("en: Twenty-one provinces took part.", "de: Vierundzwanzig Provinzen nahmen teil.", "XL201"),
    ("en: in the 1790s", "zh: 17世纪90年代", "XL201"),
    ("en: The storm killed 1,586 people.", "fr: La tempête a fait de nombreux morts.", "XL201"),
    ("en: Ten inches, 10 inches, of rain", "pt: 25 mm de chuva", "XL201"),
    ("en: on September 29, 2018", "ru: 28 сентября 2018 года", "XL202"),
    ("en: It starts at 3 p.m.", "ko: 오후 4시에 시작합니다.", "XL202"),
    ("en: They met on Sunday.", "zh: 他们周六会面。", "XL202"),
    ("en: elections in November", "id: pemilu pada September", "XL202"),
    ("en: for $100 million", "es: por 100 millones de euros", "XL203"),
    ("en: 110 miles away", "zh: 距离110公里", "XL203"),
    ("en: within five years", "vi: trong 5 tháng", "XL203"),
    ("en: Pay to 370000000000000000000000000042.", "ar: ادفع إلى ٣٧٠٠٠٠٠٠٠٠٠٠٠٠٠٠٠٠٠٠٠٠٠٠٠٠٠٠٤٣.", "XL201"),
    ("en: It takes 3.2 × 10⁻³ g of salt.", "es: Se necesitan 3,2 × 10⁻⁴ g de sal.", "XL201"),
    ("en: about 10⁶ cells", "vi: khoảng 10^5 tế bào", "XL201"),
    ("en: The K562 line grew.", "es: La línea creció.", "XL201"),
    ("en: The EF1 storm passed.", "zh: EF级风暴已过去。", "XL201"),
    ("en: 2014 UCI Tour, 2014 UCI Cup, 2014 FIM Cup", "es: Circuito UCI 2014, Copa FIM 2014", "XL201"),
    ("es: Copa UCI 2014, Vuelta UCI 2014 y Copa FIM 2014", "zh: 2014年UCI杯、2014年FIM杯", "XL201"),
    ("en: a dose of 5 mg/kg", "es: una dosis de 5 mg/l", "XL203"),
    ("en: The lorry drove at 140 km/h.", "es: El camión iba a 140 millas la hora.", "XL203"),
    ("en: The probe flew at 140 km/h.", "zh: 探测器以140公里/秒飞行。", "XL203"),
    ("en: The lorry drove at 140 km/h.", "vi: Xe tải chạy 140 dặm/giờ.", "XL203"),
    ("en: The lorry drove at 80 mph.", "fr: Le camion roulait à 192 kilomètres à l’heure.", "XL201"),
    ("en: It weighs 8.9 g/cm³.", "zh: 其密度为8.9克/厘米。", "XL203"),
    ("en: It was 95 °F in the shade.", "vi: Trời nóng 95 độ trong bóng râm.", "XL203"),
    ("en: Pay 40 euros to 370000000000000000000000000042.", "es: Pague 40 a 370000000000000000000000000043.", "XL201"),
    (
        "en: The account 1234567890123456789012345678901 has 16 owners.",
        "vi: Tài khoản 1234567890123456789012345678901 có 15 chủ.",
        "XL201",
    ),
    ("en: Of 10^40 atoms in the 20th century", "zh: 在20世纪的10^41个原子中", "XL201"),
    ("en: more than 500 people", "zh: 不到500人", "XL204"),
    ("vi: gần 300 người", "es: más de 300 personas", "XL204"),
]


@pytest.mark.parametrize(("source", "target", "code"), OTHER)
def test_what_differs(source: str, target: str, code: str) -> None:
    assert codes(source, target) == [code]


SAME = [
    ("en: The two sides signed 45 agreements.", "vi: Hai bên ký bốn mươi lăm thỏa thuận."),
    ("en: the 14th National Party Congress", "es: el XIV Congreso Nacional del Partido"),
    ("en: half of the voters, 50 percent", "ru: половина избирателей"),
    ("en: The route is 10 miles long, 100 yards wide.", "es: La ruta tiene 16 km de largo y 91 metros de ancho."),
    ("en: a sunny 80 degrees", "es: unos soleados 27 grados"),
    ("en: a 6-foot-6 junior", "ja: 198センチの選手"),
    ("en: 3 to 5 million cases", "zh: 300万至500万例"),
    ("en: $300+ billion", "pt: 300 bilhões de dólares"),
    ("en: It starts at 3 p.m. on January 26.", "es: Empieza a las 15:00 del 26 de enero."),
    ("en: In the 1980s he worked there.", "ar: وقد عمل هناك في ثمانينيات القرن العشرين."),
    ("en: his 36th meeting", "ar: الاجتماع السادس والثلاثين"),
    ("en: a two-year, 3-hour plan", "de: ein zweijähriger, dreistündiger Plan"),
    ("en: two and a half hours", "vi: 2,5 giờ"),
    ("en: one of the leaders took the 5G phone", "zh: 一位领导人拿走了5G手机"),
    ("en: The price rose by 30 percent.", "zh: 价格上涨三成。"),
    ("en: £125m", "vi: 125 triệu bảng"),
    ("en: at 0920 UTC", "vi: lúc 09:20 giờ UTC"),
    ("en: not less than six dollars", "de: nicht weniger als sechs Dollar"),
    ("en: more than 500 people", "zh: 500多人"),
    ("en: November elections", "id: pemilu November"),
    ("en: two weeks of rain", "id: dua minggu hujan"),
    ("en: It takes 3.2 × 10⁻³ g of salt.", "es: Se necesitan 3,2 x 10^-3 g de sal."),
    ("en: about 10⁶ cells", "fr: environ un million de cellules"),
    (
        "en: A star of 4 × 10^31 kg formed 12 million miles away.",
        "es: Una estrella de 4 × 10^31 kg nació a 19 millones de km.",
    ),
    ("en: two and a half of 1,000,000,000,000,000,000,000,000,000,000", "vi: 2,5 trong 10^30"),
    ("en: Pay to 370000000000000000000000000042 today.", "ru: Платите на 370000000000000000000000000042 сегодня."),
    ("en: Pay to 370000000000000000000000000042.", "ar: ادفع إلى ٣٧٠٠٠٠٠٠٠٠٠٠٠٠٠٠٠٠٠٠٠٠٠٠٠٠٠٠٤٢."),
    ("en: He hit .215 and .309.", "zh: 他的打击率为0.215和.309。"),
    ("en: a dose of 5 mg/kg", "es: una dosis de 5 mg por kg"),
    ("en: The lorry drove at 140 km/h.", "es: El camión iba a 140 kilómetros la hora."),
    ("en: The lorry drove at 140 km/h.", "zh: 卡车以每小时140公里的速度行驶。"),
    ("en: The lorry drove at 140 km/h.", "ru: Грузовик ехал со скоростью 140 км в час."),
    ("en: The lorry drove at 80 mph.", "fr: Le camion roulait à 129 kilomètres à l’heure."),
    ("zh: 电梯每秒上升14米。", "es: El ascensor sube a 14 metros por segundo."),
    ("en: at 100 MW", "zh: 功率为100兆瓦"),
    ("en: Turn at 3 crossroads.", "zh: 在3个十字路口转弯。"),
    ("en: in 2014 the A, in 2014 the B, in 2014 the C", "es: en 2014 la A, la B y la C"),
    ("en: 2014 UCI Tour, 2014 UCI Cup, 2014 FIM Cup", "es: Circuito UCI, Copa UCI 2014 y Copa FIM 2014"),
    (
        "en: The 2031 plan has 2 parts, the 2031 list 3, the 2031 map says.",
        "es: El plan de 2031 tiene 2 partes y la lista 3, según el mapa de 2031.",
    ),
    (
        "en: They won 18 games in May, 18 in June and 18 in July.",
        "vi: Họ thắng 18 trận cả trong tháng 5 lẫn tháng 6 và 18 trận trong tháng 7.",
    ),
    ("en: CO2 from 5G masts after COVID-19", "es: Dióxido de carbono de antenas 5G tras la pandemia"),
    ("en: It was 95 °F, and 90 °F at night.", "es: Hacía 95 grados, y 90 °F por la noche."),
    ("vi: tỷ lệ năm 1976 tỷ lệ này", "en: the rate of 1976"),
]


@pytest.mark.parametrize(("source", "target"), SAME)
def test_what_agrees(source: str, target: str) -> None:
    assert codes(source, target) == codes(target, source) == []


@pytest.mark.parametrize("figures", [30, 5_000, 1_000_000])
def test_very_many_figures_are_compared_as_they_are_written(figures: int) -> None:
    key = "1" * figures
    assert codes(f"en: The key {key} opened 12 doors.", f"es: La clave {key} abrió 12 puertas.") == []
    assert codes(f"en: The key {key}2 opened doors.", f"es: La clave {key}3 abrió puertas.") == ["XL201"]


def test_the_finding_shows_both_sides_and_what_to_write() -> None:
    ((_, finding),) = found(event(("en: The two sides signed 45 agreements.", "vi: Hai bên ký 40 thỏa thuận.")))
    assert finding.message == "“40” does not match “45” in the source"
    assert finding.at.text == "40"
    assert [span.text for span in finding.related] == ["45"]
    assert finding.suggestion == "45"
    assert finding.reason == "the source says 45, the translation 40"


def test_a_figure_that_the_translation_repeats_but_not_each_time() -> None:
    ((_, finding),) = found(event(("en: 2014 UCI Tour, 2014 UCI Cup, 2014 FIM Cup", "zh: 2014年UCI赛、2014年FIM杯")))
    assert finding.message == "“2014” occurs 3 times in the source, but 2 in the translation"
    assert [span.text for span in finding.related] == ["2014"] * 3


def test_a_figure_that_may_be_summed_up_is_never_sure() -> None:
    won = ("en: They won 18 games in May, 18 in June and 18 in July.", "es: Ganaron 18 en mayo y junio y 18 en julio.")
    (finding,) = number_mismatch.check(event(won))
    assert finding.message == "“18” occurs 3 times in the source, but 2 in the translation"
    assert finding.doubts == (Doubt.REPEATED,)
    assert not list(number_mismatch.check(event(tuple(side.replace("18", "1950") for side in won))))


REASONS = [
    ("en: on September 29, 2018", "ru: 28 сентября 2018 года", "29 September 2018", "28 September 2018"),
    ("en: They met on Sunday.", "zh: 他们周六会面。", "Sunday", "Saturday"),
    ("en: elections in November", "id: pemilu pada September", "November", "September"),
    ("en: It starts at 3 p.m.", "ko: 오후 4시에 시작합니다.", "15:00", "16:00"),
    ("en: They arrived yesterday.", "vi: Họ sẽ đến vào ngày mai.", "yesterday", "tomorrow"),
    ("vi: mùng 2 Tết", "zh: 大年初三", "day 2 of the lunar year", "day 3 of the lunar year"),
    ("en: It cost 2.5 billion.", "es: Costó 2,5 millones.", "2,500,000,000", "2,500,000"),
    ("vi: gần 300 người", "es: más de 300 personas", "less than or nearly 300", "more than 300"),
]


@pytest.mark.parametrize(("source", "target", "ours", "theirs"), REASONS)
def test_the_reason_says_both_values_in_english(source: str, target: str, ours: str, theirs: str) -> None:
    ((_, finding),) = found(event((source, target)))
    assert finding.reason == f"the source says {ours}, the translation {theirs}"


def test_the_neighbour_may_carry_the_number_or_the_date() -> None:
    beads = (
        ("en: The storm killed 1,586 people on June 20.", "es: La tormenta causó muchas muertes."),
        ("en: Nobody counted the missing.", "es: Murieron 1.586 personas el 20 de junio; nadie contó a los demás."),
    )
    assert not list(found(event(*beads)))
    assert {code for code, _ in found(event(beads[0]))} == {"XL201"}


def test_independent_reports_are_never_sure() -> None:
    for source, target, _ in OTHER:
        assert not list(found(event((source, target), translation=False)))


@pytest.mark.parametrize(
    ("entry", "published", "right"),
    [
        ("en: on Tuesday, January 26, 2026,", None, "Monday"),
        ("vi: thứ Sáu, ngày 27/01/2026", None, "Tuesday"),
        ("zh: 1月26日（周三）", date(2026, 1, 27), "Monday"),
        ("es: el martes 26 de enero", date(2026, 1, 27), "Monday"),
    ],
)
def test_a_weekday_that_does_not_fit(entry: str, published: date | None, right: str) -> None:
    (finding,) = weekday_mismatch.check(sentence(entry, published))
    assert finding.reason.endswith(f" is a {right}")


@pytest.mark.parametrize(
    "entry",
    [
        "en: on Monday, January 26, 2026,",
        "zh: 2026年1月26日（周一）",
        "en: on Tuesday, January 26",
        "en: on Friday the talks of January 26, 2026 went on",
    ],
)
def test_a_weekday_that_may_fit(entry: str) -> None:
    assert not list(weekday_mismatch.check(sentence(entry)))


def of_all(*entries: str, every: bool = True) -> Event:
    """An event of articles of one sentence each; all aligned with one another, or the first with the others."""
    said = [sentence(entry) for entry in entries]
    articles = tuple(Article(each.span.document, each.language, (each,)) for each in said)
    pairs = ((one, other) for at, one in enumerate(articles) for other in articles[at + 1 :] if every or not at)
    alignments = (Alignment(one, other, (Pair(one.sentences, other.sentences, 1.0, True),)) for one, other in pairs)
    return Event(articles, tuple(alignments))


AGREED = ["en: They signed 45 agreements.", "vi: Hai bên ký 45 thỏa thuận.", "zh: 双方签署了45项协议。"]
ODD = "es: Las partes firmaron 54 acuerdos."


@pytest.mark.parametrize("place", range(4))
def test_of_several_the_odd_one_out_is_reported_once(place: int) -> None:
    ((_, finding),) = found(of_all(*AGREED[:place], ODD, *AGREED[place:]))
    assert (finding.at.text, finding.suggestion) == ("54", "45")
    assert finding.message == "“54” does not match “45” in 3 other documents"
    assert [span.document.id for span in finding.related] == ["en", "vi", "zh"]


def test_what_one_of_several_leaves_out_is_reported_once() -> None:
    lines = [
        "en: The storm killed 1,586 people.",
        "es: La tormenta mató a 1.586 personas.",
        "vi: Bão làm nhiều người chết.",
    ]
    for place in range(3):
        ((_, finding),) = found(of_all(*lines[place:], *lines[:place]))
        assert (finding.at.document.id, len(finding.related)) == ("vi", 2)


def test_the_source_that_the_user_names_is_right() -> None:
    flagged = [finding.at.document.id for _, finding in found(of_all(ODD, *AGREED, every=False))]
    assert flagged == ["en", "vi", "zh"]


def test_two_against_two_is_decided_for_none() -> None:
    flagged = {finding.at.document.id for _, finding in found(of_all(*AGREED[:2], ODD, "fr: 54 accords signés."))}
    assert flagged == {"es", "fr"}


def test_the_odd_day_out_is_reported_once() -> None:
    lines = ["en: It opened on June 20.", "es: Se inauguró el 20 de junio de 2026.", "vi: Khai mạc ngày 24/6."]
    for place in range(3):
        ((code, finding),) = found(of_all(*lines[place:], *lines[:place]))
        assert (code, finding.at.document.id, len(finding.related)) == ("XL202", "vi", 2)


def test_the_odd_unit_is_told_once_whichever_article_comes_first() -> None:
    sides = ("zh: 该项目为期五年。", "en: The project takes five months.", "es: El proyecto dura cinco meses.")
    for order in permutations(sides):
        ((code, finding),) = found(of_all(*order))
        assert (code, finding.at.text) == ("XL203", "五")
        assert finding.message == "“五” has the unit year, but month in 2 other documents"
        assert {span.text for span in finding.related} == {"five", "cinco"}


def test_the_odd_approximation_is_told_once() -> None:
    ((code, finding),) = found(
        of_all("en: More than 50 people died.", "es: Murieron menos de 50 personas.", "zh: 逾50人死亡。")
    )
    assert (code, finding.at.text) == ("XL204", "50") and finding.at.document.id == "es"
    assert finding.reason == "2 other documents say more than 50, this document less than or nearly 50"


def test_where_documents_are_divided_what_differs_from_the_first_is_told_without_advice() -> None:
    sides = (
        "en: The two sides signed 450 agreements.",
        "es: Las dos partes firmaron 300 acuerdos.",
        "vi: Hai bên ký 300 thỏa thuận.",
        "zh: 双方签署了450项协议。",
    )
    told = [finding for _, finding in found(of_all(*sides))]
    assert [finding.at.document.id for finding in told] == ["es", "vi"]
    assert {finding.message for finding in told} == {"“300” does not match “450” in 2 other documents"}
    assert not any(finding.suggestion or finding.edits for finding in told)


def test_another_translation_is_not_called_the_source() -> None:
    told = of_all("en: They came.", "es: Llegaron 275 personas.", "vi: Có 4.300 người đến.")
    assert not any("the source" in finding.message + finding.reason for _, finding in found(told))
