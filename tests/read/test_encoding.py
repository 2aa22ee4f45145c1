"""From bytes to text, on real news in every legacy encoding."""

import codecs
import gzip
import random
import unicodedata
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import pytest

from xlcheck.model import XlcheckError
from xlcheck.read.encoding import decode

TONES = "\u0300\u0301\u0303\u0309\u0323"
LEGACY = [
    ("vi", "cp1258"),
    ("es", "cp1252"),
    ("es", "iso8859-15"),
    ("fr", "cp1252"),
    ("de", "cp1252"),
    ("pt", "cp1252"),
    ("zh", "gb18030"),
    ("zh_TW", "big5"),
    ("ja", "cp932"),
    ("ja", "euc_jp"),
    ("ko", "euc_kr"),
    ("ru", "cp1251"),
    ("ru", "koi8-r"),
    ("ru", "iso8859-5"),
    ("ar", "cp1256"),
    ("ar", "iso8859-6"),
]


def as_windows_1258(text: str) -> str:
    """Vietnamese as the encoding has it: vowel with its quality, then the tone as a combining mark."""
    written = []
    for letter in unicodedata.normalize("NFC", text):
        parts = unicodedata.normalize("NFD", letter)
        tones = "".join(part for part in parts if part in TONES)
        base = "".join(part for part in parts if part not in TONES)
        written.append(unicodedata.normalize("NFC", base) + tones)
    return "".join(written)


def documents(shared: Path, language: str) -> Iterator[list[str]]:
    with gzip.open(shared / "dev/ntrex_dev.nway.tsv.gz", "rt", encoding="utf-8") as table:
        header, *rows = (line.rstrip("\n").split("\t") for line in table)
    by_document = defaultdict(list)
    for row in rows:
        by_document[row[0]].append(row[header.index(language)])
    yield from by_document.values()


def in_encoding(lines: list[str], language: str, encoding: str) -> bytes:
    text = "\r\n".join(lines)
    return (as_windows_1258(text) if language == "vi" else text).encode(encoding, "ignore")


@pytest.mark.parametrize(("language", "encoding"), LEGACY)
@pytest.mark.parametrize("length", [2, 8])
def test_news_in_a_legacy_encoding(shared: Path, language: str, encoding: str, length: int) -> None:
    for lines in documents(shared, language):
        data = in_encoding(lines[:length], language, encoding)
        assert decode(data, "x.txt") == data.decode(encoding)


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("El señor Núñez llegó ayer a Perú; «no lo sé», dijo.", "cp1252"),
        ("café", "cp1252"),
        ("Zażółć gęślą jaźń, powiedział minister w środę.", "cp1250"),
        ("Příliš žluťoučký kůň úpěl ďábelské ódy.", "iso8859-2"),
        ("Türkiye Cumhurbaşkanı Erdoğan, Çin lideriyle görüştü.", "cp1254"),
        ("Ο πρόεδρος της Κίνας συναντήθηκε με τον πρωθυπουργό.", "cp1253"),
        ("Україна перемогла", "koi8-u"),
        ("ประธานาธิบดีจีนพบกับนายกรัฐมนตรีเวียดนามที่กรุงฮานอย", "cp874"),
        ("习近平会见苏林", "gb18030"),
        ("蘇林與習近平通電話", "big5"),
        ("日本の首相は北京で習主席と会談した。", "cp932"),
        ("베트남 서기장", "euc_kr"),
        ("The inning was 14½-13½.", "cp1252"),
    ],
)
def test_one_line(text: str, encoding: str) -> None:
    assert decode(text.encode(encoding), "x.txt") == text


NFD = unicodedata.normalize("NFD", "Tổng Bí thư Tô Lâm\r\n习近平\n")


@pytest.mark.parametrize(
    ("mark", "encoding"),
    [
        (b"", "utf-8"),
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
        (b"", "utf-16-le"),
        (b"", "utf-16-be"),
    ],
)
def test_unicode_is_kept_as_it_is(mark: bytes, encoding: str) -> None:
    assert decode(mark + NFD.encode(encoding), "x.txt") == NFD


