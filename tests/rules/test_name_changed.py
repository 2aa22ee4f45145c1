"""A name where the source has another person: what is reported, and what must stay silent."""

from dataclasses import replace

import pytest

from xlcheck.find.mentions import MentionFinder
from xlcheck.find.names import NameFinder
from xlcheck.model import Concept, Document, Finding, Glossary, Pair, Sentence, Span, Term
from xlcheck.model.doubt import Doubt
from xlcheck.model.facts import Facts
from xlcheck.rules.name_changed import check

KISHIDA = Concept(
    "kishida", "person", (Term("岸田文雄", "zh"), Term("Fumio Kishida", "en"), Term("Fumio Kishida", "es"))
)
HE = Concept("he", "person", (Term("何立峰", "zh"), Term("He Lifeng", "en")))
LEYEN = Concept("leyen", "person", (Term("冯德莱恩", "zh"), Term("Ursula von der Leyen", "en")))
AMERICA = Concept("us", "place", (Term("美国", "zh"), Term("United States", "en"), Term("U.S.", "en")))
BULGARIA = Concept("bg", "place", (Term("保加利亚", "zh"), Term("Bulgaria", "en")))
GLOSSARY = Glossary((KISHIDA, HE, LEYEN, AMERICA, BULGARIA))
FORUM = "何立峰指出，这是落实习近平主席和岸田文雄首相曼谷会晤共识的重要举措。"


def sentence(line: str, glossary: Glossary) -> Sentence:
    language, text = line.split(": ", 1)
    plain = Sentence(Span(Document(f"{language}.txt", text), 0, len(text)), language)
    return replace(plain, facts=Facts(NameFinder(glossary).find(plain)), mentions=MentionFinder(glossary).find(plain))


def findings(source: str, target: str, glossary: Glossary = GLOSSARY, *, translation: bool = True) -> list[Finding]:
    sides = ((sentence(source, glossary),), (sentence(target, glossary),))
    return list(check(Pair(*sides, 1.0, translation=translation)))


@pytest.mark.parametrize(
    ("target", "wrong"),
    [
        ("He Lifeng pointed out that President Xi Jinping met Prime Minister Wen Jiabao in Bangkok.", "Wen Jiabao"),
        ("He Lifeng pointed out that President Xi Jinping met Prime Minister Shinzo Abe in Bangkok.", "Shinzo Abe"),
    ],
)
def test_a_person_of_the_glossary_is_another(target: str, wrong: str) -> None:
    (finding,) = findings(f"zh: {FORUM}", f"en: {target}")
    assert finding.at.text == wrong
    assert finding.suggestion == "Fumio Kishida"
    assert [span.text for span in finding.related] == ["岸田文雄"]


@pytest.mark.parametrize("name", ["Fumio Kishida", "Kishida Fumio", "Kishida", "Funeo Kishida"])
def test_a_part_of_the_right_name_answers_for_it(name: str) -> None:
    target = f"en: He Lifeng pointed out that President Xi Jinping met Prime Minister {name} in Bangkok."
    assert findings(f"zh: {FORUM}", target) == []


def test_a_country_is_another() -> None:
    (finding,) = findings(
        "zh: 美国每隔10年就要根据人口变化情况重新分配众议院席位。",
        "en: Bulgaria redistributes the seats of the lower house every ten years.",
    )
    assert (finding.at.text, finding.suggestion) == ("Bulgaria", "United States")


