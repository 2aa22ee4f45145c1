"""Why a finding may be wrong, by name."""

from __future__ import annotations

from enum import StrEnum


class Doubt(StrEnum):
    """A reason to doubt a finding: its name, as reports and the table of measurements have it, and what it `means`.

    How often findings with a doubt are right is measured, never set by hand: see `xlcheck.evidence.doubts`.
    """

    means: str

    def __new__(cls, name: str, means: str) -> Doubt:
        doubt = str.__new__(cls, name)
        doubt._value_ = name
        doubt.means = means
        return doubt

    HEADLINE = "headline", "headlines are often translated freely"
    ELSEWHERE = "elsewhere in the text", "another sentence of the translation uses an accepted term"
    LARGER_NAME = "larger name", "the term is part of a longer name, which may have a translation of its own"
    NOT_NAMED = "not named", "the translation may refer to the person by a pronoun or an office"
    ADJECTIVE = "adjective", "the translation may use an adjective or a compound instead"
    ANOTHER_WORD = "another word", "with other capitals it may be another word"
    PARTLY_ALIKE = "partly alike", "only a part of the name is like the right one"
    UNKNOWN_WORDS = "unknown words", "the common words of the language are not known, and it may be one of them"
    NOT_ELSEWHERE = "not elsewhere in the text", "the text itself does not show the right spelling"
    ONLY_A_WORD = "only a word in common", "what the two names have in common is a word, not an office"
    UNCLEAR_BOUNDS = "unclear bounds", "it is unclear where the name begins or ends, or it is very short"
    MAY_BE_NO_NAME = "may not be a name", "what is next to the office in the source may not be a name"
    ONE_WORD = "one word", "both are names of one word, which several people may share"
    LONGER_NAME = "alone or in a longer name", "one is used alone and the other in a longer name"
    CAPITALISED_NOUN = "capitalised noun", "the language writes all nouns with a capital"
    EVEN = "equally often", "neither of the two is more common than the other"
    TWO_NAMES = "two names", "both forms exist and may be different names"
    ROUND = "round number", "numbers like it are often said in words, or left out"
    SMALL = "small number", "small numbers are often added for style"
    REPEATED = "repeated", "a number that is said several times need not be repeated as often"
    ONE_SIDE = "on one side only", "nothing on the other side is in its place"
    INDEPENDENT = "independent reports", "the documents may not be translations of one another"
    LESS_EXACT = "less exact", "“about” and “more than” are often dropped for style"
    TURNED_ROUND = "turned round", "“A before B” is “B after A”"
    IN_NAME = "in a name", "the word is part of a longer name"
    TWO_DOCUMENTS = "two documents", "with two documents nobody knows which is right"
    SHORT = "short passage", "a short passage may be aligned with the wrong one"
    WEAK_LINK = "weak alignment", "the sentences may be aligned with the wrong ones"
    FREE = "free rendering", "the other side may say it in other words"
    FEW = "few documents", "not most of the documents say otherwise"
    FEW_WORDS = "few words", "a few words inside a sentence may be a name or a term that is kept on purpose"
    CODE = "code", "it contains what looks like code"
    SYMBOLS = "symbols", "single letters of another script may be symbols"
    CONTESTED = "contested", "the other documents disagree with one another"
    UNDECIDED = "undecided", "no other document settles it"
    ONE_SOURCE = "one source", "translations explain, and only one source lacks it"
    ONE_LANGUAGE = "one language", "it may be how one language says it"


def raised(*questions: tuple[Doubt, object]) -> tuple[Doubt, ...]:
    """The doubts whose condition holds, in this order."""
    return tuple(doubt for doubt, holds in questions if holds)
