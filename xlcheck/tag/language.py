"""How likely a text is in each language: langdetect's profiles, and for the first twelve languages their words."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from xlcheck.tag import profile, runs
from xlcheck.tag.points import Flags, Points, code_points
from xlcheck.tag.running import excerpt, running_words
from xlcheck.tag.script import possible
from xlcheck.tag.weights import WEIGHTS

GLANCES = (16, 40)
"""Code points at either end of a text that are looked at first, and next; most texts are decided there."""


Floats = NDArray[np.float64]
Languages = tuple[str, ...]


def probabilities(texts: Sequence[str], languages: Languages) -> Floats:
    """How likely each text is in each language, shape (texts, languages), rows sum to 1.

    langdetect's profiles speak for all languages; among those that single words are known in, the words speak too, and
    where only such languages are in question and the words leave no doubt, the profiles are not asked. Both are asked
    about the two ends of a text first, and about more where these leave a doubt. A language without a profile gets
    nothing; a text without evidence is in none by much.
    """
    scores = np.zeros((len(texts), len(languages)))
    left = np.arange(len(texts))
    for length in (*GLANCES, None):
        for first in range(0, len(left), WEIGHTS.texts_at_once):
            rows = left[first : first + WEIGHTS.texts_at_once]
            scores[rows] = _scores([texts[row] for row in rows.tolist()], languages, length)
        left = left[_doubtful(scores[left])]
    scores[np.isneginf(scores).all(axis=1)] = 0.0
    return np.exp(scores - _log_sum(scores))


def _scores(texts: Sequence[str], languages: Languages, length: int | None) -> Floats:
    """Log odds, shape (texts, languages), by so many code points of either end of texts, or by all of them."""
    read = code_points([excerpt(text, len(text) if length is None else length) for text in texts])
    words = running_words(read, glance=length is not None)
    scores = _by_words(words, languages)
    if len(_known(languages)) < len(languages):
        scores = _with_profiles(scores, words, languages)
    elif length is None:
        asked = np.flatnonzero(_doubtful(scores))
        scores[asked] = _with_profiles(scores[asked], words.some(asked), languages)
    return np.where(possible(words, languages), scores, -np.inf)


def _by_words(texts: Points, languages: Languages) -> Floats:
    known = _known(languages)
    scores = np.full((len(texts.starts), len(languages)), -np.inf)
    scores[:, known] = runs.score(texts, tuple(languages[column] for column in known))
    return scores


def _with_profiles(words: Floats, texts: Points, languages: Languages) -> Floats:
    """Profiles' log odds; what they give to the languages that words are known in, the words divide among these."""
    known = _known(languages)
    scores = _profile_scores(texts, languages) / WEIGHTS.overlap
    if len(known) > 1:
        among = scores[:, known] + words[:, known]
        scores[:, known] = among + _log_sum(scores[:, known]) - _log_sum(among)
    return scores


def _known(languages: Languages) -> list[int]:
    return [column for column, language in enumerate(languages) if language in runs.LANGUAGES]


def _doubtful(scores: Floats) -> Flags:
    """Which rows have a rival within `settled` of the best, or nothing at all."""
    if scores.shape[1] < 2:
        return np.zeros(len(scores), bool)
    best = np.partition(scores, -2, axis=1)
    doubtful: Flags = ~(best[:, -1] >= best[:, -2] + WEIGHTS.settled) | np.isneginf(best[:, -1])
    return doubtful


def _profile_scores(texts: Points, languages: Languages) -> Floats:
    """Log odds by the profiles; a text without a known run is even over all."""
    scores = np.full((len(texts.starts), len(languages)), -np.inf)
    wanted = frozenset(languages).intersection(profile.available())
    if wanted:
        profiles = profile.load(wanted)
        odds, known = profiles.score(texts)
        scores[:, [languages.index(language) for language in profiles.languages]] = odds
        scores[~known] = 0.0
    return scores


def _log_sum(scores: Floats) -> Floats:
    best = scores.max(axis=1, keepdims=True)
    total: Floats = best + np.log(np.exp(scores - best).sum(axis=1, keepdims=True))
    return total
