"""How long each report format takes, with many findings, on lines of their own and in one sentence as long as a book.

python lab/bench/formats.py [FINDINGS]
"""

import sys
import time

from xlcheck.model import Article, Document, Event, Finding, Report, Sentence, Span
from xlcheck.report import FORMATS
from xlcheck.rules import RULES

SAID = "Su Lin spoke again, "
NAME = len("Su Lin")


def report(findings: int, end: str) -> Report:
    text = end.join([SAID] * findings)
    document = Document("a.txt", text, "en")
    starts = range(0, len(text), len(SAID) + len(end))
    names = [Span(document, start, start + NAME) for start in starts]
    found = tuple(
        Finding(
            "“Su Lin” is misread", name, (names[0],), "Tô Lâm", "so it is written", rule="XL110", name="name-misread"
        )
        for name in names
    )
    whole = (Sentence(Span(document, 0, len(text)), "en", 0),)
    lines = tuple(Sentence(Span(document, start, start + len(SAID)), "en", at) for at, start in enumerate(starts))
    return Report((Event((Article(document, "en", lines if end else whole),), ()),), found, RULES)


if __name__ == "__main__":
    many = int(sys.argv[1]) if len(sys.argv) > 1 else 5000
    for what, end in (("on lines of their own", "\n"), ("in one sentence", "")):
        made = report(many, end)
        print(f"{many} findings {what}")
        for name, render in FORMATS.items():
            began = time.perf_counter()
            size = len(render(made))
            print(f"  {name:9} {time.perf_counter() - began:6.2f} s {size / 1e6:6.1f} MB")
