"""Files as git has them at a revision."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from xlcheck.files import limits as file_limits
from xlcheck.model import XlcheckError
from xlcheck.read import STANDARD_INPUT, is_article, nothing
from xlcheck.read.limits import LIMITS

_PLAIN = ("100644 ", "100755 ")
"""Modes of files, not of links."""

_SUBMODULE = "160000 "
_HEAD = "HEAD"

_Blob = tuple[str, str]
"""The root of a repository, and the name of what a file holds in it."""

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
        asked = _run(folder, "rev-parse", "--show-toplevel")
        if asked.returncode and "not a git repository" in _reason(asked):
            raise XlcheckError(f"{folder}: not in a git repository; --diff needs one")
        if asked.returncode:
            raise XlcheckError(f"{folder}: git failed: {_reason(asked)}")
        found = _commit(name, folder)
        if found is None and name == _HEAD:  # before the first commit
            found = _told(folder, "hash-object", "-t", "tree", "--stdin")
        if found is None:
            shallow = _git(folder, "rev-parse", "--is-shallow-repository") == b"true\n"
            advice = (
                "fetch more of the history, of which this clone has only a part (git fetch --unshallow; fetch-depth: 0)"
                if shallow
                else "name a commit, a branch or a tag"
            )
            raise XlcheckError(f"--diff {name}: unknown git revision; {advice}")
        return cls(os.fsdecode(asked.stdout).rstrip("\n"), os.fsdecode(found).strip())

    def files(self, paths: Sequence[str], excluded: Callable[[str], bool] = nothing) -> list[tuple[str, bytes]]:
        """The articles at these paths but those `excluded`, by the names that `expand` gives, sorted, each once.

        What was too large for a text is left out.
        """
        found: dict[str, tuple[str, _Blob]] = {}
        for path in paths:
            inside = self._inside(path)
            if inside is None:
                raise XlcheckError(f"{path}: not in the repository at {self.root}; check it without --diff")
            for place, blob in self._tree(inside, LIMITS.text_bytes):
                name = (Path(path) / PurePosixPath(place).relative_to(inside)).as_posix()
                named = place == inside
                if named or (is_article(PurePosixPath(place).relative_to(inside)) and not excluded(name)):
                    found.setdefault(os.path.abspath(name), (name, blob))  # noqa: PTH100 - as `expand` does
        articles = sorted(found.values())
        contents = _contents([blob for _, blob in articles])
        told = zip(articles, contents, strict=True)
        return [(name, data) for (name, _), data in told if not data.startswith(_POINTER)]

    def extract(self, path: str, folder: Path) -> str | None:
        """Write what a path was into a folder, and say where; the path itself if it is not of the repository.

        None where nothing was there.
        """
        inside = self._inside(path)
        if inside is None:
            return path
        tree = [
            (PurePosixPath(place).relative_to(inside), blob)
            for place, blob in self._tree(inside, file_limits.LIMITS.bytes)
        ]
        folder.mkdir(parents=True)
        for (place, _), data in zip(tree, _contents([blob for _, blob in tree]), strict=True):
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

    def _tree(self, inside: str, most: int) -> Iterator[tuple[str, _Blob]]:
        """The plain files of at most so many bytes at a path of the commit, those of submodules that are there too."""
        listed = _told(self.root, "ls-tree", "-r", "-l", "-z", "--full-tree", self.commit, "--", inside)
        for entry in filter(None, os.fsdecode(listed).split("\0")):
            said, _, place = entry.partition("\t")
            _, _, name, size = said.split()
            if said.startswith(_PLAIN) and not (size.isdecimal() and int(size) > most):  # of what is lost, `BAD`
                yield place, (self.root, name)
            elif said.startswith(_SUBMODULE) and Path(self.root, place, ".git").exists():
                submodule = Revision(str(Path(self.root, place)), name)
                yield from ((f"{place}/{file}", blob) for file, blob in submodule._tree(os.curdir, most))


def _commit(name: str, folder: str) -> bytes | None:
    """The commit that the user means; None where git knows none."""
    first, dots, last = name.partition("...") if "..." in name else name.partition("..")
    ends = [_git(folder, "rev-parse", "--verify", "--quiet", "--end-of-options", end or _HEAD) for end in (first, last)]
    commits = [f"{os.fsdecode(end).strip()}^{{commit}}" for end in ends if end]
    if len(commits) < 2:
        return None
    if dots == "...":
        return _git(folder, "merge-base", *commits)
    return _git(folder, "rev-parse", "--verify", "--quiet", commits[0])


def _contents(blobs: Sequence[_Blob]) -> list[bytes]:
    """What blobs hold, in their order."""
    known: dict[_Blob, bytes] = {}
    for root in dict.fromkeys(root for root, _ in blobs):
        names = [name for place, name in blobs if place == root]
        told = _told(root, "cat-file", "--batch", given="".join(f"{name}\n" for name in names).encode())
        at = 0
        for name in names:
            start = told.find(b"\n", at) + 1
            kind, _, size = told[at:start].strip().removeprefix(name.encode() + b" ").partition(b" ")
            if kind != b"blob":
                raise XlcheckError(f"{root}: git cannot find the object {name}; fetch it again (git fsck says more)")
            at = start + int(size) + 1
            known[root, name] = told[start : at - 1]
    return [known[blob] for blob in blobs]


def _folder(path: str) -> str:
    """The deepest folder of a path that is there: what was taken out had one."""
    place = Path(path)
    return str(next(each for each in (place, *place.parents, Path()) if each.is_dir()))


def _told(folder: str, *words: str, given: bytes = b"") -> bytes:
    """What git prints. Raises XlcheckError where it fails."""
    done = _run(folder, *words, given=given)
    if done.returncode:
        raise XlcheckError(f"{folder}: git cannot read the revision: {_reason(done)}")
    return done.stdout


def _git(folder: str, *words: str) -> bytes | None:
    """What git prints; None where it fails."""
    done = _run(folder, *words)
    return done.stdout if done.returncode == 0 else None


def _run(folder: str, *words: str, given: bytes = b"") -> subprocess.CompletedProcess[bytes]:
    command = ["git", "-C", folder, *words]
    try:
        return subprocess.run(command, input=given, capture_output=True, check=False, env=_environment())
    except OSError:
        raise XlcheckError("--diff: git cannot be run; install it, or leave out --diff") from None


def _environment() -> dict[str, str]:
    """Ours, in English, less what git tells its hooks in a linked worktree: with it any folder counts as the root."""
    ours = {**os.environ, "LC_ALL": "C"}
    if "GIT_WORK_TREE" not in ours:
        ours.pop("GIT_DIR", None)
    return ours


def _reason(done: subprocess.CompletedProcess[bytes]) -> str:
    """The first line of what git complains of."""
    lines = done.stderr.decode("utf-8", "replace").splitlines()
    return lines[0].removeprefix("fatal: ") if lines else f"exit code {done.returncode}"
