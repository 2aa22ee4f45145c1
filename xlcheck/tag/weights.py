"""What the evidence weighs that a text is in a language, and from where on it is believed: the tagger's constants."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Weights:
    """How sentences, pages and stretches get their language.

    Measured by `lab/bench/tag.py` (sentences, word pairs, words) and `lab/bench/stretch.py` (stretches inside a
    sentence). Log odds are natural logarithms.
    """

    confident: float = 0.8
    """Below this probability a sentence is `und`."""
    telling_letters: int = 60
    """Letters of a paragraph that can bring in a language which was not expected."""
    sure_text: float = 0.9
    """The probability, for a whole text, that brings in such a language."""
    sure_paragraph: float = 0.999
    """The same for one paragraph."""
    overlap: float = 4.0
    """Runs of characters repeat one another's evidence: their log odds are divided by this."""
    settled: float = 8.0
    """Log odds of the best language over the second from which no more is asked."""
    voice: int = 80
    """Letters that a paragraph speaks with at most: a longer one says no more, a short one can mislead."""
    credit: int = 120
    """Letters of a line that credits a translation, at most."""
    smoothing: float = 0.5 / 10_000
    """Probability of a run that a profile lacks: langdetect's ALPHA / BASE_FREQ."""
    asked: int = 80
    """Code points of a text that the profiles are asked about: more change nothing and cost time."""
    profile_unit: float = 1 / 24
    """Log odds of the profiles are kept in steps of this: the sum over `asked` code points fits sixteen bits."""
    least_words: int = 2
    """Plain words below which a fragment says nothing of a language and stays `und`."""
    least_letters: int = 8
    """The same in letters."""
    least_unspaced: int = 2
    """The same in characters of scripts without blanks."""
    enough_words: int = 5
    """So many plain words tell, however many names stand among them."""
    others_in_word: int = 2
    """Letters of another script that weigh as much as one word in Latin letters."""
    switch: float = 3.0
    """Log odds that a change of language inside a sentence must bring in."""
    floor: float = -5.0
    """Log odds: a word can speak no louder than this against a language."""
    other_script: float = -20.0
    """Log odds that a script says against the languages that are not written in it."""
    name_weight: float = 0.5
    """How much of a capitalised word's evidence counts: names keep their spelling in every language."""
    stretch_words: int = 3
    """Plain words from which a stretch is reported."""
    stretch_ideographs: int = 2
    """Ideographs from which it is, in text of another script."""
    stretch_margin: float = 8.0
    """Log odds by which its plain words must speak louder for its language than for the sentence's."""
    slots: int = 8
    """Slots of the hash table for each key, at least: few keys share one."""
    texts_at_once: int = 1024
    """Texts scored at once: their arrays stay near the processor."""
    profiled_at_once: int = 64
    """Texts whose runs' weights are summed at once: the same reason."""


WEIGHTS = Weights()
