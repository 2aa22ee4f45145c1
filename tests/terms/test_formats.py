"""Glossaries through every format and back, and what a format can't hold."""

from pathlib import Path

import pytest

from xlcheck.model import Concept, Glossary, Status, Term, XlcheckError
from xlcheck.terms import load
from xlcheck.terms.write import FORMATS, write

GLOSSARY = Path(__file__).parents[2] / "glossary"
RICH = """\
[[concept]]
id = "to-lam"
kind = "person"
note = 'He said "no" | <b>&amp; \\\\ and so on'
source = "house style; line 1"
zh = "苏林"
en = { preferred = "Tô Lâm", admitted = ["To Lam", { text = "Lam", case = "exact" }], deprecated = ["To Lâm"], \
forbidden = ["Su Lin"] }
vi = { text = "Tô Lâm", case = "exact" }
sr-Latn-RS = { forbidden = [{ text = "Su Lin", case = "any" }] }
examples = [
    { language = "en", wrong = "Comrade Su Lin | Hanoi", right = "Comrade Tô Lâm | Hanoi" },
    { language = "en", wrong = "To Lâm \\\\ spoke", right = "Tô Lâm \\\\ spoke" },
]

[[concept]]
id = "a, b; \\"c\\" 1"
note = "first line\\nsecond line"
de-1996 = "A | B \\\\ C & D <E>"
en = "say \\"cheese\\""
id-ID = { preferred = "x,y", admitted = ["p;q", "=1+1"] }
"""
SCOPED = """\
[[concept]]
id = "chairman"
kind = "title"
en = { preferred = [{ text = "President", since = 2024-05-20 }, { text = "Chairman", until = 2024-05-19 }], \
deprecated = [{ text = "Chief", paths = ["sports/**", "a, b"], quoted = false }] }
es = { forbidden = [{ text = "Jefe", case = "exact", since = 2020-01-01, until = 2021-12-31, quoted = true }] }

[[concept]]
id = "ours"
case = "exact"
until = 2030-01-01
en = { preferred = "Ours", admitted = ["Our Own"] }
fr = "Le nôtre"
"""
ORDER = list(Status)


def content(glossary: Glossary) -> list[object]:
    """All but places, and the order of languages and statuses, which tables change."""
    return [
        (
            *(concept.id, concept.kind, concept.note, concept.source, concept.examples),
            sorted(concept.terms, key=lambda term: (term.language, ORDER.index(term.status))),
        )
        for concept in glossary.concepts
    ]


def written(glossary: Glossary, form: str, folder: Path) -> tuple[str, tuple[str, ...]]:
    made = write(glossary, form)
    path = folder / f"made.{form.split('-')[0]}"
    path.write_bytes(made.content.encode() if isinstance(made.content, str) else made.content)
    return str(path), made.losses


def toml(text: str, folder: Path) -> Glossary:
    path = folder / "given.toml"
    path.write_text(text, "utf-8")
    return load([str(path)])


@pytest.mark.parametrize("form", FORMATS)
def test_the_glossary_of_the_project_through_every_format(form: str, tmp_path: Path) -> None:
    glossary = load([str(GLOSSARY)])
    path, losses = written(glossary, form, tmp_path)
    assert losses == ()
    back = load([path])
    assert content(back) == content(glossary)
    assert write(back, "toml").content == write(load([path]), "toml").content


@pytest.mark.parametrize("form", FORMATS)
def test_all_that_a_concept_can_have_through_every_format(form: str, tmp_path: Path) -> None:
    glossary = toml(RICH, tmp_path)
    path, losses = written(glossary, form, tmp_path)
    assert losses == ()
    assert content(load([path])) == content(glossary)


@pytest.mark.parametrize("form", ["toml", "tbx", "tbx-dct", "tbx-v2"])
def test_scopes_where_they_can_be_held(form: str, tmp_path: Path) -> None:
    glossary = toml(SCOPED, tmp_path)
    path, losses = written(glossary, form, tmp_path)
    assert losses == ()
    assert content(load([path])) == content(glossary)


@pytest.mark.parametrize("form", ["csv", "tsv", "xlsx"])
def test_tables_say_which_scopes_they_lose(form: str, tmp_path: Path) -> None:
    path, losses = written(toml(SCOPED, tmp_path), form, tmp_path)
    assert len(losses) == 7
    assert losses[0].startswith(f"{tmp_path}/given.toml:4: the scope of 'President' in concept 'chairman'")
    assert "Le nôtre" in losses[-1]
    assert [term.text for term in load([path]).concepts[1].terms] == ["Ours", "Our Own", "Le nôtre"]


def test_indonesian_is_no_concept_s_name(tmp_path: Path) -> None:
    glossary = Glossary((Concept("sea", "place", (Term("laut", "id"), Term("sea", "en")), place="x.tbx:3"),))
    for form in ("toml", "csv"):
        path, losses = written(glossary, form, tmp_path)
        assert losses == ("x.tbx:3: Indonesian is written as 'id-ID', because 'id' names the concept 'sea'",)
        assert {term.language for term in load([path]).concepts[0].terms} == {"id-ID", "en"}
    path, losses = written(glossary, "tbx", tmp_path)
    assert losses == () and content(load([path])) == content(glossary)


@pytest.mark.parametrize("form", ["tbx", "xlsx"])
def test_what_xml_can_t_hold_is_told(form: str, tmp_path: Path) -> None:
    glossary = toml('[[concept]]\nid = "a"\nnote = "bell \\u0007"\nen = "x"\n', tmp_path)
    path, losses = written(glossary, form, tmp_path)
    assert len(losses) == 1 and losses[0].startswith(f"{tmp_path}/given.toml:1: a control character")
    assert load([path]).concepts[0].note == "bell \ufffd"


def test_the_same_bytes_every_time() -> None:
    glossary = load([str(GLOSSARY)])
    for form in FORMATS:
        assert write(glossary, form) == write(glossary, form)


def test_a_format_that_is_none() -> None:
    with pytest.raises(XlcheckError, match="'yaml' is not a glossary format; use one of toml, csv"):
        write(Glossary(), "yaml")
