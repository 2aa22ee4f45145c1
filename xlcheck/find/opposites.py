"""Words that have an opposite: elected and re-elected, rise and fall, 进口 and 出口."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache

from xlcheck.find.folded import fold
from xlcheck.lang import Language
from xlcheck.model import Sentence
from xlcheck.model.facts import Opposite

Said = tuple[str, str]
"""What is said, and its opposite, in English: ("elected", "re-elected")."""

Words = Mapping[Said, Sequence[str]]
"""What is said -> the words for it, in lower case and NFC; with `*` for the rest of a word at their end."""


def find_opposites(sentence: Sentence) -> tuple[Opposite, ...]:
    """Find words that have an opposite.

    A word may be of several pairs (黒字 is a profit and a surplus). Nothing in languages without a table.
    """
    folded = fold(sentence.text, Language.of(sentence.language))
    found = _opposites(Language.of(sentence.language)).read(folded.text)
    return tuple(Opposite(folded.span(sentence, start, end), *said) for start, end, said, _ in found)


def opposite_words(said: Said, language: Language) -> Sequence[str]:
    """The words for the opposite of what is said in a language; none where only one of the two is in its table."""
    return _opposites(language).words.get(said[::-1], ())


class Opposites:
    """The words of one language that have opposites, and where they stand in a text."""

    def __init__(self, words: Words, language: Language) -> None:
        self.words = words
        self._said: defaultdict[str, list[Said]] = defaultdict(list)
        for said, entries in words.items():
            for entry in entries:
                self._said[entry].append(said)
        either = _tree(self._said)
        if not language.traits.bounded:
            self._pattern = re.compile(f"(?P<word>{either})")
        else:
            prefix = f"(?:{language.traits.prefix})"
            self._pattern = re.compile(rf"(?<!\w){prefix}(?P<word>{either})(?!\w)")

    def read(self, text: str) -> Iterator[tuple[int, int, Said, str]]:
        """Start, end, what is said there and the entry that says so, for each word of a folded text."""
        for match in self._pattern.finditer(text):
            word = match["word"]
            for entry in (word, *(f"{word[:length]}*" for length in range(1, len(word) + 1))):
                for said in self._said.get(entry, ()):
                    yield *match.span("word"), said, entry


def read_opposites(rows: Iterable[Sequence[str]], language: Language) -> Opposites:
    """The words of a language out of rows: a pair of English words, and the words for each."""
    words: dict[Said, Sequence[str]] = {}
    for pair, *sides in rows:
        one, other = pair.split("/")
        words[one, other], words[other, one] = (side.split("|") for side in sides)
    return Opposites(words, language)


@cache
def _opposites(language: Language) -> Opposites:
    return read_opposites(language.rows("opposites"), language)


def _tree(words: Iterable[str]) -> str:
    """A pattern for any of some words, the longest first, in which words that begin alike share their beginning.

    It takes as long as the word that it finds, however many there are.
    """
    rests: defaultdict[str, list[str]] = defaultdict(list)
    for word in words:
        rests[word[:1]].append(word[1:])
    ended = rests.pop("", None) is not None
    branches = [(r"\w*" if first == "*" else re.escape(first)) + _tree(rests[first]) for first in sorted(rests)]
    if not branches:
        return "" if ended else "(?!)"
    return f"(?:{'|'.join(branches)})" + "?" * ended
