"""Glossary files: what they hold, and what is said about those that are wrong."""

import os
from datetime import date
from pathlib import Path

import pytest

from xlcheck.model import Case, Example, Scope, Status, XlcheckError
from xlcheck.terms import load

TO_LAM = """\
[[concept]]
id = "to-lam"
kind = "person"
note = "General Secretary of the CPV since 2024; house style of Viet Nam News"
zh = "苏林"
es = { preferred = "Tô Lâm", admitted = ["To Lam"], deprecated = ["To Lâm"] }
"""
GLOSSARY = Path(__file__).parents[2] / "glossary"


def write(folder: Path, text: str, name: str = "x.toml") -> str:
    file = folder / name
    file.write_text(text, encoding="utf-8")
    return str(file)


def faults(*paths: str) -> list[str]:
    with pytest.raises(XlcheckError) as error:
        load(paths)
    return str(error.value).splitlines()


def test_the_native_form(tmp_path: Path) -> None:
    path = write(tmp_path, "# people\n\n" + TO_LAM)
    (concept,) = load([path]).concepts
    assert (concept.id, concept.kind, concept.place) == ("to-lam", "person", f"{path}:3")
    assert concept.note.startswith("General Secretary")
    assert [(term.language, term.text, term.status) for term in concept.terms] == [
        ("zh", "苏林", Status.PREFERRED),
        ("es", "Tô Lâm", Status.PREFERRED),
        ("es", "To Lam", Status.ADMITTED),
        ("es", "To Lâm", Status.DEPRECATED),
    ]


def test_the_preferred_term_is_that_of_the_script_where_there_is_one(tmp_path: Path) -> None:
    path = write(
        tmp_path, '[[concept]]\nid = "sea"\nzh = "东盟"\nzh-Hant = { admitted = ["東協"], preferred = "東盟" }\n'
    )
    (concept,) = load([path]).concepts
    preferred = {tag: concept.preferred(tag) for tag in ("zh", "zh-Hant", "zh-Hans-CN", "vi")}
    assert [term and term.text for term in preferred.values()] == ["东盟", "東盟", "东盟", None]
    assert [term.text for term in concept.accepted("zh-TW")] == ["东盟", "東協", "東盟"]


def test_a_misspelt_key_is_told_with_its_line_and_what_was_meant(tmp_path: Path) -> None:
    path = write(tmp_path, TO_LAM.replace("preferred", "prefered"))
    assert faults(path) == [f"{path}:6: unknown key 'prefered' in concept 'to-lam'; did you mean 'preferred'?"]


USAGE = """\
[[concept]]
id = "chairman"
until = 2030-12-31
en = { preferred = [
  { text = "President", since = 2024-05-20 },
  { text = "Chairman", until = 2024-05-19, paths = ["politics/**"] },
], deprecated = [
  "chief",
  { text = "Chief", case = "exact", quoted = false }] }
es = { text = "Presidente", case = "any" }
examples = [
  { language = "en", wrong = "the chief said", right = "the President said" },
  { language = "es", wrong = "el jefe", right = "el Presidente" },
]
"""


def test_case_rules_scopes_and_examples(tmp_path: Path) -> None:
    path = write(tmp_path, USAGE)
    (concept,) = load([path]).concepts
    end = date(2030, 12, 31)
    assert [(term.text, term.case, term.scope) for term in concept.terms] == [
        ("President", Case.SMART, Scope(since=date(2024, 5, 20), until=end)),
        ("Chairman", Case.SMART, Scope(until=date(2024, 5, 19), paths=("politics/**",))),
        ("chief", Case.SMART, Scope(until=end)),
        ("Chief", Case.EXACT, Scope(until=end, quoted=False)),
        ("Presidente", Case.ANY, Scope(until=end)),
    ]
    assert [term.place for term in concept.terms] == [f"{path}:{line}" for line in (5, 6, 8, 9, 10)]
    assert concept.examples == (
        Example("en", "the chief said", "the President said"),
        Example("es", "el jefe", "el Presidente"),
    )
    assert [example.place for example in concept.examples] == [f"{path}:12", f"{path}:13"]


