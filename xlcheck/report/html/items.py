"""The findings as the page lists them: named for links, with what to write and the words around."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from xlcheck.model import Span
from xlcheck.report.entry import Entry, tidy_path
from xlcheck.report.excerpt import Excerpt, excerpt
from xlcheck.report.limits import LIMITS


@dataclass(frozen=True, slots=True)
class Item:
    """A finding of the list.

    `key` names it in links as long as its text stays; `language` is its article's, empty
    where it lies in no article of the report; `replacement` is to stand
    for its text to the letter, if it is not empty, and `inline` is the same for the first finding that says so
    of the same text; `excerpt` is the text with the words around.
    """

    entry: Entry
    fingerprint: str
    key: str
    path: str
    language: str
    replacement: str
    inline: str
    excerpt: Excerpt


@dataclass(frozen=True, slots=True)
class Facet:
    """What findings are chosen by: a field of theirs, and its values with their labels and numbers of findings."""

    name: str
    options: tuple[tuple[str, str, int], ...]


def items(entries: Sequence[Entry], languages: Sequence[str]) -> Iterator[Item]:
    """The list's items; `languages` are those of the entries' articles."""
    seen: Counter[str] = Counter()
    said: Counter[tuple[Span, str]] = Counter()
    for entry, language in zip(entries, languages, strict=True):
        fingerprint = entry.finding.fingerprint
        key = fingerprint[: LIMITS.link_digits]
        seen[key] += 1
        new = next((edit.text for edit in entry.finding.edits if edit.at == entry.at), "")
        said[entry.at, new] += 1
        yield Item(
            entry=entry,
            fingerprint=fingerprint,
            key=key if seen[key] == 1 else f"{key}-{seen[key]}",
            path=tidy_path(entry.at.document),
            language=language,
            replacement=new,
            inline=new if said[entry.at, new] == 1 else "",
            excerpt=excerpt(entry.at, LIMITS.list_cells),
        )


def facets(listed: Sequence[Item]) -> Iterator[Facet]:
    """Rule, severity, language and document, as far as the findings differ in them."""
    severities = [str(item.entry.severity) for item in sorted(listed, key=lambda item: -item.entry.severity)]
    rules = sorted((item.entry.finding.rule, item.entry.finding.name) for item in listed)
    yield from _facet("rule", [(code, f"{code} {name}") for code, name in rules])
    yield from _facet("severity", [(severity, severity) for severity in severities])
    yield from _facet(
        "language", [(language, language) for language in sorted(item.language for item in listed if item.language)]
    )
    yield from _facet("document", [(path, path) for path in (item.path for item in listed)])


def _facet(name: str, values: Iterable[tuple[str, str]]) -> Iterator[Facet]:
    counts = Counter(values)
    if len(counts) > 1:
        yield Facet(name, tuple((value, label, many) for (value, label), many in counts.items()))
