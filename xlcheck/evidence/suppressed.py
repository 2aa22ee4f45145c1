"""Which suppressions speak of which findings, without asking each of them about each finding."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence
from heapq import heappop, heappush

from xlcheck.model.finding import Finding
from xlcheck.model.suppression import Suppression


def alike(entries: Iterable[Suppression]) -> list[list[int]]:
    """The numbers of the entries, those together that speak of the same findings: they differ in reason and day."""
    groups: defaultdict[Hashable, list[int]] = defaultdict(list)
    for number, entry in enumerate(entries):
        groups[entry.rule, entry.fingerprint, entry.block, entry.path, entry.folder, bool(entry.fault)].append(number)
    return list(groups.values())


def covering(entries: Sequence[Suppression], findings: Sequence[Finding]) -> list[list[int]]:
    """For each finding the numbers of the entries that cover it, in order."""
    candidates = _by_block(entries, findings)
    of_finding: defaultdict[tuple[str, str], list[int]] = defaultdict(list)
    of_rule: defaultdict[str, list[int]] = defaultdict(list)
    for number, entry in enumerate(entries):
        if entry.fingerprint:
            of_finding[entry.rule, entry.fingerprint].append(number)
        elif entry.block is None:
            of_rule[entry.rule].append(number)
    of_path: dict[tuple[str, str], list[int]] = {}
    for finding, here in zip(findings, candidates, strict=True):
        path = finding.rule, finding.at.document.id
        if path not in of_path:  # the same for all findings of a rule in a document
            of_path[path] = [number for number in of_rule[finding.rule] if entries[number].covers(finding)]
        same = of_finding.get((finding.rule, finding.fingerprint), ())
        here += [number for number in same if entries[number].covers(finding)]
        here += of_path[path]
        here.sort()
    return candidates


def _by_block(entries: Sequence[Suppression], findings: Sequence[Finding]) -> list[list[int]]:
    """Those of them that speak of a block, whatever is found there: a sweep through each document."""
    blocks: defaultdict[Hashable, list[int]] = defaultdict(list)
    for number, entry in enumerate(entries):
        if entry.block is not None and not entry.fingerprint and not entry.fault:
            blocks[entry.rule, entry.block.document].append(number)
    places: defaultdict[Hashable, list[int]] = defaultdict(list)
    for number, finding in enumerate(findings):
        if (finding.rule, finding.at.document) in blocks:
            places[finding.rule, finding.at.document].append(number)
    found: list[list[int]] = [[] for _ in findings]
    for key, numbers in places.items():
        for number, here in _swept(entries, blocks[key], {number: findings[number].at.start for number in numbers}):
            found[number] = [other for other in here if entries[other].covers(findings[number])]
    return found


def _swept(
    entries: Sequence[Suppression], blocks: Sequence[int], starts: Mapping[int, int]
) -> Iterable[tuple[int, list[int]]]:
    """For the number of each start the blocks that it lies in."""
    waiting = sorted(((block.start, number) for number in blocks if (block := entries[number].block)), reverse=True)
    open_: list[tuple[int, int]] = []
    for number, start in sorted(starts.items(), key=lambda one: one[1]):
        while waiting and waiting[-1][0] <= start:
            _, other = waiting.pop()
            if block := entries[other].block:
                heappush(open_, (block.end, other))
        while open_ and open_[0][0] <= start:
            heappop(open_)
        yield number, [other for _, other in open_]
