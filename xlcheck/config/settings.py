"""What a run is configured to do: one frozen `Config`, and the sections of it that hold for some paths only."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from xlcheck.model import Finding, Severity
from xlcheck.model.limits import LIMITS
from xlcheck.model.path import absolute, is_excluded, lies_in
from xlcheck.model.policy import Policy

NEVER = "never"
FAIL_ON = (*(str(severity) for severity in reversed(Severity)), NEVER)


@dataclass(frozen=True, slots=True)
class Override:
    """Settings for the paths that are one of these patterns' (as in .gitignore, from the absolute `folder` on).

    `place` is path:line.
    """

    paths: tuple[str, ...]
    folder: str
    settings: Mapping[str, Any]
    place: str = ""

    def holds(self, path: str) -> bool:
        return any(lies_in(path, pattern, self.folder) for pattern in self.paths)


def _key(default: Any, about: str, example: Any, per_path: bool = False) -> Any:
    """A setting that a file may have: what it is about, a value, and whether it may differ from path to path."""
    given = {"default_factory": dict} if default == {} else {"default": default}
    return field(**given, metadata={"about": about, "example": example, "per_path": per_path})


@dataclass(frozen=True, slots=True)
class Config:
    """The settings of a run. Keys of a file are the same with hyphens (`fail-on`, `source-language`).

    `paths` are what to check; with a `base`, a revision in git, only what has come up since is told. `today` is the day
    that the last days of ignores are compared with, None for the day of the run. `overrides` come in the order of the
    `file` that was read, if any, of which `model_at` is the place that names the model, unless the user names one. The
    patterns of `exclude` begin at the folder `exclude_from`, absolute, None for the working directory. What the others
    are is said beside them.
    """

    paths: tuple[str, ...] = ()
    against: str | None = _key(None, "The document that the others were translated from.", "vi/talks.txt")
    source_language: str | None = _key(None, "The language of the original, a BCP 47 tag.", "vi", True)
    target_language: str | None = _key(None, "The language of the pages, a BCP 47 tag.", "es", True)
    languages: tuple[str, ...] = _key(
        (),
        "The languages expected in the texts, BCP 47 tags; if empty, those that the texts are in.",
        ("vi", "es"),
        True,
    )
    glossary: tuple[str, ...] = _key((), "Glossary files and folders, or builtin:countries.", ("glossary",), True)
    select: tuple[str, ...] = _key((), "Rules to run: codes, prefixes of codes, or names.", ("XL1", "XL3"), True)
    ignore: tuple[str, ...] = _key((), "Rules to skip: codes, prefixes of codes, or names.", ("repeated-text",), True)
    severity: Mapping[str, str] = _key({}, "Severities of rules: error, warning or note.", {"XL403": "note"}, True)
    fail_on: str = _key("error", "The lowest severity that fails the run, or never.", "warning", True)
    confidence: float = _key(
        LIMITS.sure, "Report findings of which at least this share proved right, from 0 to 1.", 0.7, True
    )
    pedantic: bool = _key(False, "Report all findings, however uncertain.", True, True)
    model: str | None = _key(
        None, "A folder of static vectors instead of the default model; use --model for other models.", "models/ours"
    )
    ignores: str | None = _key(
        None, "The file of findings to ignore, each with a reason and an expiry date.", "xlcheck-ignore.toml"
    )
    baseline: str | None = _key(None, "The baseline of known findings.", "xlcheck-baseline.json")
    cache: str | None = _key(None, "The folder to keep results in for the next run.", ".xlcheck-cache")
    pairs: tuple[str, ...] = _key(
        (), "Paths of the versions of a text, which differ only in the language, {lang}.", ("content/{lang}/**/*.html",)
    )
    exclude: tuple[str, ...] = _key((), "Files in folders to skip: patterns as in .gitignore.", ("drafts/", "*.old.md"))
    overrides: tuple[Override, ...] = ()
    file: str | None = None
    exclude_from: str | None = None
    model_at: str | None = None
    base: str | None = None
    today: date | None = None

    def at(self, path: str) -> Config:
        """The settings that hold for a path.

        Of the overrides the last wins; `glossary`, `ignore` and `severity` add up.
        """
        settings: dict[str, Any] = {}
        for override in self.overrides:
            if override.holds(path):
                for key, value in override.settings.items():
                    settings[key] = _added(key, settings.get(key, getattr(self, key)), value)
        return replace(self, overrides=(), **settings) if settings else self

    def excludes(self, path: str) -> bool:
        """Whether a file that a folder holds is not to be checked."""
        return is_excluded(path, self.exclude, self.exclude_from or absolute(os.curdir))

    @property
    def glossaries(self) -> tuple[str, ...]:
        """All glossaries, those of some paths only too."""
        some = (entry for override in self.overrides for entry in override.settings.get("glossary", ()))
        return tuple(dict.fromkeys((*self.glossary, *some)))

    def with_glossaries(self, places: Mapping[str, str | None]) -> Config:
        """With other glossaries in the places of these, or none."""

        def moved(paths: Sequence[str]) -> tuple[str, ...]:
            return tuple(place for path in paths if (place := places.get(path, path)))

        overrides = (
            replace(each, settings={**each.settings, "glossary": moved(each.settings["glossary"])})
            if "glossary" in each.settings
            else each
            for each in self.overrides
        )
        return replace(self, glossary=moved(self.glossary), overrides=tuple(overrides))

    def policy(self, path: str) -> Policy:
        """Which findings in the document of this path are reported."""
        here = self.at(path)
        severity = {code: Severity[name.upper()] for code, name in here.severity.items()}
        return Policy(here.select, here.ignore, severity, 0.0 if here.pedantic else here.confidence)

    def runs(self, code: str) -> bool:
        """Whether the rule of this code is to run: its findings are reported for some path."""
        selects = (override.settings["select"] for override in self.overrides if "select" in override.settings)
        return any(Policy(select, self.ignore).selects(code) for select in (self.select, *selects))

    def fails(self, finding: Finding) -> bool:
        """Whether the finding is so severe that the run fails."""
        least = self.at(finding.at.document.id).fail_on
        return least != NEVER and (finding.severity or 0) >= Severity[least.upper()]


def _added(key: str, known: Any, value: Any) -> Any:
    if key == "severity":
        return {**known, **value}
    return (*known, *value) if key in ("glossary", "ignore") else value
