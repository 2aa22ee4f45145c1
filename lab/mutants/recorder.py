"""A pytest plugin. With XLCHECK_REACH it notes which functions of the package every test calls, and its CPU seconds;
with XLCHECK_CHOSEN it runs the tests of a list in the list's order, and notes the first that fails.
"""

from __future__ import annotations

import json
import os
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from types import CodeType, FrameType

import pytest


class Reach:
    """Follows calls, not lines: a line's tests are those of its function, and a run takes twice its time, not ten
    times.
    """

    def __init__(self, folder: Path, package: Path) -> None:
        self.folder = folder
        self.package = f"{package}{os.sep}"
        self.root = len(str(package.parent)) + 1
        self.seen: set[CodeType] = set()
        self.tests: dict[str, tuple[float, list[str]]] = {}
        self.failed: set[str] = set()

    def called(self, frame: FrameType, event: str, argument: object) -> None:  # noqa: ARG002
        self.seen.add(frame.f_code)

    def functions(self) -> list[str]:
        ours = [code for code in self.seen if code.co_filename.startswith(self.package)]
        names = {f"{code.co_filename[self.root :]}:{code.co_qualname.partition('.<locals>')[0]}" for code in ours}
        return sorted(names)

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_protocol(self, item: pytest.Item) -> Iterator[None]:
        self.seen.clear()
        begun = time.process_time()
        threading.settrace(self.called)
        sys.settrace(self.called)
        try:
            return (yield)
        finally:
            sys.settrace(None)
            threading.settrace(None)  # type: ignore[arg-type]
            self.tests[item.nodeid] = (time.process_time() - begun, self.functions())

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        if report.failed:
            self.failed.add(report.nodeid)

    def pytest_sessionfinish(self) -> None:
        for test in self.failed:  # what fails with nothing broken cannot notice a mistake
            self.tests.pop(test, None)
        if self.tests:
            name = os.environ.get("PYTEST_XDIST_WORKER", "all")
            (self.folder / f"{name}.json").write_text(json.dumps(self.tests), "utf-8")


class Chosen:
    """The tests that may notice a mutation, the likeliest first."""

    def __init__(self, file: Path) -> None:
        self.order = {name: place for place, name in enumerate(json.loads(file.read_text("utf-8")))}
        self.noted = file.with_suffix(".failed")

    @pytest.hookimpl(trylast=True)
    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        last = len(self.order)
        items[:] = sorted(
            (item for item in items if item.nodeid in self.order), key=lambda item: self.order.get(item.nodeid, last)
        )

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        if report.failed and not self.noted.exists():
            self.noted.write_text(report.nodeid, "utf-8")


def pytest_configure(config: pytest.Config) -> None:
    if reach := os.environ.get("XLCHECK_REACH"):
        if not hasattr(config, "workerinput") and config.getoption("numprocesses", None):
            return
        config.pluginmanager.register(Reach(Path(reach), config.rootpath / "xlcheck"))
    if chosen := os.environ.get("XLCHECK_CHOSEN"):
        config.pluginmanager.register(Chosen(Path(chosen)))
