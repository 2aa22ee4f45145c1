"""The fuzzer itself: what it makes, what it takes for a fault, how it makes an input small, and what it keeps."""

from __future__ import annotations

import json
from pathlib import Path
from random import Random

import notation
import pytest
from attempt import Outcome, attempt, kind
from campaign import Bounds, run_slice
from mutate import LONGEST, Mutator
from packed import packed, vary_json, vary_parts
from record import Count, Record, table
from shrink import shrunk
from target import SECTION, Target, must, sections

from xlcheck.model import XlcheckError

POOL = ("Tiếng Việt\n".encode(), b"<p>one</p>", b"")


def made(seed: int) -> list[bytes]:
    mutator = Mutator(POOL, (b"\0", b"token"), Random(seed))
    return [mutator.made() for _ in range(300)]


def test_the_same_seed_makes_the_same_inputs() -> None:
    assert made(1) == made(1)
    assert made(1) != made(2)
    assert len(set(made(1))) > 200
    assert max(map(len, made(1))) <= LONGEST


def test_a_part_of_an_archive_is_changed_and_the_archive_stays_whole() -> None:
    mutator = Mutator((b"x",), (b"y",), Random(1))
    archive = packed({"a.xml": b"<a/>", "b.xml": b"<b/>"})
    varied = [vary_parts(archive, mutator.changed) for _ in range(50)]
    assert sum(one.startswith(b"PK") and one.endswith(archive[-2:]) for one in varied) > 25
    assert vary_parts(b"no archive", mutator.changed)


def test_a_value_of_json_is_changed_and_it_stays_json() -> None:
    mutator = Mutator((b"x",), (b"y",), Random(1))
    varied = {vary_json(b'[["tuple"],[1,[0,2],{"a":"b"}]]', mutator.changed) for _ in range(100)}
    assert len(varied) > 50
    assert sum(is_json(one) for one in varied) > len(varied) / 2
    assert vary_json(b"none", mutator.changed)


def is_json(data: bytes) -> bool:
    try:
        json.loads(data.decode("utf-8", "surrogatepass"))
    except ValueError:
        return False
    return True


def outcome(target: Target, data: bytes = b"x") -> Outcome:
    return attempt(target, data)


def refuse(_: bytes) -> object:
    raise XlcheckError("a.txt:3: 'x' is wrong; mend it")


def say_nothing(_: bytes) -> object:
    raise XlcheckError(" ")


def fail(data: bytes) -> object:
    must(b"<" not in data or b">" not in data, "a tag")
    return len(data)


def crash(_: bytes) -> object:
    return {}["missing"]


def test_what_counts_as_a_fault() -> None:
    assert outcome(Target("a", len, ())).seen == "1"
    refused = outcome(Target("a", refuse, ()))
    assert (refused.fault, refused.refused) == ("", True)
    assert refused.seen == outcome(Target("a", refuse, ())).seen
    assert outcome(Target("a", say_nothing, ())).fault == "an error without a message"
    assert outcome(Target("a", fail, ()), b"<a>").fault == "a tag"
    assert outcome(Target("a", crash, ())).fault == "KeyError in test_engine.py:crash"
    assert kind("slow: 1.5 s of CPU for 12 bytes") == kind("slow: 2.0 s of CPU for 4096 bytes")


def test_the_smallest_input_that_fails() -> None:
    target = Target("a", fail, ())
    small = shrunk(b"much <b>text</b> around", lambda data: attempt(target, data).fault == "a tag", 5.0)
    assert sorted(small) == sorted(b"<>")


def test_a_campaign_goes_on_where_it_was_and_keeps_what_fails(tmp_path: Path) -> None:
    target = Target("fails", fail, (b"one", b"<", b">"), (b"<", b">"))
    record = Record(tmp_path)
    run_slice(target, record, 1, Bounds(300, 5.0))
    run_slice(target, record, 1, Bounds(500, 5.0))
    count = record.count("fails")
    assert count.inputs == 500
    assert set(count.faults) == {"a tag"}
    (kept,) = (tmp_path / "faults").glob("*.input")
    assert attempt(target, kept.read_bytes()).fault == "a tag"
    assert len(record.pool("fails")) > 3
    assert "fails" in table({"fails": count})


def test_a_process_that_an_input_ends_does_not_end_the_campaign(tmp_path: Path) -> None:
    import os

    target = Target("ends", lambda data: os._exit(3) if b"!" in data else 0, (b"one",), (b"!",))
    record = Record(tmp_path)
    run_slice(target, record, 1, Bounds(10_000, 5.0))
    assert record.count("ends") == Count(1, 5.0, faults=record.count("ends").faults)
    assert set(record.count("ends").faults) == {"the process ended with 3"}
    (kept,) = (tmp_path / "faults").glob("*.input")
    assert b"!" in kept.read_bytes()


@pytest.mark.parametrize(
    "data", [b"a\\n\n\t\r\0\xff", "é \u202e\U000e0041 会\u0301".encode(), b"\\x41", b"\xed\xa0\x80"]
)
def test_bytes_on_a_line(data: bytes) -> None:
    line = notation.write(data)
    assert "\n" not in line
    assert notation.read(line) == data


def test_parts_of_an_input() -> None:
    assert sections(b"a" + SECTION + b"b", 3) == [b"a", b"b", b""]
    assert sections(b"a" + SECTION + b"b" + SECTION + b"c", 2) == [b"a", b"b" + SECTION + b"c"]
