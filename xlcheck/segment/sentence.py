"""Sentence ends inside a paragraph, by rule.

A stop is a run of end marks with the closing quotes and brackets after it. Whether it ends the sentence is decided
by what stands before it (an abbreviation, an initial, a number) and what follows (a lower-case letter, a comma).
The same rules serve every language, because pages mix them; only the abbreviations are data.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache

from xlcheck.lang import all_languages
from xlcheck.lang.scripts import FULL_WIDTH, HIRAGANA, UNSPACED
from xlcheck.segment.limits import LIMITS

_CLOSERS = "\"'”’»›)\\]}」』》〉）】＂＇〕"
_OPENERS = "\"'“‘«‹„‚(\\[{「『《〈（【*_¿¡"
_MARKS = ".．!?…‼⁇⁈⁉؟۔।॥"
_STOP = re.compile(
    # the first character alone is a set, so that the search runs over ordinary text at full speed
    rf"(?P<mark>[{_MARKS}。！？｡:;*=_~]"
    rf"(?:(?<=\.)(?:\s\.)+|(?<=[{_MARKS}])[{_MARKS}]*|(?<=[。！？｡])[。！？｡!?…]*"
    rf"|(?<=\s[:;])-?[)(DP](?=\s)|(?<=[*=_~])[*=_~]{{2,}}))"
    rf"(?P<close>(?:[{_CLOSERS}]|(?<=[.!?…])[“‘]|\s[»”\"](?=[\s.,;:!?]|\Z))*)"
)
_FULL_WIDTH = frozenset("。！？｡")
_NEXT = re.compile(rf"\s*(?:—\s+|(?P<dash>[-–]\s+))?(?:[•*]\s*)?(?P<open>[{_OPENERS}]*)\s?")
_BLANKS = (" ", "\n", "\u00a0")
_BRACKETS = re.compile("[(\\[“”\"«»‘,;:，；：（'’]")
_SPACED_PARTS = re.compile(r"(?:\b[^\W\d_]\.\s)+\Z")
_CONTINUES = frozenset(",;:，；：、،؛)]}）」』》〉】%‰°/=+&@")
_ROMAN = re.compile(r"[IVXLC]+\b")
_INITIALS = re.compile(r"(?:\w\.\s?)*[^\W\d_]\Z")
_INITIAL_NEXT = re.compile(r"[^\W\d_]\.")
_LIST_NUMBER = re.compile(r"[\s•⁃▪‣*\-–]*\(?(?:\d{1,3}|[a-zA-Z]|[ivxIVX]{1,4})\Z")
_HIRAGANA = re.compile(f"[{HIRAGANA}]")
_AFTER_NUMBER = re.compile(r"\d\s*\Z")
_ORDINAL = re.compile(r"[^\W\d_]*\d{1,2}\Z")
_PLAIN = re.compile(r"[^\W\d_]{4,}\Z")
_WORD = re.compile(r"\w+")
_UNSPACED = re.compile(f"[{UNSPACED}{FULL_WIDTH}]")


def sentence_ends(text: str, start: int, end: int) -> Iterator[int]:
    """Offsets in `text[start:end]` after which a new sentence begins, in order, `end` itself left out."""
    first = start
    for stop in _STOP.finditer(text, start, end):
        if stop.end() < end and _ends_sentence(text, first, stop, end):
            first = stop.end()
            yield first


def _ends_sentence(text: str, first: int, stop: re.Match[str], end: int) -> bool:
    mark, after = stop["mark"], stop.end()
    if mark[0] in _FULL_WIDTH and text[after].isalnum() and not stop["close"]:
        return not _titled(text, first, stop.start())
    follower = _NEXT.match(text, after, end)
    begins = follower.end() if follower else after
    if not follower or begins >= end:
        # only quotes, dashes or blanks are left: they belong to this sentence
        return False
    if mark[0] in _FULL_WIDTH:
        return not _goes_on_full_width(text, first, stop, begins)
    if not text[after].isspace() and not (_UNSPACED.match(text[after]) and mark.strip(".．")):
        return False
    if text[begins] in _CONTINUES or (follower["dash"] and stop.start() - first <= LIMITS.label):
        return False
    small = text[begins].islower() and not follower["open"]
    if mark in (".", "．"):
        return not _abbreviates(text, first, stop, begins, small, end)
    return not small


def _goes_on_full_width(text: str, first: int, stop: re.Match[str], begins: int) -> bool:
    """Whether a full-width stop is inside a title, or what follows belongs to the sentence (「はい。」と答えた)."""
    if text[stop.end()] in _CONTINUES or text[begins] in _CONTINUES:
        return True
    if stop["close"]:
        return _HIRAGANA.match(text, begins) is not None
    return _titled(text, first, stop.start())


def _titled(text: str, first: int, stop: int) -> bool:
    opened = text.rfind("《", max(first, stop - LIMITS.look_back), stop)
    return opened >= 0 and text.find("》", opened, stop) < 0


def _abbreviates(text: str, first: int, stop: re.Match[str], begins: int, small: bool, end: int) -> bool:
    """Whether a full stop belongs to the word before it, not to the sentence."""
    dot = stop.start()
    if stop["close"] in ("", ")") and _LIST_NUMBER.match(text[max(first, dot - LIMITS.look_back) : dot]):
        return dot - first <= LIMITS.look_back
    start, word = _word_before(text, max(first, dot - LIMITS.look_back), dot)
    if not word or stop["close"]:
        return small
    opening = _WORD.match(text, begins, end)
    kind = _kind(word, opening.group() if opening else "")
    if kind == "leading":
        return True
    if kind == "dated":
        return not _AFTER_NUMBER.search(text, max(first, start - LIMITS.look_back), start)
    if kind == "numeric":
        return small or text[begins].isdigit() or _ROMAN.match(text, begins, end) is not None
    if kind == "closing":
        return text[begins].isdigit() or small
    if small:
        return not _PLAIN.match(word)
    initial = len(word) == 1 and word.isalpha() and not _UNSPACED.match(word)
    return initial and _INITIAL_NEXT.match(text, begins, end) is not None


def _word_before(text: str, nearest: int, dot: int) -> tuple[int, str]:
    """The word that a full stop follows and where it begins; of an abbreviation in parts (“z. B”), all its letters."""
    start = 1 + max(text.rfind(blank, nearest, dot) for blank in _BLANKS)
    start = max(start, nearest)
    word = _BRACKETS.split(text[start:dot])[-1].lstrip("'’-–—*_")
    if len(word) == 1 and word.isalpha():
        parts = _SPACED_PARTS.search(text, nearest, start)
        if parts:
            return parts.start(), parts.group() + word
    return start, word


def _kind(word: str, following: str) -> str:
    """How a word goes with a full stop: leading, dated, numeric, closing, or nothing known."""
    known = _abbreviations()
    starts = following in known["starters"]
    if _is_initial(word) and following[:1].isupper() and not starts:
        return "leading"
    forms = {word, word.lower(), "".join(word.split()).lower()}
    if forms & known["leading"]:
        return "dated" if forms & known["closing"] else "leading"
    if forms & known["attributive"]:
        return "" if starts else "leading"
    if _ORDINAL.fullmatch(word) and following in known["ordinal"]:
        return "leading"
    return next((kind for kind in ("numeric", "closing") if forms & known[kind]), "")


def _is_initial(word: str) -> bool:
    """`J.` in “J. Smith”, or `J.R.R.`: capitals, a full stop after each."""
    return _INITIALS.fullmatch(word) is not None and word[-1].isupper() and not _UNSPACED.match(word[-1])


_KINDS = ("leading", "closing", "numeric", "attributive", "starters", "ordinal")


@cache
def _abbreviations() -> Mapping[str, frozenset[str]]:
    """The words of all languages by class."""
    known: dict[str, set[str]] = {kind: set() for kind in _KINDS}
    for language in all_languages():
        for kind, words in language.rows("abbreviations"):
            known[kind].update(words.split(" "))
    return {kind: frozenset(words) for kind, words in known.items()}
