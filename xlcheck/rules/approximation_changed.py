"""A number is said more, or less, exactly in the translation than in the source.

**What it does.** Where both sides have the same number, compares how it is said: "more than 50" that becomes "less than
50", or "nearly 50" that becomes "over 50". With `--pedantic` also "about 50" or "more than 50" that becomes plain 50.

**Why it matters.** "At least 50 dead" and "at most 50 dead" are different news.

**What it does not do.** About, around and or so are one, as are more than and at least, nearly and up to. A number that
stands several times on a side is left alone.

**Options.** None.
"""

from collections.abc import Iterator

from xlcheck.model import Fact, Finding, Pair, Rule, Severity
from xlcheck.model.agreement import numbers, same_value
from xlcheck.model.saying import said
from xlcheck.model.unit import Exactness

BAD = (
    ("en: More than 50 people died in the floods.", "vi: Gần 50 người thiệt mạng trong lũ lụt."),
    ("zh: 洪水造成至少50人死亡。", "es: Menos de 50 personas murieron en las inundaciones."),
)
GOOD = (
    ("en: More than 50 people died in the floods.", "vi: Hơn 50 người thiệt mạng trong lũ lụt."),
    ("zh: 洪水造成50多人死亡。", "es: Más de 50 personas murieron en las inundaciones."),
)

_FLOORS = (Exactness.MORE, Exactness.LEAST)
_CEILINGS = (Exactness.LESS, Exactness.MOST)
_LOST = 0.1
_INDEPENDENT = 0.5


def check(pair: Pair) -> Iterator[Finding]:
    source, target = numbers(pair.source), numbers(pair.target)
    for number in source:
        same = [other for other in target if same_value(number, other)]
        alone = sum(other.value == number.value for other in source) == 1
        if alone and len(same) == 1:
            yield from _compare(number, same[0], pair.translation)


def _compare(source: Fact, target: Fact, translation: bool) -> Iterator[Finding]:
    ours, theirs = source.exactness, target.exactness
    contrary = (ours in _FLOORS and theirs in _CEILINGS) or (ours in _CEILINGS and theirs in _FLOORS)
    lost = ours is not Exactness.EXACT and theirs is Exactness.EXACT
    if contrary or lost:
        yield Finding(
            f"“{target.span.text}” is said as {_SAID[theirs]}, in the source as {_SAID[ours]}",
            target.span,
            related=(source.span,),
            reason=f"the source says {_BEFORE[ours]}{said(source)}, the translation {_BEFORE[theirs]}{said(target)}",
            confidence=_LOST if lost else None if translation else _INDEPENDENT,
        )


_SAID = {
    Exactness.EXACT: "exact",
    Exactness.ABOUT: "about so many",
    Exactness.MORE: "more",
    Exactness.LESS: "less, or nearly so many",
    Exactness.LEAST: "at least so many",
    Exactness.MOST: "at most so many",
}

_BEFORE = {
    Exactness.EXACT: "",
    Exactness.ABOUT: "about ",
    Exactness.MORE: "more than ",
    Exactness.LESS: "less than or nearly ",
    Exactness.LEAST: "at least ",
    Exactness.MOST: "at most ",
}

RULE = Rule(
    "XL204",
    "approximation-changed",
    "A number is said more or less exactly in the translation.",
    Pair,
    check,
    Severity.NOTE,
)
