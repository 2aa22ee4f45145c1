"""The configuration file: where it is found, what it holds, and on which line."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from xlcheck.config.keys import PATHS, SECTION, Kind, keys, meant, mistakes
from xlcheck.config.settings import Override
from xlcheck.files import bounded
from xlcheck.files.there import is_file, is_folder
from xlcheck.files.toml import blocks, loads
from xlcheck.model import XlcheckError
from xlcheck.model.errors import unknown
from xlcheck.model.path import absolute, relative

NAME = "xlcheck.toml"
PROJECT = "pyproject.toml"
_TABLE = ("tool", "xlcheck")
_BUILTIN = "builtin:"


@dataclass(frozen=True, slots=True)
class Settings:
    """What a file says: `values` by field, `lines` by key, its sections for some paths in order."""

    path: str
    values: dict[str, Any] = field(default_factory=dict)
    lines: dict[str, int] = field(default_factory=dict)
    overrides: tuple[Override, ...] = ()


def find(start: str) -> str | None:
    """The nearest configuration file in the folder of a path, or in one around it.

    `xlcheck.toml`, or else a `pyproject.toml` that has a table `[tool.xlcheck]`; as seen from the working directory.
    """
    place = Path(absolute(start))
    for folder in (place, *place.parents) if is_folder(place) else place.parents:
        for name in (NAME, PROJECT):
            file = folder / name
            if not is_file(file):
                continue
            found = relative(str(file), absolute("."))
            if name == NAME or _own(loads(_text(found), found), name, found) is not None:
                return found
    return None


def read(path: str, names: Mapping[str, str]) -> Settings:
    """The settings of a file; what is a path in it becomes one from the working directory on.

    `names` has the code of every rule by its code and its name, in small letters. Raises XlcheckError with a line for
    every mistake.
    """
    text = _text(path)
    table = _own(loads(text, path), Path(path).name, path) or {}
    prefix = _TABLE if Path(path).name == PROJECT else ()
    (whole,) = blocks(text, None)
    bodies = blocks(text, ".".join((*prefix, SECTION)))[1:]
    sections = table.pop(SECTION, [])
    if not isinstance(sections, list) or len(sections) != len(bodies):
        line = whole.place(*prefix, SECTION)
        raise XlcheckError(f"{path}:{line}: write each override under its own [[{'.'.join((*prefix, SECTION))}]]")
    lines = {key: whole.place(*prefix, key) for key in table}
    faults = [f"{path}:{lines[key]}: {fault}" for key, fault in _faults(table, names)]
    for body, section in zip(bodies, sections, strict=True):
        faults += (f"{path}:{body.place(key)}: {fault}" for key, fault in _section_faults(section, names))
    if faults:
        raise XlcheckError(*faults)
    folder = Path(path).parent
    values = {key: _placed(key, meant(key, value, names), folder) for key, value in table.items()}
    overrides = tuple(
        _override(section, folder, f"{path}:{body.line}", names) for body, section in zip(bodies, sections, strict=True)
    )
    return Settings(path, {_field(key): value for key, value in values.items()}, lines, overrides)


def _text(path: str) -> str:
    return bounded.text(path)


def _own(table: dict[str, Any], name: str, path: str) -> dict[str, Any] | None:
    """The part of a file that is ours; None for a `pyproject.toml` without any. Raises XlcheckError if it is none."""
    if name != PROJECT:
        return table
    tools = table.get("tool")
    ours = tools.get("xlcheck") if isinstance(tools, dict) else None
    if ours is not None and not isinstance(ours, dict):
        raise XlcheckError(
            f"{path}:1: 'xlcheck' under [tool] is not a table; write the settings under [{'.'.join(_TABLE)}]"
        )
    return ours


def _faults(table: Mapping[str, Any], names: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    known = keys()
    for key, value in table.items():
        if key not in known:
            yield key, unknown("key", key, (*known, SECTION))
        else:
            yield from ((key, fault) for fault in _value_faults(key, value, known[key].kind, names))


def _section_faults(section: Mapping[str, Any], names: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    known = {name: key for name, key in keys().items() if key.per_path}
    patterns = section.get(PATHS)
    listed = [patterns] if isinstance(patterns, str) else patterns
    if not listed or not Kind.TEXTS.fits(listed) or not all(map(str.strip, listed)):
        yield PATHS, f'an override without paths; add {PATHS} = ["es/**"]'
    for key, value in section.items():
        if key in known:
            yield from ((key, fault) for fault in _value_faults(key, value, known[key].kind, names))
        elif key in keys():
            yield key, f"'{key}' cannot be set in an override; move it above all overrides"
        elif key != PATHS:
            yield key, unknown("key", key, (PATHS, *known))


def _value_faults(key: str, value: Any, kind: Kind, names: Mapping[str, str]) -> Iterator[str]:
    if kind.fits(value):
        yield from mistakes(key, value, names)
    else:
        yield f"'{key}' must be {kind.value}"


def _placed(key: str, value: Any, folder: Path) -> Any:
    """A value with its paths taken from the file's folder on; a model's name that is no path there stays."""
    if key == "glossary":
        return tuple(entry if entry.startswith(_BUILTIN) else (folder / entry).as_posix() for entry in value)
    if key == "pairs":
        return tuple(absolute(str(folder / entry)).replace(os.sep, "/") for entry in value)
    if key in ("against", "ignores", "baseline", "cache") or (key == "model" and (folder / value).exists()):
        return (folder / value).as_posix()
    return value


def _override(section: Mapping[str, Any], folder: Path, place: str, names: Mapping[str, str]) -> Override:
    patterns = section[PATHS]
    values = {
        _field(key): _placed(key, meant(key, value, names), folder) for key, value in section.items() if key != PATHS
    }
    patterns = (patterns,) if isinstance(patterns, str) else tuple(patterns)
    return Override(patterns, absolute(str(folder)), values, place)


def _field(key: str) -> str:
    return key.replace("-", "_")
