"""A date, a weekday or a time of day in the source differs in the translation.

**What it does.** Compares the dates, months, weekdays and times of day of sentences that say the same, however they are
written: January 26 is 26 de enero, ngày 26/1 and 1月26日; "on Monday" is the Monday that follows from the article's
date; 3 p.m. is 15:00, 15 giờ and 下午3点; quarter to two is *las dos menos cuarto* and 差一刻两点; yesterday is hôm
qua; mùng 2 Tết is the second day of Tet. It reports a date where each side has one of the same kind that the other
lacks. A date that the other text gives in the sentence before or after is not reported. With three or more documents
that say the same, the one that differs is reported once; if you name the source, the source is right.

**Why it matters.** Readers come a day late, and a news report contradicts the reports in other languages.

**What it does not do.** A date that only one side has is shown with `--pedantic` only, because "on Monday" is often
left out. 04/05 may be the fourth of May or the fifth of April, and agrees with both. Times of day are compared on a
twelve-hour clock. In reports that are not translations of one another, a different date is shown with `--pedantic`.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from decimal import Decimal

from xlcheck.evidence.facts import figures, weekday
from xlcheck.evidence.jury import Difference, Verdict, other_finding, pairs_with_neighbours, verdicts
from xlcheck.evidence.wording import said
from xlcheck.model import Event, Fact, Finding, Pair, Rule, Sentence, Severity
from xlcheck.model.doubt import Doubt

BAD = (
    ("en: The summit opened on June 20 in Kunming.", "vi: Hội nghị khai mạc ngày 24/6 tại Côn Minh."),
    ("zh: 会谈于1月26日下午3点举行。", "es: Las conversaciones se celebraron el 26 de enero a las 16:00."),
    ("en: They will meet again on Friday in Hanoi.", "zh: 双方将于周四在河内再次会面。"),
)
GOOD = (
    ("en: The summit opened on June 20 in Kunming.", "vi: Hội nghị khai mạc ngày 20/6 tại Côn Minh."),
    ("zh: 会谈于1月26日下午3点举行。", "es: Las conversaciones se celebraron el 26 de enero a las 15:00."),
    ("en: They will meet again on Friday in Hanoi.", "zh: 双方将于周五在河内再次会面。"),
)

_HALF_DAY = 12


def check(event: Event) -> Iterator[Finding]:
    differences = [each for pair, around in pairs_with_neighbours(event) for each in _compare(pair, around)]
    yield from map(_finding, verdicts(event, differences, _is_told, _same))


def _compare(pair: Pair, around: Sequence[Pair]) -> Iterator[Difference]:
    lost = _missing(pair.source, pair.target, [sentence for each in around for sentence in each.target])
    gained = _missing(pair.target, pair.source, [sentence for each in around for sentence in each.source])
    for kind in _IS_TOLD:
        ours, theirs = ([fact for fact in facts if fact.kind == kind] for facts in (lost, gained))
        yield from (Difference(pair, *facts) for facts in zip(ours, theirs, strict=False))
        if pair.translation:
            yield from (Difference(pair, fact, None) for fact in ours[len(theirs) :])
            yield from (Difference(pair, None, fact) for fact in theirs[len(ours) :])


def _missing(side: Sequence[Sentence], other: Sequence[Sentence], around: Sequence[Sentence]) -> list[Fact]:
    """The dates and times of one side that the other one and its neighbours do not tell, each once."""
    found = {
        (fact.kind, fact.value): fact
        for sentence in side
        for fact in sentence.facts
        if fact.kind in _IS_TOLD
        and not (_is_by_article(fact, sentence) or _is_told(fact, other) or _is_told(fact, around))
    }
    return list(found.values())


def _is_by_article(fact: Fact, sentence: Sentence) -> bool:
    """Whether a date is what the article's date makes of a weekday, yesterday or Tết, which is compared as such."""
    others = (other for other in sentence.facts if other.kind in ("weekday", "day", "lunar"))
    return fact.kind == "date" and any(other.span == fact.span for other in others)


def _is_told(fact: Fact, sentences: Sequence[Sentence]) -> bool:
    return any(_IS_TOLD[fact.kind](fact.value, sentence) for sentence in sentences)


