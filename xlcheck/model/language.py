"""Comparing BCP 47 tags as far as the checks need it."""

UNDETERMINED = "und"


def primary(tag: str) -> str:
    """The primary language subtag of a BCP 47 tag, lower case: `zh` for `zh-Hant-TW`."""
    return tag.replace("_", "-").split("-", 1)[0].lower()


def same_language(one: str, other: str) -> bool:
    """Whether two tags name one language, whatever their script or region.

    `und` is the same language as nothing, not even itself.
    """
    return primary(one) == primary(other) != UNDETERMINED
