"""Simplified or traditional: which script a Chinese sentence is in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from xlcheck.model import Sentence, primary
from xlcheck.tag import profile
from xlcheck.tag.points import code_points

MARGIN = 3.0
"""Log odds from which a sentence speaks for itself; below, it is in the script of the document's Chinese."""


def with_chinese_scripts(sentences: Sequence[Sentence]) -> list[Sentence]:
    """The sentences, Chinese ones with the tag `zh-Hans` or `zh-Hant`.

    langdetect's profiles of Chinese as written in the mainland and in Taiwan decide.
    """
    chinese = [place for place, sentence in enumerate(sentences) if primary(sentence.language) == "zh"]
    tagged = list(sentences)
    if not chinese:
        return tagged
    profiles = profile.load(frozenset({"zh-cn", "zh-tw"}))
    scores, _ = profiles.score(code_points([sentences[place].text for place in chinese]))
    odds = scores[:, profiles.languages.index("zh-cn")] - scores[:, profiles.languages.index("zh-tw")]
    odds = np.where(np.abs(odds) < MARGIN, odds.sum(), odds)
    for place, simplified in zip(chinese, odds >= 0, strict=True):
        tagged[place] = replace(sentences[place], language="zh-Hans" if simplified else "zh-Hant")
    return tagged
