"""What ties two articles: how they are to one another, and why they are taken to cover one happening."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from xlcheck.model.text import Article, Sentence


class Relation(StrEnum):
    """How two articles of one event are to one another."""

    SAME_TEXT = "same-text"
    """One text in one language, perhaps edited: an agency's, printed twice."""
    TRANSLATION = "translation"
    BRIEF = "brief"
    """The one is a part of the other, in whatever language."""
    INDEPENDENT = "independent"
    LIVE_PAGE = "live-page"
    """The one is a page of dated entries on many events."""


@dataclass(frozen=True, slots=True)
class Likeness:
    """Two sentences that say the same.

    `margin`: how far their cosine is above that of their neighbours, in parts of what is left to 1.
    """

    source: Sentence
    target: Sentence
    cosine: float
    margin: float


@dataclass(frozen=True, slots=True, eq=False)
class Tie:
    """Why two articles are taken to cover one happening, or not.

    `parts` are measures and what each adds to `log_odds`; two articles alone are one event where these are above
    `threshold`. `shared` are the days, numbers and names in both, as far as they are rare, the most telling first.
    """

    source: Article
    target: Article
    log_odds: float
    threshold: float
    parts: tuple[tuple[str, float], ...]
    shared: tuple[str, ...]
    sentences: tuple[Likeness, ...]
