"""The forms in which a term's word stands in running text, by paradigms of endings.

German, English, Spanish, French, Portuguese and Russian; words of other languages have the one form.
Rules rather than a dictionary, as most of a glossary's words (Politbüro, Цзиньпин) are in none.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from xlcheck.lang.language import Language
from xlcheck.lang.limits import LIMITS

_MARKED = {
    '"': ({"a": "ä", "o": "ö", "u": "ü"}, re.compile(r"(?:a(?=u)|[aou])(?=[^aouäöü]*$|u[^aouäöü]*$)")),
    "'": ({"a": "á", "e": "é", "i": "í", "o": "ó", "u": "ú"}, re.compile(r"[aeiou](?=[^aeiouáéíóú]*$)")),
}
"""What the stem's last vowel becomes where a sign stands before the ending: with an umlaut, with an accent."""


@cache
def inflections(word: str, language: Language, *, phrase: bool = False) -> frozenset[str]:
    """A word with its inflected forms, all in lower case; A word of a language without paradigms has the one form.

    A word alone is taken for its dictionary form. In a `phrase` each word may be inflected already
    (Коммунистическая партия), and may agree in gender.
    """
    forms = {word}
    least = LIMITS.stem_in_names if phrase and language.traits.inflects_short_names else LIMITS.stem
    if len(word) >= least and not word[-1].isdigit():
        paradigms = _paradigms(language)
        for use, own in paradigms:
            if use == "only" and word in (own if phrase else own[:1]):
                return frozenset(own)
        for use, endings in paradigms:
            if phrase or use != "phrase":
                known = endings if phrase and use != "dictionary" else endings[:1]
                forms.update(form for ending in known for form in _exchanged(word, ending, endings))
    return frozenset(forms)


def _exchanged(word: str, ending: str, others: Sequence[str]) -> Iterator[str]:
    """The word with its ending exchanged for the others, where it has that ending."""
    stem = word.removesuffix(ending)
    if stem + ending == word and (len(stem) > 1 or len(ending) >= LIMITS.stem):
        for other in others:
            if other[:1] not in _MARKED:
                yield stem + other
                continue
            marked, last = _MARKED[other[0]]
            if vowel := last.search(stem):
                yield stem[: vowel.start()] + marked[vowel[0]] + stem[vowel.end() :] + other[1:]


@cache
def _paradigms(language: Language) -> Sequence[tuple[str, Sequence[str]]]:
    """The paradigms and their use; an umlaut is `"` before the ending, an accent `'`."""
    rows = language.rows("endings")
    return [(use, ["" if ending == "-" else ending for ending in endings.split(" ")]) for use, endings in rows]
