"""The JSON Schema of a configuration file, for editors."""

from __future__ import annotations

from typing import Any

from xlcheck.config.keys import PATHS, SECTION, SEVERITIES, Key, Kind, keys
from xlcheck.config.settings import FAIL_ON

_TEXT = {"type": "string", "minLength": 1}
_TEXTS = {"oneOf": [_TEXT, {"type": "array", "items": _TEXT}]}
_TYPES: dict[Kind, dict[str, Any]] = {
    Kind.TEXT: _TEXT,
    Kind.TEXTS: _TEXTS,
    Kind.FLAG: {"type": "boolean"},
    Kind.SHARE: {"type": "number", "minimum": 0, "maximum": 1},
    Kind.SEVERITIES: {"type": "object", "additionalProperties": {"enum": list(SEVERITIES)}},
}


def schema() -> dict[str, Any]:
    """The schema (draft 7, which TOML editors know) of `xlcheck.toml` and of `[tool.xlcheck]`."""
    section = {
        "type": "object",
        "description": "Settings for some paths.",
        "properties": {
            PATHS: {
                "description": "Patterns as in .gitignore, relative to the folder of the file.",
                "oneOf": [_TEXT, {"type": "array", "items": _TEXT, "minItems": 1}],
            },
            **{name: _property(key) for name, key in keys().items() if key.per_path},
        },
        "required": [PATHS],
        "additionalProperties": False,
    }
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": "xlcheck",
        "type": "object",
        "properties": {
            **{name: _property(key) for name, key in keys().items()},
            SECTION: {"type": "array", "items": section},
        },
        "additionalProperties": False,
    }


def _property(key: Key) -> dict[str, Any]:
    kind = {"enum": list(FAIL_ON)} if key.name == "fail-on" else _TYPES[key.kind]
    default = list(key.default) if isinstance(key.default, tuple) else key.default
    example = list(key.example) if isinstance(key.example, tuple) else key.example
    return {
        "description": key.about,
        **kind,
        **({} if default is None else {"default": default}),
        "examples": [example],
    }
