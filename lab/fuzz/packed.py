"""Inputs in a wrapping that a change of single bytes would mostly break: archives, and JSON."""

from __future__ import annotations

import io
import json
import zipfile
from binascii import crc32
from collections.abc import Callable, Iterator, Mapping
from copy import deepcopy
from random import Random
from typing import Any

Change = Callable[[bytes], bytes]


def packed(parts: Mapping[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """A zip archive of these parts, the same for the same parts."""
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w") as archive:
        for name, content in parts.items():
            archive.writestr(zipfile.ZipInfo(name), content, method)
    return whole.getvalue()


def vary_parts(data: bytes, change: Change) -> bytes:
    """An archive with one of its parts changed, mostly the last; now and then the archive itself, or a part less."""
    dice = crc32(change(b"dice" + data[-64:]))
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = {name: archive.read(name) for name in archive.namelist()}
    except Exception:  # an archive that is broken already is changed as the bytes it is
        return change(data)
    if not parts or dice % 8 == 0:
        return change(data)
    names = sorted(parts)
    victim = names[-1] if dice % 3 else names[dice // 8 % len(names)]
    if dice % 97 == 0:
        del parts[victim]
    else:
        parts[victim] = change(parts[victim])
    return packed(parts, zipfile.ZIP_STORED if dice % 2 else zipfile.ZIP_DEFLATED)


_VALUES = (None, True, 0, -1, 1, 2, 10**6, 10**30, 0.5, 1e308, float("nan"), "", "a", "\ud800", "9" * 40, [], {}, [[]])
"""What the place of any other value is given to."""


def vary_json(data: bytes, change: Change) -> bytes:
    """JSON with a value left out, doubled, or in the place of another; now and then the text itself is changed."""
    dice = Random(crc32(change(b"dice" + data[-64:])))
    try:
        tree = json.loads(data.decode("utf-8", "surrogatepass"))
        if dice.random() < 0.2 or not isinstance(tree, (list, dict)):
            return change(data)
        for _ in range(dice.choice((1, 1, 2, 5))):
            _vary(tree, dice)
        return json.dumps(tree, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")
    except (ValueError, RecursionError):  # no JSON, or too deep
        return change(data)


def _vary(tree: Any, dice: Random) -> None:
    places = [*_places(tree)]
    if not places:
        return
    (holder, key), (other, there) = dice.choice(places), dice.choice(places)
    operation = dice.randrange(4)
    if operation == 0:
        del holder[key]
        return
    value = deepcopy(dice.choice(_VALUES) if operation == 1 else other[there])
    if operation == 2 and isinstance(holder, list):
        holder.insert(key, value)
    else:
        holder[key] = value


def _places(tree: Any) -> Iterator[tuple[Any, Any]]:
    """Every list or object with each of its keys."""
    keys = range(len(tree)) if isinstance(tree, list) else [*tree] if isinstance(tree, dict) else ()
    for key in keys:
        yield tree, key
        yield from _places(tree[key])
