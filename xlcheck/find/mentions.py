"""Glossary terms in a sentence: all of a language's terms in one pass.

One Aho-Corasick automaton a language (A. V. Aho, M. J. Corasick, Efficient string matching, 1975)
runs over the sentence's view (`view.py`). A term stands for itself only as a whole word, or its
inflection; scripts without spaces have no words to respect, and Korean particles may follow.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from xlcheck.find.inflection import inflections
from xlcheck.find.view import View, view
from xlcheck.model import Concept, Glossary, Mention, Sentence, Span, Term, primary
from xlcheck.model.language import UNDETERMINED

if TYPE_CHECKING:
    from ahocorasick_rs import AhoCorasick

_SHORT = 3


@dataclass(frozen=True, slots=True)
class _Form:
    """A term in the way it is looked for; `exact` is how it must be written where case matters."""

    concept: Concept
    term: Term
    exact: str | None

    def allows(self, written: str) -> bool:
        return self.exact is None or self.exact == view(written, keep_case=True).text


class _Match(NamedTuple):
    """Forms that stand at a place of the view."""

    start: int
    end: int
    forms: Sequence[_Form]


@dataclass(frozen=True, slots=True)
class _Lexicon:
    """A language's forms, and the automaton that finds where they may stand."""

    forms: tuple[tuple[_Form, ...], ...]
    automaton: "AhoCorasick"


class MentionFinder:
    """Finds the terms of a glossary; each language's automaton is built when first needed."""

    def __init__(self, glossary: Glossary) -> None:
        self._glossary = glossary
        self._lexicons: dict[str, _Lexicon] = {}

    def find(self, sentence: Sentence) -> tuple[Mention, ...]:
        """The terms of the sentence's language (of all where it is `und`), in reading order.

        The longest match wins, whatever its status, and hides the matches that it overlaps. A form
        of several concepts is a mention of each; an accepted one hides those that are not.
        """
        lexicon = self._lexicon(primary(sentence.language))
        seen = view(sentence.text)
        matches: list[_Match] = []
        for number, start, end in lexicon.automaton.find_matches_as_indexes(seen.text, True):
            if _stands_alone(seen.text, start, end):
                written = sentence.text[seen.starts[start] : seen.ends[end - 1]]
                forms = [form for form in lexicon.forms[number] if form.allows(written)]
                if forms:
                    matches.append(_Match(start, end, forms))
        return tuple(
            Mention(form.concept, form.term, _span(sentence, seen, start, end))
            for start, end, forms in _longest(matches)
            for form in _accepted_first(forms)
        )

    def _lexicon(self, language: str) -> _Lexicon:
        if language not in self._lexicons:
            self._lexicons[language] = _compiled(self._glossary, language)
        return self._lexicons[language]


def _compiled(glossary: Glossary, language: str) -> _Lexicon:
    from ahocorasick_rs import AhoCorasick

    listed: defaultdict[str, list[_Form]] = defaultdict(list)
    inflected: defaultdict[str, list[_Form]] = defaultdict(list)
    for concept in glossary.concepts:
        for term in concept.terms:
            own = primary(term.language)
            if language not in (own, UNDETERMINED):
                continue
            written = view(term.text, keep_case=True).text
            listed[view(written).text].append(_form(concept, term, written))
            for form in inflections(written, own):
                inflected[view(form).text].append(_form(concept, term, form))
    forms = inflected | listed
    return _Lexicon(tuple(map(tuple, forms.values())), AhoCorasick(forms))


def _form(concept: Concept, term: Term, written: str) -> _Form:
    return _Form(concept, term, written if _case_matters(term.text) else None)


def _case_matters(text: str) -> bool:
    """Abbreviations (CPV, PCCh) and capitalised words of at most three letters (Xi): as written."""
    if any(character.isspace() for character in text):
        return False
    capitals = max(sum(map(str.isupper, part)) for part in text.replace("–", "-").split("-"))
    return capitals > 1 or (capitals == 1 and len(text) <= _SHORT)


def _stands_alone(text: str, start: int, end: int) -> bool:
    """Whether a match neither begins nor ends inside a word."""
    if start > 0 and _in_word(text[start - 1]) and _in_word(text[start]):
        return False
    return end == len(text) or not (_in_word(text[end]) and _in_word(text[end - 1])) or _is_hangul(text[end - 1])


def _in_word(character: str) -> bool:
    """Whether a character is part of a word that space sets off from its neighbours."""
    return character.isalnum() and (character < "\u0e00" or not _is_unspaced(character))


def _is_unspaced(character: str) -> bool:
    """Thai, Lao, Tibetan, Burmese, Khmer, kana and Han."""
    return (
        "\u0e00" <= character <= "\u109f"
        or "\u1780" <= character <= "\u17ff"
        or "\u2e80" <= character <= "\u312f"
        or "\u31a0" <= character <= "\u9fff"
        or "\uf900" <= character <= "\ufaff"
        or character >= "\U0001f000"
    )


def _is_hangul(character: str) -> bool:
    return "\uac00" <= character <= "\ud7a3"


def _longest(matches: Sequence[_Match]) -> list[_Match]:
    """The matches that remain when longer ones, then earlier ones, hide what they overlap."""
    kept: list[_Match] = []
    taken = bytearray(max((match.end for match in matches), default=0))
    for match in sorted(matches, key=lambda match: (match.start - match.end, match.start)):
        start, end, _ = match
        if taken.find(1, start, end) < 0:
            taken[start:end] = b"\1" * (end - start)
            kept.append(match)
    return sorted(kept, key=lambda match: match.start)


def _accepted_first(forms: Sequence[_Form]) -> Iterable[_Form]:
    """One form a concept, the accepted ones alone where there are any."""
    of_concept: dict[str, _Form] = {}
    for form in [form for form in forms if form.term.status.accepted] or forms:
        of_concept.setdefault(form.concept.id, form)
    return of_concept.values()


def _span(sentence: Sentence, seen: View, start: int, end: int) -> Span:
    at = sentence.span.start
    return Span(sentence.span.document, at + seen.starts[start], at + seen.ends[end - 1])
