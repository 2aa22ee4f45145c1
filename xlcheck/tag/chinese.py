"""Simplified or traditional: which script a Chinese sentence is in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from xlcheck.lang import Language
from xlcheck.model import Sentence, primary


def with_chinese_scripts(sentences: Sequence[Sentence]) -> list[Sentence]:
    """The sentences, Chinese ones with the tag `zh-Hans` or `zh-Hant`.

    A character that GB 2312 has and Big5 lacks is simplified, and the other way round; the more of them decide. A
    sentence without any is in the script of the document's other Chinese, and `zh` where that has none either.
    """
    chinese = [Language.of(sentence.language).traits.all_han for sentence in sentences]
    votes = [sum(map(_simplified, s.text)) if own else 0 for s, own in zip(sentences, chinese, strict=True)]
    document = sum(votes)
    return [
        replace(sentence, language=_tag(primary(sentence.language), vote or document)) if own else sentence
        for sentence, vote, own in zip(sentences, votes, chinese, strict=True)
    ]


def _tag(language: str, vote: int) -> str:
    return f"{language}-Hans" if vote > 0 else f"{language}-Hant" if vote < 0 else language


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
