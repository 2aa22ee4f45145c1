"""How much the tests notice: breaks the package in places drawn by lot, one at a time, and runs the tests of each.

    python lab/mutate.py --sample 100 --seed 7 --room find --room rules
    python lab/mutate.py --replace xlcheck/find/names/countries.py '_INFLECTED = 5' '_INFLECTED = 1'

The project itself stays as it is: a copy is broken, without development data beside it. The same seed draws the same
places as long as the package is the same. Which tests call what is recorded at first, which takes some minutes.
"""

from __future__ import annotations

import argparse
import random
import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from queue import SimpleQueue

from mutants.reach import Reach, reach
from mutants.sites import Mutation, sites
from mutants.tree import ROOT, Tree

Verdict = tuple[Mutation, str, int]
"""A mutation, what noticed it ("" for nothing), and how many tests were chosen for it."""


def room(path: str) -> str:
    """`xlcheck/find/dates.py` lies in `find`; a file beside the rooms is one of its own."""
    return Path(path).parts[1].removesuffix(".py")


def drawn(rooms: list[str], sample: int, seed: int) -> list[Mutation]:
    """A sample of places, each broken in one of its ways."""
    chance = random.Random(seed)
    every: list[tuple[Mutation, ...]] = []
    for file in sorted((ROOT / "xlcheck").rglob("*.py")):
        path = str(file.relative_to(ROOT))
        if not rooms or room(path) in rooms:
            every += sites(path, file.read_bytes())
    chosen = chance.sample(every, min(sample, len(every)))
    return [chance.choice(ways) for ways in chosen]


def replaced(path: str, old: str, new: str) -> Mutation:
    """A mutation of one's own: a piece of text that occurs once."""
    source = (ROOT / path).read_bytes()
    if source.count(old.encode()) != 1:
        raise SystemExit(f"{path}: {old!r} occurs {source.count(old.encode())} times; name a piece that occurs once")
    start = source.index(old.encode())
    line = source[:start].count(b"\n") + 1
    return Mutation(path, "", line, start, start + len(old.encode()), new, f"{old} -> {new}")


def tried(mutations: list[Mutation], known: Reach, trees: list[Tree], limit: float) -> Iterator[Verdict]:
    """The verdict on each mutation, in order."""
    free: SimpleQueue[Tree] = SimpleQueue()
    for tree in trees:
        free.put(tree)

    def one(mutation: Mutation) -> Verdict:
        tests = known.tests(mutation, limit)
        tree = free.get()
        try:
            return mutation, tree.killed(mutation, tests, known.cost(tests)) if tests else "", len(tests)
        finally:
            free.put(tree)

    with ThreadPoolExecutor(len(trees)) as pool:
        yield from pool.map(one, mutations)


def row(verdict: Verdict) -> str:
    mutation, noticed, tests = verdict
    outcome = f"killed by {noticed}" if noticed else f"SURVIVED {tests} tests"
    return f"{mutation.path}:{mutation.line}\t{mutation.what}\t{outcome}"


def summary(verdicts: Iterable[Verdict]) -> list[str]:
    """Killed of all, by room."""
    rooms: defaultdict[str, list[bool]] = defaultdict(list)
    for mutation, noticed, _ in verdicts:
        for name in (room(mutation.path), "all"):
            rooms[name].append(bool(noticed))
    names = sorted(rooms, key=lambda name: (name == "all", name))
    return [
        f"{name:<10} {sum(rooms[name]):>4} of {len(rooms[name]):>4} killed ({sum(rooms[name]) / len(rooms[name]):.0%})"
        for name in names
    ]


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sample", type=int, default=100, help="how many places to break (default: 100)")
    parser.add_argument("--seed", type=int, default=0, help="another seed draws other places (default: 0)")
    parser.add_argument("--room", action="append", default=[], help="only in this room; may be repeated")
    parser.add_argument(
        "--replace", nargs=3, action="append", default=[], metavar=("FILE", "OLD", "NEW"), help="a mutation of your own"
    )
    parser.add_argument("--limit", type=float, default=60.0, help="CPU seconds of tests for a mutation (default: 60)")
    parser.add_argument("--jobs", type=int, default=1, help="how many at once (default: 1)")
    parser.add_argument("--list", action="store_true", help="show what would be broken, and run nothing")
    parser.add_argument(
        "--reach", type=Path, default=ROOT / "build" / "reach.json", help="where to keep which tests call what"
    )
    return parser.parse_args()


def main() -> int:
    given = arguments()
    mutations = [replaced(*each) for each in given.replace] or drawn(given.room, given.sample, given.seed)
    if given.list:
        print(*(f"{each.path}:{each.line}\t{each.what}" for each in mutations), sep="\n")
        return 0
    with tempfile.TemporaryDirectory() as folder:
        trees = [Tree(Path(folder) / str(number)) for number in range(given.jobs)]
        known = reach(given.reach, trees[0], given.jobs)
        verdicts = []
        for verdict in tried(mutations, known, trees, given.limit):
            verdicts.append(verdict)
            print(row(verdict), flush=True)
    print("", *summary(verdicts), sep="\n")
    return 0 if all(noticed for _, noticed, _ in verdicts) else 1


if __name__ == "__main__":
    sys.exit(main())
