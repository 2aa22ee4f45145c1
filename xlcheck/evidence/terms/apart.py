"""Whether a term is by itself where it is, so that another one may take its place unseen.

Strict where `rendering` is lenient: what may be part of a longer name, of a compound, or of a title that someone gave,
is not by itself.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from functools import cache

from xlcheck.evidence.quotation import is_quoted
from xlcheck.evidence.thresholds import THRESHOLDS
from xlcheck.lang import Language
from xlcheck.lang.scripts import HAN, HANGUL, HIRAGANA, KATAKANA, TOKEN, UNSPACED, UNSPACED_LETTERS
from xlcheck.model.document import Span
from xlcheck.model.text import Mention, Sentence

_JOINED = re.compile(f"[{HAN}]{{2}}|[{KATAKANA}]{{2}}|[{HIRAGANA}ー]{{2}}|[{UNSPACED_LETTERS}]{{2}}")
"""Two characters of one kind that may be of one word."""
_KATAKANA = re.compile(f"[{KATAKANA}]{{2}}")
_LETTERS = re.compile(f"[{UNSPACED_LETTERS}]")
_POINT = re.compile("[·・＝•‧]")
"""What joins the words of a foreign name in Chinese and Japanese."""

_BLANK = r"[ \t\n\u00a0\u2009\u202f]"
_HYPHEN = "[-\u2010\u2011]"
_BEFORE = re.compile(rf"(?P<word>{TOKEN})(?:\.?{_BLANK}{{1,3}}|{_HYPHEN})\Z")
_BEHIND = re.compile(rf"(?:{_BLANK}{{1,3}}|{_HYPHEN})(?P<word>{TOKEN})")
_LINK = (
    r"(?:of|de|del|della|dello|dei|di|du|des|da|das|do|dos|der|van|von|vom|den|for|&)"
    rf"(?:{_BLANK}+(?:the|la|las|le|les|los|el|der|den|het))?{_BLANK}+"
)
_ELIDED = rf"(?:d|de{_BLANK}+l|dell)['’]"
_LINKED_BEFORE = re.compile(rf"(?P<words>(?:{TOKEN}{_BLANK}+){{1,5}})(?:{_LINK}|{_ELIDED})\Z")
_LINKED_BEHIND = re.compile(rf"{_BLANK}+(?:{_LINK}|{_ELIDED})(?P<word>{TOKEN})")
_BODIES = re.compile(rf"(?:{TOKEN}{_BLANK}+){{0,5}}\Z")
_NAMES = ("person", "place", "body")


def is_apart(mention: Mention, sentence: Sentence) -> bool:
    """Whether a term is surely the whole of what is named where it is."""
    return not (
        is_cut_out(mention.span)
        or is_quoted(mention.span, sentence)
        or _is_compound(mention)
        or _is_in_longer_name(mention, sentence)
    )


def is_cut_out(at: Span) -> bool:
    """Whether a place may be parts of two words, where words are written without blanks: 越中 in 穿越中东.

    Nearly all Chinese words have one to four characters, so a stretch of four may be the end of one word, a whole
    one of two characters and the beginning of a third (南中国海 in 越南中国海军): one of five that is a term by
    chance would have to be made of three words at least, or of two long ones. In scripts of letters a syllable has two
    or more of them, so it is ten there. Katakana that goes on is one word, however long.
    """
    text, own = at.document.text, at.text
    edges = (text[at.start - 1 : at.start + 1] if at.start else "", text[at.end - 1 : at.end + 1])
    if any(_KATAKANA.fullmatch(edge) for edge in edges):
        return True
    long = THRESHOLDS.long_term_in_letters if _LETTERS.search(own) else THRESHOLDS.long_term
    return len(own) < long and any(_JOINED.fullmatch(edge) for edge in edges)


def is_lengthened_person(at: Span, sentence: Sentence, language: str) -> bool:
    """Whether a word with a capital next to a person's name may be part of it: Su Lin Wong, Nguyễn Tô Lâm.

    A title before it is not, nor is a word that opens the sentence and is not a name; in Vietnamese every one may be.
    """
    own = Language.of(language)
    before, behind = _around(at, sentence)
    if _is_capital(_BEHIND.match(behind)):
        return True
    found = _BEFORE.search(before)
    if found is None or not _is_capital(found):
        return False
    return not _is(found["word"], own, "title") and not _opens(found, before, own)


def _is_in_longer_name(mention: Mention, sentence: Sentence) -> bool:
    before, behind = _around(mention.span, sentence)
    language = Language.of(mention.term.language)
    if _POINT.match(before[-1:]) or _POINT.match(behind):
        return True
    if mention.concept.kind in _NAMES and _is_without_capitals(mention.span.text):
        return bool(_BEFORE.search(before) or _BEHIND.match(behind))
    if not (mention.term.text[:1].isupper() or mention.span.text[:1].isupper()):
        return False
    if _is_linked(before, language.traits.head_first and mention.concept.kind in ("place", "body")):
        return True
    if mention.concept.kind == "person":
        return is_lengthened_person(mention.span, sentence, mention.term.language)
    ahead = _BEFORE.search(before)
    return (
        _is_capital(_BEHIND.match(behind))
        or _is_capital(_LINKED_BEHIND.match(behind))
        or (_is_capital(ahead) and not _opens(ahead, before, language))
        or (language.traits.syllabic and _is_led(before, language))
    )


def _around(at: Span, sentence: Sentence) -> tuple[str, str]:
    """What is before a place and behind it in its sentence."""
    text, whole = at.document.text, sentence.span
    return (
        text[max(whole.start, at.start - THRESHOLDS.term_reach) : at.start],
        text[at.end : max(at.end, min(whole.end, at.end + THRESHOLDS.term_reach))],
    )


def _is_capital(found: re.Match[str] | None) -> bool:
    return found is not None and found["word"][0].isupper()


def _opens(found: re.Match[str] | None, before: str, language: Language) -> bool:
    """Whether a word is the first of its sentence and has its capital from that alone."""
    if found is None or any(map(str.isalnum, before[: found.start()])):
        return False
    return _is(found["word"], language, "opener")


def _is_linked(before: str, far: bool) -> bool:
    """Whether a term is the end of a name with “of”: Communist Party of Vietnam; `far`, with words in between too, as
    languages whose names open with their head have them: Instituto de estudios del Mar.
    """
    found = _LINKED_BEFORE.search(before)
    if found is None:
        return False
    words = found["words"].split()
    return any(word[0].isupper() for word in (words if far else words[-1:]))


def _is_led(before: str, language: Language) -> bool:
    """Whether one of the last few words has a capital: Vietnamese bodies have one for several (đảng Lao động)."""
    found = _BODIES.search(before)
    words = found[0].split() if found else []
    opens = found is not None and not any(map(str.isalnum, before[: found.start()]))
    if opens and words and _is(words[0], language, "opener"):
        words = words[1:]
    return any(word[0].isupper() for word in words)


def _is_compound(mention: Mention) -> bool:
    """Whether a Vietnamese term may go on, since its edge and the syllable there have small letters: quốc, quốc tế."""
    language = Language.of(mention.term.language)
    if not language.traits.syllabic:
        return False
    at, text = mention.span, mention.span.document.text
    syllables = re.findall(TOKEN, at.text)
    behind = _BEHIND.match(text[at.end : at.end + THRESHOLDS.term_reach])
    before = _BEFORE.search(text[max(0, at.start - THRESHOLDS.term_reach) : at.start])
    return bool(syllables) and (
        (syllables[-1][0].islower() and _may_be_joined(behind, language))
        or (syllables[0][0].islower() and _may_be_joined(before, language))
    )


def _may_be_joined(found: re.Match[str] | None, language: Language) -> bool:
    """Whether a syllable may make a word with the one next to it: it is small and none of those between words."""
    return found is not None and found["word"][0].islower() and not _is(found["word"], language, "function")


def _is_without_capitals(text: str) -> bool:
    """Whether a text is in a script with blanks that has no capitals, but for Hangul, which has particles."""
    first = next(filter(str.isalpha, text), "")
    east = re.match(f"[{UNSPACED}{HANGUL}]", first)
    return bool(first) and first.upper() == first.lower() and not east


@cache
def _table(language: Language) -> Mapping[str, frozenset[str]]:
    """use -> words with a capital that are no part of the name behind them."""
    return {use: frozenset(words.split("|")) for use, words in language.rows("titles")}


def _is(word: str, language: Language, use: str) -> bool:
    return unicodedata.normalize("NFC", word).lower() in _table(language).get(use, ())
