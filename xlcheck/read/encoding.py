"""From bytes to text.

A byte order mark decides; then what is valid UTF-8 is UTF-8; then a page's own declaration is
believed; then the legacy encodings are weighed: each that decodes the bytes is scored by how much
of the text beyond ASCII reads as one language would write it.
"""

import codecs
import re
import unicodedata
from collections import Counter
from functools import cache

from xlcheck.lang.scripts import HAN, HANGUL_SYLLABLES, KANA
from xlcheck.model import XlcheckError
from xlcheck.read.languages import alphabets
from xlcheck.read.limits import LIMITS

_MARKS = (  # UTF-32 first: its little-endian mark begins with that of UTF-16
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_HAN, _KANA, _HANGUL = (re.compile(f"[{characters}]") for characters in (HAN, KANA, HANGUL_SYLLABLES))
_HAN_LEVEL_1 = {  # lead bytes of the commonest characters of each national standard
    "gb18030": (0xB0, 0xD7),
    "euc_jp": (0xB0, 0xCF),
    "cp932": (0x88, 0x98),
    "big5hkscs": (0xA4, 0xC6),
}
_EAST_ASIAN = ("cp949", *_HAN_LEVEL_1)
_CANDIDATES = (  # of two that read equally well the first is taken
    *("cp1252", "cp1258", "cp1251", "cp1250", "cp1256", "cp1254", "cp1253", "cp1255", "cp1257"),
    *("koi8-r", "koi8-u", "iso8859-15", "iso8859-2", "iso8859-5", "iso8859-6", "iso8859-7"),
    *("iso8859-8", "cp866"),
    *_EAST_ASIAN,
    "cp874",
)
_SUPERSETS = {  # what pages that declare the former are written in (WHATWG Encoding Standard)
    "ascii": "cp1252",
    "iso8859-1": "cp1252",
    "iso8859-9": "cp1254",
    "iso8859-11": "cp874",
    "tis-620": "cp874",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "big5": "big5hkscs",
    "cp950": "big5hkscs",
    "shift_jis": "cp932",
    "euc_kr": "cp949",
}
_DECLARATION = re.compile(
    rb"""<meta\s[^>]{0,200}?charset\s*=\s*["']?\s*([\w.:-]+)|<\?xml\s[^>]*?encoding=["']([\w.:-]+)""",
    re.IGNORECASE,
)
_TELLING = re.compile(rb"[!-~]{0,20}[\x80-\xff][!-~\x80-\xff]*")  # no character spans a space
_CEDILLAS = str.maketrans("şţ", "șț")  # the legacy encodings of Romanian have no comma below
_CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]")
REPLACED = "\ufffd"
"""What stands for bytes that are not UTF-8, where that is passed over."""


