"""What was found at a revision: whatever is found now and was not then, a change has brought about."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from xlcheck.config import Config
from xlcheck.model import Rule, XlcheckError
from xlcheck.pipeline.articles import is_source, stated
from xlcheck.pipeline.checking import checked
from xlcheck.pipeline.inputs import Input, Track
from xlcheck.pipeline.net import Net
from xlcheck.pipeline.workshop import Workshop
from xlcheck.read import parse
from xlcheck.read.revision import Revision


def found_at(name: str, config: Config, rules: Sequence[Rule[Any]], now: Workshop, track: Track) -> Mapping[str, int]:
    """How many findings of each fingerprint the paths had at a revision, with the glossaries of then.

    The settings are those of now, and ignores do not count. Glossaries that were no good then
    are those of now, too. What goes wrong with a document of then goes to the net; one that cannot be read had nothing
    found. Raises XlcheckError where git knows no such revision.
    """
    paths = (*config.paths, *((config.against,) if config.against else ()))
    revision = Revision.of(name, paths)
    files = revision.files(paths, config.excludes)
    inputs = [columns for path, data in files if (columns := _read(path, data, config))]
    if not inputs:
        return {}
    sourced = config.against and any(is_source(columns[0], config) for columns in inputs)
    config = config if sourced else replace(config, against=None)
    with TemporaryDirectory(prefix="xlcheck-") as folder:
        places = {path: revision.extract(path, Path(folder) / str(at)) for at, path in enumerate(config.glossaries)}
        shop = Workshop(config.with_glossaries(places), now.cache, now.executor)
        try:
            shop.glossary  # noqa: B018 - opened now
        except XlcheckError:
            shop = Workshop(config, now.cache, now.executor)
        _, findings = checked(inputs, rules, shop, track)
        for failure in shop.net.failures:
            now.net.fail(f"{name}: {failure}")
    return Counter(finding.fingerprint for finding in findings)


def _read(path: str, data: bytes, config: Config) -> Input:
    """The documents of a file; none of one that could not be read."""
    columns: Input = ()
    with Net().reading(path):
        columns = parse(path, data)
    if not columns:
        return ()
    return columns if len(columns) > 1 else (stated(columns[0], config),)
