"""The nouns that the rooms hand to one another: frozen dataclasses, standard library only."""

from xlcheck.model.document import Document, Origin, Span
from xlcheck.model.errors import NoText, XlcheckError
from xlcheck.model.event import Alignment, Coverage, Event, Gap, Pair, Row
from xlcheck.model.facts import Fact, Facts
from xlcheck.model.finding import Finding, Report, Rule, Severity
from xlcheck.model.language import formatted, primary, same_language, well_formed
from xlcheck.model.name import ABROAD, Name, Reading, units_of
from xlcheck.model.relation import Likeness, Relation, Tie
from xlcheck.model.term import Case, Concept, Example, Glossary, Scope, Status, Term
from xlcheck.model.text import Article, Mention, Sentence, Stretch, whole

__all__ = [
    "ABROAD",
    "Alignment",
    "Article",
    "Case",
    "Concept",
    "Coverage",
    "Document",
    "Event",
    "Example",
    "Fact",
    "Facts",
    "Finding",
    "Gap",
    "Glossary",
    "Likeness",
    "Mention",
    "Name",
    "NoText",
    "Origin",
    "Pair",
    "Reading",
    "Relation",
    "Report",
    "Row",
    "Rule",
    "Scope",
    "Sentence",
    "Severity",
    "Span",
    "Status",
    "Stretch",
    "Term",
    "Tie",
    "XlcheckError",
    "",
    "formatted",
    "primary",
    "same_language",
    "units_of",
    "well_formed",
    "whole",
]
