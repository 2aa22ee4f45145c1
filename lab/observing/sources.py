"""All development data by name, each run through xlcheck at every level."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from observing import changed, glossed, leftovers, pages
from observing.observation import Observation, observed
from observing.tables import TABLES, Table
from xlcheck import pipeline
from xlcheck.config import Config

_OF_A_TEXT = ("XL103", "XL113", "XL403", "XL404", "XL501")
"""Rules that take the rows of a table for one text, which rows from all over are not."""


def _checked(table: Table) -> Iterator[Observation]:
    """The findings of a table, as a user has it: a file with two columns; of texts without translations, a page."""
    texts = [tuple(" ".join(text.split()) for text in row) for row in table.rows]
    pair = bool(table.languages[1])
    with TemporaryDirectory() as folder, contextlib.chdir(folder):
        path = Path("table.tsv" if pair else f"page.{table.languages[0]}.txt")
        lines = ["\t".join(row) for row in (table.languages, *texts)] if pair else [text for text, _ in texts]
        path.write_text("\n".join(lines) + "\n", "utf-8")
        report = pipeline.run(Config(paths=(path.name,), pedantic=True))
    for finding in report.findings:
        if table.running or finding.rule not in _OF_A_TEXT:
            line, _ = finding.at.document.position(finding.at.start)
            row = line - 1 - pair
            seen = (*(f"{tag}: {text}" for tag, text in zip(table.languages, texts[row], strict=True)), finding.at.text)
            truth = table.truth(finding, row)
            yield observed(finding, f"{table.name} {'-'.join(table.languages)}", truth, seen, planted=table.planted)


def _of_tables(name: str, shared: Path) -> Iterator[Observation]:
    for table in TABLES[name](shared):
        yield from _checked(table)


SOURCES: Mapping[str, Callable[[Path], Iterable[Observation]]] = {
    **{name: partial(_of_tables, name) for name in TABLES},
    "events": changed.planted_events,
    "easyvibe": leftovers.corrected,
    "leftovers": leftovers.planted,
    "names_zh_en": glossed.marked_names,
    "eamt_names": glossed.accepted_names,
    "wmt25_terms": glossed.glossed,
    "docs_sites": pages.sites,
    "ntrex_dev": partial(pages.news, part="dev"),
    "ntrex_train": partial(pages.news, part="train"),
}
"""Where findings are observed. Not `cases` nor `docs_fixed`: what is in them was chosen because checkers failed on it,
as their READMEs say, so that the share of right findings there means nothing."""