def test_faults_of_case_rules_scopes_and_examples(tmp_path: Path) -> None:
    text = USAGE.replace("2030-12-31", "2030-12-31T10:00:00").replace('["politics/**"]', '"politics"')
    text = text.replace('"exact", quoted = false', '"exakt", quotes = "no"').replace('"any"', "1")
    path = write(tmp_path, text.replace('language = "es", ', "").replace("since = 2024", "since = 2024-01-01 #"))
    path = write(tmp_path, text.replace('language = "es", ', ""))
    where = " in concept 'chairman'"
    assert faults(path) == [
        f"{path}:3: 'until' is not a date such as 2024-08-03{where}",
        f"{path}:6: 'paths' is not a list of patterns such as [\"sports/**\"]{where}",
        f"{path}:9: unknown key 'quotes'{where}; did you mean 'quoted'?",
        f"{path}:9: unknown case rule 'exakt'{where}; did you mean 'exact'?",
        f"{path}:10: unknown case rule '1'{where}; known are any, smart, exact",
        f'{path}:13: an incomplete example{where}; write {{ language = "en", wrong = "…", right = "…" }}',
    ]


@pytest.mark.parametrize(
    ("language", "wrong", "told"),
    [
        ("en", "", "an incomplete example in concept 'a'; write {"),
        ("en", " the chief", "an incomplete example in concept 'a'; write {"),
        ("english!", "the chief", "'english!' is not a BCP 47 language tag"),
    ],
)
def test_an_example_says_something_in_a_language(tmp_path: Path, language: str, wrong: str, told: str) -> None:
    example = f'{{ language = "{language}", wrong = "{wrong}", right = "x" }}'
    path = write(tmp_path, f'[[concept]]\nid = "a"\nen = "boss"\nexamples = [{example}]\n')
    (fault,) = faults(path)
    assert fault.startswith(f"{path}:4: {told}")


def test_what_holds_now_and_everywhere_is_what_to_write(tmp_path: Path) -> None:
    path = write(
        tmp_path,
        '[[concept]]\nid = "a"\nen = { preferred = [{ text = "Old", until = 2020-01-01 }, '
        '{ text = "Sport", paths = ["sports/**"] }, "New"] }\n',
    )
    preferred = load([path]).concepts[0].preferred("en")
    assert preferred and preferred.text == "New"


def test_every_error_of_every_file_is_told_at_once(tmp_path: Path) -> None:
    one = write(
        tmp_path,
        'note = """\n[[concept]]\n"""\n\n[[concept]]\nid = "a" # [[concept]]\nkind = "persn"\nzh = 5\n'
        'vi = { preferred = "Tô Lâm",\n  forbidden = ["Tô Lâm"], admitted = "To Lam" }\n'.replace(",\n ", ","),
        "one.toml",
    )
    other = write(
        tmp_path,
        '[[concept]]\nnotes = "x"\n\n[[concept]]\nid = "b"\n[concept.en]\nforbidden = [\n  "Lao",\n  7,\n]\n',
        "other.toml",
    )
    assert faults(one, other) == [
        f"{one}:1: unknown key 'note'; concepts start with [[concept]]",
        f"{one}:7: unknown kind 'persn' in concept 'a'; did you mean 'person'?",
        f"{one}:8: 'zh' in concept 'a' is neither a string nor a table; "
        'write zh = { preferred = "…", admitted = ["…"] }',
        f"{one}:9: 'Tô Lâm' is both preferred and forbidden in concept 'a', language vi; keep one",
        f"{one}:9: 'admitted' in concept 'a' is not a list of terms; write admitted = [\"…\"]",
        f'{other}:1: a concept without an id; add id = "…"',
        f"{other}:2: unknown key 'notes'; did you mean 'note'?",
        f"{other}:7: 7 among the forbidden terms is not a string in concept 'b', language en",
    ]


@pytest.mark.parametrize(
    ("text", "line", "what"),
    [
        ('[[concept]]\nid = "a"\nen = "x\n', 3, "not valid TOML: the line ends inside quotation marks; close them"),
        (
            '[[concept]]\nid = "a"\nkin = "person"\nen = "x"\n',
            3,
            "unknown key 'kin' in concept 'a'; did you mean 'kind'",
        ),
        ('[[concept]]\nid = "a"\nen = ["x"]\n', 3, "a table; write en = { preferred"),
        ('[[concept]]\nid = "a"\nen = { preferred = "x", case = "any" }\n', 3, "'case' in concept 'a' is among"),
        ('[[concept]]\nid = "a"\nen = "x"\nen = "y"\n', 4, "not valid TOML"),
        ('\n[concept]\nid = "a"\n', 2, "under its own [[concept]]"),
        ('[[concept]]\nid = "a"\n', 1, "no terms in concept 'a'"),
        ('[[concept]]\nid = "a"\nen = " x"\n', 3, "spaces at the ends"),
        ('[[concept]]\nid = "a"\nen = "…"\n', 3, "no letters"),
        ('[[concept]]\nid = "a"\nen = { preferred = ["x", "y"] }\n', 3, "'x' and 'y' are both preferred"),
        ('[[concept]]\nid = "a"\nvi = { preferred = "hoà", admitted = ["hoà"] }\n', 3, "both preferred and admitted"),
        ('[[concept]]\nid = "a"\nen = { admitted = ["x", "x"] }\n', 3, "occurs twice"),
        ('[[concept]]\nid = "a"\nkind = 3\nen = "x"\n', 3, "'kind' in concept 'a' is not a string"),
    ],
)
def test_a_wrong_file_is_one_line(tmp_path: Path, text: str, line: int, what: str) -> None:
    path = write(tmp_path, text)
    (fault,) = faults(path)
    assert fault.startswith(f"{path}:{line}: ") and what in fault


