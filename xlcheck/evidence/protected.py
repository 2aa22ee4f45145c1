"""What stands in a file and is no prose: code, addresses, paths, options, placeholders, identifiers.

What programs and readers take letter by letter is never another spelling of a name, and is never written over.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator
from functools import lru_cache
from typing import Literal

from xlcheck.evidence.thresholds import THRESHOLDS
from xlcheck.lang.scripts import UNBOUNDED
from xlcheck.model.document import Document, Range, Span
from xlcheck.model.ranges import joined, meets

Kind = Literal["", "code", "address", "path", "option", "placeholder", "identifier"]

_TICKS = re.compile("`+")
_BREAK = re.compile(r"\n[ \t]*\n")
_FENCE = re.compile(r"^ {0,3}(?P<fence>`{3,}|~{3,})[^`\n]*$", re.MULTILINE)
_ELEMENT = re.compile(r"<(?P<close>/?)(?:code|kbd|pre|samp|tt|var)(?=[\s/>])", re.IGNORECASE)
_PLACEHOLDER = re.compile(r"\{[^{}\n]{1,60}\}|%\([^()\n]{1,60}\)|\$\w{1,60}")
_TOKEN = r"[\w.:/\\@#$%&=+~?\u00b7-]"
_BEFORE, _AFTER = re.compile(rf"{_TOKEN}*\Z"), re.compile(rf"{_TOKEN}*")
_CLOSING = ".:?"
_UNBOUNDED = re.compile(f"[{UNBOUNDED}]")
_ADDRESS = re.compile(r"://|\Awww\.|\w@\w", re.IGNORECASE)
_PATH = re.compile(r"[/\\]\w|[a-z_]\w*\.[a-z][a-z0-9]{1,3}\Z")
_OPTION = re.compile(r"\A--?[A-Za-z]")
_DOTTED = re.compile(r"_|::|->|(?<=[^\W\d_]{2})\.(?=[^\W\d_]{2})|(?<=\w)=|\w#\w|\w\(\)")
_CAMEL = re.compile(r"(?<=[a-z])[A-Z]|(?<=[A-Z])[A-Z](?=[a-z])")


def protected(at: Span) -> Kind:
    """What a place is a part of that is no prose; empty in prose."""
    if in_code(at):
        return "code"
    if any(found.start() < at.end and at.start < found.end() for found in _PLACEHOLDER.finditer(*_around(at))):
        return "placeholder"
    return _kind(at)


def in_code(at: Span) -> bool:
    """Whether a place is, or touches, code."""
    return at.start < at.end and meets(_code(at.document), *at.in_file)


def is_identifier(word: str) -> bool:
    """Whether a word is written as programs name things: MailQueue, mail_queue, mail.queue."""
    return any(_CAMEL.search(part) for part in word.split()) or _DOTTED.search(word) is not None


def _around(at: Span) -> tuple[str, int, int]:
    text = at.document.text
    start = text.rfind("\n", max(0, at.start - THRESHOLDS.word_reach), at.start)
    end = text.find("\n", at.end, at.end + THRESHOLDS.word_reach)
    return (
        text,
        max(start, at.start - THRESHOLDS.word_reach, 0),
        end if end >= 0 else min(len(text), at.end + THRESHOLDS.word_reach),
    )


def _kind(at: Span) -> Kind:
    """What the word that a place is in, or the words at its ends, are."""
    word = _word(at)
    if _ADDRESS.search(word):
        return "address"
    if _OPTION.match(word):
        return "option"
    if _PATH.search(word):
        return "path"
    return "identifier" if word != at.text and is_identifier(word) and not is_identifier(at.text) else ""


def _word(at: Span) -> str:
    """The place with what stands beside it without a blank, less the stop of a sentence."""
    text = at.document.text
    before = _BEFORE.search(text, max(0, at.start - THRESHOLDS.word_reach), at.start)
    after = _AFTER.match(text, at.end, at.end + THRESHOLDS.word_reach)
    left = before[0] if before else ""
    right = after[0].rstrip(_CLOSING) if after else ""
    return f"{_UNBOUNDED.split(left)[-1]}{at.text}{_UNBOUNDED.split(right)[0]}"


@lru_cache(maxsize=64)
def _code(document: Document) -> tuple[Range, ...]:
    """Where a file has code: between back ticks, in fences, in elements for code; in reading order, apart."""
    text = document.file
    fences = tuple(_fenced(text))
    shown = tuple(sorted((*fences, *(each for each in _ticked(text) if not meets(fences, *each)))))
    return tuple(joined((*shown, *_marked(text, shown))))


def _fenced(text: str) -> Iterator[Range]:
    """Blocks between fences, as CommonMark has them: the closing one is as long as the opening one at least."""
    opened = None
    for found in _FENCE.finditer(text):
        if opened is None:
            opened = found
        elif found["fence"].startswith(opened["fence"]):
            yield opened.start(), found.end()
            opened = None
    if opened:
        yield opened.start(), len(text)


def _ticked(text: str) -> Iterator[Range]:
    """Code spans, as CommonMark has them: as many back ticks in front as behind, in one paragraph."""
    breaks = [found.start() for found in _BREAK.finditer(text)]
    later: defaultdict[tuple[int, int], list[int]] = defaultdict(list)
    runs = [(found.start(), len(found[0])) for found in _TICKS.finditer(text)]
    for start, many in reversed(runs):
        later[bisect_right(breaks, start), many].append(start)
    free = 0
    for start, many in runs:
        ends = later[bisect_right(breaks, start), many]
        ends.pop()
        if start >= free and ends:
            free = ends[-1] + many
            yield start, free


def _marked(text: str, code: tuple[Range, ...]) -> Iterator[Range]:
    """Elements for code; tags that stand in code themselves are shown, not meant."""
    depth, opened = 0, 0
    for tag in _ELEMENT.finditer(text):
        if meets(code, tag.start(), tag.end()):
            continue
        if not tag["close"]:
            opened = opened if depth else tag.start()
            depth += 1
        elif depth:
            depth -= 1
            if not depth:
                yield opened, tag.end()
    if depth:
        yield opened, len(text)
