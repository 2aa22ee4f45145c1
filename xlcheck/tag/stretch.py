"""Foreign stretches inside a sentence: a Spanish sentence that turns into English half-way.

Each word lends log odds to each language; the best sequence of languages, with a price for every change, is found by
dynamic programming (Viterbi 1967). What may stand in another language on purpose lends nothing: text in quotation marks
or brackets, addresses, code, numbers; names lend little.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

import numpy as np
from numpy.typing import NDArray

from xlcheck.lang import Language
from xlcheck.lang.scripts import HAN, KANA, MARKS, WORD
from xlcheck.model import Sentence, Span, Stretch, primary
from xlcheck.tag import runs
from xlcheck.tag.points import code_points
from xlcheck.tag.running import BRACKETED, QUOTED
from xlcheck.tag.script import possible
from xlcheck.tag.weights import WEIGHTS

_LETTERS = rf"[^\W\d_{HAN}{KANA}]+(?:[{MARKS}]+[^\W\d_{HAN}{KANA}]*)*"
_TOKEN = re.compile(rf"[{HAN}]+|[{KANA}]+|{_LETTERS}(?:['’\-]{WORD})*")
_KEPT = re.compile(
    rf"{QUOTED}|{BRACKETED}|‘[^’]{{0,400}}’(?!\w)|(?<!\w)'[^']{{0,400}}'(?!\w)"
    r"|`[^`]{0,400}`|<[^<>]{0,400}>|https?://\S+|www\.\S+|[@#]\w+"
    r"|(?<![A-Za-z0-9._%+-])[A-Za-z0-9._%+-]+@[A-Za-z0-9.-]+"
    r"|(?<![A-Za-z0-9_.~/-])[A-Za-z0-9_.~-]*/[A-Za-z0-9_./~-]+"
    r"|(?<![A-Za-z0-9._])[A-Za-z0-9]+(?:[._][A-Za-z0-9]+)+|(?<![A-Za-z0-9])[A-Za-z]*\d[A-Za-z0-9]*"
)
"""Text that may stand in another language on purpose. Each part is tried at its own beginning only: linear."""

_KANA = re.compile(f"[{KANA}]")
_IDEOGRAPHS = re.compile(f"[{HAN}]")

Floats = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Word:
    """A word at `start` to `end` of a text. `weight` is 0 where it may be in any language: quoted, code, an address."""

    start: int
    end: int
    text: str
    weight: float


def stretches(sentences: Sequence[Sentence], languages: Sequence[str]) -> Iterator[tuple[Stretch, ...]]:
    """For each sentence the stretches in another of `languages` than its own, in reading order.

    Ideographs are Chinese unless there are kana somewhere. Sentences whose language is undetermined, or not among those
    that words are known in, have none.
    """
    kana = any(_KANA.search(sentence.text) for sentence in sentences)
    known = tuple(
        language
        for language in runs.LANGUAGES
        if language in languages and (kana or not Language.of(language).traits.kana)
    )
    lines = [words(sentence.text) for sentence in sentences]
    for sentence, line, evidence in zip(sentences, lines, _evidence(lines, known), strict=True):
        home = primary(sentence.language)
        if home in known and _hints(evidence, known.index(home)):
            path = best_path(evidence, known.index(home))
            yield tuple(_told(sentence, line, evidence, path, known))
        else:
            yield ()


def word_languages(text: str, languages: Sequence[str]) -> list[tuple[Word, str]]:
    """The words of a text that speak, each with the likeliest of `languages` where it stands."""
    known = tuple(language for language in runs.LANGUAGES if language in languages)
    line = words(text)
    (evidence,) = _evidence([line], known)
    path = best_path(evidence, None) if line else []
    return [(word, known[state]) for word, state in zip(line, path, strict=True) if word.weight]


def words(text: str) -> list[Word]:
    """The words of a text, runs of ideographs and of kana for words."""
    kept = bytearray(len(text))
    for match in _KEPT.finditer(text):
        kept[match.start() : match.end()] = b"\1" * len(match.group())
    found = []
    for match in _TOKEN.finditer(text):
        start, end = match.span()
        word = match.group()
        weight = 0.0 if kept[start] else 1.0 if word == word.lower() else WEIGHTS.name_weight
        found.append(Word(start, end, word, weight))
    return found


def _evidence(lines: Sequence[Sequence[Word]], languages: Sequence[str]) -> Iterator[Floats]:
    """For each line the log odds of each word in each language, against its best, shape (words, languages)."""
    every = [word for line in lines for word in line]
    place: dict[str, int] = {}
    which = [place.setdefault(word.text, len(place)) for word in every]
    weights = np.array([word.weight for word in every], np.float32)[:, None]
    evidence = _chances(list(place), languages)[which] * weights
    yield from np.split(evidence, np.cumsum([len(line) for line in lines], dtype=np.int64))[:-1]


def _chances(distinct: Sequence[str], languages: Sequence[str]) -> Floats:
    """Log probability of each word in each language, against its best, shape (words, languages)."""
    points = code_points(distinct)
    scores = runs.score(points, languages)
    chances: Floats = np.maximum(scores - scores.max(axis=1, keepdims=True, initial=-np.inf), WEIGHTS.floor)
    chances[~possible(points, languages)] = WEIGHTS.other_script
    return chances


def _hints(evidence: Floats, home: int) -> bool:
    """Whether words speak loudly enough for any other language that a stretch could be told of."""
    gain = np.maximum(evidence - evidence[:, home : home + 1], 0.0).sum(axis=0)
    return bool(gain.max() >= WEIGHTS.stretch_margin)


def best_path(evidence: Floats, home: int | None) -> list[int]:
    """The best language of each word; `switch` is paid for each change, and for beginning away from `home`."""
    count = evidence.shape[1]
    score = np.zeros(count) if home is None else np.where(np.arange(count) == home, 0.0, -WEIGHTS.switch)
    back = []
    for row in evidence:
        best = int(score.argmax())
        stays = score >= score[best] - WEIGHTS.switch
        back.append(np.where(stays, np.arange(count), best))
        score = np.where(stays, score, score[best] - WEIGHTS.switch) + row
    state = int(score.argmax())
    path = [state]
    for pointers in reversed(back[1:]):
        state = int(pointers[state])
        path.append(state)
    return path[::-1]


def _told(
    sentence: Sentence, line: Sequence[Word], evidence: Floats, path: Sequence[int], languages: Sequence[str]
) -> Iterator[Stretch]:
    """The stretches away from home that are long and plain enough to be told of."""
    home = languages.index(primary(sentence.language))
    for state, group in groupby(range(len(line)), key=path.__getitem__):
        plain = [place for place in group if line[place].weight == 1.0]
        margin = sum(float(evidence[place, state] - evidence[place, home]) for place in plain)
        if state != home and margin >= WEIGHTS.stretch_margin and _enough([line[place].text for place in plain]):
            start = sentence.span.start
            span = Span(sentence.span.document, start + line[plain[0]].start, start + line[plain[-1]].end)
            yield Stretch(languages[state], span, partial=True)


def _enough(plain: Sequence[str]) -> bool:
    ideographs = sum(len(word) for word in plain if _IDEOGRAPHS.match(word))
    return ideographs >= WEIGHTS.stretch_ideographs or len(plain) >= WEIGHTS.stretch_words
