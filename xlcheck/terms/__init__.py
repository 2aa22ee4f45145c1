"""Glossaries: from files to concepts, checked, with every error told at once."""

import hashlib
import json
import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from importlib.resources import files
from pathlib import Path

from xlcheck.files.there import exists, is_file, is_folder
from xlcheck.model import Concept, Glossary, XlcheckError
from xlcheck.model.errors import mistake
from xlcheck.terms import toml
from xlcheck.terms.toml_text import usage

__all__ = ["READERS", "load"]


def _csv(path: str) -> tuple[Concept, ...]:
    from xlcheck.terms.csv import read

    return read(path)


def _tbx(path: str) -> tuple[Concept, ...]:
    from xlcheck.terms.tbx import read

    return read(path)


def _xlsx(path: str) -> tuple[Concept, ...]:
    from xlcheck.terms.xlsx import read

    return read(path)


READERS: Mapping[str, Callable[[str], tuple[Concept, ...]]] = {
    ".toml": toml.read,
    ".csv": _csv,
    ".tsv": _csv,
    ".tbx": _tbx,
    ".xlsx": _xlsx,
}
"""What reads a file, by its suffix; what TOML does not need is imported when it is."""

BUILTIN = "builtin:"
"""Comes before the name of a glossary that the package brings."""


def load(paths: Sequence[str]) -> Glossary:
    """Read glossary files, the glossary files of folders, and glossaries of the package (`builtin:countries`).

    The result does not depend on the order of `paths`; a file named twice is read once, however it is spelt; no path
    gives the empty glossary. Raises XlcheckError with one line for each thing wrong in any of the files.
    """
    concepts: list[Concept] = []
    errors: list[str] = []
    known: dict[str, str] = {}
    for file in sorted({file for path in paths for file in _files(path)}):
        known.setdefault(os.path.realpath(file), file)
    for file in known.values():
        try:
            concepts += _read(file)
        except XlcheckError as error:
            errors += error.lines
        except Exception as error:  # whatever a file brings about that nobody foresaw
            errors.append(mistake(file, error, "while reading"))
    errors += _twice(concepts)
    if errors:
        raise XlcheckError(*errors)
    return Glossary(tuple(concepts), _digest(concepts) if concepts else "")


def _files(path: str) -> Iterator[str]:
    place = Path(path)
    known = ", ".join(READERS)
    if path.startswith(BUILTIN):
        yield path
    elif is_folder(place):
        found = sorted(str(file) for file in place.iterdir() if file.suffix.lower() in READERS and is_file(file))
        if not found:
            raise XlcheckError(f"{path}: no glossary files ({known}) in this folder; name another")
        yield from found
    elif not exists(place):
        raise XlcheckError(f"{path}: no such glossary; check the path")
    elif place.suffix.lower() not in READERS:
        raise XlcheckError(f"{path}: not a glossary file; use one of {known}")
    else:
        yield str(place)


def _read(file: str) -> tuple[Concept, ...]:
    if not file.startswith(BUILTIN):
        return READERS[Path(file).suffix.lower()](file)
    ours = files("xlcheck.terms").joinpath("builtin")
    names = sorted(entry.name.removesuffix(".toml") for entry in ours.iterdir() if entry.name.endswith(".toml"))
    name = file.removeprefix(BUILTIN)
    if name not in names:
        raise XlcheckError(f"{file}: no such built-in glossary; there is {', '.join(BUILTIN + n for n in names)}")
    return toml.parse(ours.joinpath(f"{name}.toml").read_text("utf-8"), file)


def _twice(concepts: Sequence[Concept]) -> Iterator[str]:
    first: dict[str, Concept] = {}
    for concept in concepts:
        known = first.setdefault(concept.id, concept)
        if known is not concept:
            yield (
                f"{concept.place}: concept '{concept.id}' is already defined at {known.place}; "
                "merge the two, or rename one"
            )


def _digest(concepts: Sequence[Concept]) -> str:
    """The first 12 hex digits of the SHA-256 of all content but the places."""
    content = sorted(
        (
            [
                *(concept.id, concept.kind, concept.note, concept.source),
                *([t.language, t.status, t.text, *map(str, usage(t).items())] for t in concept.terms),
                *([e.language, e.wrong, e.right] for e in concept.examples),
            ]
            for concept in concepts
        ),
        key=lambda entry: str(entry[0]),
    )
    canonical = json.dumps(content, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(canonical.encode()).hexdigest()[:12]
