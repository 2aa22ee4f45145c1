"""The systems in which Chinese characters are read: Mandarin, Sino-Vietnamese, Sino-Korean, and rarer ones.

A system is named by the BCP 47 tag of the language whose readings they are; `ko` is romanised Korean.
"""

from __future__ import annotations

from collections.abc import Mapping

MANDARIN, VIETNAMESE, KOREAN, JAPANESE = "zh", "vi", "ko", "ja"
WADE_GILES, CANTONESE, HANGUL = "zh-Latn-wadegile", "yue", "ko-Hang"

SYSTEMS = (MANDARIN, VIETNAMESE, KOREAN)
"""Those in which most people of the news are named."""
RARER_SYSTEMS = (WADE_GILES, CANTONESE, JAPANESE)
"""Those with readings so short and alike that a form is taken for one only where the characters are known."""
HEARD = (VIETNAMESE, MANDARIN)
"""Those by whose sound characters are taken for others."""
ABROAD = (CANTONESE, WADE_GILES)
"""Those in which surnames stand behind given names in English: Lawrence Wong, Jerry Yang."""
JOINED = (MANDARIN, JAPANESE)
"""Those that join syllables to words, which are taken apart in every way: Xian is 西安 or 先."""

SYSTEM_NAMES: Mapping[str, str] = {
    MANDARIN: "Mandarin",
    WADE_GILES: "Wade-Giles",
    CANTONESE: "Cantonese",
    VIETNAMESE: "Vietnamese",
    KOREAN: "Korean",
    HANGUL: "Korean",
    JAPANESE: "Japanese",
}

AT_HOME: Mapping[str, str] = {"VN": VIETNAMESE, "KR": KOREAN, "KP": KOREAN}
"""The system in which people of a region (ISO 3166) are called there, where a table has its usual readings."""
