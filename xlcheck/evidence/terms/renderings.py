"""Whether a text may have a term in another shape than the glossary lists.

Lenient where `find` is exact: what may be the term keeps a rule silent that would report its absence.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from itertools import takewhile

from xlcheck.evidence.names.forms import is_lengthened, keeps_letters
from xlcheck.evidence.names.parts import is_called
from xlcheck.evidence.terms.scope import in_title_case
from xlcheck.evidence.thresholds import THRESHOLDS
from xlcheck.lang import Language
from xlcheck.lang.scripts import FIGURED, KATAKANA, UNSPACED, WORD
from xlcheck.model.name import Name
from xlcheck.model.text import Mention, Sentence

_UNSPACED = re.compile(f"[{UNSPACED}]")
_PADDING = re.compile(rf"(?<=[{UNSPACED}])\s+|\s+(?=[{UNSPACED}])")
_PARTICLES = re.compile("[的之与與及和暨]")
_BETWEEN = "[^。，；：！？\n]{0,8}"
_INSIDE_KATAKANA = re.compile(f"[{KATAKANA}]{{2}}")
_BRACKETS = re.compile(r"\s*[(（]([^()（）]+)[)）]")

Alike = Callable[[str, str], bool]


def is_unspaced(text: str) -> bool:
    """Whether a text has characters of a script that writes words without space."""
    return _UNSPACED.search(text) is not None


def may_render(form: str, text: str, language: str, *, kind: str = "") -> bool:
    """Whether a term's form may stand in a text of a language, in one of these shapes:

    inside a longer word; inflected or derived (alike up to the last letters); with or without what the form has in
    brackets; abbreviated to its initials (U.S., EE. UU.); in another order, or with other words in between (Chief
    Executive of the HKMA, HKMA Chief Executive; 政府债券, 政府长期债券). `kind` is the concept's: of a person a
    surname or given name alone will do; a place's name of several words is spelt as it is (parc Gorki, not Gorky)
    where a language leaves the letters of names alone.
    """
    if _is_abbreviated(form, text) or (kind == "person" and is_called(form, text, language)):
        return True
    text = _plain(text)
    return any(_stands(shape, text, language, kind) for shape in _unbracketed(_plain(form)))


def is_in_larger_name(mention: Mention, sentence: Sentence) -> bool:
    """Whether a name continues into other capitalised words (Board in Currency Board); its translation may differ."""
    if mention.concept.kind in ("person", "title") or not mention.term.text[:1].isupper():
        return False
    if in_title_case(sentence, mention.span):
        return False
    start, end = (offset - sentence.span.start for offset in (mention.span.start, mention.span.end))
    before = re.search(rf"({FIGURED})[ -]$", sentence.text[:start])
    after = re.match(rf"[ -]({FIGURED})", sentence.text[end:])
    known = {m.span.start - sentence.span.start for m in sentence.mentions}
    ended = {m.span.end - sentence.span.start for m in sentence.mentions}
    return bool(
        (after and after[1][0].isupper() and after.start(1) + end not in known)
        or (before and before[1][0].isupper() and before.start(1) > 0 and before.end(1) not in ended)
    )


def may_be_adjective(mention: Mention, sentence: Sentence, language: str) -> bool:
    """Whether an adjective may stand for a place: a country or, where that is told by its words, one of one word."""
    own, terms = Language.of(mention.term.language).traits, mention.concept.accepted(language)
    if (
        mention.concept.kind != "place"
        or Language.of(language).traits.syllabic
        or any(is_unspaced(term.text) for term in terms)
    ):
        return False
    inside = [name.country for name in sentence.facts.of(Name) if name.span.overlaps(mention.span)]
    several = not own.syllabic and len(mention.term.text.split()) > 1
    return not several or (bool(inside) and all(inside))


def are_inflections(one: str, other: str) -> bool:
    """Whether two terms are the same words but for their endings."""
    first, second = (re.findall(r"\w+", _plain(term)) for term in (one, other))
    return len(first) == len(second) and (
        _is_inflected(first, second, _are_alike) or _is_inflected(second, first, _are_alike)
    )


def _plain(text: str) -> str:
    return _PADDING.sub("", unicodedata.normalize("NFKC", text).casefold())


def _unbracketed(form: str) -> Iterator[str]:
    """A form as it is, and for “full name (abbreviation) rest” with either of the two."""
    yield form
    if inside := _BRACKETS.search(form):
        yield form[: inside.start()] + form[inside.end() :]
        yield inside[1] + form[inside.end() :]


def _is_abbreviated(form: str, text: str) -> bool:
    """Whether the initials of a form's words stand in the text as capitals, each once or doubled."""
    words = re.findall(WORD, form)
    if len(words) < THRESHOLDS.piece or is_unspaced(form):
        return False
    choices = (words, [word for word in words if word[0].isupper()])
    patterns = (r"\.?\s?".join(f"{word[0].upper()}{{1,2}}" for word in chosen) for chosen in choices if len(chosen) > 1)
    return any(re.search(rf"(?<!\w){pattern}(?![\w$])", text) for pattern in patterns)


