"""A number is more, or less, exact in the translation than in the source.

**What it does.** Where both sides have the same number, compares how exact it is: "more than 50" that becomes "less
than 50", or "nearly 50" that becomes "over 50". With `--pedantic`, also "about 50" or "more than 50" that becomes plain
50. With three or more documents that say the same, the one that differs is reported once.

**Why it matters.** "At least 50 dead" and "at most 50 dead" are different news.

**What it does not do.** It treats about, around and or so as one, and likewise more than and at least, and nearly and
up to. It ignores a number that occurs several times on one side.
"""

from collections.abc import Iterator, Sequence

from xlcheck.evidence.facts import numbers, same_value
from xlcheck.evidence.jury import Difference, Verdict, verdicts
from xlcheck.evidence.unsaid import silence_tells
from xlcheck.evidence.witnesses import Question
from xlcheck.evidence.wording import said
from xlcheck.model import Event, Finding, Pair, Rule, Sentence, Severity
from xlcheck.model.doubt import Doubt, raised
from xlcheck.model.facts import Number
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


def check(event: Event) -> Iterator[Finding]:
    differences = [each for pair in event.pairs for each in _compare(pair)]
    yield from map(_finding, verdicts(event, differences, Question(_is_said_so, same_value), near=False))


def _compare(pair: Pair) -> Iterator[Difference[Number]]:
    source, target = numbers(pair.source), numbers(pair.target)
    tells = silence_tells(pair.target, "exactness")
    for number in source:
        same = [other for other in target if same_value(number, other)]
        alone = sum(other.value == number.value for other in source) == 1
        if alone and len(same) == 1 and (_are_contrary(number, same[0]) or (tells and _is_lost(number, same[0]))):
            yield Difference(pair, number, same[0])


def _are_contrary(one: Number, other: Number) -> bool:
    ours, theirs = one.exactness, other.exactness
    return (ours in _FLOORS and theirs in _CEILINGS) or (ours in _CEILINGS and theirs in _FLOORS)


def _is_lost(number: Number, other: Number) -> bool:
    return number.exactness is not Exactness.EXACT and other.exactness is Exactness.EXACT


def _is_said_so(number: Number, sentences: Sequence[Sentence]) -> bool | None:
    """Whether sentences have the number, said neither contrarily nor more exactly, nor less.

    None where a word that nobody knows may say how exact it is.
    """
    if not silence_tells(sentences, "exactness"):
        return None
    return any(
        same_value(number, other)
        and not (_are_contrary(number, other) or _is_lost(number, other) or _is_lost(other, number))
        for other in numbers(sentences)
    )


def _finding(verdict: Verdict[Number]) -> Finding:
    wrong, right = verdict.facts
    known = ((Doubt.LESS_EXACT, not _are_contrary(wrong, right)), (Doubt.INDEPENDENT, not verdict.translation))
    return Finding(
        f"“{wrong.span.text}” means {_MEANS[wrong.exactness]}, but {_MEANS[right.exactness]} in {verdict.tellers}",
        verdict.at,
        related=verdict.shown,
        reason=f"{verdict.tellers} {verdict.verb('says', 'say')} {_BEFORE[right.exactness]}{said(right)}, "
        f"{verdict.here} {_BEFORE[wrong.exactness]}{said(wrong)}",
        doubts=raised(*known),
    )


_MEANS = {
    Exactness.EXACT: "“exactly”",
    Exactness.ABOUT: "“about”",
    Exactness.MORE: "“more than”",
    Exactness.LESS: "“less than” or “nearly”",
    Exactness.LEAST: "“at least”",
    Exactness.MOST: "“at most”",
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
    "A number is more, or less, exact in the translation.",
    Event,
    check,
    Severity.NOTE,
)
