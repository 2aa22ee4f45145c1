"""A number of the source counts another unit or another currency in the translation.

**What it does.** Where both sides have the same number, compares what it counts: 100 million dollars that become 100
million euros, 10 miles that become 10 km, 5 years that become 5 days, 5 mg/kg that become 5 mg/l, percent for
percentage points. A number that was converted (10 miles, 16 km; 80 °F, 27 °C) agrees, as far as both are rounded.
Degrees Fahrenheit that become plain degrees are reported too: in every language but English those are read as Celsius.

**Why it matters.** The figure looks right, and the amount is wrong.

**What it does not do.** It is silent where one side names no unit, and where a name fits several units (dollar, pound,
degree) and one of them is the other side's, and as to “per” in words (5 mg per kg). Amounts of money are never
converted. In reports that are not translations of one another it is shown with `--pedantic`.

**Options.** None.
"""

from collections.abc import Iterator, Sequence

from xlcheck.model import Fact, Finding, Pair, Rule, Sentence, Severity, primary
from xlcheck.model.agreement import numbers, other_unit, same_value
from xlcheck.model.saying import said

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

_INDEPENDENT = 0.5
_FAHRENHEIT = "fahrenheit"


def check(pair: Pair) -> Iterator[Finding]:
    source, target = numbers(pair.source), numbers(pair.target)
    for number in target:
        contrary = [other for other in source if other.value == number.value and other_unit(other, number)]
        if contrary and not any(same_value(other, number) for other in source) and _is_alone(contrary[0], target):
            yield _finding(contrary[0], number, pair.translation)
            continue
        told = [other for other in source if other.value == number.value and _codes(other) == {_FAHRENHEIT}]
        if told and _is_bare_degree(number) and not _says_fahrenheit(pair.target):
            yield _unscaled(told[0], number, pair.translation)


def _is_alone(number: Fact, target: tuple[Fact, ...]) -> bool:
    """Whether no number of the target says the same as one of the source."""
    return not any(same_value(number, other) for other in target)


def _unscaled(source: Fact, target: Fact, translation: bool) -> Finding:
    return Finding(
        f"“{target.span.text}” counts degrees of no scale, in the source Fahrenheit",
        target.span,
        related=(source.span,),
        reason="plain degrees are read as Celsius",
        confidence=None if translation else _INDEPENDENT,
    )


def _codes(number: Fact) -> set[str]:
    return {unit.code for unit in number.units}


def _is_bare_degree(number: Fact) -> bool:
    return _FAHRENHEIT in _codes(number) and len(number.units) > 1


def _says_fahrenheit(target: Sequence[Sentence]) -> bool:
    """Whether plain degrees may be Fahrenheit's: it stands beside another number, or they are English."""
    english = any(primary(sentence.language) == "en" for sentence in target)
    return english or any(_codes(number) == {_FAHRENHEIT} for number in numbers(target))


def _finding(source: Fact, target: Fact, translation: bool) -> Finding:
    ours, theirs = (" or ".join(map(str, number.units)) for number in (source, target))
    return Finding(
        f"“{target.span.text}” counts {theirs}, in the source {ours}",
        target.span,
        related=(source.span,),
        reason=f"both say {said(target)}, in other units",
        confidence=None if translation else _INDEPENDENT,
    )


RULE = Rule(
    "XL203",
    "quantity-mismatch",
    "A number counts another unit or currency in the translation.",
    Pair,
    check,
    Severity.ERROR,
)
