"""Where the work of a run is done: one task apart from the others, in whatever order.

A task is pure: what it gives depends on the settings of the run, its documents and what else it is given. All of these
can be sent elsewhere (`wire`), so an executor may be a pool of processes or a cluster.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Protocol

from xlcheck.model import Document
from xlcheck.pipeline.net import Net

if TYPE_CHECKING:
    from xlcheck.pipeline.workshop import Workshop


@dataclass(frozen=True, slots=True, eq=False)
class Task:
    """A call `stage(shop, documents, *given)`, for a stage that `wire` knows and values that the cache can keep."""

    stage: Callable[..., Any]
    documents: tuple[Document, ...] = ()
    given: tuple[Any, ...] = ()


@dataclass(frozen=True, slots=True, eq=False)
class Outcome:
    """What a task gives, and what went wrong with its documents."""

    value: Any
    net: Net


class Executor(Protocol):
    """Does tasks."""

    def run(self, tasks: Iterable[Task], shop: Workshop) -> Iterator[tuple[int, Outcome]]:
        """The outcomes with the numbers of their tasks, as they get done.

        Raises the XlcheckError of a task.
        """


class Serial:
    """Does one task after the other, here."""

    def run(self, tasks: Iterable[Task], shop: Workshop) -> Iterator[tuple[int, Outcome]]:
        """The outcomes in the order of the tasks, each of which is asked for when the one before is done."""
        for number, task in enumerate(tasks):
            yield number, perform(task, shop)


def perform(task: Task, shop: Workshop) -> Outcome:
    """Do a task with the glossaries and the model of a shop. Raises XlcheckError where these are no good."""
    net, shop.net = shop.net, Net()
    try:
        return Outcome(task.stage(shop, task.documents, *task.given), shop.net)
    finally:
        shop.net = net
