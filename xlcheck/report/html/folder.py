"""A report as a folder: which page each event goes to, and what the index says of it."""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256

from xlcheck.lang.folding import unmarked
from xlcheck.model import Event, Finding, Report
from xlcheck.report.entry import tidy_path
from xlcheck.report.html.page import Page, Section
from xlcheck.report.limits import LIMITS

INDEX = "index.html"


@dataclass(frozen=True, slots=True)
class Part:
    """The report of one event alone, and the file that its page goes to."""

    file: str
    report: Report


@dataclass(frozen=True, slots=True)
class Row:
    """An event as the index lists it; `counts` are its findings by severity's name."""

    file: str
    section: Section
    languages: Sequence[str]
    counts: Mapping[str, int]


def parts(report: Report) -> tuple[list[Part], set[Finding]]:
    """A part for each event, and the findings that lie in none of their documents (ignore files)."""
    homes: dict[str, int] = {}
    for number, event in enumerate(report.events):
        for article in event.articles:
            homes.setdefault(article.document.id, number)
    found, passed = (_by_home(findings, homes) for findings in (report.findings, report.silenced))
    made = []
    for number, (event, file) in enumerate(zip(report.events, _files(report.events), strict=True)):
        part = replace(
            report,
            events=(event,),
            findings=tuple(found[number]),
            silenced=tuple(passed[number]),
            failures=(),
            notes=(),
        )
        made.append(Part(file, part))
    return made, set(found[None])


def row(file: str, page: Page) -> Row:
    (section,) = page.sections
    return Row(
        file,
        section,
        languages=list(dict.fromkeys(column.language for column in section.columns)),
        counts={str(severity): count for severity, count in section.counts},
    )


def _by_home(findings: Iterable[Finding], homes: Mapping[str, int]) -> Mapping[int | None, list[Finding]]:
    found: dict[int | None, list[Finding]] = defaultdict(list)
    for finding in findings:
        found[homes.get(finding.at.document.id)].append(finding)
    return found


def _files(events: Iterable[Event]) -> Iterator[str]:
    """For each event the name of its first document, in plain letters, and a digest of that one's path.

    It stays as long as the path does; only a path that begins several events numbers them.
    """
    given: dict[str, int] = defaultdict(int)
    for event in events:
        path = tidy_path(event.articles[0].document)
        digest = sha256(unicodedata.normalize("NFC", path).encode()).hexdigest()[: LIMITS.page_digits]
        name = re.sub(r"\.\w+$", "", path.rpartition("/")[2])
        plain = unmarked(name.lower(), "NFKD").encode("ascii", "ignore").decode()
        words = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[: LIMITS.page_name].rstrip("-")
        stem = f"{words or 'event'}-{digest}"
        given[stem] += 1
        yield f"{stem}.html" if given[stem] == 1 else f"{stem}-{given[stem]}.html"
