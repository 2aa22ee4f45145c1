"""Sentence ends inside a paragraph, by rule.

A stop is a run of end marks with the closing quotes and brackets after it. Whether it ends the sentence is decided
by what stands before it (an abbreviation, an initial, a number) and what follows (a lower-case letter, a comma).
The same rules serve every language, because pages mix them; only the abbreviations are data.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
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
_HIRAGANA = re.compile("[\u3041-\u309f]")
_AFTER_NUMBER = re.compile(r"\d\s*\Z")
_WORD = re.compile(r"\w+")
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
        quoting = bool(stop["close"]) and _HIRAGANA.match(text, begins) is not None
        return not (text[after] in _CONTINUES or text[begins] in _CONTINUES or quoting)
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
    word = found.group().lstrip("'’-–—*_") if found else ""
    if not found or not word or closed:
        return False
    if found.start() == first and _LIST_NUMBER.match(word):
        return True
    if _is_initial(word, text[begins]):
        return True
    forms = {word, word.lower()}
    known = _abbreviations()
    following = text[begins]
    if forms & known["leading"]:
        after_number = _AFTER_NUMBER.search(text, max(first, found.start() - LOOK_BACK), found.start())
        return not (forms & known["closing"] and after_number)
    if forms & known["numeric"]:
        return following.isdigit() or _ROMAN.match(text, begins, end) is not None
    if forms & known["attributive"]:
        opening = _WORD.match(text, begins, end)
        return not (opening and opening.group() in known["starters"])
    return bool(forms & known["closing"]) and following.isdigit()


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
def _abbreviations() -> Mapping[str, frozenset[str]]:
    """The words of all languages by class."""
    import tomllib

    data = files("xlcheck.segment").joinpath("data/abbreviations.toml").read_text("utf-8")
    languages = tomllib.loads(data).values()
    return {
        kind: frozenset(word for lists in languages for word in lists.get(kind, "").split())
        for kind in ("leading", "closing", "numeric", "attributive", "starters")
    }
