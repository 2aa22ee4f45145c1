"""pySBD's golden rules, as examples of hard spots.

Those in `AGAINST` are decided otherwise here, each for a reason.
"""

from __future__ import annotations

import json
from pathlib import Path

from xlcheck.model import Document
from xlcheck.segment import segment

AGAINST = {
    "inline list": "items of a list that run on in one line stay one sentence: “2.” inside a line is mostly a number",
    "tie": "“6 P.M. Mr. Smith”, “гг. Виктор”: a name may follow or not; no rule gets both right",
    "colon": "a colon or a comma never ends a sentence (three Arabic rules split there)",
    "quotation": "a sentence end inside a long quotation ends a sentence, as in the treebanks",
    "wrapped": "text cut into lines shorter than 40 characters, or with ragged lines, is a list of lines",
    "rewritten": "the rule changes the text (removes a line break or a blank); here text is never altered",
    "rare": "“lo psicol.”, “st. d. arte”, “Dir. Amm.”: abbreviations too rare to list",
}
BAR = 0.85


def test_most_golden_rules_hold(shared: Path) -> None:
    lines = (shared / "dev" / "seg_pysbd" / "golden_rules.jsonl").read_text("utf-8").splitlines()
    held = total = 0
    for case in map(json.loads, lines):
        got = [" ".join(s.text.split()) for s in segment(Document("t", case["text"], language=case["lang"]))]
        held += got == [" ".join(sentence.split()) for sentence in case["sentences"]]
        total += 1
    assert held / total >= BAR
