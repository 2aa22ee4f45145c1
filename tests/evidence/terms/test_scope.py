"""Scopes of terms, and capitals."""

from datetime import date

import pytest

from xlcheck.evidence.terms.scope import holds, same_capitals
from xlcheck.model import Document, Scope, Sentence, Span


def sentence(path: str = "news/es/a.html", published: date | None = None, quoted: bool = False) -> Sentence:
    document = Document(path, "text", date=published)
    return Sentence(Span(document, 0, 4), "es", quoted=quoted)


@pytest.mark.parametrize(
    ("pattern", "inside"),
    [
        ("*.html", True),
        ("es/", True),
        ("news/*/a.html", True),
        ("news/**", True),
        ("news/**/a.html", True),
        ("**/es/*.html", True),
        ("es/*.html", True),
        ("e", False),
        ("new*/a.html", False),
        ("*.txt", False),
        ("a?html", True),
    ],
)
def test_paths(pattern: str, inside: bool) -> None:
    assert holds(Scope(paths=(pattern,)), sentence()) is inside
    assert holds(Scope(paths=("none/", pattern)), sentence("/srv/news/es/a.html")) is inside


def test_days_are_inclusive() -> None:
    day = date(2024, 8, 3)
    assert holds(Scope(since=day, until=day), sentence(published=day))
    assert not holds(Scope(since=day), sentence(published=date(2024, 8, 2)))
    assert not holds(Scope(until=day), sentence(published=date(2024, 8, 4)))


def test_an_undated_article_is_of_today() -> None:
    assert holds(Scope(since=date(2024, 8, 3)), sentence())
    assert not holds(Scope(until=date(2024, 8, 3)), sentence())


def test_quotations() -> None:
    assert holds(Scope(quoted=True), sentence(quoted=True))
    assert not holds(Scope(quoted=True), sentence())
    assert not holds(Scope(quoted=False), sentence(quoted=True))
    assert holds(Scope(), sentence(quoted=True))


@pytest.mark.parametrize(
    ("term", "written", "same"),
    [
        ("South China Sea", "South\nChina Sea's", True),
        ("South China Sea", "South China sea", False),
        ("CPV", "CPVs", True),
        ("CPV", "Cpv", False),
        ("Generalsekretär", "Generalsekretäre", True),
        ("Hoà Bình", "Hòa Bi\u0300nh", True),
        ("Южно-Китайское море", "Южно-Китайском море", True),
        ("南海", "南海", True),
        ("İzmir", "izmir", False),
        ("İzmir", "İzmir", True),
        ("Isparta", "ısparta", False),
        ("ılıca", "Ilıca", False),
    ],
)
def test_capitals(term: str, written: str, same: bool) -> None:
    assert same_capitals(term, written) is same
