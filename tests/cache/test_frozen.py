"""Values come back as they were, and nothing but our own nouns comes back, of the parts that they have."""

from __future__ import annotations

import gc
import json
import math
import pickle
from array import array
from dataclasses import replace
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest

from xlcheck.cache.frozen import Known, freeze, thaw
from xlcheck.model import (
    Concept,
    Document,
    Fact,
    Facts,
    Finding,
    Mention,
    Name,
    Origin,
    Reading,
    Sentence,
    Severity,
    Span,
    Status,
    Term,
    facts,
)
from xlcheck.model.doubt import Doubt
from xlcheck.model.edit import Edit
from xlcheck.model.facts import (
    Clock,
    Code,
    Day,
    Denial,
    Hint,
    Lookalike,
    LunarDay,
    Month,
    Negation,
    Number,
    Opposite,
    RelativeDay,
    Unaccented,
    Weekday,
)
from xlcheck.model.fix import Evidence, Fix
from xlcheck.model.unit import Exactness, Unit

TEXT = Document("a.txt", "Tổng Bí thư Tô Lâm đến Bắc Kinh ngày 26/1.", "vi", date(2026, 1, 26))
NAME = Term("Tô Lâm", "vi")
LAM = Concept("to-lam", "person", (NAME,))
KNOWN = Known((TEXT,), {"to-lam": LAM})
NONE = Known()


def again(value: Any, known: Known = NONE) -> Any:
    return thaw(freeze(value, known), known)


def sentence() -> Sentence:
    span = Span(TEXT, 12, 18)
    hour = Unit("hour", "time", Decimal(3600))
    facts: tuple[Fact, ...] = (
        Day(span, 2026, 1, 26),
        Month(span, None, 1),
        Number(span, Decimal("1.40"), (Unit("km/hour", "speed", way=hour), hour), Exactness.ABOUT),
        Hint(span, Decimal("0.5")),
    )
    return Sentence(Span(TEXT, 0, len(TEXT.text)), "vi", facts=Facts(facts), mentions=(Mention(LAM, NAME, span),))


def test_a_sentence_comes_back_with_the_very_document_and_concept() -> None:
    found = again(sentence(), KNOWN)
    assert found == sentence()
    assert found.span.document is TEXT and found.mentions[0].concept is LAM
    assert found.facts.every[2].exactness is Exactness.ABOUT and str(found.facts.every[2].value) == "1.40"


AT = Span(TEXT, 12, 18)
FACTS = (
    Number(AT, Decimal("1.40"), (Unit("percent", "share"),), Exactness.ABOUT),
    Hint(AT, Decimal("0.5")),
    Day(AT, None, 1, 26),
    Month(AT, 2026, 1),
    Weekday(AT, 0),
    RelativeDay(AT, -1),
    LunarDay(AT, 2),
    Clock(AT, 15, 5),
    Code(AT, "5G"),
    Opposite(AT, "rise", "fall"),
    Name(
        *(AT, "tolam", "Latn", ("to", "lam"), True, True, (Reading("vi", ("苏", "林"), (LAM,)),), "苏", "苏林"),
        *(frozenset({"president"}), frozenset({"masculine"}), "VN", True, True),
        parts=(Name(Span(TEXT, 12, 14), "to"),),
    ),
    Negation(AT, 2.5),
    Denial(AT, 0.5),
    Unaccented(AT, "Tô"),
    Lookalike(AT, "Lâm"),
)


@pytest.mark.parametrize("fact", FACTS, ids=[type(fact).__name__ for fact in FACTS])
def test_a_fact_of_every_class_comes_back(fact: Fact) -> None:
    found = again(Facts((fact,)), KNOWN)
    (one,) = found.of(type(fact))
    assert type(one) is type(fact) and repr(one) == repr(fact)


def test_no_class_of_facts_is_left_out() -> None:
    every = {kind for kind in (*vars(facts).values(), Name) if isinstance(kind, type) and issubclass(kind, Fact)}
    in_common = {base for kind in every for base in kind.__mro__[1:]}
    assert {type(fact) for fact in FACTS} == every - in_common


def test_another_document_of_the_same_words_takes_the_place_of_the_first() -> None:
    later = replace(TEXT)
    found = thaw(freeze(sentence(), KNOWN), Known((later,), {"to-lam": LAM}))
    assert found.span.document is later and found.facts.every[0].span.text == "Tô Lâm"


