"""Names read off the characters: what is reported, and what must stay silent."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path

import pytest

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
    Sentence,
    Severity,
    Span,
    Status,
    Term,
)
from xlcheck.rules.name_misread import check


def person(zh: str, note: str = "", **terms: str) -> Concept:
    """A glossary person; each language's terms are preferred | admitted | ..."""
    written = [Term(zh, "zh")]
    for language, texts in terms.items():
        for rank, text in enumerate(texts.split("|")):
            written.append(Term(text, language, Status.ADMITTED if rank else Status.PREFERRED))
    return Concept(terms["en"], "person", tuple(written), note)


TO_LAM = person("苏林", en="Tô Lâm|To Lam", vi="Tô Lâm", es="Tô Lâm|To Lam")
CHINH = person("范明政", en="Phạm Minh Chính|Pham Minh Chinh", vi="Phạm Minh Chính")
TRONG = person("阮富仲", en="Nguyễn Phú Trọng", vi="Nguyễn Phú Trọng")
THUONG = person("武文赏", en="Võ Văn Thưởng", vi="Võ Văn Thưởng")
HO = person("胡志明", en="Hồ Chí Minh|Ho Chi Minh", vi="Hồ Chí Minh")
SANG = person("张晋创", en="Trương Tấn Sang", vi="Trương Tấn Sang")
XI = person("习近平", en="Xi Jinping", es="Xi Jinping", vi="Tập Cận Bình")
LI_QIANG = person("李强", en="Li Qiang", vi="Lý Cường")
WANG_YI = person("王毅", en="Wang Yi", vi="Vương Nghị")
HU = person("胡锦涛", en="Hu Jintao", vi="Hồ Cẩm Đào")
KIM = person("金正恩", en="Kim Jong-un|Kim Jong Un", vi="Kim Jong-un")
KISHIDA = person("岸田文雄", en="Fumio Kishida", vi="Kishida Fumio")
LE_YUCHENG = person("乐玉成", en="Le Yucheng", vi="Lạc Ngọc Thành")
EVERYONE = (*(TO_LAM, CHINH, TRONG, THUONG, HO, SANG, XI, LI_QIANG, WANG_YI, HU, KIM, KISHIDA, LE_YUCHENG),)


def article(text: str, glossary: Glossary) -> Article:
    """An article from lines `language: sentence`; the first line's language is the page's."""
    lines = [line.split(": ", 1) for line in text.split("\n")]
    body = "\n".join(sentence for _, sentence in lines)
    document, finder, at = Document(f"{lines[0][0]}.txt", body), Finder(glossary), 0
    sentences = []
    for language, sentence in lines:
        span = Span(document, at, at + len(sentence))
        sentences.append(finder.find(Sentence(span, language), None))
        at += len(sentence) + 1
    return Article(document, lines[0][0], tuple(sentences))


def event(*texts: str, glossary: tuple[Concept, ...] = ()) -> Event:
    """Articles on one event, none of their sentences aligned."""
    return Event(tuple(article(text, Glossary(glossary)) for text in texts))


def table(source: str, target: str, glossary: tuple[Concept, ...] = ()) -> Event:
    """Two articles whose lines are translations of one another."""
    one, other = (article(text, Glossary(glossary)) for text in (source, target))
    lines = zip(one.sentences, other.sentences, strict=True)
    pairs = tuple(Pair((a,), (b,), 1.0, translation=True) for a, b in lines)
    return Event((one, other), (Alignment(one, other, pairs),))


def shown(findings: Iterator[Finding]) -> list[tuple[str, str]]:
    return [(finding.at.text, finding.suggestion) for finding in findings]


