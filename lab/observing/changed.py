"""Events in one document of which a script changed one thing."""

from __future__ import annotations

import random
from collections.abc import Collection, Iterator
from pathlib import Path

import events
import sound_news

from observing.observation import RIGHT, WRONG, Observation
from observing.pages import of
from xlcheck.check import check
from xlcheck.model import Article, Document, Event, Span
from xlcheck.rules import RULES

_RULES = [rule for rule in RULES if rule.code in ("XL501", "XL201", "XL202", "XL112")]
_SIZES = (3, 4, 8)
_PLANTS = 2
"""Changes of each kind in an event."""


def planted_events(shared: Path) -> Iterator[Observation]:
    """Events with one thing changed in one document, as `lab/bench/events.py` does."""
    docs = events.documents(shared / sound_news.PARTS["dev"])
    whole = {
        (name, language): _article(language, "\n".join(row[language] for row in rows))
        for name, rows in docs.items()
        for language in events.LANGUAGES
    }
    for name, size in ((name, size) for name in docs for size in _SIZES):
        chance = random.Random(f"{name}-{size}")
        articles = [whole[name, language] for language in chance.sample(events.LANGUAGES, size)]
        before = {finding.fingerprint for finding in check([events.side_by_side(articles)], _RULES, 0.0)}
        for plant in events.PLANTS.values():
            places = [(at, made) for at in range(size) for made in plant(articles[at], chance)]
            for at, (span, new) in chance.sample(places, min(_PLANTS, len(places))):
                text = articles[at].document.text
                changed = _article(articles[at].language, text[: span.start] + new + text[span.end :])
                event = events.side_by_side([*articles[:at], changed, *articles[at + 1 :]])
                there = Span(changed.document, span.start, span.start + len(new))
                yield from _of_plant(event, there, before)


def _article(language: str, text: str) -> Article:
    return events.given(Document(f"{language}.txt", text, language), language)


def _of_plant(event: Event, there: Span, before: Collection[str]) -> Iterator[Observation]:
    """What lies on the change is right, and what comes up elsewhere by it wrong."""
    for finding in check([event], _RULES, 0.0):
        if finding.fingerprint not in before:
            touched = any(place.overlaps(there) for place in (finding.at, *finding.related))
            yield of(finding, "events", RIGHT if touched else WRONG, planted=True)
