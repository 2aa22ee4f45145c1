"""Glossaries in rows and columns: which layout a header is, rows to concepts, and concepts to rows.

Our own layout has a column a language with the preferred term, and columns `LANGUAGE:STATUS` with the others, parted by
`|` (`\\|` is a bar). `LANGUAGE:exact` and `LANGUAGE:any` repeat the terms with that case rule, `LANGUAGE:wrong` and
`LANGUAGE:right` hold the examples. Columns `id`, `kind`, `note`, `source` may be there. A header of language tags
alone, as DeepL takes it, is this layout too.

The other layout has a source and a target term in a row: Weblate's (`source`, `target`, ...), DeepL's export without a
header (term, term, tag, tag), and plain pairs. Where the rows don't tell the languages, the file's name must:
`terms.en-vi.csv`. Rows with one source term are one concept.
"""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import PurePath

from xlcheck.lang import language_names
from xlcheck.model import Case, Concept, Example, Status, Term, XlcheckError, primary
from xlcheck.model.errors import unknown
from xlcheck.model.language import formatted, well_formed
from xlcheck.terms.draft import KINDS, Terms, placed

Row = tuple[int, tuple[str, ...]]
"""Line of the file and cells."""

_OWN = ("id", "kind", "note", "source")
ROLES = (*(str(status) for status in Status), Case.EXACT, Case.ANY, "wrong", "right")
_PART = re.compile(r"(?:[^|\\]|\\.?)+", re.DOTALL)
_ESCAPED = re.compile(r"\\([\\|])")

_TAG = r"([a-z]{2,3}(?:[-_][A-Z][a-z]{3})?(?:[-_](?:[A-Z]{2}|\d{3}))?)"
_TWO_TAGS = re.compile(rf"(?:^|[-_.\s]){_TAG}[-_]{_TAG}$")

_NAMES: Mapping[str, tuple[str, ...]] = {
    "source": ("source", "source term", "source string", "source text", "term"),
    "target": ("target", "target term", "target string", "target text", "translation"),
    "from": ("source lang", "source language", "source language code", "source locale"),
    "to": ("target lang", "target language", "target language code", "target locale"),
    "note": ("note", "notes", "description", "definition", "comment", "comments", "developer comments"),
    "fuzzy": ("fuzzy",),
}
"""What other programs call the columns of their pairs; spaces, hyphens, underscores and capitals aside."""


OPENING = ("id", "kind")
"""The columns that a table of our own begins with when we write it: what follows are tags, whether they have a name or
not."""


def concepts(rows: Sequence[Row], path: str) -> tuple[Concept, ...]:
    """The concepts of a table's rows; `path` names it in errors, and tells languages that the rows don't.

    Raises XlcheckError with a line `path:line: what, and what to do` for each thing wrong.
    """
    rows = [(line, cells) for line, cells in rows if any(map(str.strip, cells))]
    if not rows:
        raise XlcheckError(f"{path}:1: no terms; write a header and one row for each concept")
    line, header = rows[0][0], tuple(_column(cell) for cell in rows[0][1])
    faults: list[str] = []
    columns = {name: at for at, cell in enumerate(header) if (name := _pair_column(cell))}
    if _is_own(header):
        found = _of_columns(header, rows, path, faults)
    elif {"source", "target"} <= set(columns):
        found = _of_pairs(columns, rows[1:], path, faults)
    elif len(header) >= 4 and _is_language(header[2]) and _is_language(header[3]):
        found = _of_pairs({"source": 0, "target": 1, "from": 2, "to": 3}, rows, path, faults)
    elif len(header) == 2 and _languages_of(path):
        found = _of_pairs({"source": 0, "target": 1}, rows, path, faults)
    else:
        raise XlcheckError(
            f"{path}:{line}: unknown layout; name one column per language (id,en,vi), or columns source and "
            "target, or, for two columns without a header, the file after its languages (terms.en-vi.csv)"
        )
    if faults:
        raise XlcheckError(*faults)
    if not found:
        raise XlcheckError(f"{path}:{line}: no terms below the header; write one row for each concept")
    return tuple(found)


def _column(cell: str) -> str:
    """The name of a column in the capitals that it has with us."""
    language, colon, role = cell.strip().partition(":")
    if language.lower() in _OWN:
        return cell.strip().lower()
    return (formatted(language) + colon + role.lower()) if _is_language(language) else cell.strip()


def _pair_column(cell: str) -> str:
    """The key of `_NAMES` that a column's name stands for, or nothing."""
    words = re.sub(r"(?<=[a-z])(?=[A-Z])|[\s_-]+", " ", cell).lower()
    return next((name for name, known in _NAMES.items() if words in known), "")


def _is_language(cell: str) -> bool:
    """Whether a cell is the tag of a language with a name, not just any short word."""
    return well_formed(cell) and primary(cell) in language_names("en")


def _is_own(header: Sequence[str]) -> bool:
    if tuple(header[: len(OPENING)]) == OPENING:
        return True
    names = [cell.split(":")[0] for cell in header if cell]
    own = [name for name in names if name in _OWN]
    languages = [name for name in names if name not in _OWN and _is_language(name)]
    return bool(languages) and ("id" in own or len(own) + len(languages) == len(names))


def _languages_of(path: str) -> tuple[str, str] | None:
    """The languages that a file's name ends in: `terms.en-vi.csv`, `google.en_zh-TW.csv`."""
    named = _TWO_TAGS.search(PurePath(path).stem)
    if named is None or not all(_is_language(tag.replace("_", "-")) for tag in named.groups()):
        return None
    return named[1], named[2]


