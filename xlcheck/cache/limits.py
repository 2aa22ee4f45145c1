"""How large a value of the cache may be, and how long it is kept."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """A cache folder can be written by others: nothing in it may ask for more than this."""

    digest: int = 32
    """Bytes of the digest in front of a value (SHA-256)."""
    value_bytes: int = 32 << 20
    """Bytes of a value at most, unpacked: about 30,000 sentences. What is larger is found anew by every run."""
    day: int = 24 * 60 * 60
    """Seconds of a day: the folder is tidied as often, and a draft is kept as long."""
    depth: int = 32
    """Things inside one another at most. The seeds' events are 15 deep: a character is in a reading of a name of a
    fact of a sentence of a pair of an alignment."""
    exponent: int = 6144
    """Exponent of a decimal number: that of IEEE 754's decimal128. What is far larger takes for ever to be written
    out."""


LIMITS = Limits()
