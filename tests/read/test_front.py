"""Front matter: language, day, and texts with their places."""

from __future__ import annotations

from datetime import date

import pytest

from xlcheck.model import XlcheckError
from xlcheck.read.front import day, front_matter


@pytest.mark.parametrize(
    "raw",
    [
        "---\nlang: vi\ndate: 2026-01-27\ntitle: Hội đàm\n---\nText\n",
        '+++\nlang = "vi"\ndate = 2026-01-27\ntitle = "Hội đàm"\n+++\nText\n',
        '{"lang": "vi", "date": "2026-01-27", "title": "Hội đàm"}\nText\n',
    ],
)
def test_the_same_in_three_notations(raw: str) -> None:
    front = front_matter("a.md", raw)
    assert (front.language, front.published) == ("vi", date(2026, 1, 27))
    (title,) = front.texts
    assert (title.tag, title.text) == ("title", "Hội đàm")
    assert [raw[place] for place in title.offsets[:-1]] == list("Hội đàm")
    assert raw[front.end :].strip() == "Text"


@pytest.mark.parametrize("key", ["language", "lang", "locale"])
def test_keys_of_the_language(key: str) -> None:
    assert front_matter("a.md", f"---\n{key}: es\n---\n").language == "es"
    assert front_matter("a.md", f"---\n{key.upper()}: es\n---\n").language == "es"


@pytest.mark.parametrize("key", ["date", "publishdate", "pubdate", "published", "published_at", "datepublished"])
def test_keys_of_the_day(key: str) -> None:
    assert front_matter("a.md", f"---\n{key}: 2026-01-27T10:00\n---\n").published == date(2026, 1, 27)


@pytest.mark.parametrize("key", ["title", "subtitle", "description", "summary"])
def test_keys_of_texts(key: str) -> None:
    assert [block.tag for block in front_matter("a.md", f"---\n{key}: Some words\n---\n").texts] == [key]


@pytest.mark.parametrize(
    ("raw", "texts"),
    [
        ("---\nauthor: Some words\n---\n", []),
        ("---\ntitle: '...'\n---\n", []),
        ("+++\ntitle = 2\n+++\n", []),
        ("---\ntitle:\n  inner: Some words\n---\n", []),
        ("---\nmore:\n  title: Some words\n---\n", []),
        ("---\ntitle: One\nsummary: Two\n---\n", ["One", "Two"]),
        ("---\ntitle: >\n  One\n  two\n---\n", ["One two"]),
        ("---\ntitle: |\n  One\n  two\n---\n", ["One two"]),
        ('---\ntitle: "One \\"two\\" \\u00e9"\n---\n', ['One "two" é']),
        ("---\ntitle: 'It''s one'\n---\n", ["It's one"]),
        ('+++\ntitle = """One\ntwo"""\n+++\n', ["One two"]),
        ("+++\n# title = 'no'\ntitle = 'One'\n+++\n", ["One"]),
        ("- a\n", []),
        ("---\n- a\n---\n", []),
        ("---\njust text\n---\n", []),
    ],
)
def test_what_is_text(raw: str, texts: list[str]) -> None:
    assert [block.text for block in front_matter("a.md", raw).texts] == texts


@pytest.mark.parametrize("raw", ["---\n- a\n---\nText", "---\njust text\n---\nText", "Text", "{{ macro }}", "{a}"])
def test_what_is_no_front_matter_ends_nowhere(raw: str) -> None:
    assert front_matter("a.md", raw).end == 0


@pytest.mark.parametrize(
    ("raw", "place"),
    [
        ("---\na: 1\nb: [\n---\n", "a.md:4: front matter is not valid YAML"),
        (
            "---\na: \x01\n---\n",
            "a.md:2: front matter is not valid YAML: a character that YAML does not allow (U+0001)",
        ),
        ("+++\na = 1\nb = \n+++\n", "a.md:3: "),
        ('{"a": 1,\n"b" 2}', "a.md:2: front matter is not valid JSON"),
        ("---\na: " + "[" * 100 + "\n---\n", "a.md:2: front matter is not valid YAML: brackets nested too deeply"),
    ],
)
def test_what_is_wrong_is_told_with_its_line(raw: str, place: str) -> None:
    with pytest.raises(XlcheckError) as raised:
        front_matter("a.md", raw)
    assert str(raised.value).startswith(place)


def test_the_first_of_two_days_that_is_one() -> None:
    front = front_matter("a.md", "---\ndate: soon\npublished: 2026-01-27\n---\n")
    assert front.published == date(2026, 1, 27)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2026-01-27", date(2026, 1, 27)),
        (" 2026-01-27 10:00", date(2026, 1, 27)),
        ("2026-01-271", None),
        ("2026-13-01", None),
        ("on 2026-01-27", None),
    ],
)
def test_a_day_is_what_a_text_opens_with(text: str, expected: date | None) -> None:
    assert day(text) == expected
