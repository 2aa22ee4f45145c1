"""Which tests are run on a mutation, and in what order."""

from __future__ import annotations

import pytest
from mutants.reach import Reach
from mutants.sites import Mutation

OWN, OTHER, FAR, NONE = (
    "tests/find/test_dates.py::test_own",
    "tests/rules/test_x.py::test_other",
    "tests/rules/test_x.py::test_far",
    "tests/rules/test_x.py::test_none",
)
DATES = "xlcheck/find/dates.py"
REACH = Reach(
    seconds={NONE: 0.1, FAR: 0.1, OTHER: 0.2, OWN: 0.5},
    functions={f"{DATES}:dates": frozenset({OWN, OTHER}), f"{DATES}:_year": frozenset({FAR})},
    files={DATES: frozenset({OWN, OTHER, FAR})},
)


def mutation(function: str, path: str = DATES) -> Mutation:
    return Mutation(path, function, 1, 0, 1, "", "")


@pytest.mark.parametrize(
    ("function", "limit", "expected"),
    [
        ("dates", 60, [OWN, OTHER, FAR]),
        ("_year", 60, [OWN, FAR, OTHER]),
        ("", 60, [OWN, FAR, OTHER]),  # at the top of the module: whoever uses the file
        ("never_called", 60, [OWN, FAR, OTHER]),
        ("dates", 0.4, [OWN]),
    ],
)
def test_the_files_own_tests_come_first_then_who_calls_the_function(
    function: str, limit: float, expected: list[str]
) -> None:
    assert REACH.tests(mutation(function), limit) == expected


def test_a_file_that_no_test_reaches_has_none() -> None:
    assert REACH.tests(mutation("f", "xlcheck/find/other.py"), 60) == []
