"""The languages we know by their BCP 47 subtag, and the letters that each writes beyond a to z."""

import re
from functools import cache
from importlib.resources import files

_TAG = re.compile(r"[a-z]{2,3}(-[a-z]{4})?(-([a-z]{2}|[0-9]{3}))?(-[0-9a-z]{5,8})*", re.IGNORECASE)


@cache
def alphabets() -> dict[str, frozenset[str]]:
    """Lower-case letters and marks beyond ASCII, in NFC, by language; empty where there are none."""
    table = files("xlcheck.read").joinpath("languages.tsv").read_text("utf-8")
    rows = (line.split("\t") for line in table.splitlines())
    return {language: frozenset(letters) for language, letters in rows}


def well_formed(tag: str) -> bool:
    """Whether a tag has the shape of BCP 47: language, then script, region and variants if any."""
    return _TAG.fullmatch(tag) is not None


def declared(tag: str) -> str | None:
    """A language as pages declare it (`es_ES`, ` vi `), as a BCP 47 tag; None where it is no tag."""
    tag = tag.strip().replace("_", "-")
    return tag if well_formed(tag) and tag.lower() != "und" else None


def of_file_name(name: str) -> str | None:
    """`es` for `article.es.txt`: the part before the suffix, where it is a language that we know."""
    parts = name.split(".")
    if len(parts) < 3 or not well_formed(parts[-2]):
        return None
    return parts[-2] if parts[-2].split("-")[0].lower() in alphabets() else None
