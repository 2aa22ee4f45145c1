"""Names of a sentence that may be meant for a person, but are none of the forms that the person has."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from xlcheck.evidence.names.forms import is_lengthened, keeps_letters, name_key
from xlcheck.evidence.thresholds import THRESHOLDS
from xlcheck.lang.scripts import WORD
from xlcheck.model.document import Span
from xlcheck.model.name import Name
from xlcheck.model.text import Sentence

_WORD = re.compile(WORD)


@dataclass(frozen=True, slots=True)
class Candidate:
    """A name at `at`, held against a `form` of a person.

    `keys` are the `name_key`s of its words, `own` those that no form has, `missing` those of the form that it has not.
    `kept` says that another word of it is one of a form's, `carried` that beside such a word it has one of the
    source's name: Father Brown for Pater Brown.
    """

    at: Span
    form: str
    keys: tuple[str, ...]
    own: tuple[str, ...]
    missing: tuple[str, ...]
    carried: bool

    @property
    def kept(self) -> bool:
        return len(self.own) < len(self.keys)


def candidates(side: Sequence[Sentence], accepted: Sequence[str], source: str) -> Iterator[Candidate]:
    """The names that have a word beyond those of the accepted forms, against each form; none that has all of one's."""
    forms = {form: [name_key(word) for word in _WORD.findall(form)] for form in accepted}
    whole, left = {name_key(form) for form in accepted}, {name_key(word) for word in _WORD.findall(source)}
    is_form = is_lengthened if keeps_letters(side[0].language) else _is_inflected
    for at in _names(side, whole):
        keys = tuple(name_key(word) for word in _WORD.findall(at.text))
        own = tuple(key for key in keys if not any(is_form(key, word) for words in forms.values() for word in words))
        missing = {
            form: tuple(word for word in words if not any(is_form(key, word) for key in keys))
            for form, words in forms.items()
        }
        if own and all(missing.values()):
            carried = len(own) < len(keys) and not left.isdisjoint(own)
            yield from (Candidate(at, form, keys, own, words, carried) for form, words in missing.items())


def _names(side: Sequence[Sentence], whole: set[str]) -> Iterator[Span]:
    """Names that are no terms, and those that open a sentence also without the first word, which may be any."""
    for sentence in side:
        taken = [mention.span for mention in sentence.mentions]
        names = (name.span for name in sentence.facts.of(Name) if name.bounded)
        for name in names:
            if any(name.overlaps(other) for other in taken) or _key(name) in whole:
                continue
            yield name
            starts = [found.start() for found in _WORD.finditer(name.text)]
            if name.start == sentence.span.start and len(starts) > 1:
                rest = Span(name.document, name.start + starts[1], name.end)
                if _key(rest) not in whole:
                    yield rest


def _key(name: Span) -> str:
    return name_key("".join(_WORD.findall(name.text)))


def _is_inflected(key: str, word: str) -> bool:
    """Whether a word is another, inflected or not."""
    stem = min(len(word), max(len(word) - THRESHOLDS.inflected, THRESHOLDS.candidate_stem))
    return key == word or (key[:stem] == word[:stem] and len(key) <= len(word) + THRESHOLDS.inflected)
