"""Which document of an event is the odd one out, and what counts as a vote."""

from __future__ import annotations

from itertools import combinations

import pytest

from xlcheck.evidence.witnesses import independent
from xlcheck.find import Finder
from xlcheck.model import Alignment, Article, Document, Event, Glossary, Pair, Row, Sentence, Span
from xlcheck.rules import date_mismatch, event_inconsistent, number_mismatch

FINDER = Finder(Glossary())


def article(number: int, entry: str) -> Article:
    """`es<vi: text` is Spanish, translated from Vietnamese."""
    tag, _, text = entry.partition(": ")
    language, _, original = tag.partition("<")
    span = Span(Document(f"{number}.{language}", text), 0, len(text))
    return Article(span.document, language, (FINDER.find(Sentence(span, language), None),), original or None)


def event(*entries: str) -> Event:
    """Documents of one sentence each, each two aligned as translations."""
    articles = tuple(article(number, entry) for number, entry in enumerate(entries))
    pairs = combinations(articles, 2)
    alignments = (Alignment(one, two, (Pair(one.sentences, two.sentences, 1.0, True),)) for one, two in pairs)
    return Event(articles, tuple(alignments), (Row(tuple(each.sentences for each in articles), 1.0),))


def numbers(*entries: str) -> list[str]:
    """Where and what of the findings of XL201 that are free of doubt."""
    found = number_mismatch.check(event(*entries))
    return [f"{finding.at.document.id} {finding.message}" for finding in found if not finding.doubts]


def rows(*entries: str) -> list[str]:
    return [f"{each.at.document.id} {each.at.text}" for each in event_inconsistent.check(event(*entries))]


@pytest.mark.parametrize(
    ("entries", "expected"),
    [
        (
            (
                "en: About 3 ministers met on Tuesday.",
                "vi: Khoảng 2 bộ trưởng đã họp hôm thứ Ba.",
                "es: Unos 2 ministros se reunieron el martes.",
            ),
            ["0.en “3” does not match “2” in 2 other documents"],
        ),
        (
            ("es: Cinco muertos el jueves.", "vi: 6 người chết hôm thứ Năm.", "zh: 周四有6人死亡。"),
            ["0.es “Cinco” does not match “6” in 2 other documents"],
        ),
        (
            (
                "en: The 12 boats sailed at noon.",
                "es: Los 20 barcos zarparon al mediodía.",
                "de: Die 20 Boote stachen um 12 Uhr in See.",
            ),
            ["0.en “12” does not match “20” in 2 other documents"],
        ),
        (
            (
                "en: All 20 boats sailed in 2018.",
                "de: Alle 18 Boote fuhren im Jahr '18.",
                "fr: Les 20 bateaux ont navigué en 2018.",
            ),
            ["1.de “18” does not match “20” in 2 other documents"],
        ),
        (
            (
                "en: About 3 ministers met on Tuesday.",
                "vi: Khoảng 3 bộ trưởng đã họp hôm thứ Ba.",
                "es: Unos 3 ministros se reunieron el martes.",
            ),
            [],
        ),
        (
            (
                "en: The 24 boats sailed on June 24.",
                "es: Los 24 barcos zarparon el 24 de junio.",
                "vi: 24 chiếc thuyền ra khơi ngày 24/6.",
            ),
            [],
        ),
        (("en: Four of 9 ships left.", "vi: Bốn trong 9 tàu rời cảng hôm thứ Tư.", "zh: 9艘船中有四艘离开。"), []),
    ],
)
def test_a_vote_is_a_value_that_is_stated_not_one_that_may_be_meant(
    entries: tuple[str, ...], expected: list[str]
) -> None:
    """“Thứ Ba” is Tuesday, though its words are “three” and “third”: it excuses silence, and speaks for no number."""
    assert numbers(*entries) == expected


@pytest.mark.parametrize(
    "entries",
    [
        (
            "en: Some 45 agreements were signed by Mrs Merkel.",
            "vi: Ba Merkel va ong Nam da ky bon muoi lam thoa thuan.",
            "es: La Sra. Merkel firmó 45 acuerdos.",
        ),
        (
            "en: Mrs Lan bought 20 chickens at the market.",
            "vi: Ba Lan mua hai muoi con ga o cho.",
            "zh: 兰女士在市场买了20只鸡。",
        ),
        (
            "vi: Ba Lan mua hai muoi con ga o cho hom qua.",
            "en: Mrs Lan bought 20 chickens at the market yesterday.",
            "es: La Sra. Lan compró 20 gallinas en el mercado ayer.",
        ),
        (
            "fr: Le navire a perdu 2 marins en mer.",
            "vi: Con tau mat hai thuy thu tren bien hai quan.",
            "en: The ship lost 2 sailors at sea.",
        ),
        (
            "en: Mrs Lan bought 20 chickens.",
            "vi: Ba Lan mua 20 con ga o cho Ben Thanh.",
            "de: Frau Lan kaufte 20 Hühner.",
        ),
        ("en: Mrs Lan bought 20 chickens at the market.", "vi: Ba Lan mua hai muoi con ga o cho."),
    ],
)
def test_words_without_their_marks_are_no_numbers(entries: tuple[str, ...]) -> None:
    assert not numbers(*entries) and not rows(*entries)
    assert all(finding.doubts for finding in date_mismatch.check(event(*entries)))


