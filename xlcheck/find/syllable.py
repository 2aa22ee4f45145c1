"""Whether a word is a syllable that Vietnamese may have."""

from __future__ import annotations

import re
import unicodedata

from xlcheck.lang.folding import toned

_ONSET = "(?:b|ch?|d|đ|gh?|gi|h|kh?|l|m|ngh?|nh?|ph?|qu|r|s|th?|tr|v|x)?"
_OPEN = (
    "a|ai|ao|au|ay|âu|ây|e|eo|ê|êu|i|ia|iu|iêu|o|oa|oai|oao|oay|oe|oeo|oi|ô|ôi|ơ|ơi|u|ua|ui|uôi|uy|uya|uyu|uê|uơ|uây"
    "|ư|ưa|ưi|ưu|ươi|ươu|y|ya|yêu"
)
_CHECKED = "a|ă|â|e|ê|i|iê|o|oa|oă|oe|oo|ô|ơ|u|uâ|uê|uô|uy|uyê|ư|ươ|y|yê"
_FINALS = "m|n|ng|nh"
_STOPS = "c|ch|k|p|t"
"""Finals that go with two tones alone; k in names of places (Đắk Lắk)."""
_STOPPED_TONES = ("\u0301", "\u0323")
_SYLLABLE = re.compile(f"{_ONSET}(?:(?:{_OPEN})|(?:{_CHECKED})(?:{_FINALS}))")
_STOPPED = re.compile(f"{_ONSET}(?:{_CHECKED})(?:{_STOPS})")


def is_vietnamese(word: str) -> bool:
    """Whether a word is one possible syllable of Vietnamese, tone included (L. C. Thompson, A Vietnamese Grammar)."""
    letters, tones = toned(word.lower())
    base = unicodedata.normalize("NFC", letters)
    if len(tones) > 1:
        return False
    stopped = _STOPPED.fullmatch(base) is not None and tones in _STOPPED_TONES
    return stopped or _SYLLABLE.fullmatch(base) is not None
