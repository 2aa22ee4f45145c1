"""What names a finding, wherever it stands."""

from __future__ import annotations

import unicodedata
from dataclasses import replace

import pytest

from xlcheck.model import Document, Finding, Span

LINE = "Đồng chí Su Lin được bầu làm Tổng Bí thư."


def finding(text: str, part: str = "Su Lin", path: str = "a.txt", related: str = "") -> Finding:
    document = Document(path, text, "vi")
    start = text.index(part)
    spans = (Span(Document("b.txt", related, "en"), 0, len(related)),) if related else ()
    return Finding("a message", Span(document, start, start + len(part)), spans, rule="XL110")


@pytest.mark.parametrize(
    "same",
    [
        finding(f"Một dòng khác.\n\n{LINE}\nVà một dòng nữa.\n"),
        finding(LINE, path="moved/b.txt"),
        finding(unicodedata.normalize("NFD", LINE)),
        finding(LINE.replace(" ", "  ") + "\r\n", part="Su  Lin"),
        replace(finding(LINE), message="other words", suggestion="Tô Lâm", reason="it stands at 3:4"),
    ],
    ids=["lines", "file", "normal form", "blanks", "message"],
)
def test_moving_keeps_the_fingerprint(same: Finding) -> None:
    assert same.fingerprint == finding(LINE).fingerprint


@pytest.mark.parametrize(
    "other",
    [
        finding(LINE.replace("bầu", "bâu")),
        finding(LINE, part="Lin"),
        finding(LINE, related="Comrade Tô Lâm was elected."),
        replace(finding(LINE), rule="XL111"),
        finding(LINE.replace("Su Lin được", "Su Lin\nđược")),
    ],
    ids=["a word", "another place", "related text", "rule", "line"],
)
def test_other_words_make_another(other: Finding) -> None:
    assert other.fingerprint != finding(LINE).fingerprint


def test_the_first_related_text_counts_by_its_words() -> None:
    one, same = finding(LINE, related="Tô Lâm was elected."), finding(LINE, related=" Tô  Lâm was elected.\n")
    assert one.fingerprint == same.fingerprint


def test_it_stays_as_it_is() -> None:
    """Baselines and suppressions hold it from version to version."""
    assert finding(LINE).fingerprint == "8be9e8544bf057e3b40b948be11b408e"


def test_findings_that_say_the_same() -> None:
    source, target = (
        Document("a.txt", "岸田文雄首相到访。南海。", "zh"),
        Document("b.txt", "PM Shinzo Abe came to the sea."),
    )
    kishida, sea = Span(source, 0, 4), Span(source, 9, 11)
    name, whole, rest = Span(target, 3, 13), Span(target, 0, 30), Span(target, 14, 30)
    changed = Finding("changed", name, (kishida,), suggestion="Fumio Kishida")
    assert changed.tells(Finding("missing", whole, (kishida,)))
    assert changed.tells(Finding("missing", whole, suggestion="Fumio Kishida"))
    assert changed.tells(Finding("odd one out", name))
    assert Finding("missing", whole, (sea, kishida)).tells(changed)
    assert not changed.tells(Finding("missing", whole, (sea,), suggestion="South China Sea"))
    assert not changed.tells(Finding("missing", rest, (kishida,), suggestion="Fumio Kishida"))
    assert not Finding("changed", name).tells(Finding("missing", whole))
    assert not changed.tells(Finding("missing", Span(source, 0, 5), (kishida,), suggestion="Fumio Kishida"))
