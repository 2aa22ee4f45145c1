"""Glossaries that do what their own examples say."""

from __future__ import annotations

import unicodedata
from dataclasses import replace

from xlcheck.find.mentions import MentionFinder
from xlcheck.model import Document, Example, Glossary, XlcheckError
from xlcheck.segment import segment
from xlcheck.tag import tag


def sound(glossary: Glossary) -> Glossary:
    """The glossary, if it does what its examples say.

    Raises XlcheckError with a line for each example that fails.
    """
    if failing := failing_examples(glossary):
        raise XlcheckError(*failing)
    return glossary


def failing_examples(glossary: Glossary) -> tuple[str, ...]:
    """A line `path:line: what fails; what to do` for each example that the glossary doesn't mend as it says.

    An example is corrected by writing the preferred term for every term that is deprecated or forbidden; what is right
    must have none of these.
    """
    finder = MentionFinder(glossary)
    examples = (example for concept in glossary.concepts for example in concept.examples)
    return tuple(fault for example in examples if (fault := _fault(example, finder)))


def _fault(example: Example, finder: MentionFinder) -> str:
    mended, right = (_mended(text, example.language, finder) for text in (example.wrong, example.right))
    if right != _normal(example.right):
        return f"{example.place}: the example's right side becomes “{right}”; correct the example or the terms"
    if mended == _normal(example.wrong):
        return f"{example.place}: “{example.wrong}” contains no deprecated or forbidden term; add one to the concept"
    if mended != right:
        return f"{example.place}: the example's wrong side becomes “{mended}”, not “{right}”; correct it or the terms"
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
