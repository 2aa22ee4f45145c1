"""What a page says of itself: the language it is in and the one it was translated from."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import cache

from xlcheck.lang import Language, language_names
from xlcheck.model import Document, Sentence, primary
from xlcheck.model.language import UNDETERMINED
from xlcheck.tag.weights import WEIGHTS

LEAD_WEIGHTS = (3, 1, 1)
"""How much the first paragraphs of a page, headline included, speak for its language."""


def page_language(document: Document, sentences: Sequence[Sentence]) -> str:
    """The language that a page is in: declared, or that of its headline and lead, never of its majority.

    A page whose body was left in another language is still a page in its headline's. Quotations do not speak for the
    page. `und` where nothing tells.
    """
    if document.language:
        return document.language
    paragraphs: dict[int, list[Sentence]] = {}
    for sentence in sentences:
        if sentence.language != UNDETERMINED and not sentence.quoted:
            paragraphs.setdefault(sentence.paragraph, []).append(sentence)
    votes: Counter[str] = Counter()
    for weight, paragraph in zip(LEAD_WEIGHTS, paragraphs.values(), strict=False):
        spoken = Counter({s.language: 0 for s in paragraph})
        for sentence in paragraph:
            spoken[sentence.language] += len(sentence.text)
        language, letters = spoken.most_common(1)[0]
        votes[language] += weight * min(letters, WEIGHTS.voice)
    return votes.most_common(1)[0][0] if votes else "und"


def original_language(sentences: Sequence[Sentence], page: str) -> str | None:
    """The language that the page says it was translated from (“Contenido original vietnamita”), or None.

    Looked for in short lines that hold both a word of translating and a language's name, in the page's language.
    """
    for sentence in sentences:
        text = sentence.text.casefold()
        if len(text) > WEIGHTS.credit or not any(stem in text for stem in _credit_stems(primary(page))):
            continue
        for language, pattern in _name_patterns(primary(page)):
            if language != primary(page) and pattern.search(text):
                return language
    return None


@cache
def _credit_stems(language: str) -> tuple[str, ...]:
    return tuple(stem for (stems,) in Language.of(language).rows("credits") for stem in stems.split())


@cache
def _name_patterns(display: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Names of languages as they stand in running text, longest first; endings may follow where words inflect."""
    names = {tag: name.casefold() for tag, name in language_names(display).items() if tag != display}
    spaced = Language.of(display).traits.spaced
    return tuple(
        (tag, re.compile(rf"\b{re.escape(name)}\w{{0,2}}\b" if spaced else re.escape(name)))
        for tag, name in sorted(names.items(), key=lambda item: (-len(item[1]), item[0]))
    )
