"""Development data in pages: whole documents, with what is known of the errors in them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import sound_news

from observing.observation import UNKNOWN, Observation, observed
from xlcheck import pipeline
from xlcheck.config import Config
from xlcheck.model import Finding, Span

_SETS = ((("en", "es"), True), (("vi", "zh"), True), (sound_news.FOCUS, False), (sound_news.EVERY, False))
"""The languages of an event, and whether the first is named as the source."""

_EVERY = {"dev": 1, "train": 4}
"""Of so many documents one is taken."""
_AROUND = 90
"""Characters before and behind a place that a reader sees."""


def around(span: Span) -> str:
    text = span.document.text
    start, end = max(0, span.start - _AROUND), min(len(text), span.end + _AROUND)
    return (
        f"{span.document.language or span.document.id}: {text[start : span.start]}[{span.text}]{text[span.end : end]}"
    )


def seen(finding: Finding) -> Iterator[str]:
    yield from map(around, (finding.at, *finding.related[:3]))


def of(finding: Finding, source: str, truth: str = UNKNOWN, *, planted: bool = False) -> Observation:
    return observed(finding, source, truth, seen(finding), planted=planted)


def news(shared: Path, part: str) -> Iterator[Observation]:
    """Professional translations, in two, four and twelve languages, the source named or not."""
    with TemporaryDirectory() as made:
        for folder in sound_news.write(shared / sound_news.PARTS[part], Path(made))[:: _EVERY[part]]:
            for languages, named in _SETS:
                files = [str(folder / f"{language}.txt") for language in languages]
                config = Config(paths=tuple(files), against=files[0] if named else None, pedantic=True)
                yield from (of(finding, f"ntrex {part}") for finding in pipeline.run(config).findings)


def sites(shared: Path) -> Iterator[Observation]:
    """Translated documentation as it is, each page with its source."""
    for folder in ("glossary", "tutorial"):
        root = shared / "dev" / "docs_sites" / folder
        for page in sorted((root / "en").glob("*.md"))[::3]:
            versions = [str(path) for path in sorted(root.glob(f"*/{page.name}")) if path != page]
            config = Config(paths=(str(page), *versions), against=str(page), pedantic=True)
            yield from (of(finding, "docs_sites") for finding in pipeline.run(config).findings)
