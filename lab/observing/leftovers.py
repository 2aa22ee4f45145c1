"""Text in a language that a page is not in: leftovers that people corrected, and sentences planted by a script."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from pathlib import Path

import events
import sound_news
import stretch

from observing.observation import RIGHT, UNKNOWN, WRONG, Observation
from observing.pages import of
from xlcheck.check import check
from xlcheck.model import Event, Finding
from xlcheck.rules import RULES

_RULES = [rule for rule in RULES if rule.code in ("XL301", "XL302", "XL304")]
_EVERY, _BEFORE, _AROUND = 12, 5, 15
"""Of so many corrected lines one is taken; so many of them, and so many lines that were right, make a page."""


def corrected(shared: Path) -> Iterator[Observation]:
    """Lines that the maintainers of a tutorial corrected, among others of the same language."""
    folder = shared / "dev" / "easyvibe_docs"
    fixes, around = (list(stretch.jsonl(folder / f"{name}.jsonl.gz")) for name in ("fix_pairs", "context_lines"))
    for locale in stretch.OWN_LETTERS:
        wrong = [row["before"] for row in fixes if row["locale"].startswith(locale)]
        wrong = wrong[:: max(1, min(_EVERY, len(wrong) // _BEFORE))]
        right = [row["text"] for row in around if row["locale"].startswith(locale) and not row["has_han"]]
        for page, start in enumerate(range(0, len(wrong), _BEFORE)):
            some = right[page * _AROUND : (page + 1) * _AROUND]
            lines = [*some, *wrong[start : start + _BEFORE]]
            for finding, line in _found(lines, locale):
                yield of(finding, f"easyvibe {locale}", RIGHT if line >= len(some) else UNKNOWN)


def planted(shared: Path) -> Iterator[Observation]:
    """News with a sentence of the same document in another language put in the place of its own."""
    for name, rows in events.documents(shared / sound_news.PARTS["dev"]).items():
        for language in events.LANGUAGES:
            chance = random.Random(f"{name}-{language}")
            other = chance.choice([each for each in events.LANGUAGES if each != language])
            at = chance.randrange(1, len(rows))
            lines = [row[other if place == at else language] for place, row in enumerate(rows)]
            for finding, line in _found(lines, language):
                yield of(finding, "ntrex planted", RIGHT if line == at else WRONG, planted=True)


def _found(lines: Sequence[str], language: str) -> Iterator[tuple[Finding, int]]:
    """The findings on a page, each with the line that it begins in, from 0."""
    for finding in check([Event((stretch.article(lines, language),))], _RULES, 0.0):
        line, _ = finding.at.document.position(finding.at.start)
        yield finding, (line - 1) // 2
