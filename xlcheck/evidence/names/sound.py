"""Names by their sound: whether spellings in different scripts may be one name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from importlib.resources import files
from itertools import product
from math import log

from xlcheck.evidence.names.spoken import WITH_CAPITALS, Spoken, script_of, sounds
from xlcheck.evidence.thresholds import THRESHOLDS
from xlcheck.model.name import Name
from xlcheck.model.term import Concept
from xlcheck.model.text import Sentence

Weights = Mapping[str, float]
"""Two sounds, or one and `-` for none -> the natural logarithm of how much likelier they go together than by chance."""


_JAPANESE = re.compile("(?:(?:[kgszjtdnhbpmryfwSCQ]|k?y|ry|Sy|by|my)?[aiueo]n?){2,}")


_SYLLABLE = re.compile("[^aeiouy]*[aeiouy]+[^aeiouy]*")

_CHINESE = re.compile("(?<![^ ])[^aeiou ]*[aeiou]+[^aeiou ]*(?: (?:[^aeiou ]*[aeiou]+){1,2}[^aeiou ]*)+(?![^ ])")
"""A word of one syllable, as a surname in Chinese, and one or more of one or two."""


@cache
def _tables() -> Mapping[str, Weights]:
    """Script that stands against Latin -> weights."""
    text = files("xlcheck.evidence").joinpath("data/sound_weights.tsv").read_text("utf-8")
    tables: dict[str, dict[str, float]] = {}
    for line in text.splitlines()[1:]:
        script, latin, other, weight = line.split("\t")
        tables.setdefault(script, {})[latin + other] = float(weight)
    return tables


def in_letters(sentence: Sentence) -> bool:
    """Whether what a sentence says is shown by its letters, so that names are seldom heard there by chance."""
    return script_of(sentence.text) in WITH_CAPITALS


@cache
def weights(one: str, other: str) -> Weights:
    """What sounds of two scripts go together, those of the first script in front."""
    tables = _tables()
    if one == other and one in WITH_CAPITALS:
        return tables["Latn"]
    if other == "Latn" or (other in WITH_CAPITALS and one not in WITH_CAPITALS):
        return {key[::-1]: weight for key, weight in tables[one].items()}
    return tables[other]


def likeness(name: str, text: str, table: Weights, *, whole: bool = True) -> float:
    """The log-odds that a name in sounds is what a text in sounds says, or (not `whole`) some part of it does.

    Best alignment under a memoryless transducer (E. S. Ristad, P. N. Yianilos, Learning string-edit distance, 1998).
    """
    get = table.get
    inserted = [get("-" + there, THRESHOLDS.never) for there in text]
    row = [0.0]
    for cost in inserted:
        row.append(row[-1] + cost if whole else 0.0)
    for here in name:
        dropped = get(here + "-", THRESHOLDS.never)
        last = row[0] + dropped
        following = [last]
        for at, there in enumerate(text):
            last = max(row[at] + get(here + there, THRESHOLDS.never), row[at + 1] + dropped, last + inserted[at])
            following.append(last)
        row = following
    return row[-1] if whole else max(row)


@lru_cache(maxsize=1 << 16)
def heard(word: str, text: str, one: str, other: str) -> bool:
    """Whether a word in sounds may be what a text in sounds says somewhere; `one` and `other` are their scripts.

    The best of n places has log-odds of about ln n by chance (S. Karlin, S. F. Altschul, Methods for assessing the
    statistical significance of molecular sequence features, 1990).
    """
    share = THRESHOLDS.heard_in_letters if one in WITH_CAPITALS and other in WITH_CAPITALS else THRESHOLDS.heard
    itself = likeness(word, word, weights("Latn", "Latn"))
    return likeness(word, text, weights(one, other), whole=False) >= max(share * itself, log(max(len(text), 1)))


def sounds_like(word: str, other: str, one: str, two: str) -> bool:
    """Whether two words in sounds may be one, and are by half as like as a word is to itself; scripts as above."""
    itself = likeness(word, word, weights("Latn", "Latn"))
    return likeness(word, other, weights(one, two)) >= THRESHOLDS.heard_in_letters * itself


def may_say(spoken: Spoken, name: Name) -> bool:
    """Whether a sentence may say a name in any script; True where that cannot be told.

    One word of it is enough, a surname or given name alone; of a name that reads Chinese characters, most of the
    whole is needed in a row where there are characters.
    """
    if _read_alike(name, spoken) or _is_untold(name, spoken) or not set(name.families).isdisjoint(spoken.characters):
        return True
    if spoken.characters and (any(read_in(spoken.characters, name)) or _is_japanese(name) or _is_syllables(name)):
        return True
    if name.readings and spoken.characters:
        joined = "".join(name.words)
        itself = likeness(joined, joined, weights("Latn", "Latn"))
        return likeness(joined, spoken.sounds, weights(name.script, spoken.script), whole=False) > itself / 2
    words = [word for word in name.words if len(word) >= THRESHOLDS.telling_sounds] or name.words
    return any(heard(word, spoken.sounds, name.script, spoken.script) for word in words)


def may_be(one: Name, other: Name) -> bool:
    """Whether two names may be one; a stretch that is not bounded, whether the name is somewhere in it."""
    if not one.bounded:
        return any(may_say(Spoken(one.script, word, one.characters), other) for word in one.words)
    if not other.bounded:
        return may_be(other, one)
    if _read_alike(one, other):
        return True
    table = weights(one.script, other.script)
    return any(are_alike(*pair, table) for pair in product(one.words, other.words))


def are_alike(word: str, other: str, table: Weights) -> bool:
    """Whether two words in sounds may be one."""
    return likeness(word, other, table) > THRESHOLDS.alike * max(len(word), len(other))


def may_say_one(spoken: Spoken, name: Name) -> bool:
    """Whether a sentence in Japanese may have a word of a name as a word in katakana, in whatever spelling."""
    table = weights(name.script, spoken.script)
    long = (word for word in name.words if len(word) >= THRESHOLDS.telling_sounds)
    return any(are_alike(word, other, table) for word in long for other in spoken.words)


def sounds_like_form(name: Name, concept: Concept) -> bool:
    """Whether a word of a name in letters sounds like a word of one of a person's forms in letters."""
    if not name.bounded or name.script not in WITH_CAPITALS:
        return False
    forms = [term.text for term in concept.terms if term.status.accepted and script_of(term.text) in WITH_CAPITALS]
    words = {(script_of(form), sounds(word)) for form in forms for word in form.split() if word[0].isupper()}
    own = [word for word in name.words if len(word) >= THRESHOLDS.no_initial]
    return any(sounds_like(here, word, name.script, script) for here in own for script, word in words)


