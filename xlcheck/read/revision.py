"""Files as git has them at a revision."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from xlcheck.model import XlcheckError
from xlcheck.read import STANDARD_INPUT, is_article

_PLAIN = ("100644 ", "100755 ")
"""Modes of files, not of links."""

_POINTER = b"version https://git-lfs"
"""How a file begins that git keeps elsewhere."""


@dataclass(frozen=True, slots=True)
class Revision:
    """A commit of the repository whose working tree has the folder `root`."""

    root: str
    commit: str

    @classmethod
    def of(cls, name: str, paths: Sequence[str]) -> Revision:
        """The commit that the user means: a name that git knows, the beginning of a range (`main..HEAD`), or the
        commit from which both sides of a range with three dots went (`main...`).

        The repository is that of the first path. Raises XlcheckError where there is none, or no such commit.
        """
        folder = next((_folder(path) for path in paths if path != STANDARD_INPUT), os.curdir)
        top = _git(folder, "rev-parse", "--show-toplevel")
        if top is None:
            raise XlcheckError(f"{folder}: in no git repository; --diff compares with a revision in one")
        first, dots, last = name.partition("...") if "..." in name else name.partition("..")
        ends = [f"{end or 'HEAD'}^{{commit}}" for end in (first, last)]
        if dots == "...":
            found = _git(folder, "merge-base", *ends) if not name.startswith("-") else None
        else:
            found = _git(folder, "rev-parse", "--verify", "--quiet", "--end-of-options", ends[0])
        if found is None:
            raise XlcheckError(f"--diff {name}: git knows no such revision; name a commit, a branch or a tag")
        return cls(os.fsdecode(top).rstrip("\n"), os.fsdecode(found).strip())

    def files(self, paths: Sequence[str]) -> list[tuple[str, bytes]]:
        """The articles at these paths, by the names that `expand` gives, sorted, each once."""
        blobs: dict[str, tuple[str, str]] = {}
        for path in paths:
            inside = self._inside(path)
            if inside is None:
                raise XlcheckError(f"{path}: not in the repository at {self.root}; leave it out of --diff")
            for place, blob in self._tree(inside):
                if place == inside or is_article(PurePosixPath(place).relative_to(inside)):
                    name = (Path(path) / PurePosixPath(place).relative_to(inside)).as_posix()
                    blobs.setdefault(os.path.abspath(name), (name, blob))  # noqa: PTH100 - as `expand` does
        named = sorted(blobs.values())
        contents = self._contents([blob for _, blob in named])
        return [(name, data) for (name, _), data in zip(named, contents, strict=True) if not data.startswith(_POINTER)]

    def extract(self, path: str, folder: Path) -> str | None:
        """Write what a path was into a folder, and say where; the path itself if it is not of the repository.

        None where nothing was there.
        """
        inside = self._inside(path)
        if inside is None:
            return path
        tree = [(PurePosixPath(place).relative_to(inside), blob) for place, blob in self._tree(inside)]
        folder.mkdir(parents=True)
        for (place, _), data in zip(tree, self._contents([blob for _, blob in tree]), strict=True):
            file = folder / place if place.parts else folder / PurePosixPath(inside).name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(data)
        if not tree:
            return None
        return str(folder if tree[0][0].parts else folder / PurePosixPath(inside).name)

    def _inside(self, path: str) -> str | None:
        """A path from the root of the repository on; None for standard input and what lies outside."""
        if path == STANDARD_INPUT or path.startswith("builtin:"):
            return None
        inside = os.path.relpath(os.path.realpath(path), os.path.realpath(self.root)).replace(os.sep, "/")
        return None if inside.split("/")[0] == ".." else inside

    def _tree(self, inside: str) -> list[tuple[str, str]]:
        """The plain files at a path of the commit, with the names of their blobs."""
        listed = _git(self.root, "ls-tree", "-r", "-z", "--full-tree", self.commit, "--", inside) or b""
        entries = (entry.partition("\t") for entry in os.fsdecode(listed).split("\0") if entry)
        return [(place, said.split(" ")[2]) for said, _, place in entries if said.startswith(_PLAIN)]

    def _contents(self, blobs: Sequence[str]) -> list[bytes]:
        told = _git(self.root, "cat-file", "--batch", given="".join(f"{blob}\n" for blob in blobs).encode()) or b""
        found, at = [], 0
        for _ in blobs:
            start = told.index(b"\n", at) + 1
            end = start + int(told[at:start].split()[2])
            found.append(told[start:end])
            at = end + 1
        return found


def _folder(path: str) -> str:
    """The deepest folder of a path that is there: what was taken out had one."""
    place = Path(path)
    return str(next(each for each in (place, *place.parents, Path()) if each.is_dir()))


def _git(folder: str, *words: str, given: bytes = b"") -> bytes | None:
    """What git prints; None where it fails."""
    try:
        done = subprocess.run(["git", "-C", folder, *words], input=given, capture_output=True, check=False)
    except OSError:
        raise XlcheckError("--diff: git cannot be run; install it, or leave --diff out") from None
    return done.stdout if done.returncode == 0 else None