GLOSSARY_ALONE = [
    ("en: Prime Minister Fan Mingzheng opened the session on Monday.", "Fan Mingzheng", "Phạm Minh Chính"),
    ("en: Ruan Fuzhong, General Secretary of the party, spoke first.", "Ruan Fuzhong", "Nguyễn Phú Trọng"),
    ("es: El presidente Wu Wenshang visitó la provincia.", "Wu Wenshang", "Võ Văn Thưởng"),
    ("fr: Le président Hu Zhiming lut la déclaration d'indépendance.", "Hu Zhiming", "Hồ Chí Minh"),
    ("de: Staatspräsident Zhang Jinchuang reiste nach Berlin.", "Zhang Jinchuang", "Trương Tấn Sang"),
    ("de: Präsident Zhang Jin Chuang reiste ab.", "Zhang Jin Chuang", "Trương Tấn Sang"),
    ("en: The talks with Tập Cận Bình lasted two hours.", "Tập Cận Bình", "Xi Jinping"),
    ("es: El presidente Tap Can Binh llegó ayer a Hanói.", "Tap Can Binh", "Xi Jinping"),
    ("fr: Le Premier ministre Lý Cường se rendra à Hanoï.", "Lý Cường", "Li Qiang"),
    ("en: Foreign Minister Vuong Nghi’s visit ended on Friday.", "Vuong Nghi", "Wang Yi"),
    ("en: Former president Hồ Cẩm Đào attended the funeral.", "Hồ Cẩm Đào", "Hu Jintao"),
    ("en: North Korean leader Jin Zheng'en watched the launch.", "Jin Zheng'en", "Kim Jong-un"),
    ("fr: Le dirigeant Jin Zheng’en a assisté au tir.", "Jin Zheng’en", "Kim Jong-un"),
    ("vi: Thủ tướng Antian Wenxiong đã tới Hà Nội.", "Antian Wenxiong", "Kishida Fumio"),
    ("vi: Tổng Bí thư Su Lin tiếp đoàn đại biểu Lào.", "Su Lin", "Tô Lâm"),
    ("en: COMRADE SU LIN RE-ELECTED", "SU LIN", "Tô Lâm"),
]


@pytest.mark.parametrize(("text", "wrong", "right"), GLOSSARY_ALONE)
@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_the_glossary_knows_the_person(text: str, wrong: str, right: str, form: str) -> None:
    told = event(unicodedata.normalize(form, text), glossary=EVERYONE)
    assert shown(check(told)) == [(unicodedata.normalize(form, wrong), right)]


ALIGNED = [
    ("vi: Ông Tô Lâm đến thăm một trường học.", "en: Su Lin visited a school.", "Su Lin", "Tô Lâm"),
    ("zh: 苏林参观了一所学校。", "es: Su Lin visitó una escuela.", "Su Lin", "Tô Lâm"),
    ("zh: 蘇林參觀了一所學校。", "en: Su Lin’s visit to a school.", "Su Lin", "Tô Lâm"),
    ("vi: Ông Lý Cường sẽ phát biểu.", "en: Ly Cuong will speak.", "Ly Cuong", "Li Qiang"),
    ("zh: 李强将发表讲话。", "de: Lý Cường wird sprechen.", "Lý Cường", "Li Qiang"),
    ("ko: 회의에서 연설했다 金正恩", "en: Jin Zhengen gave a speech.", "Jin Zhengen", "Kim Jong-un"),
    ("vi: Ông Phạm Minh Chính đã đến.", "zh: 范明正已经抵达。", "范明正", "范明政"),
    ("en: Wang Yi arrived in Hanoi.", "zh: 王义抵达河内。", "王义", "王毅"),
    ("en: Xi Jinping arrived in Hanoi.", "zh: 席近平抵达河內。", "席近平", "习近平"),
]


@pytest.mark.parametrize(("source", "target", "wrong", "right"), ALIGNED)
def test_the_aligned_sentence_names_the_person(source: str, target: str, wrong: str, right: str) -> None:
    told = table(source, target, EVERYONE)
    (finding,) = check(told)
    assert (finding.at.text, finding.suggestion) == (wrong, right)
    assert finding.related[0] == told.articles[0].sentences[0].span
    assert finding.severity is None


SAME_ARTICLE = [
    ("en: Prime Minister Pham Minh Chinh met reporters.\nen: Pham Minh Chinh spoke of trade.\n"
     "en: Later Fan Mingzheng left for Beijing.", "Fan Mingzheng", "Pham Minh Chinh"),
    ("es: Xi Jinping llegó ayer.\nes: Después habló Xi Jinping.\nes: Tập Cận Bình elogió el acuerdo.",
     "Tập Cận Bình", "Xi Jinping"),
    ("en: Kim Jong-un arrived by train.\nen: Kim Jong Un then met Putin.\nen: Jin Zheng'en left on Friday.",
     "Jin Zheng'en", "Kim Jong-un"),
    ("fr: Le ministre Wang Yi est arrivé.\nfr: Wang Yi a salué l'accord.\n"
     "fr: Le ministre Vuong Nghi repartira mardi.", "Vuong Nghi", "Wang Yi"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "wrong", "right"), SAME_ARTICLE)
