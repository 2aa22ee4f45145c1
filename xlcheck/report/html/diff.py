"""Which findings say what should stand in the place of their text, to the letter."""

from collections.abc import Container

from xlcheck.model import Span
from xlcheck.report.entry import Entry

_EXACT = ("XL101", "XL102", "XL103", "XL104", "XL105", "XL110", "XL111", "XL112", "XL113", "XL2")
"""Rules whose suggestion is the name, term or number to write; others give advice."""
_LETTERS = "XL304"
"""The rule that suggests a word with other letters, as many; or else gives advice."""


def replacement(entry: Entry, wholes: Container[Span]) -> str:
    """What to write for the finding's text; nothing where the finding gives advice or lies on what lacks something.

    `wholes` are the texts of which something may be missing: sentences, and beads of several.
    """
    at, new, rule = entry.at, entry.finding.suggestion, entry.finding.rule
    exact = rule.startswith(_EXACT) or (rule == _LETTERS and len(new) == len(at.text))
    lacks = not at.text or (rule == "XL102" and at in wholes)
    return new if exact and not lacks and new != at.text else ""
