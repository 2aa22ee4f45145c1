"""Simplified or traditional: which script a Chinese sentence is in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from xlcheck.model import Sentence, primary


def with_chinese_scripts(sentences: Sequence[Sentence]) -> list[Sentence]:
    """The sentences, Chinese ones with the tag `zh-Hans` or `zh-Hant`.

    A character that GB 2312 has and Big5 lacks is simplified, and the other way round; the more of them decide. A
    sentence without any is in the script of the document's other Chinese, and `zh` where that has none either.
    """
    votes = [sum(map(_simplified, s.text)) if primary(s.language) == "zh" else 0 for s in sentences]
    document = sum(votes)
    return [
        replace(sentence, language=_tag(vote or document)) if primary(sentence.language) == "zh" else sentence
        for sentence, vote in zip(sentences, votes, strict=True)
    ]


def _tag(vote: int) -> str:
    return "zh-Hans" if vote > 0 else "zh-Hant" if vote < 0 else "zh"


@cache
def _simplified(character: str) -> int:
    """1 for a character of simplified Chinese only, -1 for one of traditional Chinese only, else 0."""
    return _in("gb2312", character) - _in("big5", character)


def _in(encoding: str, character: str) -> int:
    try:
        character.encode(encoding)
    except UnicodeEncodeError:
        return 0
    return 1