def test_the_article_itself_names_the_person(text: str, wrong: str, right: str) -> None:
    (finding,) = check(event(text))
    assert (finding.at.text, finding.suggestion) == (wrong, right)
    assert finding.related[0].text == right
    assert finding.severity is None


def test_used_equally_often_the_earlier_form_is_taken_for_right_with_a_warning() -> None:
    told = event("en: General Secretary To Lam called.\nen: Comrade Su Lin was elected.")
    (finding,) = check(told)
    assert (finding.at.text, finding.suggestion) == ("Su Lin", "To Lam")
    assert finding.severity is Severity.WARNING


def test_another_language_of_the_table_shows_which_form_travels() -> None:
    told = table("en: To Lam left for Paris.", "fr: Su Lin est parti pour Paris.")
    (finding,) = check(told)
    assert (finding.at.text, finding.suggestion, finding.severity) == ("Su Lin", "To Lam", None)


def test_of_several_articles_one_of_two_forms_alone_is_told() -> None:
    texts = ("en: Tô Lâm left for Paris.", "fr: Su Lin est parti pour Paris.", "vi: Ông Tô Lâm đã sang Paris.")
    articles = [article(text, Glossary()) for text in texts]
    alignments = tuple(
        Alignment(one, other, (Pair(one.sentences, other.sentences, 1.0, True),))
        for one, other in combinations(articles, 2)
    )
    (finding,) = check(Event(tuple(articles), alignments))
    assert (finding.at.text, finding.suggestion) == ("Su Lin", "Tô Lâm")


def test_every_use_is_reported_once_one_is_aligned() -> None:
    told = table(
        "vi: Ông Tô Lâm phát biểu.\nvi: Ông nhấn mạnh hợp tác.",
        "en: Su Lin spoke.\nen: Su Lin stressed cooperation.",
        (TO_LAM,),
    )
    assert shown(check(told)) == [("Su Lin", "Tô Lâm")] * 2


NAMES = [
    row.split("\t") for row in (Path(__file__).parent / "data/misread_names.tsv").read_text("utf-8").splitlines()[1:]
]


@pytest.mark.parametrize(("language", "source", "target_language", "target", "wrong", "right"), NAMES)
def test_without_a_glossary(
    language: str, source: str, target_language: str, target: str, wrong: str, right: str
) -> None:
    lines = [f"{language}: {source}"] * (source != "-") + [f"{target_language}: {target}"]
    told = table(*lines) if len(lines) > 1 else event(*lines)
    assert shown(check(told)) == [(wrong, right)]


BESIDE_CHARACTERS = [
    ("zh: 日本首相岸田文雄访问河内。", "en: Anti Wenxiong visited Hanoi.", "Anti Wenxiong", ""),
    ("zh: 欧盟委员会主席冯德莱恩说。", "en: Feng Delaien said.", "Feng Delaien", ""),
    ("zh: 朝鲜领导人金正恩之女金主爱露面。", "en: Jin Zhuai appeared.", "Jin Zhuai", ""),
    ("zh: 中国国家主席习近平说。", "en: Hsi Chin-p'ing said.", "Hsi Chin-p'ing", ""),
    ("zh: 中国国家主席习近平说。", "en: President Sup Geunpyeong said.", "Sup Geunpyeong", ""),
    ("zh: 越共中央总书记苏林说。", "en: So Lam said.", "So Lam", "Tô Lâm"),
    ("zh: 越共中央总书记苏林说。", "en: Sū Lín said.", "Sū Lín", "Tô Lâm"),
    ("zh: 越共中央总书记苏林说。", "fr: So Rin l’a dit.", "So Rin", "Tô Lâm"),
    ("zh: 越南总理范明政说。", "en: Mingzheng Fan said.", "Mingzheng Fan", "Phạm Minh Chính"),
    ("zh: 会议在岘港举行。", "en: The meeting took place in Xiangang.", "Xiangang", "Da Nang"),
    ("zh: 會議在河內舉行。", "vi: Cuộc họp diễn ra tại Henei.", "Henei", "Hà Nội"),
    ("zh: 他在胡志明市。", "en: He is in Huzhiming City.", "Huzhiming City", "Ho Chi Minh City"),
]


