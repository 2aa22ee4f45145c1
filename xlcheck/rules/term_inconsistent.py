"""One concept appears under several accepted names.

**What it does.** Where a concept has several accepted terms in a language (preferred and admitted), an article should
use only one of them. The finding is at the first use of each form that is used less often than another; it says how
often each is used, and suggests the one used most.

The same applies to an outlet, that is, all articles of a run in one language. Where at least seven of them, and three
in four, mostly use one form, it is the outlet's, whatever the count in an article. An article that never uses it gets a
note, with the numbers of articles.

**Why it matters.** A reader takes two names for two things. Each form is correct on its own, so no other rule sees it.

**What it does not do.** An abbreviation, a shortened form or an inflected form in addition to the full one is not an
inconsistency (CPV, Communist Party of Viet Nam; 中共, 中国共产党). Neither are two forms where the source text uses
several, too, two forms that are used equally often where the outlet has no form of its own, or text that is not in the
language of the page. It cannot tell newspapers apart: check the articles of each in a run of its own. People and places
are left to `XL113`; forms that are not accepted are left to `XL101` and `XL104`.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from xlcheck.evidence.edits import replaced_everywhere
from xlcheck.evidence.fixes import fix
from xlcheck.evidence.habit import habit
from xlcheck.evidence.terms.renderings import are_inflections
from xlcheck.evidence.thresholds import THRESHOLDS
from xlcheck.lang import Language
from xlcheck.model import (
    Article,
    Concept,
    Finding,
    Mention,
    Rule,
    Severity,
    Span,
    Status,
    Term,
    same_language,
)
from xlcheck.model.collection import Collection
from xlcheck.model.fix import Evidence

_FISHING = """glossary: [[concept]]
id = "iuu"
en = { preferred = "illegal fishing", admitted = ["unlawful fishing"] }
vi = { preferred = "đánh bắt bất hợp pháp", admitted = ["khai thác bất hợp pháp"] }
zh = { preferred = "非法捕捞", admitted = ["违法捕鱼"] }

[[concept]]
id = "cpv"
kind = "body"
en = { preferred = "Communist Party of Viet Nam", admitted = ["CPV"] }
zh = { preferred = "越南共产党", admitted = ["越共"] }
"""

BAD = (
    (
        _FISHING,
        "en: The EU wants Việt Nam to end illegal fishing soon.\n"
        "Officials said that illegal fishing had become rare.\n"
        "Still, two boats were caught in unlawful fishing last week.",
    ),
    (_FISHING, "zh: 欧盟要求越南尽快制止非法捕捞。\n官员表示，非法捕捞已经减少。\n但上周仍有两艘渔船因违法捕鱼被查。"),
)
GOOD = (
    (
        _FISHING,
        "en: The Communist Party of Viet Nam wants to end illegal fishing soon.\n"
        "The CPV said that illegal fishing had become rare.",
    ),
    (_FISHING, "zh: 越南共产党要求尽快制止非法捕捞。\n越共官员表示，非法捕捞已经减少。"),
)

_OTHERS = ("person", "place")

_Key = tuple[Concept, str]
"""A concept, and the language as the glossary tags it."""

_Uses = Mapping[_Key, Mapping[Term, Sequence[Mention]]]
"""What an article calls each concept."""


@dataclass(frozen=True, slots=True)
class _Habit:
    """What most articles of an outlet call a concept, in how many, and where in some of them."""

    term: Term
    count: int
    places: tuple[Span, ...]


def check(collection: Collection) -> Iterator[Finding]:
    uses = {article: _uses(article) for event in collection.events for article in event.articles}
    habits = {
        language: _habits([uses[article] for article in articles]) for language, articles in collection.outlets.items()
    }
    for event in collection.events:
        for article in event.articles:
            origins = [uses[a.source] for a in event.alignments if a.target is article]
            for key, forms in uses[article].items():
                if not any(_varies(origin, key[0]) for origin in origins):
                    yield from _departures(forms, habits.get(article.language, {}).get(key))


def _habits(articles: Sequence[_Uses]) -> Mapping[_Key, _Habit]:
    ways: defaultdict[_Key, list[tuple[Term, Span]]] = defaultdict(list)
    for found in articles:
        for key, forms in found.items():
            main = _main(forms)
            ways[key].append((main, forms[main][0].span))
    habits = {}
    for key, kept in ways.items():
        if usual := habit(term for term, _ in kept):
            places = (span for term, span in kept if term == usual[0])
            habits[key] = _Habit(*usual, tuple(islice(places, THRESHOLDS.forms_shown)))
    return habits


def _departures(forms: Mapping[Term, Sequence[Mention]], house: _Habit | None) -> Iterator[Finding]:
    """Findings on the forms of an article that are not its outlet's, or that it uses less than another."""
    main = house.term if house else _main(forms)
    for term in forms:
        if _is_short(term, main) or (house is None and len(forms[term]) == len(forms[main])):
            continue
        finding = _in_outlet(forms[term], house) if house and main not in forms else _in_article(forms, term, main)
        known = f"{house.count} articles mostly use “{house.term.text}”" if house and main in forms else ""
        reason = "; ".join(filter(None, (known, forms[term][0].concept.note)))
        yield replace(finding, reason=reason, fix=fix(replaced_everywhere(forms[term], main), Evidence.USAGE))


