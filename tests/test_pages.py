"""Many pages of one event, from files to findings."""

from __future__ import annotations

from pathlib import Path

import pytest

from xlcheck import pipeline
from xlcheck.config import Config
from xlcheck.model import Report

TOLD = {
    "en": (
        "Ministers from nine countries met in the capital on Monday to talk about the rice trade.",
        "The two sides signed 45 agreements in Hanoi after three days of talks.",
        "Fishermen on the coast said that they had seen no rain since the spring.",
        "The price of rice has doubled within a year, and exports fell by 12 percent.",
    ),
    "es": (
        "Ministros de nueve países se reunieron el lunes en la capital para hablar del comercio de arroz.",
        "Las dos partes firmaron 45 acuerdos en Hanói tras tres días de conversaciones.",
        "Los pescadores de la costa dijeron que no habían visto lluvia desde la primavera.",
        "El precio del arroz se ha duplicado en un año y las exportaciones cayeron un 12 por ciento.",
    ),
}
WRONG, LACKING = "09.es.txt", "14.en.txt"


@pytest.fixture
def report(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Report:
    """Twenty pages, one with another number, one without a sentence."""
    for number in range(20):
        language = "es" if number % 2 else "en"
        name = f"{number:02}.{language}.txt"
        lines = [line.replace("45", "40") if name == WRONG else line for line in TOLD[language]]
        if name == LACKING:
            lines.pop(2)
        (tmp_path / name).write_text("\n\n".join(lines) + "\n", "utf-8")
    monkeypatch.chdir(tmp_path)
    return pipeline.run(Config(paths=(".",)))


def test_each_is_aligned_with_a_few_and_all_stand_in_the_rows(report: Report) -> None:
    (event,) = report.events
    assert event.limited and len(event.alignments) <= 20 * 5
    beside = [sum(map(bool, row.sentences)) for row in event.rows]
    assert sorted(beside) == [19, 20, 20, 20]


def test_what_one_page_says_otherwise_is_found_once(report: Report) -> None:
    found = [(finding.at.document.id, finding.at.text) for finding in report.findings if finding.rule == "XL501"]
    assert found == [(WRONG, "40")]
    (lacking,) = [finding for finding in report.findings if finding.rule == "XL401"]
    assert lacking.at.document.id == LACKING and "19 other documents" in lacking.message
    assert len(report.findings) == 2