def test_languages_without_a_name_are_no_misspelt_keys(tmp_path: Path) -> None:
    path = write(tmp_path, '[[concept]]\nid = "a"\nen = "x"\ncjm = "y"\ncas-Latn = "z"\n')
    assert [term.language for term in load([path]).concepts[0].terms] == ["en", "cjm", "cas-Latn"]


def test_an_id_may_stand_once_in_all_files(tmp_path: Path) -> None:
    one, other = write(tmp_path, TO_LAM, "a.toml"), write(tmp_path, "\n" + TO_LAM, "b.toml")
    (fault,) = faults(other, one)
    assert fault.startswith(f"{other}:2: concept 'to-lam' is already defined at {one}:1")


def test_paths_that_are_no_glossary(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    latin = tmp_path / "latin.toml"
    latin.write_bytes('[[concept]]\nid = "é"\n'.encode("latin-1"))
    assert "no such glossary" in faults(str(tmp_path / "missing.toml"))[0]
    assert "no glossary files" in faults(str(tmp_path / "empty"))[0]
    assert "use one of .toml, .csv, .tsv, .tbx, .xlsx" in faults(write(tmp_path, "a: b", "x.yaml"))[0]
    assert faults(str(latin)) == [f"{latin}:2: not UTF-8; save the file as UTF-8"]


def test_folders_and_order_of_paths_make_no_difference(tmp_path: Path) -> None:
    one = write(tmp_path, TO_LAM, "b.toml")
    other = write(tmp_path, '\ufeff[[concept]]\r\nid = "cpv"\r\nen = "CPV"\r\n', "a.toml")
    folder, forth, back = load([str(tmp_path)]), load([one, other]), load([other, one, one])
    assert [concept.id for concept in folder.concepts] == ["cpv", "to-lam"]
    assert [concept.id for concept in forth.concepts] == [concept.id for concept in back.concepts]
    assert folder.digest == forth.digest == back.digest


def test_a_file_is_read_once_however_it_is_spelt(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "glossary"
    folder.mkdir()
    write(folder, TO_LAM)
    (tmp_path / "link").symlink_to(folder)
    monkeypatch.chdir(tmp_path)
    spellings = (
        "glossary",
        "./glossary",
        "glossary/",
        "glossary/x.toml",
        str(folder),
        "../" + tmp_path.name + "/glossary",
    )
    assert len(load([*spellings, "link"]).concepts) == 1
    assert load(spellings).digest == load(["glossary"]).digest


def test_the_digest_follows_the_content_alone(tmp_path: Path) -> None:
    plain = load([write(tmp_path, TO_LAM, "a.toml")]).digest
    moved = load([write(tmp_path, "# moved\n" + TO_LAM, "b.toml")]).digest
    changed = load([write(tmp_path, TO_LAM.replace("To Lâm", "Tô Lam"), "c.toml")]).digest
    assert plain == moved != changed
    assert len(plain) == 12 and int(plain, 16) >= 0
    assert load([]).digest == ""


def test_the_glossary_of_the_project_has_its_languages() -> None:
    concepts = {concept.id: concept for concept in load([os.fspath(GLOSSARY)]).concepts}
    for name in ("to-lam", "xi-jinping", "cpv", "cpc", "central-committee", "belt-and-road"):
        for language in ("en", "vi", "es", "zh", "fr", "de"):
            assert concepts[name].preferred(language), (name, language)
    written = {term.text for concept in concepts.values() for term in concept.terms}
    assert "Su Lin" not in written