@pytest.mark.parametrize(("source", "target", "wrong", "right"), BESIDE_CHARACTERS)
@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_beside_characters(source: str, target: str, wrong: str, right: str, form: str) -> None:
    told = table(source, unicodedata.normalize(form, target))
    assert shown(check(told)) == [(unicodedata.normalize(form, wrong), right)]
    assert shown(check(table(unicodedata.normalize(form, target), source))) == [
        (unicodedata.normalize(form, wrong), right)
    ]


def test_the_country_may_stand_elsewhere_in_the_text() -> None:
    told = table(
        "zh: 日本首相岸田文雄来访。\nzh: 岸田文雄说。", "en: The prime minister came.\nen: Antian Wenxiong spoke."
    )
    (finding,) = check(told)
    assert finding.message == "“Antian Wenxiong” is the Mandarin reading of 岸田文雄, a Japanese name"
    assert finding.reason == "in the source, a Japanese office precedes the name"
    assert finding.related[0].text == "岸田文雄"


@pytest.mark.parametrize("target", ["Mr. Ho also spoke.", "Ho Li Pei also spoke."])
def test_a_family_name_in_another_system_is_a_warning(target: str) -> None:
    told = table("zh: 国务院副总理何立峰出席。\nzh: 何立峰也发言。", f"en: The vice-premier attended.\nen: {target}")
    (finding,) = check(told)
    assert finding.message.endswith("has the Wade-Giles reading of 何, a Chinese family name")
    assert finding.severity is Severity.WARNING


def test_a_form_that_the_glossary_accepts_is_right() -> None:
    known = person("苏林", en="Tô Lâm|Su Lin")
    assert shown(check(table("zh: 越共中央总书记苏林说。", "en: Su Lin said.", (known,)))) == []
    assert shown(check(table("zh: 越共中央总书记苏林说。", "en: Su Lin said."))) == [("Su Lin", "Tô Lâm")]


def test_the_glossary_knows_the_korean_form() -> None:
    person_in_korean = person("苏林", en="Tô Lâm", ko="또 럼")
    told = table("zh: 苏林参观了一所学校。", "ko: 소림은 학교를 방문했다.", (person_in_korean,))
    assert shown(check(told)) == [("소림", "또 럼")]


def test_the_finding_says_how_the_misreading_came_about() -> None:
    (finding,) = check(event("en: Comrade Su Lin was elected.", glossary=EVERYONE))
    assert finding.message == "“Su Lin” is the Mandarin reading of 苏林, the characters of Tô Lâm"
    assert finding.reason == "the glossary has Tô Lâm (苏林)"


