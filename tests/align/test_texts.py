"""The aligner as a library: lists of strings and vectors, no documents."""

from __future__ import annotations

import doctest

import numpy as np
import pytest

import xlcheck.align
from xlcheck.align import texts

EN = ["The president arrived in Beijing.", "He met the chinese leader.", "The talks ended on Monday."]
ES = [
    "El presidente llegó a Pekín.",
    "Nueva receta de pan.",
    "Se reunió con el líder chino.",
    "Las conversaciones terminaron el lunes.",
]


def test_strings_and_vectors_are_enough(encode):
    links = texts(EN, ES, encode(EN), encode(ES))
    assert [(link.source, link.target) for link in links] == [((0,), (0,)), ((), (1,)), ((1,), (2,)), ((2,), (3,))]
    assert all(0 < link.score <= 1 for link in links)


def test_empty_lists():
    nothing = np.zeros((0, 4), dtype=np.float32)
    assert texts([], [], nothing, nothing) == ()
    assert [link.target for link in texts([], ["a"], nothing, np.ones((1, 4), dtype=np.float32))] == [(0,)]


@pytest.mark.parametrize(("rows", "dim", "message"), [(2, 4, "one vector"), (3, 5, "same length")])
def test_vectors_that_do_not_fit_are_refused(rows, dim, message):
    with pytest.raises(ValueError, match=message):
        texts(EN, EN, np.ones((rows, dim), dtype=np.float32), np.ones((3, 4), dtype=np.float32))


def test_the_example_of_the_docstring_runs():
    failed, tried = doctest.testmod(xlcheck.align)
    assert tried
    assert not failed
