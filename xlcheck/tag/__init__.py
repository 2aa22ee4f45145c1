"""Which language a sentence is in, and which one a page is in.

Each sentence is scored by itself (`language`) over the languages that are expected; neighbouring sentences help where
one is short; fragments that say nothing stay `und`. Stretches in another language are found inside (`stretch`).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray

from xlcheck.model import Sentence, primary
from xlcheck.model.language import UNDETERMINED
from xlcheck.tag import profile
from xlcheck.tag.chinese import with_chinese_scripts
from xlcheck.tag.language import probabilities
from xlcheck.tag.page import original_language, page_language
from xlcheck.tag.points import code_points
from xlcheck.tag.running import excerpt, running_words, tells
from xlcheck.tag.runs import LANGUAGES
from xlcheck.tag.script import languages_of_script
from xlcheck.tag.stretch import stretches
from xlcheck.tag.weights import WEIGHTS

__all__ = ["FIRST_LANGUAGES", "original_language", "page_language", "tag"]

FIRST_LANGUAGES = LANGUAGES
"""Expected where the user names none; any other language is added when whole paragraphs are in it."""


Floats = NDArray[np.float64]


def tag(
    sentences: Sequence[Sentence], expected: Iterable[str] = (), declared: str | None = None
) -> tuple[Sentence, ...]:
    """The sentences of one document with a BCP 47 language each, or `und`, and the foreign stretches inside them.

    Languages are primary subtags, but `zh-Hans` and `zh-Hant` for Chinese.

    `expected` restricts the languages; without it they are the first ones and what whole paragraphs are plainly in.
    `declared`, the page's own language where known, is always among them.
    """
    texts = [sentence.text for sentence in sentences]
    known = {primary(language) for language in expected} or _likely(sentences)
    if declared:
        known.add(primary(declared))
    languages = tuple(sorted(known))
    telling = np.array([tells(text) for text in texts], bool)
    chances = _with_neighbours(probabilities(texts, languages), telling, _lengths(texts))
    tagged = [
        replace(sentence, language=languages[row.argmax()] if told and row.max() >= WEIGHTS.confident else UNDETERMINED)
        for sentence, row, told in zip(sentences, chances, telling, strict=True)
    ]
    tagged = with_chinese_scripts(tagged)
    inside = stretches(tagged, languages)
    return tuple(replace(sentence, foreign=found) for sentence, found in zip(tagged, inside, strict=True))


def _likely(sentences: Sequence[Sentence]) -> set[str]:
    """The first languages, and those that the whole text, or whole paragraphs of it, are plainly in."""
    paragraphs: dict[int, list[str]] = {}
    for sentence in sentences:
        paragraphs.setdefault(sentence.paragraph, []).append(sentence.text)
    texts = [" ".join(parts) for parts in paragraphs.values()]
    texts = [excerpt(text, len(text)) for text in texts]
    known = set(FIRST_LANGUAGES)
    for written in languages_of_script(running_words(code_points(texts))):
        if known.isdisjoint(written):
            known.update(written)
    telling = [text for text in (" ".join(texts), *texts) if len(text) >= WEIGHTS.telling_letters]
    if telling:
        languages = profile.available()
        chances = probabilities(telling, languages)
        sure = [WEIGHTS.sure_text, *[WEIGHTS.sure_paragraph] * (len(telling) - 1)]
        known.update(languages[row.argmax()] for row, least in zip(chances, sure, strict=True) if row.max() >= least)
    return known


def _lengths(texts: Sequence[str]) -> Floats:
    return np.array([min(len(text), WEIGHTS.telling_letters) for text in texts], float)


def _with_neighbours(chances: Floats, telling: NDArray[np.bool_], lengths: Floats) -> Floats:
    """Chances times a prior that rests on the sentence before, the one after, and the whole document."""
    if len(chances) < 2:
        return chances
    weight = np.where(telling, lengths, 0.0)[:, None]
    evidence = chances * weight
    around = np.zeros_like(evidence)
    around[1:] += evidence[:-1]
    around[:-1] += evidence[1:]
    share = _normalised(around) + _normalised(evidence.sum(axis=0, keepdims=True) - evidence)
    return _normalised(chances * (share + 0.2))


def _normalised(values: Floats) -> Floats:
    totals = values.sum(axis=1, keepdims=True)
    return values / np.where(totals > 0, totals, 1.0)
