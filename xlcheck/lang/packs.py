"""Where the packs are, and the rows of their files."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable

from xlcheck.lang.added import added
from xlcheck.model import XlcheckError
from xlcheck.model.language import formatted, well_formed

SUFFIX = ".tsv"
_PACK = "pack.toml"
_UNKNOWN = "unknown"


@cache
def packs() -> Mapping[str, Traversable]:
    """The folders of all packs by their tags: those that come with xlcheck, and those that other distributions add.

    Raises an XlcheckError for an added pack that cannot be found, or has the tag of one that xlcheck has.
    """
    own = {folder.name: folder for folder in _own().iterdir() if folder.is_dir() and well_formed(folder.name)}
    if twice := sorted(own.keys() & added().keys()):
        advice = "remove the package, or give its pack a regional tag"
        raise XlcheckError(*(f"language pack '{tag}': xlcheck has one of its own; {advice}" for tag in twice))
    return dict(sorted((own | dict(added())).items()))


@cache
def folders(tag: str) -> Mapping[str, Traversable]:
    """The folders of the packs of a BCP 47 tag by their own tags, the nearest first: zh-Hant before zh."""
    return {near: packs()[near] for near in _shortened(tag) if near in packs()}


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


def rows_of(near: Sequence[Traversable], name: str) -> Sequence[Sequence[str]]:
    """The rows of a file of the nearest pack that has it, without their head; none where no pack has it.

    Raises an XlcheckError for a file that is not UTF-8, or a row with more or fewer columns than the head.
    """
    return next((rows_in(_file(folder, name))[1] for folder in near if holds(folder, name)), ())


def read_toml(file: Traversable) -> dict[str, object]:
    """What a TOML file of a pack says; raises an XlcheckError where it is none."""
    try:
        return tomllib.loads(file.read_text("utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, OSError) as error:
        raise XlcheckError(f"{file}: cannot be read as TOML ({error}); correct the language pack") from error


def _own() -> Traversable:
    return files("xlcheck.lang") / "packs"


def _file(folder: Traversable, name: str) -> Traversable:
    return folder / f"{name}{SUFFIX}"


def _shortened(tag: str) -> Iterator[str]:
    """The tag in its usual capitals, then without its last subtag, and so on; nothing for what is no tag."""
    parts = formatted(tag).split("-") if well_formed(tag) else []
    for length in range(len(parts), 0, -1):
        yield "-".join(parts[:length])


def rows_in(file: Traversable) -> tuple[Sequence[str], Sequence[Sequence[str]]]:
    """The head of a file, and its rows; raises an XlcheckError as `rows_of`."""
    try:
        lines = file.read_text("utf-8").splitlines()
    except (UnicodeDecodeError, OSError) as error:
        raise XlcheckError(f"{file}: cannot be read ({error}); correct the language pack") from error
    head, *rows = [line.split("\t") for line in lines or [""]]
    for number, row in enumerate(rows, 2):
        if len(row) != len(head):
            raise XlcheckError(f"{file}:{number}: {len(row)} columns where the head has {len(head)}; correct the row")
    return head, rows