@pytest.mark.parametrize(
    ("head", "label", "encoding"),
    [
        ('<meta charset="gb2312">', "gb2312", "gb18030"),
        ('<META http-equiv=Content-Type content="text/html; charset=Shift_JIS">', "", "cp932"),
        ('<?xml version="1.0" encoding="EUC-JP"?>', "", "euc_jp"),
    ],
)
def test_a_declaration_is_believed(head: str, label: str, encoding: str) -> None:
    text = f"{head}<p>習</p>"  # one character: too little to tell by
    assert decode(text.encode(encoding), "x.html") == text, label


@pytest.mark.parametrize("label", ["utf-8", "utf-16", "hex", "unicode_escape", "nonsense", "idna"])
def test_a_false_declaration_is_not(label: str) -> None:
    text = f"<meta charset={label}><p>El señor Núñez llegó ayer a Perú.</p>"
    assert decode(text.encode("cp1252"), "x.html") == text


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"one\ntwo\n\0\1\2" + bytes(range(256)) * 4, "x.bin:3: a NUL byte, so this is not a text file"),
        (b"abc\0def " * 50, "x.bin:1: a NUL byte"),
        (b"A name of eight and a field\0" * 20, "x.bin:1: a NUL byte"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "x.bin:3: a NUL byte"),
        ("Tổng\nBí thư\n".encode() + b"T\xf4 L\xe2m", "x.bin:3: not valid UTF-8 (byte 0xf4)"),
        (codecs.BOM_UTF16_LE + b"a\0\n\0b", "x.bin:2: not valid UTF-16-LE"),
        (random.Random(1).randbytes(2000).replace(b"\0", b""), "x.bin:1: neither UTF-8 nor"),
    ],
)
def test_what_is_no_text_is_one_clear_error(data: bytes, message: str) -> None:
    with pytest.raises(XlcheckError) as error:
        decode(data, "x.bin")
    assert str(error.value).startswith(message)
    assert "\n" not in str(error.value)


def test_the_telling_byte_may_come_late() -> None:
    text = "Plain text in English.\n" * 5000 + "El señor Núñez pagó 20 €.\n"
    assert decode(text.encode("cp1252"), "x.txt") == text


def test_a_page_may_hold_a_broken_byte() -> None:
    data = "<p>Tổng Bí thư Tô Lâm ".encode() + b"\xfc</p>"
    assert decode(data, "x.html", lenient=True) == "<p>Tổng Bí thư Tô Lâm \ufffd</p>"


@pytest.mark.parametrize(
    "text",
    [
        "越南与中国同意铁路合作，今年动工。\n",
        "このほん は とてもおもしろいです。\n",
        "회담이 끝났다. 2026\n",
        "　　一九四九年的第一天，他们开会。\n",
        "전각　공백과 가장 흔한 글자\n",
    ],
)
@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf_16_without_a_mark_in_scripts_whose_halves_look_like_ascii(text: str, encoding: str) -> None:
    assert decode((text * 20).encode(encoding), "x.txt") == text * 20


@pytest.mark.parametrize(
    ("declared", "encoding"),
    [
        ("iso-8859-1", "cp1252"),
        ("latin1", "cp1252"),
        ("us-ascii", "cp1252"),
        ("iso-8859-9", "cp1254"),
        ("windows-1252", "cp1252"),
        ("ISO-8859-15", "iso8859-15"),
    ],
)
@pytest.mark.parametrize(
    "head",
    [
        '<meta charset="{}">',
        "<META charset={}>",
        '<meta http-equiv=x content="text/html; charset={}">',
        "<?xml version='1.0' encoding='{}'?>",
    ],
)
def test_what_a_page_declares(head: str, declared: str, encoding: str) -> None:
    """The euro sign and quotation marks stand elsewhere in each."""
    text = head.format(declared) + "\n<p>“señor” ÿ"
    data = text.encode(encoding, "ignore")
    assert decode(data, "x.html") == data.decode(encoding)


@pytest.mark.parametrize(
    ("declared", "encoding", "text"),
    [
        ("gb2312", "gb18030", "習近平会见"),
        ("gbk", "gb18030", "习近平"),
        ("big5", "big5hkscs", "習近平"),
        ("cp950", "big5hkscs", "習近平"),
        ("shift_jis", "cp932", "日本①"),
        ("euc-kr", "cp949", "베트남 똠"),
        ("tis-620", "cp874", "ประธานาธิบดี"),
        ("iso-8859-11", "cp874", "ประธานาธิบดี"),
    ],
)
def test_what_is_declared_may_hold_more(declared: str, encoding: str, text: str) -> None:
    data = f"<meta charset={declared}>{text}".encode(encoding)
    assert decode(data, "x.html").endswith(text)


