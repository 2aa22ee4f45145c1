"""Sentence ends inside a paragraph, by rule.

A stop is a run of end marks with the closing quotes and brackets after it. Whether it ends the sentence is decided
by what stands before it (an abbreviation, an initial, a number) and what follows (a lower-case letter, a comma).
The same rules serve every language, because pages mix them; only the abbreviations are data.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from importlib.resources import files

_CLOSERS = "\"'”’»›)\\]}」』》〉）】＂＇〕"
_OPENERS = "\"'“‘«‹„‚(\\[{「『《〈（【*_¿¡"
_STOP = re.compile(
    rf"(?P<mark>[.．!?…‼⁇⁈⁉؟۔।॥]+|[。！？｡][。！？｡!?…]*)(?P<close>(?:[{_CLOSERS}]|\s[»”](?=\s|\Z))*)"
)
_FULL_WIDTH = frozenset("。！？｡")
_NEXT = re.compile(rf"\s*(?:[-–—•*]\s*)?[{_OPENERS}]*\s?")
_WORD_BEFORE = re.compile(r"[^\s(\[“”\"«»‘,;:，；：（]+\Z")
_CONTINUES = frozenset(",;:，；：、،؛)]}）」』》〉】%‰°/=+&@")
_ROMAN = re.compile(r"[IVXLC]+\b")
_INITIALS = re.compile(r"(?:\w\.)*[^\W\d_]\Z")
_LIST_NUMBER = re.compile(r"\(?(?:\d{1,3}|[a-zA-Z]|[ivxIVX]{1,4})\Z")
_ENUMERATED = re.compile(r"\S*\b\d+\Z")
_UNSPACED = re.compile("[\u0e00-\u0eff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\uff00-\uffef]")

LOOK_BACK = 40
"""Code points looked at before a stop; no abbreviation is longer. Keeps the work linear."""


def sentence_ends(text: str, start: int, end: int) -> Iterator[int]:
    """Offsets in `text[start:end]` after which a new sentence begins, in order, `end` itself left out."""
    first = start
    for stop in _STOP.finditer(text, start, end):
        if stop.end() < end and _ends_sentence(text, first, stop, end):
            first = stop.end()
            yield first


def _ends_sentence(text: str, first: int, stop: re.Match[str], end: int) -> bool:
    mark, after = stop["mark"], stop.end()
    follower = _NEXT.match(text, after, end)
    begins = follower.end() if follower else after
    if begins >= end:
        # only quotes, dashes or blanks are left: they belong to this sentence
        return False
    if mark[0] in _FULL_WIDTH:
        return text[after] not in _CONTINUES and not text[begins] in _CONTINUES
    spaced = text[after].isspace()
    if not spaced and not (_UNSPACED.match(text[after]) and mark.strip(".")):
        return False
    following = text[begins]
    if following.islower() or text[begins] in _CONTINUES:
        return False
    if mark == "." or mark == "．":
        return not _abbreviates(text, first, stop.start("mark"), bool(stop["close"]), begins, end)
    return mark.strip(".…") != "" or following.isupper() or not following.isalpha()


def _abbreviates(text: str, first: int, dot: int, closed: bool, begins: int, end: int) -> bool:
    """Whether the full stop at `dot` belongs to the word before it, not to the sentence."""
    found = _WORD_BEFORE.search(text, max(first, dot - LOOK_BACK), dot)
    if not found or closed:
        return False
    word = found.group().lstrip("'’-–—*_")
    if not word:
        return False
    opens_sentence = found.start() == first
    if opens_sentence and _LIST_NUMBER.match(word):
        return True
    leading, closing, numeric = _abbreviations()
    folded = word.lower()
    if word in leading or folded in leading:
        return True
    following = text[begins]
    if word in numeric or folded in numeric:
        return following.isdigit() or _ROMAN.match(text, begins, end) is not None
    if word in closing or folded in closing:
        return following.isdigit()
    return _is_initial(word, following)


def _is_initial(word: str, following: str) -> bool:
    """`J.` in “J. Smith” or “J.R.R. Tolkien”: one capital, something capitalised after it."""
    last = word[-1]
    return (
        _INITIALS.fullmatch(word) is not None
        and last.isupper()
        and following.isupper()
        and not _UNSPACED.match(last)
    )


@cache
def _abbreviations() -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    """The words of all languages by class: leading, closing, numeric."""
    import tomllib

    data = files("xlcheck.segment").joinpath("data/abbreviations.toml").read_text("utf-8")
    languages = tomllib.loads(data).values()
    leading, closing, numeric = (
        frozenset(word for lists in languages for word in lists.get(kind, "").split())
        for kind in ("leading", "closing", "numeric")
    )
    return leading, closing, numeric
