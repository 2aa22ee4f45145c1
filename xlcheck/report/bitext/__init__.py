"""Formats what is aligned: a module each, whose `render` gives a string of events."""

from collections.abc import Callable, Mapping, Sequence

from xlcheck.model import Event
from xlcheck.report.bitext import json, text, tmx, tsv

FORMATS: Mapping[str, Callable[[Sequence[Event]], str]] = {
    "text": text.render,
    "json": json.render,
    "tsv": tsv.render,
    "tmx": tmx.render,
}
"""Every format by the name that the user gives it."""

__all__ = ["FORMATS", "json", "text", "tmx", "tsv"]
