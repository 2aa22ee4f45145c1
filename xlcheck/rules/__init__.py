"""The rules, a file each: docstring = page, `BAD` and `GOOD` samples, `check`, `RULE`."""

from __future__ import annotations

import sys
from typing import Any

from xlcheck.model import Rule
from xlcheck.rules import (
    addition,
    approximation_changed,
    date_mismatch,
    event_inconsistent,
    lost_diacritics,
    meaning_drift,
    mixed_script,
    name_changed,
    name_inconsistent,
    name_misread,
    name_misspelt,
    negation_changed,
    number_mismatch,
    omission,
    order_changed,
    quantity_mismatch,
    repeated_text,
    stale_ignore,
    term_case,
    term_deprecated,
    term_forbidden,
    term_inconsistent,
    term_missing,
    untranslated,
    weekday_mismatch,
    wrong_language,
)

__all__ = ["RULES", "Sample", "samples"]

Sample = tuple[str, ...]
"""Texts, each after its language and a colon; one is an article, several are a table of as many columns.

Where `against` stands in front of its language, the first is a document that the others were translated from. After
`glossary:` stands a glossary, after `ignores:` an ignore file, both TOML.
"""

RULES: tuple[Rule[Any], ...] = (
    term_forbidden.RULE,
    term_missing.RULE,
    term_inconsistent.RULE,
    term_deprecated.RULE,
    term_case.RULE,
    name_misread.RULE,
    name_misspelt.RULE,
    name_changed.RULE,
    name_inconsistent.RULE,
    number_mismatch.RULE,
    date_mismatch.RULE,
    quantity_mismatch.RULE,
    approximation_changed.RULE,
    weekday_mismatch.RULE,
    untranslated.RULE,
    wrong_language.RULE,
    lost_diacritics.RULE,
    mixed_script.RULE,
    omission.RULE,
    addition.RULE,
    repeated_text.RULE,
    order_changed.RULE,
    meaning_drift.RULE,
    negation_changed.RULE,
    event_inconsistent.RULE,
    stale_ignore.RULE,
)
"""All rules, by code. A code is never given twice."""


def samples(rule: Rule[Any]) -> tuple[tuple[Sample, ...], tuple[Sample, ...]]:
    """The rule's bad samples (it fires) and good ones (it is silent)."""
    module = sys.modules[rule.check.__module__]
    return module.BAD, module.GOOD
