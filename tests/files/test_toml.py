"""Where the values of a TOML text stand, and keys that are too long to be meant."""

import pytest

from xlcheck.files.toml import blocks, loads
from xlcheck.model import XlcheckError

CONCEPT = """\
[[concept]]
id = "a"
vi = { preferred = "Ha Noi", admitted = [
  "Hanoi",
  "Ha Noi",
] }
[[concept.examples]]
wrong = "one"
right = "Ha Noi"
[[concept.examples]]
wrong = "Ha Noi"
"""


def test_a_value_stands_behind_its_key() -> None:
    _, concept = blocks(CONCEPT, "concept")
    assert concept.place("vi", "preferred", value="Ha Noi") == 3
    assert concept.place("vi", "admitted", value="Ha Noi") == 5
    assert concept.place("examples", value="Ha Noi") == 9
    assert concept.place("vi", "forbidden", value="Ha Noi") == 3
    assert concept.place("vi", "admitted", value="Hue") == 3
    assert concept.place("zh") == 1


def test_a_key_that_comes_again() -> None:
    _, concept = blocks(CONCEPT, "concept")
    assert [concept.nth(number, "examples", "wrong") for number in range(3)] == [8, 11, 7]


@pytest.mark.parametrize("key", ["a" + ".a" * 100, 'a . "b"' + ". 'c d'" * 99, "[a" + ".a" * 100 + "]"])
def test_a_key_of_very_many_names_is_refused(key: str) -> None:
    text = f"x = 1\n{key}" + ("" if key[0] == "[" else " = 1")
    with pytest.raises(XlcheckError, match=r"^x\.toml:2: a dotted key of more than 100 parts; shorten it$"):
        loads(text, "x.toml")


@pytest.mark.parametrize(
    "text", ["# a" + ".a" * 200 + "\nx = 1", 'x = 1\ny = "a' + ".a" * 200 + '"', "a" + ".a" * 99 + " = 1"]
)
def test_dots_elsewhere_are_no_key(text: str) -> None:
    assert loads(text, "x.toml")
