"""The forms in which a term's word stands in running text, by paradigms of endings.

German, English, Spanish, French, Portuguese and Russian; words of other languages have the one form.
Rules rather than a dictionary, as most of a glossary's words (Politbüro, Цзиньпин) are in none.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from importlib.resources import files

_SHORTEST = 3
_UMLAUTS = {"a": "ä", "o": "ö", "u": "ü"}
_LAST_VOWEL = re.compile(r"(?:a(?=u)|[aou])(?=[^aouäöü]*$|u[^aouäöü]*$)")


@cache
def inflections(word: str, language: str, *, phrase: bool = False) -> frozenset[str]:
    """A word with its inflected forms, all in lower case; `language` is a primary language subtag.

    A word alone is taken for its dictionary form. In a `phrase` each word may be inflected already
    (Коммунистическая партия), and may agree in gender.
    """
    forms = {word}
    if len(word) >= _SHORTEST and not word[-1].isdigit():
        for use, endings in _paradigms().get(language, ()):
            if phrase or use != "phrase":
                known = endings if phrase and use != "dictionary" else endings[:1]
                forms.update(form for ending in known for form in _exchanged(word, ending, endings))
    return frozenset(forms)


def _exchanged(word: str, ending: str, others: Sequence[str]) -> Iterator[str]:
    """The word with its ending exchanged for the others, where it has that ending."""
    stem = word.removesuffix(ending)
    if stem + ending == word and len(stem) > 1:
        for other in others:
            if not other.startswith('"'):
                yield stem + other
            elif vowel := _LAST_VOWEL.search(stem):
                yield stem[: vowel.start()] + _UMLAUTS[vowel[0]] + stem[vowel.end() :] + other[1:]


@cache
def _paradigms() -> Mapping[str, Sequence[tuple[str, Sequence[str]]]]:
    """Each language's paradigms and their use; an umlaut is `"` before the ending."""
    table: defaultdict[str, list[tuple[str, Sequence[str]]]] = defaultdict(list)
    text = (files("xlcheck.find") / "data" / "endings.tsv").read_text("utf-8")
    for line in text.splitlines()[1:]:
        language, use, row = line.split("\t")
        table[language].append((use, ["" if ending == "-" else ending for ending in row.split(" ")]))
    return table
