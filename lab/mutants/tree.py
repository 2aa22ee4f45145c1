"""A copy of the project to break, and the tests run in it."""

from __future__ import annotations

import json
import os
import resource
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from mutants.sites import Mutation

ROOT = Path(__file__).resolve().parents[2]
LEFT_OUT = shutil.ignore_patterns(".git", ".*_cache", "__pycache__", ".venv*", "build", "dist", "*.egg-info")

PATIENCE = 4
"""How many times the CPU seconds of its tests a run may take, and then 20: what takes more will never end."""

MEMORY = 12 << 30
"""Bytes of address space; a mutation may ask for ever more."""


class Tree:
    """A copy in a folder of its own. No development data lies beside it, so no test there leans on them."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.root = folder / "tree"
        shutil.copytree(ROOT, self.root, ignore=LEFT_OUT)

    def run(self, arguments: Sequence[str], seconds: float | None = None, **environment: str) -> int:
        """pytest's exit code in this tree; negative where it was ended for taking too long."""

        def limits() -> None:
            resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
            if seconds is not None:
                resource.setrlimit(resource.RLIMIT_CPU, (int(seconds) + 1, int(seconds) + 1))

        command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "-p", "mutants.recorder", *arguments]
        paths = os.pathsep.join(map(str, (self.root, ROOT / "lab")))
        given = os.environ | {"PYTHONPATH": paths, "PYTHONDONTWRITEBYTECODE": "1"} | environment
        try:
            return subprocess.run(
                command,
                cwd=self.root,
                env=given,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                preexec_fn=limits,
                timeout=None if seconds is None else 60 + 20 * seconds,  # waits take no CPU; machines are shared
                check=False,
            ).returncode
        except subprocess.TimeoutExpired:
            return -1

    def killed(self, mutation: Mutation, tests: Sequence[str], seconds: float) -> str:
        """What noticed the mutation: the first test that failed, or a reason in words; "" where nothing did."""
        file = self.root / mutation.path
        sound = file.read_bytes()
        chosen = self.folder / "chosen.json"
        chosen.write_text(json.dumps(tests), "utf-8")
        noted = chosen.with_suffix(".failed")
        noted.unlink(missing_ok=True)
        files = sorted({test.partition("::")[0] for test in tests})
        file.write_bytes(mutation.of(sound))
        try:
            code = self.run(["-x", *files], 20 + PATIENCE * seconds, XLCHECK_CHOSEN=str(chosen))
        finally:
            file.write_bytes(sound)
        if code < 0:
            return "it took too long"
        if noted.exists():
            return noted.read_text("utf-8")
        return "" if code == 0 else "importing the tests"
