"""The languages we know by their BCP 47 subtag, and the letters that each writes beyond a to z."""

from functools import cache
from importlib.resources import files

from xlcheck.lang import has_pack
from xlcheck.model import well_formed
from xlcheck.model.language import UNDETERMINED


@cache
def alphabets() -> dict[str, frozenset[str]]:
    """Lower-case letters and marks beyond ASCII, in NFC, by language; empty where there are none."""
    table = files("xlcheck.read").joinpath("languages.tsv").read_text("utf-8")
    rows = (line.split("\t") for line in table.splitlines())
    return {language: frozenset(letters) for language, letters in rows}


def declared(tag: str) -> str | None:
    """A language as pages declare it (`es_ES`, ` vi `), as a BCP 47 tag; None where it is not a tag."""
    tag = tag.strip().replace("_", "-")
    return tag if well_formed(tag) and tag.lower() != UNDETERMINED else None


def of_file_name(name: str) -> str | None:
    """`es` for `article.es.txt`: the part before the suffix, where it is a language that we know."""
    parts = name.split(".")
    if len(parts) < 3 or not well_formed(parts[-2]):
        return None
    return parts[-2] if parts[-2].split("-")[0].lower() in alphabets() or has_pack(parts[-2]) else None
