"""A net around every document: what goes wrong with one of them is a line, and the others are checked."""

from __future__ import annotations

import logging
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from xlcheck.model import XlcheckError
from xlcheck.model.errors import mistake

_LOG = logging.getLogger(__name__)
_PANIC = "PanicException"
"""What a library in Rust raises where it gives up; a BaseException, but no wish to end the run."""

_OTHERS = "; the others are checked"


Told = tuple[tuple[tuple[str, str, str], ...], tuple[str, ...], tuple[str, ...]]
"""Failures (the documents, the stage, the line), notes, and what could not be read."""


class Net:
    """What went wrong so far with documents (`failures`), and which of them have nothing to check (`notes`)."""

    def __init__(self) -> None:
        self._failures: dict[tuple[str, str], str] = {}
        self._notes: list[str] = []
        self.unread: list[str] = []
        """The inputs of which nothing could be read, by their paths."""

    @property
    def failures(self) -> tuple[str, ...]:
        """A line each, or several for an input with several mistakes."""
        return tuple(self._failures.values())

    @property
    def notes(self) -> tuple[str, ...]:
        """A line each."""
        return tuple(self._notes)

    @property
    def error(self) -> XlcheckError:
        """All failures as one error, for who has nothing to go on with."""
        return XlcheckError(*(line.removesuffix(_OTHERS) for line in self.failures))

    @property
    def told(self) -> Told:
        """All that it holds."""
        failures = tuple((*place, line) for place, line in self._failures.items())
        return failures, tuple(self._notes), tuple(self.unread)

    @classmethod
    def of(cls, told: Told) -> Net:
        """The net that `told` this."""
        net = cls()
        failures, net._notes[:], net.unread[:] = told
        net._failures = {(documents, when): line for documents, when, line in failures}
        return net

    def take(self, other: Net) -> None:
        """Hold what another one holds, too."""
        for place, line in other._failures.items():
            self._failures.setdefault(place, line)
        self._notes += other._notes
        self.unread += other.unread

    def fail(self, line: str) -> None:
        self._failures.setdefault((line, ""), line)

    def note(self, line: str) -> None:
        self._notes.append(line)

    @contextmanager
    def around(self, paths: Sequence[str], when: str) -> Iterator[None]:
        """Go on behind whatever is raised inside about these documents but an XlcheckError, which is of the whole run.

        Of several mistakes at the same stage (`when`) of the same documents the first is kept.
        """
        try:
            yield
        except XlcheckError:
            raise
        except BaseException as error:
            if not isinstance(error, Exception) and type(error).__name__ != _PANIC:
                raise
            name = _named(paths)
            line = self._failures.setdefault((name, when), mistake(name, error, when) + _OTHERS)
            _LOG.debug("%s", line, exc_info=True)

    @contextmanager
    def reading(self, path: str) -> Iterator[None]:
        """As `around`, for the stage in which an XlcheckError is of the document, too."""
        before = len(self._failures)
        try:
            with self.around((path,), "while reading"):
                yield
        except XlcheckError as error:
            for line in error.lines:
                self.fail(line)
        if len(self._failures) > before:
            self.unread.append(path)


class Unfinished(Exception):
    """Carries what was made past a cache: some document in it went wrong, and would not be told of the next time."""

    def __init__(self, value: object) -> None:
        super().__init__()
        self.value = value


def _named(paths: Sequence[str]) -> str:
    first, *others = dict.fromkeys(paths)
    return first if not others else f"{first}, {others[0]}" if len(others) == 1 else f"{first} and {len(others)} others"
