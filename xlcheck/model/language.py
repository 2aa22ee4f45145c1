"""BCP 47 tags as far as the checks need them: comparing them and naming them."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib.resources import files

UNDETERMINED = "und"


def primary(tag: str) -> str:
    """The primary language subtag of a BCP 47 tag, lower case: `zh` for `zh-Hant-TW`."""
    return tag.replace("_", "-").split("-", 1)[0].lower()


def same_language(one: str, other: str) -> bool:
    """Whether two tags name one language, whatever their script or region.

    `und` is the same language as nothing, not even itself.
    """
    return primary(one) == primary(other) != UNDETERMINED


def language_name(tag: str, display: str = "en") -> str:
    """What a language is called in another (CLDR), or the tag itself where no name is known."""
    return language_names(display).get(primary(tag), tag)


@cache
def language_names(display: str) -> Mapping[str, str]:
    """Names of languages in the language `display`, by primary subtag; empty for an unknown one."""
    table = files("xlcheck.model").joinpath("data/language_names.tsv").read_text("utf-8")
    header, *rows = (line.split("\t") for line in table.splitlines())
    if display not in header:
        return {}
    column = header.index(display)
    return {row[0]: row[column] for row in rows if row[column]}
