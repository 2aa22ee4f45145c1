"""Inputs that once broke something, a file for each target: whatever came of them must not come again."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import notation
import pytest
import targets
from attempt import SLOWLY, Outcome, attempt

CORPUS = Path(__file__).with_name("corpus")


def entries() -> Iterator[Any]:
    """A line with a word on what it broke, which begins with `#`, then the input on a line of its own."""
    for file in sorted(CORPUS.glob("*.txt")):
        about = ""
        for number, line in enumerate(file.read_text("utf-8").split("\n"), 1):
            if line.startswith("# "):
                about = line[2:]
            elif line:
                yield pytest.param(file.stem, notation.read(line), about, id=f"{file.name}:{number}")


def is_right(outcome: Outcome) -> bool:
    """How long it took is no question here: the machine may be busy, and what never ends is stopped."""
    return not outcome.fault or outcome.fault.startswith(SLOWLY)


@pytest.mark.parametrize(("name", "data", "about"), [*entries()])
def test_what_once_broke(name: str, data: bytes, about: str) -> None:
    assert about, "an input without a word on what it broke"
    outcome = attempt(targets.TARGETS[name], data)
    assert is_right(outcome), f"{about}: {outcome.fault}\n{outcome.details}"


@pytest.mark.parametrize("name", targets.TARGETS)
def test_seeds(name: str) -> None:
    """What a campaign starts from is in order; a target that refuses all of it tests nothing."""
    outcomes = [attempt(targets.TARGETS[name], data) for data in targets.TARGETS[name].seeds]
    assert not [outcome.details or outcome.fault for outcome in outcomes if not is_right(outcome)]
    assert any(not outcome.refused for outcome in outcomes)
