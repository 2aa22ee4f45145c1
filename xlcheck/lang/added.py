"""The packs that other distributions add, by the entry point `xlcheck.languages`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from hashlib import sha256
from importlib import metadata
from importlib.resources import files
from importlib.resources.abc import Traversable

from xlcheck.model import XlcheckError
from xlcheck.model.language import formatted, well_formed

GROUP = "xlcheck.languages"


@cache
def added() -> Mapping[str, Traversable]:
    """The folders of added packs by their BCP 47 tags: `it = "my_package"`, a package whose folder holds the tables.

    Raises an XlcheckError with a line for each that cannot be imported, has no tag for a name, or that of another.
    """
    found: dict[str, Traversable] = {}
    mistakes = []
    for point in sorted(metadata.entry_points(group=GROUP), key=lambda point: (point.name, point.value)):
        tag = formatted(point.name) if well_formed(point.name) else ""
        try:
            if not tag:
                raise ValueError("its name is not a language tag")
            if tag in found:
                raise ValueError("there is another pack for it")
            found[tag] = files(point.value)
        except Exception as error:  # whatever a package of someone else raises when it is imported
            mistakes.append(f"{_named(point)}: cannot be used ({_told(error)}); reinstall or remove the package")
    if mistakes:
        raise XlcheckError(*mistakes)
    return found


def digest() -> str:
    """What the added packs hold, in short; nothing where there are none."""
    contents = sha256()
    for tag, folder in sorted(added().items()):
        for file in _files(folder):
            contents.update(f"{tag} {file.name} ".encode() + file.read_bytes())
    return contents.hexdigest() if added() else ""


def _files(folder: Traversable) -> Iterator[Traversable]:
    tables = (file for file in folder.iterdir() if file.name.endswith((".tsv", ".toml")))
    return iter(sorted(tables, key=lambda file: file.name))


def _named(point: metadata.EntryPoint) -> str:
    package = f" of {point.dist.name} {point.dist.version}" if point.dist else ""
    return f"language pack '{point.name}'{package}"


def _told(error: Exception) -> str:
    return " ".join(str(error).split()) or type(error).__name__
