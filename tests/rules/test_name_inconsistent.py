"""Spellings of one name within an article."""

import unicodedata
from dataclasses import replace

import pytest

from xlcheck.find.mentions import MentionFinder
from xlcheck.find.names import NameFinder
from xlcheck.model import (
    Article,
    Concept,
    Document,
    Event,
    Finding,
    Glossary,
    Sentence,
    Severity,
    Span,
    Status,
    Term,
)
from xlcheck.model.collection import Collection
from xlcheck.model.doubt import Doubt
from xlcheck.model.facts import Facts
from xlcheck.rules.name_inconsistent import check

VIETNAM = Concept("vn", "place", (Term("Việt Nam", "en"), Term("Việt Nam", "vi")))


def article(
    language: str, *lines: str, name: str = "a.txt", glossary: tuple[Concept, ...] = (), **marks: bool
) -> Article:
    document, at, sentences = Document(name, "\n".join(lines)), 0, []
    for line in lines:
        plain = Sentence(Span(document, at, at + len(line)), language, **marks)
        mentions = MentionFinder(Glossary(glossary)).find(plain)
        names = NameFinder(Glossary(glossary)).find(plain)
        sentences.append(replace(plain, facts=Facts(names), mentions=mentions))
        at += len(line) + 1
    return Article(document, language, tuple(sentences))


def findings(language: str, *lines: str, glossary: tuple[Concept, ...] = (), **marks: bool) -> list[Finding]:
    return list(check(Collection((Event((article(language, *lines, glossary=glossary, **marks),)),))))


def outlet(language: str, *texts: str, glossary: tuple[Concept, ...] = ()) -> list[Finding]:
    """The findings on an event of its own for each article."""
    articles = (article(language, text, name=f"{number}.txt", glossary=glossary) for number, text in enumerate(texts))
    return list(check(Collection(tuple(Event((each,)) for each in articles))))


@pytest.mark.parametrize("normal_form", ["NFC", "NFD"])
@pytest.mark.parametrize(
    ("language", "lines", "wrong", "usual", "counts"),
    [
        ("en", ("We met Tô Lâm.", "Then Tô Lâm left.", "Later To Lam called."), "To Lam", "Tô Lâm", "1 versus 2"),
        ("en", ("We met Tô Lâm.", "Then Tô Lâm left.", "Later Lam called."), "Lam", "Lâm", "1 versus 2"),
        ("es", ("Viajó a Vietnam.", "En Vietnam llovía.", "Dejó Viet Nam."), "Viet Nam", "Vietnam", "1 versus 2"),
        (
            "de",
            ("Er traf Angela Müller.", "Dann ging Angela Müller.", "Auch Angela Muller rief an."),
            *("Angela Muller", "Angela Müller", "1 versus 2"),
        ),
        (
            "ru",
            ("Он в Нью-Йорке.", "Самолёт в Нью-Йорке.", "Снова в Нью Йорке."),
            "Нью Йорке",
            "Нью-Йорке",
            "1 versus 2",
        ),
    ],
)
def test_the_form_used_less(
    normal_form: str, language: str, lines: tuple[str, ...], wrong: str, usual: str, counts: str
) -> None:
    (finding,) = findings(language, *(unicodedata.normalize(normal_form, line) for line in lines))
    assert unicodedata.normalize("NFC", finding.at.text) == wrong
    assert finding.suggestion == usual
    assert counts in finding.message
    assert finding.severity is None


def test_one_finding_a_form() -> None:
    lines = ("We saw Tô Lâm.", "Here To Lam spoke.", "Then Tô Lâm left.", "Later To Lam came.", "We saw Tô Lâm.")
    (finding,) = findings("en", *lines)
    assert "(2 versus 3 times)" in finding.message
    assert [span.text for span in finding.related] == ["Tô Lâm", "To Lam"]


def test_the_glossary_decides() -> None:
    lines = ("We saw Việt Nam.", "Then Vietnam won.", "So did Vietnam.")
    (finding,) = findings("en", *lines, glossary=(VIETNAM,))
    assert (finding.at.text, finding.suggestion) == ("Vietnam", "Việt Nam")
    assert finding.reason == "the glossary spells it this way"


def test_equally_often_is_a_note() -> None:
    (finding,) = findings("en", "We saw Tô Lâm here.", "Then To Lam left.")
    assert finding.severity is Severity.NOTE
    assert finding.at.text == "To Lam"


