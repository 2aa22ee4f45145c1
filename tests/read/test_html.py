"""Pages: article text, exact places, metadata."""

import unicodedata
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from xlcheck.model import Document, XlcheckError
from xlcheck.read import read
from xlcheck.read.html import page

Exact = Callable[[Document, str], None]

PAGES = Path(__file__).parent / "pages"
SPANISH, VIETNAMESE, CHINESE = ((PAGES / f"{language}.html").read_text("utf-8") for language in ("es", "vi", "zh"))


def part(document: Document, place: tuple[int, int] | None) -> str | None:
    return document.text[slice(*place)] if place else None


class TestSpanish:
    document = page("a.html", SPANISH)

    def test_metadata(self) -> None:
        assert self.document.language == "es-ES"
        assert self.document.date == date(2026, 1, 27)
        assert part(self.document, self.document.title) == ("To Lam habla por teléfono con Xi Jinping")
        assert part(self.document, self.document.dateline) == "HANÓI (VNA) — "

    def test_text(self) -> None:
        caption = "El Secretario General To Lam, en la sede del Comité Central del Partido. Foto: TTXVN"
        assert self.document.text.split("\n\n") == [
            "To Lam habla por teléfono con Xi Jinping",
            caption,
            caption,
            "HANÓI (VNA) — El 26 de enero, el Secretario General To\xa0Lam tuvo una conversación "
            "telefónica con el Presidente de China, Xi Jinping.",
            "Las dos partes acordaron mantener los intercambios — y la coordinación en los foros "
            "multilaterales…\nControlarán mejor los desacuerdos.",
            "Comercio en 2024",
            "260 mil millones de dólares, según la aduana de Vietnam",
            "Comercio en 2025",
            "296 mil millones de dólares, según la aduana de Vietnam",
            "El Presidente de China agregó que su país está dispuesto a importar productos "
            "agrícolas de alta calidad y a alentar a las empresas chinas a invertir en Vietnam.",
        ]

    def test_places(self, exact: Exact) -> None:
        exact(self.document, SPANISH)
        at = self.document.text.index("teléfono") + 3
        assert SPANISH[self.document.offset_in_file(at) :].startswith("&eacute;fono")
        line, column = self.document.position(self.document.text.index("telefónica"))
        assert SPANISH.split("\n")[line - 1][column - 1 :].startswith("telef&oacute;nica")


def test_vietnamese(exact: Exact) -> None:
    document = page("a.html", VIETNAMESE)
    exact(document, VIETNAMESE)
    assert (document.language, document.date) == ("vi", date(2026, 1, 26))
    assert part(document, document.title) == "Tổng Bí thư Tô Lâm điện đàm với Chủ tịch Trung Quốc"
    assert part(document, document.dateline) == "(Dân trí) - "
    blocks = document.text.split("\n\n")
    assert len(blocks) == 5
    assert blocks[2] == "Tổng Bí thư Tô Lâm tại trụ sở Trung ương Đảng (Ảnh: TTXVN)."


def test_decomposed_vietnamese_stays_so(exact: Exact) -> None:
    source = unicodedata.normalize("NFD", VIETNAMESE)
    document = page("a.html", source)
    exact(document, source)
    assert document.text == unicodedata.normalize("NFD", page("a.html", VIETNAMESE).text)


def test_chinese(tmp_path: Path, exact: Exact) -> None:
    path = tmp_path / "a.htm"
    path.write_bytes(CHINESE.encode("gb18030"))
    (document,) = read(str(path))
    exact(document, CHINESE)
    assert (document.language, document.date) == ("zh-CN", date(2026, 1, 26))
    assert part(document, document.title) == "习近平同越共中央总书记苏林通电话"
    assert part(document, document.dateline) == "新华社北京1月26日电　"
    assert "首页" not in document.text
    assert "版权所有" not in document.text
    assert document.text.endswith("战略选择和头等优先。")


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("<p>One<p>two", "One\n\ntwo"),
        ("<p>T<b>ô</b> <i>Lâm</i></p>", "Tô Lâm"),
        ("<div>a<br>b<br/><br>c</div>", "a\nb\n\nc"),
        ("<p> a \n\t b&nbsp;c </p>", "a b\xa0c"),
        ("<p>1 < 2 & 3 &lt; 4 &copyright &unknown; &#x4e60;&#36817;&ampx", "1 < 2 & 3 < 4 ©right &unknown; 习近&x"),
        ("<p>co&shy;op\u00ad\u200b&#8203;eration\0</p>", "cooperation"),
        ("<p>a<script>b</p></script>c<style>d</style>e<!-- f > g -->h<![CDATA[i]]>j</p>", "acehj"),
        ("<p title='x > y' class=\"z>\">a</p>", "a"),
        ("<p>a<noscript>b</noscript><svg><text>c</text></svg><ruby>漢<rt>かん</rt></ruby>", "a漢"),
        ("<li>a<li>b<td>c<th>d<dt>e<dd>f", "a\n\nb\n\nc\n\nd\n\ne\n\nf"),
        ("<p>a</p></div></p></b><p>b</p", "a\n\nb"),
        ("<nav>menu</nav><p>a</p><p hidden>b</p><footer>c</footer>", "a"),
        ("<nav>only a menu", "only a menu"),
        ("<p>a<script>never closed <p>b", "a"),
        ("just text", "just text"),
    ],
)
def test_pieces(source: str, text: str, exact: Exact) -> None:
    document = page("a.html", source)
    assert document.text == text
    exact(document, source)


