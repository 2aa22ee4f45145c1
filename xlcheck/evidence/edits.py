"""What to write, to the letter, and where."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache
from typing import Literal

from xlcheck.evidence.names.forms import name_key
from xlcheck.evidence.thresholds import THRESHOLDS
from xlcheck.lang import Language
from xlcheck.lang.casing import capitalised, lower, upper
from xlcheck.lang.scripts import HANGUL_SYLLABLES
from xlcheck.model.document import Document, Span
from xlcheck.model.edit import Edit
from xlcheck.model.language import UNDETERMINED
from xlcheck.model.term import Term
from xlcheck.model.text import Mention

_ARTICLE = re.compile(r"\ban?\s+\Z", re.IGNORECASE)
_SOUND = re.compile("(?P<vowel>[aeiAEI](?![uU])|[oO](?!n[ec]))|[b-df-gj-np-tvwzB-DF-GJ-NP-TVWZ](?![A-Z])")
"""Beginnings of words of which the letters tell whether *a* or *an* goes before them."""
_VOWEL = re.compile("[aeiouyh]")
_OPENS = re.compile(r"""(?:\A|[\n.!?…。！？:：])[\s"'“”‘’«»„「『(\[¿¡*_#>-]*\Z""")
_WORD = re.compile(r"\w+")
_FIRST_SYLLABLE = "가"
_SYLLABLES = re.compile(f"[{HANGUL_SYLLABLES}]+")
_PARTICLES = re.compile(
    "(?:은|는|이|가|을|를|의|에|에서|에게|에게서|께|께서|와|과|하고|로|으로|로서|으로서|로써|으로써|도|만|까지|부터|처럼|보다|마다"
    "|이나|나|이라|라|이라고|라고|이라는|라는|이란|란|조차|마저|밖에|뿐|대로|이다|입니다|이며|이고|였다|이었다|측){1,3}"
)
"""Particles and forms of the copula, joined to a noun; none of them makes another noun."""
_STOPS = ".?!…。？！"
_VARIANTS = str.maketrans("’‐‑\u00a0\u202f", "'--  ")


def written(at: Span, text: str) -> tuple[Edit, ...]:
    """The edit that writes a text, in the document's normal form, in a place; none where that stands there already."""
    text = unicodedata.normalize(_normal_form(at.document), text)
    return (Edit(at, text),) if text and text != at.text else ()


def renamed(at: Span, name: str) -> tuple[Edit, ...]:
    """The edit that writes a name for another one in its script, in capitals where that is; else none.

    There is none either where a word next to the place would be there twice (ciudad Ciudad Ho Chi Minh).
    """
    if _doubles(at, name):
        return ()
    if at.text.isupper():
        name = upper(name, Language.of(at.document.language or UNDETERMINED))
    return written(at, name) if _script(name) == _script(at.text) and name.isupper() == at.text.isupper() else ()


def replaced(mention: Mention, term: Term | None = None) -> tuple[Edit, ...]:
    """The edit that writes a term, or else the preferred one, for another term of its concept, or in its own capitals.

    The capital of a sentence's first word stays, and so do capitals throughout. There is none where the words
    around may not fit the new term, or the old one stands inflected.
    """
    right = term or mention.concept.preferred(mention.term.language)
    old, here = _plain(mention.term.text), _plain(mention.span.text)
    if right is None:
        return ()
    language = Language.of(right.language)
    if not _same_letters(old, here, language):
        return ()
    if right is mention.term:
        return written(mention.span, _opening(mention.span, right.text, language))
    text = _in_capitals(old, here, right.text, language)
    return written(mention.span, _opening(mention.span, text, language)) if text and _fits(mention, text) else ()


def replaced_everywhere(mentions: Sequence[Mention], term: Term) -> tuple[Edit, ...]:
    """The edits that write a term for every mention; none where one of them cannot be replaced."""
    edits = [replaced(mention, term) for mention in mentions]
    return tuple(edit for each in edits for edit in each) if all(edits) else ()


def _plain(text: str) -> str:
    return unicodedata.normalize("NFC", " ".join(text.split())).translate(_VARIANTS)


@lru_cache(maxsize=16)
def _normal_form(document: Document) -> Literal["NFC", "NFD"]:
    """NFD where a text has more letters with combining marks than such of one piece."""
    text = document.text
    pieces = len(unicodedata.normalize("NFC", text)) + len(unicodedata.normalize("NFD", text))
    return "NFD" if 2 * len(text) > pieces else "NFC"


