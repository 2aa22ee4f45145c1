"""Glossaries to the content of files, with a line for each thing that a format can't hold."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import NamedTuple

from xlcheck.model import Glossary, XlcheckError
from xlcheck.terms import csv, tbx_text, toml_text, xlsx
from xlcheck.terms.toml import language_key


class Written(NamedTuple):
    """A file's content, and a line `path:line: what is lost` for each thing that the format can't hold."""

    content: str | bytes
    losses: tuple[str, ...] = ()


def write(glossary: Glossary, form: str) -> Written:
    """A glossary in one of `FORMATS`.

    Raises XlcheckError for another format, where an extra is missing, and for a glossary without concepts.
    """
    if form not in FORMATS:
        raise XlcheckError(f"'{form}' is not a glossary format; use one of {', '.join(FORMATS)}")
    if not glossary.concepts:
        raise XlcheckError("no concepts to write; name a glossary with concepts")
    if form.startswith("tbx"):
        return FORMATS[form](glossary)
    named, losses = _without_id_key(glossary)
    written = FORMATS[form](named)
    return Written(written.content, losses + written.losses)


FORMATS: Mapping[str, Callable[[Glossary], Written]] = {
    "toml": lambda glossary: Written(toml_text.write(glossary)),
    "csv": lambda glossary: Written(*csv.write(glossary, ",")),
    "tsv": lambda glossary: Written(*csv.write(glossary, "\t")),
    "tbx": lambda glossary: Written(*tbx_text.write(glossary, tbx_text.DCA)),
    "tbx-dct": lambda glossary: Written(*tbx_text.write(glossary, tbx_text.DCT)),
    "tbx-v2": lambda glossary: Written(*tbx_text.write(glossary, tbx_text.V2)),
    "xlsx": lambda glossary: Written(*xlsx.write(glossary)),
}


def _without_id_key(glossary: Glossary) -> tuple[Glossary, tuple[str, ...]]:
    """The glossary with `id-ID` for Indonesian, whose tag is the key that names a concept."""
    losses: list[str] = []
    concepts = []
    for concept in glossary.concepts:
        terms = tuple(replace(term, language=language_key(term.language)) for term in concept.terms)
        examples = tuple(replace(example, language=language_key(example.language)) for example in concept.examples)
        if (terms, examples) != (concept.terms, concept.examples):
            losses.append(
                f"{concept.place}: Indonesian is written as 'id-ID', because 'id' names the concept '{concept.id}'"
            )
        concepts.append(replace(concept, terms=terms, examples=examples))
    return replace(glossary, concepts=tuple(concepts)), tuple(losses)
