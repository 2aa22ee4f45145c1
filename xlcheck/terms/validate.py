"""What is wrong with a glossary that can be read: conflicts, duplicates, terms that can't be meant so."""

import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import combinations
from typing import NamedTuple

from xlcheck.lang import Language
from xlcheck.model import Case, Concept, Glossary, Scope, Term, primary
from xlcheck.terms.fold import bare, same


class Entry(NamedTuple):
    """A term and the concept that has it."""

    concept: Concept
    term: Term

    @property
    def place(self) -> str:
        return self.term.place or self.concept.place

    @property
    def told(self) -> str:
        return f"{self.term.status} in '{self.concept.id}' ({self.place})"


def validate(glossary: Glossary) -> tuple[str, ...]:
    """A line `path:line: problem; what to do` for each problem, in the order of the glossary.

    Whether the examples hold is not looked at here: that takes finding the terms in them.
    """
    entries = [Entry(concept, term) for concept in glossary.concepts for term in concept.terms]
    problems = [problem for concept in glossary.concepts for problem in _of_concept(concept)]
    problems += [problem for entry in entries for problem in _of_term(entry)]
    problems += _of_forms(entries)
    problems += _alike(glossary)
    order = {place: number for number, place in enumerate(_places(glossary))}
    return tuple(f"{place}: {what}" for place, what in sorted(problems, key=lambda problem: order[problem[0]]))


Problem = tuple[str, str]
"""Place, and what is wrong there."""


def _places(glossary: Glossary) -> Iterator[str]:
    for concept in glossary.concepts:
        yield concept.place
        yield from (term.place for term in concept.terms)
        yield from (example.place for example in concept.examples)


def _of_concept(concept: Concept) -> Iterator[Problem]:
    languages = {primary(term.language) for term in concept.terms}
    if len(languages) == 1 and all(term.status.accepted for term in concept.terms):
        yield (
            concept.place,
            f"'{concept.id}' has terms in only one language and forbids none; add another language, or a form to avoid",
        )
    for example in concept.examples:
        if primary(example.language) not in languages:
            yield example.place, f"the example's language '{example.language}' has no terms in '{concept.id}'"
        elif example.wrong == example.right:
            yield example.place, "the example corrects nothing; give a wrong and a right text"


_SEVERAL = re.compile(r"[;；]|\s[/:]\s|[(（\[][^()（）\[\]]*[)）\]]|[:：]$")


def _of_term(entry: Entry) -> Iterator[Problem]:
    term, scope = entry.term, entry.term.scope
    if scope.since and scope.until and scope.since > scope.until:
        yield entry.place, f"'{term.text}' never applies, since {scope.since} is after {scope.until}; swap the dates"
    if _SEVERAL.search(term.text):
        yield (
            entry.place,
            f"'{term.text}' looks like several terms, or a term with a remark, and is found only as written; split it",
        )


def _of_forms(entries: list[Entry]) -> Iterator[Problem]:
    """Conflicts, and duplicates inside a concept, among terms that are one form of one language."""
    forms: defaultdict[tuple[str, str], list[Entry]] = defaultdict(list)
    for entry in entries:
        language = primary(entry.term.language)
        forms[language, same(entry.term.text, language)].append(entry)
    for group in forms.values():
        for one, other in combinations(group, 2):
            if _apart(one.term, other.term):
                continue
            if one.term.status.accepted != other.term.status.accepted:
                refused, accepted = (other, one) if one.term.status.accepted else (one, other)
                yield (
                    refused.place,
                    f"'{refused.term.text}' is {refused.term.status} in '{refused.concept.id}' "
                    f"but {accepted.told}; keep one",
                )
            elif one.concept is other.concept and one.term.language == other.term.language:
                yield (
                    other.place,
                    f"'{other.term.text}' and '{one.term.text}' of '{one.concept.id}' "
                    "differ only in capitals or normal form; keep one",
                )


def _apart(one: Term, other: Term) -> bool:
    """Whether two terms of one form can't hold at one place, or are told apart by their capitals."""
    cased = one.text != other.text and Case.EXACT in (one.case, other.case)
    return cased or _disjoint(one.scope, other.scope)


def _disjoint(one: Scope, other: Scope) -> bool:
    if one.quoted is not None and other.quoted is not None and one.quoted != other.quoted:
        return True
    if one.paths and other.paths and not set(one.paths) & set(other.paths):
        return True
    return any(
        until is not None and since is not None and until < since
        for until, since in ((one.until, other.since), (other.until, one.since))
    )


def _alike(glossary: Glossary) -> Iterator[Problem]:
    """Concepts that can't be told apart: in every language that both have, they share an accepted form.

    A word with two meanings is shared in some languages only. Capitals don't count, nor diacritics except in
    Vietnamese.
    """
    forms = {concept.id: _forms(concept) for concept in glossary.concepts}
    sharing: defaultdict[tuple[str, str], list[Concept]] = defaultdict(list)
    for concept in glossary.concepts:
        for language, texts in forms[concept.id].items():
            for text in texts:
                sharing[language, text].append(concept)
    for one, other in dict.fromkeys(pair for group in sharing.values() for pair in combinations(group, 2)):
        ours, theirs = forms[one.id], forms[other.id]
        if all(ours[language] & theirs[language] for language in ours.keys() & theirs.keys()):
            shared = min(text for language in ours.keys() & theirs.keys() for text in ours[language] & theirs[language])
            yield (
                other.place,
                f"'{other.id}' has the same terms as '{one.id}' ({one.place}) in every language that "
                f"both have, such as '{shared}'; merge the two",
            )


def _forms(concept: Concept) -> dict[str, set[str]]:
    """The accepted terms of a concept by language, as far as they are not told apart."""
    forms: defaultdict[str, set[str]] = defaultdict(set)
    for term in concept.terms:
        if term.status.accepted:
            language = primary(term.language)
            forms[language].add(
                same(term.text, language) if Language.of(language).traits.tone_marks else bare(term.text)
            )
    return forms
