"""Glossaries: from files to concepts, checked, with every error told at once."""

import hashlib
import json
from collections.abc import Iterator, Sequence
from pathlib import Path

from xlcheck.model import Concept, Glossary, XlcheckError
from xlcheck.terms import toml

_READERS = {".toml": toml.read}


def load(paths: Sequence[str]) -> Glossary:
    """Read glossary files, and the glossary files of folders.

    The result does not depend on the order of `paths`; a file named twice is read once; no path gives
    the empty glossary. Raises XlcheckError with one line for each thing wrong in any of the files.
    """
    concepts: list[Concept] = []
    errors: list[str] = []
    for file in sorted({file for path in paths for file in _files(path)}):
        try:
            concepts += _READERS[file.suffix](str(file))
        except XlcheckError as error:
            errors.append(str(error))
    errors += _twice(concepts)
    if errors:
        raise XlcheckError("\n".join(errors))
    return Glossary(tuple(concepts), _digest(concepts) if concepts else "")


def _files(path: str) -> Iterator[Path]:
    place = Path(path)
    known = " or ".join(_READERS)
    if place.is_dir():
        files = sorted(file for file in place.iterdir() if file.suffix in _READERS)
        if not files:
            raise XlcheckError(f"{path}: no glossary in this folder; name one with {known} files")
        yield from files
    elif not place.exists():
        raise XlcheckError(f"{path}: no such glossary; check the path")
    elif place.suffix not in _READERS:
        raise XlcheckError(f"{path}: not a glossary that can be read; a {known} file is expected")
    else:
        yield place


def _twice(concepts: Sequence[Concept]) -> Iterator[str]:
    first: dict[str, Concept] = {}
    for concept in concepts:
        known = first.setdefault(concept.id, concept)
        if known is not concept:
            yield (
                f"{concept.place}: concept '{concept.id}' is already at {known.place}; "
                "put their terms together or rename one"
            )


def _digest(concepts: Sequence[Concept]) -> str:
    """The first 12 hex digits of the SHA-256 of all content but the places."""
    content = sorted(
        ([c.id, c.kind, c.note, c.source, *([t.language, t.status, t.text] for t in c.terms)] for c in concepts),
        key=lambda entry: str(entry[0]),
    )
    canonical = json.dumps(content, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(canonical.encode()).hexdigest()[:12]
