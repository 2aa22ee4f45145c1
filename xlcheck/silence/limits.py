"""How long an ignore file that others write is waited for, and how much of it is remembered."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds for files that many people and runs share."""

    baseline_version: int = 1
    """The version of the format of baselines, of which there has been one."""
    remembered: int = 2**16
    """Parts of ignore files that are kept as they were read last: more than any file has, at about 1 KB each."""
    patience: float = 30.0
    """Seconds until a file that others are writing is given up."""
    pause: float = 0.005
    """Seconds until it is tried again."""


LIMITS = Limits()
