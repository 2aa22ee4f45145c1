"""Which fixes are offered at all: none in what was translated, in what is no prose, or in words of the original."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from xlcheck.evidence.handles import is_handle
from xlcheck.evidence.protected import is_identifier, protected
from xlcheck.mend.quoted import quotes
from xlcheck.model import Article, Document, Event, Finding, same_language
from xlcheck.model.edit import Edit
from xlcheck.model.fix import Evidence


def offered(
    events: Iterable[Event], findings: Iterable[Finding], is_source: Callable[[Article], bool]
) -> Iterator[Finding]:
    """The findings, each without its fix where one of the places must not be written.

    `is_source` says which articles are in the language that the user names as the original's. Others are sources where
    an article of their event was translated from their language.
    """
    sources, others = _sources(events, is_source)
    for finding in findings:
        if finding.fix and any(_is_closed(edit, finding.fix.evidence, sources, others) for edit in finding.edits):
            yield replace(finding, fix=None)
        else:
            yield finding


def _is_closed(
    edit: Edit, evidence: Evidence, sources: set[Document], others: Mapping[Document, Sequence[Document]]
) -> bool:
    document = edit.at.document
    beside = [each for each in others[document] if each in sources] or others[document]
    return (
        document in sources
        or bool(protected(edit.at))
        or is_handle(edit.at)
        or (not evidence.safe and any(map(is_identifier, (edit.at.text, edit.text))))
        or quotes(edit.at, beside)
    )


def _sources(
    events: Iterable[Event], is_source: Callable[[Article], bool]
) -> tuple[set[Document], Mapping[Document, Sequence[Document]]]:
    """The texts that others were translated from, and for each text the others of its event."""
    sources: set[Document] = set()
    others: defaultdict[Document, list[Document]] = defaultdict(list)
    for event in events:
        for article in event.articles:
            rest = [other for other in event.articles if other is not article]
            others[article.document] += (other.document for other in rest)
            if is_source(article) or _is_original(article, rest):
                sources.add(article.document)
    return sources, others


def _is_original(article: Article, others: Iterable[Article]) -> bool:
    if article.original is not None:
        return False
    return any(other.original is not None and same_language(other.original, article.language) for other in others)
