"""The keys that a configuration file may have, and what may stand behind each."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import Field, dataclass, fields
from enum import Enum
from typing import Any

from xlcheck.config.settings import FAIL_ON, Config
from xlcheck.files.escaping import json_text
from xlcheck.model import Severity, well_formed
from xlcheck.model.errors import unknown_rule

SECTION = "override"
PATHS = "paths"
"""The key of a section that says for which paths it holds."""

_LANGUAGE_KEYS = ("source-language", "target-language", "languages")
LANGUAGE = "{lang}"
"""Stands for the language in the patterns of `pairs`."""

_RULE_KEYS = ("select", "ignore", "severity")
SEVERITIES = tuple(map(str, reversed(Severity)))


class Kind(Enum):
    """What a value is, and how a message names it."""

    TEXT = "a string"
    TEXTS = "a string or a list of strings"
    FLAG = "true or false"
    SHARE = "a number from 0 to 1"
    SEVERITIES = 'a table such as { XL403 = "note" }'

    def fits(self, value: Any) -> bool:
        match self:
            case Kind.FLAG:
                return isinstance(value, bool)
            case Kind.SHARE:
                return isinstance(value, (int, float)) and not isinstance(value, bool) and 0 <= value <= 1
            case Kind.TEXTS:
                return isinstance(value, str) or (isinstance(value, list) and _are_texts(value))
            case Kind.SEVERITIES:
                return isinstance(value, dict) and _are_texts(value.values())
            case _:
                return isinstance(value, str)


@dataclass(frozen=True, slots=True)
class Key:
    """A key by its name in files; `per_path` says that the sections for some paths may have it too."""

    name: str
    kind: Kind
    about: str
    example: Any
    per_path: bool
    default: Any

    @property
    def field(self) -> str:
        return self.name.replace("-", "_")


def keys() -> dict[str, Key]:
    """Every key by its name, in the order of `Config`."""
    known = (_key(field) for field in fields(Config) if field.metadata)
    return {key.name: key for key in known}


def _key(field: Field[Any]) -> Key:
    written = str(field.type)
    kind = next((kind for start, kind in _KINDS.items() if written.startswith(start)), Kind.TEXT)
    default = {} if kind is Kind.SEVERITIES else field.default
    return Key(name=field.name.replace("_", "-"), kind=kind, default=default, **field.metadata)


_KINDS = {"tuple": Kind.TEXTS, "bool": Kind.FLAG, "float": Kind.SHARE, "Mapping": Kind.SEVERITIES}


def mistakes(key: str, value: Any, names: Mapping[str, str]) -> Iterator[str]:
    """What is wrong with the value of a key that is of the right kind.

    `names` has the code of every rule by its code and its name, in small letters.
    """
    entries = (value,) if isinstance(value, str) else () if isinstance(value, (bool, int, float)) else tuple(value)
    if any("\0" in entry for entry in entries):
        yield f"{key}: a NUL character, which is not allowed; remove it"
    if key in _LANGUAGE_KEYS:
        for tag in entries:
            if not well_formed(tag):
                yield f"{key}: '{tag}' is not a BCP 47 language tag; write, for instance, 'es' or 'zh-Hant'"
    elif key in _RULE_KEYS:
        for word in entries:
            if code(word, names) is None:
                yield f"{key}: {unknown_rule(word, names)}"
    elif key == "pairs":
        for pattern in entries:
            if LANGUAGE not in pattern:
                yield f"{key}: '{pattern}' does not say where the language is; write it as {LANGUAGE}"
    elif key == "fail-on":
        if value not in FAIL_ON:
            yield f"{key}: '{value}' is not one of {', '.join(FAIL_ON)}"
    elif any(not entry.strip() for entry in entries):
        yield f"{key}: empty value; give one, or leave it out"
    if key == "severity":
        for word, severity in value.items():
            if severity not in SEVERITIES:
                yield f"{key}: '{severity}' for {word} is not one of {', '.join(SEVERITIES)}"


def code(word: str, names: Mapping[str, str]) -> str | None:
    """The code, or the beginning of codes, that a word stands for in any case; None where no rule has it."""
    known = names.get(word.lower())
    start = word.upper()
    return known or (start if start and any(code.startswith(start) for code in names.values()) else None)


def meant(key: str, value: Any, names: Mapping[str, str]) -> Any:
    """A right value as `Config` has it: lists as tuples, rules by their codes."""
    if key == "severity":
        return {code(word, names): severity for word, severity in value.items()}
    if keys()[key].kind is not Kind.TEXTS:
        return value
    entries = (value,) if isinstance(value, str) else tuple(value)
    return tuple(code(word, names) for word in entries) if key in _RULE_KEYS else entries


def written(value: Any) -> str:
    """A value as TOML writes it."""
    if isinstance(value, Mapping):
        return f"{{ {', '.join(f'{key} = {written(entry)}' for key, entry in value.items())} }}" if value else "{}"
    if isinstance(value, tuple):
        return f"[{', '.join(map(written, value))}]"
    return json_text(value, indent=None)


def _are_texts(values: Any) -> bool:
    return all(isinstance(value, str) for value in values)
