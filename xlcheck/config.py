"""What a run is told to do: one frozen `Config` from the command line and a TOML file."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

from xlcheck.model import XlcheckError

_TAG = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z]{4})?(-([A-Za-z]{2}|\d{3}))?(-[A-Za-z0-9]{5,8})*")
_LANGUAGE_KEYS = ("source_language", "target_language", "languages")


@dataclass(frozen=True, slots=True)
class Config:
    """The settings of a run. Keys of the file are the same with hyphens (`fail-on`, `source-language`).

    `languages` are the BCP 47 tags expected in the texts (empty: the first twelve, and what whole paragraphs are
    in). `select` and `ignore` are rule codes or their beginnings (`XL3`). `against` is the path of the document that
    the others were translated from. `pedantic` shows findings that are less than sure, too. `model` is a path or
    name of an embedding model, None for our own.
    """

    paths: tuple[str, ...] = ()
    against: str | None = None
    source_language: str | None = None
    target_language: str | None = None
    languages: tuple[str, ...] = ()
    glossary: tuple[str, ...] = ()
    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    fail_on: str = "error"
    pedantic: bool = False
    model: str | None = None

    def selects(self, code: str) -> bool:
        """Whether the rule of this code is to run; `ignore` wins over `select`."""
        chosen = not self.select or code.startswith(self.select)
        return chosen and not (self.ignore and code.startswith(self.ignore))


FAIL_ON = ("error", "warning", "note", "never")

DEFAULT_GLOSSARY = "glossary"
"""A folder of this name in the working directory is used where no glossary is named."""


def configure(flags: Mapping[str, Any], file: str | None, codes: tuple[str, ...]) -> Config:
    """The settings of a run: a flag that was given wins over the file's key.

    `no_glossary` among the flags leaves out the glossary that would be found in the working directory.
    `codes` are the codes of all rules. Raises XlcheckError with a line for every mistake found.
    """
    settings = _read(file) if file else {}
    settings.update({key: value for key, value in flags.items() if value not in (None, (), False)})
    if settings.pop("no_glossary", False):
        settings["glossary"] = ()
    settings.setdefault("glossary", _default_glossary())
    mistakes = [*_languages(settings), *_codes(settings, codes)]
    if settings.get("fail_on", "error") not in FAIL_ON:
        mistakes.append(f"fail-on: '{settings['fail_on']}' is not one of {', '.join(FAIL_ON)}")
    if mistakes:
        raise XlcheckError("\n".join(mistakes))
    return Config(**settings)


def _default_glossary() -> tuple[str, ...]:
    return (DEFAULT_GLOSSARY,) if any(Path(DEFAULT_GLOSSARY).glob("*.toml")) else ()


def _read(file: str) -> dict[str, Any]:
    path = Path(file)
    try:
        table = tomllib.loads(path.read_text("utf-8-sig"))
    except OSError as error:
        raise XlcheckError(f"{file}:1: cannot be read ({error.strerror}); check the path") from None
    except UnicodeDecodeError:
        raise XlcheckError(f"{file}:1: not UTF-8; save the file as UTF-8") from None
    except tomllib.TOMLDecodeError as error:
        line = re.search(r"line (\d+)", str(error))
        raise XlcheckError(f"{file}:{line[1] if line else 1}: not valid TOML: {error}") from None
    settings: dict[str, Any] = {}
    mistakes = []
    for key, value in table.items():
        try:
            settings[key.replace("-", "_")] = _value(key, value)
        except ValueError as error:
            mistakes.append(f"{file}:{_line(path, key)}: {error}")
    if mistakes:
        raise XlcheckError("\n".join(mistakes))
    folder = path.parent
    if "glossary" in settings:
        settings["glossary"] = tuple((folder / entry).as_posix() for entry in settings["glossary"])
    return settings


def _value(key: str, value: Any) -> Any:
    """A file's value as the field wants it; ValueError says what is wrong with it."""
    kinds = {field.name.replace("_", "-"): str(field.type) for field in fields(Config) if field.name != "paths"}
    if key not in kinds:
        raise ValueError(f"unknown key '{key}'{_nearest(key, tuple(kinds))}")
    if kinds[key].startswith("tuple"):
        entries = [value] if isinstance(value, str) else value
        if not isinstance(entries, list) or not all(isinstance(entry, str) for entry in entries):
            raise ValueError(f"'{key}' must be a string or a list of strings")
        return tuple(entries)
    if kinds[key] == "bool" and not isinstance(value, bool):
        raise ValueError(f"'{key}' must be true or false")
    if kinds[key] != "bool" and not isinstance(value, str):
        raise ValueError(f"'{key}' must be a string")
    return value


def _line(path: Path, key: str) -> int:
    pattern = re.compile(rf"\s*[\"']?{re.escape(key)}[\"']?\s*=|\s*\[+\s*{re.escape(key)}\b")
    lines = path.read_text("utf-8-sig").split("\n")
    return next((number for number, line in enumerate(lines, 1) if pattern.match(line)), 1)


def _languages(settings: Mapping[str, Any]) -> list[str]:
    tags = [
        (key, tag)
        for key in _LANGUAGE_KEYS
        for tag in ([settings[key]] if isinstance(settings.get(key), str) else settings.get(key, ()))
    ]
    return [
        f"{key.replace('_', '-')}: '{tag}' is not a BCP 47 language tag; write for instance 'es' or 'zh-Hant'"
        for key, tag in tags
        if not _TAG.fullmatch(tag)
    ]


def _codes(settings: Mapping[str, Any], codes: tuple[str, ...]) -> list[str]:
    return [
        f"{key}: no rule has the code '{code}'{_nearest(code, codes)}; see 'xlcheck rules'"
        for key in ("select", "ignore")
        for code in settings.get(key, ())
        if not code or not any(known.startswith(code) for known in codes)
    ]


def _nearest(word: str, known: tuple[str, ...]) -> str:
    from rapidfuzz import process

    best = process.extractOne(word, known, score_cutoff=60)
    return f"; did you mean '{best[0]}'?" if best else ""
