"""The rules, a file each: docstring = page, `BAD` and `GOOD` samples, `check`, `RULE`."""

from __future__ import annotations

import sys
from typing import Any

from xlcheck.model import Rule
from xlcheck.rules import (
    lost_diacritics,
    mixed_script,
    name_misread,
    repeated_text,
    term_forbidden,
    term_missing,
    untranslated,
    wrong_language,
)

__all__ = ["RULES", "Sample", "page", "samples"]

Sample = tuple[str, ...]
"""Texts, each after its language and a colon; one is an article, several are a table of as many columns."""

RULES: tuple[Rule[Any], ...] = (
    term_forbidden.RULE,
    term_missing.RULE,
    name_misread.RULE,
    untranslated.RULE,
    wrong_language.RULE,
    lost_diacritics.RULE,
    mixed_script.RULE,
    repeated_text.RULE,
)
"""All rules, by code. A code is never given twice."""


def page(rule: Rule[Any]) -> str:
    """The rule's page: its module's docstring, Markdown."""
    return (sys.modules[rule.check.__module__].__doc__ or "").strip()


def samples(rule: Rule[Any]) -> tuple[tuple[Sample, ...], tuple[Sample, ...]]:
    """The rule's bad samples (it fires) and good ones (it is silent)."""
    module = sys.modules[rule.check.__module__]
    return module.BAD, module.GOOD
