"""Front matter: YAML (`---`), TOML (`+++`) or JSON (`{`) at the very top of a file.

Language, day of publication, and what is written there for readers, each code point with its place in the file.
"""

import json
import re
import tomllib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, Any, NamedTuple

from xlcheck.files.toml import loads
from xlcheck.model import XlcheckError
from xlcheck.read.article import letters
from xlcheck.read.blocks import Block, Cutter
from xlcheck.read.dateline import iso_day
from xlcheck.read.languages import declared
from xlcheck.read.limits import LIMITS
from xlcheck.read.sniff import FRONT_MATTER

if TYPE_CHECKING:
    import yaml

TITLE = "title"
_TEXTS = (TITLE, "subtitle", "description", "summary")
_LANGUAGES = ("language", "lang", "locale")
_DAYS = ("date", "publishdate", "pubdate", "published", "published_at", "datepublished")

_OPENS_JSON = re.compile(r'\{\s*["}]')
_TOML_STRING = re.compile(
    r"""\#[^\n]*|(?:^[ \t]*(?P<quote>["']?)(?P<key>[\w-]+)(?P=quote)[ \t]*=[ \t]*)?"""
    r"""(?P<token>\"{3}(?:\\.|[^\\])*?\"{3}|'{3}.*?'{3}|"(?:\\.|[^"\\\n])*"|'[^'\n]*')""",
    re.DOTALL | re.MULTILINE,
)
_JSON_STRING = re.compile(r'(?:"(?P<key>\w+)"\s*:\s*)?(?P<token>"(?:\\.|[^"\\])*+")', re.DOTALL)
_ESCAPE = re.compile(
    r"\\(?:u[dD][89aAbB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|u.{4}|U.{8}|x.{2}|[ \t]*\r?\n\s*|.)", re.DOTALL
)
_HALF = re.compile("[\ud800-\udfff]")
"""Half of a surrogate pair, which JSON may spell (`"\\ud800"`) and no text holds."""

_DAY = re.compile(r"\s*(\d{4}-\d{2}-\d{2})(?!\d)")


class _Scalar(NamedTuple):
    """A value as text, and where it is written; `escaped` where a backslash is an escape there."""

    key: str
    value: str
    start: int
    end: int
    escaped: bool


@dataclass(frozen=True, slots=True)
class Front:
    """What a file's front matter says, and where it ends. `texts` have their key as tag, in the order of the file.

    What is not text there (`title = 2` in TOML or JSON) is none.
    """

    language: str | None = None
    published: date | None = None
    texts: tuple[Block, ...] = ()
    end: int = 0


def front_matter(path: str, raw: str) -> Front:
    """The front matter of a file, empty where there is none. Raises XlcheckError where it is no YAML, TOML or JSON."""
    if found := FRONT_MATTER.match(raw):
        read = _yaml if found["yaml"] else _toml
        scalars = read(path, raw, *found.span("matter"))
        return Front() if scalars is None else _front(scalars, raw, found.end())
    return _json(path, raw) if _OPENS_JSON.match(raw) else Front()


def day(text: str) -> date | None:
    """The day that a text opens with, as 2026-01-27."""
    found = _DAY.match(text)
    return iso_day(found[1]) if found else None


def _front(scalars: list[_Scalar], raw: str, end: int) -> Front:
    values = {scalar.key: scalar.value for scalar in reversed(scalars)}
    stated = (declared(values[key]) for key in _LANGUAGES if key in values)
    days = (day(values[key]) for key in _DAYS if key in values)
    return Front(
        language=next(filter(None, stated), None),
        published=next(filter(None, days), None),
        texts=tuple(block for scalar in scalars if scalar.key in _TEXTS and scalar.end for block in _text(scalar, raw)),
        end=end,
    )


def _text(scalar: _Scalar, raw: str) -> list[Block]:
    cutter = Cutter()
    for character, start, end in _places(scalar, raw):
        cutter.put(character, start, end)
    cutter.cut()
    return [replace(block, tag=scalar.key) for block in cutter.done if letters(block.text)]


