"""Whether a glossary does what its own examples say, and what a text would have it hold."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import replace

from xlcheck.config import Config
from xlcheck.find import Finder
from xlcheck.find.mentions import MentionFinder
from xlcheck.model import Document, Example, Glossary, XlcheckError
from xlcheck.pipeline.inputs import Track, read_all
from xlcheck.pipeline.join import join
from xlcheck.segment import segment
from xlcheck.tag import tag
from xlcheck.terms import load


def load_glossary(paths: Sequence[str]) -> Glossary:
    """The glossary of these files and folders, which does what its examples say.

    Raises XlcheckError with a line for each thing wrong in a file, or for each example that fails.
    """
    glossary = load(paths)
    if failing := failing_examples(glossary):
        raise XlcheckError("\n".join(failing))
    return glossary


def proposals(config: Config, most: int, track: Track) -> tuple[str, tuple[str, ...]]:
    """A TOML glossary of at most so many concepts that the configured texts suggest, and what could not be read.

    Raises XlcheckError when there is nothing to read, or the glossary or the model cannot be loaded.
    """
    from xlcheck.terms.suggest import suggest, write

    glossary = load_glossary(config.glossary)
    inputs, failures = read_all(config, track)
    happenings, _ = join(inputs, config, Finder(glossary), track)
    alignments = [alignment for happening in happenings for alignment in happening.alignments]
    return write(suggest(alignments, glossary, most)), failures


def failing_examples(glossary: Glossary) -> tuple[str, ...]:
    """A line `path:line: what fails; what to do` for each example that the glossary doesn't mend as it says.

    An example is mended by writing the preferred term for every term that is deprecated or forbidden; what is right
    must have none of these.
    """
    finder = MentionFinder(glossary)
    examples = (example for concept in glossary.concepts for example in concept.examples)
    return tuple(fault for example in examples if (fault := _fault(example, finder)))


def _fault(example: Example, finder: MentionFinder) -> str:
    mended, right = (_mended(text, example.language, finder) for text in (example.wrong, example.right))
    if right != _normal(example.right):
        return (
            f"{example.place}: the example's right side is itself mended, to “{right}”; mend the example or the terms"
        )
    if mended == _normal(example.wrong):
        return f"{example.place}: no deprecated or forbidden term is found in “{example.wrong}”; add one to the concept"
    if mended != right:
        return f"{example.place}: the example is mended to “{mended}”, not to “{right}”; mend the example or the terms"
    return ""


def _mended(text: str, language: str, finder: MentionFinder) -> str:
    """The text in NFC with the preferred term in place of each term that is not accepted."""
    document = Document("example", text, language=language)
    mentions = [
        mention
        for sentence in tag(segment(document), (), language)
        for mention in finder.find(replace(sentence, language=language))
        if not mention.term.status.accepted
    ]
    for mention in sorted(mentions, key=lambda mention: mention.span.start, reverse=True):
        if preferred := mention.concept.preferred(language):
            text = text[: mention.span.start] + preferred.text + text[mention.span.end :]
    return _normal(text)


def _normal(text: str) -> str:
    return unicodedata.normalize("NFC", text)
