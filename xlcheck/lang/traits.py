"""What is so or not so of a language as a whole; the default is what is so of most."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from importlib.resources.abc import Traversable

from xlcheck.lang.packs import read_toml
from xlcheck.model import XlcheckError
from xlcheck.model.errors import unknown

_FILE = "traits.toml"


@dataclass(frozen=True, slots=True, kw_only=True)
class Traits:
    """The traits of a language; a pack's `traits.toml` has those that differ from the default.

    `spaced`: blanks part its words. `grouped_by_spaces`: an ordinary space parts thousands.
    `syllabic`: blanks part the syllables of a word, and a capital stands on the first of them alone.
    """

    spaced: bool = True
    grouped_by_spaces: bool = False
    syllabic: bool = False


def read_traits(folders: Sequence[Traversable]) -> Traits:
    """The traits that packs state, each folder's own over those of the folders before it.

    Raises an XlcheckError for a file that is no TOML, a trait that there is not, or a value of another type.
    """
    stated: dict[str, object] = {}
    for folder in folders:
        file = folder / _FILE
        if file.is_file():
            stated |= _checked(read_toml(file), str(file))
    return Traits(**stated)  # type: ignore[arg-type]  # each is of its field's type


def _checked(stated: Mapping[str, object], file: str) -> dict[str, object]:
    """The traits as their fields have them: lists as tuples."""
    known = {field.name: field.default for field in fields(Traits)}
    found: dict[str, object] = {}
    for name, value in stated.items():
        if name not in known:
            raise XlcheckError(f"{file}: {unknown('trait', name, sorted(known))}")
        own = tuple(value) if isinstance(value, list) else value
        if type(own) is not type(known[name]):
            wanted = type(known[name]).__name__
            raise XlcheckError(f"{file}: trait '{name}' is {value!r}; it must be of type '{wanted}'")
        found[name] = own
    return found
