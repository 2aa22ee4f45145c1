"""The words of a language's terms as letters of an alphabet, in which a term is a short string.

Words that have an inflected form in common are one letter, so that a term is found in all its
inflections by looking up each word of a text once.
"""

from collections.abc import Iterable, Mapping

from xlcheck.lang import Language
from xlcheck.lang.inflection import inflections

OTHER = "\0"
"""The letter of all words that are in no term."""

_SURROGATES = range(0xD800, 0xE000)


def alphabet(words: Iterable[tuple[str, Language, bool]]) -> Mapping[str, str]:
    """The letter of every form of the words, each given with its language and whether it is in a phrase.

    There are letters for a million words that have no form in common.
    """
    kin: dict[str, str] = {}
    owner: dict[str, str] = {}
    for word, language, phrase in dict.fromkeys(words):
        kin.setdefault(word, word)
        for form in sorted(inflections(word, language, phrase=phrase)):
            known = owner.setdefault(form, word)
            kin[_first(kin, word)] = _first(kin, known)
    letters: dict[str, str] = {}
    for word in kin:
        letters.setdefault(_first(kin, word), _letter(len(letters) + 1))
    return {form: letters[_first(kin, word)] for form, word in owner.items()}


def _first(kin: dict[str, str], word: str) -> str:
    """The word that stands for all that are linked to this one (disjoint sets, with path halving)."""
    while kin[word] != word:
        kin[word] = kin[kin[word]]
        word = kin[word]
    return word


def _letter(number: int) -> str:
    return chr(number if number < _SURROGATES.start else number + len(_SURROGATES))
