"""Concepts proposed from aligned text: names and phrases that recur, with their renderings.

A phrase and its rendering stand in the same beads more often than chance has it; how much more is Dunning's
log-likelihood ratio (T. Dunning, Accurate Methods for the Statistics of Surprise and Coincidence, 1993). They are
paired where each is the other's best.
"""

import math
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from rapidfuzz.distance import Indel

from xlcheck.files.printable import printable
from xlcheck.model import Alignment, Glossary, Pair, primary
from xlcheck.model.language import UNDETERMINED
from xlcheck.terms.fold import bare, same
from xlcheck.terms.limits import LIMITS
from xlcheck.terms.phrases import Phrase, phrases
from xlcheck.terms.toml import language_key
from xlcheck.terms.toml_text import value


@dataclass(frozen=True, slots=True)
class Rendering:
    """What a phrase is called in another language, and in how many of its beads it is called so."""

    language: str
    text: str
    count: int


@dataclass(frozen=True, slots=True)
class Proposal:
    """A phrase with its renderings, the commonest of a language first; `count` is the number of its beads."""

    language: str
    text: str
    count: int
    renderings: tuple[Rendering, ...]
    score: float


def suggest(alignments: Sequence[Alignment], known: Glossary, most: int) -> tuple[Proposal, ...]:
    """At most so many proposals, the surest first; phrases that the glossary has are left out.

    The phrases are those of the language that most beads have; an alignment without it says nothing.
    """
    sides = _sides(alignments)
    if not sides:
        return ()
    pivot = next(iter(sides))[0]
    has = {same(term.text, pivot) for c in known.concepts for term in c.terms if primary(term.language) == pivot}
    found: defaultdict[str, list[tuple[float, int, Rendering]]] = defaultdict(list)
    for (_, language), beads in sides.items():
        for phrase, rendering, score in _paired(beads):
            for each in rendering:
                found[phrase.text].append((score, len(phrase.beads), Rendering(language, *each)))
    proposals = [
        Proposal(
            pivot,
            text,
            max(count for _, count, _ in entries),
            tuple(rendering for _, _, rendering in entries),
            max(score for score, _, _ in entries),
        )
        for text, entries in found.items()
        if same(text, pivot) not in has
    ]
    return tuple(sorted(proposals, key=lambda each: (-each.score, each.text))[:most])


def write(proposals: Sequence[Proposal]) -> str:
    """The proposals as a TOML glossary to review, each with its counts in a comment."""
    return "\n".join("".join(f"{line}\n" for line in _block(each)) for each in _named(proposals))


def _named(proposals: Sequence[Proposal]) -> Iterator[tuple[str, Proposal]]:
    """The proposals with an id each, made of their words."""
    seen = Counter[str]()
    for proposal in proposals:
        name = "-".join(re.findall(r"\w+", bare(proposal.text))) or "concept"
        seen[name] += 1
        yield (name if seen[name] == 1 else f"{name}-{seen[name]}"), proposal


def _block(named: tuple[str, Proposal]) -> Iterator[str]:
    name, proposal = named
    languages: dict[str, list[Rendering]] = {}
    for rendering in proposal.renderings:
        languages.setdefault(rendering.language, []).append(rendering)
    told = "; ".join(
        f"{language}: " + ", ".join(f"{rendering.text} {rendering.count}" for rendering in renderings)
        for language, renderings in languages.items()
    )
    yield "# " + printable(f"{proposal.text} in {proposal.count} sentences; {told}")
    yield "[[concept]]"
    yield f"id = {value(name)}"
    yield f"{language_key(proposal.language)} = {value(proposal.text)}"
    for language, renderings in languages.items():
        first, *others = dict.fromkeys(rendering.text for rendering in renderings)
        yield f"{language_key(language)} = {value({'preferred': first, 'admitted': others} if others else first)}"


def _sides(alignments: Sequence[Alignment]) -> dict[tuple[str, str], list[tuple[str, str]]]:
    """The texts of the beads, by the pivot's language and the other."""
    beads: defaultdict[tuple[str, str], list[tuple[str, str]]] = defaultdict(list)
    for alignment in alignments:
        languages = (primary(alignment.source.language), primary(alignment.target.language))
        if languages[0] != languages[1]:
            beads[languages] += [_texts(pair) for pair in alignment.pairs if _is_bilingual(pair, languages)]
    counts = Counter[str]()
    for languages, texts in beads.items():
        for language in languages:
            counts[language] += len(texts)
    if not counts:
        return {}
    pivot = counts.most_common(1)[0][0]
    sides: defaultdict[tuple[str, str], list[tuple[str, str]]] = defaultdict(list)
    for (source, target), texts in beads.items():
        if source == pivot:
            sides[pivot, target] += texts
        elif target == pivot:
            sides[pivot, source] += [(other, ours) for ours, other in texts]
    return dict(sides)


def _is_bilingual(pair: Pair, languages: tuple[str, str]) -> bool:
    """Whether both sides have text, in the languages of their articles or too short to tell."""
    return all(
        side and all(primary(sentence.language) in (language, UNDETERMINED) for sentence in side)
        for side, language in zip((pair.source, pair.target), languages, strict=True)
    )


def _texts(pair: Pair) -> tuple[str, str]:
    source, target = (" ".join(sentence.text for sentence in side) for side in (pair.source, pair.target))
    return source, target


Renderings = list[tuple[str, int]]


