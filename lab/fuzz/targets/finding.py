"""What is found in a text: sentences, their languages, facts, names and terms, every one in its place."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from samples import FACTS, LANGUAGES, NEWS, TEXTS
from target import Target, must, text
from tokens import FIGURES, SIGNS

from xlcheck.find import Finder
from xlcheck.model import Document, Glossary
from xlcheck.model.language import well_formed
from xlcheck.segment import segment
from xlcheck.tag import page_language, tag
from xlcheck.terms import toml

_GLOSSARY = """
[[concept]]
id = "anh-minh"
kind = "person"
zh = "安明"
ru = "Ань Минь"
vi = { preferred = "Anh Minh", forbidden = ["An Ming"] }
es = { preferred = "Anh Minh", deprecated = ["Ánh Minh"] }
[[concept]]
id = "growth"
en = { preferred = "exports", admitted = ["shipments abroad"] }
de = "Ausfuhr"
ko = "수출"
ar = "صادرات"
"""
_FINDER = Finder(Glossary(toml.parse(_GLOSSARY, "g.toml"), "fuzz"))
_PUBLISHED = (None, date(2026, 1, 27), date.min, date.max)


def _document(data: bytes) -> Document:
    return Document("a.txt", text(data) or "x")


def _segmented(data: bytes) -> object:
    """Sentences come in order, open and end with no blank, and hold all that is no blank."""
    document = _document(data)
    sentences = segment(document)
    at = 0
    for sentence in sentences:
        must(sentence.span.start >= at and sentence.span.end > sentence.span.start, "sentences that overlap")
        must(not document.text[at : sentence.span.start].strip(), "text that is in no sentence")
        must(sentence.text == sentence.text.strip(), "a sentence with blanks around it")
        at = sentence.span.end
    must(not document.text[at:].strip(), "text that is in no sentence")
    must(segment(document) == sentences, "another result the second time")
    return min(len(sentences), 9)


def _tagged(data: bytes) -> object:
    document = _document(data)
    sentences = tag(segment(document))
    for sentence in sentences:
        must(well_formed(sentence.language), "a language that is not a BCP 47 tag")
        for stretch in sentence.foreign:
            inside = sentence.span.start <= stretch.span.start < stretch.span.end <= sentence.span.end
            must(inside and well_formed(stretch.language), "a stretch outside its sentence")
    return page_language(document, sentences), sorted({sentence.language for sentence in sentences})


def _found(data: bytes) -> object:
    """The first byte says the language and the day; facts and terms lie in their sentence, in order."""
    choice = data[0] if data else 0
    language, published = LANGUAGES[choice % len(LANGUAGES)], _PUBLISHED[choice // len(LANGUAGES) % len(_PUBLISHED)]
    kinds = set()
    for plain in segment(_document(data[1:])):
        sentence = replace(plain, language=language)
        found = _FINDER.find(sentence, published)
        must(found.span == sentence.span and found.text == sentence.text, "another sentence")
        places = [fact.span for fact in found.facts]
        must(places == sorted(places, key=lambda span: (span.start, span.end)), "facts out of order")
        for span in (*places, *(mention.span for mention in found.mentions)):
            must(sentence.span.start <= span.start <= span.end <= sentence.span.end, "a place outside its sentence")
        for fact in found.facts:
            hash(fact)
            kinds.add(type(fact).__name__)
    return language, sorted(kinds)


_told = tuple(bytes([number + len(LANGUAGES)]) + news.encode() for number, news in enumerate(NEWS.values()))

TARGETS = (
    Target("segment", _segmented, (*TEXTS, FACTS), (*SIGNS, *FIGURES)),
    Target("tag", _tagged, (*TEXTS, FACTS), (*SIGNS, *(text[:60] for text in TEXTS))),
    Target("find", _found, (*_told, *(bytes([n]) + FACTS for n in range(len(LANGUAGES)))), (*FIGURES, *SIGNS)),
)
