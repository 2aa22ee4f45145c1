"""Which tests call which functions: recorded once, and again for the files of tests that have changed."""

from __future__ import annotations

import hashlib
import json
import shutil
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from mutants.sites import Mutation
from mutants.tree import ROOT, Tree

SELECTED = "not browser"
"""Slow ones too: of some files only they tell. Tests that fail in a copy with nothing broken are left out."""


@dataclass(frozen=True, slots=True)
class Reach:
    """Tests by the function they call (`xlcheck/find/dates.py:dates`) and by file, and the CPU seconds of each."""

    seconds: dict[str, float]
    functions: dict[str, frozenset[str]]
    files: dict[str, frozenset[str]]

    def tests(self, mutation: Mutation, limit: float) -> list[str]:
        """The tests that may notice a mutation: those of the file's own tests that call the function, others that do,
        and, since values are remembered from the first call on, those that call anything else in the file; short ones
        first, until `limit` seconds are spent.
        """
        file = self.files.get(mutation.path, frozenset())
        function = self.functions.get(f"{mutation.path}:{mutation.function}", frozenset()) or file
        own = _mirror(mutation.path)
        candidates = function | file | {test for test in self.seconds if test.startswith(own)}

        def rank(test: str) -> tuple[bool, bool, float, str]:
            mirrored = test.startswith(own)
            return not (mirrored or test in function), not mirrored, self.seconds[test], test

        chosen, spent = [], 0.0
        for test in sorted(candidates, key=rank):
            if spent > limit:
                break
            chosen.append(test)
            spent += self.seconds[test]
        return chosen

    def cost(self, tests: Iterable[str]) -> float:
        return sum(self.seconds[test] for test in tests)


def _mirror(path: str) -> str:
    """`xlcheck/find/dates.py` is tested by `tests/find/test_dates.py`."""
    *folders, name = Path(path).parts[1:]
    return "/".join(("tests", *folders, f"test_{name}"))


def reach(kept: Path, tree: Tree, jobs: int) -> Reach:
    """What is kept in a file, made current first."""
    known = json.loads(kept.read_text("utf-8")) if kept.exists() else {"files": {}, "tests": {}}
    now = {str(path.relative_to(ROOT)): _digest(path) for path in sorted(ROOT.glob("tests/**/test_*.py"))}
    stale = [name for name, digest in now.items() if known["files"].get(name) != digest]
    tests = {test: told for test, told in known["tests"].items() if _current(test, now, stale)}
    if stale:
        tests |= _recorded(tree, stale, jobs)
        kept.parent.mkdir(parents=True, exist_ok=True)
        kept.write_text(json.dumps({"files": now, "tests": tests}), "utf-8")
    return _reach(tests)


def _digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def _current(test: str, now: dict[str, str], stale: list[str]) -> bool:
    file = test.partition("::")[0]
    return file in now and file not in stale


def _recorded(tree: Tree, files: list[str], jobs: int) -> dict[str, tuple[float, list[str]]]:
    folder = tree.folder / "reach"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    parallel = ["-n", str(jobs), "--dist", "worksteal"] if jobs > 1 else []
    tree.run([*parallel, "-m", SELECTED, *files], XLCHECK_REACH=str(folder))
    tests: dict[str, tuple[float, list[str]]] = {}
    for part in folder.glob("*.json"):
        tests |= json.loads(part.read_text("utf-8"))
    return tests


def _reach(tests: dict[str, tuple[float, list[str]]]) -> Reach:
    functions: defaultdict[str, set[str]] = defaultdict(set)
    files: defaultdict[str, set[str]] = defaultdict(set)
    for test, (_, called) in tests.items():
        for name in called:
            functions[name].add(test)
            files[name.partition(":")[0]].add(test)
    return Reach(
        {test: seconds for test, (seconds, _) in tests.items()},
        {name: frozenset(each) for name, each in functions.items()},
        {name: frozenset(each) for name, each in files.items()},
    )