def _uses(article: Article) -> _Uses:
    found: defaultdict[tuple[Concept, str], defaultdict[Term, list[Mention]]] = defaultdict(lambda: defaultdict(list))
    own = (sentence for sentence in article.sentences if same_language(sentence.language, article.language))
    for sentence in own:
        for mention in sentence.mentions:
            if mention.term.status.accepted and mention.concept.kind not in _OTHERS:
                found[mention.concept, mention.term.language][mention.term].append(mention)
    return found


def _main(forms: Mapping[Term, Sequence[Mention]]) -> Term:
    """The form used most; of several, the preferred one, then the one used first."""
    return min(
        forms, key=lambda term: (-len(forms[term]), term.status is not Status.PREFERRED, forms[term][0].span.start)
    )


def _varies(uses: _Uses, concept: Concept) -> bool:
    """Whether a text has several forms of a concept that are not short for one another."""
    return any(
        any(not _is_short(term, _main(forms)) for term in forms)
        for (other, _), forms in uses.items()
        if other is concept
    )


def _is_short(one: Term, other: Term) -> bool:
    """Whether either is the other, inflected, an abbreviation of it, or a shortened form: letters in its order."""
    short, full = sorted((one.text, other.text), key=len)
    words = re.findall(r"[^\W_]+", full.lower())
    initials = "".join(word[0] for word in words)
    letters = "".join(re.findall(r"[^\W_]", short.lower()))
    bounded = Language.of(one.language).traits.bounded
    return (
        are_inflections(one.text, other.text)
        or _is_within(letters, initials)
        or _is_within(re.findall(r"[^\W_]+", short.lower()), words)
        or (not bounded and _is_within(letters, full.lower()))
    )


def _is_within(parts: Sequence[str], whole: Sequence[str]) -> bool:
    left = iter(whole)
    return all(part in left for part in parts)


def _in_article(forms: Mapping[Term, Sequence[Mention]], other: Term, main: Term) -> Finding:
    first, *again = forms[other]
    here, there = (_times(len(forms[term])) for term in (other, main))
    return Finding(
        f"“{first.span.text}” {here} in this article, but “{main.text}” {there}",
        first.span,
        related=tuple(mention.span for mention in (*again, *forms[main])),
        suggestion=main.text,
    )


def _in_outlet(mentions: Sequence[Mention], house: _Habit) -> Finding:
    first, *again = mentions
    return Finding(
        f"“{first.span.text}” in this article, but “{house.term.text}” in {house.count} others",
        first.span,
        related=(*house.places, *(mention.span for mention in again)),
        suggestion=house.term.text,
        severity=Severity.NOTE,
    )


def _times(count: int) -> str:
    return "once" if count == 1 else f"{count} times"


RULE = Rule(
    "XL103",
    "term-inconsistent",
    "One concept appears under several accepted names.",
    Collection,
    check,
    Severity.WARNING,
)
