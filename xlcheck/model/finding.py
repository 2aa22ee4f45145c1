"""What the rules say, and the report that carries it."""

from __future__ import annotations

import sys
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from enum import IntEnum
from functools import lru_cache
from hashlib import sha256
from typing import Any, Generic, TypeVar

from xlcheck.model.document import Span
from xlcheck.model.doubt import Doubt
from xlcheck.model.edit import Edit
from xlcheck.model.event import Event
from xlcheck.model.fix import Fix
from xlcheck.model.limits import LIMITS

U = TypeVar("U")


class Severity(IntEnum):
    """How much a finding weighs; ordered."""

    NOTE = 1
    WARNING = 2
    ERROR = 3

    def __str__(self) -> str:
        return self.name.lower()


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing to look at: what (`message`), where (`at`), why (`reason`), what to write (`suggestion`, for people).

    `related` are the other places that show it, in other documents too. `fix`, where the rule knows it to the letter,
    is what to write where, and how safe that is. A rule fills `severity` only to depart from its default, `doubts` with
    what speaks against the finding, and `confidence` (0 to 1) where an aligner measured one; code, name and the
    confidence that all of it makes are stamped by `check`.
    """

    message: str
    at: Span
    related: tuple[Span, ...] = ()
    suggestion: str = ""
    reason: str = ""
    severity: Severity | None = None
    confidence: float | None = None
    doubts: tuple[Doubt, ...] = ()
    rule: str = ""
    name: str = ""
    fix: Fix | None = None

    @property
    def edits(self) -> tuple[Edit, ...]:
        """What the fix writes, nothing without one."""
        return self.fix.edits if self.fix else ()

    @property
    def fingerprint(self) -> str:
        """32 hex digits that name the finding by what it says, not where: the key of baselines and suppressions too.

        Made of the rule, the text that it lies on, the line or lines around that, and the first related text; blanks
        and normal forms (NFC) don't count. Moving lines or renaming files keeps it, changing the words changes it.
        Findings that are alike to the word are equal in it: whoever needs them apart counts them.
        """
        texts = (self.rule, self.at.text, _lines(self.at), *(span.text for span in self.related[:1]))
        return sha256("\n".join(map(_folded, texts)).encode("utf-8", "surrogatepass")).hexdigest()[:32]

    def tells(self, other: Finding) -> bool:
        """Whether it says what another finding says: of the same text; or of text that overlaps it, where both show one
        place (the source's name, misspelt for the one, missing for the other) or would have the same written.
        """
        here, there = self.at, other.at
        alike = not set(self.related).isdisjoint(other.related) or self.suggestion == other.suggestion != ""
        return here == there or (here.overlaps(there) and alike)


@lru_cache(maxsize=16)
def _folded(text: str) -> str:
    """Without what does not count; remembered, as many findings may lie on one long line."""
    return " ".join(unicodedata.normalize("NFC", text).split())


def _lines(span: Span) -> str:
    """The whole lines that a span lies on, where they are no longer than lines of prose."""
    text, first, last = span.document.text, max(0, span.start - LIMITS.line), span.end + LIMITS.line
    begin = text.rfind("\n", first, span.start)
    end = text.find("\n", span.end, last)
    return text[begin + 1 if begin >= 0 else first : end if end >= 0 else last]


@dataclass(frozen=True, slots=True)
class Rule(Generic[U]):
    """A check of one `unit` (Sentence, Article, Pair, Event or Collection); its module's docstring is its page.

    Findings of the rules that it `supersedes`, by code, are left out where one of its own, as sure as they, `tells`
    them: it says the same with more witnesses, or more exactly.
    """

    code: str
    name: str
    summary: str
    unit: type[U]
    check: Callable[[U], Iterator[Finding]]
    severity: Severity
    supersedes: tuple[str, ...] = ()

    @property
    def page(self) -> str:
        """What the rule does, why, and what it does not do, Markdown."""
        return (sys.modules[self.check.__module__].__doc__ or "").strip()


@dataclass(frozen=True, slots=True, eq=False)
class Report:
    """A run's result. `failures` are one line each for the inputs that could not be read or checked, `notes` for those
    that have nothing to check.

    `silenced` are the findings that ignores and the baseline silenced; `notes` are lines on the run that are neither
    findings nor failures. A finding may lie in a document that no event has: an ignore file.
    `signature` names what the result depends on: version (thresholds come with it), encoder, glossary digest, rules.
    """

    events: tuple[Event, ...]
    findings: tuple[Finding, ...]
    rules: tuple[Rule[Any], ...] = ()
    failures: tuple[str, ...] = ()
    signature: dict[str, str] = field(default_factory=dict)
    silenced: tuple[Finding, ...] = ()
    notes: tuple[str, ...] = ()
