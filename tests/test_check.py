"""Rules run on their units; findings come out stamped and in order."""

from __future__ import annotations

from collections.abc import Iterator

from xlcheck.check import check
from xlcheck.evidence.doubts import rate
from xlcheck.model import Alignment, Article, Document, Event, Finding, Pair, Rule, Sentence, Severity, Span
from xlcheck.model.doubt import Doubt
from xlcheck.model.limits import LIMITS


def article(name: str, *lines: str) -> Article:
    document = Document(name, "\n".join(lines))
    starts = [sum(len(line) + 1 for line in lines[:place]) for place in range(len(lines))]
    sentences = (
        Sentence(Span(document, start, start + len(line)), "en") for start, line in zip(starts, lines, strict=True)
    )
    return Article(document, "en", tuple(sentences))


def test_each_rule_gets_its_unit_and_findings_are_sorted() -> None:
    two, one = article("2", "b", "a"), article("1", "c")
    event = Event((two, one), (Alignment(two, one, (Pair(two.sentences[:1], one.sentences, 0.9),)),))
    seen: list[object] = []

    def of(unit: type) -> Rule[object]:
        def look(thing: object) -> Iterator[Finding]:
            seen.append(type(thing))
            if isinstance(thing, Sentence):
                yield Finding(f"saw {thing.text}", thing.span)

        return Rule("XL000", "seen", "Seen.", unit, look, Severity.NOTE)

    findings = check([event], [of(unit) for unit in (Sentence, Article, Pair, Event)])
    assert [seen.count(unit) for unit in (Sentence, Article, Pair, Event)] == [3, 2, 1, 1]
    assert [finding.message for finding in findings] == ["saw c", "saw b", "saw a"]
    assert {(finding.rule, finding.name, finding.severity) for finding in findings} == {
        ("XL000", "seen", Severity.NOTE)
    }


def test_a_rule_may_depart_from_its_severity() -> None:
    one = article("1", "x")

    def warn(sentence: Sentence) -> Iterator[Finding]:
        yield Finding("worse than usual", sentence.span, severity=Severity.ERROR)

    rule = Rule("XL000", "seen", "Seen.", Sentence, warn, Severity.NOTE)
    assert check([Event((one,))], [rule])[0].severity is Severity.ERROR


def test_what_is_less_than_sure_is_shown_where_it_is_asked_for() -> None:
    one = article("1", "x", "y")

    def doubt(sentence: Sentence) -> Iterator[Finding]:
        yield Finding("may be wrong", sentence.span, doubts=() if sentence.text == "y" else (Doubt.HEADLINE,))

    rule = Rule("XL102", "seen", "Seen.", Sentence, doubt, Severity.NOTE)
    assert [finding.at.text for finding in check([Event((one,))], [rule])] == ["y"]
    both = check([Event((one,))], [rule], least=0.0)
    doubted = rate("XL102", (Doubt.HEADLINE,))
    assert [(finding.at.text, finding.confidence) for finding in both] == [("x", doubted), ("y", rate("XL102"))]
    assert doubted < LIMITS.sure <= rate("XL102")


def test_a_rule_with_more_witnesses_supersedes_another_on_the_same_text() -> None:
    one = article("1", "x", "y")

    def every(sentence: Sentence) -> Iterator[Finding]:
        yield Finding("differs from the source", sentence.span)

    def outlier(told: Article) -> Iterator[Finding]:
        yield Finding("differs from two others", told.sentences[1].span)

    pairwise = Rule("XL201", "seen", "Seen.", Sentence, every, Severity.ERROR)
    overall = Rule("XL501", "alone", "Alone.", Article, outlier, Severity.ERROR, supersedes=("XL201",))
    found = check([Event((one,))], [pairwise, overall])
    assert [(finding.rule, finding.at.text) for finding in found] == [("XL201", "x"), ("XL501", "y")]
    assert [finding.rule for finding in check([Event((one,))], [pairwise])] == ["XL201", "XL201"]


def test_what_is_not_as_sure_supersedes_nothing() -> None:
    one = article("1", "x")

    def every(sentence: Sentence) -> Iterator[Finding]:
        yield Finding("differs from the source", sentence.span)

    def doubted(sentence: Sentence) -> Iterator[Finding]:
        yield Finding("may differ", sentence.span, doubts=(Doubt.INDEPENDENT,))

    pairwise = Rule("XL201", "seen", "Seen.", Sentence, every, Severity.ERROR)
    doubtful = Rule("XL501", "alone", "Alone.", Sentence, doubted, Severity.NOTE, supersedes=("XL201",))
    assert [finding.rule for finding in check([Event((one,))], [pairwise, doubtful])] == ["XL201"]
    every_level = check([Event((one,))], [pairwise, doubtful], least=0.0)
    assert [finding.rule for finding in every_level] == ["XL201", "XL501"]


def test_what_a_rule_tells_more_exactly_is_left_out() -> None:
    source, target = article("1", "Kishida came"), article("2", "PM Abe came")
    name, whole = Span(target.document, 3, 6), target.sentences[0].span
    mention = (Span(source.document, 0, 7),)

    def changed(_: Event) -> Iterator[Finding]:
        yield Finding("changed", name, mention)

    def missing(_: Event) -> Iterator[Finding]:
        yield Finding("missing", whole, mention)
        yield Finding("not sure", whole, mention, doubts=(Doubt.HEADLINE,))
        yield Finding("something else", whole)

    rules = [
        Rule("XL102", "missing", "Missing.", Event, missing, Severity.WARNING),
        Rule("XL112", "changed", "Changed.", Event, changed, Severity.ERROR, supersedes=("XL102",)),
    ]
    messages = {finding.message for finding in check([Event((source, target))], rules)}
    assert messages == {"something else", "changed"}
