"""Names with figures that are no quantities: 5G, F-16, EF1, MH370, 01/2026/QĐ-TTg; an account's 30 figures."""

from __future__ import annotations

import re

from xlcheck.find.folded import fold
from xlcheck.find.limits import LIMITS
from xlcheck.lang import Language
from xlcheck.model import Sentence
from xlcheck.model.facts import Code

_CODE = re.compile(
    r"(?<![^\W_])(?:[A-Z][A-Za-z]{0,4}-?[0-9]{1,4}|[0-9]{1,3}[A-Z]{1,2}|[0-9]{1,4}/[0-9]{4}/[A-ZĐ]{2,}(?:-[A-ZĐa-z]+)?)(?![^\W_])"
    rf"|(?<![0-9A-Za-z.,])[0-9]{{{LIMITS.figures + 1},}}(?![0-9A-Za-z])"
)


def find_codes(sentence: Sentence) -> tuple[Code, ...]:
    """Find names with figures; 5g and F16 are 5G and F16, without hyphens."""
    folded = fold(sentence.text, Language.of(sentence.language))
    facts = []
    for match in _CODE.finditer(folded.cased):
        value = match[0].replace("-", "").upper()
        facts.append(Code(folded.span(sentence, *match.span()), value))
    return tuple(facts)
