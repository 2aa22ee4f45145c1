"""The names of an event where they stand, and which of its sentences say the same."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from itertools import islice

from xlcheck.evidence.names.forms import name_key
from xlcheck.evidence.names.spoken import script_of
from xlcheck.evidence.thresholds import THRESHOLDS
from xlcheck.lang import Language
from xlcheck.lang.systems import KOREAN, MANDARIN
from xlcheck.model.document import Span
from xlcheck.model.event import Event
from xlcheck.model.language import UNDETERMINED, primary
from xlcheck.model.name import Name, Reading, units_of
from xlcheck.model.term import Concept
from xlcheck.model.text import Article, Sentence

_WORD = re.compile(r"[^\W\d_]{6,}")
_OWN_LANGUAGES = {"Hani": MANDARIN, "Hang": KOREAN}
"""Scripts of names that tell the language."""
_KINDS = ("person", "place")


@dataclass(frozen=True, slots=True, eq=False)
class Naming:
    """A name where it stands."""

    article: Article
    sentence: Sentence
    name: Name

    @property
    def span(self) -> Span:
        return self.name.span

    @property
    def language(self) -> str:
        """The language that it is written in: what characters tell, else its sentence's, else its page's."""
        if self.name.script in _OWN_LANGUAGES:
            return _OWN_LANGUAGES[self.name.script]
        tag = primary(self.sentence.language)
        return primary(self.article.language) if tag == UNDETERMINED else tag

    @property
    def quoted(self) -> bool:
        """Whether it stands in a longer passage of another language inside its sentence."""
        return any(
            passage.start <= self.span.start <= self.span.end <= passage.end and passage != self.span
            for passage in (stretch.span for stretch in self.sentence.foreign)
        )

    @property
    def neighbours(self) -> frozenset[str]:
        """The words next to it that mean something."""
        text, at = self.sentence.text, self.span.start - self.sentence.span.start
        end = at + self.span.end - self.span.start
        return words(text[max(0, at - THRESHOLDS.next_to) : at] + " " + text[end : end + THRESHOLDS.next_to])

    def points_to(self, person: Concept, sure: bool) -> bool:
        """Whether the sentence by itself shows that a person is meant; only an office does for a name not `sure`."""
        if Language.of(self.language).traits.all_han or person.kind != "person":
            return False
        if "office" in self.name.signs or not sure:
            return "office" in self.name.signs
        foreign = {_same(term.text) for term in person.terms if not term.text.isascii()}
        others = (m.concept for m in self.sentence.mentions if m.concept.kind in ("person", "body"))
        note = words(person.note) & self.neighbours
        return _same(self.span.text) in foreign or any(other is not person for other in others) or len(note) > 1


def _same(text: str) -> str:
    return unicodedata.normalize("NFC", text).casefold()


def words(text: str) -> frozenset[str]:
    """The words of a text long enough to mean something, in lower case and NFC."""
    return frozenset(word.casefold() for word in _WORD.findall(unicodedata.normalize("NFC", text)))


@dataclass(frozen=True, slots=True, eq=False)
class Scene:
    """An event's names in the order of its articles, and the sentences that say the same as a sentence.

    `counterparts` holds both directions, `targets` those from the source's side of a pair.
    """

    namings: tuple[Naming, ...]
    counterparts: Mapping[Span, Set[Span]]
    targets: Mapping[Span, Set[Span]]

    def aligned(self, naming: Naming, others: Iterable[Naming]) -> list[Naming]:
        """Those of the others that stand in a sentence aligned with a naming's."""
        counterparts = self.counterparts.get(naming.sentence.span, ())
        return [other for other in others if other.sentence.span in counterparts]

    def comes_first(self, one: Naming, other: Naming) -> bool:
        """Whether one stands before the other in one article, or in the source of its sentence."""
        if one.article is other.article:
            return one.span.start < other.span.start
        return other.sentence.span in self.targets.get(one.sentence.span, ())

    def short_forms(self, named: Iterable[Naming]) -> Iterator[Naming]:
        """A person's first or last name alone, in an article that has given it in full before."""
        introduced: dict[tuple[Article, str], int] = {}
        for naming in named:
            parts = naming.span.text.split()
            for part in {parts[0], parts[-1]} if len(parts) > 1 else ():
                introduced.setdefault((naming.article, name_key(part)), naming.span.start)
        for naming in self.namings:
            since = introduced.get((naming.article, naming.name.key))
            if since is not None and since < naming.span.start:
                yield naming


def scene(event: Event) -> Scene:
    """What an event's articles name, of one sentence the first `compared_facts`."""
    namings = tuple(
        Naming(article, sentence, name)
        for article in event.articles
        for sentence in article.sentences
        for name in islice(_names(sentence), THRESHOLDS.compared_facts)
    )
    counterparts: defaultdict[Span, set[Span]] = defaultdict(set)
    targets: defaultdict[Span, set[Span]] = defaultdict(set)
    for pair in event.pairs:
        for source in pair.source:
            for target in pair.target:
                targets[source.span].add(target.span)
                counterparts[source.span].add(target.span)
                counterparts[target.span].add(source.span)
    return Scene(namings, counterparts, targets)


def _names(sentence: Sentence) -> Iterator[Name]:
    """The sentence's names, and the glossary's persons and places that are not among them."""
    taken = set()
    for name in units_of(sentence):
        taken.add(name.span)
        yield name
    for mention in sentence.mentions:
        if mention.concept.kind in _KINDS and mention.span not in taken:
            yield Name(mention.span, name_key(mention.term.text), script_of(mention.term.text))


def usual_form(near: Naming, named: Sequence[Naming]) -> str:
    """How a name is most often written: in the article and language of a naming, else farther off."""
    alike = [n for n in named if n.language == near.language]
    here = [n for n in alike if n.article is near.article]
    return Counter(n.span.text for n in here or alike or named).most_common(1)[0][0]


def another_person(wrong: Sequence[Naming], named: Sequence[Naming]) -> bool:
    """Whether a sentence names both, or the form goes with Ms and the right name never does."""
    sentences = {naming.sentence.span for naming in named}
    women = [any("feminine" in n.name.signs for n in namings) for namings in (wrong, named)]
    return women == [True, False] or any(one.sentence.span in sentences for one in wrong)


def goes_by_own_short_form(told: Scene, wrong: Sequence[Naming]) -> bool:
    """Whether the article goes on with a part of the form, as “Su said” after “Su Lin”."""
    parts = {name_key(part) for part in (wrong[0].span.text.split()[0], wrong[0].span.text.split()[-1])}
    parts -= {wrong[0].name.key}
    return any(n.article is wrong[0].article and n.name.key in parts for n in told.namings)


def alike(wrong: Sequence[Naming], named: Sequence[Naming]) -> bool:
    """Whether an office stands next to the form, or a content word next to both."""
    if any("office" in one.name.signs for one in wrong):
        return True
    theirs = {(n.language, word) for n in named for word in n.neighbours}
    return any((one.language, word) in theirs for one in wrong for word in one.neighbours)


def shared_characters(reading: Reading, namings: Iterable[Naming]) -> str:
    """The characters, where Vietnamese marks among the forms narrow them down; else nothing."""
    left = reading
    for naming in namings:
        for other in naming.name.readings:
            if left.meets(other):
                pairs = zip(left.characters, other.characters, strict=True)
                left = Reading(left.system, tuple("".join(c for c in ours if c in theirs) for ours, theirs in pairs))
    marked = any(not naming.span.text.isascii() for naming in namings)
    return "".join(syllable[0] for syllable in left.characters) if marked else ""