def _stands(form: str, text: str, language: str, kind: str) -> bool:
    own = re.findall(r"\w+", form)
    if is_unspaced(form):
        return form in text or _is_split(form, text)
    words = re.findall(r"\w+", text)
    if Language.of(language).traits.syllabic:
        return form in text or _is_spread_unchanged(own, words)
    alike = _are_alike if Language.of(language).knows("endings") else _begin_alike
    if kind == "place" and len(own) > 1 and keeps_letters(language):
        alike = _are_one
    return (
        _is_part(form, text)
        or _is_inflected(own, words, alike)
        or _is_spread([word for word in own if len(word) >= THRESHOLDS.stem], words, len(own) + THRESHOLDS.room, alike)
    )


def _is_part(form: str, text: str) -> bool:
    """Whether a form long enough to be no accident stands in the text, inside words too.

    One of three letters has to begin or end a word (Typ in Staffeltyp).
    """
    if len(form) >= THRESHOLDS.stem:
        return form in text
    edge = rf"\b{re.escape(form)}|{re.escape(form)}\b"
    letters = re.ASCII if is_unspaced(text) else re.UNICODE
    return len(form) == THRESHOLDS.stem - 1 and re.search(edge, text, letters) is not None


def _is_inflected(form: Sequence[str], words: Sequence[str], alike: Alike) -> bool:
    """Whether words that follow one another are the form's, but for their endings."""
    starts = range(len(words) - len(form) + 1)
    return any(all(map(alike, form, words[start : start + len(form)])) for start in starts)


def _are_alike(one: str, other: str) -> bool:
    """Whether two words differ in their last letters only; a short one in a plural's s at most."""
    shared = sum(1 for _ in takewhile(lambda both: both[0] == both[1], zip(one, other, strict=False)))
    return (
        one == other
        or one + "s" == other
        or one == other + "s"
        or (
            shared >= max(THRESHOLDS.stem, len(one) - THRESHOLDS.lost_ending)
            and len(other) - shared <= THRESHOLDS.longer
        )
    )


def _begin_alike(one: str, other: str) -> bool:
    """The same where the endings of a language are not known, and may be of any length: parlamentti, parlamentissa."""
    shared = sum(1 for _ in takewhile(lambda both: both[0] == both[1], zip(one, other, strict=False)))
    return _are_alike(one, other) or shared >= max(THRESHOLDS.stem, len(one) - THRESHOLDS.lost_ending)


def _are_one(one: str, other: str) -> bool:
    """Whether one of two words is the other, with an ending or not."""
    return is_lengthened(one, other) or is_lengthened(other, one)


def _is_spread(content: Sequence[str], words: Sequence[str], width: int, alike: Alike) -> bool:
    """Whether a form's longer words, two or more, stand near one another in any order."""
    if len(content) < THRESHOLDS.piece:
        return False
    places = [at for at, word in enumerate(words) if alike(content[0], word)]
    return any(
        all(any(alike(own, word) for word in words[max(0, at - width + 1) : at + width]) for own in content[1:])
        for at in places
    )


def _is_spread_unchanged(form: Sequence[str], words: Sequence[str]) -> bool:
    """Whether a form's words, four or more, stand near one another as they are."""
    width = len(form) + THRESHOLDS.room - 1
    windows = (words[at : at + width] for at, word in enumerate(words) if word in form)
    return len(form) >= THRESHOLDS.stem and any(set(form) <= set(window) for window in windows)


def _is_split(form: str, text: str) -> bool:
    """Whether the form stands with something inserted, or with other particles; each piece has two characters.

    Nothing is inserted into a word in katakana: アンデックス is no アンデクス.
    """
    form, text = _PARTICLES.sub("", form), _PARTICLES.sub("", text)
    places = range(THRESHOLDS.piece, len(form) - THRESHOLDS.piece + 1) if len(form) > 2 * THRESHOLDS.piece else ()
    cuts = (cut for cut in places if not _INSIDE_KATAKANA.match(form, cut - 1))
    return (len(form) > THRESHOLDS.piece and form in text) or any(
        re.search(re.escape(form[:cut]) + _BETWEEN + re.escape(form[cut:]), text) for cut in cuts
    )
