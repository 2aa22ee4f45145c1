"""Articles grouped by the happening they cover: the seeds, made stories, and NTREX news."""

from __future__ import annotations

import csv
import gzip
import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from importlib import import_module
from pathlib import Path

import numpy as np
import pytest
from numpy.typing import NDArray

from xlcheck.match import Measured, Profile, match, rarities, score
from xlcheck.model import Article, Document
from xlcheck.model.facts import Facts

score_module = import_module("xlcheck.match.score")  # the package has a function of this name

Vectors = NDArray[np.float32]

FLOOD = {
    "en": """Floods in the city of Huế killed 13 people and left 2,450 families homeless, officials said.
        The Perfume River rose to its highest level in 25 years after three days of heavy rain.
        Soldiers in boats carried food and drinking water to villages that the roads no longer reach.
        Schools will stay closed until the water has gone down.""",
    "vi": """Lũ lụt tại thành phố Huế làm 13 người chết và 2.450 gia đình mất nhà cửa, giới chức cho biết.
        Sông Hương dâng lên mức cao nhất trong 25 năm sau ba ngày mưa lớn.
        Bộ đội dùng thuyền chở lương thực và nước uống đến các làng mà đường bộ không còn tới được.
        Các trường học sẽ đóng cửa cho đến khi nước rút.""",
    "es": """Las inundaciones en la ciudad de Huế mataron a 13 personas y dejaron sin hogar a 2450 familias.
        El río Perfume subió a su nivel más alto en 25 años tras tres días de fuertes lluvias.
        Soldados en barcos llevaron alimentos y agua potable a las aldeas adonde ya no llegan las carreteras.
        Las escuelas seguirán cerradas hasta que baje el agua.""",
    "zh": """官员说，顺化市的洪水造成13人死亡，2450个家庭无家可归。
        连续三天大雨之后，香江水位升至25年来的最高点。
        士兵乘船向道路已经中断的村庄运送食品和饮用水。
        在洪水退去之前，学校将继续关闭。""",
}
BRIDGE = {
    "en": """The city of Huế opened a new bridge over the Perfume River after two years of work.
        The bridge is 380 metres long and cost 90 million dollars, the city's officials said.
        Thousands of families walked across it on the first evening.
        It will take lorries out of the old town, where the streets are narrow.""",
    "vi": """Thành phố Huế khánh thành cây cầu mới bắc qua sông Hương sau hai năm xây dựng.
        Cầu dài 380 mét và tốn 90 triệu đô la, giới chức thành phố cho biết.
        Hàng nghìn gia đình đã đi bộ qua cầu trong buổi tối đầu tiên.
        Cầu sẽ đưa xe tải ra khỏi khu phố cổ, nơi đường phố chật hẹp.""",
}


def story(texts: dict[str, str], language: str) -> list[tuple[str, str]]:
    return [(language, line.strip()) for line in texts[language].splitlines()]


def groups(pages: Sequence[tuple[Article, Vectors]]) -> tuple[tuple[int, ...], ...]:
    return match([article for article, _ in pages], [vectors for _, vectors in pages])


def test_two_seeds_report_the_same_call(seed_pages: list[tuple[Article, Vectors]]) -> None:
    assert groups(seed_pages) == ((0, 4), (1,), (2,), (3,))


def test_seeds_two_at_a_time(seed_pages: list[tuple[Article, Vectors]]) -> None:
    for one in range(5):
        for other in range(one + 1, 5):
            together = groups([seed_pages[one], seed_pages[other]]) == ((0, 1),)
            assert together == ((one, other) == (0, 4))


def test_seeds_without_facts_and_dates(seed_pages: list[tuple[Article, Vectors]]) -> None:
    bare = [
        (
            Article(
                replace(article.document, date=None),
                article.language,
                tuple(replace(sentence, facts=Facts()) for sentence in article.sentences),
            ),
            vectors,
        )
        for article, vectors in seed_pages
    ]
    assert groups(bare) == ((0, 4), (1,), (2,), (3,))