def _places(scalar: _Scalar, raw: str) -> Iterator[tuple[str, int, int]]:
    """Each code point of a value with its place; what is not of it (indentation, quotation marks) is skipped."""
    at = scalar.start
    for character in scalar.value:
        end = at
        while at < scalar.end:
            escape = _ESCAPE.match(raw, at, scalar.end) if scalar.escaped else None
            end = escape.end() if escape else at + 1
            if escape and "\n" in escape[0]:  # goes on in the next line
                at = end
            elif escape or character.isspace() or raw[at] == character:
                break
            else:
                at += 1
        yield character, at, end
        at = end


def _yaml(path: str, raw: str, start: int, end: int) -> list[_Scalar] | None:
    """The scalars of a mapping; None for other YAML, which is text between two rules."""
    import yaml

    try:
        return _mapping(raw, start, end)
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line if error.problem_mark else 0
        what = error.problem
    except yaml.reader.ReaderError as error:
        line = raw.count("\n", start, _position(error, raw, start))
        what = f"a character that YAML does not allow (U+{error.character:04X})"
    raise XlcheckError(f"{path}:{line + 2}: front matter is not valid YAML: {what}; correct it")


def _position(error: "yaml.reader.ReaderError", raw: str, start: int) -> int:
    """Where in the file the reader stopped: libyaml counts the bytes of UTF-8, PyYAML's own reader code points."""
    read: int = error.position
    if error.encoding != "unicode":
        read = len(raw[start:].encode()[:read].decode("utf-8", "ignore"))
    return start + read


def _mapping(raw: str, start: int, end: int) -> list[_Scalar] | None:
    """What stands in the outermost mapping, from the parser's events: no alias is followed, no object made."""
    import yaml

    found: list[_Scalar] = []
    depth = 0
    key: str | None = None
    events: Iterator[Any] = yaml.parse(raw[start:end], Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    for event in events:
        if isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
        if not isinstance(event, yaml.NodeEvent):
            continue
        if depth == 0 and not isinstance(event, yaml.MappingStartEvent):
            return None
        scalar: Any = event if isinstance(event, yaml.ScalarEvent) else None
        if depth == 1 and key is None:
            key = scalar.value.lower() if scalar else ""
        elif depth == 1 and key is not None:
            if scalar:
                begin, stop = start + scalar.start_mark.index, start + scalar.end_mark.index
                if scalar.style in ("|", ">"):  # whose first line is `|-`
                    begin = raw.find("\n", begin, stop) + 1
                found.append(_Scalar(key, scalar.value, begin, stop, escaped=scalar.style == '"'))
            key = None
        depth += isinstance(event, yaml.CollectionStartEvent)
        if depth > LIMITS.front_depth:
            mark: Any = event.start_mark
            raise yaml.MarkedYAMLError(problem="brackets nested too deeply", problem_mark=mark)
    return found


def _toml(path: str, raw: str, start: int, end: int) -> list[_Scalar]:
    table = loads("\n" + raw[start:end], path)  # the fence is a line
    tokens = _TOML_STRING.finditer(raw, start, end)
    return _located(table, tokens, lambda token: tomllib.loads(f"v = {token}")["v"])


def _json(path: str, raw: str) -> Front:
    try:
        table, end = json.JSONDecoder().raw_decode(raw)
    except (RecursionError, ValueError) as error:
        line = error.lineno if isinstance(error, json.JSONDecodeError) else 1
        what = error.msg.lower() if isinstance(error, json.JSONDecodeError) else "nested too deeply, or too long"
        raise XlcheckError(f"{path}:{line}: front matter is not valid JSON: {what}; correct it") from None
    scalars = _located(table, _JSON_STRING.finditer(raw, 0, end), json.loads)
    return _front([scalar._replace(value=_HALF.sub("\ufffd", scalar.value)) for scalar in scalars], raw, end)


def _located(table: dict[str, Any], tokens: Iterable[re.Match[str]], decode: Callable[[str], object]) -> list[_Scalar]:
    """The values of a table, and where those are written that are strings, in the order of the file; the rest first."""
    found = {key: _Scalar(key.lower(), str(value), 0, 0, escaped=False) for key, value in table.items()}
    for token in tokens:
        key = token["key"]
        if key in found and not found[key].end and _decoded(token["token"], decode) == table[key]:
            place = token.span("token")
            found[key] = found[key]._replace(start=place[0], end=place[1], escaped=token["token"][0] == '"')
    return sorted(found.values(), key=lambda scalar: scalar.start)


def _decoded(token: str, decode: Callable[[str], object]) -> object:
    try:
        return decode(token)
    except ValueError:
        return None
