"""Why text in another language may be there on purpose."""

from __future__ import annotations

import re

from xlcheck.evidence.protected import in_code, is_identifier
from xlcheck.lang.scripts import GREEK
from xlcheck.model.document import Span
from xlcheck.model.doubt import Doubt, raised
from xlcheck.model.text import Stretch

_LETTER = re.compile(rf"[{GREEK}]")
_WORD = re.compile(rf"[{GREEK}]{{3}}")
"""Greek has few words of two letters, and no text of them alone; µm and βα are symbols."""
_BRACES = re.compile(r"[{}<>]")


def doubts(stretch: Stretch) -> tuple[Doubt, ...]:
    """What speaks against text in another language being an error."""
    return raised(
        (Doubt.FEW_WORDS, stretch.brief),
        (Doubt.CODE, has_code(stretch.span)),
        (Doubt.SYMBOLS, _LETTER.search(stretch.span.text) and not _WORD.search(stretch.span.text)),
    )


def has_code(span: Span) -> bool:
    """Whether a text has a word that is written as programs name things, or is code itself."""
    return _BRACES.search(span.text) is not None or in_code(span) or is_identifier(span.text)
