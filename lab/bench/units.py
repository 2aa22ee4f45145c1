"""Source and target of every unit in translators' files, as far as a bench needs them: text alone, no state."""

import json
import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

Table = tuple[str, str, str, list[tuple[str, str]]]
"""A name, the two languages, and the rows."""

_ENTRY = re.compile(r'^(msgid|msgstr)(?:\[0\])?\s+((?:"(?:[^"\\]|\\.)*"\s*)+)', re.MULTILINE)
_TEXT = re.compile(r'"((?:[^"\\]|\\.)*)"')
_FLUENT = re.compile(r"^([a-z][\w-]*) = (.+)$", re.MULTILINE)
_YAML = re.compile(r"^( *)([\w-]+): *(.*)$", re.MULTILINE)
_LANGUAGE = re.compile(r"[_.-](en|es|vi|zh|fr|ar|de)(?:[-_](?:Hans|CN|ES))?(?=\.)")


def tables(folder: Path) -> Iterator[Table]:
    """All files of translators' formats under a folder, by name."""
    for path in sorted(folder.rglob("*.*")):
        if path.suffix == ".po" and (found := _LANGUAGE.search(path.name)):
            yield str(path.relative_to(folder)), "en", found[1], [*_po(path.read_text("utf-8"))]
        elif path.suffix in (".xlf", ".xliff", ".sdlxliff"):
            yield from _xliff(path, str(path.relative_to(folder)))
        elif path.suffix == ".tmx":
            yield from _tmx(path, str(path.relative_to(folder)))
        elif path.suffix == ".ts" and "es" in path.stem:
            root = ET.parse(path).getroot()
            rows = [(_text(m.find("source")), _text(m.find("translation"))) for m in root.iter("message")]
            yield str(path.relative_to(folder)), "en", "es", [row for row in rows if all(row)]
    yield from _keyed(folder)


def _po(text: str) -> Iterator[tuple[str, str]]:
    source = ""
    for found in _ENTRY.finditer(text):
        value = json.loads(f'"{"".join(_TEXT.findall(found[2]))}"', strict=False)
        if found[1] == "msgid":
            source = value
        elif source and value:
            yield source, value


def _local(element: ET.Element) -> str:
    return element.tag.rpartition("}")[2]


def _text(element: ET.Element | None) -> str:
    return " ".join("".join(element.itertext()).split()) if element is not None else ""


def _xliff(path: Path, name: str) -> Iterator[Table]:
    try:
        root = ET.parse(path).getroot()
    except ET.ParseError:
        return
    attributes = {key: value for element in root.iter() for key, value in element.attrib.items() if "ang" in key}
    source = attributes.get("source-language") or attributes.get("srcLang") or "en"
    target = attributes.get("target-language") or attributes.get("trgLang") or ""
    rows = []
    for unit in (each for each in root.iter() if _local(each) in ("trans-unit", "segment")):
        sides = {_local(child): _text(child) for child in unit}
        if sides.get("source") and sides.get("target"):
            rows.append((sides["source"], sides["target"]))
    if target and rows and source.lower() != target.lower():
        yield name, source, target, rows


def _tmx(path: Path, name: str) -> Iterator[Table]:
    lang = "{http://www.w3.org/XML/1998/namespace}lang"
    try:
        root = ET.parse(path).getroot()
    except ET.ParseError:
        return
    found = []
    for unit in root.iter("tu"):
        sides = [(tuv.get(lang) or tuv.get("lang") or "", _text(tuv.find("seg"))) for tuv in unit.iter("tuv")]
        found += [(sides[0][0], other, (sides[0][1], text)) for other, text in sides[1:] if text]
    for (one, other), some in groupby(sorted(found), key=lambda each: each[:2]):
        yield f"{name}:{other}", one, other, [row for _, _, row in some]


def _keyed(folder: Path) -> Iterator[Table]:
    """Files of one language each: the English one beside every other, key by key."""
    files = [path for path in sorted(folder.rglob("*.*")) if path.suffix in (".ftl", ".json", ".arb", ".yaml", ".yml")]
    stems: dict[str, dict[str, Path]] = {}
    for path in files:
        language = _LANGUAGE.search(path.name) or re.match(r"()(\w\w)(?=[.-])", path.name)
        if language:
            tag = language[language.lastindex or 0]
            stems.setdefault(_LANGUAGE.sub("", path.name) or path.suffix, {})[tag] = path
    for stem, versions in sorted(stems.items()):
        english = _values(versions["en"]) if "en" in versions else {}
        for tag, path in versions.items():
            rows = [(english[key], text) for key, text in _values(path).items() if key in english and text]
            if tag != "en" and rows:
                yield f"{stem}:{tag}", "en", tag, rows


def _values(path: Path) -> dict[str, str]:
    text = path.read_text("utf-8-sig")
    if path.suffix in (".json", ".arb"):
        return {key: " ".join(value.split()) for key, value in json.loads(text).items() if isinstance(value, str)}
    if path.suffix == ".ftl":
        return dict(_FLUENT.findall(text))
    keys: list[str] = []
    values = {}
    for indent, key, value in _YAML.findall(text):
        keys[len(indent) // 2 :] = [key]
        values[".".join(keys[1:])] = value.strip("\"'")
    return values
