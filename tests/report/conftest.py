"""Reports made by hand from real articles: one sentence a line, a blank line between paragraphs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from xlcheck.model import (
    Alignment,
    Article,
    Document,
    Event,
    Finding,
    Pair,
    Report,
    Row,
    Rule,
    Sentence,
    Severity,
    Span,
)
from xlcheck.model.doubt import Doubt
from xlcheck.model.edit import Edit
from xlcheck.model.fix import Evidence, Fix

ENGLISH = """\
 date 2026-01-26 HÀ NỘI — General Secretary Tô Lâm held telephone talks on Monday with Xi Jinping.

On behalf of the Party, State and people of China, Xi again congratulated Lâm on his election.

He said Việt Nam would stand ready to work closely with China.
Both sides agreed to better manage and control differences.
"""

SPANISH = """\
To Lam expresó su alegría por la conversación telefónica. Foto: TTXVN
To Lam expresó su alegría por la conversación telefónica. Foto: TTXVN

El 26 de enero, To Lam tuvo una conversación telefónica con Xi Jinping.

Tổng Bí thư Tô Lâm bày tỏ vui mừng tiến hành điện đàm.

The two sides agreed to better control and manage disagreements.

On behalf of the Party, Xi Jinping congratulated Comrade Su Lin on being elected.
"""


def silent(_unit: object) -> Iterator[Finding]:
    yield from ()


RULES: tuple[Rule[Any], ...] = (
    Rule("XL110", "name-misread", "A name is misread.", Article, silent, Severity.ERROR),
    Rule("XL301", "untranslated", "Text is untranslated.", Article, silent, Severity.ERROR),
    Rule("XL302", "wrong-language", "A third language.", Article, silent, Severity.ERROR),
    Rule("XL403", "repeated-text", "The same text twice.", Article, silent, Severity.WARNING),
)


def make_article(
    path: str,
    language: str,
    text: str,
    others: dict[int, str] | None = None,
    **declared: Any,
) -> Article:
    """An article with a sentence for each line; `others` are the lines in another language."""
    document = Document(path, text, language, **declared)
    dateline = document.dateline[1] if document.dateline else 0
    sentences: list[Sentence] = []
    start = paragraph = 0
    for line in text.splitlines(keepends=True):
        if line.strip():
            span = Span(document, max(start, dateline), start + len(line.rstrip()))
            spoken = (others or {}).get(len(sentences), language)
            sentences.append(Sentence(span, spoken, paragraph))
        else:
            paragraph += 1
        start += len(line)
    return Article(document, language, tuple(sentences))


def find_span(article: Article, text: str, after: int = 0) -> Span:
    start = article.document.text.index(text, after)
    return Span(article.document, start, start + len(text))


def align(source: Article, target: Article, *beads: tuple[list[int], list[int]]) -> Alignment:
    return Alignment(
        source,
        target,
        tuple(
            Pair(
                tuple(source.sentences[i] for i in left),
                tuple(target.sentences[j] for j in right),
                0.8,
            )
            for left, right in beads
        ),
    )


def side_by_side(articles: Sequence[Article], *rows: Sequence[Sequence[int]]) -> Event:
    """An event without alignments; a row is, for each article, the numbers of its sentences."""
    cells = (
        tuple(tuple(article.sentences[at] for at in places) for article, places in zip(articles, row, strict=True))
        for row in rows
    )
    return Event(tuple(articles), (), tuple(Row(row, 0.8) for row in cells))


class Build:
    """The builders, for tests that make their own report."""

    article = staticmethod(make_article)
    span = staticmethod(find_span)
    align = staticmethod(align)
    side_by_side = staticmethod(side_by_side)
    rules = RULES

    @staticmethod
    def finding(at: Span, rule: str = "XL302", **fields: Any) -> Finding:
        known = next(r for r in RULES if r.code == rule)
        fields = {"message": "something is wrong", "severity": known.severity, **fields}
        return Finding(at=at, rule=rule, name=known.name, **fields)

    @staticmethod
    def report(*articles: Article, findings: tuple[Finding, ...] = ()) -> Report:
        return Report(tuple(Event((article,)) for article in articles), findings, RULES)


@pytest.fixture(scope="session")
def build() -> type[Build]:
    return Build


@pytest.fixture
def report() -> Report:
    """The phone call of 26 January 2026 in two papers, and a third article on its own."""
    english = make_article(
        "news/en.txt",
        "en",
        ENGLISH,
        date=date(2026, 1, 26),
        dateline=(0, len(" date 2026-01-26 HÀ NỘI — ")),
    )
    spanish = make_article("news/es.txt", "es", SPANISH, {3: "vi", 4: "en", 5: "en"})
    alone = make_article("news/vi.txt", "vi", "Hội nghị khai mạc sáng nay tại Hà Nội.\n")
    alignment = align(english, spanish, ([0], [2]), ([1], [5]), ([2], []), ([3], [4]), ([], [0]), ([], [1]))
    caption = spanish.sentences[0].text
    findings = (
        Build.finding(
            find_span(spanish, "Su Lin"),
            "XL110",
            message="“Su Lin” is Tô Lâm misread from Chinese characters",
            suggestion="Tô Lâm",
            fix=Fix((Edit(find_span(spanish, "Su Lin"), "Tô Lâm"),), Evidence.SOURCE),
            reason="Tô Lâm is written 苏林, which Mandarin reads Su Lin",
            related=(find_span(english, "General Secretary Tô Lâm held telephone talks on Monday"),),
        ),
        Build.finding(
            spanish.sentences[3].span,
            "XL301",
            message="the text is Vietnamese on a Spanish page",
        ),
        Build.finding(
            Span(spanish.document, spanish.sentences[4].span.start, spanish.sentences[5].span.end),
            "XL302",
            message="the text is English on a Spanish page",
            suggestion="a Spanish translation",
        ),
        Build.finding(
            find_span(spanish, caption, after=10),
            "XL403",
            message="the same text stands twice",
            related=(spanish.sentences[0].span,),
        ),
    )
    rows = [([0], [2]), ([1], [5]), ([2], []), ([3], [4]), ([], [0]), ([], [1]), ([], [3])]
    event = replace(side_by_side((english, spanish), *rows), alignments=(alignment,))
    return Report(
        (event, Event((alone,))),
        findings,
        RULES,
        signature={"xlcheck": "0.1.0", "encoder": "static"},
    )


HOSTILE = (
    "=HYPERLINK(1) \x1b[31mred\x1b[0m [click](http://evil.example) \\](x) {0} <script>alert(1)</script> a|b `c` *d*"
    " ![i](x) ]]> \x00\x08\ufffe \u202eabc 100% ::error::x, y: z"
)


@pytest.fixture
def hostile() -> Report:
    """Text, messages and a path that try to be something else in every format; an input could not be read."""
    article = make_article("ca,fé: 100%/a|b [x](y).txt", "en", f"{HOSTILE}\r\n{HOSTILE}\n")
    findings = tuple(
        Build.finding(
            Span(article.document, start, start + len(HOSTILE)),
            message=f"“{HOSTILE}”\nis wrong",
            suggestion=f"-{HOSTILE}",
            reason=HOSTILE,
            related=(article.sentences[0].span,),
            confidence=0.5,
            doubts=(Doubt.ROUND,),
        )
        for start in (0, len(HOSTILE) + 2)
    )
    report = Build.report(article, findings=findings)
    return replace(report, failures=(f"b%.txt:1: “{HOSTILE}”\ncannot be read",))
