"""Glossary terms in a sentence: all of a language's terms in one pass.

One Aho-Corasick automaton a language (A. V. Aho, M. J. Corasick, Efficient string matching, 1975)
runs over the sentence's words (`view.py`), each a letter (`lexemes.py`). What it finds is looked at
again: inflection, capitals, scope.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import repeat
from typing import TYPE_CHECKING, NamedTuple

from xlcheck.evidence.terms.scope import holds, same_capitals
from xlcheck.find.lexemes import OTHER, alphabet
from xlcheck.find.limits import LIMITS
from xlcheck.find.view import is_hangul, token_starts, tokens, view
from xlcheck.lang import Language
from xlcheck.lang.casing import upper
from xlcheck.lang.folding import Folded
from xlcheck.lang.inflection import inflections
from xlcheck.model import Case, Concept, Glossary, Mention, Sentence, Span, Term, primary
from xlcheck.model.language import UNDETERMINED

if TYPE_CHECKING:
    from ahocorasick_rs import AhoCorasick


@dataclass(frozen=True, slots=True)
class _Form:
    """A term as it is looked for; `written` is how it must be written where capitals matter.

    `shouted` is one in capitals, and found in capitals alone.
    """

    concept: Concept
    term: Term
    words: tuple[str, ...]
    written: str | None
    shouted: bool = False

    def inflects_to(self, words: Sequence[str]) -> bool:
        language, phrase = Language.of(self.term.language), len(self.words) > 1
        return all(
            other == word or other in inflections(word, language, phrase=phrase)
            for word, other in zip(self.words, words, strict=True)
        )

    def is_cased_as(self, written: str) -> bool:
        return (not self.shouted or written.isupper()) and (
            self.written is None or same_capitals(self.written, written)
        )

    @property
    def may_be_miscased(self) -> bool:
        """Whether it is the term in other capitals too, though wrongly written."""
        return self.term.case is Case.EXACT and self.term.status.accepted and not self.shouted


class _Match(NamedTuple):
    """Forms that stand at a place of the view."""

    start: int
    end: int
    forms: Sequence[_Form]


@dataclass(frozen=True, slots=True)
class _Lexicon:
    """A language's forms, the letters of their words, and the automaton that finds where they may stand."""

    forms: tuple[tuple[_Form, ...], ...]
    letters: Mapping[str, str]
    automaton: "AhoCorasick"


class MentionFinder:
    """Finds the terms of a glossary; each language's automaton is built when first needed."""

    def __init__(self, glossary: Glossary) -> None:
        self._glossary = glossary
        self._lexicons: dict[str, _Lexicon] = {}

    def find(self, sentence: Sentence) -> tuple[Mention, ...]:
        """The terms of the sentence's language (of all where it is `und`), in reading order.

        The longest match wins, whatever its status, and hides the matches that it overlaps. A form
        of several concepts is a mention of each; an accepted one hides those that are not. A term
        outside its scope is none. One with the case rule `exact` is found in other capitals too.
        """
        lexicon = self._lexicon(primary(sentence.language))
        seen = view(sentence.text, Language.of(sentence.language))
        pieces = tokens(seen.text)
        words = [*map(str.rstrip, pieces)]
        found = lexicon.automaton.find_matches_as_indexes("".join(map(lexicon.letters.get, words, repeat(OTHER))), True)
        if not found:
            return ()
        matches = _matches(sentence, lexicon, seen, words, token_starts(seen.text, pieces), found)
        return tuple(
            Mention(form.concept, form.term, _span(sentence, seen, start, end))
            for start, end, forms in _longest(list(matches))
            for form in _accepted_first(forms)
        )

    def _lexicon(self, language: str) -> _Lexicon:
        if language not in self._lexicons:
            self._lexicons[language] = _compiled(self._glossary, language)
        return self._lexicons[language]


def _compiled(glossary: Glossary, language: str) -> _Lexicon:
    from ahocorasick_rs import AhoCorasick

    forms = [
        form
        for concept in glossary.concepts
        for term in concept.terms
        if language in (primary(term.language), UNDETERMINED)
        for form in _forms(concept, term, Language.of(language))
    ]
    letters = alphabet(
        (word, Language.of(form.term.language), len(form.words) > 1) for form in forms for word in form.words
    )
    spelt: defaultdict[str, list[_Form]] = defaultdict(list)
    for form in forms:
        spelt["".join([letters[word] for word in form.words])].append(form)
    return _Lexicon(tuple(map(tuple, spelt.values())), letters, AhoCorasick(spelt))


def _forms(concept: Concept, term: Term, language: Language) -> Iterator[_Form]:
    """A term as it is written, and as capitals throughout spell it, where that is another way: STRASSE, ΑΘΗΝΑ."""
    yield _form(concept, term, term.text, language)
    capitals = upper(term.text, language)
    if view(capitals, language).text != view(term.text, language).text:
        yield replace(_form(concept, term, capitals, language), written=None, shouted=True)


def _form(concept: Concept, term: Term, text: str, language: Language) -> _Form:
    seen = view(text, language)
    matters = term.case is Case.EXACT or (term.case is Case.SMART and _case_matters(seen.cased))
    return _Form(concept, term, tuple(map(str.rstrip, tokens(seen.text))), seen.cased if matters else None)


def _case_matters(text: str) -> bool:
    """Abbreviations (CPV, PCCh) and capitalised words of at most three letters (Xi): as written."""
    if any(character.isspace() for character in text):
        return False
    capitals = max(sum(map(str.isupper, part)) for part in text.split("-"))
    return capitals > 1 or (capitals == 1 and len(text) <= LIMITS.short_term)


def _matches(
    sentence: Sentence,
    lexicon: _Lexicon,
    seen: Folded,
    words: Sequence[str],
    starts: Sequence[int],
    found: Iterable[tuple[int, int, int]],
) -> Iterator[_Match]:
    for number, first, last in found:
        start, end = starts[first], starts[last - 1] + len(words[last - 1])
        if first and is_hangul(words[first]) and is_hangul(words[first - 1]) and starts[first - 1] + 1 == start:
            continue
        forms = _standing(lexicon.forms[number], words[first:last], seen.cased[start:end])
        if forms := [form for form in forms if holds(form.term.scope, sentence)]:
            yield _Match(start, end, forms)


def _standing(forms: Sequence[_Form], words: Sequence[str], written: str) -> Sequence[_Form]:
    """The forms that words may be: those listed so before inflected ones, then those in the right capitals."""
    own = [form for form in forms if list(form.words) == words] or [form for form in forms if form.inflects_to(words)]
    return [form for form in own if form.is_cased_as(written)] or [form for form in own if form.may_be_miscased]


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


def _span(sentence: Sentence, seen: Folded, start: int, end: int) -> Span:
    at = sentence.span.start
    return Span(sentence.span.document, at + seen.starts[start], at + seen.ends[end - 1])