def test_figures_on_a_page_without_marks_still_count() -> None:
    others = ("en: Mrs Lan bought 20 chickens.", "es: La Sra. Lan compró 20 gallinas.")
    assert numbers("vi: Ba Lan mua 30 con ga o cho Ben Thanh.", *others) == [
        "0.vi “30” does not match “20” in 2 other documents"
    ]
    assert rows("vi: Ba Lan mua 30 con ga o cho Ben Thanh.", *others) == ["0.vi 30"]


@pytest.mark.parametrize(
    ("entries", "found"),
    [
        (
            ("en: Up 45 percent.", "zh<vi: 物价上涨了40%。", "es<vi: Subieron un 40 por ciento."),
            [],
        ),
        (
            (
                "zh<vi: 物价上涨了40%。",
                "de: Sie stiegen um 45 Prozent.",
                "fr<vi: Ils ont augmenté de 40 %.",
            ),
            [],
        ),
        (("en: Up 45 percent.", "zh: 物价上涨了40%。", "es<zh: Subieron un 40 por ciento."), []),
        (
            (
                "en<vi: Up 45 percent.",
                "zh<vi: 物价上涨了40%。",
                "es<vi: Subieron un 40 por ciento.",
            ),
            ["0.en 45"],
        ),
        (
            ("vi: Giá tăng 45 phần trăm.", "zh<vi: 物价上涨了40%。", "es<vi: Subieron un 40 por ciento."),
            ["0.vi 45"],
        ),
        (
            (
                "en: Up 45 percent.",
                "zh: 物价上涨了40%。",
                "es<zh: Subieron un 40 por ciento.",
                "de: Sie stiegen um 40 Prozent.",
            ),
            ["0.en 45"],
        ),
        (
            ("en: Up 45 percent.", "zh: 物价上涨了40%。", "es: Subieron un 40 por ciento."),
            ["0.en 45"],
        ),
        (("en: Up 45 percent.", "zh: 物价上涨了45%。", "es<zh: Subieron un 45 por ciento."), []),
    ],
)
def test_translations_of_one_text_are_one_witness(entries: tuple[str, ...], found: list[str]) -> None:
    """Against another text; against one another, and against their source, each has read that anew."""
    assert rows(*entries) == found


def test_how_many_witnesses_do_not_depend_on_one_another() -> None:
    entries = ("en: a", "zh: b", "es<zh: c", "fr<zh: d", "de: e")
    english, chinese, spanish, french, german = (article(at, entry) for at, entry in enumerate(entries))
    assert independent(english, [chinese, spanish, french]) == 1
    assert independent(english, [spanish, french, german]) == 2
    assert independent(chinese, [spanish, french]) == 2
    assert independent(spanish, [chinese, french, german]) == 3
    assert independent(english, []) == 0


def test_a_number_in_the_place_of_another_is_not_missing_besides() -> None:
    told = numbers("en: Some 12 boats sailed.", "es: Unos 21 barcos zarparon.", "de: 21 Boote fuhren um 12 Uhr.")
    assert told == ["0.en “12” does not match “21” in 2 other documents"]


def test_of_many_documents_a_few_are_named() -> None:
    texts = {
        "en": "It cost 45 euros.",
        "es": "Costó 45 euros.",
        "de": "Es kostete 45 Euro.",
        "fr": "Cela a coûté 45 euros.",
        "pt": "Custou 45 euros.",
        "id": "Harganya 45 euro.",
        "ru": "Это стоило 45 евро.",
    }
    entries = [f"{language}: {text}" for language, text in texts.items()]
    (finding,) = event_inconsistent.check(event("vi: Giá 40 euro.", *entries, "en: It cost 45 euros in all."))
    assert finding.message == "“40” contradicts 8 of 9 documents, which say “45”"
    assert finding.reason == "only this document says 40; 45: English, Spanish, German, French, Portuguese and 2 more"
    assert len(finding.related) == 5
