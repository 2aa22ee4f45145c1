"""From documents to events and what the rules find in them, event by event, so that only what changed is checked."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Any

from xlcheck.cache import shape
from xlcheck.check import Guard, check, in_order, paths
from xlcheck.model import Document, Event, Finding, Rule
from xlcheck.model.collection import Collection
from xlcheck.pipeline.executor import Task
from xlcheck.pipeline.grouping import Group, groups
from xlcheck.pipeline.inputs import Input, Track
from xlcheck.pipeline.join import event, with_all_gaps
from xlcheck.pipeline.workshop import Workshop
from xlcheck.rules import RULES

Checked = tuple[Event, tuple[Finding, ...]]


def checked(
    inputs: Sequence[Input], rules: Sequence[Rule[Any]], shop: Workshop, track: Track
) -> tuple[tuple[Event, ...], tuple[Finding, ...]]:
    """The events in the order of their first paths, and all findings, however sure, in the order of their places."""
    codes = tuple(rule.code for rule in rules if rule.unit is not Collection)
    tasks = (
        Task(check_group, group.documents, (group.sourced, group.table, codes))
        for group in track(groups(inputs, shop, track), "checking")
    )
    told = [outcome for outcome in shop.perform(tasks) if outcome]
    happenings = tuple(event for event, _ in told if event.articles)
    across = check(happenings, (rule for rule in rules if rule.unit is Collection), 0.0, guarded(shop))
    return happenings, in_order((*across, *(finding for _, findings in told for finding in findings)))


def check_group(
    shop: Workshop, documents: tuple[Document, ...], sourced: bool, table: bool, codes: Sequence[str]
) -> Checked | None:
    """A group as an event, and what the rules of these codes find in it; None where something goes wrong with it."""

    def found() -> Checked:
        happening = with_all_gaps(event(Group(documents, sourced, table), shop), shop)
        return happening, check([happening], [rule for rule in RULES if rule.code in codes], 0.0, guarded(shop))

    with shop.net.around([document.id for document in documents], "while checking"):
        parts = ["checked", tuple(codes), sourced, table]
        return shop.recall(parts, documents, partial(_fits, documents), found)
    return None


def guarded(shop: Workshop) -> Guard:
    """What goes on with the other rules and units where a rule goes wrong."""
    return lambda rule, unit: shop.net.around(paths(unit), f"in rule {rule.code}")


_is_checked = shape(Checked)


def _fits(documents: Sequence[Document], kept: Any) -> bool:
    """Whether an event is one of these documents, in their order, and holds together."""
    if not _is_checked(kept):
        return False
    articles = kept[0].articles
    return (
        [article.document for article in articles] == list(documents)
        and all(each.source in articles and each.target in articles for each in kept[0].alignments)
        and all(len(row.sentences) == len(articles) for row in kept[0].rows)
    )
