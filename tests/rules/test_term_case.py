"""Capitals of terms: what is wrong, and what headlines, lines in capitals and sentences' starts may do."""

from dataclasses import replace

import pytest

from xlcheck.find.mentions import MentionFinder
from xlcheck.model import Case, Concept, Document, Finding, Glossary, Sentence, Span, Status, Term
from xlcheck.rules.term_case import check

TERMS = (
    Term("South China Sea", "en", case=Case.EXACT),
    Term("internet", "en", Status.ADMITTED, Case.EXACT),
    Term("Renewal", "en", Status.ADMITTED, Case.ANY),
    Term("Biển Đông", "vi", case=Case.EXACT),
    Term("Южно-Китайское море", "ru", case=Case.EXACT),
    Term("Hoà Bình", "vi", case=Case.EXACT),
)
FINDER = MentionFinder(Glossary((Concept("x", "term", TERMS),)))


def findings(entry: str) -> list[Finding]:
    language, _, text = entry.partition(": ")
    sentence = Sentence(Span(Document("a.txt", text), 0, len(text)), language)
    return list(check(replace(sentence, mentions=FINDER.find(sentence))))


WRONG = [
    ("en: talks on the South China sea", "South China sea"),
    ("en: Talks on the south China Sea", "south China Sea"),
    ("en: They met on the Internet.", "Internet"),
    ("en: They met on the SOUTH CHINA SEA.", "SOUTH CHINA SEA"),
    ("vi: tình hình trên biển Đông", "biển Đông"),
    ("vi: thủy điện hòa bình", "hòa bình"),
    ("ru: в Южно-китайском море", "Южно-китайском море"),
]


@pytest.mark.parametrize(("text", "place"), WRONG)
def test_wrong(text: str, place: str) -> None:
    (finding,) = findings(text)
    assert finding.at.text == place
    assert f"“{finding.suggestion}”" in finding.message


RIGHT = [
    "en: the South China Sea's islands",
    "en: Internet for all, says the minister",
    "en: “Internet for all”, says the minister",
    "en: TALKS ON THE SOUTH CHINA SEA",
    "en: SOUTH CHINA SEA — Talks were held on Monday",
    "en: Talks on Internet Held in Hanoi",
    "en: a renewal, a RENEWAL",
    "vi: thủy điện Hòa Bình",
    "ru: в Южно-Китайском море",
]


@pytest.mark.parametrize("text", RIGHT)
def test_right(text: str) -> None:
    assert not findings(text)
