"""Where no fix is offered: in what was translated, in what is no prose, in words of the original."""

from __future__ import annotations

from pathlib import Path

import pytest

from xlcheck import pipeline
from xlcheck.config import Config
from xlcheck.model import Finding

GLOSSARY = """[[concept]]
id = "sea"
kind = "place"
en = { preferred = "South China Sea", forbidden = ["South Chinese Sea"] }
es = { preferred = "mar de China Meridional", forbidden = ["mar del Sur de China"] }
vi = { preferred = "Biển Đông", forbidden = ["biển Nam Trung Hoa"] }
"""
ENGLISH = "Both sides spoke at length of the South Chinese Sea on Monday, and they agreed to meet again in spring.\n"
SPANISH = "Ambas partes hablaron el lunes del mar del Sur de China y acordaron reunirse de nuevo en primavera.\n"
VIETNAMESE = "Hôm thứ Hai, hai bên đã nói về biển Nam Trung Hoa và đồng ý gặp lại nhau vào mùa xuân.\n"


@pytest.fixture
def texts(tmp_path: Path) -> dict[str, str]:
    """The paths of the three texts, by language."""
    (tmp_path / "ours.toml").write_text(GLOSSARY, "utf-8")
    for language, text in (("en", ENGLISH), ("es", SPANISH), ("vi", VIETNAMESE)):
        (tmp_path / language).mkdir()
        (tmp_path / language / "a.txt").write_text(text, "utf-8")
    return {language: str(tmp_path / language / "a.txt") for language in ("en", "es", "vi")}


def found(*paths: str, **settings: str) -> dict[str, Finding]:
    """What is forbidden in each text, by its language."""
    glossary = str(Path(paths[0]).parents[1] / "ours.toml")
    report = pipeline.run(Config(paths=paths, glossary=(glossary,), select=("XL101",), **settings))
    return {Path(finding.at.document.id).parent.name: finding for finding in report.findings}


def fixed(*paths: str, **settings: str) -> set[str]:
    return {language for language, finding in found(*paths, **settings).items() if finding.fix}


def test_everywhere_where_no_text_is_known_as_the_source(texts: dict[str, str]) -> None:
    assert fixed(*texts.values()) == {"en", "es", "vi"}


@pytest.mark.parametrize("language", ["en", "vi"])
def test_not_in_the_text_that_the_others_were_translated_from(texts: dict[str, str], language: str) -> None:
    every = {"en", "es", "vi"}
    assert fixed(*texts.values(), against=texts[language]) == every - {language}
    assert fixed(*texts.values(), source_language=language) == every - {language}
    assert fixed(texts[language], source_language=language) == set()
    assert language in found(*texts.values(), against=texts[language])


def test_not_in_the_first_column_of_a_table(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    file = tmp_path / "a" / "a.tsv"
    file.write_text(f"en\tvi\n{ENGLISH.strip()}\t{VIETNAMESE}", "utf-8")
    (tmp_path / "ours.toml").write_text(GLOSSARY, "utf-8")
    report = pipeline.run(Config(paths=(str(file),), glossary=(str(tmp_path / "ours.toml"),), select=("XL101",)))
    assert [(finding.at.text, bool(finding.fix)) for finding in report.findings] == [
        ("South Chinese Sea", False),
        ("biển Nam Trung Hoa", True),
    ]


@pytest.mark.parametrize(
    ("written", "offered"),
    [
        ("He wrote of the South Chinese Sea.", True),
        ("He wrote of the “South Chinese Sea”.", False),
        ("He wrote of the “whole South Chinese Sea”.", True),
        ("He wrote “mar del Sur de China, South Chinese Sea”.", False),
        ("He wrote «mar del Sur de China, South Chinese Sea».", False),
        ("“Yes”, he said of the South Chinese Sea, and “no”.", True),
    ],
)
def test_not_in_a_quotation_of_the_source(tmp_path: Path, written: str, offered: bool) -> None:
    (tmp_path / "ours.toml").write_text(GLOSSARY, "utf-8")
    (tmp_path / "es").mkdir()
    (tmp_path / "en").mkdir()
    source, target = tmp_path / "es" / "a.txt", tmp_path / "en" / "a.txt"
    source.write_text("Escribió en la pared: mar del Sur de China, South Chinese Sea. Nadie lo leyó.\n", "utf-8")
    target.write_text(f"{written} Nobody read it.\n", "utf-8")
    findings = found(str(source), str(target), against=str(source))
    assert bool(findings["en"].fix) is offered
