"""What fixes may be written unseen: none where a longer name, a compound, a title or a handle may be meant."""

from __future__ import annotations

from pathlib import Path

import pytest

from xlcheck.config import Config
from xlcheck.mend import mend
from xlcheck.model import Document
from xlcheck.pipeline import examine

TERMS = """[[concept]]
id = "sea"
kind = "place"
zh = { preferred = "南海", forbidden = ["南中国海"] }
es = { preferred = "Mar del Sur", deprecated = ["Mar de China"] }

[[concept]]
id = "student"
kind = "term"
zh = { preferred = "本科生", deprecated = ["大学生"] }

[[concept]]
id = "chinese"
kind = "term"
zh = { preferred = "中国公民", deprecated = ["中国人"] }
ja = { preferred = "日本国民", deprecated = ["日本人"] }

[[concept]]
id = "united-nations"
kind = "body"
vi = { preferred = "Liên hợp quốc", deprecated = ["Liên hiệp quốc"] }
zh = { preferred = "联合国组织", deprecated = ["国际联合组织"] }

[[concept]]
id = "lam"
kind = "person"
en = { preferred = "Tô Lâm", deprecated = ["Tô Lam"] }
es = { preferred = "Tô Lâm", deprecated = ["Tô Lam"] }
fr = { preferred = "Tô Lâm", deprecated = ["Tô Lam"] }
vi = { preferred = "Tô Lâm", deprecated = ["Tô Lam"] }

[[concept]]
id = "vietnam"
kind = "place"
en = { preferred = "Viet Nam", deprecated = ["Vietnam"] }
es = { preferred = "Viet Nam", deprecated = ["Vietnam"] }
de = { preferred = "Viet Nam", deprecated = ["Vietnam"] }
fr = { preferred = "Viet Nam", deprecated = ["Vietnam"] }

[[concept]]
id = "javascript"
kind = "term"
en = { preferred = "JavaScript", deprecated = ["Javascript"] }
"""

DOUBTFUL = [
    # parts of words
    ("zh", "他在北京大学生命科学学院学习。"),
    ("zh", "中国人民银行周一宣布降息。"),
    ("zh", "越南中国海军周一举行演习。"),
    ("ja", "彼女は日本人形を買いました。"),
    # compounds
    ("vi", "Cuộc họp của Liên hiệp quốc tế diễn ra hôm nay."),
    ("vi", "Cuộc họp của Liên hiệp quốc\u00a0gia diễn ra hôm nay."),
    ("vi", "Cuộc họp của Liên hiệp quốc kêu gọi hòa bình."),
    # other people
    ("en", "The writer Tô Lam Giang spoke in Hanoi."),
    ("en", "The writer Tô Lam\u00a0Giang spoke in Hanoi."),
    ("en", "The writer Tô Lam-Giang spoke in Hanoi."),
    ("en", "The writer Mary Tô Lam spoke in Hanoi."),
    ("en", "Grace Tô Lam spoke in Hanoi."),
    ("en", "President Nguyễn Tô Lam spoke in Hanoi."),
    ("vi", "Hôm nay Nguyễn Tô Lam đã phát biểu tại Hà Nội."),
    ("vi", "Hôm nay ông Tô Lam Giang đã phát biểu tại Hà Nội."),
    ("es", "La escritora María Tô Lam habló en Hanói."),
    ("es", "El escritor Tô Lam Giang habló en Hanói."),
    ("fr", "La romancière Marie Tô Lam a parlé hier."),
    # longer names
    ("en", "Air Vietnam flew to Paris on Monday."),
    ("en", "They flew on Air\u00a0Vietnam to Paris."),
    ("en", "They flew on Vietnam\u202fAirlines to Paris."),
    ("en", "Air Vietnam Lands Safely"),
    ("en", "The Communist Party of Vietnam met on Monday."),
    ("en", "They heard it on the Voice of the Vietnam on Monday."),
    ("es", "El Partido Comunista de Vietnam se reunió el lunes."),
    ("es", "Habló el Instituto de estudios del Mar de China ayer."),
    ("de", "Die Kommunistische Partei von Vietnam tagte am Montag."),
    ("fr", "Le Parti communiste de Vietnam s'est réuni lundi."),
    # what others called it
    ("en", "She wrote “a poem of Vietnam” last year."),
    ("en", 'She wrote "a poem of Vietnam" last year.'),
    ("en", "She wrote 'a poem of Vietnam' last year."),
    ("es", "Escribió «un poema sobre Vietnam» el año pasado."),
    ("de", "Sie schrieb „ein Gedicht über Vietnam“ im letzten Jahr."),
    ("fr", "Elle a écrit ‹ un poème sur Vietnam › hier."),
    ("zh", "他写了《论、南中国海、海军》一书。"),
    ("en", "She wrote <cite>a poem of Vietnam</cite> last year."),
    ("en", "She wrote <em>a poem of Vietnam</em> last year."),
    ("en", "She wrote *a poem of Vietnam* last year."),
]
SURE = [
    ("zh", "他们谈到东海、南中国海、黄海。", "他们谈到东海、南海、黄海。"),
    ("zh", "他们说国际联合组织今天开会。", "他们说联合国组织今天开会。"),
    ("ja", "彼は「はい」と言った、日本人。", "彼は「はい」と言った、日本国民。"),
    ("vi", "Hôm nay, Liên hiệp quốc đã kêu gọi hòa bình.", "Hôm nay, Liên hợp quốc đã kêu gọi hòa bình."),
    ("vi", "Họ đã đến Liên hiệp quốc.", "Họ đã đến Liên hợp quốc."),
    ("vi", "Tổng Bí thư Tô Lam đã phát biểu.", "Tổng Bí thư Tô Lâm đã phát biểu."),
    ("en", "President Tô Lam's guests spoke.", "President Tô Lâm's guests spoke."),
    ("en", "On Monday, Comrade Tô Lam spoke.", "On Monday, Comrade Tô Lâm spoke."),
    ("en", "Yesterday Tô Lam spoke.", "Yesterday Tô Lâm spoke."),
    ("es", "El Presidente Tô Lam habló ayer en la capital.", "El Presidente Tô Lâm habló ayer en la capital."),
    ("fr", "Hier, Tô Lam a parlé.", "Hier, Tô Lâm a parlé."),
    ("en", "In Vietnam, she said “yes” and left.", "In Viet Nam, she said “yes” and left."),
    ("en", "She didn't like Vietnam's food, he doesn't.", "She didn't like Viet Nam's food, he doesn't."),
    ("es", "Ella volvió ayer a Vietnam con su hermano.", "Ella volvió ayer a Viet Nam con su hermano."),
    ("de", "Sie lebt gern in Vietnam und arbeitet.", "Sie lebt gern in Viet Nam und arbeitet."),
]

