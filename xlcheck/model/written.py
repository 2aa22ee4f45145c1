"""Names written in characters whose bearers' country is known."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import islice, product

ABROAD = "ZZ"
"""Region of all countries whose names are not made of characters."""
_GIVEN_FIRST = 3
"""Characters from which on a name is looked for in Western order too."""
_MOST_CHOICES = 512


@dataclass(frozen=True, slots=True)
class Written:
    """Characters in which a name begins, for a country and an office stand in front: 日本首相岸田文雄.

    `home` is the country's region (ISO 3166), `ZZ` for all whose names are not made of characters. `characters` are
    simplified and may run beyond the name. `spellings` give for each system and character its readings in ASCII;
    `usual` is the reading of each in the language of `home`, where that is known.
    """

    home: str
    characters: str = field(compare=False)
    spellings: Mapping[str, tuple[tuple[str, ...], ...]] = field(compare=False)
    usual: tuple[str, ...] = field(default=(), compare=False)

    def keys(self, system: str, length: int) -> frozenset[str]:
        """The `name_key`s of the first characters read in a system, the family name first or last."""
        syllables = self.spellings.get(system, ())[:length]
        orders = [syllables] if length < _GIVEN_FIRST else [syllables, (*syllables[1:], syllables[0])]
        return frozenset("".join(choice) for order in orders for choice in islice(product(*order), _MOST_CHOICES))
