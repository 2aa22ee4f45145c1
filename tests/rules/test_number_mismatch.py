"""Numbers of two texts: other ones, missing ones, and those that are repeated less often."""

from __future__ import annotations

import pytest

from xlcheck.find import Finder
from xlcheck.model import Alignment, Article, Document, Event, Finding, Glossary, Pair, Sentence, Span
from xlcheck.model.doubt import Doubt
from xlcheck.rules.number_mismatch import check

FINDER = Finder(Glossary())


def article(*entries: str) -> Article:
    language = entries[0].partition(": ")[0]
    lines = [entry.removeprefix(f"{language}: ") for entry in entries]
    document, at, sentences = Document(language, "\n".join(lines)), 0, []
    for line in lines:
        sentences.append(FINDER.find(Sentence(Span(document, at, at + len(line)), language), None))
        at += len(line) + 1
    return Article(document, language, tuple(sentences))


def findings(source: Article, target: Article, *, translation: bool = True) -> list[Finding]:
    pairs = tuple(
        Pair((one,), (other,), 1.0, translation) for one, other in zip(source.sentences, target.sentences, strict=True)
    )
    return list(check(Event((source, target), (Alignment(source, target, pairs),))))


def found(source: str, target: str, *, translation: bool = True) -> list[tuple[str, tuple[Doubt, ...]]]:
    return [(each.at.text, each.doubts) for each in findings(article(source), article(target), translation=translation)]


@pytest.mark.parametrize(
    ("source", "target", "wrong", "write"),
    [
        ("en: 1,586 people", "vi: 1.686 người", "1.686", "1.586"),
        ("en: 1,586 people", "es: 1686 personas", "1686", "1586"),
        ("en: 1,586,000 people", "es: 1.686.000 personas", "1.686.000", "1.586.000"),
        ("en: 1,586 people", "es: unas dieciséis personas", "dieciséis", ""),
        ("en: 12.5 points", "es: 13,5 puntos", "13,5", ""),
        ("en: 45 km away", "es: a 54 km", "54", ""),
    ],
)
def test_another_number_and_what_to_write(source: str, target: str, wrong: str, write: str) -> None:
    (each,) = findings(article(source), article(target))
    assert each.at.text == wrong and each.doubts == ()
    assert [edit.text for edit in (each.fix.edits if each.fix else ())] == ([write] if write else [])


@pytest.mark.parametrize(
    ("source", "target", "expected"),
    [
        ("en: It killed 1,586 people.", "es: Mató a muchos.", ()),
        ("en: It killed 80 people.", "es: Mató a muchos.", (Doubt.ROUND,)),
        ("en: It killed 100 people.", "es: Mató a muchos.", (Doubt.ROUND,)),
        ("en: It was 95 percent.", "es: Era mucho.", (Doubt.ROUND,)),
        ("en: It killed 95 people.", "es: Mató a muchos.", ()),
        ("en: It was in the 1980s.", "es: Era entonces.", (Doubt.ROUND,)),
        ("en: It killed many.", "es: Mató a 1586.", ()),
        ("en: It killed many.", "es: Mató a 100.", (Doubt.ROUND, Doubt.SMALL)),
        ("en: It killed many.", "es: Mató a 95.", (Doubt.SMALL,)),
        ("en: It killed many.", "es: Mató a 101.", ()),
    ],
)
def test_a_number_that_one_side_has_alone(source: str, target: str, expected: tuple[Doubt, ...]) -> None:
    (each,) = found(source, target)
    assert set(each[1]) == set(expected)
    assert found(source, target, translation=False) == []


@pytest.mark.parametrize(
    ("source", "target"),
    [
        ("en: one of them", "es: muchos"),
        ("en: twenty-five of them", "es: muchos"),  # in words it may be said in others
        ("en: 5 of them", "es: cinco"),
        ("en: a 5G mast", "es: una antena 5G"),
        ("en: the EF1 storm", "es: la tormenta EF-1"),
    ],
)
def test_what_is_told_or_may_be(source: str, target: str) -> None:
    assert found(source, target) == []


def test_the_figure_of_a_name_that_is_lost() -> None:
    assert [each.related[0].text for each in findings(article("en: the EF1 storm"), article("es: la tormenta"))] == [
        "EF1"
    ]


def test_neighbours_carry_a_number() -> None:
    source = article("en: It killed 1,586 people.", "They were found.", "It ended.", "All left.")
    near = article("es: Mató a muchos.", "Había muchos.", "Hallaron a 1586.", "Se fueron.")
    far = article("es: Mató a muchos.", "Había muchos.", "Se fueron.", "Hallaron a 1586.")
    assert findings(source, near) == []
    assert findings(source, far)


@pytest.mark.parametrize(
    ("source", "target", "expected"),
    [
        ("en: 45 here, 45 there, 45 elsewhere", "es: 45 aquí, 45 allí", [(Doubt.REPEATED,)]),
        ("en: 45 here, 45 there, 45 elsewhere", "es: 45 aquí, 45 allí, 45 más", []),
        ("en: 45 here, 45 there, 45 elsewhere", "es: 45 aquí", []),
        ("en: 45 here, 45 there", "es: 45 aquí", []),
        ("en: 12 here, 12 there, 12 elsewhere", "es: 12 aquí, 12 allí", []),
        ("en: 1945 here, 1945 there, 1945 elsewhere", "es: 1945 aquí, 1945 allí", []),
        ("en: 45 GB, 45 GB and 45 GB", "es: 45 GB y 45 GB", [()]),
        ("en: GB 45, GB 45 and GB 45", "es: GB 45 y GB 45", [()]),
        ("en: 45 GB, 45 GB and 45 GB", "es: 45 y 45", [(Doubt.REPEATED,)]),
    ],
)
def test_what_the_translation_repeats_less_often(source: str, target: str, expected: list[tuple[Doubt, ...]]) -> None:
    assert [doubts for _, doubts in found(source, target)] == expected


@pytest.mark.parametrize(
    ("value", "rounded"),
    [
        *((each, True) for each in (0, 20, 90, 100, 1900, 1990, 2020)),
        *((each, False) for each in (10, 25, 95, 110, 1905, 1995)),
    ],
)
def test_which_numbers_are_round(value: int, rounded: bool) -> None:
    ((_, doubts),) = found(f"en: It has {value} euros.", "es: Tenía muchos.")
    assert (Doubt.ROUND in doubts) is rounded
