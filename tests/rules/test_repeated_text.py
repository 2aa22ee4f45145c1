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


def test_a_short_sentence_behind_a_copied_one_is_part_of_the_copy_if_it_is_the_same() -> None:
    rice = "The price of rice has doubled."
    (finding,) = findings(f"{TALKS}\nPhoto: VNA\n{rice}\n{TALKS}\nPhoto: VNA")
    assert finding.at.text == f"{TALKS}\nPhoto: VNA"
    (finding,) = findings(f"{TALKS}\nPhoto: VNA\n{rice}\n{TALKS}\nPhoto: AP")
    assert finding.at.text == TALKS


def test_a_copy_ends_where_what_was_copied_begins_again() -> None:
    (finding,) = findings(f"{TALKS} {TALKS}\n{RAIN}")
    assert (finding.at.text, finding.related[0].text) == (TALKS, TALKS)
    (finding,) = findings(f"{TALKS}\n{RAIN}\n{TALKS}\n{RAIN}")
    assert (finding.at.text, finding.related[0].text) == (f"{TALKS}\n{RAIN}",) * 2


def test_two_copies_that_something_parts_are_two_findings() -> None:
    text = f"{TALKS}\nNothing else is known.\n{RAIN}\nThe price fell.\n{TALKS}\nThat was all.\n{RAIN}"
    assert [finding.at.text for finding in findings(text)] == [TALKS, RAIN]


def test_what_someone_says_twice_or_in_a_word_is_rhetoric() -> None:
    assert len(findings("We will win this war. We will win this war. He left.")) == 1
    assert not findings("“We will win this war.” “We will win this war.” He left.")
    assert not findings("No. No. He left the room.")
    assert not findings("同意合作。同意合作。会谈结束。", "zh")
    assert not findings("We will win this war. He left. We will win this war.")


def test_a_headline_may_be_the_sentence_that_follows() -> None:
    assert not findings(f"{TALKS.rstrip('.')}\n{RAIN}\n{TALKS}")
    assert len(findings(f"{TALKS}\n{RAIN}\n{TALKS.rstrip('.')}")) == 1


def test_a_copy_with_a_change_says_so() -> None:
    edited = TALKS.replace("resume trade", "resume the trade")
    for copy, changed in ((TALKS, False), (edited, True)):
        (finding,) = findings(f"{TALKS}\n{RAIN}\n{copy}")
        assert finding.message.endswith("with a small change") is changed
        assert finding.reason == "it is already at 1:1"
