"""Tasks and their outcomes as bytes, in the cache's format, for executors whose work is done elsewhere.

Whoever has the same settings can be a `Worker`: one in each process of a pool, say.
"""

from __future__ import annotations

from xlcheck.cache.frozen import Known, freeze, thaw
from xlcheck.config import Config
from xlcheck.model import Document
from xlcheck.pipeline.checking import check_group
from xlcheck.pipeline.executor import Outcome, Task, perform
from xlcheck.pipeline.grouping import article_of, rows_of
from xlcheck.pipeline.inputs import read_file
from xlcheck.pipeline.join import align_group
from xlcheck.pipeline.net import Net
from xlcheck.pipeline.workshop import Workshop
from xlcheck.read.formats import syntaxes

_STAGES = {stage.__name__: stage for stage in (read_file, article_of, rows_of, align_group, check_group)}


def packed(task: Task, shop: Workshop) -> bytes:
    """A task, with its documents, behind a line with its stage."""
    name = task.stage.__name__
    return f"{name}\n".encode() + freeze((task.documents, task.given), _known(name, shop))


def unpacked(data: bytes, task: Task, shop: Workshop) -> Outcome:
    """The outcome that a worker made of a task; what it says of the task's documents is about these very ones."""
    value, net = thaw(data, _known(task.stage.__name__, shop, task.documents))
    return Outcome(value, Net.of(net))


class Worker:
    """Does tasks of a run with these settings, from bytes to bytes. Raises XlcheckError as `pipeline.run`."""

    def __init__(self, config: Config) -> None:
        self._shop = Workshop(config)

    def __call__(self, data: bytes) -> bytes:
        """The outcome of a task that is `packed`."""
        stage, _, frozen = data.partition(b"\n")
        name = stage.decode()
        documents, given = thaw(frozen, _known(name, self._shop))
        outcome = perform(Task(_STAGES[name], documents, given), self._shop)
        return freeze((outcome.value, outcome.net.told), _known(name, self._shop, documents))


def _known(stage: str, shop: Workshop, documents: tuple[Document, ...] = ()) -> Known:
    """What both sides have; the glossaries are not opened to read files, which may turn out to hold nothing."""
    return Known(syntaxes=syntaxes()) if stage == read_file.__name__ else shop.known(documents)
