"""What languages are called."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from xlcheck.lang.language import Language
from xlcheck.model.language import primary


def language_name(tag: str, display: str = "en") -> str:
    """What a language is called in another (CLDR), or the tag itself where no name is known."""
    return language_names(display).get(primary(tag), tag)


@cache
def language_names(display: str) -> Mapping[str, str]:
    """Names of languages in the language `display`, by primary subtag; empty where its pack holds none."""
    rows = Language.of(display).rows("languages")
    return {row[0]: row[1] for row in rows}
