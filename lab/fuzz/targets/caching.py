"""Entries of a cache, which anybody may have written."""

from __future__ import annotations

import zlib
from datetime import date
from decimal import Decimal
from fractions import Fraction
from hashlib import sha256

from packed import Change, vary_json
from samples import NEWS
from target import Target, must, scratch, text
from tokens import SIGNS

from xlcheck.cache import Known, name_of
from xlcheck.cache.disk import DiskCache
from xlcheck.cache.frozen import freeze, thaw
from xlcheck.cache.shape import shape
from xlcheck.find import Finder
from xlcheck.model import Document, Glossary
from xlcheck.segment import segment
from xlcheck.tag import tag

_DOCUMENT = Document("a.txt", NEWS["en"])
_KNOWN = Known((_DOCUMENT,))
_SENTENCES = tuple(Finder(Glossary()).find(sentence, date(2026, 1, 27)) for sentence in tag(segment(_DOCUMENT))[:2])
_BEADS = [((0, 7), (3,), 0.5, True), ((), (8,), 1.0, False)]
_FITS = shape(list[tuple[tuple[int, ...], tuple[int, ...], float, bool]])
_VALUES = (
    _SENTENCES,
    _BEADS,
    (3, b"\0\1\2", "text", None, date(2026, 1, 26), Decimal("3.5"), Fraction(1, 3)),
)
_NAME = name_of("fuzz")
_TOKENS = (
    *(
        b"]",
        b"[",
        b"{}",
        b",",
        b"null",
        b"1e999",
        b"-1",
        b'"',
        b"\\ud800",
        b"9" * 40,
        b"true",
        b'"document"',
        b'"Span"',
    ),
    *(
        b"cos\nsystem\n",
        b"cbuiltins\neval\n",
        b"(S'x'\ntR.",
        b"cdecimal\nDecimal\n",
        b"r\xff\xff\xff\x7f",
        b"\x8c\x01a",
        b"\x94",
    ),
    *(b"\x95" + b"\xff" * 8, b"U\x01x", b"]", b"(", b"t", b"R", b"b", b"h\x00", b"K\x01", b"Q", b"\x93", b"."),
)


def _thawed(data: bytes) -> object:
    """Bytes that nobody froze may fail in any way but by taking all memory; what comes of them can be frozen again."""
    try:
        value = thaw(data, _KNOWN)
    except (MemoryError, RecursionError):
        raise
    except Exception as error:  # as documented
        return type(error).__name__
    try:
        again = freeze(value, _KNOWN)
    except (TypeError, ValueError, AttributeError, RecursionError):
        return "not kept"
    must(freeze(thaw(again, _KNOWN), _KNOWN) == again, "not the value that was kept")
    return type(value).__name__


def _entry(data: bytes) -> object:
    """Whatever an entry's file holds is a value of the type that is asked for, or counts as not there."""
    cache = DiskCache(str(scratch()))
    if cache.get(_NAME, _KNOWN, _FITS) is None:
        cache.put(_NAME, _BEADS, _KNOWN)
    (path,) = [path for path in scratch().rglob("*") if path.name in _NAME and path.is_file()]
    sealed = zlib.compress(data[1:], 1)
    path.write_bytes(sha256(sealed).digest() + sealed if data[:1] != b"\0" else data[1:])
    value = cache.get(_NAME, _KNOWN, _FITS)
    must(value is None or _FITS(value), "a value of another type")
    path.unlink()
    return value is None


def _named(data: bytes) -> object:
    """Different parts have different names."""
    one, _, other = text(data).partition("\n")
    must((name_of(one) == name_of(other)) == (one == other), "two values of one name")
    must(name_of(one, other) != name_of(one + other), "parts that run into one another")
    return None


def _vary_sealed(data: bytes, change: Change) -> bytes:
    return data[:1] + vary_json(data[1:], change) if data[:1] == b"\1" else change(data)


_frozen = tuple(freeze(value, _KNOWN) for value in _VALUES)

TARGETS = (
    Target("cache-value", _thawed, _frozen, (*_TOKENS, *SIGNS), vary_json),
    Target("cache-entry", _entry, (*(b"\1" + value for value in _frozen), b"\0x"), (*_TOKENS, *SIGNS), _vary_sealed),
    Target("cache-name", _named, (b"a\nb",), (b"\n", b"'", b'"', *SIGNS)),
)
