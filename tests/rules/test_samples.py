"""Every rule fires on its bad samples and is silent on its good ones, through the whole pipeline."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from xlcheck.config import Config
from xlcheck.model import Document, Rule
from xlcheck.pipeline import examine
from xlcheck.rules import RULES, Sample, samples

RULES_FOLDER = Path(__file__).parents[2] / "xlcheck" / "rules"
BAD = [(rule, sample) for rule in RULES for sample in samples(rule)[0]]
GOOD = [(rule, sample) for rule in RULES for sample in samples(rule)[1]]

pytestmark = pytest.mark.usefixtures("thawing")  # what is found in the samples is what a cache has to keep

SETTINGS = ("glossary: ", "ignores: ")
AGAINST = "against "


def codes(sample: Sample, folder: Path, *, doubted: bool = True) -> set[str]:
    """The rules that fire at any level; but for `doubted`, without doubts."""
    glossary, documents, ignores = [], [], None
    for entry in sample:
        label, _, text = entry.partition(": ")
        if label == "glossary":
            file = folder / f"{len(glossary)}.toml"
            file.write_text(text, "utf-8")
            glossary.append(str(file))
        elif label == "ignores":
            file = folder / "xlcheck-ignore.toml"
            file.write_text(text, "utf-8")
            ignores = str(file)
        else:
            documents.append((label, text))
    settings = Config(glossary=tuple(glossary), ignores=ignores, pedantic=True)
    report = examine(_inputs(documents), replace(settings, against=_source(documents)))
    return {finding.rule for finding in report.findings if doubted or not finding.doubts}


def _source(documents: Sequence[tuple[str, str]]) -> str | None:
    return "source" if documents[0][0].startswith(AGAINST) else None


def _inputs(documents: Sequence[tuple[str, str]]) -> list[tuple[Document, ...]]:
    if source := _source(documents):
        (label, text), *others = documents
        first = Document(source, text, language=label.removeprefix(AGAINST))
        return [(first,), *((Document(f"sample.{tag}", each, language=tag),) for tag, each in others)]
    table = len(documents) > 1
    return [tuple(Document("sample", text, language=tag, rows=_rows(text) if table else ()) for tag, text in documents)]


def _rows(text: str) -> tuple[tuple[int, int], ...]:
    rows, start = [], 0
    for line in text.split("\n"):
        rows.append((start, start + len(line)))
        start += len(line) + 1
    return tuple(rows)


def name(case: Any) -> str:
    return case.code if isinstance(case, Rule) else ""


@pytest.mark.parametrize(("rule", "sample"), BAD, ids=name)
def test_bad_samples_fire(rule: Rule[Any], sample: Sample, tmp_path: Path) -> None:
    assert rule.code in codes(sample, tmp_path)


@pytest.mark.parametrize(("rule", "sample"), GOOD, ids=name)
def test_good_samples_are_silent(rule: Rule[Any], sample: Sample, tmp_path: Path) -> None:
    assert rule.code not in codes(sample, tmp_path, doubted=False)


# a rule on normal forms has nothing to find once a text is decomposed throughout
@pytest.mark.parametrize(("rule", "sample"), [case for case in BAD if case[0].name != "mixed-script"], ids=name)
def test_decomposed_text_fires_too(rule: Rule[Any], sample: Sample, tmp_path: Path) -> None:
    decomposed = tuple(entry if entry.startswith(SETTINGS) else unicodedata.normalize("NFD", entry) for entry in sample)
    assert rule.code in codes(decomposed, tmp_path)


def test_the_registry_holds_every_rule_once_by_code() -> None:
    files = {file.stem.replace("_", "-") for file in RULES_FOLDER.glob("*.py")} - {"--init--"}
    assert {rule.name for rule in RULES} == files
    listed = [rule.code for rule in RULES]
    assert listed == sorted(set(listed))


@pytest.mark.parametrize("rule", RULES, ids=name)
def test_every_rule_has_its_page_and_samples_in_two_scripts(rule: Rule[Any]) -> None:
    text = rule.page
    assert all(part in text for part in ("What it does", "Why it matters", "What it does not do"))
    assert not rule.summary.endswith("..") and rule.summary.endswith(".")
    for cases in samples(rule):
        scripts = {
            unicodedata.name(character).split()[0]
            for sample in cases
            for entry in sample
            if not entry.startswith(SETTINGS)
            for character in entry.partition(": ")[2]
            if character.isalpha()
        }
        assert len(scripts) >= 2