def decode(data: bytes, path: str, lenient: bool = False) -> str:
    """The text of a file, without byte order mark, line ends as they are.

    Raises XlcheckError where the bytes are not text: NUL bytes outside UTF-16, broken UTF-8,
    or an encoding that is none of those we know. With `lenient`, as browsers do it for pages, broken
    UTF-8 becomes U+FFFD.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _strict(data[len(mark) :], encoding, path)
    if data.count(0) * LIMITS.bytes_a_nul > len(data):
        return _utf16_without_mark(data, path)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        if _is_mostly_utf8(data):
            if lenient:
                return data.decode("utf-8", "replace")
            line = data.count(b"\n", 0, error.start) + 1
            raise XlcheckError(
                f"{path}:{line}: not valid UTF-8 (byte 0x{data[error.start]:02x}); "
                "save the file as UTF-8 again, from its source"
            ) from None
    return _declared(data) or _detected(data, path)


def _strict(data: bytes, encoding: str, path: str) -> str:
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        line = data[: error.start].decode(encoding, "replace").count("\n") + 1
        raise XlcheckError(
            f"{path}:{line}: not valid {encoding.upper()}, although its byte order mark says so; save the file as UTF-8"
        ) from None
    return text


def _binary(path: str, line: int) -> XlcheckError:
    return XlcheckError(f"{path}:{line}: a NUL byte, so this is not a text file; leave it out")


def _utf16_without_mark(data: bytes, path: str) -> str:
    """UTF-16 text has its NUL bytes, the high halves of ASCII, on even or on odd places.

    In text of East Asia there are some on the others, too, the low halves of letters such as 一, 开 and 가, and of the
    ideographic space.
    """
    if len(data) % 2 == 0 and not _is_ascii_with_nul(data[: LIMITS.sample]):
        for encoding, low_halves in (("utf-16-le", data[::2]), ("utf-16-be", data[1::2])):
            text = _decoded(data, encoding)
            known = text and all(unicodedata.category(c) not in ("Cn", "Co") for c in set(text))
            if text and known and (b"\0" not in low_halves or _is_wide(text)):
                return text
    raise _binary(path, data.count(b"\n", 0, data.index(b"\0")) + 1)


def _is_wide(text: str) -> bool:
    """Whether a text is in the scripts of East Asia, but for what ASCII has."""
    beyond = [character for character in text if not character.isascii()]
    return sum(unicodedata.east_asian_width(character) in "WF" for character in beyond) > LIMITS.mostly * len(beyond)


def _is_ascii_with_nul(data: bytes) -> bool:
    """Whether the halves beside no NUL are nearly all printable ASCII, both of a pair: ideographs are not."""
    pairs = [pair for pair in zip(data[::2], data[1::2], strict=True) if all(pair)]
    return sum(all(0x20 <= half < 0x7F for half in pair) for pair in pairs) > LIMITS.mostly * len(pairs)


def _is_mostly_utf8(data: bytes) -> bool:
    """Whether most sequences are UTF-8: then it is broken UTF-8, and all else would be mojibake."""
    text = data.decode("utf-8", "surrogateescape")
    broken = sum("\udc80" <= c <= "\udcff" for c in text)
    return sum(not c.isascii() for c in text) > 2 * broken


def _declared(data: bytes) -> str | None:
    found = _DECLARATION.search(data, 0, LIMITS.page_head)
    if not found:
        return None
    try:
        name = codecs.lookup((found[1] or found[2]).decode("ascii")).name
    except (LookupError, UnicodeDecodeError):
        return None
    name = _SUPERSETS.get(name, name)
    return _decoded(data, name) if name in _CANDIDATES else None


def _detected(data: bytes, path: str) -> str:
    readings = [(name, text) for name in _CANDIDATES if (text := _decoded(data, name)) is not None]
    sample = b" ".join(_TELLING.findall(data))[: LIMITS.sample]
    scored = [(_score(sample.decode(name, "ignore"), name), text) for name, text in readings]
    score, text = max(scored, key=lambda reading: reading[0], default=((0.0,), ""))
    if score[0] < LIMITS.encoding_score:
        raise XlcheckError(f"{path}:1: neither UTF-8 nor a recognised legacy encoding; save the file as UTF-8")
    return text


def _decoded(data: bytes, encoding: str) -> str | None:
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        return None
    return None if _CONTROL.search(text) else text


def _score(text: str, encoding: str) -> tuple[float, ...]:
    """How well a reading fits, to be compared.

    First the share of the characters beyond ASCII that stand where and as one language writes them.
    Of equals the shorter is better: one letter falls apart into several in a wrong encoding; then
    one that is not mostly capitals.
    """
    text = unicodedata.normalize("NFC", text)
    letters: Counter[str] = Counter()
    total, weight = 0, 0.0
    for found in re.finditer(r"[^\x00-\x7f]", text):
        at, character = found.start(), found[0]
        before, after = text[at - 1 : at], text[at + 1 : at + 2]
        total += 1
        if not _is_letter(character):
            weight += _weight_of_sign(character, before, after)
        elif not _breaks_word(character, before, after):
            letters[character] += 1
    if encoding in _EAST_ASIAN:
        weight += sum(_east_asian(letter, encoding) * count for letter, count in letters.items())
    else:
        weight += _most_in_one_alphabet(letters)
    small = sum(map(str.islower, text)) >= sum(map(str.isupper, text))
    return weight / total, -len(text), small


@cache
def _is_letter(character: str) -> bool:
    return unicodedata.category(character)[0] in "LM"


def _most_in_one_alphabet(letters: Counter[str]) -> int:
    lower: Counter[str] = Counter()
    for letter, count in letters.items():
        lower[letter.lower().translate(_CEDILLAS)] += count
    return max(sum(lower[letter] for letter in alphabet & lower.keys()) for alphabet in alphabets().values())


def _weight_of_sign(sign: str, before: str, after: str) -> float:
    if all(c.isascii() and c.isalpha() for c in (before, after)):
        return 1.0 if sign in "’‘·–—" else 0.0
    if sign == "¤":  # never written, but where ISO 8859-15 has the euro sign
        return 0.0
    beside_number = before.isdigit() or after.isdigit()
    return 1.0 if beside_number or unicodedata.category(sign)[0] in "PZ" else 0.5


def _breaks_word(letter: str, before: str, after: str) -> bool:
    """Whether case or script changes inside the word as no language does it."""
    beside_ascii = any(c.isascii() and c.islower() for c in (before, after))
    if beside_ascii and not _is_latin(letter):
        return True
    if unicodedata.category(letter) == "Mn":
        return not before or not _is_letter(before)
    return before.islower() if letter.isupper() else letter.islower() and after.isupper()


@cache
def _is_latin(letter: str) -> bool:
    return unicodedata.name(letter, "").startswith("LATIN")


@cache
def _east_asian(letter: str, encoding: str) -> float:
    """How likely a letter is in text that was written in one of the encodings of East Asia."""
    if _HANGUL.match(letter):
        return float(encoding == "cp949" and letter.encode(encoding)[0] >= 0xB0)
    if _KANA.match(letter):
        return float(encoding in ("cp932", "euc_jp"))
    if not _HAN.match(letter) or encoding == "cp949":
        return 0.0
    first, last = _HAN_LEVEL_1[encoding]
    return 1.0 if first <= letter.encode(encoding)[0] <= last else 0.3
