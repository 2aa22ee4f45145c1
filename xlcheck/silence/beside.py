"""Ignores beside a file that has no comments, as plain text: `talks.txt.xlcheck` beside `talks.txt`.

    # every line is an ignore, in the words of a comment in a page
    XL302: quoted in English until 2030-12-31
    XL110, XL111 at “Comrade Su Lin”: so in the wire report until 2030-12-31

An ignore speaks of the whole file, or of the paragraph where the words after `at` first stand.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import PurePath
from unicodedata import normalize

from xlcheck.files import bounded
from xlcheck.files.there import exists, is_folder
from xlcheck.model import Document, Span
from xlcheck.model.path import absolute
from xlcheck.model.suppression import Suppression
from xlcheck.silence.comments import told

SUFFIX = ".xlcheck"
_LINE = re.compile(r"^[^\S\n]*+(?P<said>[^\s#].*)$", re.MULTILINE)
_AT = re.compile(r"(?P<rules>[^:“\"]*?)\s+at\s+[“\"](?P<words>[^”\"]+)[”\"]\s*(?P<rest>:.*)")
_PARAGRAPH = re.compile(r"\n[^\S\n]*\n")


def suppressions(documents: Iterable[Document], names: Mapping[str, str]) -> Iterator[Suppression]:
    """What the files beside the documents' own say, one for each rule that they name.

    `names` has the code of every rule by its code and its name, in small letters. What is wrong with a line is its
    `fault`. Raises XlcheckError for a file that cannot be read or is not UTF-8.
    """
    columns = defaultdict(list)
    for document in documents:
        columns[document.id].append(document)
    for path, of_file in columns.items():
        file = f"{path}{SUFFIX}"
        if path != "-" and exists(file) and not is_folder(file):
            yield from _read(Document(file, bounded.text(file)), of_file, names)


def _read(ignores: Document, documents: Sequence[Document], names: Mapping[str, str]) -> Iterator[Suppression]:
    path = PurePath(documents[0].id)
    everywhere = Suppression(Span(ignores, 0, 0), "", path=f"/{path.name}", folder=absolute(str(path.parent)))
    for line in _LINE.finditer(ignores.text):
        said = replace(everywhere, at=Span(ignores, *line.span("said")))
        if limited := _AT.fullmatch(line["said"]):
            block = _paragraph(limited["words"], documents)
            fault = "" if block else f"the words “{limited['words']}” are not in the text"
            yield from told(f"{limited['rules']}{limited['rest']}", replace(said, block=block, fault=fault), names)
        else:
            yield from told(line["said"], said, names)


def _paragraph(words: str, documents: Sequence[Document]) -> Span | None:
    """The first paragraph, or row of a table, where the words stand, whatever their blanks and normal form."""
    forms = dict.fromkeys((words, normalize("NFC", words), normalize("NFD", words)))
    wanted = re.compile("|".join(r"\s+".join(map(re.escape, form.split())) for form in forms))
    for document in documents:
        if found := wanted.search(document.text):
            return _around(found.start(), document)
    return None


def _around(at: int, document: Document) -> Span:
    for start, end in document.rows:
        if start <= at < end:
            return Span(document, start, end)
    before = [gap.end() for gap in _PARAGRAPH.finditer(document.text, 0, at)]
    behind = _PARAGRAPH.search(document.text, at)
    return Span(document, before[-1] if before else 0, behind.start() if behind else len(document.text))
