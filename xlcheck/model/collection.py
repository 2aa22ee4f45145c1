"""All that one run checks: its events, and the outlets that their articles make up."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from xlcheck.model.event import Event
from xlcheck.model.language import UNDETERMINED, primary
from xlcheck.model.text import Article


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