@pytest.mark.parametrize(
    ("source", "target", "wrong"),
    [
        (
            "en: President Donald Trump rejected the report.",
            "es: El presidente Emmanuel Macron rechazó el informe.",
            "Emmanuel Macron",
        ),
        (
            "vi: Thủ tướng Phạm Minh Chính tiếp khách.",
            "en: Prime Minister Theresa Hopkins received guests.",
            "Theresa Hopkins",
        ),
        (
            "ja: トランプ大統領は報告書を否定した。",
            "en: President Vladimir Putin rejected the report.",
            "Vladimir Putin",
        ),
        ("zh: 俄罗斯总统普京星期一会见了客人。", "ru: Президент Дональд Трамп принял гостей.", "Дональд Трамп"),
        ("en: President Vladimir Putin received guests.", "zh: 总统马克龙星期一会见了客人。", "马克龙"),
        ("fr: La chancelière Angela Merkel a parlé.", "ja: ボリス・ジョンソン首相が語った。", "ボリス・ジョンソン"),
        (
            "en: Prime Minister Shinzo Abe left for a day of talks in the Mayan city.",
            "es: El primer ministro Anders Wiklund viajó a la ciudad maya para un día de conversaciones.",
            "Anders Wiklund",
        ),
        (
            "fr: Son ancien ministre des Affaires étrangères, Anders Wiklund, a refusé l'offre.",
            "vi: Nguyên Ngoại trưởng, ông Igor Bezrukov, đã từ chối đề nghị này.",
            "Igor Bezrukov",
        ),
        (
            "ja: 英国の首相アンデルス・ビークルンドは月曜日に記者団に語った。",
            "en: British Prime Minister Beatriz Palomares spoke to reporters on Monday.",
            "Beatriz Palomares",
        ),
        (
            "pt: A presidente do conselho, presidente Beatriz Palomares, abriu a sessão.",
            "zh: 委员会主席马克龙星期一宣布会议开始。",
            "马克龙",
        ),
    ],
)
def test_another_person_beside_the_same_office(source: str, target: str, wrong: str) -> None:
    found = findings(source, target, Glossary())
    assert [finding.at.text for finding in found] == [wrong]


@pytest.mark.parametrize(
    "line",
    [
        "en: President Vladimir Putin received guests.",
        "es: El presidente Vladímir Putin recibió a los invitados.",
        "fr: Le président Vladimir Poutine a reçu des invités.",
        "de: Präsident Putin empfing Gäste.",
        "vi: Tổng thống Putin tiếp khách.",
        "ru: Президент Владимир Путин принял гостей.",
        "zh: 总统普京会见了客人。",
        "ja: プーチン大統領は客を迎えた。",
        "ko: 푸틴 대통령은 손님을 맞이했다.",
        "ar: استقبل الرئيس فلاديمير بوتين الضيوف.",
    ],
)
@pytest.mark.parametrize(
    "other", ["en: President Putin received guests.", "ru: Гостей принял президент Путин.", "zh: 普京总统会见了客人。"]
)
def test_one_name_in_two_scripts_is_one(line: str, other: str) -> None:
    assert findings(line, other, Glossary()) == []
    assert findings(other, line, Glossary()) == []


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("zh: 岸田文雄首相会见了客人。", "en: Prime Minister Fumio Kishida received guests."),
        ("zh: 苏林总书记会见了客人。", "en: General Secretary To Lam received guests."),
        ("en: The president received guests.", "es: El presidente Donald Trump recibió a los invitados."),
        ("en: President Trump received guests.", "de: Bundeskanzlerin Merkel empfing Gäste."),
        ("en: President Trump met President Macron.", "fr: Le président Macron a rencontré M. Trump."),
        ("en: Prime Minister Theresa May spoke.", "ru: Премьер-министр Великобритании выступила с речью."),
        ("en: Chairman Xi Jinping met Prime Minister Abe.", "es: Abe conversó con el presidente Xi en el palacio."),
        ("zh: 首相安倍晋三和主席习近平会面。", "de: Parteichef Xi Jinping traf den Ministerpräsidenten Abe."),
    ],
)
def test_what_shows_no_other_person(source: str, target: str) -> None:
    assert findings(source, target, Glossary()) == []


def test_what_may_be_no_name_is_less_than_sure() -> None:
    (finding,) = findings(
        "ar: رئيس الوزراء البريطاني قد يتهم النقاد باللعب بالسياسة.",
        "pt: A primeira-ministra Theresa May acusa os críticos.",
        Glossary(),
    )
    assert Doubt.MAY_BE_NO_NAME in finding.doubts


def test_independent_reports_may_name_others() -> None:
    lines = ("en: President Donald Trump spoke.", "es: Habló el presidente Emmanuel Macron.")
    assert findings(*lines, Glossary())
    assert findings(*lines, Glossary(), translation=False) == []


