"""How likely a text is in each language: langdetect's profiles, and for the first twelve languages their words."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from xlcheck.model import primary
from xlcheck.tag import profile, runs
from xlcheck.tag.points import Points, code_points
from xlcheck.tag.script import by_script

OVERLAP = 4.0
"""Runs of characters repeat one another's evidence: their log odds are divided by this."""

ASKED = 80
"""Code points of a text that the profiles are asked about: more change nothing and cost time."""

SETTLED = 12.0
"""Log odds of the best language over the second from which the words alone decide."""

Floats = NDArray[np.float64]


def probabilities(texts: Sequence[str], languages: tuple[str, ...]) -> Floats:
    """How likely each text is in each language, shape (texts, languages), rows sum to 1.

    langdetect's profiles speak for all languages; among those that single words are known in, the words speak too, and
    where only such languages are in question and the words leave no doubt, the profiles are not asked. A language
    without a profile gets nothing, and a text without evidence is even over the others.
    """
    known = [column for column, language in enumerate(languages) if language in runs.LANGUAGES]
    words = runs.score(code_points(texts))[:, [runs.LANGUAGES.index(languages[column]) for column in known]]
    scores = np.full((len(texts), len(languages)), -np.inf)
    scores[:, known] = words
    open_to = list(range(len(texts)))
    if len(known) == len(languages):
        open_to = np.flatnonzero(_doubtful(words)).tolist()
    if open_to:
        asked = _profile_scores(code_points([texts[row][:ASKED] for row in open_to]), languages) / OVERLAP
        if len(known) > 1:
            among = asked[:, known] + words[open_to]
            asked[:, known] = among + _log_sum(asked[:, known]) - _log_sum(among)
        scores[open_to] = asked
    for row, text in enumerate(texts):
        possible = by_script(text)
        if possible and not possible.isdisjoint(languages):
            scores[row, [language not in possible for language in languages]] = -np.inf
    scores[np.isneginf(scores).all(axis=1)] = 0.0
    return np.exp(scores - _log_sum(scores))


def _doubtful(words: NDArray[np.float32]) -> NDArray[np.bool_]:
    """Which rows have a rival within `SETTLED` of the best."""
    if words.shape[1] < 2:
        return np.zeros(len(words), bool)
    best = np.partition(words, -2, axis=1)
    doubtful: NDArray[np.bool_] = best[:, -1] - best[:, -2] < SETTLED
    return doubtful


def _profile_scores(texts: Points, languages: tuple[str, ...]) -> Floats:
    codes = frozenset(code for code in profile.available() if primary(code) in languages)
    scores = np.full((texts.count, len(languages)), -np.inf)
    if codes and texts.count:
        profiles = profile.load(codes)
        totals, counts = profiles.score(texts)
        for column, code in enumerate(profiles.languages):
            place = languages.index(primary(code))
            scores[:, place] = np.maximum(scores[:, place], totals[:, column])
        scores[counts == 0] = 0.0
    return scores


def _log_sum(scores: Floats) -> Floats:
    total: Floats = np.logaddexp.reduce(scores, axis=1, keepdims=True)
    return total
