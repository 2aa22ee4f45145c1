"""The nouns that the rooms hand to one another: frozen dataclasses, standard library only."""

from xlcheck.model.errors import XlcheckError
from xlcheck.model.event import Alignment, Event, Pair
from xlcheck.model.finding import Finding, Report, Rule, Severity
from xlcheck.model.language import language_name, language_names, primary, same_language
from xlcheck.model.name import NameForm, Reading
from xlcheck.model.term import Case, Concept, Example, Glossary, Mention, Scope, Status, Term
from xlcheck.model.text import Article, Document, Fact, Origin, Sentence, Span, Stretch

__all__ = [
    "Alignment",
    "Article",
    "Case",
    "Concept",
    "Document",
    "Event",
    "Example",
    "Fact",
    "Finding",
    "Glossary",
    "Mention",
    "NameForm",
    "Origin",
    "Pair",
    "Reading",
    "Report",
    "Rule",
    "Scope",
    "Sentence",
    "Severity",
    "Span",
    "Status",
    "Stretch",
    "Term",
    "XlcheckError",
    "language_name",
    "language_names",
    "primary",
    "same_language",
]