SILENT = [
    ("a woman of that name", "en: General Secretary To Lam met Ms Su Lin of the chamber of commerce."),
    ("a woman, elsewhere", "en: General Secretary To Lam arrived.\nen: Minister Ms. Su Lin spoke."),
    ("a woman, in Spanish", "es: To Lam llegó.\nes: La señora Su Lin, secretaria general, habló."),
    ("two people in a sentence", "en: To Lam thanked President Su Lin of the university."),
    ("introduced as new", "en: President To Lam came.\nen: Su Lin, a secretary, saw President To Lam."),
    ("introduced by age", "en: President To Lam came.\nen: Minister Su Lin, 34, saw it."),
    ("goes by Su", "en: President To Lam came.\nen: Secretary Su Lin waited.\nen: Then Su said no."),
    ("an athlete", "en: Su Lin won the 200 metres in Tokyo."),
    ("athletes", "en: Hu Zhiming, Fan Mingzheng and Su Lin swam for China."),
    ("athletes in Spanish", "es: El equipo de Hu Zhiming y Wu Wenshang ganó el oro."),
    ("Western order", "en: Professor Lin Su and President To Lam spoke."),
    ("parts alone", "en: Su and Lin met President To Lam."),
    ("a Greek letter", "en: The Greek letter Xi stands for a random variable.\nen: Xi Jinping left."),
    ("right in Vietnamese", "vi: Chủ tịch nước Tập Cận Bình và ông Lý Cường đã tới Hà Nội."),
    ("romanised in Vietnamese", "vi: Chủ tịch Xi Jinping phát biểu tại Bắc Kinh."),
    ("right in English", "en: President Xi Jinping and Premier Li Qiang met Wang Yi."),
    ("right without marks", "es: El secretario general To Lam y el ministro Pham Minh Chinh."),
    ("another spelling of it", "en: North Korean leader Kim Jung-un watched the launch."),
    ("another Mandarin reading", "en: Vice Minister Yue Yucheng chaired the meeting."),
    ("another name's doublet", "en: President Vũ Văn Thưởng spoke."),
    ("a place", "en: President To Lam left Hà Nội for Ha Long and Henei."),
    ("a newspaper", "fr: Le Monde a interrogé le président To Lam à La Havane."),
    ("Chinese", "zh: 苏林同志会见习近平，国王以礼相待。"),
    ("a Chinese woman", "zh: 苏林会见苏琳女士。"),
    ("offices of Koreans", "en: South Korean President Moon Jae-in met North Korean Premier Pak Pong Ju."),
    ("an ambassador", "en: Chinese Ambassador to Vietnam He Wei and Vietnamese President Vo Van Thuong spoke."),
    ("an older spelling", "en: Chinese Premier Chou En-lai, Chinese leader Ho Lung and Chinese leader Mao Tse-tung."),
    ("Japanese offices", "en: Japanese Prime Minister Kan Naoto and Foreign Minister Kono Taro."),
    ("names of their bearers' choice", "en: Lee Hsien Loong of Singapore, Tsai Ing-wen of Taiwan and Leung Chun-ying."),
    ("the bank's president", "en: Su Bin, president of the bank, met Lin Su and To Lam."),
    ("places", "en: From Da Nang to Hà Nội, then to Bac Kinh, Dongjing and Xiangang."),
    ("a Vietnamese namesake", "vi: Ca sĩ Vương Nghị và cầu thủ Lý Cường giao lưu với khán giả."),
]  # fmt: skip


@pytest.mark.parametrize("glossary", [(), EVERYONE], ids=["no glossary", "glossary"])
@pytest.mark.parametrize("text", [text for _, text in SILENT], ids=[name for name, _ in SILENT])
def test_silent(text: str, glossary: tuple[Concept, ...]) -> None:
    assert shown(check(event(text, glossary=glossary))) == []


SILENT_TABLES = [
    ("en: To Lam met Ms Su Lin.", "vi: Ông Tô Lâm gặp bà Su Lin."),
    ("vi: Chủ tịch nước Tập Cận Bình nói.", "en: President Xi Jinping said."),
    ("en: President Xi Jinping said.", "vi: Chủ tịch nước Tập Cận Bình nói."),
    ("vi: Ông Lý Cường và bà Su Lin.", "es: Li Qiang y la señora Su Lin."),
    ("zh: 韩国总统李在明和朝鲜领导人金正恩。", "en: Lee Jae-myung and Kim Jong Un."),
    ("zh: 韩国前总统文在寅、总统尹锡悦。", "en: Moon Jae-in and Yoon Suk Yeol."),
    ("zh: 日本首相安倍晋三访问河内和岘港。", "en: Shinzo Abe visited Hanoi and Da Nang."),
    ("zh: 日本首相石破茂。", "vi: Thủ tướng Ishiba Shigeru."),
    ("zh: 中国国家主席习近平访问北京。", "vi: Chủ tịch Tập Cận Bình thăm Bắc Kinh."),
    ("zh: 越南国家主席武文赏。", "en: President Vu Van Thuong."),
    ("zh: 越共中央总书记苏林会见苏斌和林素。", "en: To Lam met Su Bin and Lin Su."),
    ("zh: 印度总理莫迪和南非总统曼德拉。", "en: Prime Minister Modi and President Mandela."),
    ("zh: 美国劳工部长赵小兰和澳大利亚外长黄英贤。", "en: Elaine Chao and Wong Ying-yen."),
    ("zh: 联合国秘书长潘基文。", "en: Ban Ki-moon."),
    ("zh: 全国政协副主席梁振英、新加坡总理李显龙。", "en: Leung Chun-ying and Lee Hsien Loong."),
    ("zh: 香港行政长官李家超、台湾总统蔡英文。", "en: Lee Ka-chiu and Tsai Ing-wen."),
    ("zh: 中国驻越南大使何炜。", "en: Ambassador He Wei."),
    ("zh: 太平天国在河内。", "en: The Taiping in Hanoi."),
    ("zh: 朝鲜领导人金正日。", "vi: Nhà lãnh đạo Triều Tiên Kim Chính Nhật."),
    ("en: Talks in Pyongyang and Tokyo.", "vi: Đàm phán tại Bình Nhưỡng và Đông Kinh."),
    ("vi: Diễn viên Phạm Băng Băng.", "en: Actress Fan Bingbing."),
    ("vi: Chủ tịch nước Hồ Cẩm Đào của Trung Quốc.", "en: Hu Jintao of China."),
    ("en: The king welcomed Wang Yi.", "zh: 国王以最高礼遇欢迎王毅。"),
]


