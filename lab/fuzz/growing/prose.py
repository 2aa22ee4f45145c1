"""Sentences and whole texts: where they end, what language they are in, what stands in them, what answers to them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import cache
from itertools import accumulate, pairwise
from typing import Any

from growing.shape import Made, Shape, repeated, shapes
from xlcheck.align import align
from xlcheck.config import Config
from xlcheck.embed import load as load_encoder
from xlcheck.find import Finder
from xlcheck.model import Document, Glossary, Sentence, Span
from xlcheck.pipeline import examine
from xlcheck.segment import segment
from xlcheck.tag import tag
from xlcheck.terms.toml import parse

_SEGMENTS = {
    "sentences": "El presidente habló ayer. ",
    "paragraphs": "El presidente habló ayer.\n\n",
    "points": ".",
    "points and blanks": ". ",
    "abbreviations": "Sr. Dr. ",
    "initials": "A. ",
    "quotations": "«Hola.» ",
    "quotation marks": "«",
    "straight quotation marks": '"Hola." ',
    "nested quotations": lambda n: "«“" * n + "Hola." + "”»" * n,
    "apostrophes": "l'a ",
    "brackets": "(",
    "Chinese": "主席昨天讲话。",
    "Chinese without an end": "主席昨天讲话，",
    "Chinese quotation marks": "“主席。”",
    "question marks": "?!",
    "ellipses": "… ",
    "one word": "a",
    "blanks": ("Hola", " ", "mundo."),
    "line breaks": ("Hola", "\n", "mundo."),
    "figures with points": "1.",
    "list items": "1. Hola\n",
    "Arabic": "قال الرئيس أمس. ",
    "Thai": "สวัสดีครับ ",
    "addresses": "http://a.b/c. ",
}

_FACTS = {
    "numbers": ("en", "1,234.5 million and "),
    "figures": ("en", "9"),
    "figures with commas": ("en", "1,"),
    "figures with blanks": ("en", "1 "),
    "number words": ("en", "two hundred "),
    "number words in one": ("de", "zweihundert"),
    "Chinese number words": ("zh", "三千万"),
    "Vietnamese number words": ("vi", "hai trăm "),
    "half": ("en", "half a million "),
    "ranges": ("en", "1-2-"),
    "fractions": ("en", "1/2/"),
    "quantities": ("en", "5 km, 3 kg "),
    "degrees": ("en", "5 °C "),
    "per cent": ("en", "5% "),
    "currencies": ("en", "$5 "),
    "dates": ("en", "on Monday 5 May 2024 at 5 p.m. "),
    "months": ("en", "May "),
    "weekdays": ("es", "el lunes "),
    "Chinese dates": ("zh", "2024年5月1日"),
    "hours": ("es", "a las 5 de la tarde "),
    "Roman numerals": ("en", "XVI "),
    "codes": ("en", "5G-A1-"),
    "negations": ("en", "not no never "),
    "opposites": ("en", "up down more less "),
    "combining marks": ("vi", "a\u0301"),
    "a long word": ("en", "x"),
    "capitals": ("en", "Xian "),
    "offices and names": ("en", "President Xi Jinping "),
    "countries and names": ("vi", "Thủ tướng Việt Nam Phạm Minh Chính "),
    "a run of Vietnamese names": ("vi", "Phạm Minh "),
    "particles": ("es", "De la "),
    "hyphens": ("en", "Xi-"),
    "apostrophes": ("en", "Xi'"),
    "Chinese names": ("zh", "习近平苏林"),
    "Chinese names with titles": ("zh", "习近平主席、苏林总书记、"),
    "Chinese offices": ("zh", "主席"),
    "Chinese countries": ("zh", "越南国家"),
    "Korean names": ("ko", "김정은 총리 "),
    "Korean offices": ("ko", "총리"),
    "a Korean word": ("ko", "김"),
    "Japanese names": ("ja", "岸田文雄首相"),
    "katakana": ("ja", "プーチン"),
    "pointed katakana": ("ja", "プーチン・"),
    "Arabic names": ("ar", "الرئيس بوتين "),
    "Russian names": ("ru", "президент Владимир Путин "),
    "look-alike letters": ("ru", "Pоссия "),
    "terms": ("en", "General Secretary To Lam of Vietnam, "),
    "terms that overlap": ("en", "a b "),
}  # fmt: skip

_TERMS = """\
[[concept]]
id = "a"
kind = "person"
en = { preferred = "To Lam", forbidden = ["Su Lin"] }
zh = "苏林"
vi = "Tô Lâm"
[[concept]]
id = "b"
en = "a b"
[[concept]]
id = "c"
en = "b a b a"
[[concept]]
id = "d"
en = "Vietnam"
es = "Vietnam"
"""


@cache
def _glossary() -> Glossary:
    return Glossary(tuple(parse(_TERMS, "g.toml")), "x")


@cache
def _finder() -> Finder:
    return Finder(_glossary())


def _one_sentence(language: str, unit: str) -> Callable[[int], Sentence]:
    def made(n: int) -> Sentence:
        text = repeated(unit, n)
        return Sentence(Span(Document("a.txt", text), 0, len(text)), language)

    return made


def _sentences(text: str) -> tuple[Sentence, ...]:
    return segment(Document("a.txt", text))


_TAGGED: dict[str, Made] = {
    "sentences": lambda n: _sentences(repeated("El presidente habló ayer {i}.\n\n", n)),
    "one sentence": lambda n: _sentences("El presidente habló ayer " * n),
    "one word": lambda n: _sentences("presidente" * n),
    "two languages in turn": lambda n: _sentences("El presidente habló ayer. Tổng Bí thư đã phát biểu hôm nay. " * n),
    "two languages in one sentence": lambda n: _sentences("el presidente habló ayer tổng bí thư đã phát biểu " * n),
    "Chinese": lambda n: _sentences("主席昨天讲话，總統今天講話。" * n),
    "code": lambda n: _sentences("`a` http://a.b/c a_b " * n),
}


def _texts(n: int) -> tuple[Any, ...]:
    encoder = load_encoder(None)
    sides = [
        [f"The minister met delegation number {i} in town." for i in range(n)],
        [f"El ministro recibió a la delegación número {i} en la ciudad." for i in range(n)],
    ]
    made = []
    for language, side in zip(("en", "es"), sides, strict=True):
        document = Document(f"a.{language}.txt", "\n".join(side))
        made.append([_finder().find(replace(sentence, language=language), None) for sentence in _lines(document)])
    return (*made, *(encoder.encode(side) for side in sides))


def _lines(document: Document) -> list[Sentence]:
    starts = accumulate((len(line) + 1 for line in document.text.split("\n")), initial=0)
    return [Sentence(Span(document, start, end - 1), "und") for start, end in pairwise(starts)]


def _checked(documents: tuple[Document, ...]) -> object:
    return examine([(document,) for document in documents], Config(source_language="vi"))


def _article(language: str, unit: str) -> Callable[[int], tuple[Document, ...]]:
    return lambda n: (Document(f"a.{language}.txt", repeated(unit, n), language),)


def _pair(source: str, target: str) -> Callable[[int], tuple[Document, ...]]:
    return lambda n: (
        Document("a.en.txt", repeated(source, n), "en"),
        Document("a.es.txt", repeated(target, n), "es"),
    )


_WHOLE: dict[str, Made] = {
    "paragraphs": _article("es", "El presidente {i} habló ayer.\n\n"),
    "equal paragraphs": _article("es", "El presidente habló ayer en la capital.\n\n"),
    "foreign paragraphs": _article("es", "Tổng Bí thư đã phát biểu tại cuộc họp số {i}.\n\n"),
    "one sentence": _article("es", "el presidente habló ayer con los ministros y "),
    "one sentence of names": _article("es", "el presidente Xi Jinping y Su Lin, "),
    "one Chinese sentence": _article("zh", "习近平主席访问越南，"),
    "one sentence of numbers": _article("en", "5 km and "),
}

_BOTH: dict[str, Made] = {
    "paragraphs": _pair("The minister met delegation {i}.\n\n", "El ministro recibió a la delegación {i}.\n\n"),
    "one sentence": _pair("the minister met many people and ", "el ministro recibió a mucha gente y "),
    "one sentence of figures": _pair("5 7 ", "5 9 "),
    "one sentence of names": _pair("Minister Su Lin and ", "el ministro Su Lan y "),
    "one sentence of dates": _pair("on Monday 5 May, ", "el martes 6 de mayo, "),
    "one sentence of negations": _pair("not never no ", "no nunca "),
    "one sentence of quantities": _pair("5 km, ", "6 kg, "),
}

SHAPES: tuple[Shape, ...] = (
    *shapes("segment", _sentences, _SEGMENTS),
    *shapes("tag", tag, _TAGGED, 1 << 14),
    *shapes("find", lambda sentence: _finder().find(sentence, date(2024, 5, 1)),
            {name: _one_sentence(*said) for name, said in _FACTS.items()}, 1 << 16),
    *shapes("align", lambda sides: align(*sides), {"sentences": _texts}, 1 << 12),
    *shapes("check", _checked, _WHOLE, 1 << 13),
    *shapes("check both", _checked, _BOTH, 1 << 12),
)  # fmt: skip
