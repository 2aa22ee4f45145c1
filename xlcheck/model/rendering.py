"""Whether a text may have a term in another shape than the glossary lists.

Lenient where `find` is exact: what may be the term keeps a rule silent that would report its absence.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from itertools import takewhile

from xlcheck.model.language import primary

_STEM = 4
_ENDING = 2
_LONGER = 3
_ROOM = 3
"""Words that may stand between those of a term."""
_UNINFLECTED = ("vi",)
_CHARACTERS = "\u0e00-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\U00020000-\U0003ffff"
_UNSPACED = re.compile(f"[{_CHARACTERS}]")
_PADDING = re.compile(rf"(?<=[{_CHARACTERS}])\s+|\s+(?=[{_CHARACTERS}])")
_PARTICLES = re.compile("[的之与與及和暨]")
_BETWEEN = "[^。，；：！？\n]{0,8}"
_PIECE = 2
_BRACKETS = re.compile(r"\s*[(（]([^()（）]+)[)）]")


def is_unspaced(text: str) -> bool:
    """Whether a text has characters of a script that writes words without space."""
    return _UNSPACED.search(text) is not None


def may_render(form: str, text: str, language: str, *, name: bool = False) -> bool:
    """Whether a term's form may stand in a text of a language, in one of these shapes:

    inside a longer word; inflected or derived (alike up to the last letters); with or without what the form has in
    brackets; abbreviated to its initials (U.S., EE. UU.); in another order, or with other words in between (Chief
    Executive of the HKMA, HKMA Chief Executive; 政府债券, 政府长期债券). `name` says that a surname or given name
    alone will do.
    """
    if _is_abbreviated(form, text):
        return True
    text = _plain(text)
    return any(_stands(shape, text, language, name) for shape in _unbracketed(_plain(form)))


def are_inflections(one: str, other: str) -> bool:
    """Whether two terms are the same words but for their endings."""
    first, second = (re.findall(r"\w+", _plain(term)) for term in (one, other))
    return len(first) == len(second) and (_is_inflected(first, second) or _is_inflected(second, first))


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
    words = re.findall(r"[^\W\d_]+", form)
    if len(words) < _PIECE or is_unspaced(form):
        return False
    choices = (words, [word for word in words if word[0].isupper()])
    patterns = (r"\.?\s?".join(f"{word[0].upper()}{{1,2}}" for word in chosen) for chosen in choices if len(chosen) > 1)
    return any(re.search(rf"(?<!\w){pattern}(?![\w$])", text) for pattern in patterns)


def _stands(form: str, text: str, language: str, name: bool) -> bool:
    own = re.findall(r"\w+", form)
    if is_unspaced(form):
        return form in text or _is_split(form, text) or (name and _has_unspaced_name(own, text))
    words = re.findall(r"\w+", text)
    if primary(language) in _UNINFLECTED:
        return form in text or _is_spread_unchanged(own, words) or (name and _has_name(own, words))
    return (
        _is_part(form, text)
        or _is_inflected(own, words)
        or _is_spread([word for word in own if len(word) >= _STEM], words, len(own) + _ROOM)
        or (name and _has_name(own, words))
    )


def _is_part(form: str, text: str) -> bool:
    """Whether a form long enough to be no accident stands in the text, inside words too.

    One of three letters has to begin or end a word (Typ in Staffeltyp).
    """
    if len(form) >= _STEM:
        return form in text
    edge = rf"\b{re.escape(form)}|{re.escape(form)}\b"
    letters = re.ASCII if is_unspaced(text) else re.UNICODE
    return len(form) == _STEM - 1 and re.search(edge, text, letters) is not None


def _is_inflected(form: Sequence[str], words: Sequence[str]) -> bool:
    """Whether words that follow one another are the form's, but for their endings."""
    starts = range(len(words) - len(form) + 1)
    return any(all(map(_are_alike, form, words[start : start + len(form)])) for start in starts)


def _are_alike(one: str, other: str) -> bool:
    """Whether two words differ in their last letters only; a short one in a plural's s at most."""
    shared = sum(1 for _ in takewhile(lambda both: both[0] == both[1], zip(one, other, strict=False)))
    return (
        one == other
        or one + "s" == other
        or one == other + "s"
        or (shared >= max(_STEM, len(one) - _ENDING) and len(other) - shared <= _LONGER)
    )


def _is_spread(content: Sequence[str], words: Sequence[str], width: int) -> bool:
    """Whether a form's longer words, two or more, stand near one another in any order."""
    if len(content) < _PIECE:
        return False
    places = [at for at, word in enumerate(words) if _are_alike(content[0], word)]
    return any(
        all(any(_are_alike(own, word) for word in words[max(0, at - width + 1) : at + width]) for own in content[1:])
        for at in places
    )


def _is_spread_unchanged(form: Sequence[str], words: Sequence[str]) -> bool:
    """Whether a form's words, four or more, stand near one another as they are."""
    width = len(form) + _ROOM - 1
    windows = (words[at : at + width] for at, word in enumerate(words) if word in form)
    return len(form) >= _STEM and any(set(form) <= set(window) for window in windows)


def _is_split(form: str, text: str) -> bool:
    """Whether the form stands with something inserted, or with other particles; each piece has two characters."""
    form, text = _PARTICLES.sub("", form), _PARTICLES.sub("", text)
    cuts = range(_PIECE, len(form) - _PIECE + 1) if len(form) > 2 * _PIECE else ()
    return (len(form) > _PIECE and form in text) or any(
        re.search(re.escape(form[:cut]) + _BETWEEN + re.escape(form[cut:]), text) for cut in cuts
    )


def _has_name(name: Sequence[str], words: Sequence[str]) -> bool:
    """Whether a part of a person's name, surname or given name, is among the words."""
    return any(part in words for part in name if len(part) > 1)


def _has_unspaced_name(name: Sequence[str], text: str) -> bool:
    """Whether a part of a name is in the text (トー・ラム), or the surname, which comes first (习近平)."""
    return any(part in text for part in (name if len(name) > 1 else (name[0][0],)))
