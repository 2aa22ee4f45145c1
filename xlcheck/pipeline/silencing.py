"""What a run ignores, and the baseline that it would write."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from pathlib import PurePath

from xlcheck.config import Config, rule_names
from xlcheck.model import Document, Event, Report
from xlcheck.model.path import absolute
from xlcheck.model.suppression import Silencing, Suppression, Trial
from xlcheck.pipeline.net import Net
from xlcheck.read import is_folder
from xlcheck.rules import RULES
from xlcheck.silence import baseline, beside, comments, ignores


def silencing(config: Config, events: Sequence[Event], before: Mapping[str, int], net: Net) -> Silencing:
    """What the configured files and the comments in the articles ignore.

    `before` has how many findings of each fingerprint there were before a change. What is wrong with the ignores of
    one document goes to the net. Raises XlcheckError with a line for each thing wrong in a file of all.
    """
    names = rule_names(RULES)
    entries = ignores.load(config.ignores, names) if config.ignores else ()
    known = baseline.load(config.baseline) if config.baseline else ()
    return Silencing(
        today=config.today or date.today(),
        entries=(*entries, *_of_documents(events, names, net)),
        baseline=Counter(baseline.counts(known)) | Counter(before),
        folders=tuple(absolute(path) for path in config.paths if is_folder(path)),
    )


def _of_documents(events: Sequence[Event], names: Mapping[str, str], net: Net) -> Iterator[Suppression]:
    """What the comments in the documents say, and then the files beside them."""
    files: dict[str, dict[Document, None]] = {}
    for document in (article.document for event in events for article in event.articles):
        files.setdefault(document.id, {})[document] = None
    for read in (comments.suppressions, beside.suppressions):
        for path, documents in files.items():
            with net.reading(path):
                yield from read(documents, names)


def renewed(
    report: Report, config: Config, known: Sequence[baseline.Known], file: str, prune: bool
) -> tuple[baseline.Known, ...]:
    """The baseline in `file`, where `known` stands now, as it should be after a run that used no baseline.

    Every finding of the run, or with `prune` those of them that are known; with what the run says nothing about.
    """
    folder = absolute(str(PurePath(file).parent))
    rules = {rule.code for rule in report.rules if rule.unit is not Trial}
    findings = [finding for finding in report.findings if finding.rule in rules]
    kept = baseline.unseen(known, folder, config.paths, rules)
    if prune:
        return (*kept, *baseline.still_there([entry for entry in known if entry not in kept], findings))
    return (*kept, *baseline.recorded(findings, folder))
