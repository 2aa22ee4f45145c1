"""Several accepted names of one concept: which is the outlier, and what is no inconsistency."""

from dataclasses import replace

import pytest

from xlcheck.find.mentions import MentionFinder
from xlcheck.model import (
    Alignment,
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
from xlcheck.rules.term_inconsistent import check


def terms(language: str, preferred: str, *admitted: str) -> tuple[Term, ...]:
    return (Term(preferred, language), *(Term(text, language, Status.ADMITTED) for text in admitted))


CONCEPTS = (
    Concept("iuu", "term", (*terms("en", "illegal fishing", "unlawful fishing"), *terms("zh", "非法捕捞", "违法捕鱼"))),
    Concept("cpv", "body", (*terms("en", "Communist Party of Viet Nam", "CPV"), *terms("zh", "越南共产党", "越共"))),
    Concept("secretary", "title", terms("en", "General Secretary", "General Secretaries")),
    Concept("viet-nam", "place", terms("en", "Việt Nam", "Vietnam")),
)
FINDER = MentionFinder(Glossary(CONCEPTS))


def article(language: str, *texts: str, name: str = "a.txt") -> Article:
    document = Document(name, "\n".join(texts))
    sentences, at = [], 0
    for text in texts:
        sentence = Sentence(Span(document, at, at + len(text)), language)
        sentences.append(replace(sentence, mentions=FINDER.find(sentence)))
        at += len(text) + 1
    return Article(document, language, tuple(sentences))


def findings(*articles: Article) -> list[Finding]:
    return list(check(Collection((Event(articles),))))


def test_the_outlier_is_shown_with_counts() -> None:
    (finding,) = findings(
        article("en", "unlawful fishing", "illegal fishing", "Illegal fishing", "unlawful fishing", "illegal fishing")
    )
    assert (finding.at.text, finding.at.start, finding.suggestion) == ("unlawful fishing", 0, "illegal fishing")
    assert finding.message == "“unlawful fishing” 2 times in this article, but “illegal fishing” 3 times"
    assert len(finding.related) == 4


def test_the_form_used_most_is_the_one_to_keep_whatever_its_status() -> None:
    told = article("en", "unlawful fishing", "unlawful fishing", "illegal fishing")
    assert [finding.at.text for finding in findings(told)] == ["illegal fishing"]


def test_two_forms_used_equally_often_have_no_outlier() -> None:
    assert not findings(article("en", "unlawful fishing", "illegal fishing"))


def test_what_is_not_in_the_language_of_the_page_is_left_out() -> None:
    told = article("en", "illegal fishing", "illegal fishing", "unlawful fishing")
    assert not findings(replace(told, language="es"))


@pytest.mark.parametrize(
    "told",
    [
        article("en", "illegal fishing", "Illegal  fishing"),
        article("en", "the Communist Party of Viet Nam", "the CPV"),
        article("zh", "越南共产党", "越共"),
        article("en", "Việt Nam", "Vietnam"),
        article("en", "both General Secretaries", "a General Secretary"),
    ],
)
def test_no_inconsistency(told: Article) -> None:
    assert not findings(told)


def test_a_translation_may_vary_as_its_source_does() -> None:
    source, steady = (article("zh", "非法捕捞", "非法捕捞", last) for last in ("违法捕鱼", "非法捕捞"))
    target = article("en", "illegal fishing", "illegal fishing", "unlawful fishing")
    told = [f.at.text for f in check(Collection((Event((source, target), (Alignment(source, target, ()),)),)))]
    assert told == ["违法捕鱼"]
    event = Event((steady, target), (Alignment(steady, target, ()),))
    assert [f.at.text for f in check(Collection((event,)))] == ["unlawful fishing"]


def outlet(language: str, *texts: str) -> Collection:
    """An event of its own for each article."""
    articles = (article(language, *text.split("; "), name=f"{number}.txt") for number, text in enumerate(texts))
    return Collection(tuple(Event((each,)) for each in articles))


LAWFUL = ("illegal fishing",) * 7


def test_an_article_without_the_form_of_its_outlet_gets_a_note() -> None:
    (finding,) = check(outlet("en", *LAWFUL, "unlawful fishing; unlawful fishing"))
    assert (finding.at.document.id, finding.severity) == ("7.txt", Severity.NOTE)
    assert finding.message == "“unlawful fishing” in this article, but “illegal fishing” in 7 others"
    assert [span.document.id for span in finding.related] == ["0.txt", "1.txt", "2.txt", "7.txt"]


@pytest.mark.parametrize(
    "texts", [(*LAWFUL[1:], "unlawful fishing"), (*LAWFUL, *["unlawful fishing"] * 3)], ids=["six", "seven of ten"]
)
def test_few_articles_or_less_than_three_of_four_are_no_outlet_s_habit(texts: tuple[str, ...]) -> None:
    assert not list(check(outlet("en", *texts)))


def test_the_outlet_s_form_is_kept_in_an_article_that_has_it_less_than_another() -> None:
    (finding,) = check(outlet("en", *LAWFUL, "unlawful fishing; unlawful fishing; illegal fishing"))
    assert (finding.at.text, finding.suggestion, finding.severity) == ("unlawful fishing", "illegal fishing", None)
    assert finding.message == "“unlawful fishing” 2 times in this article, but “illegal fishing” once"
    assert finding.reason == "7 articles mostly use “illegal fishing”"


def test_outlets_are_of_one_language() -> None:
    vary = outlet("zh", "违法捕鱼")
    assert not list(check(Collection((*outlet("en", *LAWFUL).events, *vary.events))))
    assert [f.at.text for f in check(Collection((*outlet("zh", *["非法捕捞"] * 7).events, *vary.events)))] == [
        "违法捕鱼"
    ]


def test_short_forms_are_right_in_an_outlet() -> None:
    assert not list(check(outlet("en", *["the Communist Party of Viet Nam"] * 7, "the CPV")))