HANDLES = [
    "See [Javascript] for more.",
    "See [Javascript][] for more.",
    "See [the guide][Javascript] for more.",
    "[Javascript]: https://example.org",
    "See [[Javascript]] for more.",
    "*[Javascript]: a language",
    "Ask @Javascript for more.",
    "Read #Javascript for more.",
    "Read :Javascript: for more.",
    "Read %Javascript% for more.",
    "Read Javascript(1) for more.",
    "Read Javascript[0] for more.",
    "Read @ref(Javascript) for more.",
    r"Let \(x = Javascript\) be.",
    r"Let \[x = Javascript\] be.",
    "Let $$x = Javascript$$ be.",
    "Let $x = Javascript$ be.",
    "import Javascript from 'guide'\n",
    "export const name = Javascript\n",
    "!!! Javascript\n    Read this.",
    ":::Javascript\nRead this.\n:::",
    'Read <span translate="no">a <span>b</span> Javascript</span> for more.',
    'Read <b class="x notranslate">Javascript</b> for more.',
]
READ = [
    "See [Javascript](https://example.org) for more.",
    "It costs $5 in Javascript and $6 here.",
    "They import Javascript from abroad.",
    "Note: Javascript: it is.",
    'Read <b translate="no">this</b> and Javascript for more.',
    "!!! note\n    They wrote it in Javascript.",
]

LETTERS_LEFT = [
    ("ru", "Это случилось в XIXв. и позже."),
    ("ru", "Пишет наш IPшник и USBшный мастер."),
    ("ru", "Купили pHметр для школы."),
    ("uk", "Це сталося в XIXв. і пізніше."),
    ("en", "The change ΔT was small."),
    ("el", "Η μεταβολή ΔT ήταν μικρή."),
    ("vi", "Hôm qua Guðmundur và Sigurðsson đã đến đây."),
]
LETTERS_RIGHT = [
    ("ru", "Самолёт Tу-154 вылетел вчера.", "Самолёт Ту-154 вылетел вчера."),
    ("ru", "Вчера в Mоскве шёл дождь.", "Вчера в Москве шёл дождь."),
    ("uk", "Вчора Iван приїхав до Києва.", "Вчора Іван приїхав до Києва."),
    ("el", "Η A\u0395\u039a νίκησε χθες το βράδυ.", "Η \u0391\u0395\u039a νίκησε χθες το βράδυ."),
    ("en", "The P\u0430rty met on Monday.", "The Party met on Monday."),
    ("vi", "Hôm qua Ðoàn đại biểu đã đến đây.", "Hôm qua Đoàn đại biểu đã đến đây."),
]