def test_what_tied_two_articles(seed_pages: list[tuple[Article, Vectors]]) -> None:
    profiles = [Profile.of(article, vectors) for article, vectors in seed_pages]
    rarity = rarities(profiles)
    call, talks, visit, _, page = profiles
    told = score(call, page, rarity)
    assert told.days > 0
    assert told.log_odds == pytest.approx(score(page, call, rarity).log_odds)
    assert told.coverage > score(talks, page, rarity).coverage
    assert score(call, talks, rarity).days < 0, "nine days lie between them"
    assert score(call, visit, rarity).days == 0, "the visit's page has no date"


def test_four_languages_and_another_story_of_the_town(make: Callable[..., tuple[Article, Vectors]]) -> None:
    pages = [make(story(FLOOD, language)) for language in ("en", "vi", "es", "zh")]
    pages += [make(story(BRIDGE, language)) for language in ("en", "vi")]
    assert groups(pages) == ((0, 1, 2, 3), (4, 5))
    backwards = groups(pages[::-1])
    assert backwards == ((0, 1), (2, 3, 4, 5)), "the order of the articles does not matter"


def test_the_same_story_again_a_month_later(make: Callable[..., tuple[Article, Vectors]]) -> None:
    day = date(2025, 10, 28)
    pages = [
        make(story(FLOOD, "en"), day),
        make(story(FLOOD, "vi"), day + timedelta(1)),
        make(story(FLOOD, "es"), day + timedelta(30)),
        make(story(FLOOD, "zh"), day + timedelta(31)),
    ]
    assert groups(pages) == ((0, 1), (2, 3))


def test_a_page_in_three_languages(make: Callable[..., tuple[Article, Vectors]]) -> None:
    mixed = [*story(FLOOD, "es")[:1], *story(FLOOD, "vi")[1:3], *story(FLOOD, "en")[3:]]
    pages = [make(story(FLOOD, "zh")), make(mixed), make(story(BRIDGE, "en"))]
    assert groups(pages) == ((0, 1), (2,))


def test_what_did_not_change_is_not_measured_again(
    make: Callable[..., tuple[Article, Vectors]], monkeypatch: pytest.MonkeyPatch
) -> None:
    pages = [make(story(texts, language)) for texts, language in ((FLOOD, "en"), (FLOOD, "vi"), (BRIDGE, "en"))]
    counts: list[int] = []

    def counted(profiles: Sequence[Profile], pairs: Sequence[tuple[int, int]]) -> Iterator[tuple[float, float]]:
        counts.append(len(pairs))
        return compared(profiles, pairs)

    compared = score_module._compared
    monkeypatch.setattr(score_module, "_compared", counted)
    measured = Measured()

    def again() -> int:
        counts.clear()
        kept = match([article for article, _ in pages], [vectors for _, vectors in pages], measured)
        asked = sum(counts)
        assert kept == groups(pages)
        return asked

    assert (again(), again()) == (3, 0)
    pages[2] = make(story(BRIDGE, "vi"))
    assert again() == 2, "the pairs of the page that changed"
    pages.reverse()
    assert again() == 0
    pages[0] = make([("vi", "Một đoạn khác hẳn."), *story(BRIDGE, "vi")[1:]])
    assert again() == 2
    pages[0] = make(story(BRIDGE, "vi"))
    assert again() == 2, "what the last time did not use is dropped"


def test_few_and_empty_articles(make: Callable[..., tuple[Article, Vectors]]) -> None:
    assert match([], []) == ()
    page, vectors = make(story(FLOOD, "en"))
    assert match([page], [vectors]) == ((0,),)
    empty = Article(Document("empty.txt", ""), "en", ())
    none = np.zeros((0, vectors.shape[1]), dtype=np.float32)
    assert match([empty, page, empty], [none, vectors, none]) == ((0,), (1,), (2,))
    silent = np.zeros_like(vectors)
    assert match([page, page], [vectors, silent]) == ((0,), (1,))


