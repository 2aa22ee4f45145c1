"""What a run is configured to do: one frozen `Config` from the command line and a TOML file."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from xlcheck.config.file import NAME, PROJECT, Settings, find, read
from xlcheck.config.keys import Key, keys, meant, mistakes
from xlcheck.config.settings import FAIL_ON, Config, Override
from xlcheck.files.there import is_file
from xlcheck.model import Rule, XlcheckError
from xlcheck.model.path import absolute

__all__ = [
    "BASELINE",
    "DEFAULT_GLOSSARY",
    "FAIL_ON",
    "IGNORES",
    "MODEL",
    "NAME",
    "PROJECT",
    "Config",
    "Key",
    "Override",
    "Told",
    "configure",
    "keys",
    "rule_names",
    "trace",
]

DEFAULT_GLOSSARY = "glossary"
"""A folder of this name in the working directory is used where no glossary is named."""

IGNORES, BASELINE = "xlcheck-ignore.toml", "xlcheck-baseline.json"
"""Files of these names beside the configuration, or else in the working directory, are used where none is named."""

MODEL = "XLCHECK_MODEL"
"""The variable of the environment that names a model as `--model` does: there, too, a user says what is trusted."""


@dataclass(frozen=True, slots=True)
class Told:
    """A setting by its key, its value, and where that came from: `xlcheck.toml:3`, `--fail-on`, `default`."""

    key: str
    value: Any
    origin: str


def rule_names(rules: Iterable[Rule[Any]]) -> dict[str, str]:
    """The code of every rule by its code and by its name, in small letters."""
    return {word: rule.code for rule in rules for word in (rule.code.lower(), rule.name)}


def configure(flags: Mapping[str, Any], file: str | None, names: Mapping[str, str]) -> Config:
    """The settings of a run: a flag that was given wins over the file's key, in every section too.

    So does the environment for the model.

    Without a `file` the nearest one to the first of the paths is read, if any. `no_glossary` among the flags leaves out
    the glossary that would be found in the working directory, `no_baseline` the baseline, `no_cache` the cache. `names`
    are those of `rule_names`. Raises XlcheckError with a line for every mistake found.
    """
    config, _ = trace(flags, file, names)
    return config


def trace(flags: Mapping[str, Any], file: str | None, names: Mapping[str, str]) -> tuple[Config, tuple[Told, ...]]:
    """The settings of a run, and where each that a file may have came from; else as `configure`."""
    given = _given(flags, names)
    file = file or find(next(iter(given.get("paths", ())), "."))
    settings = read(file, names) if file else Settings("")
    overrides = tuple(
        replace(override, settings={key: value for key, value in override.settings.items() if key not in given})
        for override in settings.overrides
    )
    named = {"model": model} if (model := os.environ.get(MODEL)) and "model" not in given else {}
    values = {**settings.values, **named, **given}
    found = {key: value for key, value in _found(Path(file or ".").parent).items() if key not in values}
    own = file and "exclude" in settings.values and "exclude" not in given
    place = absolute(str(Path(file or ".").parent)) if own else None
    lines = {key.replace("-", "_"): f"{settings.path}:{line}" for key, line in settings.lines.items()}
    model_at = None if "model" in {**named, **given} else lines.get("model")
    config = Config(**values, **found, overrides=overrides, file=file, exclude_from=place, model_at=model_at)
    flags_given = {key: f"--{key.replace('_', '-')}" for key in given}
    origins = {**dict.fromkeys(found, "found"), **lines, **dict.fromkeys(named, MODEL), **flags_given}
    told = (Told(name, getattr(config, key.field), origins.get(key.field, "default")) for name, key in keys().items())
    return config, tuple(told)


def _given(flags: Mapping[str, Any], names: Mapping[str, str]) -> dict[str, Any]:
    """The flags that were given, by field, rules by their codes."""
    given = {key: value for key, value in flags.items() if value not in (None, (), False)}
    known = {key.field: name for name, key in keys().items()}
    wrong = [fault for key, name in known.items() if key in given for fault in mistakes(name, given[key], names)]
    if wrong:
        raise XlcheckError(*wrong)
    given = {key: meant(known[key], value, names) if key in known else value for key, value in given.items()}
    for key, none in (("glossary", ()), ("baseline", None), ("cache", None)):
        if given.pop(f"no_{key}", False):
            given[key] = none
    return given


def _found(beside: Path) -> dict[str, Any]:
    """What is used where nothing is named, as far as it is there."""
    from platformdirs import user_cache_dir

    from xlcheck.terms import READERS

    found: dict[str, Any] = {"cache": user_cache_dir("xlcheck", appauthor=False)}
    if any(file.suffix.lower() in READERS for file in Path(DEFAULT_GLOSSARY).glob("*.*")):
        found["glossary"] = (DEFAULT_GLOSSARY,)
    for key, name in (("ignores", IGNORES), ("baseline", BASELINE)):
        place = next((folder / name for folder in (beside, Path()) if is_file(folder / name)), None)
        if place:
            found[key] = place.as_posix()
    return found
