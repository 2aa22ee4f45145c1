"""Which blocks of a page are its article.

trafilatura (Barbaresi 2021, ACL) decides what is article and gives it as bare text; here that text is
found again in the blocks, in order, so that nothing of it loses its place in the source.
"""

import logging
import unicodedata
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import accumulate, pairwise
from typing import NamedTuple

from xlcheck.files.occurrences import occurrences
from xlcheck.model.document import Range
from xlcheck.read.blocks import Block
from xlcheck.read.limits import LIMITS

_SILENT = logging.NullHandler()


class _Match(NamedTuple):
    """A block and the stretch of the extracted text, in letters, where it stands."""

    block: int
    start: int
    end: int


class _Chain(NamedTuple):
    """Matches in order: the last of them, and what they weigh together."""

    weight: int
    match: _Match
    before: "_Chain | None"


def article(source: str, cut: Sequence[Block], titles: Sequence[str]) -> list[Block]:
    """The blocks of the article, in order; every readable block where nothing is recognised as one.

    Kept too: the headline, captions, and second copies of a kept block inside the article or beside
    it. Left out: what is mostly link text and so leads elsewhere. `titles` are the page's, in letters.
    """
    lines = [key for line in _extracted(source) if (key := letters(line))]
    keys = [letters(block.text) for block in cut]
    chain = _in_order(_long_matches(keys, lines))
    weight = sum(match.end - match.start for match in chain)
    if not chain or weight < min(LIMITS.article_letters, sum(map(len, keys)) // 2):
        return [block for block in cut if not block.aside] or list(cut)
    kept = {match.block for match in chain}
    kept.update(_short_between(keys, lines, chain))
    kept = {index for index in kept if cut[index].linked <= LIMITS.linked_share} or kept
    above = headline(cut[: max(kept)], titles)
    if above is not None:
        kept.add(above)
    kept.update(_belonging(cut, keys, kept))
    return [cut[index] for index in sorted(kept)]


def headline(cut: Sequence[Block], titles: Sequence[str]) -> int | None:
    """The block that is the headline, if any.

    The longest first-level heading, since the others of a page name the site and its sections; in a
    page without one, the first block with which one of its titles begins.
    """
    readable = [index for index, block in enumerate(cut) if not block.aside]
    headings = [index for index in readable if cut[index].tag == "h1"]
    if headings:
        return max(headings, key=lambda index: len(cut[index].text))
    known = sorted(titles)
    for index in readable:
        key = letters(cut[index].text)
        if _is_long(key) and any(title.startswith(key) for title in known[bisect_left(known, key) :][:1]):
            return index
    return None


def letters(text: str) -> str:
    """The letters and digits of a text: equal however white space, signs and accents are encoded."""
    return "".join(filter(str.isalnum, unicodedata.normalize("NFC", text)))


def _extracted(source: str) -> list[str]:
    import trafilatura

    logging.getLogger("trafilatura").addHandler(_SILENT)  # else it speaks on standard error
    text = trafilatura.extract(source, include_comments=False)
    return [cell for line in (text or "").split("\n") for cell in line.split("|")]


def _is_long(key: str) -> bool:
    return len(key.encode()) >= LIMITS.telling_block


def _long_matches(keys: Sequence[str], lines: Sequence[str]) -> Iterator[_Match]:
    """Long blocks that stand in the extracted text, and those of which it has the larger part."""
    whole = "".join(lines)
    long = [key for key in keys if _is_long(key)]
    places = occurrences(whole, long, LIMITS.block_copies)
    parts = _larger_parts([key for key in long if not places[key]], lines, whole)
    for index, key in enumerate(keys):
        if key in parts:
            yield _Match(index, *parts[key])
        for start in places.get(key, ()):
            yield _Match(index, start, start + len(key))


def _larger_parts(keys: Sequence[str], lines: Sequence[str], whole: str) -> Mapping[str, Range]:
    """Where the first of the lines stands that together are the larger part of a key, for each key that has such."""
    keys = list(dict.fromkeys(keys))
    starts = list(accumulate((len(key) + 1 for key in keys), initial=0))
    times = Counter(line for line in lines if _is_long(line))
    inside: defaultdict[str, list[str]] = defaultdict(list)
    for line, places in occurrences("\n".join(keys), times).items():
        for number in sorted({bisect_right(starts, place) - 1 for place in places}):
            inside[keys[number]].append(line)
    first = {
        key: parts[0] for key, parts in inside.items() if 2 * sum(len(part) * times[part] for part in parts) > len(key)
    }
    stands = {line: at for line, (at,) in occurrences(whole, first.values(), 1).items()}
    return {key: (stands[line], stands[line] + len(line)) for key, line in first.items()}


def _in_order(matches: Iterable[_Match]) -> list[_Match]:
    """The heaviest chain of matches that runs forward in the page and in the extracted text.

    Longest increasing subsequence by patience sorting (Fredman 1975), weighted by letters; of equally
    heavy chains the one that ends later in the page.
    """
    ends: list[int] = []  # of the chains worth going on from: both rise
    chains: list[_Chain] = []
    for match in sorted(matches, key=lambda match: (match.block, -match.start)):
        at = bisect_right(ends, match.start)
        before = chains[at - 1] if at else None
        weight = (before.weight if before else 0) + match.end - match.start
        first = bisect_left(ends, match.end)
        last = bisect_right(ends, match.end)
        if last and chains[last - 1].weight > weight:
            continue
        while last < len(chains) and chains[last].weight <= weight:
            last += 1
        ends[first:last] = [match.end]
        chains[first:last] = [_Chain(weight, match, before)]
    found = []
    chain = chains[-1] if chains else None
    while chain:
        found.append(chain.match)
        chain = chain.before
    return found[::-1]


def _short_between(keys: Sequence[str], lines: Sequence[str], chain: Sequence[_Match]) -> Iterator[int]:
    """Short blocks that stand between the same two long ones as in the extracted text."""
    starts = [0]
    for line in lines:
        starts.append(starts[-1] + len(line))
    before, behind = _Match(-1, 0, 0), _Match(len(keys), starts[-1], starts[-1])
    for one, other in pairwise((before, *chain, behind)):
        first, last = bisect_left(starts, one.end), bisect_left(starts, other.start)
        between = set(lines[first:last])
        for index in range(one.block + 1, other.block):
            if keys[index] in between:
                yield index


def _belonging(cut: Sequence[Block], keys: Sequence[str], kept: set[int]) -> Iterator[int]:
    """Captions inside the article, and further copies of long kept blocks inside or at its edges."""
    known = {keys[index] for index in kept if _is_long(keys[index])}
    copies = {i for i, block in enumerate(cut) if keys[i] in known and not block.aside}
    first, last = min(kept), max(kept)
    while first - 1 in copies:
        first -= 1
    while last + 1 in copies:
        last += 1
    for index in range(first, last + 1):
        if index in copies or (cut[index].caption and not cut[index].aside):
            yield index
