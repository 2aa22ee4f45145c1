"""What ties two articles, told for an editor."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np

from xlcheck.match.exact import cosines, whole
from xlcheck.match.profile import Profile, Rarity, Vectors, rarities
from xlcheck.match.score import margins, score
from xlcheck.match.weights import WEIGHTS
from xlcheck.model import Article, Likeness, Sentence, Span, Tie, units_of
from xlcheck.model.facts import Number


def explain(articles: Sequence[Article], vectors: Sequence[Vectors], one: int, other: int) -> Tie:
    """What was measured between two of the articles; how rare a fact is shows among all of them."""
    profiles = [Profile.of(article, rows) for article, rows in zip(articles, vectors, strict=True)]
    rarity = rarities(profiles)
    source, target = profiles[one], profiles[other]
    found = score(source, target, rarity)
    return Tie(
        articles[one],
        articles[other],
        found.log_odds,
        WEIGHTS.threshold,
        tuple(found.parts.items()),
        (*_days(source, target), *_facts(articles[one], source, target, rarity)),
        tuple(_likenesses((articles[one], articles[other]), source, target)),
    )


def _likenesses(articles: tuple[Article, Article], source: Profile, target: Profile) -> list[Likeness]:
    """The sentence pairs that count most, by margin."""
    if not (len(source.rows) and len(target.rows)):
        return []
    matrix = cosines(whole(source.rows), whole(target.rows))
    margin = margins(matrix)
    best = margin.argmax(axis=1)
    mutual = np.flatnonzero(margin.argmax(axis=0)[best] == np.arange(len(best)))
    first = sorted(mutual.tolist(), key=lambda row: (-margin[row, best[row]], row))[: WEIGHTS.shown_sentences]
    return [
        Likeness(
            articles[0].sentences[source.places[row]],
            articles[1].sentences[target.places[best[row]]],
            float(matrix[row, best[row]]),
            float(margin[row, best[row]]),
        )
        for row in first
    ]


def _days(source: Profile, target: Profile) -> list[str]:
    return [day.isoformat() for day in sorted(source.days & target.days)]


def _facts(article: Article, source: Profile, target: Profile, rarity: Rarity) -> list[str]:
    """Numbers, names and terms in both as the source writes them first, the most telling first."""
    written: dict[object, str] = {}
    for sentence in article.sentences:
        for key, span in _keys(sentence):
            written.setdefault(key, span.text)
        for mention in sentence.mentions:
            written.setdefault(mention.concept, mention.span.text)
    worth = {
        fact: surprise * rarity[fact]
        for ours, theirs in ((source.numbers, target.numbers), (source.names, target.names))
        for fact, surprise in ours.items()
        if fact in theirs and fact in written and surprise
    }
    told = sorted(worth, key=lambda fact: (-worth[fact], written[fact]))
    return list(dict.fromkeys(written[fact] for fact in told))[: WEIGHTS.shown_facts]


def _keys(sentence: Sentence) -> Iterator[tuple[object, Span]]:
    for name in units_of(sentence):
        for key in name.persons or ([name.key] if len(name.key) >= WEIGHTS.shown_name else []):
            yield key, name.span
    yield from ((number.value, number.span) for number in sentence.facts.of(Number))
