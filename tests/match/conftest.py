"""Articles made of lines, and the seeds, with their vectors."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from xlcheck.embed import Encoder, load
from xlcheck.find import Finder
from xlcheck.model import Article, Document, Glossary, Sentence, Span
from xlcheck.read import read
from xlcheck.segment import segment
from xlcheck.tag import page_language, tag

Page = tuple[Article, NDArray[np.float32]]


@pytest.fixture(scope="session")
def encoder() -> Encoder:
    return load(None)


@pytest.fixture(scope="session")
def make(encoder: Encoder) -> Callable[..., Page]:
    """Turns lines into an article with facts, and its vectors."""
    finder = Finder(Glossary())

    def article(lines: Sequence[tuple[str, str]], published: date | None = None, path: str = "page.txt") -> Page:
        text = "\n".join(line for _, line in lines)
        document = Document(path, text, lines[0][0], published)
        sentences, start = [], 0
        for language, line in lines:
            sentence = Sentence(Span(document, start, start + len(line)), language)
            sentences.append(finder.find(sentence, published))
            start += len(line) + 1
        return Article(document, lines[0][0], tuple(sentences)), encoder.encode([line for _, line in lines])

    return article


@pytest.fixture(scope="session")
def seed_pages(seeds: Path, encoder: Encoder) -> list[Page]:
    finder, pages = Finder(Glossary()), []
    for path in sorted(seeds.glob("0*.txt")):
        (document,) = read(str(path))
        sentences = tag(segment(document), (), document.language)
        found = tuple(finder.find(sentence, document.date) for sentence in sentences)
        article = Article(document, page_language(document, sentences), found)
        pages.append((article, encoder.encode([sentence.text for sentence in sentences])))
    return pages
