"""What a request to the review server may ask for, and how long it is waited for."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """The page sends a few hundred bytes; others may send anything."""

    body: int = 16 * 1024
    """Bytes of a request's body."""
    discarded: int = 1024 * 1024
    """Bytes of a body too long that are read, so that the answer is heard."""
    pause: float = 0.1
    """Seconds until a connection is tried again where there are too many: few enough for who waits, and no load."""
    patience: float = 5.0
    """Seconds that actions get when the server ends; one takes a fraction of one, unless others write the same file."""


LIMITS = Limits()