def test_a_document_that_is_not_known_is_kept_whole() -> None:
    file = "<p>ab</p>"
    page = Document(
        "a.html", "ab", "en", title=(0, 2), rows=((0, 1), (1, 2)), origin=Origin(file, array("I", [3, 4, 5]))
    )
    found, plain = again((page, TEXT))
    assert plain is not TEXT
    assert (plain.text, plain.date, plain.position(12)) == (TEXT.text, TEXT.date, TEXT.position(12))
    assert (found.title, found.rows, found.origin.text) == ((0, 2), ((0, 1), (1, 2)), file)
    assert found.origin.offsets == array("I", [3, 4, 5]) and found.position(1) == (1, 5)


def test_findings_keep_their_severity_and_fix() -> None:
    span = Span(TEXT, 0, 4)
    finding = Finding(
        *("m", span, (span,)),
        severity=Severity.NOTE,
        confidence=0.5,
        doubts=(Doubt.HEADLINE,),
        fix=Fix((Edit(span, "b"),), Evidence.TERM),
    )
    found = again(finding, KNOWN)
    assert found == finding and found.severity is Severity.NOTE and found.doubts[0] is Doubt.HEADLINE
    assert found.at is found.related[0] is found.fix.edits[0].at


def test_what_is_one_object_is_one_again_and_what_is_not_is_not() -> None:
    one, other = (Name(Span(TEXT, 12, 18), "tolam", parts=(Name(Span(TEXT, 12, 14), "to"),)) for _ in range(2))
    first, second, third = again((one, other, one))
    assert first is third is not second
    assert first.parts[0].key == "to" and first.parts[0] is not second.parts[0]


VALUES = [
    (0, False, None, 0.0, -0.0, 1, True, 1.0, "1", ""),
    (math.inf, -math.inf, 1e-300, 0.1 + 0.2, 10**400, -1),
    ("một", "\U0001f600", "\ud83d\ude00", "a\0\n\u2028\x1b", "\udc80"),
    [[1], [], [1]],
    {"b": (1,), "a": [2]},
    frozenset(("b", "a")),
    frozenset(),
    (b"\0\xff", b""),
    (range(3), range(5, 1, -2)),
    (array("I", [0, 2**32 - 1]), array("q", [-(2**63)]), array("B")),
    (Decimal("1.0"), Decimal("-0"), Decimal("1E+6144"), Fraction(-7, 3), date.min),
    (Status.PREFERRED, Severity.ERROR, Exactness.LEAST),
]


@pytest.mark.parametrize("value", VALUES, ids=range(len(VALUES)))
def test_every_kind_of_value_comes_back(value: Any) -> None:
    found = again(value)
    assert found == value and type(found) is type(value)
    assert isinstance(value, frozenset) or repr(found) == repr(value)  # which keeps -0.0 from 0, 1 from True


def test_lists_and_arrays_do_not_become_one() -> None:
    """They may be changed by whoever has them."""
    one, other = again(([1], [1]))
    assert one is not other


def test_the_same_value_gives_the_same_bytes() -> None:
    names = [f"name{number}" for number in range(50)]
    assert freeze(frozenset(names), NONE) == freeze(frozenset(reversed(names)), NONE)


class Other:
    pass


NOTHING = [
    Other(),
    print,
    KNOWN,
    {1: 2},
    {1, 2},
    frozenset(((1,),)),
    array("d", [1.0]),
    Decimal("NaN"),
    Decimal("1E+6145"),
    10**5000,
]


@pytest.mark.parametrize("value", NOTHING, ids=range(len(NOTHING)))
def test_what_is_nothing_that_is_kept_is_refused_at_once(value: Any) -> None:
    with pytest.raises((TypeError, ValueError)):
        again((value,))


def table(names: list[Any], *lines: Any) -> bytes:
    return json.dumps([names, lines]).encode()


