"""The suppressions that speak of a finding are those that say so when each is asked."""

from datetime import date
from random import Random

from xlcheck.evidence.suppressed import alike, covering
from xlcheck.model import Document, Finding, Span
from xlcheck.model.suppression import Suppression

DOCUMENTS = [Document(f"/x/{folder}/p{number}.html", "hola " * 20) for number, folder in enumerate("abc")]


def finding(chance: Random) -> Finding:
    at = chance.randint(0, 90)
    rule = chance.choice(("XL302", "XL110"))
    return Finding("left", Span(chance.choice(DOCUMENTS), at, at + 3), suggestion=chance.choice("ab"), rule=rule)


def entry(chance: Random, fingerprints: list[str]) -> Suppression:
    document, at = chance.choice(DOCUMENTS), chance.randint(0, 80)
    return Suppression(
        Span(document, 0, 0),
        chance.choice(("XL302", "XL110")),
        until=chance.choice((date(2020, 1, 1), date(2030, 1, 1))),
        path=chance.choice(("", "a/**", "p1.html", "b")),
        folder="/x",
        fingerprint=chance.choice(("", "", *fingerprints)),
        block=chance.choice((None, Span(document, at, at + chance.randint(0, 20)), Span(document, 0, 100))),
        fault=chance.choice(("", "", "unknown rule")),
    )


def test_as_if_each_were_asked() -> None:
    chance, found = Random(1), 0
    for _ in range(300):
        findings = [finding(chance) for _ in range(chance.randint(0, 8))]
        entries = [entry(chance, [each.fingerprint for each in findings]) for _ in range(chance.randint(0, 10))]
        groups = alike(entries)
        assert sorted(number for group in groups for number in group) == list(range(len(entries)))
        speaking = covering([entries[group[0]] for group in groups], findings)
        for one, here in zip(findings, speaking, strict=True):
            numbers = sorted(number for group in here for number in groups[group])
            assert numbers == [number for number, each in enumerate(entries) if each.covers(one)]
            found += len(numbers)
    assert found > 100
