"""What is passed over: ignore files, comments, files beside, baselines; and verdicts while there are many."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import date
from itertools import count

from growing.shape import Made, Shape, folder, from_file, repeated, shapes
from xlcheck.check import silence
from xlcheck.config import rule_names
from xlcheck.model import Document, Finding, Origin, Span
from xlcheck.model.suppression import Silencing, Suppression
from xlcheck.read import parse
from xlcheck.read.blocks import blocks, joined
from xlcheck.read.formats import HTML
from xlcheck.rules import RULES
from xlcheck.silence import baseline, beside, comments, ignores
from xlcheck.silence.entries import entries

_NAMES = rule_names(RULES)
_MADE = count()
_ENTRY = '[[ignore]]\nrule = "XL302"\nfingerprint = "{f}"\nreason = "quoted {i}"\nuntil = 2030-12-31\n\n'
_SAID = "XL302: why until 2030-12-31"
_AT = 'XL302 at "presidente {i} habló": why until 2030-12-31\n'
_COMMENT = f"<!-- xlcheck-ignore {_SAID} -->"


def _ignored(n: int) -> str:
    """Entries that were never read before: what was is remembered."""
    made = next(_MADE)
    return "".join(_ENTRY.replace("{f}", f"{i:032x}").replace("{i}", f"{made}-{i}") for i in range(n))


_ENTRIES: dict[str, Made] = {
    "entries": _ignored,
    "equal entries": lambda n: _ENTRY.replace("{f}", "0" * 32) * n,
    "entries of an unknown rule": lambda n: _ignored(n).replace("XL302", "XL999"),
    "headers alone": "[[ignore]]\n",
    "headers in a string": ('[[ignore]]\nrule = "XL302"\nuntil = 2030-12-31\nreason = """', "\n[[ignore]]\n", '"""\n'),
    "comments": (_ignored(1), "# why\n", _ignored(1)),
    "unknown keys": ("[[ignore]]\n", "key{i} = 1\n", ""),
    "empty lines": (_ignored(1), "\n", _ignored(1)),
    "a long reason": ('[[ignore]]\nrule = "XL302"\nuntil = 2030-12-31\nreason = "', "why ", '"\n'),
}


def _filled(n: int) -> str:
    file = folder() / f"ignore{n}.toml"
    file.write_text(_ignored(n), "utf-8")
    ignores.load(str(file), _NAMES)  # as the page of the review does
    return str(file)


def _verdict(file: str) -> None:
    """A verdict, and taking it back: the file is as it was."""
    values = {"rule": "XL302", "fingerprint": "f" * 32, "reason": "why", "until": "2030-12-31"}
    ignores.add(file, values, _NAMES, "a finding")
    ignores.remove(file, values, _NAMES)


def _page(text: str) -> Document:
    read, offsets = joined(blocks(text))
    return Document("a.html", read, origin=Origin(text, offsets), syntax=HTML)


def _pages(before: str, unit: str, behind: str) -> Made:
    return lambda n: _page(before + repeated(unit, n) + behind)


def _markdown(before: str, unit: str, behind: str) -> Made:
    return lambda n: parse("a.md", (before + repeated(unit, n) + behind).encode())[0]


_COMMENTS: dict[str, Made] = {
    "a paragraph each": _pages("", f"<p>El presidente habló ayer {{i}}. {_COMMENT}</p>\n", ""),
    "before paragraphs": _pages("", f"{_COMMENT}<p>El presidente habló ayer {{i}}.</p>\n", ""),
    "in one paragraph": _pages("<p>", f"hola {_COMMENT} ", "</p>"),
    "behind one word": _pages("<p>hola ", _COMMENT, "</p>"),
    "behind ends": lambda n: _page("<p>hola" + "</b>" * n + _COMMENT * n + "</p>"),
    "between hard blanks": _pages("<p>hola", f"\u00a0{_COMMENT}", "</p>"),
    "left open": _pages("<p>hola", "<!-- xlcheck-ignore ", ""),
    "in Markdown": _markdown("", f"El presidente {{i}}. {_COMMENT}\n\n", ""),
    "in a line of Markdown": _markdown("Hola ", f"{_COMMENT} ", "\n"),
    "in lines of Markdown": _markdown("Hola ", f"{_COMMENT}\n", "\n"),
    "in fences": _markdown("Hola\n\n", f"```\n{_COMMENT}\n```\n\n", ""),
    "in a fence left open": _markdown("Hola\n\n```\n", f"{_COMMENT}\n", ""),
    "of many rules": _markdown("Hola <!-- xlcheck-ignore XL302", ", XL110", ": why until 2030-12-31 -->\n"),
    "of a long reason": _markdown("Hola <!-- xlcheck-ignore XL302: ", "why until ", "2030-12-31 -->\n"),
    "in front matter": _markdown("---\ntitle: Hola\n", f"# xlcheck-ignore {_SAID}\n", "---\nHola mundo.\n"),
}


def _beside(made: tuple[str, str]) -> Sequence[Suppression]:
    text, said = made
    file = folder() / "beside.txt"
    file.with_name("beside.txt.xlcheck").write_text(said, "utf-8")
    return list(beside.suppressions([Document(str(file), text)], _NAMES))


_BESIDE: dict[str, Made] = {
    "lines": lambda n: ("Hola", f"{_SAID}\n" * n),
    "blanks": lambda n: ("Hola", "XL302" + " " * n + "x\n"),
    "the word at": lambda n: ("Hola", "XL302" + " at" * n + "\n"),
    "quotation marks": lambda n: ("Hola", "XL302 at " + "“" * n + "\n"),
    "words of paragraphs": lambda n: (
        repeated("El presidente {i} habló.\n\n", n), repeated(_AT, n),
    ),
    "words that are not there": lambda n: (
        repeated("El ministro {i} habló.\n\n", n), repeated(_AT, n),
    ),
    "words of one paragraph": lambda n: (
        repeated("El presidente {i} habló. ", n), repeated(_AT, n),
    ),
    "rules": lambda n: ("Hola", "XL302" + ",XL110" * n + ": why until 2030-12-31\n"),
}  # fmt: skip


def _known(n: int) -> str:
    findings = [{"path": f"a{i}.txt", "rule": "XL302", "fingerprint": f"{i:032x}", "count": 1} for i in range(n)]
    return json.dumps({"version": 1, "findings": findings})


def _renewed(path: str) -> object:
    known = baseline.load(path)
    left = baseline.unseen(known, str(folder()), [str(folder() / "a1.txt")], {"XL302"})
    return baseline.render(left), baseline.counts(known), baseline.still_there(known, ())


def _found(n: int) -> tuple[tuple[Finding, ...], Silencing]:
    """Findings of one page, each with an ignore of its own, a comment and a known fingerprint."""
    document = Document("a.html", "hola " * n)
    spans = [Span(document, 5 * i, 5 * i + 4) for i in range(n)]
    found = tuple(Finding("left", at, suggestion=f"mundo {i}", rule="XL302") for i, at in enumerate(spans))
    own = [Suppression(at, "XL302", fingerprint=finding.fingerprint) for at, finding in zip(spans, found, strict=True)]
    said = [Suppression(at, "XL302", block=at) for at in spans]
    return found, Silencing(date(2024, 5, 1), (*own, *said), {finding.fingerprint: 1 for finding in found})


SHAPES: tuple[Shape, ...] = (
    *shapes("ignores", lambda text: entries(text, "i.toml", _NAMES), _ENTRIES, 1 << 16),
    *shapes("ignores", from_file("i.toml", lambda path: ignores.load(path, _NAMES)), {"loaded": _ignored}, 1 << 16),
    *shapes("review", _verdict, {"a verdict with entries there": _filled}, 1 << 15),  # all are remembered
    *shapes("comments", lambda page: list(comments.suppressions([page], _NAMES)), _COMMENTS, 1 << 15),
    *shapes("beside", _beside, _BESIDE, 1 << 17),
    *shapes("baseline", from_file("b.json", _renewed), {"findings": _known}, 1 << 15),
    *shapes("silence", lambda both: silence(*both, RULES), {"findings with an ignore each": _found}, 1 << 14),
)
