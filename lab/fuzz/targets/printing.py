"""What is made harmless before it is shown: messages, names of files, keys; for terminals, CI services and markup."""

from __future__ import annotations

import json
import os
import re
import tomllib
from xml.etree import ElementTree
from xml.sax.saxutils import escape

from obeyed import is_obeyed
from target import Target, must
from tokens import COMMANDS, SIGNS

from xlcheck.files.escaping import json_text, markup_text, toml_string
from xlcheck.files.printable import harmless, inert, printable, without_controls

_STEERS = re.compile("[\0-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]|\r(?!\n)")


def _printed(data: bytes) -> object:
    """One line stays one line, and nothing that is shown steers or commands; doing it twice changes nothing more."""
    words = os.fsdecode(data)
    line = inert(printable(words))
    must(len(line.splitlines()) <= 1 and not re.search(r"[\n\t]", line), "several lines out of one")
    shown = harmless(words)
    for made in (line, shown):
        must(not _STEERS.search(made), "what steers a terminal")
        must(not is_obeyed(made), "a line that a CI service obeys")
        made.encode()
        must(harmless(made) == made, "another text the second time")
    must(len(shown) == len(words), "a text of another length")
    must(not re.search("[\0-\x08\x1b\x7f-\x9f]", without_controls(words)), "a control character")
    return len(line) == len(words), line == words


def _escaped(data: bytes) -> object:
    """What is written by its number is read again to the letter, and does nothing where it is printed."""
    words = data.decode("utf-8", "replace")
    as_json, as_toml = json_text({words: [words]}), toml_string(words)
    must(json.loads(as_json) == {words: [words]}, "JSON of another text")
    must(tomllib.loads(f"a = {as_toml}")["a"] == words, "TOML of another text")
    markup = markup_text(f"<a>{escape(words)}</a>")
    read = ElementTree.fromstring(markup).text or ""
    must(len(read.replace("\n", "")) == len(words.replace("\r\n", "\n").replace("\n", "")), "markup of another text")
    for made in (as_json, as_toml, markup):
        must(not _STEERS.search(made), "what steers a terminal")
        must(not is_obeyed(made), "a line that a CI service obeys")
    return as_json.count("\\"), markup.count("&")


_seeds = (b"es/a.txt:1: 'x' is wrong; write 'y'", "::error::a\n##[b]\u202e\x1b[2J".encode(), b"a\r\nb\tc")

TARGETS = (
    Target("printed", _printed, _seeds, (*COMMANDS, *SIGNS)),
    Target("escaped", _escaped, _seeds, (*COMMANDS, *SIGNS)),
)
