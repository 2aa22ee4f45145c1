"""How far around a place something is looked for, and how long a name, a number or a word may be."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """Reaches keep the work linear in the text; lengths are those of the languages and names known.

    Decided by hand; `lab/bench/facts.py` (numbers, dates, times), `names.py` (names) and `term_news.py` (terms) measure
    what they come to.
    """

    leap_year: int = 2000
    """A leap year: any day of a month that some year has."""
    day_gap: int = 8
    """Code points between a weekday and the words that say which one is meant."""
    lunar_month: int = 30
    """Days of the longest month of the lunar calendar."""
    vietnamese_words: int = 4
    """Vietnamese sentences of fewer words may have no marks by chance."""
    short_term: int = 3
    """Letters of a term up to which one capital makes its case matter: Ủy, EU."""
    gap_words: int = 3
    """Words that may stand in the gap of a phrase of negation."""
    gap_characters: int = 8
    """The same in characters of scripts without blanks."""
    word_beginning: int = 5
    """Letters of a word that hint at a negation, so that its forms are one."""
    hint_words: int = 3
    """Words of a hint, at most."""
    word_reach: int = 64
    """Letters before a negation in which the word before it is sought: a sentence may be without end."""
    idiom: float = 9.0
    """Log odds of an idiom."""
    unseen_hint: float = 4.0
    """Log odds of a hint that too few translations have for one of its own."""
    power: int = 3
    """Power of ten from which on a word alone is a number: one hundred, but not ten."""
    figures: int = 28
    """Figures of a quantity at most, as many as decimal arithmetic keeps: longer runs are an account's or a key's."""
    written: int = 100
    """Characters of a number in figures at most."""
    exactness_reach: int = 40
    """Characters before a number in which a word may say how exact it is."""
    sized_columns: int = 4
    """Columns of a unit that is no speed."""
    roman_reach: int = 40
    """Code points in front of a Roman numeral in which a word shows that it is one."""
    half_reach: int = 6
    """Characters before a time in which a word may tell the half of the day."""
    full_name: int = 2
    """Words, or syllables, that a full name has at least."""
    inflected_country: int = 5
    """Letters from which on a country's name may have lost its ending."""
    office_syllables: int = 4
    """Syllables of a name next to an office that may be read off characters, at most."""
    name_characters: int = 4
    """Characters of a name in Chinese characters, at most: 欧阳 with two more."""
    home_reach: int = 64
    """Code points in front of a name in which its bearer's country and office stand, in letters."""
    home_reach_characters: int = 18
    """The same in characters."""
    office_reach: int = 200
    """Code points next to an office in which its name stands: more than any has with what stands between the two."""
    name_words: int = 5
    """Words of a personal name, at most."""
    name_syllables: int = 5
    """Syllables of a name that may be read off characters, at most."""
    name_gap: int = 2
    """Code points between two words of a name: a blank and a line break."""
    title: int = 16
    """Code points in front of a name in which a title stands."""
    sign_words: int = 3
    """Words away from the name that an office may stand."""
    transcribed: int = 2
    """Characters that a transcribed name has at least."""
    transcribed_surely: int = 3
    """Characters from which it does not seem to be one by chance."""


LIMITS = Limits()
