"""Texts and their vectors for the aligner's tests."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
import pytest
from numpy.typing import NDArray

from xlcheck.align import align
from xlcheck.embed import load
from xlcheck.find import Finder
from xlcheck.model import Document, Glossary, Pair, Sentence, Span

Aligner = Callable[..., tuple[Pair, ...]]


@pytest.fixture(scope="session")
def encode() -> Callable[[Sequence[str]], NDArray[np.float32]]:
    return load(None).encode


@pytest.fixture(scope="session")
def sentences() -> Callable[[Sequence[str], str], list[Sentence]]:
    """Sentences of one document, a line each, with their facts; `paragraph` is the index."""
    finder = Finder(Glossary())

    def made(texts: Sequence[str], language: str) -> list[Sentence]:
        document = Document(f"text.{language}", "\n".join(texts), language)
        found = []
        start = 0
        for index, text in enumerate(texts):
            found.append(finder.find(Sentence(Span(document, start, start + len(text)), language, index), None))
            start += len(text) + 1
        return found

    return made


@pytest.fixture(scope="session")
def pair_up(encode: Callable[..., NDArray[np.float32]], sentences: Callable[..., list[Sentence]]) -> Aligner:
    """Align two lists of texts, each in a language."""

    def paired(source: Sequence[str], target: Sequence[str], language: str, other: str) -> tuple[Pair, ...]:
        one, two = sentences(source, language), sentences(target, other)
        return align(one, two, encode(source), encode(target))

    return paired