SPAN = ("document", "document.Span", "tuple")
FORGED = {
    "a pickle that calls": pickle.dumps((Other, "x"), protocol=0),
    "a pickle of a large memo": b"\x80\x05Nr\xff\xff\xff\x7f.",
    "not JSON": b"{",
    "nothing": b"",
    "no table": b"5",
    "no lines": table([]),
    "an object as a line": table([], {"a": 1}),
    "an empty line": table([], []),
    "a number out of range": table(["tuple"], 1, [7, 0]),
    "a number of itself": table(["tuple"], [0, 0]),
    "a number before the first": table(["tuple"], 1, [-9, 0]),
    "a number that is none": table(["tuple"], 1, ["0", 0]),
    "a class out of range": table(["tuple"], 1, [0, 3]),
    "another class": table(["os.system"], "true", [0, 0]),
    "a function of our modules": table(["text.whole"], 1, [0, 0]),
    "a class that our modules import": table(["text.dataclass"], 1, [0, 0]),
    "a class within a class": table(["term.Span.__class__"], 1, [0, 0]),
    "a module above ours": table(["..cache.disk.DiskCache"], "x", [0, 0]),
    "an exception": table(["errors.XlcheckError"], "x", [0, 0]),
    "a class that is kept nowhere": table(["finding.Rule"], 1, [0, 0]),
    "a name that is none": table([["document.Span"]], 1, [0, 0]),
    "an unknown member": table(["term.Status"], "best", [0, 0]),
    "a member that is none": table(["term.Status"], [0]),
    "an unknown document": table(["document"], 1, [0, 0]),
    "an unknown concept": table(["concept"], "xi", [0, 0]),
    "another document": table(["document.Document"], "a", "b", [0, 1, 0]),
    "too few parts": table(SPAN, 0, [0, 0], [1, 0, 1]),
    "too many parts": table(SPAN, 0, [0, 0], [1, 0, 0, 0, 1]),
    "a part of another class": table(SPAN, 0, "x", [0, 0], [2, 0, 1, 1]),
    "a place out of the text": table(SPAN, 0, 9999, [0, 0], [2, 0, 1, 1]),
    "a fraction of nothing": table(["Fraction"], 1, 0, [0, 1, 0]),
    "a decimal without end": table(["Decimal"], "1E+999999999", [0, 0]),
    "a decimal that is none": table(["Decimal"], "sNaN", [0, 0]),
    "an array of floats": table(["array"], "d", "AAAAAAAAAAA=", [0, 1, 0]),
    "bytes that are none": table(["bytes"], "é", [0, 0]),
    "a day that is none": table(["date"], "2026-02-30", [0, 0]),
    "keys that change": table(["dict", "list"], 1, [1], [1, 0, 0]),
    "a set of sets": table(["frozenset"], [0], [0, 0]),
    "a whole number too long": b"[[],[" + b"9" * 5000 + b"]]",
    "brackets too deep": b"[" * 200_000,
    "things too deep": table(["tuple"], 1, *([at, 0] for at in range(200_000))),
}


@pytest.mark.parametrize("data", FORGED.values(), ids=FORGED)
def test_what_is_forged_is_refused(data: bytes) -> None:
    with pytest.raises(Exception):  # noqa: B017 - nearly anything
        thaw(data, KNOWN)
    assert gc.isenabled()


def test_what_doubles_with_every_line_is_in_no_set_and_no_fact() -> None:
    """A tuple of the same tuple twice, and so on: it takes 2^n steps to be hashed."""
    names = ["document", "document.Span", "tuple", "frozenset", "facts.Facts"]
    start = [0, [0, 0], [1, 0, 0, 1], [2]]
    doubled = [[at, at, 2] for at in range(3, 29)]
    with pytest.raises(TypeError):
        thaw(table(names, *start, *doubled, [29, 3]), KNOWN)
    with pytest.raises(TypeError, match="Facts"):
        thaw(table(names, *start, *doubled, [29, 4]), KNOWN)
    assert thaw(table(names, *start, [3, 4]), KNOWN).every == ()


def lines_of(value: Any, known: Known) -> tuple[list[str], list[Any]]:
    names, lines = json.loads(freeze(value, known))
    return names, lines


def test_a_line_changed_in_any_way_gives_a_value_of_ours_or_none() -> None:
    """Every number of every line is put up, down and away; what comes back can be looked at."""
    names, lines = lines_of(sentence(), KNOWN)
    refused = 0
    for place, line in enumerate(lines):
        for at in range(len(line) if isinstance(line, list) else 0):
            for changed in (line[at] + 1, line[at] - 1, 10**9, -1, None, "x", 0.5, [], {}):
                forged = [*lines[:place], [*line[:at], changed, *line[at + 1 :]], *lines[place + 1 :]]
                try:
                    found = thaw(table(names, *forged), KNOWN)
                except Exception:
                    refused += 1
                else:
                    assert repr(found)
    assert refused > 500
