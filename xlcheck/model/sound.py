"""What a sentence, and a name in it, sound like."""

from __future__ import annotations

from dataclasses import dataclass

from xlcheck.model.name import Reading


@dataclass(frozen=True, slots=True, eq=False)
class Voice:
    """What a sentence sounds like when read out: `sounds` in ASCII letters, with its ISO 15924 script.

    Of a script with capitals these are the capitalised words alone, with a blank between them. `words` are the sounds
    of its words in katakana, which are foreign.

    `characters` are its Chinese characters in simplified form, with a blank for anything between them, `readings` and
    `families` what its names in letters may be read off (see `Called`). Equal to nothing but itself, so that it is no
    clue to what two texts have in common.
    """

    script: str
    sounds: str
    characters: str = ""
    readings: tuple[Reading, ...] = ()
    families: str = ""
    words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, eq=False)
class Called:
    """A name that stands in a sentence, by its sound.

    `words` are the sounds of its words. `offices` are what is next to it (`president`, `judge`); a word may be
    one office or another (总理 is a prime minister or a chancellor). `country` says that the words are those of a
    country's name. In scripts without capitals a name is known by its office alone and where it ends is not: then it
    is not `bounded`, and `words` are the stretches that it may be in. `characters` are the simplified Chinese
    characters of a stretch, `readings` those of a name in letters, `families` those that a surname alone may be
    read off (Xi), or one behind a given name that is none (Lawrence Wong). `sino_vietnamese` says that the text is
    in Vietnamese and the name reads as one: a Chinese or Korean is called so too, unlike at home.
    """

    script: str
    words: tuple[str, ...]
    offices: frozenset[str] = frozenset()
    bounded: bool = True
    characters: str = ""
    readings: tuple[Reading, ...] = ()
    families: str = ""
    country: bool = False
    sino_vietnamese: bool = False
