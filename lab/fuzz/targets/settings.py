"""The settings of a run, in both files that may have them."""

from __future__ import annotations

from samples import SETTINGS_FILES
from target import Target, file, must, refused
from tokens import SETTINGS, SIGNS, TOML

from xlcheck.config import configure, rule_names
from xlcheck.rules import RULES

_NAMES = rule_names(RULES)
_PATHS = ("c/es/a.html", "a", "d/é.md", "-")


def _settings(data: bytes) -> object:
    """Settings that are taken say what holds for any path."""
    told = []
    for name in ("xlcheck.toml", "pyproject.toml"):
        path = file(name, data)
        told.append(refused(lambda path=path: _at_paths(path)))
        must(all(line.startswith(path) for line in told[-1].splitlines()[:1]), "an error that does not name the file")
    return told


def _at_paths(path: str) -> None:
    config = configure({"paths": ("a.txt",), "no_glossary": True}, path, _NAMES)
    for place in _PATHS:
        config.at(place)
        config.policy(place)
    for rule in RULES:
        config.runs(rule.code)


TARGETS = (Target("settings", _settings, SETTINGS_FILES, (*SETTINGS, *TOML, *SIGNS)),)