def _date_is_told(value: object, sentence: Sentence) -> bool:
    year, month, day = value if isinstance(value, tuple) else (None, None, None)
    facts = sentence.facts
    for fact in facts:
        if fact.kind == "date" and isinstance(fact.value, tuple) and fact.value[1:] == (month, day):
            return year is None or fact.value[0] in (None, year)
    months = {fact.value[-1] for fact in facts if fact.kind == "month" and isinstance(fact.value, tuple)}
    numbers = _numbers(sentence)
    return day in numbers and (month in months or month in numbers)


def _numbers(sentence: Sentence) -> set[object]:
    """What may be a day or an hour; words for one may stand anywhere."""
    told = {fact.value for fact in sentence.facts if fact.kind in ("number", "hint")}
    return {1, *told, *figures(sentence.text)}


def _month_is_told(value: object, sentence: Sentence) -> bool:
    month = value[-1] if isinstance(value, tuple) else None
    dated = (f.value[1] for f in sentence.facts if f.kind in ("date", "month") and isinstance(f.value, tuple))
    hinted = (fact.value for fact in sentence.facts if fact.kind == "hint")
    return month in {*dated, *hinted, *figures(sentence.text)}


def _weekday_is_told(value: object, sentence: Sentence) -> bool:
    return any(
        (fact.kind == "weekday" and fact.value == value) or (fact.kind == "date" and weekday(fact.value) == value)
        for fact in sentence.facts
    )


def _day_is_told(value: object, sentence: Sentence) -> bool:
    """Yesterday, or any day that is named otherwise."""
    days = [fact.value for fact in sentence.facts if fact.kind == "day"]
    return value in days or (not days and any(fact.kind in ("date", "weekday") for fact in sentence.facts))


def _lunar_is_told(value: object, sentence: Sentence) -> bool:
    """Mùng 2 Tết, or the day of the month that it is."""
    days = [fact.value for fact in sentence.facts if fact.kind == "lunar"]
    return value in days or (not days and any(fact.kind == "date" for fact in sentence.facts))


def _time_is_told(value: object, sentence: Sentence) -> bool:
    hour, minute = value if isinstance(value, tuple) else (0, 0)
    for fact in sentence.facts:
        if fact.kind == "time" and isinstance(fact.value, tuple):
            other_hour, other_minute = fact.value
            if other_hour % _HALF_DAY == hour % _HALF_DAY and other_minute == minute:
                return True
    told = _numbers(sentence)
    hours = {Decimal(hour), Decimal(hour % _HALF_DAY), Decimal(hour % _HALF_DAY + _HALF_DAY)}
    return bool(hours & told) and (not minute or minute in told)


_IS_TOLD: Mapping[str, Callable[[object, Sentence], bool]] = {
    "date": _date_is_told,
    "month": _month_is_told,
    "weekday": _weekday_is_told,
    "day": _day_is_told,
    "lunar": _lunar_is_told,
    "time": _time_is_told,
}


def _same(one: Fact, other: Fact) -> bool:
    """Whether two say the same day or time, be it that one of them leaves out the year."""
    if one.kind == other.kind in ("date", "month") and isinstance(one.value, tuple) and isinstance(other.value, tuple):
        return one.value[1:] == other.value[1:]
    return (one.kind, one.value) == (other.kind, other.value)


def _finding(verdict: Verdict) -> Finding:
    wrong, right = verdict.wrong, verdict.right
    if wrong and right:
        return other_finding(verdict, said(right), said(wrong), "")
    if right:
        message = verdict.missing(right)
        reason = f"{verdict.tellers} {verdict.verb('says', 'say')} {said(right)}"
    elif wrong:
        message = f"“{wrong.span.text}” is not in {verdict.tellers}"
        reason = f"{verdict.here} says {said(wrong)}"
    else:
        raise ValueError("a verdict on nothing")
    return Finding(message, verdict.at, related=verdict.related, reason=reason, doubts=(Doubt.ONE_SIDE,))


RULE = Rule(
    "XL202",
    "date-mismatch",
    "A date, a weekday or a time of day differs in the translation.",
    Event,
    check,
    Severity.ERROR,
)