def test_a_declaration_that_cannot_be_or_comes_late_is_passed_over() -> None:
    text = "El señor Núñez llegó ayer a Perú; «no lo sé», dijo."
    for head in (
        "<meta charset=nothing>",
        "<meta charset=utf-8>",
        "<meta charset=cp037>",
        " " * 5000 + "<meta charset=koi8-r>",
    ):
        assert decode((head + text).encode("cp1252"), "x.html") == head + text


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"one\ntwo\0x", "x.txt:2: a NUL byte"),
        ("Tô Lâm gặp\nông ấy ở Hà Nội".encode() + b"\n\xff", "x.txt:3: not valid UTF-8 (byte 0xff)"),
        (b"\xff\xfea\0\n\0\0\xd8", "x.txt:2: not valid UTF-16-LE"),
    ],
)
def test_what_is_no_text_is_told_with_its_line(data: bytes, message: str) -> None:
    with pytest.raises(XlcheckError) as raised:
        decode(data, "x.txt")
    assert str(raised.value).startswith(message)


def test_broken_utf8_is_passed_over_where_asked() -> None:
    data = "Tô Lâm gặp ông ấy ở Hà Nội".encode() + b"\xff."
    assert decode(data, "x.html", lenient=True) == "Tô Lâm gặp ông ấy ở Hà Nội\ufffd."


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("text", ["Hanoi, 26 January", "习近平一开会，加强合作。\n", "Tô Lâm"])
def test_utf16_without_a_mark(encoding: str, text: str) -> None:
    assert decode(text.encode(encoding), "x.txt") == text


RUSSIAN = "Президент России принял в Кремле гостей из Вьетнама."
ARABIC = "استقبل الرئيس الصيني ضيوفه من فيتنام يوم الاثنين."
GREEK = "Ο πρόεδρος της Κίνας συναντήθηκε με τον πρωθυπουργό."
ONE_SENTENCE = (
    ("cp1258", as_windows_1258("Tổng Bí thư Tô Lâm điện đàm với Tổng Bí thư, Chủ tịch Trung Quốc Tập Cận Bình.")),
    *((encoding, RUSSIAN) for encoding in ("cp1251", "koi8-r", "iso8859-5", "cp866")),
    ("koi8-u", "Президент України прийняв гостей із В'єтнаму, їхні переговори тривали."),
    *((encoding, ARABIC) for encoding in ("cp1256", "iso8859-6")),
    *((encoding, GREEK) for encoding in ("cp1253", "iso8859-7")),
    ("cp1250", "Łódź – „święto” trwa."),
    ("cp1257", "Latvijas prezidents šodien tikās ar viesiem Rīgā, ziņoja ministrija."),
    ("iso8859-15", "La sœur du président a payé 500 € à Paris."),
    ("cp1252", "„Das kostet 20 €“, sagte der Präsident der Börse."),
    ("cp874", "กรุงเทพ"),
    ("euc_jp", "日本の首相は北京で習主席と会談した。"),
    ("cp949", "베트남 서기장은 월요일 하노이에서 중국 주석과 전화 통화를 했다."),
)


@pytest.mark.parametrize(("encoding", "text"), ONE_SENTENCE)
def test_one_sentence_is_enough_to_tell_an_encoding(encoding: str, text: str) -> None:
    assert decode(text.encode(encoding), "x.txt") == text


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("odd", ["\u0378", "\ue000"])
def test_characters_that_nobody_has_assigned_are_no_text(encoding: str, odd: str) -> None:
    text = f"Talks in Hanoi\nabout {odd} rice\n"
    with pytest.raises(XlcheckError, match="a NUL byte"):
        decode(text.encode(encoding), "x.txt")
    assert decode(text.replace(odd, "the").encode(encoding), "x.txt") == text.replace(odd, "the")


def test_half_a_character_more_is_no_utf_16() -> None:
    with pytest.raises(XlcheckError, match="a NUL byte"):
        decode("Talks in Hanoi\n".encode("utf-16-le") + b"a", "x.txt")
