"""The Italian pack, on sentences as they are written."""

from datetime import date
from decimal import Decimal

import pytest

from xlcheck.find import Finder
from xlcheck.lang import Language
from xlcheck.lang.inflection import inflections
from xlcheck.model import Document, Glossary, Sentence, Span
from xlcheck.model.facts import Clock, Day, Denial, Facts, Negation, Number, RelativeDay, Weekday

FINDER = Finder(Glossary(()))
PUBLISHED = date(2026, 1, 28)


def found(text: str) -> Facts:
    sentence = Sentence(Span(Document("a.it.txt", text), 0, len(text)), "it")
    return FINDER.find(sentence, PUBLISHED).facts


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("Nel XIV secolo la città aveva dodici ponti.", [14, 12]),
        ("Il governo ha stanziato 2,5 miliardi di euro.", [2_500_000_000]),
        ("Sono morte millecinquecento persone.", []),
        ("Oltre duemila persone e trecento soldati.", [2000, 300]),
        ("La tempesta ha ucciso 1.586 persone.", [1586]),
        ("Ha compiuto ventun anni.", [21]),
        ("Tra i 3 e i 10 milioni di civili.", [3_000_000, 10_000_000]),
        ("Il quattordicesimo congresso si apre con centocinquanta delegati.", [14, 150]),
        ("Un uomo e una donna.", []),
    ],
)
def test_numbers(text: str, values: list[int]) -> None:
    assert [fact.value for fact in found(text).of(Number)] == [Decimal(value) for value in values]


def test_dates_weekdays_and_times() -> None:
    assert [fact.content for fact in found("Il vertice si è aperto il 26 gennaio a Roma.").of(Day)] == [(2026, 1, 26)]
    assert [fact.content for fact in found("Si incontreranno di nuovo venerdì.").of(Weekday)] == [4]
    assert [fact.content for fact in found("I colloqui sono iniziati alle 15.").of(Clock)] == [(15, 0)]
    assert [fact.content for fact in found("Parlerà alle tre e mezza.").of(Clock)] == [(3, 30)]
    assert [fact.content for fact in found("Sono arrivati ieri.").of(RelativeDay)] == [-1]


def test_negation() -> None:
    assert found("Le due parti non hanno firmato.").of(Negation)
    assert not found("Le due parti hanno firmato non solo un accordo.").of(Negation)
    assert found("Le due parti si rifiutano di firmare.").of(Denial)


@pytest.mark.parametrize(
    ("word", "form"), [("segretario", "segretari"), ("banca", "banche"), ("legge", "leggi"), ("ministro", "ministri")]
)
def test_endings(word: str, form: str) -> None:
    assert form in inflections(word, Language.of("it"))


def test_what_the_pack_knows() -> None:
    italian = Language.of("it-CH")
    assert all(italian.knows(topic) for topic in ("numbers", "dates", "times", "units", "negation", "endings"))
    assert not italian.knows("vocabulary")
