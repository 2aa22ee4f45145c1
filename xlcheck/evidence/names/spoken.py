"""Text in any script as one alphabet of sounds, so that names can be compared across scripts."""

import re
from functools import lru_cache

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
