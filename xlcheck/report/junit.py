"""JUnit XML, as Jenkins, GitLab and others read it: every rule is a test of every file."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from xlcheck.files.escaping import markup_text
from xlcheck.files.printable import printable
from xlcheck.model import Report
from xlcheck.report.entry import Entry, documents, entries, place, tidy_path, told

_Found = dict[tuple[str, str], list[Entry]]


def render(report: Report) -> str:
    """Return a suite a file and in it a case a rule, failed where the rule has findings, of whatever severity.

    The failure's type is the gravest severity. Cases keep their names when text moves, so that a server can follow
    them. An input that could not be read is an error. There are no times: the same input gives the same bytes.
    """
    root = Element("testsuites", name="xlcheck")
    found: _Found = defaultdict(list)
    for entry in entries(report):
        found[tidy_path(entry.at.document), entry.finding.rule].append(entry)
    for file in dict.fromkeys(tidy_path(document) for document in documents(report)):
        suite = SubElement(root, "testsuite", name=file, file=file)
        for rule in report.rules:
            case = SubElement(suite, "testcase", classname=file, name=f"{rule.code} {rule.name}")
            if failing := found.get((file, rule.code)):
                _failure(case, failing)
    if report.failures:
        _unread(root, report.failures)
    for element in (root, *root):
        _count(element)
    indent(root)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{markup_text(tostring(root, encoding="unicode"))}\n'


def _failure(case: Element, failing: Sequence[Entry]) -> None:
    first, *others = (printable(entry.finding.message) for entry in failing)
    message = f"{first} (and {len(others)} more)" if others else first
    gravest = max(entry.severity for entry in failing)
    failure = SubElement(case, "failure", type=str(gravest), message=message)
    failure.text = "\n".join(_block(entry) for entry in failing)


def _block(entry: Entry) -> str:
    return f"{printable(place(entry.at))}: {entry.severity}: " + "\n    ".join(told(entry))


def _unread(root: Element, failures: Sequence[str]) -> None:
    suite = SubElement(root, "testsuite", name="inputs")
    for number, failure in enumerate(failures, 1):
        case = SubElement(suite, "testcase", classname="inputs", name=f"input {number} can be read")
        SubElement(case, "error", type="unread", message=printable(failure))


def _count(element: Element) -> None:
    for key, tag in (("tests", "testcase"), ("failures", "failure"), ("errors", "error")):
        element.set(key, str(len(element.findall(f".//{tag}"))))
