"""What stands twice on a page, whole or with a small change."""

from __future__ import annotations

from pathlib import Path

import pytest

from xlcheck.config import Config
from xlcheck.find import Finder
from xlcheck.model import Document, Finding, Glossary
from xlcheck.pipeline.articles import to_article, with_facts
from xlcheck.rules import repeated_text

FINDER = Finder(Glossary())
TALKS = "The two ministers agreed to resume trade talks before the end of the year, officials said."
RAIN = "Fishermen on the coast said that they had seen no rain since spring."


def findings(text: str, language: str = "en") -> list[Finding]:
    document = Document("page", text, language)
    return list(repeated_text.check(with_facts(to_article(document, Config()), FINDER)))


@pytest.mark.parametrize(
    "copy",
    [
        TALKS,
        TALKS.upper(),
        "The two ministers agreed to resume the trade talks before the end of this year, officials said.",
        "The two ministers agreed to resume trade talks before the end of the year, the officials said. ",
    ],
)
def test_a_copy_is_found(copy: str) -> None:
    (finding,) = findings(f"{TALKS}\n{RAIN}\n{copy}")
    assert finding.at.text == copy.strip()
    assert finding.related[0].text == TALKS


@pytest.mark.parametrize(
    "other",
    [
        "The two ministers agreed to resume trade talks before the end of the month of May, officials said.",
        "The ten ministers agreed to resume trade talks before the end of the year, officials said.",
        "The two ministers agreed to resume trade talks before the end of the year, Oxfam said.",
        "Officials said that trade talks would be resumed by the two ministers within the year.",
    ],
)
def test_what_differs_on_purpose_or_in_wording_is_no_copy(other: str) -> None:
    assert not findings(f"{TALKS}\n{RAIN}\n{other}")


def test_a_paragraph_pasted_twice_with_an_edit_is_one_finding() -> None:
    edited = TALKS.replace("officials", "the officials")
    (finding,) = findings(f"{TALKS} {RAIN}\nNothing else is known yet about it.\n{edited} {RAIN}")
    assert finding.at.text == f"{edited} {RAIN}"


@pytest.mark.parametrize(("text", "language"), [("Переговоры начались утром.", "ru"), ("双方同意加强合作。", "zh")])
def test_a_short_sentence_that_follows_itself(text: str, language: str) -> None:
    assert len(findings(f"{text} {text}" if language == "ru" else text + text, language)) == 1


def test_refrains_are_left_alone() -> None:
    assert not findings("\n".join((TALKS, RAIN, TALKS, "The price of rice has doubled.", TALKS)))


def test_the_seeds_repeat_one_caption(seeds: Path) -> None:
    for path in sorted(seeds.glob("*.txt")):
        found = findings(path.read_text("utf-8"), "es" if path.name.startswith("004") else "en")
        assert len(found) == path.name.startswith("004")


def test_what_hundreds_of_sentences_share_hides_no_copy() -> None:
    shared = "The company whose headquarters stand in the harbour reported that its earnings of the quarter rose by"
    rows = [f"{shared} {number} percent." for number in range(100, 300)]
    edited = TALKS.replace("agreed to resume trade", "agreed to resume the trade")
    (finding,) = findings("\n".join((TALKS, *rows, edited)))
    assert finding.at.text == edited
