"""What texts sound like: any script as one alphabet of sounds, so that names can be compared across scripts."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from xlcheck.evidence.names.readings import simplify
from xlcheck.lang.scripts import ARABIC, CYRILLIC, HAN, HANGUL_SYLLABLES, HIRAGANA, KATAKANA, WORD
from xlcheck.model.name import Name, Reading
from xlcheck.model.text import Sentence

# One letter for what one sound is written with; the weights of `evidence.names.sound` even out the rest.
_DIGRAPHS = (
    ("tsch", "C"),
    ("sch", "S"),
    ("sh", "S"),
    ("ch", "C"),
    ("zh", "Z"),
    ("kh", "X"),
    ("th", "T"),
    ("ph", "f"),
    ("ng", "N"),
    ("ck", "k"),
)
_DOUBLED = re.compile(r"(.)\1+")
_SPOKEN = re.compile("[a-z]+")
_SCRIPTS = (
    ("Kana", re.compile(f"[{HIRAGANA}{KATAKANA}]")),
    ("Hang", re.compile(f"[{HANGUL_SYLLABLES}]")),
    ("Arab", re.compile(f"[{ARABIC}]")),
    ("Cyrl", re.compile(f"[{CYRILLIC}]")),
    ("Hani", re.compile(f"[{HAN}]")),
)
_WORD = re.compile(rf"{WORD}(?:[-‐‑‒–−]{WORD})*")
_KATAKANA = re.compile(f"[{KATAKANA}]{{2,}}")
_NOT_HAN = re.compile(f"[^{HAN}]+")
WITH_CAPITALS = ("Latn", "Cyrl")
"""Scripts that write names with a capital, and whose letters answer to one another one by one."""


@dataclass(frozen=True, slots=True, eq=False)
class Spoken:
    """What a text sounds like when read out: `sounds` in ASCII letters, with its ISO 15924 script.

    Of a script with capitals these are the capitalised words alone, with a blank between them. `words` are the sounds
    of its words in katakana, which are foreign. `characters` are its Chinese characters in simplified form, with a
    blank for anything between them, `readings` and `families` what its names may be read off (see `Name`).
    """

    script: str
    sounds: str
    characters: str = ""
    readings: tuple[Reading, ...] = ()
    families: str = ""
    words: tuple[str, ...] = ()

    @classmethod
    def of(cls, sentence: Sentence) -> Spoken:
        """A whole sentence, in which a name may be that nobody marked as one."""
        names = list(sentence.facts.of(Name))
        readings = tuple(reading for name in names for each in (name, *name.parts) for reading in each.readings)
        script, spoken, characters, words = _spoken(sentence.text)
        return cls(script, spoken, characters, readings, "".join(name.families for name in names), words)

    @classmethod
    def of_name(cls, name: Name) -> Spoken:
        """A name by itself."""
        return cls(name.script, " ".join(name.words), name.characters, name.readings, name.families)


@lru_cache(maxsize=1 << 12)  # one rule asks after another, and of every name of the other side
def _spoken(text: str) -> tuple[str, str, str, tuple[str, ...]]:
    text = unicodedata.normalize("NFC", text)
    script = script_of(text)
    if script in WITH_CAPITALS:
        spoken = " ".join(sounds(word) for word in _WORD.findall(text) if word[0].isupper())
    else:
        spoken = sounds(text)
    words = tuple(map(sounds, _KATAKANA.findall(text))) if script == "Kana" else ()
    return script, spoken, in_characters(text, script), words


def script_of(text: str) -> str:
    """The ISO 15924 script that tells a text in it from one in Latin letters, which any may have; else `Latn`."""
    return next((script for script, letters in _SCRIPTS if letters.search(text)), "Latn")


def in_characters(text: str, script: str) -> str:
    """The Chinese characters of a text in simplified form, a blank for others; nothing in other scripts."""
    return simplify(_NOT_HAN.sub(" ", text)) if script in ("Hani", "Kana") else ""


@lru_cache(maxsize=1 << 16)
def sounds(text: str) -> str:
    """The sounds of a text in ASCII letters, without word boundaries: `putin` for Путин, `pujiN` for 普京.

    Han is read as Mandarin, Hangul and kana letter by letter, Arabic by its consonants (anyascii's tables).
    """
    from anyascii import anyascii

    letters = "".join(_SPOKEN.findall(anyascii(text).lower()))
    for written, sound in _DIGRAPHS:
        letters = letters.replace(written, sound)
    return _DOUBLED.sub(r"\1", letters)