LEADERS = [
    ("Tập Cận Bình", "Xi Jinping", "习近平"),
    ("Lý Cường", "Li Qiang", "李强"),
    ("Vương Nghị", "Wang Yi", "王毅"),
    ("Hồ Cẩm Đào", "Hu Jintao", "胡锦涛"),
    ("Giang Trạch Dân", "Jiang Zemin", "江泽民"),
    ("Ôn Gia Bảo", "Wen Jiabao", "温家宝"),
    ("Dương Khiết Trì", "Yang Jiechi", "杨洁篪"),
    ("Kim Chính Ân", "Kim Jong-un", "金正恩"),
    ("Lý Tại Minh", "Lee Jae-myung", "李在明"),
    ("Doãn Tích Duyệt", "Yoon Suk-yeol", "尹锡悦"),
    ("Phạm Minh Chính", "Pham Minh Chinh", "范明政"),
    ("Nguyễn Xuân Phúc", "Nguyen Xuan Phuc", "阮春福"),
    ("Lương Cường", "Luong Cuong", "梁强"),
    ("Hoàng Tuần Tài", "Lawrence Wong", "黄循财"),
]
IN_FRONT = [("Trung Quốc", "Chinese", "中国"), ("Triều Tiên", "North Korean", "朝鲜"), ("", "", "")]


def president(names: tuple[str, str, str], country: tuple[str, str, str]) -> list[str]:
    told = [f"{one} {name}".strip() for one, name in zip(country, names, strict=True)]
    return [
        f"vi: Chủ tịch {told[0]} gặp báo giới.",
        f"en: {country[1]} President {names[1]} met the press.".replace("  ", " "),
        f"es: El presidente {names[1]} se reunió con la prensa.",
        f"de: Präsident {names[1]} traf die Presse.",
        f"zh: {country[2]}国家主席{names[2]}会见记者。",
    ]


@pytest.mark.parametrize("names", LEADERS)
@pytest.mark.parametrize("country", IN_FRONT)
@pytest.mark.parametrize("glossary", [Glossary(), GLOSSARY])
def test_readings_of_the_same_characters_are_one_name(
    names: tuple[str, str, str], country: tuple[str, str, str], glossary: Glossary
) -> None:
    lines = president(names, country)
    assert [f for one in lines for other in lines if one != other for f in findings(one, other, glossary)] == []


@pytest.mark.parametrize("other", ["ko: 시진핑 대통령은 기자회견을 했다.", "ru: Президент Си Цзиньпин принял гостей."])
def test_a_sino_vietnamese_name_may_be_called_otherwise_at_home(other: str) -> None:
    ours = "vi: Chủ tịch Trung Quốc Tập Cận Bình gặp báo giới."
    assert findings(ours, other, Glossary()) == findings(other, ours, Glossary()) == []


def test_another_person_behind_a_country_is_reported_without_it() -> None:
    (finding,) = findings(
        "en: Chinese President Hu Jintao met the press.",
        "vi: Chủ tịch Trung Quốc Tập Cận Bình gặp báo giới.",
        Glossary(),
    )
    assert finding.at.text == "Tập Cận Bình"
    assert finding.doubts == ()


def test_another_person_than_a_chinese_in_vietnamese() -> None:
    ours = "vi: Chủ tịch Trung Quốc Tập Cận Bình gặp báo giới."
    assert [f.at.text for f in findings(ours, "ru: Президент Владимир Путин принял гостей.", Glossary())] == [
        "Владимир Путин"
    ]


def test_a_surname_alone_is_the_same_reading() -> None:
    ours = "vi: Chủ tịch Trung Quốc Tập Cận Bình gặp báo giới."
    assert findings(ours, "en: President Xi met the press.", Glossary()) == []


def test_a_name_in_characters_begins_behind_a_country_and_an_office() -> None:
    """What Chinese writes after its sound, here with a character that few such names have."""
    source = "zh: 欧盟委员会主席冯德莱恩表示，欧盟领导人同意了。"
    target = "en: European Commission President Jean-Claude Juncker said that EU leaders had agreed."
    (finding,) = findings(source, target, Glossary())
    assert (finding.at.text, finding.doubts) == ("Jean-Claude Juncker", ())
    assert findings(source, target.replace("Jean-Claude Juncker", "Ursula von der Leyen"), Glossary()) == []


