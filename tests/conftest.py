"""What several rooms' tests stand on."""

from __future__ import annotations

import signal
from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import Any, TypeVar

import pytest

from xlcheck.cache import Cache, Fits, Known
from xlcheck.cache.frozen import freeze, thaw

ROOT = Path(__file__).resolve().parents[1]
T = TypeVar("T")

BY_FIXTURE = {"browser": "browser", "shared": "development"}
"""The marker of tests that need a fixture, at first or second hand."""

SLOW = (
    "align/test_determinism.py",
    "align/test_figures.py",
    "embed/test_load.py",
    "mend/test_right_text.py",
    "pipeline/test_net.py",
    "review/test_command.py",
    "test_action.py",
    "test_cached.py",
    "test_diff.py",
    "test_pre_commit.py",
    "test_watch.py",
)
"""Files of tests that start programs or check whole folders again and again: each took over five seconds of the 380
that all tests took one after the other.
"""


def pytest_configure() -> None:
    """Shells start background jobs with SIGINT ignored, nohup with SIGHUP; the programs that tests stop would inherit
    that.
    """
    for name, usual in (("SIGINT", signal.default_int_handler), ("SIGHUP", signal.SIG_DFL)):
        if number := getattr(signal, name, None):
            signal.signal(number, usual)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The markers of `pyproject.toml`, so that no test has to name them."""
    slow = {ROOT / "tests" / name for name in SLOW}
    assert all(path.is_file() for path in slow), "a file named in SLOW has moved"
    for item in items:
        for fixture, marker in BY_FIXTURE.items():
            if fixture in getattr(item, "fixturenames", ()):
                item.add_marker(marker)
        if item.path in slow:
            item.add_marker("slow")


@pytest.fixture(autouse=True)
def own_cache(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> None:
    """Tests leave the user's folder for caches alone, and share one among them; they use our own model."""
    monkeypatch.delenv("XLCHECK_MODEL", raising=False)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.getbasetemp() / "cache"))


@pytest.fixture(scope="session")
def seeds() -> Path:
    """The five seed articles."""
    return ROOT / "seeds"


@pytest.fixture(scope="session")
def shared() -> Path:
    """The development data beside the project; tests that need it skip where it is missing."""
    folder = ROOT.parent / "shared"
    if not folder.is_dir():
        pytest.skip("the development data folder 'shared' is not beside the project")
    return folder


class ThawingCache(Cache):
    """Every value that a run makes goes to bytes and back, and must come back as it was; the run goes on with that."""

    def recall(self, name: str, known: Known, fits: Fits, make: Callable[[], T]) -> T:  # noqa: ARG002
        made = make()
        again: T = thaw(freeze(made, known), known)
        assert fits(again) and alike(made, again, {}, {})
        return again


def alike(one: Any, other: Any, there: dict[int, Any], back: dict[int, Any]) -> bool:
    """Whether two values are the same to the last part, and what is one object in the one is one in the other.

    Fields that are never compared are what a value works out for itself.
    """
    if one is other:
        return True
    if type(one) is not type(other):
        return False
    if is_dataclass(one):
        if id(one) in there or id(other) in back:
            return there.get(id(one)) is other and back.get(id(other)) is one
        there[id(one)], back[id(other)] = other, one
        names = [field.name for field in fields(one) if field.compare]
        return all(alike(getattr(one, name), getattr(other, name), there, back) for name in names)
    if isinstance(one, Mapping):
        return list(one) == list(other) and all(alike(one[key], other[key], there, back) for key in one)
    if isinstance(one, (tuple, list)):
        return len(one) == len(other) and all(alike(*both, there, back) for both in zip(one, other, strict=True))
    return repr(one) == repr(other) if isinstance(one, float) else bool(one == other)


@pytest.fixture
def thawing(monkeypatch: pytest.MonkeyPatch) -> type[Cache]:
    """Runs whose every value is kept and recalled at once."""
    monkeypatch.setattr("xlcheck.pipeline.workshop.kept", lambda _: ThawingCache())
    return ThawingCache