def test_nouns_and_longer_names_are_less_than_sure() -> None:
    (finding,) = findings("pt", "Choveu na Flórida.", "Sol na Flórida.", "Falou o Florida Institute.")
    assert (finding.at.text, finding.doubts) == ("Florida", (Doubt.LONGER_NAME,))


@pytest.mark.parametrize(
    ("language", "lines"),
    [
        ("en", ("We met Tô Lâm.", "Then Lâm left.", "TO LAM LEAVES HUE")),
        ("en", ("We met Tô Lâm.", "He said: “To Lam left.”")),
        ("vi", ("Bà Hà gặp bà Hạ.", "Sau đó bà Hà về.")),
        ("es", ("Vio a María Gómez.", "También a Maria Smith.")),
        ("es", ("Él habló con Ana.", "El presidente vio a Ana.")),
        ("ru", ("Пришла Алёна Иванова.", "Ушла Алена Петрова.")),
    ],
)
def test_what_is_no_other_form(language: str, lines: tuple[str, ...]) -> None:
    assert findings(language, *lines) == []


def test_sentences_in_quotation_marks_are_others_words() -> None:
    assert findings("en", "We saw Tô Lâm.", "We saw Tô Lâm.", "Here To Lam spoke.", quoted=True) == []


MET = ("We met Tô Lâm on Monday.",) * 7


def test_an_article_without_the_form_of_its_outlet_gets_a_note() -> None:
    (finding,) = outlet("en", *MET, "Then To Lam left, and To Lam called.")
    assert (finding.at.document.id, finding.at.text, finding.suggestion) == ("7.txt", "To Lam", "Tô Lâm")
    assert finding.severity is Severity.NOTE
    assert finding.message == "“To Lam” in this article, but “Tô Lâm” in 7 others"
    assert [span.document.id for span in finding.related] == ["0.txt", "1.txt", "2.txt", "7.txt"]
    assert finding.edits == ()


def test_the_outlet_s_form_is_kept_in_an_article_that_has_it_less_than_another() -> None:
    (finding,) = outlet("en", *MET, "Then To Lam left, To Lam called, and Tô Lâm came.")
    assert (finding.at.text, finding.suggestion, finding.reason) == ("To Lam", "Tô Lâm", "7 articles spell it this way")


@pytest.mark.parametrize(
    ("language", "texts"),
    [
        ("en", (*MET[1:], "Then To Lam left.")),
        ("en", (*MET, *("Then To Lam left.",) * 3)),
        ("en", (*("Here Müller spoke, said Müller.",) * 7, "Here Muller spoke.")),
        ("es", (*("Vio a María Gómez.",) * 7, "Vio a Maria Smith.")),
        ("vi", (*("Hôm qua ông Lê Hà gặp bà Mai.",) * 7, "Hôm qua ông Lê Hạ gặp bà Mai.")),
    ],
    ids=["six articles", "seven of ten", "one word", "other people", "other tones"],
)
def test_what_is_no_other_form_in_an_outlet(language: str, texts: tuple[str, ...]) -> None:
    assert outlet(language, *texts) == []


def test_the_glossary_decides_in_an_outlet_where_its_form_is_used() -> None:
    texts = ("We saw Việt Nam win.", "We saw Vietnam win.", "We saw Vietnam win.", "We saw Vietnam win.")
    told = outlet("en", *texts, glossary=(VIETNAM,))
    assert [(f.at.document.id, f.suggestion, f.reason) for f in told] == [
        (f"{number}.txt", "Việt Nam", "the glossary spells it this way") for number in (1, 2, 3)
    ]
    assert [[edit.text for edit in f.edits] for f in told] == [["Việt Nam"]] * 3


def test_a_form_that_the_glossary_admits_is_right_unless_the_outlet_mostly_writes_another() -> None:
    admitting = Concept("vn", "place", (Term("Việt Nam", "en"), Term("Vietnam", "en", Status.ADMITTED)))
    ours, theirs = "We saw Việt Nam win.", "We saw Vietnam win."
    assert outlet("en", ours, theirs, theirs, theirs, glossary=(admitting,)) == []
    assert [f.at.text for f in outlet("en", *[ours] * 7, theirs, glossary=(admitting,))] == ["Vietnam"]