@pytest.mark.parametrize("glossary", [(), EVERYONE], ids=["no glossary", "glossary"])
@pytest.mark.parametrize(("source", "target"), SILENT_TABLES)
def test_silent_when_aligned(source: str, target: str, glossary: tuple[Concept, ...]) -> None:
    assert shown(check(table(source, target, glossary))) == []


def test_without_evidence_of_direction_nothing_is_said() -> None:
    assert shown(check(table("vi: Ông Tô Lâm đến.", "en: Su Lin arrived."))) == []


def seed_article(path: Path, page: str, languages: dict[str, str], glossary: Glossary) -> Article:
    """A seed as one sentence a paragraph; `languages` by the paragraph's first words."""
    text = path.read_text("utf-8")
    document, finder, at, sentences = Document(path.name, text), Finder(glossary), 0, []
    for line in text.split("\n"):
        language = next((tag for start, tag in languages.items() if line.startswith(start)), page)
        if line:
            span = Span(document, at, at + len(line))
            sentences.append(finder.find(Sentence(span, language), None))
        at += len(line) + 1
    return Article(document, page, tuple(sentences))


SPANISH_PAGE = {
    **dict.fromkeys(("Tổng", "Tán thành", "THANH"), "vi"),
    **dict.fromkeys(("On behalf", "Happy", "General", "Based", "To ", "The two", "Read", "Same"), "en"),
}


def seed_event(seeds: Path, glossary: tuple[Concept, ...], aligned: bool) -> Event:
    known = Glossary(glossary)
    english = seed_article(seeds / "000_fecb52052cebe9ee.txt", "en", {}, known)
    spanish = seed_article(seeds / "004_7ec95feefc092dc3.txt", "es", SPANISH_PAGE, known)
    start = "On behalf of the Party, State and"
    (one,) = (s for s in english.sentences if s.text.startswith(start.replace("People", "people")))
    (other,) = (s for s in spanish.sentences if s.text.startswith(start))
    pairs = (Pair((one,), (other,), 0.9),) if aligned else ()
    return Event((english, spanish), (Alignment(english, spanish, pairs),))


@pytest.mark.parametrize(("glossary", "right"), [((), "To Lam"), ((TO_LAM, XI), "Tô Lâm")])
@pytest.mark.parametrize("aligned", [True, False])
def test_the_seeds(seeds: Path, glossary: tuple[Concept, ...], right: str, aligned: bool) -> None:
    (finding,) = check(seed_event(seeds, glossary, aligned))
    assert (finding.at.text, finding.suggestion) == ("Su Lin", right)
    assert finding.at.document.position(finding.at.start)[0] == 13
    assert "苏林" in finding.message
    assert finding.related[-1].text == "To Lam"
    if aligned:
        assert "Lâm on his election as General Secretary" in finding.related[0].text


@pytest.mark.parametrize("number", ["001", "002", "003"])
def test_the_other_seeds_are_silent(seeds: Path, number: str) -> None:
    (path,) = seeds.glob(f"{number}*.txt")
    told = seed_article(path, "en", {}, Glossary(EVERYONE))
    assert shown(check(Event((told,)))) == []