def test_a_name_that_is_read_off_characters_is_not_told_by_its_sound() -> None:
    found = findings(
        "zh: 朝鲜外交部长李英浩表示反对。", "en: North Korean Foreign Minister Ri Yong Ho objected.", Glossary()
    )
    assert found == []


def test_a_surname_alone_is_that_of_a_person_whom_the_source_names() -> None:
    """The summit of two is another thing than a person who is missing from it."""
    people = Glossary(
        (
            Concept("wiklund", "person", (Term("아네르스 비클룬드", "ko"), Term("安德斯·维克伦德", "zh"))),
            Concept("kim", "person", (Term("김정은", "ko"), Term("金正恩", "zh"))),
        )
    )
    source = "ko: 아네르스 비클룬드 장관은 김정은 위원장과의 회담을 언급했다."
    assert findings(source, "zh: 外长维克伦德提到朝方参加的首脑会谈。", people) == []
    (finding,) = findings(source, "zh: 外长马克龙星期一提到朝方参加的首脑会谈。", people)
    assert finding.at.text == "马克龙"


def test_another_spelling_beside_the_same_office_is_the_same_person() -> None:
    people = Glossary((Concept("ri", "person", (Term("Ri Yong-ho", "en"), Term("李容浩", "ja"))),))
    source = "en: Foreign Minister Ri Yong-ho rejected the offer."
    assert findings(source, "ja: リ・ヨンホ外相は提案を拒否した。", people) == []
    (finding,) = findings(source, "ja: ボリス・ジョンソン外相は提案を拒否した。", people)
    assert finding.suggestion == "李容浩"


@pytest.mark.parametrize(
    ("source", "target"),
    [
        (f"zh: {FORUM}", "en: He Lifeng pointed out that President Xi Jinping met Secretary Wen Jiabao in Bangkok."),
        (
            "en: Prime Minister Fumio Kishida met Anders Wiklund in Sofia.",
            "es: Anders Wiklund viajó a Sofía.",
        ),
        ("zh: 岸田文雄首相到索非亚。", "en: The head of government came to Sofia with Hector Blanco."),
    ],
)
def test_a_name_beside_another_office_or_none_takes_nobodys_place(source: str, target: str) -> None:
    assert findings(source, target) == []


LEADERS = Glossary(
    (
        Concept("lam", "person", (Term("苏林", "zh"), Term("Tô Lâm", "vi"), Term("Tô Lâm", "en"))),
        Concept("chinh", "person", (Term("范明政", "zh"), Term("Phạm Minh Chính", "vi"))),
        Concept("xi", "person", (Term("习近平", "zh"), Term("Tập Cận Bình", "vi"), Term("Xi Jinping", "en"))),
    )
)


@pytest.mark.parametrize(
    ("source", "target", "wrong"),
    [
        ("zh: 苏林总书记会见了客人。", "ru: Генеральный секретарь То Лам принял гостей.", []),
        ("zh: 越南总理范明政抵达北京。", "ru: Премьер-министр Фам Минь Тинь прибыл в Пекин.", []),
        ("vi: Chủ tịch Tập Cận Bình tiếp khách.", "ru: Председатель Си Цзиньпин принял гостей.", []),
        ("en: General Secretary Tô Lâm spoke.", "ru: Генеральный секретарь То Лам выступил.", []),
        ("zh: 苏林总书记会见了客人。", "ru: Генеральный секретарь Владимир Путин принял гостей.", ["Владимир Путин"]),
        ("zh: 习近平主席会见了客人。", "ru: Председатель Вэнь Цзябао принял гостей.", ["Вэнь Цзябао"]),
        ("vi: Tổng Bí thư Tô Lâm tiếp khách.", "ru: Генеральный секретарь Лавров принял гостей.", ["Лавров"]),
    ],
)
def test_a_name_that_sounds_like_a_form_in_another_script_is_the_person(
    source: str, target: str, wrong: list[str]
) -> None:
    """The glossary has no Russian form of theirs."""
    assert [finding.at.text for finding in findings(source, target, LEADERS)] == wrong
