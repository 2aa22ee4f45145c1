"""What one side of a pair of translated sentences says and the other side does not."""

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from xlcheck.align.comparison import Comparison, Dissect, comparisons
from xlcheck.align.drift import drift
from xlcheck.align.languages import Calibration, Curve, calibration, curve
from xlcheck.align.weights import WEIGHTS
from xlcheck.lang.scripts import MARKS, UNSPACED
from xlcheck.model import Gap, Pair, Span
from xlcheck.model.language import UNDETERMINED

_WORD = re.compile(rf"[^\W{UNSPACED}]+(?:[{MARKS}]+[^\W{UNSPACED}]*)*")
_EDGE = " \t\n\u3000\xa0,.;:!?，。；：！？、،؛()（）"


@dataclass(frozen=True, slots=True)
class Run:
    """The pieces, `start` to `end` (exclusive), that together are answered least, and by how much."""

    start: int
    end: int
    score: float


def compared(pairs: Sequence[Pair], dissect: Dissect, *, calibrated: bool = True) -> tuple[Pair, ...]:
    """The pairs of two texts, each with what its source or its target says alone, or how unlike they are as a whole.

    Only pairs of translations with both sides in known languages are looked into. `dissect` gives the pieces of texts
    as an encoder has them; for another than the default one (not `calibrated`) nothing is sure, nor for languages
    that are not in the table.

    Every piece is compared to those of the other side, in runs of one to three; the run of pieces that are least
    answered, by their weight, is the maximal scoring segment (Karlin & Altschul 1990). It counts less what the
    other side has unanswered too, which is a free translation, and more the longer its side is than
    usual, in standard steps (Gale & Church 1993).
    """
    judged = [place for place, pair in enumerate(pairs) if _is_comparable(pair)]
    found = [
        (place, likeness)
        for place, likeness in zip(judged, comparisons([pairs[place] for place in judged], dissect), strict=True)
        if min(len(likeness.source), len(likeness.target)) >= WEIGHTS.fewest_pieces
    ]
    if not found:
        return tuple(pairs)
    known = calibration(found[0][1].source.language, found[0][1].target.language)
    proportion = usual_proportion([comparison.longer - known.longer for _, comparison in found])
    most = 1.0 if calibrated and known.fitted else WEIGHTS.gap_unsure
    result = list(pairs)
    for place, comparison in found:
        unlike = _confidence(drift(comparison, known, proportion), curve("unlike"), most)
        if unlike >= WEIGHTS.gap_sure:
            result[place] = replace(pairs[place], drift=unlike)
        else:
            result[place] = replace(
                pairs[place],
                omitted=_gaps(comparison, known, proportion, curve("omitted"), most),
                added=_gaps(comparison.reverse, known.reverse, -proportion, curve("added"), most),
                drift=unlike,
            )
    return tuple(result)


def _is_comparable(pair: Pair) -> bool:
    languages = [{sentence.language for sentence in side} for side in (pair.source, pair.target)]
    return (
        pair.translation
        and all(len(tags) == 1 and UNDETERMINED not in tags for tags in languages)
        and languages[0] != languages[1]
    )


def usual_proportion(longer: Sequence[float]) -> float:
    """How much longer a document's sources are than the languages' are, drawn to 0 where it has few pairs."""
    return float(np.median(longer)) * len(longer) / (len(longer) + WEIGHTS.own_lengths)


def worst_run(likeness: Comparison, usual: float) -> Run:
    """The run of the source's pieces that the target answers least."""
    lacking = (usual - WEIGHTS.below - likeness.in_target) * likeness.source.weights
    lacking[likeness.source.excused] = np.minimum(lacking[likeness.source.excused], 0)
    sums = np.concatenate([[0.0], np.cumsum(lacking)])
    rises = sums - np.minimum.accumulate(sums)
    end = int(rises.argmax())
    return Run(int(sums[: end + 1].argmin()), end, float(rises[end]))


def excess(likeness: Comparison, known: Calibration, proportion: float) -> tuple[float, Run]:
    """How much more of the source is unanswered than of the target, and where; before the languages' difficulty."""
    run = worst_run(likeness, known.likeness)
    back = worst_run(likeness.reverse, known.reverse.likeness)
    step = (likeness.longer - known.longer - proportion) * len(likeness.source) ** 0.5
    spelled_out = min(WEIGHTS.spelled_out * likeness.source.spelled_out, run.score)
    return run.score - spelled_out - back.score + WEIGHTS.gap_length * step, run


def _gaps(comparison: Comparison, known: Calibration, proportion: float, likely: Curve, most: float) -> tuple[Gap, ...]:
    """The part of the source that the target lacks, if one is likely to be missing."""
    score, run = excess(comparison, known, proportion)
    confidence = _confidence(score - known.difficulty, likely, most)
    if run.end == run.start or confidence < WEIGHTS.gap_likely:
        return ()
    words = comparison.source
    first, last = int(words.ranges[run.start, 0]), int(words.ranges[run.end - 1, 1])
    start, end = _whole_words(words.document.text, first, last)
    return (Gap(Span(words.document, start, end), confidence),) if start < end else ()


def _confidence(score: float, likely: Curve, most: float) -> float:
    steps = min((score - likely.sure) / likely.step, WEIGHTS.log_odds_cap)
    odds = WEIGHTS.gap_sure / (1 - WEIGHTS.gap_sure) * math.exp(steps)
    return round(min(odds / (1 + odds), most), WEIGHTS.gap_decimals)


def _whole_words(text: str, start: int, end: int) -> tuple[int, int]:
    """A range widened to whole words of scripts that write spaces, without punctuation at its edges."""
    for word in _WORD.finditer(text, max(0, start - WEIGHTS.figure_reach), min(len(text), end + WEIGHTS.figure_reach)):
        if word.start() < start < word.end():
            start = word.start()
        if word.start() < end < word.end():
            end = word.end()
    inside = text[start:end].lstrip(_EDGE)
    start = end - len(inside)
    return start, start + len(inside.rstrip(_EDGE))
