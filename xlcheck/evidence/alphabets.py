"""Which script a sentence is written in, by its language."""

from __future__ import annotations

import re

from xlcheck.lang import Language
from xlcheck.lang.scripts import CYRILLIC, LATIN, Script

_LATIN, _CYRILLIC = re.compile(f"[{LATIN}]"), re.compile(f"[{CYRILLIC}]")


def own_script(language: str, text: str) -> Script:
    """The script of a language among Latin, Cyrillic and Greek; of one with two, what most letters of a text are in.

    Nothing for languages in other scripts and for text in no known language.
    """
    own = Language.of(language).traits.scripts
    if "Latn" in own and "Cyrl" in own:
        return "Cyrl" if len(_CYRILLIC.findall(text)) > len(_LATIN.findall(text)) else "Latn"
    return "Latn" if "Latn" in own else "Cyrl" if "Cyrl" in own else "Grek" if "Grek" in own else ""
