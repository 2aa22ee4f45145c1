"""Sentences of an article that another one of the event does not have."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import groupby

from xlcheck.evidence.coverage.holders import Holders, Key, holders
from xlcheck.evidence.jury import is_polled
from xlcheck.evidence.thresholds import THRESHOLDS
from xlcheck.lang.scripts import HANGUL_SYLLABLES, WIDE
from xlcheck.model.doubt import Doubt
from xlcheck.model.event import Alignment, Event, Pair
from xlcheck.model.finding import Finding, Severity
from xlcheck.model.language import same_language
from xlcheck.model.text import Article, Sentence

_CLOSED = re.compile(r"[.!?。！？…؟][\"'”’»」』)）\]]*\s*$")
_WIDE = re.compile(f"[{WIDE}{HANGUL_SYLLABLES}]")


@dataclass(frozen=True, slots=True)
class Alone:
    """Neighbouring sentences that one article of an event has, and others lack.

    `other` is the article that lacks them, or the first of several, and `beside` what stands there next to where they
    would be: in front of it, or, if `leading`, behind it. `added`: most others lack them, or it is the source that
    does. `articles` is how many lack them if they are added, and else how many have them. `confidence` is the least of
    the sentences', 0 to 1, as the aligner measured it; `doubts` are what speaks against it.
    """

    sentences: tuple[Sentence, ...]
    own: Article
    other: Article
    beside: tuple[Sentence, ...]
    leading: bool
    added: bool
    articles: int
    confidence: float
    doubts: tuple[Doubt, ...] = ()


def called(article: Article, reader: Article) -> str:
    """What a text is to the readers of another one: the source only where that is known, else its path."""
    known = reader.original and same_language(reader.original, article.language)
    return "the source" if known or article.document.id == reader.document.id else f"“{article.document.id}”"


@lru_cache(maxsize=1)  # one rule takes what is left out, another what is added
def alone(event: Event) -> tuple[Alone, ...]:
    """What the translations of an event leave out or add, in whole sentences, each once.

    Of two articles, or where the user names the source, the source is right. Of more, what most of those that are
    translations of one another have is left out by the others, what most lack is added, and of what as many have as
    lack nothing is sure.

    Only prose counts: headlines, captions, bylines and datelines come and go with the page, text in another language
    is another matter.
    """
    asked = holders(event) if is_polled(event) else None
    told: _Told = set()
    runs = (
        run
        for alignment in event.alignments
        if alignment.translation
        for run in (*_runs(alignment, added=False), *_runs(alignment, added=True))
    )
    return tuple(each for run in runs for each in (_judged(run, asked, told) if asked else (run,)))


_Told = set[tuple[Key, Article | None]]


def _judged(run: Alone, asked: Holders, told: _Told) -> Iterator[Alone]:
    """What of the sentences is added, and what is left out, that was not `told` before."""
    kept: defaultdict[_Judgement, list[Sentence]] = defaultdict(list)
    for sentence in run.sentences:
        held = asked.of(sentence, run.own, run.other)
        omitted = 2 * held.having > held.of_having
        judgement = _Judgement(
            added=not omitted,
            articles=held.having if omitted else held.lacking,
            clear=omitted or 2 * held.lacking > held.of_lacking,
        )
        place = run.other if omitted else None
        if told.isdisjoint((key, place) for key in held.known_by):
            kept[judgement].append(sentence)
        told.add((id(sentence), None))
        if omitted or not judgement.clear:
            told |= {(key, place) for key in held.alike}
    for judgement, sentences in kept.items():
        yield replace(
            run,
            sentences=tuple(sentences),
            added=judgement.added,
            articles=judgement.articles,
            doubts=run.doubts if judgement.clear else (*run.doubts, Doubt.EVEN),
        )


@dataclass(frozen=True, slots=True)
class _Judgement:
    """Whether a sentence is added rather than left out, as how many articles tell, and whether by a majority."""

    added: bool
    articles: int
    clear: bool


def _runs(alignment: Alignment, *, added: bool) -> Iterator[Alone]:
    """Runs of neighbouring sentences that the source, or (`added`) the target, has alone."""
    own, other = (alignment.target, alignment.source) if added else (alignment.source, alignment.target)
    beside: tuple[Sentence, ...] = ()
    waiting: list[Alone] = []
    for lone, group in groupby(alignment.pairs, lambda pair: _lone(pair, added)):
        pairs = list(group)
        if lone:
            told = [
                (sentence, pair.score)
                for pair in pairs
                for sentence in _side(pair, added)
                if is_prose(sentence) and same_language(sentence.language, own.language)
            ]
            least = min((score for _, score in told), default=0.0)
            if least >= THRESHOLDS.likely_omission:
                said = tuple(sentence for sentence, _ in told)
                doubts = () if least >= THRESHOLDS.clear_margin else (Doubt.WEAK_LINK,)
                waiting.append(Alone(said, own, other, beside, not beside, added, 1, least, doubts))
        else:
            first = _first(_side(pair, not added) for pair in pairs)
            yield from (replace(each, beside=each.beside or first) for each in waiting)
            waiting = []
            beside = _first(_side(pair, not added) for pair in reversed(pairs))
    yield from waiting


def _first(sides: Iterable[tuple[Sentence, ...]]) -> tuple[Sentence, ...]:
    return next((side for side in sides if side), ())


def in_one_report(event: Event, *, added: bool) -> Iterator[Finding]:
    """Of two independent reports: how many sentences the first, or (`added`) the second, has alone."""
    for alignment in event.alignments:
        if not alignment.translation:
            own, other = (alignment.target, alignment.source) if added else (alignment.source, alignment.target)
            told = [sentence.span for run in _runs(alignment, added=added) for sentence in run.sentences]
            if told:
                yield Finding(
                    f"{len(told)} of {len(own.sentences)} sentences are not in the other report",
                    told[0],
                    related=tuple(told[1 : THRESHOLDS.places_shown]),
                    reason=f"{other.document.id} reports the event independently",
                    severity=Severity.NOTE,
                    doubts=(Doubt.INDEPENDENT,),
                )


def _side(pair: Pair, added: bool) -> tuple[Sentence, ...]:
    return pair.target if added else pair.source


def _lone(pair: Pair, added: bool) -> bool:
    return bool(_side(pair, added)) and not _side(pair, not added)


def is_prose(sentence: Sentence) -> bool:
    """Whether a sentence is a full one of the story."""
    span, document = sentence.span, sentence.span.document
    heading = any(part and part[0] < span.end and span.start < part[1] for part in (document.title, document.dateline))
    length = len(sentence.text) + (THRESHOLDS.letters_a_character - 1) * len(_WIDE.findall(sentence.text))
    return not heading and length >= THRESHOLDS.prose and _CLOSED.search(sentence.text) is not None
