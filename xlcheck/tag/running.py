"""The words of a text that tell its language: no names, numbers, quotations, code."""

from __future__ import annotations

import re

import numpy as np

from xlcheck.lang.scripts import CASELESS, UNSPACED, WORD
from xlcheck.tag.points import BLANK, Flags, Integers, Points
from xlcheck.tag.script import CAPITAL, DIGIT, JOINER, LATIN, OTHER, classes
from xlcheck.tag.weights import WEIGHTS

_CLOCK = re.compile(r"(?<!\S)\d{1,4}(?:[/.:-]\d{1,4})+(?!\S)")
"""A date or a time in figures, as in a byline."""
_WORD = re.compile(rf"{WORD}(?:['’\-]{WORD})*")
_UNSPACED = re.compile(f"[{UNSPACED}]")
_CODE = re.compile(
    r"`[^`]{0,400}`|</?\w[^<>]{0,400}>?|\]\([^()]{0,400}\)|https?://\S+|www\.\S+|[@#]\w+"
    r"|(?<![A-Za-z0-9._%+-])[A-Za-z0-9._%+-]+@[A-Za-z0-9.-]+"
    r"|(?<![A-Za-z0-9_.~/-])[A-Za-z0-9_.~-]*[A-Za-z0-9_~]/[A-Za-z0-9_./~-]+"
    r"|(?<![A-Za-z0-9_])[A-Za-z0-9]+(?:_[A-Za-z0-9]+)+|(?<![A-Za-z0-9_])[A-Za-z0-9_]+=\S+|:\w+="
)
_MAYBE_CODE = re.compile(r"[`<>@#/_=]|www\.")
_MARKED = re.compile(r"[`<>@#/_=“\"«„「『《”»」』》()（）\[\]【】]")
QUOTED = (
    r"“[^”]{0,400}”|\"[^\"]{0,400}\"|«[^»]{0,400}»|„[^“”\"]{0,400}[“”\"]"
    r"|‚[^‚‘’]{0,400}[‘’]|「[^」]{0,400}」|『[^』]{0,400}』|《[^》]{0,400}》"
)
"""Pattern of text in quotation marks inside a sentence."""

BRACKETED = r"\([^()]{0,400}\)|（[^（）]{0,400}）|\[[^\[\]]{0,400}\]|【[^】]{0,400}】"
"""Pattern of an aside in brackets: a gloss, a source."""

_ASIDE = re.compile(f"{QUOTED}|{BRACKETED}")
_CASELESS = re.compile(f"[{CASELESS}]")


def excerpt(text: str, length: int) -> str:
    """So many code points from either end of a text without code, quotations and brackets.

    Quotations and brackets stay where there is not enough else to tell a language from. What is in capitals throughout
    comes in lower case.
    """
    ends = _ends(text, length)
    if _MARKED.search(ends) or "www." in ends:
        ends = _ends(without_code(_without_asides(text)), length)
    return ends.lower() if ends.isupper() and _CASELESS.search(ends) is None else ends


def _ends(text: str, length: int) -> str:
    return text if len(text) <= 2 * length else f"{text[:length]} {text[-length:]}"


def without_code(text: str) -> str:
    return _CODE.sub(" ", text) if _MAYBE_CODE.search(text) else text


def _without_asides(text: str) -> str:
    rest = _ASIDE.sub(" ", text)
    return rest if len(rest) < len(text) and tells(rest) else text


def running_words(texts: Points, glance: bool = False) -> Points:
    """The texts with blanks for numbers, names and what is in another script than most words.

    Latin names stand in Chinese, Arabic or Russian text without making it English. In Latin text words with a capital,
    but the first, are names, and left out where enough other words remain. At a `glance`, at texts of which one sees a
    part, names are always left out, and nothing is left of a text in two scripts.
    """
    kinds = classes(texts.points)
    part = kinds & (LATIN | DIGIT | JOINER) > 0
    words = np.flatnonzero(part & np.concatenate(([True], ~part[:-1])))
    if not len(words):
        return texts
    count = len(texts.starts)
    owner = np.searchsorted(texts.starts, words, "right") - 1
    has = np.bitwise_or.reduceat(np.where(part, kinds, 0), words)
    number, capital = has & DIGIT > 0, has & CAPITAL > 0
    letters = np.add.reduceat(kinds & LATIN > 0, words, dtype=np.int64)
    others = np.add.reduceat(kinds & OTHER > 0, texts.starts, dtype=np.int64)
    plain = np.bincount(owner, ~(capital | number) & (letters > 1), count)
    led = (others > 0) & (others >= WEIGHTS.others_in_word * plain)
    first = np.diff(owner, prepend=-1) > 0
    name = capital & ~first & (glance | (plain >= WEIGHTS.enough_words)[owner])
    mixed = glance & (others > 0) & (plain > 0)
    gone = part & _from(words, number | name | (led | mixed)[owner], len(part))
    if others.any():
        gone |= (kinds & OTHER > 0) & np.repeat(~led | mixed, texts.lengths)
    return Points(np.where(gone, BLANK, texts.points), texts.starts)


def _from(places: Integers, flags: Flags, size: int) -> Flags:
    """Each flag from its place on to the next; none before the first place. Shape (size,)."""
    return np.repeat(np.concatenate(([False], flags)), np.diff(places, prepend=0, append=size))


def tells(text: str) -> bool:
    """Whether there is enough running text to tell a language from.

    Names, capitals and numbers do not count: a byline, a source tag (“— VNS”) or a photo credit says nothing.
    """
    text = without_code(text)
    if len(_UNSPACED.findall(text)) >= WEIGHTS.least_unspaced:
        return True
    words = _WORD.findall(text)
    if text.isupper():
        plain = words
    else:
        plain = [w for place, w in enumerate(words) if w == w.lower() or (place == 0 and w.istitle())]
    if len(plain) < WEIGHTS.least_words or sum(map(len, plain)) < WEIGHTS.least_letters:
        return False
    return len(plain) >= WEIGHTS.enough_words or 2 * len(plain) >= len(_CLOCK.sub("", text).split())
