"""What the other articles of an event say at a place, and how many of them count as witnesses that do not depend on
one another.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Generic, TypeVar

from xlcheck.evidence.thresholds import THRESHOLDS
from xlcheck.model.document import Span
from xlcheck.model.event import Event, Pair
from xlcheck.model.language import UNDETERMINED, same_language
from xlcheck.model.text import Article, Sentence

F = TypeVar("F")

Tells = Callable[[F, Sequence[Sentence]], bool | None]
"""Whether sentences tell a fact; None where that cannot be known."""


@dataclass(frozen=True, slots=True)
class Question(Generic[F]):
    """What is asked of sentences about a fact.

    `tells`: whether they may tell it, in whatever way. Only what they do not even tell in this sense is missing there.
    `states`: whether they say it, so that it can be read; a vote needs that. Where the two are one, it is left out.
    `same`: whether two facts say the same.
    """

    tells: Tells[F]
    same: Callable[[F, F], bool]
    stated: Tells[F] | None = None

    @property
    def states(self) -> Tells[F]:
        return self.stated or self.tells


@dataclass(frozen=True, slots=True)
class Witness:
    """What an article says where a sentence of another one stands, and around that."""

    said: tuple[Sentence, ...]
    around: tuple[Sentence, ...]
    translation: bool


Heard = dict[Span, list[Witness]]


def pairs_with_neighbours(event: Event) -> Iterator[tuple[Pair, tuple[Pair, ...]]]:
    """The pairs with two sides in languages that are known, each with the two before it and the two after it."""
    for alignment in event.alignments:
        for place, pair in enumerate(alignment.pairs):
            if all(any(each.language != UNDETERMINED for each in side) for side in (pair.source, pair.target)):
                before = alignment.pairs[max(0, place - THRESHOLDS.neighbours) : place]
                yield pair, before + alignment.pairs[place + 1 : place + 1 + THRESHOLDS.neighbours]


@lru_cache(maxsize=1)  # several rules ask it of one event
def heard(event: Event) -> Heard:
    """For each sentence what the other articles say there."""
    found: defaultdict[Span, list[Witness]] = defaultdict(list)
    for pair, around in pairs_with_neighbours(event):
        sources = tuple(sentence for each in around for sentence in each.source)
        targets = tuple(sentence for each in around for sentence in each.target)
        for sentence in pair.source:
            found[sentence.span].append(Witness(pair.target, targets, pair.translation))
        for sentence in pair.target:
            found[sentence.span].append(Witness(pair.source, sources, pair.translation))
    return found


def vote(
    source: F | None, target: F | None, witnesses: Sequence[Witness], question: Question[F], *, near: bool = True
) -> int:
    """1 where an article states the source's fact and not the target's, -1 where it is the other way round.

    What stands around counts where the sentences themselves decide nothing. Silence speaks against a fact that one
    side has alone, if the article is a translation where not even something like it may be.
    """
    said = [sentence for witness in witnesses for sentence in witness.said]
    every = [*said, *(sentence for witness in witnesses for sentence in witness.around)]
    for sentences in (said, every) if near else (said,):
        for_source, for_target = (each is not None and question.states(each, sentences) for each in (source, target))
        if for_source is None or for_target is None:
            return 0
        if for_source != for_target:
            return 1 if for_source else -1
    if source and target:
        return 0
    silent = _is_silent(source or target, witnesses, every if near else said, question)
    return (-1 if source else 1) * silent


def _is_silent(
    fact: F | None, witnesses: Sequence[Witness], sentences: Sequence[Sentence], question: Question[F]
) -> bool:
    """Whether a translation does without a fact."""
    translated = any(witness.translation for witness in witnesses)
    return fact is not None and translated and question.tells(fact, sentences) is False


def independent(accused: Article, telling: Sequence[Article]) -> int:
    """How many of the articles that tell something are witnesses against another one, independent of one another.

    Translations of one text, and that text itself, are one witness: they have it from there. But against that text or
    another translation of it each of them counts, for each read the text anew.
    """
    texts = [article.original for article in telling if article.original is not None]
    voices: set[object] = set()
    for article in telling:
        text = article.original or next((each for each in texts if same_language(each, article.language)), None)
        alone = text is None or same_language(accused.original or accused.language, text)
        voices.add(id(article) if alone else text)
    return len(voices)
