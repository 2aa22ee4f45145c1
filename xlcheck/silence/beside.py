"""Ignores next to a file that has no comments, as plain text: `talks.txt.xlcheck` next to `talks.txt`.

    # every line is an ignore, in the words of a comment in a page
    XL302: quoted in English until 2030-12-31
    XL110, XL111 at “Comrade Su Lin”: so in the wire report until 2030-12-31

An ignore speaks of the whole file, or of the paragraph where the words after `at` first stand.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from operator import itemgetter
from pathlib import PurePath
from unicodedata import normalize

from xlcheck.files import bounded
from xlcheck.files.occurrences import occurrences
from xlcheck.files.there import exists, is_folder
from xlcheck.lang.folding import replaced
from xlcheck.model import Document, Span
from xlcheck.model.path import absolute
from xlcheck.model.suppression import BESIDE, Suppression
from xlcheck.silence.comments import told
from xlcheck.silence.paragraphs import Paragraphs

_LINE = re.compile(r"^[^\S\n]*+(?P<said>[^\s#].*)$", re.MULTILINE)
_AT = re.compile(
    r"(?P<rules>[^:“\"\s]*+(?:\s++(?!at\s+[“\"])[^:“\"\s]++)*+)\s++at\s++"
    r"[“\"](?P<words>[^”\"]++)[”\"]\s*+(?P<rest>:.*)"
)
_WHITE = re.compile(r"\s++")


def suppressions(documents: Iterable[Document], names: Mapping[str, str]) -> Iterator[Suppression]:
    """What the files next to the documents' own say, one for each rule that they name.

    `names` has the code of every rule by its code and its name, in small letters. What is wrong with a line is its
    `fault`. Raises XlcheckError for a file that cannot be read or is not UTF-8.
    """
    columns = defaultdict(list)
    for document in documents:
        columns[document.id].append(document)
    for path, of_file in columns.items():
        file = f"{path}{BESIDE}"
        if path != "-" and exists(file) and not is_folder(file):
            yield from _read(Document(file, bounded.text(file)), of_file, names)


def _read(ignores: Document, documents: Sequence[Document], names: Mapping[str, str]) -> Iterator[Suppression]:
    path = PurePath(documents[0].id)
    everywhere = Suppression(Span(ignores, 0, 0), "", path=f"/{path.name}", folder=absolute(str(path.parent)))
    lines = [(line, _AT.fullmatch(line["said"])) for line in _LINE.finditer(ignores.text)]
    blocks = _paragraphs({limited["words"] for _, limited in lines if limited}, documents)
    for line, limited in lines:
        said = replace(everywhere, at=Span(ignores, *line.span("said")))
        if limited:
            block = blocks.get(limited["words"])
            fault = "" if block else f"the words “{limited['words']}” are not in the text"
            yield from told(f"{limited['rules']}{limited['rest']}", replace(said, block=block, fault=fault), names)
        else:
            yield from told(line["said"], said, names)


def _paragraphs(wanted: set[str], documents: Sequence[Document]) -> Mapping[str, Span]:
    """For words the first paragraph, or row of a table, where they stand, whatever their blanks and normal form."""
    forms = {words: {" ".join(form.split()) for form in _normal_forms(words)} for words in wanted}
    found: dict[str, Span] = {}
    for document in documents if wanted else ():
        (text, starts, _), paragraphs = _evened(document.text), Paragraphs(document.text)
        left = wanted - found.keys()
        places = occurrences(text, (form for words in left for form in forms[words] if form), 1)
        for words in left:
            standing = [starts[at] for form in forms[words] if form for at in places[form]]
            if standing or "" in forms[words]:  # no words at all stand where the text begins
                found[words] = _around(min(standing, default=0), document, paragraphs)
    return found


def _evened(text: str) -> tuple[str, Sequence[int], Sequence[int]]:
    """A text with one blank for each run of white space, less those at its ends, and where its characters stood."""
    return replaced(text, _WHITE, lambda run: " " if run.start() and run.end() < len(text) else "")


def _normal_forms(words: str) -> tuple[str, ...]:
    return words, normalize("NFC", words), normalize("NFD", words)


def _around(at: int, document: Document, paragraphs: Paragraphs) -> Span:
    number = bisect_right(document.rows, at, key=itemgetter(0))
    if number and at < document.rows[number - 1][1]:
        return Span(document, *document.rows[number - 1])
    return Span(document, paragraphs.start(at), paragraphs.end(at))
