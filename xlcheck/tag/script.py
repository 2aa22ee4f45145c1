"""What a text's script and words say before any statistics."""

from __future__ import annotations

import re

_WORD = re.compile(r"[^\W\d_]+(?:['’\-][^\W\d_]+)*")
_UNSPACED = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]")
_LATIN = re.compile("[A-Za-z\u00c0-\u024f\u1e00-\u1eff]+")
_NON_LATIN = re.compile("[\u0370-\u1dff\u3040-\u318f\u3400-\ud7a3\uf900-\ufaff]")
_CODE = re.compile(
    r"`[^`]{0,400}`|</?\w[^<>]{0,400}>?|\]\([^()]{0,400}\)|https?://\S+|www\.\S+|[@#]\w+"
    r"|(?<![A-Za-z0-9._%+-])[A-Za-z0-9._%+-]+@[A-Za-z0-9.-]+"
    r"|(?<![A-Za-z0-9_.~/-])[A-Za-z0-9_.~-]*[A-Za-z0-9_~]/[A-Za-z0-9_./~-]+"
    r"|(?<![A-Za-z0-9_])[A-Za-z0-9]+(?:_[A-Za-z0-9]+)+|(?<![A-Za-z0-9_])[A-Za-z0-9_]+=\S+|:\w+="
)
_NUMBERS = re.compile(r"(?<![A-Za-z0-9])[A-Za-z]*\d[\dA-Za-z.,:/%+\-]*")
_MAYBE_CODE = re.compile(r"[`<>@#/_=]|www\.")
_LATIN_NAME = re.compile(
    "(?<![A-Za-z\u00c0-\u024f\u1e00-\u1eff])[A-Za-z\u00c0-\u024f\u1e00-\u1eff]*[A-Z][A-Za-z\u00c0-\u024f\u1e00-\u1eff]*"
)
_NAME = re.compile(r"(?<=\S\s)[^\W\d_]*[A-Z\u00c0-\u00de\u0110][\w'’\-]*")
_PLAIN = re.compile(r"(?<!\w)[^\W\d_]{2,}(?!\w)")
QUOTED = (
    r"“[^”]{0,400}”|\"[^\"]{0,400}\"|«[^»]{0,400}»|„[^“”\"]{0,400}[“”\"]"
    r"|「[^」]{0,400}」|『[^』]{0,400}』|《[^》]{0,400}》"
)
"""Pattern of text in quotation marks inside a sentence."""

_QUOTED = re.compile(QUOTED)
_KANA = re.compile("[\u3040-\u30ff]")
_HAN = re.compile("[\u3400-\u9fff\uf900-\ufaff]")
_HANGUL = re.compile("[\u1100-\u11ff\u3130-\u318f\uac00-\ud7a3]")
_OF_ONE_LANGUAGE = {
    "th": re.compile("[\u0e00-\u0e7f]"),
    "el": re.compile("[\u0370-\u03ff\u1f00-\u1fff]{3}"),
    "he": re.compile("[\u0590-\u05ff]"),
    "bn": re.compile("[\u0980-\u09ff]"),
    "pa": re.compile("[\u0a00-\u0a7f]"),
    "gu": re.compile("[\u0a80-\u0aff]"),
    "ta": re.compile("[\u0b80-\u0bff]"),
    "te": re.compile("[\u0c00-\u0c7f]"),
    "kn": re.compile("[\u0c80-\u0cff]"),
    "ml": re.compile("[\u0d00-\u0d7f]"),
}
_DEVANAGARI = re.compile("[\u0900-\u097f]")

MIN_PLAIN_WORDS, MIN_LETTERS, MIN_UNSPACED = 2, 8, 2
"""Less than this says nothing of a language: such fragments stay `und`."""

ENOUGH_PLAIN_WORDS = 5
"""So many plain words tell, however many names stand among them."""


def prose(text: str) -> str:
    """The text without code, addresses and numbers; without Latin words where another script leads.

    Latin names stand in Chinese, Arabic or Russian text without making it English, nor does a quoted title where there
    is enough else.
    """
    unquoted = _QUOTED.sub(" ", text)
    text = _NUMBERS.sub(" ", _without_code(unquoted if unquoted == text or tells(unquoted) else text))
    others = len(_NON_LATIN.findall(text))
    if not others:
        nameless = _NAME.sub(" ", text)
        return nameless if len(_PLAIN.findall(nameless)) >= ENOUGH_PLAIN_WORDS else text
    text = _LATIN_NAME.sub(" ", text)
    latin = sum(map(len, _LATIN.findall(text)))
    return _LATIN.sub(" ", text) if others * 2 >= latin else text


def _without_code(text: str) -> str:
    return _CODE.sub(" ", text) if _MAYBE_CODE.search(text) else text


def tells(text: str) -> bool:
    """Whether there is enough running text to tell a language from.

    Names, capitals and numbers do not count: a byline, a source tag (“— VNS”) or a photo credit says nothing.
    """
    text = _without_code(text)
    unspaced = len(_UNSPACED.findall(text))
    if unspaced >= MIN_UNSPACED:
        return True
    words = _WORD.findall(text)
    if text.isupper():
        plain = words
    else:
        plain = [w for place, w in enumerate(words) if w == w.lower() or (place == 0 and w.istitle())]
    tokens = len(text.split())
    letters = sum(map(len, plain))
    if len(plain) < MIN_PLAIN_WORDS or letters < MIN_LETTERS:
        return False
    return len(plain) >= ENOUGH_PLAIN_WORDS or 2 * len(plain) >= tokens


def by_script(text: str) -> frozenset[str] | None:
    """The languages that the text's script leaves possible; None for scripts of many languages."""
    for script, languages in (
        (_KANA, {"ja"}),
        (_HANGUL, {"ko"}),
        (_DEVANAGARI, {"hi", "mr", "ne"}),
        *((script, {language}) for language, script in _OF_ONE_LANGUAGE.items()),
        (_HAN, {"zh", "ja"}),
    ):
        if script.search(text):
            return frozenset(languages)
    return None
