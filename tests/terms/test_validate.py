"""What validation says of glossaries that can be read."""

from pathlib import Path

import pytest

from xlcheck.terms import load
from xlcheck.terms.validate import validate

GLOSSARY = Path(__file__).parents[2] / "glossary"


def told(text: str, folder: Path) -> list[str]:
    """The problems of a glossary whose lines count from its first concept, without the file's name."""
    path = folder / "x.toml"
    path.write_text(text, "utf-8")
    return [problem.replace(f"{path}:", "") for problem in validate(load([str(path)]))]


def concept(name: str, *lines: str) -> str:
    return "\n".join(("[[concept]]", f'id = "{name}"', *lines, ""))


@pytest.mark.parametrize(
    ("one", "other", "problem"),
    [
        (
            ('en = { preferred = "Tô Lâm", forbidden = ["Su Lin"] }', 'vi = "Tô Lâm"'),
            ('en = "su lin"', 'vi = "Tô Linh"'),
            "3: 'Su Lin' is forbidden in 'a' but preferred in 'b' (7); keep one",
        ),
        (
            ('vi = { preferred = "Hòa", forbidden = ["hoà bình"] }', 'en = "x"'),
            ('vi = { preferred = "y", admitted = ["Hòa bình"] }', 'en = "y"'),
            "3: 'hoà bình' is forbidden in 'a' but admitted in 'b' (7); keep one",
        ),
        (
            ('en = { preferred = "x", deprecated = ["Viet Nam"] }', 'es = "x"'),
            ('en = "VIET NAM"', 'es = "y"'),
            "3: 'Viet Nam' is deprecated in 'a' but preferred in 'b' (7); keep one",
        ),
        (
            ('en = "Politburo"', 'es = "Buró Político"'),
            ('en = "politburo"', 'es = { preferred = "x", admitted = ["buro politico"] }', 'fr = "y"'),
            "5: 'b' has the same terms as 'a' (1) in every language that both have, such as 'buro politico'; "
            "merge the two",
        ),
    ],
)
def test_two_concepts_that_clash(one: tuple[str, ...], other: tuple[str, ...], problem: str, tmp_path: Path) -> None:
    assert told(concept("a", *one) + concept("b", *other), tmp_path) == [problem]


@pytest.mark.parametrize(
    ("lines", "problem"),
    [
        (
            ('en = "x"',),
            "1: 'a' has terms in only one language and forbids none; add another language, or a form to avoid",
        ),
        (
            ('en = { preferred = "Hà Nội", admitted = ["HÀ NỘI"] }', 'vi = "Hà Nội"'),
            "3: 'HÀ NỘI' and 'Hà Nội' of 'a' differ only in capitals or normal form; keep one",
        ),
        (
            ('en = { preferred = "Xi", forbidden = ["xi"] }', 'vi = "y"'),
            "3: 'xi' is forbidden in 'a' but preferred in 'a' (3); keep one",
        ),
        (
            ('en = { text = "x", since = 2024-02-01, until = 2024-01-31 }', 'es = "y"'),
            "3: 'x' never applies, since 2024-02-01 is after 2024-01-31; swap the dates",
        ),
        (
            ('en = "x"', 'es = "casos (activos)"'),
            "4: 'casos (activos)' looks like several terms, or a term with a remark, "
            "and is found only as written; split it",
        ),
        (
            ('en = "x"', 'es = "y"', 'examples = [{ language = "fr", wrong = "z", right = "y" }]'),
            "5: the example's language 'fr' has no terms in 'a'",
        ),
        (
            ('en = "x"', 'es = "y"', 'examples = [{ language = "en", wrong = "x", right = "x" }]'),
            "5: the example corrects nothing; give a wrong and a right text",
        ),
    ],
)
def test_a_concept_that_can_t_be_meant_so(lines: tuple[str, ...], problem: str, tmp_path: Path) -> None:
    assert told(concept("a", *lines), tmp_path) == [problem]


@pytest.mark.parametrize(
    "lines",
    [
        (
            'en = { preferred = "Việt Nam", admitted = ["Vietnam", "Viet Nam"], deprecated = ["Viêt Nam"] }',
            'es = "Vietnam"',
        ),
        ('en = { preferred = "Lao PDR", forbidden = ["Laos"] }',),
        ('en = { text = "x" }', 'es = "y"'),
        (
            'en = { preferred = { text = "Burma", until = 1989-06-18 }, '
            'deprecated = [{ text = "Burma", since = 1989-06-19 }] }',
            'es = "y"',
        ),
        (
            'en = { preferred = { text = "May", case = "exact" }, forbidden = [{ text = "may", case = "exact" }] }',
            'es = "y"',
        ),
        (
            'en = { admitted = [{ text = "y", quoted = true }], forbidden = [{ text = "y", quoted = false }] }',
            'es = "z"',
        ),
        ('zh = "苏林"', 'zh-Hant = "苏林"', 'en = "x"'),
    ],
)
def test_a_concept_that_is_meant_so(lines: tuple[str, ...], tmp_path: Path) -> None:
    assert told(concept("a", *lines), tmp_path) == []


def test_a_word_of_two_meanings_is_two_concepts(tmp_path: Path) -> None:
    one, other = ('vi = "Tổng Bí thư"', 'de = "Generalsekretär"'), ('vi = "Tổng Thư ký"', 'de = "Generalsekretär"')
    assert told(concept("a", *one) + concept("b", *other), tmp_path) == []


@pytest.mark.parametrize("path", [str(GLOSSARY), "builtin:countries"])
def test_our_own_glossaries_have_no_problem(path: str) -> None:
    assert validate(load([path])) == ()
