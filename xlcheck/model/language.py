"""BCP 47 tags as far as the checks need them: their shape and comparing them."""

from __future__ import annotations

import re

UNDETERMINED = "und"

_TAG = re.compile(
    r"[a-z]{2,3}(-[a-z]{3}){0,3}"  # language, extended language
    r"(-[a-z]{4})?(-([a-z]{2}|[0-9]{3}))?"  # script, region
    r"(?P<variants>(-([a-z0-9]{5,8}|[0-9][a-z0-9]{3}))*)"
    r"(?P<extensions>(-[a-wyz0-9](-[a-z0-9]{2,8})+)*)"
    r"(-x(-[a-z0-9]{1,8})+)?"  # private use
)


def well_formed(tag: str) -> bool:
    """Whether a tag is well-formed by RFC 5646, section 2.2.9, in upper or lower case: `es`, `zh-Hant-TW`, `de-1996`.

    Refused though the standard has them: primary subtags of four letters and more (reserved, none is registered), which
    misspelt words would be; grandfathered tags such as `i-klingon`; and tags of private use alone (`x-ours`).
    """
    parts = _TAG.fullmatch(tag.lower()) if tag.isascii() else None
    if parts is None:
        return False
    variants = parts["variants"].split("-")[1:]
    singletons = re.findall(r"-([a-z0-9])(?=-)", parts["extensions"])
    return len(set(variants)) == len(variants) and len(set(singletons)) == len(singletons)


def formatted(tag: str) -> str:
    """A well-formed tag in the capitals that RFC 5646, section 2.1.1, recommends: `zh-Hant-TW` for `ZH-hant-tw`."""
    first, *rest = tag.lower().split("-")
    singleton = next((at for at, part in enumerate(rest) if len(part) == 1), len(rest))
    cased = (part.upper() if len(part) == 2 else part.title() if len(part) == 4 else part for part in rest[:singleton])
    return "-".join((first, *cased, *rest[singleton:]))


def primary(tag: str) -> str:
    """The primary language subtag of a BCP 47 tag, lower case: `zh` for `zh-Hant-TW`."""
    return tag.replace("_", "-").split("-", 1)[0].lower()


def same_language(one: str, other: str) -> bool:
    """Whether two tags name one language, whatever their script or region.

    `und` is the same language as nothing, not even itself.
    """
    return primary(one) == primary(other) != UNDETERMINED
