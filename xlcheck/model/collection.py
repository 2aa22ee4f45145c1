"""All that one run checks: its events, and the outlets that their articles make up."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass
from typing import TypeVar

from xlcheck.model.event import Event
from xlcheck.model.language import UNDETERMINED, primary
from xlcheck.model.text import Article

_Way = TypeVar("_Way", bound=Hashable)

_LEAST = 7
"""Seven of eight do the same by chance in one case of thirty (sign test)."""
_MOST_OF = 0.75


@dataclass(frozen=True, slots=True, eq=False)
class Collection:
    """The events of a run, in the order of their first paths."""

    events: tuple[Event, ...]

    @property
    def outlets(self) -> Mapping[str, tuple[Article, ...]]:
        """The articles in one language, in the order of the events, by its BCP 47 tag.

        What is published in one language is taken to have one house style; whoever has several in a language checks
        them in runs of their own. Articles whose language is undetermined are in none.
        """
        found: defaultdict[str, list[Article]] = defaultdict(list)
        for event in self.events:
            for article in event.articles:
                if primary(article.language) != UNDETERMINED:
                    found[article.language].append(article)
        return {language: tuple(articles) for language, articles in found.items()}


def habit(ways: Iterable[_Way]) -> tuple[_Way, int] | None:
    """The way of an outlet and in how many articles it is kept, given the way of each article that has one.

    None where fewer than seven articles have it, or fewer than three of four.
    """
    counts = Counter(ways)
    way, count = next(iter(counts.most_common(1)), (None, 0))
    return (way, count) if way is not None and count >= max(_LEAST, _MOST_OF * counts.total()) else None
