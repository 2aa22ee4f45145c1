"""Where the packs are, and the rows of their files."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable

from xlcheck.model import XlcheckError
from xlcheck.model.language import formatted, well_formed

_SUFFIX = ".tsv"
_PACK = "pack.toml"
_UNKNOWN = "unknown"


def own_tags() -> tuple[str, ...]:
    """The tags of the packs that come with xlcheck, in order."""
    return tuple(sorted(folder.name for folder in _own().iterdir() if folder.is_dir() and well_formed(folder.name)))


@cache
def folders(tag: str) -> Mapping[str, Traversable]:
    """The folders of the packs of a BCP 47 tag by their own tags, the nearest first: zh-Hant before zh."""
    found = ((near, _own() / near) for near in _shortened(tag))
    return {near: folder for near, folder in found if folder.is_dir()}


def holds(folder: Traversable, topic: str) -> bool:
    """Whether a pack has a file of a topic."""
    return _file(folder, topic).is_file()


def said_unknown(folder: Traversable) -> frozenset[str]:
    """The topics that a pack calls unknown, whether it holds something of them or not."""
    file = folder / _PACK
    stated = read_toml(file) if file.is_file() else {}
    names = stated.get(_UNKNOWN, [])
    if not isinstance(names, list) or not all(isinstance(name, str) for name in names):
        raise XlcheckError(f"{file}: '{_UNKNOWN}' is not a list of topics; correct the language pack")
    return frozenset(names)


def rows_of(packs: Sequence[Traversable], name: str) -> Sequence[Sequence[str]]:
    """The rows of a file of the nearest pack that has it, without their head; none where no pack has it.

    Raises an XlcheckError for a file that is not UTF-8, or a row with more or fewer columns than the head.
    """
    return next((_rows(_file(folder, name)) for folder in packs if holds(folder, name)), ())


def read_toml(file: Traversable) -> dict[str, object]:
    """What a TOML file of a pack says; raises an XlcheckError where it is none."""
    try:
        return tomllib.loads(file.read_text("utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, OSError) as error:
        raise XlcheckError(f"{file}: cannot be read as TOML ({error}); correct the language pack") from error


def _own() -> Traversable:
    return files("xlcheck.lang") / "packs"


def _file(folder: Traversable, name: str) -> Traversable:
    return folder / f"{name}{_SUFFIX}"


def _shortened(tag: str) -> Iterator[str]:
    """The tag in its usual capitals, then without its last subtag, and so on; nothing for what is no tag."""
    parts = formatted(tag).split("-") if well_formed(tag) else []
    for length in range(len(parts), 0, -1):
        yield "-".join(parts[:length])


def _rows(file: Traversable) -> Sequence[Sequence[str]]:
    try:
        lines = file.read_text("utf-8").splitlines()
    except (UnicodeDecodeError, OSError) as error:
        raise XlcheckError(f"{file}: cannot be read ({error}); correct the language pack") from error
    head, *rows = [line.split("\t") for line in lines or [""]]
    for number, row in enumerate(rows, 2):
        if len(row) != len(head):
            raise XlcheckError(f"{file}:{number}: {len(row)} columns where the head has {len(head)}; correct the row")
    return rows