def _of_columns(header: Sequence[str], rows: Sequence[Row], path: str, faults: list[str]) -> list[Concept]:
    line = rows[0][0]
    seen: set[str] = set()
    for cell in header:
        language, _, role = cell.partition(":")
        if cell in seen:
            faults.append(f"{path}:{line}: the column '{cell}' occurs twice")
        elif cell and cell not in _OWN and not well_formed(language):
            faults.append(f"{path}:{line}: {unknown('column', cell, (*_OWN, 'BCP 47 tags'))}")
        elif role and role not in ROLES:
            faults.append(f"{path}:{line}: {unknown('column', cell, tuple(f'{language}:{name}' for name in ROLES))}")
        seen |= {cell} - {""}
    if faults:
        return []
    named = "id" in header
    found = []
    for line, cells in rows[1:]:
        entry = _Row(f"{path}:{line}", dict(zip(header, cells, strict=False)), faults)
        if any(cells[len(header) :]):
            faults.append(f"{path}:{line}: more cells than columns in the header; quote cells that contain commas")
        found.append(entry.concept(named, f"{PurePath(path).stem}:"))
    return found if named else _numbered(found)


@dataclass(frozen=True, slots=True)
class _Row:
    """A row of our own layout."""

    place: str
    cells: Mapping[str, str]
    faults: list[str]

    def concept(self, named: bool, prefix: str) -> Concept:
        terms = Terms(strict=False)
        examples: list[Example] = []
        for language in dict.fromkeys(name.split(":")[0] for name in self.cells if name and name not in _OWN):
            self._read(language, terms)
            examples += self._examples(language)
        if not len(terms):
            self._fault("no terms in this row")
        name = self.cells.get("id", "").strip()
        if named and not name:
            self._fault("a concept without an id; fill in the column id")
        kind = self.cells.get("kind", "").strip() or "term"
        if kind not in KINDS:
            self._fault(unknown("kind", kind, KINDS))
        concept = terms.concept(
            id=name,
            kind=kind,
            place=self.place,
            note=self.cells.get("note", ""),
            source=self.cells.get("source", ""),
            examples=tuple(examples),
        )
        return concept if named else replace(concept, id=prefix + _first(concept))

    def _read(self, language: str, terms: Terms) -> None:
        cases = {
            text: case for case in (Case.EXACT, Case.ANY) for text in _split(self.cells.get(f"{language}:{case}", ""))
        }
        for column, status in ((language, Status.PREFERRED), *((f"{language}:{status}", status) for status in Status)):
            for text in _split(self.cells.get(column, "")):
                term = Term(text, language, status, cases.get(text, Case.SMART), place=self.place)
                if fault := terms.add(term):
                    self._fault(placed(fault, f", column {column}"))

    def _examples(self, language: str) -> list[Example]:
        wrong, right = (_split(self.cells.get(f"{language}:{role}", "")) for role in ("wrong", "right"))
        if len(wrong) != len(right):
            self._fault(f"'{language}:wrong' and '{language}:right' do not have the same number of examples")
            return []
        return [Example(language, *texts, self.place) for texts in zip(wrong, right, strict=True)]

    def _fault(self, what: str) -> None:
        self.faults.append(f"{self.place}: {what}")


def _split(cell: str) -> list[str]:
    if not cell:
        return []
    parts = (_ESCAPED.sub(r"\1", part).strip() for part in _PART.findall(cell))
    return [part for part in parts if part]


def _first(concept: Concept) -> str:
    """A name for a concept without one: its first term, with hyphens for spaces."""
    text = concept.terms[0].text if concept.terms else ""
    return "-".join(unicodedata.normalize("NFC", text).lower().split())


def _numbered(found: Sequence[Concept]) -> list[Concept]:
    """The concepts with a number behind an id that is there already."""
    seen: dict[str, int] = {}
    numbered = []
    for concept in found:
        seen[concept.id] = count = seen.get(concept.id, 0) + 1
        numbered.append(concept if count == 1 else replace(concept, id=f"{concept.id}-{count}"))
    return numbered


@dataclass(slots=True)
class _Group:
    """The rows of one source term."""

    place: str
    terms: Terms = field(default_factory=lambda: Terms(strict=False))
    note: str = ""


def _of_pairs(columns: Mapping[str, int], rows: Sequence[Row], path: str, faults: list[str]) -> list[Concept]:
    named = _languages_of(path)
    groups: dict[tuple[str, str], _Group] = {}
    for line, row in rows:
        cells = {name: row[at].strip() if at < len(row) else "" for name, at in columns.items()}
        source, target = cells["source"], cells["target"]
        if not source or not target:
            continue
        told = (cells["from"], cells["to"]) if cells.get("from") and cells.get("to") else named
        if told is None:
            raise XlcheckError(
                f"{path}:{line}: the languages are not given; add columns 'source language' and 'target language', "
                "or name the file after them (terms.en-vi.csv)"
            )
        for tag in told:
            if not well_formed(tag.replace("_", "-")):
                faults.append(f"{path}:{line}: '{tag}' is not a BCP 47 language tag; write, for instance, 'es'")
        languages = [formatted(tag.replace("_", "-")) for tag in told]
        key = (languages[0], unicodedata.normalize("NFC", source))
        group = groups.setdefault(key, _Group(f"{path}:{line}"))
        group.note = group.note or " ".join(cells.get("note", "").split())
        place = f"{path}:{line}"
        status = Status.ADMITTED if cells.get("fuzzy", "").lower() in ("true", "1") else Status.PREFERRED
        for term in (Term(source, languages[0], place=place), Term(target, languages[1], status, place=place)):
            if fault := group.terms.add(term):
                faults.append(f"{place}: {fault}")
    prefix = f"{PurePath(path).stem}:"
    found = (group.terms.concept(id="", kind="term", note=group.note, place=group.place) for group in groups.values())
    return _numbered([replace(concept, id=prefix + _first(concept)) for concept in found])
