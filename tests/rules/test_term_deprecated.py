"""Deprecated terms: what the finding says, and where the rule is silent."""

from dataclasses import replace
from datetime import date

from xlcheck.find.mentions import MentionFinder
from xlcheck.model import Concept, Document, Finding, Glossary, Scope, Sentence, Span, Status, Term
from xlcheck.rules.term_deprecated import check

TURKEY = Concept(
    "turkiye",
    "place",
    (
        Term("Türkiye", "en"),
        Term("Turkey", "en", Status.DEPRECATED, scope=Scope(since=date(2022, 6, 2))),
        Term("Ottoman Empire", "en", Status.FORBIDDEN),
    ),
    note="the United Nations write Türkiye since June 2022",
)


def findings(text: str, published: date | None = None) -> list[Finding]:
    sentence = Sentence(Span(Document("a.txt", text, date=published), 0, len(text)), "en")
    return list(check(replace(sentence, mentions=MentionFinder(Glossary((TURKEY,))).find(sentence))))


def test_the_finding_says_what_to_write_and_why() -> None:
    (finding,) = findings("They flew to Turkey.")
    assert (finding.at.text, finding.suggestion, finding.reason) == ("Turkey", "Türkiye", TURKEY.note)
    assert finding.message == "“Turkey” is deprecated by the glossary (concept 'turkiye')"


def test_only_since_the_term_is_deprecated() -> None:
    assert not findings("They flew to Turkey.", date(2022, 6, 1))
    assert findings("They flew to Turkey.", date(2022, 6, 2))


def test_forbidden_and_accepted_forms_are_silent() -> None:
    assert not findings("Türkiye and the Ottoman Empire")
