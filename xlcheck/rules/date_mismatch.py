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

from collections.abc import Iterator, Sequence
from decimal import Decimal

from xlcheck.evidence.facts import figures, weekday_of
from xlcheck.evidence.jury import Difference, Verdict, other_finding, verdicts
from xlcheck.evidence.unsaid import silence_tells
from xlcheck.evidence.witnesses import Question, pairs_with_neighbours
from xlcheck.evidence.wording import said
from xlcheck.lang import Topic
from xlcheck.model import Event, Finding, Pair, Rule, Sentence, Severity
from xlcheck.model.doubt import Doubt
from xlcheck.model.facts import Amount, Clock, Day, Hint, LunarDay, Month, RelativeDay, Weekday, When

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

_KINDS = (Day, Month, Weekday, RelativeDay, LunarDay, Clock)


def check(event: Event) -> Iterator[Finding]:
    differences = [each for pair, around in pairs_with_neighbours(event) for each in _compare(pair, around)]
    yield from map(_finding, verdicts(event, differences, Question(_tells, _same, _is_stated)))


def _compare(pair: Pair, around: Sequence[Pair]) -> Iterator[Difference[When]]:
    lost = _missing(pair.source, pair.target, [sentence for each in around for sentence in each.target])
    gained = _missing(pair.target, pair.source, [sentence for each in around for sentence in each.source])
    for kind in _KINDS:
        ours, theirs = ([fact for fact in facts if isinstance(fact, kind)] for facts in (lost, gained))
        yield from (Difference(pair, *facts) for facts in zip(ours, theirs, strict=False))
        if pair.translation and silence_tells(pair.target, _topic(kind)):
            yield from (Difference(pair, fact, None) for fact in ours[len(theirs) :])
        if pair.translation and silence_tells(pair.source, _topic(kind)):
            yield from (Difference(pair, None, fact) for fact in theirs[len(ours) :])


def _missing(side: Sequence[Sentence], other: Sequence[Sentence], around: Sequence[Sentence]) -> list[When]:
    """The dates and times of one side that the other one and its neighbours do not tell, each once."""
    found = {
        (type(fact), fact.content): fact
        for sentence in side
        for fact in sentence.facts.of(When)
        if not (_is_by_article(fact, sentence) or _is_told(fact, other) or _is_told(fact, around))
    }
    return list(found.values())


def _is_by_article(fact: When, sentence: Sentence) -> bool:
    """Whether a date is what the article's date makes of a weekday, yesterday or Tết, which is compared as such."""
    others = sentence.facts.of(Weekday, RelativeDay, LunarDay)
    return isinstance(fact, Day) and any(other.span == fact.span for other in others)


def _topic(kind: type[When]) -> Topic:
    return "times" if kind is Clock else "dates"


def _tells(fact: When, sentences: Sequence[Sentence]) -> bool | None:
    """Whether sentences tell a date; None where it may stand in words that nobody knows."""
    return _is_told(fact, sentences) or (False if silence_tells(sentences, _topic(type(fact))) else None)


def _is_told(fact: When, sentences: Sequence[Sentence]) -> bool:
    return any(_is_told_in(sentence, fact) for sentence in sentences)


def _is_stated(fact: When, sentences: Sequence[Sentence]) -> bool:
    """Whether sentences say it as a day or a time: not by figures that may be one."""
    return any(_says(other, fact) for sentence in sentences for other in sentence.facts.of(When))


def _says(other: When, fact: When) -> bool:
    match fact, other:
        case Clock(), Clock():
            return (other.hour % 12, other.minute) == (fact.hour % 12, fact.minute)
        case Month(), Day():
            return fact.month == other.month
        case Weekday(), Day():
            return fact.weekday == weekday_of(other)
    return _same(fact, other)


def _is_told_in(sentence: Sentence, fact: When) -> bool:
    match fact:
        case Day():
            return _tells_day(sentence, fact)
        case Month(month=month):
            return _tells_month(sentence, month)
        case Weekday(weekday=weekday):
            return _tells_weekday(sentence, weekday)
        case RelativeDay(offset=offset):
            return _tells_relative_day(sentence, offset)
        case LunarDay(day=day):
            return _tells_lunar_day(sentence, day)
        case Clock(hour=hour, minute=minute):
            return _tells_time(sentence, hour, minute)
    raise TypeError(f"a {type(fact).__name__}")


def _tells_day(sentence: Sentence, day: Day) -> bool:
    for other in sentence.facts.of(Day):
        if (other.month, other.day) == (day.month, day.day):
            return day.year is None or other.year in (None, day.year)
    months = {other.month for other in sentence.facts.of(Month)}
    numbers = _numbers(sentence)
    return day.day in numbers and (day.month in months or day.month in numbers)


def _numbers(sentence: Sentence) -> set[Decimal | int]:
    """What may be a day or an hour; words for one may stand anywhere."""
    return {1, *(amount.value for amount in sentence.facts.of(Amount)), *figures(sentence.text)}


def _tells_month(sentence: Sentence, month: int) -> bool:
    dated = (fact.month for fact in sentence.facts.of(Day, Month))
    hinted = (hint.value for hint in sentence.facts.of(Hint))
    return month in {*dated, *hinted, *figures(sentence.text)}


def _tells_weekday(sentence: Sentence, weekday: int) -> bool:
    named = any(other.weekday == weekday for other in sentence.facts.of(Weekday))
    return named or any(weekday_of(day) == weekday for day in sentence.facts.of(Day))


def _tells_relative_day(sentence: Sentence, offset: int) -> bool:
    """Yesterday, or any day that is named otherwise."""
    offsets = [day.offset for day in sentence.facts.of(RelativeDay)]
    return offset in offsets or (not offsets and bool(sentence.facts.of(Day, Weekday)))


def _tells_lunar_day(sentence: Sentence, day: int) -> bool:
    """Mùng 2 Tết, or the day of the month that it is."""
    days = [other.day for other in sentence.facts.of(LunarDay)]
    return day in days or (not days and bool(sentence.facts.of(Day)))


def _tells_time(sentence: Sentence, hour: int, minute: int) -> bool:
    for other in sentence.facts.of(Clock):
        if other.hour % 12 == hour % 12 and other.minute == minute:
            return True
    told = _numbers(sentence)
    hours = {Decimal(hour), Decimal(hour % 12), Decimal(hour % 12 + 12)}
    return bool(hours & told) and (not minute or minute in told)


def _same(one: When, other: When) -> bool:
    """Whether two say the same day or time, be it that one of them leaves out the year."""
    match one, other:
        case Day(), Day():
            return (one.month, one.day) == (other.month, other.day)
        case Month(), Month():
            return one.month == other.month
    return type(one) is type(other) and one.content == other.content


def _finding(verdict: Verdict[When]) -> Finding:
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
    return Finding(message, verdict.at, related=verdict.shown, reason=reason, doubts=(Doubt.ONE_SIDE,))


RULE = Rule(
    "XL202",
    "date-mismatch",
    "A date, a weekday or a time of day differs in the translation.",
    Event,
    check,
    Severity.ERROR,
)