def closeness(one: Name, other: Name) -> float:
    """How like the likest words of two names are, as a share of what a word of the first is like itself; 1 at most."""
    table, own = weights(one.script, other.script), weights("Latn", "Latn")
    pairs = ((ours, theirs) for ours, theirs in product(one.words, other.words) if ours)
    return max((likeness(ours, theirs, table) / likeness(ours, ours, own) for ours, theirs in pairs), default=0.0)


def _read_alike(name: Name, other: Name | Spoken) -> bool:
    """Whether both may be readings of the same characters (Tập Cận Bình, Xi Jinping), or of one surname (Tập, Xi)."""
    if any(ours.meets(theirs) for ours in name.readings for theirs in other.readings):
        return True
    return not (
        set(name.families).isdisjoint(_surnames(other) | {*other.families})
        and _surnames(name).isdisjoint(other.families)
    )


def _surnames(name: Name | Spoken) -> set[str]:
    """The first characters of whole names."""
    return {character for reading in name.readings for character in reading.characters[0]}


def _is_untold(name: Name, spoken: Spoken) -> bool:
    """Whether a name in Vietnamese may be that of a Chinese or Korean, whom others call as he is called at home."""
    home = spoken.script in ("Hang", "Arab") or (spoken.script == "Cyrl" and bool(_CHINESE.search(spoken.sounds)))
    return home and name.sino_vietnamese


def read_in(characters: str, name: Name) -> Iterator[str]:
    """The characters in a row that a name may be a reading of."""
    for reading in name.readings:
        for at in range(len(characters) - len(reading.characters) + 1):
            here = characters[at : at + len(reading.characters)]
            if all(character in syllable for character, syllable in zip(here, reading.characters, strict=True)):
                yield here


def _is_syllables(name: Name) -> bool:
    """Whether a name in Cyrillic may be Vietnamese or Korean by its syllables: Chinese reads those otherwise."""
    return (
        name.script == "Cyrl"
        and len(name.words) >= THRESHOLDS.short_syllables
        and all(map(_SYLLABLE.fullmatch, name.words))
    )


def _is_japanese(name: Name) -> bool:
    """Whether it may be Japanese by its syllables: its characters do not sound like it in Chinese."""
    return bool(name.words) and all(_JAPANESE.fullmatch(word) for word in name.words)
