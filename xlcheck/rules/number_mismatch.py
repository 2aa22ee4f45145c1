"""A number in the source differs in the translation, or is missing there.

**What it does.** Compares the values of the numbers in sentences that say the same, however they are written: 1,586 is
1.586 and 1 586; XIV is 14th and 第十四; 2500亿 is 250.000 millones and 250 tỷ; half is 50 %; 10 miles are 16 km. It
reports a number where each side has one that the other lacks (the finding is in the target, with the value that is
expected), and a figure that only one side has. A number that the other text gives in the sentence before or after is
not reported. With three or more documents that say the same, the one that differs is reported once, with how many
others state the value; if you name the source, the source is right.

**Why it matters.** A wrong figure is the error that readers remember, and the one that no spelling checker sees: 45
agreements that become 40, a billion that becomes a million.

**What it does not do.** One and *a* are not numbers. Number words (four, 四) are reported only where there is another
number instead. A figure that only one side has is shown with `--pedantic` only where it is often expressed in another
way: a percentage, a temperature, a decade, the figure in a name (5G; but not in a name with more figures, K562, or
whose letters are in the translation without it), or an added figure below a hundred. A figure that the source has three
times or more, and the translation less often but at least twice, may be summed up there: it is shown with `--pedantic`,
and not at all if it may be a year, unless an abbreviation next to it (2014 UCI) is lost with it. Units and currencies
are left to `XL203`, dates to `XL202`. Reports that are not translations of one another may count differently: there,
only a different number in the same place is reported, with `--pedantic`. Of a sentence with more than 200 numbers, such
as a table, the first 200 are compared.

If the number words of a language are not known, only figures are compared: 1.586 with 1.686. There, *dodici* may be 12,
and the word after 7,5 may be *million*, so a short or round number of the other side is not reported as missing.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Hashable, Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from xlcheck.evidence.edits import written
from xlcheck.evidence.facts import (
    has_figures,
    is_spelt_out,
    is_stated,
    is_told,
    is_told_but_for_scale,
    likest,
    numbers,
    same_value,
)
from xlcheck.evidence.fixes import fix
from xlcheck.evidence.jury import Difference, Verdict, other_finding, verdicts
from xlcheck.evidence.thresholds import THRESHOLDS
from xlcheck.evidence.unsaid import silence_tells
from xlcheck.evidence.witnesses import Question, pairs_with_neighbours
from xlcheck.evidence.wording import said
from xlcheck.lang import Topic
from xlcheck.model import Event, Finding, Pair, Rule, Sentence, Severity, Span, whole
from xlcheck.model.doubt import Doubt, raised
from xlcheck.model.facts import Clock, Code, Day, Month, Number, Value
from xlcheck.model.fix import Evidence

BAD = (
    ("en: The storm killed 1,586 people in four provinces.", "vi: Bão làm 1.686 người chết ở bốn tỉnh."),
    ("zh: 投资总额达2500亿元。", "es: La inversión total asciende a 250 millones de yuanes."),
    ("vi: Đại hội XIV của Đảng có 1.586 đại biểu.", "en: The 13th Party Congress had 1,586 delegates."),
)
GOOD = (
    ("en: The storm killed 1,586 people in four provinces.", "vi: Bão làm 1.586 người chết ở 4 tỉnh."),
    ("zh: 投资总额达2500亿元。", "es: La inversión total asciende a 250.000 millones de yuanes."),
    ("vi: Đại hội XIV của Đảng có 1.586 đại biểu.", "en: The 14th Party Congress had 1,586 delegates."),
    ("en: The town is about 10 miles from the coast.", "es: La ciudad está a unos 16 km de la costa."),
)

_TOPIC: Topic = "numbers"
_ABBREVIATION_AFTER = re.compile(r"\s?([A-Z]{2,})(?![^\W_])")
_ABBREVIATION_BEFORE = re.compile(r"(?<![^\W_])([A-Z]{2,})\s?$")

Figures = Number | Code
_FIGURES = re.compile(r"[0-9]+|[0-9]{1,3}(?:([.,'’\u00a0\u202f ])[0-9]{3}(?:\1[0-9]{3})*)")


def check(event: Event) -> Iterator[Finding]:
    pairs = [*pairs_with_neighbours(event)]
    differences = [each for pair, around in pairs for each in _compare(pair, around)]
    yield from map(_finding, verdicts(event, differences, Question(_tells, _same, _states)))
    for pair, around in pairs:
        if pair.translation and silence_tells(pair.target, _TOPIC):
            yield from _fewer(pair, [sentence for each in around for sentence in each.target])


def _compare(pair: Pair, around: Sequence[Pair]) -> Iterator[Difference[Figures]]:
    lost = _missing(pair.source, pair.target, [sentence for each in around for sentence in each.target])
    gained = _missing(pair.target, pair.source, [sentence for each in around for sentence in each.source])
    for target, source in likest(tuple(gained), tuple(lost), _plain):
        lost.remove(source)
        gained.remove(target)
        yield Difference(pair, source, target)
    if pair.translation:
        codes = [code for sentence in pair.source for code in sentence.facts.of(Code)]
        for number in lost:
            if _is_missed(number, pair.target):
                yield Difference(pair, number, None)
        for code in codes:
            if _is_lost(code, pair.target):
                yield Difference(pair, code, None)
        for number in gained:
            if _is_missed(number, pair.source):
                yield Difference(pair, None, number)


def _is_missed(number: Number, other: Sequence[Sentence]) -> bool:
    """Whether it tells that a side has no such number: it may have it in words that nobody knows."""
    return has_figures(number) and (silence_tells(other, _TOPIC) or not is_spelt_out(number))


def _tells(fact: Figures, sentences: Sequence[Sentence]) -> bool | None:
    if isinstance(fact, Code):
        return not _is_lost(fact, sentences)
    return is_told(fact, sentences) or (False if silence_tells(sentences, _TOPIC) else None)


def _states(fact: Figures, sentences: Sequence[Sentence]) -> bool:
    if isinstance(fact, Code):
        return any(fact.name == other.name for sentence in sentences for other in sentence.facts.of(Code))
    return is_stated(fact, sentences)


def _same(one: Figures, other: Figures) -> bool:
    if isinstance(one, Number) and isinstance(other, Number):
        return same_value(one, other)
    return one.content == other.content


def _missing(side: Sequence[Sentence], other: Sequence[Sentence], around: Sequence[Sentence]) -> list[Number]:
    """The numbers of one side that the other one and its neighbours do not tell, each once."""
    told = (*other, *around)
    found = {n.value: n for n in numbers(side) if n.value != 1 and not is_told(n, told)}
    if silence_tells((*side, *other), _TOPIC):
        return [*found.values()]
    return [number for number in found.values() if not is_told_but_for_scale(number, told)]


def _is_lost(code: Code, target: Sequence[Sentence]) -> bool:
    """Whether the figures of a name (EF1, 5G) are nowhere in the target."""
    digits = "".join(filter(str.isdigit, code.name))
    return not any(
        digits in sentence.text or any(fact.content == Decimal(digits) for fact in sentence.facts.of(Value))
        for sentence in target
    )


def _fewer(pair: Pair, around: Sequence[Sentence]) -> Iterator[Finding]:
    """Figures that the translation repeats, though not so often as the source."""
    groups: defaultdict[Decimal, list[Number]] = defaultdict(list)
    for number in numbers(pair.source):
        if has_figures(number) and number.value > THRESHOLDS.small:
            groups[number.value].append(number)
    for value, told in groups.items():
        if len(told) > 2 and not is_told(told[0], around):
            there = max(_count(told[0], pair.target), _times(value, pair.target))
            sure = 2 <= there < len(told) and _are_lost_with_names(told, pair.target)
            if 2 <= there < len(told) and (sure or not THRESHOLDS.first_year <= value <= THRESHOLDS.last_year):
                yield Finding(
                    f"“{told[0].span.text}” occurs {len(told)} times in the source, but {there} in the translation",
                    whole(pair.target),
                    related=tuple(number.span for number in told),
                    reason="the translation repeats it as well, but not every time",
                    doubts=() if sure else (Doubt.REPEATED,),
                )


def _are_lost_with_names(told: Sequence[Number], target: Sequence[Sentence]) -> bool:
    """Whether an abbreviation beside the figures, which the target keeps, stands less often there too.

    Who does not repeat a figure (in May 20, in June and July too) keeps what it is said of.
    """
    beside: Counter[str] = Counter()
    for number in told:
        text, start, end = number.span.document.text, number.span.start, number.span.end
        after = _ABBREVIATION_AFTER.match(text, end)
        before = _ABBREVIATION_BEFORE.search(text[max(0, start - THRESHOLDS.abbreviation_reach) : start])
        beside.update(found[1] for found in (after or before,) if found)
    kept = Counter(name for sentence in target for name in re.findall("[A-Z]{2,}", sentence.text))
    return any(0 < kept[name] < times for name, times in beside.items())


def _times(value: Decimal, sentences: Sequence[Sentence]) -> int:
    """How often sentences have a value, be it in a date."""
    return sum(value in _values(fact) for sentence in sentences for fact in sentence.facts.of(Value))


def _values(fact: Value) -> Sequence[Hashable]:
    """A number, or the parts of a date."""
    return fact.content if isinstance(fact, (Day, Month, Clock)) else (fact.content,)


def _count(number: Number, sentences: Sequence[Sentence]) -> int:
    """How often the figures of a number stand in sentences as they are written."""
    alike = re.compile(rf"(?<![0-9]){re.escape(number.span.text)}(?![0-9])")
    return sum(len(alike.findall(sentence.text)) for sentence in sentences)


def _finding(verdict: Verdict[Figures]) -> Finding:
    wrong, right = verdict.wrong, verdict.right
    if right is None:
        return _added(verdict)
    if wrong is None:
        return _omitted(right, verdict)
    bare = isinstance(wrong, Number) and not wrong.units
    suggestion = _plain(right) if bare and has_figures(wrong) else ""
    found = other_finding(verdict, said(right), said(wrong), suggestion)
    return replace(found, fix=fix(written(verdict.at, _grouped(found.suggestion, wrong.span.text)), Evidence.OTHER))


def _grouped(figures: str, like: str) -> str:
    """Whole figures with their thousands parted as in another number; nothing where that is not figures alone."""
    sign = _FIGURES.fullmatch(like)
    return f"{Decimal(figures):,f}".replace(",", sign[1] or "") if sign and figures.isdigit() else ""


def _omitted(number: Figures, verdict: Verdict[Figures]) -> Finding:
    return Finding(
        verdict.missing(number),
        verdict.at,
        related=verdict.shown,
        reason=f"{verdict.tellers} {verdict.verb('says', 'say')} {said(number)}",
        doubts=(Doubt.ROUND,) if _is_round(number) and not _is_telling(number, verdict.at) else (),
    )


def _added(verdict: Verdict[Figures]) -> Finding:
    number = verdict.wrong
    if number is None:
        raise ValueError("a verdict on nothing")
    small = isinstance(number, Number) and number.value <= THRESHOLDS.loud
    known = ((Doubt.ROUND, _is_round(number)), (Doubt.SMALL, small))
    return Finding(
        f"“{number.span.text}” is not in {verdict.tellers}",
        number.span,
        related=verdict.shown,
        reason=f"{verdict.here} says {said(number)}",
        doubts=raised(*known),
    )


def _is_round(number: Figures) -> bool:
    """Whether a figure is often said in another way: a name's, a decade, a temperature in the 80s, 100 percent."""
    if isinstance(number, Code) or any(unit.dimension in ("share", "temperature") for unit in number.units):
        return True
    value = number.value
    return value in (0, 100) or (
        (20 <= value <= 90 or THRESHOLDS.first_decade <= value <= THRESHOLDS.last_decade) and value % 10 == 0
    )


def _is_telling(code: Figures, target: Span) -> bool:
    """Whether a name's figures are seldom said in another way: K562, not 5G nor COVID-19; EF1 where EF is left."""
    if not isinstance(code, Code):
        return False
    letters, figures = (re.sub(kind, "", code.name) for kind in ("[^A-Z]", "[^0-9]"))
    if not figures:
        return False
    left = len(letters) > 1 and re.search(f"(?<![^\\W\\d_]){letters}(?![^\\W_])", target.text, re.IGNORECASE | re.ASCII)
    return bool(left) or (len(figures) > 1 and len(letters) < THRESHOLDS.code_letters)


def _plain(number: Figures) -> str:
    return f"{number.value:f}" if isinstance(number, Number) else number.name


RULE = Rule(
    "XL201",
    "number-mismatch",
    "A number in the source differs in the translation, or is missing there.",
    Event,
    check,
    Severity.ERROR,
)
