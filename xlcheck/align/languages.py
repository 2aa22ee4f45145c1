"""What is usual between translations in two languages: lengths, likeness, and what seems unanswered."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from importlib import resources


@dataclass(frozen=True, slots=True)
class Language:
    """A language's share in what is usual for a pair; the two languages' shares add up.

    `letters` is the mean logarithm of a sentence's length in Latin letters; `likeness` half of the likeness of pieces;
    `difficulty_from` and `difficulty_into` what clean pairs have unanswered, as the source and as the target.
    """

    letters: float
    likeness: float
    difficulty_from: float
    difficulty_into: float


@dataclass(frozen=True, slots=True)
class Calibration:
    """What is usual for a pair of languages: how much `longer` the source is (logarithm), the likeness of pieces, and
    the most that the source and (`difficulty_back`) the target of clean pairs have unanswered.

    Not `fitted` where a language is not in the table.
    """

    longer: float
    likeness: float
    difficulty: float
    difficulty_back: float
    fitted: bool = True

    @property
    def reverse(self) -> "Calibration":
        return Calibration(-self.longer, self.likeness, self.difficulty_back, self.difficulty, self.fitted)


def calibration(source: str, target: str) -> Calibration:
    """What is usual from one language (its primary subtag) into another; an unknown one is taken as the hardest."""
    known = languages()
    hardest = Language(
        known["en"].letters,
        min(language.likeness for language in known.values()),
        max(language.difficulty_from for language in known.values()),
        max(language.difficulty_into for language in known.values()),
    )
    one, other = known.get(source, hardest), known.get(target, hardest)
    return replace(combined(one, other), fitted=source in known and target in known)


def combined(one: Language, other: Language) -> Calibration:
    return Calibration(
        one.letters - other.letters,
        one.likeness + other.likeness,
        one.difficulty_from + other.difficulty_into,
        other.difficulty_from + one.difficulty_into,
    )


@dataclass(frozen=True, slots=True)
class Curve:
    """How sure a score is: 0.9 at `sure`, and `step` more of it multiplies the odds by e."""

    sure: float
    step: float


@cache
def curve(finding: str) -> Curve:
    """That of `omitted`, `added` or `unlike`."""
    return next(Curve(float(sure), float(step)) for name, sure, step in _rows("curves.tsv") if name == finding)


@cache
def languages() -> dict[str, Language]:
    """The languages of the table next to this file."""
    return {code: Language(*map(float, values)) for code, *values in _rows("languages.tsv")}


def _rows(name: str) -> Iterator[list[str]]:
    text = (resources.files(__package__) / "data" / name).read_text("utf-8")
    return (line.split("\t") for line in text.splitlines()[1:])