def _script(text: str) -> str:
    """The script of a text's first letter; characters, kana and Hangul are one."""
    letter = next(filter(str.isalpha, text), "")
    script = unicodedata.name(letter, "").partition(" ")[0] if letter else ""
    return "EAST ASIAN" if script in ("CJK", "HIRAGANA", "KATAKANA", "HANGUL") else script


def _same_letters(one: str, other: str, language: Language) -> bool:
    """Whether a text is another one but for capitals, as the language writes them."""
    small = (lower(text, language).casefold() for text in (one, other))
    return other == upper(one, language) or len(set(small)) == 1


def _in_capitals(old: str, here: str, right: str, language: Language) -> str:
    """The right term in the capitals that the other one has in the text; nothing where that cannot be."""
    if here == old:
        return right
    if here.isupper() and len(here) > 1:
        return upper(right, language)
    return _capitalised(right, language) if here == _capitalised(old, language) else ""


def _capitalised(text: str, language: Language) -> str:
    return text if text[1:2].isupper() else capitalised(text, language)


def _opening(at: Span, text: str, language: Language) -> str:
    """The text, with a capital where the place opens a sentence and has one."""
    return _capitalised(text, language) if at.text[:1].isupper() and _OPENS.search(_before(at)) else text


def _before(at: Span) -> str:
    return at.document.text[max(0, at.start - THRESHOLDS.edit_reach) : at.start]


def _after(at: Span) -> str:
    return at.document.text[at.end : at.end + THRESHOLDS.edit_reach]


def _fits(mention: Mention, text: str) -> bool:
    """Whether the words around a mention may stay as they are around another term."""
    old, traits, kind = mention.span.text, Language.of(mention.term.language).traits, mention.concept.kind
    if _ends(old) != _ends(text) or (traits.joins_particles and not _fits_particle(mention.span, text)):
        return False
    if name_key(old) == name_key(text):
        return True
    if _plain(old).casefold() in _plain(text).casefold() or _doubles(mention.span, text):
        return False
    if traits.elides and _is_vowel(old) != _is_vowel(text):
        return False
    if traits.article_by_sound:
        return _fits_article(mention.span, text) and (kind in ("person", "place") or old[-1:] != "s" != text[-1:])
    return not traits.agrees or kind == "person" or (traits.head_first and _same_head(old, text))


def _ends(text: str) -> str:
    """The stop that a text ends with, which may be the sentence's."""
    return text[-1:] if text[-1:] in _STOPS else ""


def _same_head(one: str, other: str) -> bool:
    return _plain(one).casefold().split()[:1] == _plain(other).casefold().split()[:1]


def _doubles(at: Span, text: str) -> bool:
    """Whether a word beside the place would stand there twice."""
    before, after, own = (_WORD.findall(part.casefold()) for part in (_before(at), _after(at), text))
    return bool(own) and (before[-1:] == own[:1] or after[:1] == own[-1:])


def _is_vowel(text: str) -> bool:
    return _VOWEL.match(unicodedata.normalize("NFD", text.casefold())) is not None


def _fits_article(at: Span, text: str) -> bool:
    """Whether *a* or *an* in front of the place, if any, goes with both texts."""
    sounds = [_SOUND.match(one) for one in (at.text, text)]
    alike = all(sounds) and len({bool(found and found["vowel"]) for found in sounds}) == 1
    return not _ARTICLE.search(_before(at)) or alike


def _fits_particle(at: Span, text: str) -> bool:
    """Whether what is joined to the place, if anything, is Korean particles that go with both texts: 은 or 는.

    Else it makes another word: 한국 is Korea, 한국어 its language.
    """
    joined = _SYLLABLES.match(_after(at))
    return joined is None or (bool(_PARTICLES.fullmatch(joined[0])) and _final(at.text) == _final(text) != "")


def _final(text: str) -> str:
    """How the last syllable ends; nothing where it is none in Hangul."""
    last = unicodedata.normalize("NFC", text)[-1:]
    if not _SYLLABLES.match(last):
        return ""
    final = (ord(last) - ord(_FIRST_SYLLABLE)) % 28
    return "vowel" if not final else "rieul" if final == 8 else "consonant"