def _paired(beads: Sequence[tuple[str, str]]) -> Iterator[tuple[Phrase, Renderings, float]]:
    """Phrases with their renderings and the score of the first one."""
    least = max(LIMITS.least_beads, round(LIMITS.least_share * len(beads)))
    ours, theirs = (phrases([bead[side] for bead in beads], least) for side in (0, 1))
    scores = _scores(ours, theirs, len(beads))
    best: dict[int, tuple[float, ...]] = {}
    for (_, other), score in scores.items():
        best[other] = max(best.get(other, ()), score)
    by_phrase: defaultdict[int, list[int]] = defaultdict(list)
    for one, other in scores:
        by_phrase[one].append(other)
    found = {}
    for one, others in by_phrase.items():
        other = max(others, key=lambda other: (scores[one, other], -other))
        score = scores[one, other]
        match = _Match(ours[one], theirs[other], score[0])
        if (
            score[0] >= LIMITS.surprise
            and score == best[other]
            and len(match.beads) >= LIMITS.together * len(match.rendering.beads)
        ):
            found[one] = match
    taken = {match.rendering.text for match in found.values()}
    for one, match in _without_strays(found).items():
        candidates = [theirs[each] for each in sorted(by_phrase[one])]
        first = _whole(match, [each for each in candidates if each.text not in taken])
        yield match.phrase, _cover(match.phrase, candidates, first, len(beads)), match.score


class _Match(NamedTuple):
    """A phrase and what renders it best."""

    phrase: Phrase
    rendering: Phrase
    score: float

    @property
    def beads(self) -> frozenset[int]:
        return self.phrase.beads & self.rendering.beads


def _whole(match: _Match, free: Iterable[Phrase]) -> Phrase:
    """The rendering, or the longest that has it inside, renders nothing else and (nearly) always stands there."""
    least = LIMITS.part_share * len(match.beads)
    longer = (each for each in free if match.rendering.text in each.text and len(match.beads & each.beads) >= least)
    return max((match.rendering, *longer), key=lambda each: len(each.text))


def _without_strays(found: Mapping[int, _Match]) -> Mapping[int, _Match]:
    """The matches but those that render another phrase, too, which is always beside: Vann in 范恩中校 for Lt Col."""
    by_bead: defaultdict[int, list[_Match]] = defaultdict(list)
    for match in found.values():
        for bead in match.beads:
            by_bead[bead].append(match)

    def is_stray(match: _Match) -> bool:
        return any(
            other.rendering.text in match.rendering.text
            and other.phrase.text not in match.phrase.text
            and other.score > match.score
            and match.beads <= other.beads
            for other in by_bead[min(match.beads)]
        )

    return {one: match for one, match in found.items() if not is_stray(match)}


def _cover(phrase: Phrase, candidates: Sequence[Phrase], first: Phrase, beads: int) -> Renderings:
    """The first rendering, and others for the beads that those before them leave over, if these are many."""
    chosen = [(first.text, len(phrase.beads & first.beads))]
    left = phrase.beads - first.beads
    least = max(LIMITS.least_beads, LIMITS.other_share * len(phrase.beads))
    while len(left) >= least:
        counted = [(len(left & each.beads), each) for each in candidates]
        able = [(n, each) for n, each in counted if n >= max(least, LIMITS.together * len(each.beads))]
        if not able:
            break
        count, other = max(able, key=lambda able: _log_likelihood(able[0], len(left), len(able[1].beads), beads))
        chosen.append((other.text, count))
        left -= other.beads
    return chosen


def _scores(ours: Sequence[Phrase], theirs: Sequence[Phrase], beads: int) -> dict[tuple[int, int], tuple[float, ...]]:
    """How surely phrases render one another, by their numbers; those that rarely stand together are left out."""
    by_bead: defaultdict[int, list[int]] = defaultdict(list)
    for number, phrase in enumerate(theirs):
        for bead in phrase.places:
            by_bead[bead].append(number)
    scores = {}
    for one, phrase in enumerate(ours):
        for other, count in Counter(other for bead in phrase.places for other in by_bead[bead]).items():
            if count >= max(LIMITS.least_beads, LIMITS.together * min(len(phrase.beads), len(theirs[other].beads))):
                scores[one, other] = _score(phrase, theirs[other], count, beads)
    return scores


def _score(one: Phrase, other: Phrase, count: int, beads: int) -> tuple[float, ...]:
    """How surely one renders the other; ties, which are common among rare phrases, go to names, likeness and place."""
    apart = [abs(one.places[bead] - other.places[bead]) for bead in one.beads & other.beads]
    likeness = Indel.normalized_similarity(bare(one.text), bare(other.text))
    return (
        round(_log_likelihood(count, len(one.beads), len(other.beads), beads), 6),
        float(one.name == other.name),
        round(likeness, 2) if likeness > 0.5 else 0.0,
        -round(sum(apart) / len(apart), 1),
        float(len(other.text)),
    )


def _log_likelihood(both: int, one: int, other: int, beads: int) -> float:
    """Dunning's G² of two events among beads, from how often both, the one and the other are there."""
    observed = ((both, one - both), (other - both, beads - one - other + both))
    rows, columns = (one, beads - one), (other, beads - other)
    return 2 * sum(
        observed[j][i] * math.log(observed[j][i] * beads / (rows[j] * columns[i]))
        for i in (0, 1)
        for j in (0, 1)
        if observed[j][i]
    )
