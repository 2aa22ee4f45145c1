"""What is passed over: ignore files read and changed, comments in pages, files next to texts, baselines."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from packed import vary_json
from samples import MARKDOWNS, NEWS, PAGES, SILENCES, TEXTS
from target import SECTION, Target, file, must, sections, text
from tokens import MARKDOWN, MARKUP, SIGNS, SILENCE, TOML

from xlcheck.config import rule_names
from xlcheck.model import XlcheckError
from xlcheck.model.suppression import Suppression
from xlcheck.read import parse, read
from xlcheck.rules import RULES
from xlcheck.silence import baseline, beside, comments, ignores

_NAMES = rule_names(RULES)
_ENTRY = {"rule": "XL302", "until": "2030-12-31", "fingerprint": "0" * 32, "author": "Ana"}


def _ignored(data: bytes) -> object:
    return len(ignores.load(file("i.toml", data), _NAMES))


def _changed(data: bytes) -> object:
    """An entry that is added and taken out again leaves the file as it was, to the byte."""
    reason, about, before = sections(data, 3)
    entry = {**_ENTRY, "reason": text(reason) or "so"}
    path = file("j.toml", before)
    ignores.add(path, entry, _NAMES, text(about))
    grown = Path(path).read_bytes()
    must(grown.startswith(before), "adding an entry changed what was there")
    known = _same(ignores.load(path, _NAMES))
    ignores.remove(path, entry, _NAMES)
    left = Path(path).read_bytes()
    if grown == before:  # it was there already
        return "known"
    must(left.rstrip() == before.rstrip(), "taking an entry out changed what else is there")
    must(len(ignores.load(path, _NAMES)) == len(known) - 1, "not one entry less")
    return "changed"


def _same(entries: Sequence[Suppression]) -> list[object]:
    return [(entry.rule, entry.reason, entry.until, entry.path, entry.fingerprint) for entry in entries]


def _commented(data: bytes) -> object:
    """Every comment's own place and its block lie in a text; Span says so itself."""
    told = []
    for name in ("a.html", "a.md"):
        try:
            documents = parse(name, data)
        except XlcheckError:
            continue
        for found in comments.suppressions(documents, _NAMES):
            must(found.block is not None, "a comment that speaks of nothing")
            told.append((found.rule, found.fault[:20]))
    return told[:4]


def _next_to(data: bytes) -> object:
    ours, theirs = sections(data, 2)
    path = file("b.txt", theirs if theirs.strip() else NEWS["vi"].encode())
    documents = read(path)
    file("b.txt.xlcheck", ours)
    return [(found.rule, found.fault[:20]) for found in beside.suppressions(documents, _NAMES)][:4]


def _baseline(data: bytes) -> object:
    """What is written of a baseline is the same baseline."""
    known = baseline.load(file("b.json", data))
    baseline.counts(known)
    baseline.unseen(known, ".", ["es"], {"XL302"})
    again = baseline.load(file("c.json", baseline.render(known).encode("utf-8", "surrogatepass")))
    must(sorted(again) == sorted(known), "not the entries that were written")
    return len(known)


_BASELINE, _BESIDE, _IGNORES = SILENCES

TARGETS = (
    Target("ignores", _ignored, (_IGNORES,), (*SILENCE, *TOML, *SIGNS)),
    Target(
        "ignores-change",
        _changed,
        (b"so" + SECTION + b"what" + SECTION + _IGNORES,),
        (SECTION, *SILENCE, *TOML, *SIGNS),
    ),
    Target("comments", _commented, (PAGES[0], *MARKDOWNS), (*SILENCE, *MARKUP, *MARKDOWN, *SIGNS)),
    Target("beside", _next_to, (_BESIDE, _BESIDE + SECTION + TEXTS[0]), (SECTION, *SILENCE, *SIGNS)),
    Target("baseline", _baseline, (_BASELINE,), (*SILENCE, *SIGNS), vary_json),
)