def after(language: str, text: str, folder: Path, *, unsafe: bool = False, terms: str = TERMS) -> str:
    """A text as it is with its fixes."""
    file = folder / "ours.toml"
    file.write_text(terms, "utf-8")
    report = examine([(Document("a", text, language=language),)], Config(glossary=(str(file),) if terms else ()))
    return next((each.after for each in mend(report, unsafe=unsafe)), text)


@pytest.mark.parametrize(("language", "text"), DOUBTFUL)
def test_what_may_be_another_name_is_not_written_unseen(language: str, text: str, tmp_path: Path) -> None:
    assert after(language, text, tmp_path) == text
    assert after(language, text, tmp_path, unsafe=True) != text


@pytest.mark.parametrize(("language", "text", "right"), SURE)
def test_what_is_by_itself_is_written_unseen(language: str, text: str, right: str, tmp_path: Path) -> None:
    assert after(language, text, tmp_path) == right


@pytest.mark.parametrize("text", HANDLES)
def test_handles_are_never_written_over(text: str, tmp_path: Path) -> None:
    assert after("en", text, tmp_path, unsafe=True) == text


@pytest.mark.parametrize("text", READ)
def test_prose_next_to_handles_is_written(text: str, tmp_path: Path) -> None:
    assert after("en", text, tmp_path, unsafe=True) == text.replace("Javascript", "JavaScript")


@pytest.mark.parametrize(("language", "text"), LETTERS_LEFT)
def test_mixtures_that_are_meant_stay(language: str, text: str, tmp_path: Path) -> None:
    assert after(language, text, tmp_path, unsafe=True, terms="") == text


@pytest.mark.parametrize(("language", "text", "right"), LETTERS_RIGHT)
def test_letters_are_those_of_the_language(language: str, text: str, right: str, tmp_path: Path) -> None:
    assert after(language, text, tmp_path, terms="") == right


CITY = [
    ("es", "La reunión se celebró en Ciudad Ho Chi Minh."),
    ("es", "La reunión se celebró en la ciudad de Ho Chi Minh."),
    ("en", "The meeting took place in Ho Chi Minh City."),
    ("en", "The meeting took place in the city of Ho Chi Minh."),
    ("vi", "Cuộc họp diễn ra tại thành phố Hồ Chí Minh."),
    ("fr", "La réunion a eu lieu à Ho Chi Minh Ville."),
]


@pytest.mark.parametrize(("language", "text"), CITY)
def test_the_word_for_city_is_not_written_twice(language: str, text: str) -> None:
    chinese = "会议在胡志明市举行。"
    columns = (
        Document("zh", chinese, language="zh", rows=((0, len(chinese)),)),
        Document(language, text, language=language, rows=((0, len(text)),)),
    )
    report = examine([columns], Config(select=("XL110",)))
    assert report.findings == ()


@pytest.mark.parametrize(
    ("text", "right"),
    [
        ("Comrade Su Lin gave a speech.", "Comrade Tô Lâm gave a speech."),
        ("Su Lin Wong gave a speech.", "Su Lin Wong gave a speech."),
        ("Chen Su Lin gave a speech.", "Chen Su Lin gave a speech."),
    ],
)
def test_a_misreading_with_another_name_next_to_it_is_not_fixed_unseen(text: str, right: str, tmp_path: Path) -> None:
    file = tmp_path / "ours.toml"
    file.write_text('[[concept]]\nid = "lam"\nkind = "person"\nzh = "苏林"\nen = "Tô Lâm"\nvi = "Tô Lâm"\n', "utf-8")
    chinese = "苏林发表了讲话。"
    columns = (
        Document("zh", chinese, language="zh", rows=((0, len(chinese)),)),
        Document("en", text, language="en", rows=((0, len(text)),)),
    )
    report = examine([columns], Config(glossary=(str(file),)))
    assert [each.after for each in mend(report)] == ([right] if right != text else [])
