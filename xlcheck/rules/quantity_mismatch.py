"""A number in the source has a different unit or currency in the translation.

**What it does.** Where both sides have the same number, compares what it measures: 100 million dollars that become 100
million euros, 10 miles that become 10 km, 5 years that become 5 days, 5 mg/kg that become 5 mg/l, percent for
percentage points. A converted number (10 miles, 16 km; 80 °F, 27 °C) agrees, as far as both are rounded. Degrees
Fahrenheit that become plain degrees are reported, too: in every language but English, plain degrees are read as
Celsius. With three or more documents that say the same, the one that differs is reported once.

**Why it matters.** The figure looks right, and the amount is wrong.

**What it does not do.** It reports nothing where one side names no unit, where a name can mean several units (dollar,
pound, degree) and one of them is the other side's, and for “per” in words (5 mg per kg). Amounts of money are never
converted. In reports that are not translations of one another, findings are shown with `--pedantic`.
"""

from collections.abc import Iterable, Iterator, Sequence

from xlcheck.evidence.facts import numbers, other_unit, same_value
from xlcheck.evidence.jury import Difference, Verdict, verdicts
from xlcheck.evidence.unsaid import silence_tells
from xlcheck.evidence.witnesses import Question
from xlcheck.evidence.wording import said
from xlcheck.lang import Language
from xlcheck.model import Event, Finding, Pair, Rule, Sentence, Severity
from xlcheck.model.doubt import Doubt
from xlcheck.model.facts import Number

BAD = (
    ("en: The company invested $100 million in the plant.", "vi: Công ty đầu tư 100 triệu euro vào nhà máy."),
    ("en: The town is 10 miles from the coast.", "zh: 该镇距海岸10公里。"),
    ("vi: Dự án kéo dài 5 năm.", "es: El proyecto dura 5 meses."),
)
GOOD = (
    ("en: The company invested $100 million in the plant.", "vi: Công ty đầu tư 100 triệu đô la vào nhà máy."),
    ("en: The town is 10 miles from the coast.", "zh: 该镇距海岸16公里。"),
    ("vi: Dự án kéo dài 5 năm.", "es: El proyecto dura 5 años."),
)

_FAHRENHEIT = "fahrenheit"


def check(event: Event) -> Iterator[Finding]:
    differences = [each for pair in event.pairs for each in _compare(pair)]
    yield from map(_finding, verdicts(event, differences, Question(_counts, same_value), near=False))


def _compare(pair: Pair) -> Iterator[Difference[Number]]:
    source, target = numbers(pair.source), numbers(pair.target)
    for number in target:
        same = [other for other in source if other.value == number.value]
        contrary = [other for other in same if other_unit(other, number)]
        if contrary and not _has(number, source) and not _has(contrary[0], target):
            yield Difference(pair, contrary[0], number)
            continue
        scaled = [other for other in same if _codes(other) == {_FAHRENHEIT}]
        if scaled and _is_bare_degree(number) and not _says_fahrenheit(pair.target):
            yield Difference(pair, scaled[0], number)


def _has(number: Number, told: Iterable[Number]) -> bool:
    """Whether any of the numbers says the same, in the same unit if it has one."""
    return any(same_value(number, other) for other in told)


def _counts(number: Number, sentences: Sequence[Sentence]) -> bool | None:
    """Whether sentences have a number with a unit in common; plain degrees may be Fahrenheit's, but do not say so.

    None where it may have one whose name nobody knows.
    """
    counted = any(
        other.units and same_value(number, other) and _is_bare_degree(number) == _is_bare_degree(other)
        for other in numbers(sentences)
    )
    return counted or (False if silence_tells(sentences, "units") else None)


def _codes(number: Number) -> set[str]:
    return {unit.code for unit in number.units}


def _is_bare_degree(number: Number) -> bool:
    return _FAHRENHEIT in _codes(number) and len(number.units) > 1


def _says_fahrenheit(target: Sequence[Sentence]) -> bool:
    """Whether plain degrees may be Fahrenheit's: it stands beside another number, or they are English."""
    may_be = any(Language.of(sentence.language).traits.fahrenheit for sentence in target)
    return may_be or any(_codes(number) == {_FAHRENHEIT} for number in numbers(target))


def _finding(verdict: Verdict[Number]) -> Finding:
    wrong, right = verdict.facts
    bare = _is_bare_degree(wrong) and _codes(right) == {_FAHRENHEIT}
    theirs, ours = ("degree without a scale", "degree Fahrenheit") if bare else map(_unit, (wrong, right))
    return Finding(
        f"“{wrong.span.text}” has the unit {theirs}, but {ours} in {verdict.tellers}",
        verdict.at,
        related=verdict.shown,
        reason="plain degrees are read as Celsius" if bare else f"both say {said(wrong)}, in different units",
        doubts=() if verdict.translation else (Doubt.INDEPENDENT,),
    )


def _unit(number: Number) -> str:
    return " or ".join(map(str, number.units))


RULE = Rule(
    "XL203",
    "quantity-mismatch",
    "A number has a different unit or currency in the translation.",
    Event,
    check,
    Severity.ERROR,
)
