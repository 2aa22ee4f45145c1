"""Where evidence is enough: the constants that judgements and rules share."""

from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Thresholds:
    """From where on values, names, terms and clauses count as the same, and texts as witnesses.

    Where a field names no source it was decided by hand. `lab/bench/facts.py` (numbers, dates, quantities), `names.py`
    and `name_pairs.py` (names), `terms.py` (terms), `coverage.py` (omissions and additions), `events.py` (events) and
    `outlets.py` (habits) measure what they come to; `sound_news.py` counts the false alarms. Reaches keep the work
    linear in the text.
    """

    prose: int = 40
    """Characters from which on a sentence is prose that a translation must have."""
    likely_omission: float = 0.5
    """Confidence below which a missing sentence is not reported, and the most where it is not clear who is at fault."""
    places_shown: int = 3
    """Places that a note on independent reports shows."""
    letters_a_character: int = 3
    """Latin letters that say as much as one Chinese character, kana or Hangul syllable."""
    edit_reach: int = 60
    """Code points around a place in which its neighbours are looked for."""
    compared_facts: int = 200
    """Facts that are compared of one sentence: more are a table, in which each would be compared with each."""
    rounded: Decimal = Decimal("0.02")
    """Share of the lesser by which two measures in different units may differ: one was rounded."""
    coarse: Decimal = Decimal("0.1")
    """The same where one of them is written in round figures, by whose last step the two may differ."""
    habit: int = 7
    """Times that something is done so, for it to be a habit: seven of eight do the same by chance in one case of
    thirty (sign test)."""
    habit_share: float = 0.75
    """Share of all times that it must be done so."""
    mark_reach: int = 1000
    """Code points of a file on either side of a place in which the marks around it begin and end."""
    clear: float = 0.5
    """Which part of the votes must be left, those against it taken from those for it, of a matter that is not
    contested."""
    name_gap: int = 2
    """Code points between two words of a name: a blank and a line break."""
    letters_an_error: int = 6
    """Of a name of four syllables, the letters for one that may be wrong: Anti Wenxiong."""
    candidate_stem: int = 3
    """Letters that a word and a name have in common at their beginning, at least."""
    inflected: int = 2
    """Letters at the end of a word in which an inflected name may differ."""
    telling_sounds: int = 3
    """Sounds from which a word may be a name: not В at the beginning of a sentence."""
    sure_syllables: int = 3
    """Syllables from which on a namesake is unlikely enough."""
    kind_reach: int = 40
    """Code points in front of a name in which a word says what kind of thing it names."""
    article: int = 2
    """Letters of a name's first piece that is an article: Al-Assad is Assad."""
    short_word: int = 4
    """Letters of a word below which it has to be as it is, but for an ending."""
    ending: int = 2
    """Letters that an inflected word loses or gets."""
    clitic: int = 2
    """Letters that Arabic puts in front of a word."""
    particle: int = 4
    """Syllables that Korean puts behind one."""
    long_name: int = 3
    """Words of a name that can be named after a place, at least."""
    next_to: int = 60
    """Code points on either side of a name in which a word stands next to it."""
    never: float = -6.0
    """Log odds of two letters that were never seen for one another."""
    heard: float = 0.3
    """The share of a name's likeness to itself from which it may be what a text says: Trump and 特朗普 have .39."""
    heard_in_letters: float = 0.5
    """The same where both scripts have letters that answer to one another."""
    alike: float = -0.5
    """Log odds a letter over which two words may be one name: one in 150 pairs of other names gets so far."""
    spelt_words: int = 4
    """Words of a name whose spellings are compared, at most."""
    spelt_letters: int = 3
    """Letters of a name compared: shorter words are alike by chance."""
    opening_reach: int = 60
    """Code points in front of a name in which what opens it is looked for: more blanks and marks than any text has."""
    bare_syllables: int = 2
    """Syllables without their marks from which on a name is spelt without them, rather than another one."""
    word_reach: int = 120
    """Code points around a place in which its word is looked for: longer words are cut."""
    quotation_reach: int = 600
    """Code points of a sentence on either side of a place in which quotation marks are looked for."""
    element_reach: int = 2000
    """Code points of a file before a place in which the element that it is in begins."""
    sides_sounds: int = 4
    """Sounds of the longest word of a name that an event is asked for."""
    long_term: int = 5
    """Characters from which on a term is not made of parts of its neighbours by chance."""
    long_term_in_letters: int = 10
    """The same of a term in letters."""
    term_reach: int = 160
    """Code points on either side of a term in which neighbours are looked for."""
    stem: int = 4
    """Letters of a word that may be inflected, at least."""
    lost_ending: int = 2
    """Letters that an inflected term loses."""
    longer: int = 3
    """Letters that the other one has more, at most."""
    room: int = 3
    """Words that may stand between those of a term."""
    piece: int = 2
    """Words, or characters, of a part of a term that stands for itself."""
    cased_word: int = 4
    """Letters of a word that shows whether a line is all in capitals."""
    grouped: int = 10_000
    """From which whole numbers are parted by thousands: smaller ones may be years."""
    around: int = 2
    """Sentences before and behind that may carry the value instead."""
    event_reach: int = 40
    """Code points in front of a value in which a word says what it is."""
    bare_words: int = 2
    """One word on a whole page is an error, or a word that the table does not know to be right."""
    likely_drift: float = 0.5
    """Confidence below which two sentences are not reported as saying something else."""
    name_sounds: int = 4
    """Sounds of a word that is likely to be a name where it stands next to an office."""
    least_sounds: int = 3
    """Sounds of a word that may be a name at all: not The at the beginning of a sentence."""
    forms_shown: int = 3
    """Places of an outlet's form that a finding shows."""
    misspelt_letters: int = 3
    """Letters that a name compared has at least; twice as many where two are wrong."""
    name_ending: int = 3
    """Letters at the end of a word in which languages that inflect names differ: Nokia, Nokii; Havel, Havla."""
    similar: float = 0.7
    """Share of the letters that a misspelt name has right."""
    similar_beside: float = 0.5
    """The same of a word next to one that is right: Mr. Hart is no Gary Hart, Funeo Kishida is Fumio."""
    negated_surely: float = 2.8
    """Log odds of a negation's being one in translations too, less what the other side's words speak for it, from
    which it is reported without a doubt."""
    negated: float = 2.0
    """The same, from which it is reported at all."""
    denied: float = 0.7
    """What the log odds of the other side's strongest word count."""
    least_denied: float = 1.0
    """Log odds of that word from which they do."""
    loud: int = 100
    """A number above it that is not round is missed by readers wherever it is left out."""
    code_letters: int = 5
    """Letters from which on a name with figures may have another name: COVID-19."""
    small: int = 12
    """Up to which numbers are written in words too."""
    first_decade: int = 1500
    """The first decade that is written as a number (the 1500s)."""
    last_decade: int = 2090
    """The last one."""
    first_year: int = 1000
    """The first number of four figures that is likely to be a year."""
    last_year: int = 2100
    """The last one."""
    abbreviation_reach: int = 12
    """Code points in front of a number in which an abbreviation shows that it counts nothing."""
    moved_letters: int = 40
    """What a moved passage must have, in the longer of both texts, to be reported without doubt."""
    moved_score: float = 0.5
    """The score that each of its pairs must have."""
    repeated_letters: int = 40
    """Letters of a repeated sentence: shorter ones recur by chance (“he said”)."""
    repeated_ideographs: int = 14
    """The same in ideographs, which say more each."""
    copied: float = 0.9
    """Share of the letters of two sentences in the same order, from which one is a copy of the other."""
    shingle: int = 10
    """Letters of a shingle, by which sentences that may be copies are found."""
    common_shingle: int = 64
    """Sentences that have a shingle, from which on it does not tell them apart: time stays linear in the text."""
    refrain: int = 3
    """Times that a sentence is repeated, from which on it is meant to be."""
    following_letters: int = 15
    """Letters that a sentence which directly follows itself must have: “No. No.” is rhetoric."""
    following_ideographs: int = 6
    """The same in ideographs."""
    near: int = 75
    """Likeness (0 to 100) from which on a passage stands in place of a term."""
    near_unspaced: int = 65
    """The same in scripts without blanks."""
    alike_words: int = 70
    """The same of two words."""
    near_term: int = 4
    """Characters of a term that may stand in another shape, at least."""
    near_reach: int = 3
    """Letters by which a place of a script without blanks, or with particles behind its words, may be longer or
    shorter."""
    near_share: float = 0.6
    """Of a term's length that what stands instead must have at least."""
    weekday_gap: int = 12
    """Code points between a weekday and its date."""
    clear_margin: float = 0.9
    """The aligner's confidence at which nine in ten are right on the marked omissions and additions that
    lab/train/coverage.py fitted it to. What is below has a doubt."""
    judged: int = 30
    """Findings of which it must be known whether they are right for their share to be shown to a user: of 30 that
    are all right, between 89 and 100 in 100 are right in the long run (Wilson 1927, 95 %)."""
    prior_weight: int = 10
    """What is known of similar findings counts as much as so many measured ones. Rules differ much (the method of
    moments gives 1.7): this is more cautious, so that a few findings that happen to be wrong do not take a rule out
    of sight."""
    least_scale: int = 2
    """The power of ten of the smallest scale that languages have a word for: hundred."""
    spelt_out: int = 3
    """Figures that count, of which a number has no more where it is written in words, in part at least: fifteen and
    a half million. Of the numbers with more that were missing in ten languages without a pack, both were errors of
    the translation; of those with three, none was (lab/bench/unknown.py)."""
    articles_shown: int = 5
    """Articles that a message names or points to."""
    western_order: int = 3
    """Characters from which on a name is looked for in Western order too."""
    readings_tried: int = 512
    """Readings of a name that are tried, at most."""
    syllable: int = 6
    """Letters of the longest syllable of a reading: zhuang."""
    read_syllables: int = 4
    """Syllables of a word that may be read off characters, at most."""
    no_initial: int = 2
    """Sounds that a word has which is not an initial."""
    short_syllables: int = 2
    """Words of one syllable that a name read off characters has at least: То Лам, Ким Чен Ын."""
    witnesses: int = 2
    """Documents that agree against one, at least."""
    agreeing: float = 0.75
    """Share of the other documents that must agree."""
    agreeing_in_words: float = 0.5
    """The same for a word and its opposite, which others may say in other words."""
    heard_by_chance: float = 0.25
    """Share of the other documents that may seem to say a name which they do not."""
    heard_by_any: float = 0.5
    """The same where none of them is in letters, of which there are enough."""
    neighbours: int = 2
    """Pairs before and behind in which a value may stand instead."""
    asked: int = 24
    """Articles besides those that differ that are asked: more tell no better, and each would be asked of every two."""


THRESHOLDS = Thresholds()
