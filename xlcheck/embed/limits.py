"""How large a model's description may be, and in which steps its table is kept."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds on, and the unit of, what a model's folder holds."""

    description: int = 1 << 20
    """Bytes of a model's description: those of published models have a few thousand."""
    one: int = 64
    """The reliability 1 in the table of whole numbers."""


LIMITS = Limits()
