"""Plain texts, tables, encodings: what is read as it stands."""

from __future__ import annotations

from functools import partial
from itertools import islice, product
from string import ascii_lowercase

from growing.shape import Shape, shapes
from xlcheck.read import parse
from xlcheck.read.dateline import find_dateline, page_day
from xlcheck.read.encoding import decode
from xlcheck.read.text import plain, segmented


def _columns(n: int) -> str:
    codes = (
        "".join(letters) + "-x-" + end for end in ascii_lowercase for letters in product(ascii_lowercase, repeat=3)
    )
    header = list(islice(codes, n))
    return "\t".join(header) + "\n" + "\t".join("hola" for _ in header) + "\n"


_TABLE = {
    "rows": ("en\tes\n", "Hello {i}\tHola {i}\n", ""),
    "columns": _columns,
    "columns of one language": ("en", "\tes", "\na\tb\n"),
    "tabs": ("en\tes\n", "\t", "\n"),
    "empty rows": ("en\tes\n", "\t\n", ""),
}

_PLAIN = {
    "lines": "Hola mundo {i}.\n",
    "blank lines": ("Hola", "\n", "mundo"),
    "blanks": ("Hola", " ", "mundo"),
    "carriage returns": ("Hola", "\r", "mundo"),
    "one line": "hola mundo ",
    "a title of blanks": ("Hola", " ", "\n\nMundo"),
}

_OPENINGS = {
    "capitals": ("HANOI", " A", " (VNA) — Hola"),
    "brackets": ("HANOI ", "(", ""),
    "commas": ("HANOI", ", May", " — Hola"),
    "days": "Hanoi, 5 May 2024 ",
    "figures": ("Hanoi, ", "5", " May"),
    "points": ("Hanoi", ".", " May"),
    "dashes": ("Hanoi ", "- ", "x"),
    "blanks": ("Hanoi,", " ", "May 5"),
    "lines": "Hanoi, May 5\n",
}

_BYTES = {
    "Latin 1": lambda n: "El presidente habló con señor y niña. ".encode("latin-1") * n,
    "GB 18030": lambda n: "主席昨天在首都讲话。".encode("gb18030") * n,
    "UTF-16 without a mark": lambda n: "El presidente dijo. ".encode("utf-16-le") * n,
    "UTF-8 that is broken": lambda n: "主席".encode() * n + b"\xff",
    "high bytes": lambda n: b"\xe9" * n,
    "one word": lambda n: b"a" * n + b"\xe9",
    "a declaration": lambda n: b"<meta charset=" * n + b"\xe9",
}

_STANDARD_INPUT = {
    "a page": "<p>Hola mundo {i}</p>\n",
    "comments before a page": ("", "<!-- x --> ", "<p>Hola"),
    "comments left open": "<!-- ",
    "blanks": ("", " ", "<p>Hola"),
    "a table": ("en\tes\n", "a\tb\n", ""),
    "front matter": ("---\n", "a\n", ""),
}

SHAPES: tuple[Shape, ...] = (
    *shapes("table", lambda text: parse("a.tsv", text.encode()), _TABLE),
    *shapes("text", partial(plain, "a.es.txt"), _PLAIN),
    *shapes("lines", partial(segmented, "a.es.txt"), _PLAIN),
    *shapes("dateline", lambda text: (find_dateline(text), page_day(text)), _OPENINGS),
    *shapes("bytes", lambda data: decode(data, "a.txt"), _BYTES),
    *shapes("input", lambda text: parse("-", text.encode()), _STANDARD_INPUT, 1 << 14),
)
