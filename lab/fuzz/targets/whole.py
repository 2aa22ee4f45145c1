"""The whole way: two files of any kind are read, aligned, checked and reported."""

from __future__ import annotations

import json

from samples import FACTS, MARKDOWNS, NEWS, PAGES, TABLES
from target import SECTION, Target, must, sections
from tokens import FIGURES, MARKUP, SIGNS

from xlcheck.config import Config
from xlcheck.mend import mend
from xlcheck.model import XlcheckError
from xlcheck.pipeline import examine
from xlcheck.read import parse
from xlcheck.report import FORMATS

_CONFIG = Config(paths=("a",), pedantic=True, cache=None)
_ENDINGS = ("txt", "html", "md", "tsv")


def _examined(data: bytes) -> object:
    """The first byte says what the files are."""
    choice = data[0] if data else 0
    inputs = []
    for number, (name, content) in enumerate(zip(("a.es", "b.vi"), sections(data[1:], 2), strict=True)):
        ending = _ENDINGS[choice // 4**number % 4]
        try:
            inputs.append(parse(f"{name}.{ending}", content))
        except XlcheckError:
            continue
    if not inputs:
        return None
    report = examine(inputs, _CONFIG)
    for finding in (*report.findings, *report.silenced):
        must(finding.message and finding.rule, "a finding that says nothing")
    for file in mend(report):
        must(file.before != file.after, "a fix that changes nothing")
    told = json.loads(str(FORMATS["json"](report)))
    must(told, "an empty report")
    FORMATS["terminal"](report)
    return sorted({finding.rule for finding in report.findings})


_es, _vi, _en, _zh = (NEWS[language].encode() for language in ("es", "vi", "en", "zh"))
_two = (
    *((0, _es, _vi), (0, _en, _zh), (0, FACTS, FACTS)),
    *((1, PAGES[0], _vi), (2, MARKDOWNS[0], _es), (3, TABLES[0], b"x")),
)
_seeds = tuple(bytes([choice]) + one + SECTION + other for choice, one, other in _two)

TARGETS = (Target("whole", _examined, _seeds, (SECTION, *FIGURES, *MARKUP[:30], *SIGNS)),)