@pytest.mark.parametrize("source", ["", "<", "<p", "</", "<!--", "<![x[", "<script>", "<html><body></body></html>"])
def test_without_text(source: str) -> None:
    try:
        assert page("a.html", source).text == source
    except XlcheckError as error:
        assert str(error).startswith("a.html:1: no readable text in this page; ")


@pytest.mark.parametrize("length", range(0, len(SPANISH), 97))
def test_a_page_cut_off_anywhere_is_read(length: int, exact: Exact) -> None:
    try:
        exact(page("a.html", SPANISH[:length]), SPANISH[:length])
    except XlcheckError as error:
        assert "no readable text" in str(error)


@pytest.mark.parametrize(
    ("head", "language"),
    [
        ("<html lang=vi>", "vi"),
        ("<html lang='zh-hant'><meta property=og:locale content=en_US>", "zh-hant"),
        ("<html lang='es_MX'>", "es-MX"),
        ("<html lang='' xml:lang='es'>", "es"),
        ("<html lang='{{ page.lang }}'><meta property='og:locale' content='es_ES'>", "es-ES"),
        ("<meta http-equiv='Content-Language' content='vi'>", "vi"),
        ("<html lang='x-default'>", None),
        ("<html lang='und'>", None),
        ("<html>", None),
    ],
)
def test_language(head: str, language: str | None) -> None:
    assert page("a.html", head + "<p>Texto de prueba.</p>").language == language


def test_language_of_the_file_name_where_the_page_states_none() -> None:
    assert page("d/a.vi.html", "<p>Xin chào.</p>").language == "vi"
    assert page("d/a.vi.html", "<html lang=es><p>Hola.</p>").language == "es"


@pytest.mark.parametrize(
    ("head", "day"),
    [
        ("<meta itemprop=datePublished content='2026-01-26'>", date(2026, 1, 26)),
        ("<meta name=pubdate content='hoy'><time datetime='2026-01-25'>", date(2026, 1, 25)),
        ("<p><time datetime='2026-13-25'>ayer</time>", None),
        ("<p>Nothing said about a day.", None),
    ],
)
def test_day(head: str, day: date | None) -> None:
    assert page("a.html", head + "<p>Texto de prueba.</p>").date == day


def test_a_repeated_headline_elsewhere_is_not_article() -> None:
    source = SPANISH.replace(
        "<main>", "<div class=sticky>To Lam habla por teléfono con Xi Jinping</div><div>Compartir</div><main>"
    )
    assert page("a.html", source).text == page("a.html", SPANISH).text


def test_a_large_page_of_one_repeated_paragraph() -> None:
    source = "<p>El presidente repitió lo que ya había dicho el lunes.</p>" * 3000
    assert page("a.html", source).text.count("repitió") == 3000


def test_a_reference_of_thousands_of_figures() -> None:
    many = "0" * 5000
    text = page("a.html", f"<p>A&#{many}66;C &#{'9' * 5000};</p><p title='&#{many}'>The talks ended today.</p>").text
    assert text.startswith("ABC \N{REPLACEMENT CHARACTER}")


@pytest.mark.parametrize("forbidden", ["\x0b", "\x01", "\x1f", "\ufffe", "\uffff"])
@pytest.mark.parametrize("frame", ["<style></style>\n<p>{}</p>", "<html><body><p>{}</p></body></html>", "<p>{}"])
def test_characters_that_no_page_may_hold(forbidden: str, frame: str) -> None:
    """Inside they part words, whether there is an html element or not; in front the page is damaged."""
    said = f"Hola{forbidden}mundo del presidente de la región."
    document = page("a.html", frame.format(said))
    assert document.text.replace(forbidden, " ") == said.replace(forbidden, " ")
    with pytest.raises(XlcheckError) as error:
        page("a.html", f"\n{forbidden}{frame.format(said)}")
    assert str(error.value).startswith(
        f"a.html:1: starts with the character U+{ord(forbidden):04X}, which no page may "
    )


def test_a_day_that_cannot_be_one_leaves_the_page_without_a_date() -> None:
    body = "<p>The president of the country visited the city yesterday and spoke with many people.</p>"
    document = page(
        "a.html", f'<html><body><article>{body}<time datetime="2011-1-1-1111-26">x</time></article></body></html>'
    )
    assert document.text.startswith("The president") and document.date is None