@pytest.fixture(scope="module")
def news(shared: Path) -> list[list[dict[str, str]]]:
    """The NTREX development documents: rows of one line in 13 languages."""
    with gzip.open(shared / "dev" / "ntrex_dev.nway.tsv.gz", "rt", encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))
    names = dict.fromkeys(row["doc_id"] for row in rows)
    return [[row for row in rows if row["doc_id"] == name] for name in names]


def test_news_in_five_languages(news: list[list[dict[str, str]]], make: Callable[..., tuple[Article, Vectors]]) -> None:
    languages = ("en", "vi", "es", "zh", "zh_TW")
    pages = [make([(code.replace("_", "-"), row[code]) for row in rows]) for rows in news for code in languages]
    count = len(languages)
    assert groups(pages) == tuple(tuple(range(i, i + count)) for i in range(0, len(pages), count))


def test_halves_of_a_document_are_not_one_event(
    news: list[list[dict[str, str]]], make: Callable[..., tuple[Article, Vectors]]
) -> None:
    long = [rows for rows in news if len(rows) >= 14]
    pages, expected = [], []
    for rows in long:
        for part in (rows[: len(rows) // 2], rows[len(rows) // 2 :]):
            expected.append((len(pages), len(pages) + 1))
            pages += [make([(language, row[language]) for row in part]) for language in ("en", "vi")]
    found = groups(pages)
    right = [group for group in expected if group in found]
    assert len(long) >= 6 and len(right) >= len(expected) - 1


def bilingual(
    news: list[list[dict[str, str]]], make: Callable[..., tuple[Article, Vectors]]
) -> list[tuple[Article, Vectors]]:
    """Each document in English and Vietnamese, and a first third of it in Spanish."""
    pages = []
    for number, rows in enumerate(news):
        for language, part in (("en", rows), ("vi", rows), ("es", rows[: len(rows) // 3])):
            pages.append(make([(language, row[language]) for row in part], path=f"{number}.{language}.txt"))
    return pages


def test_the_order_of_the_documents_changes_nothing(
    news: list[list[dict[str, str]]], make: Callable[..., tuple[Article, Vectors]]
) -> None:
    pages = [*bilingual(news, make), *(make(story(BRIDGE, language)) for language in ("en", "vi"))]
    expected = groups(pages)
    assert {len(group) for group in expected} == {2, 3}
    for seed in range(3):
        order = random.Random(seed).sample(range(len(pages)), len(pages))
        shuffled = groups([pages[at] for at in order])
        assert {frozenset(order[at] for at in group) for group in shuffled} == set(map(frozenset, expected))


def test_an_unrelated_document_changes_no_group(
    news: list[list[dict[str, str]]], make: Callable[..., tuple[Article, Vectors]]
) -> None:
    pages = bilingual(news, make)
    expected = groups(pages)
    for story_of in (FLOOD, BRIDGE):
        added = groups([*pages, make(story(story_of, "vi"))])
        assert added == (*expected, (len(pages),))


def test_a_brief_goes_with_the_report_that_it_was_cut_from(
    news: list[list[dict[str, str]]], make: Callable[..., tuple[Article, Vectors]]
) -> None:
    found = groups(bilingual(news, make))
    whole = [group for group in found if len(group) == 3 and group[0] % 3 == 0]
    assert len(whole) >= 0.8 * len(news)


def test_a_live_page_does_not_glue_events(make: Callable[..., tuple[Article, Vectors]]) -> None:
    entries = [*story(FLOOD, "en")[:3], *story(BRIDGE, "en")[:3]]
    page = make([(language, f"{9 + at}:05 {line}") for at, (language, line) in enumerate(entries)])
    stories = [make(story(FLOOD, "vi")), make(story(FLOOD, "es")), make(story(BRIDGE, "vi")), page]
    assert groups(stories) == ((0, 1), (2,), (3,))
