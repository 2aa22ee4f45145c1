"""Glossaries in rows and columns: our layout, and those of other programs."""

import sys
from pathlib import Path

import pytest

from xlcheck.model import Case, Concept, Example, Glossary, Status, Term, XlcheckError
from xlcheck.terms import load
from xlcheck.terms.validate import validate
from xlcheck.terms.write import write


def table(text: str | bytes, folder: Path, name: str = "terms.csv") -> str:
    path = folder / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return str(path)


def terms(concept: Concept) -> list[tuple[str, str, str]]:
    return [(term.language, str(term.status), term.text) for term in concept.terms]


def fault(path: str) -> str:
    with pytest.raises(XlcheckError) as error:
        load([path])
    return str(error.value)


OURS = """\
id,kind,zh,en,en:admitted,en:forbidden,en:exact,en:wrong,en:right,note
to-lam,person,苏林,Tô Lâm,To Lam | Lam,Su Lin,Lam,Su Lin spoke,Tô Lâm spoke,"leader, since 2024"

vna,,,Vietnam News Agency,VNA,,,,,
"""


def test_our_own_layout(tmp_path: Path) -> None:
    path = table(OURS, tmp_path)
    first, second = load([path]).concepts
    assert (first.id, first.kind, first.note, first.place) == ("to-lam", "person", "leader, since 2024", f"{path}:2")
    assert terms(first) == [
        ("zh", "preferred", "苏林"),
        ("en", "preferred", "Tô Lâm"),
        ("en", "admitted", "To Lam"),
        ("en", "admitted", "Lam"),
        ("en", "forbidden", "Su Lin"),
    ]
    assert [term.case for term in first.terms] == [Case.SMART, Case.SMART, Case.SMART, Case.EXACT, Case.SMART]
    assert first.examples == (Example("en", "Su Lin spoke", "Tô Lâm spoke"),)
    assert (second.kind, second.place) == ("term", f"{path}:4")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (OURS.replace(",", ";").replace("leader;", "leader,"), "terms.csv"),
        ("\ufeff" + OURS.replace(",", "\t").replace("leader\t", "leader,"), "terms.tsv"),
        (OURS.replace("\n", "\r\n").replace("\r\n\r\n", "\r\n"), "terms.csv"),
    ],
)
def test_what_spreadsheets_make_of_it(text: str, name: str, tmp_path: Path) -> None:
    as_ours = [(concept.id, concept.note, terms(concept)) for concept in load([table(OURS, tmp_path)]).concepts]
    path = table(text, tmp_path, name)
    assert [(concept.id, concept.note, terms(concept)) for concept in load([path]).concepts] == as_ours
    path = table(text.removeprefix("\ufeff").encode("utf-16"), tmp_path, name)
    assert [(concept.id, concept.note, terms(concept)) for concept in load([path]).concepts] == as_ours


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("EN,vi\ncentral committee,Ủy ban Trung ương\ncentral committee,Ban Chấp hành\n", "terms.csv"),
        ("central committee,Ủy ban Trung ương\ncentral committee,Ban Chấp hành\n", "terms.en-vi.csv"),
        (
            "central committee\tỦy ban Trung ương\ncentral committee\tBan Chấp hành\n",
            "house.en_vi.tsv",
        ),
        ("central committee,Ủy ban Trung ương,EN,VI\ncentral committee,Ban Chấp hành,EN,VI\n", "deepl.csv"),
        ("central committee,Ủy ban Trung ương,en,vi,0.9\ncentral committee,Ban Chấp hành,en,vi,0.5\n", "deepl.csv"),
        (
            '"location","source","target","id","fuzzy","context","translator_comments","developer_comments"\n'
            '"","central committee","Ủy ban Trung ương","","False","","",""\n'
            '"","central committee","Ban Chấp hành","","True","","",""\n',
            "weblate.en-vi.csv",
        ),
        (
            "stringID,sourceLang,targetLang,pos,description,sourceString,targetString\n"
            "1,en,vi,noun,the body,central committee,Ủy ban Trung ương\n"
            "2,en,vi,noun,,central committee,Ban Chấp hành\n",
            "google.csv",
        ),
    ],
    ids=["languages", "pairs", "pairs, tabs", "DeepL", "DeepL's generator", "Weblate", "two languages a row"],
)
def test_the_layouts_of_other_programs(text: str, name: str, tmp_path: Path) -> None:
    path = table(text, tmp_path, name)
    concepts = load([path]).concepts
    found = [entry for concept in concepts for entry in terms(concept)]
    assert {entry[0] for entry in found} == {"en", "vi"}
    assert [entry[2] for entry in found if entry[0] == "vi"] == ["Ủy ban Trung ương", "Ban Chấp hành"]
    assert concepts[0].id == f"{Path(name).stem}:central-committee"
    if len(concepts) == 1:
        assert found[-1] == ("vi", "admitted", "Ban Chấp hành")


@pytest.mark.parametrize(
    ("text", "name", "line", "what"),
    [
        ("central committee,Ủy ban Trung ương\n", "terms.csv", 1, "unknown layout"),
        ("hello,hallo,hola\n", "terms.en-de.csv", 1, "unknown layout"),
        ("source,target\na,b\n", "terms.csv", 2, "the languages are not given"),
        ("source,target,source language,target language\na,b,English,de\n", "x.csv", 2, "'English' is not a BCP 47"),
        ("id,en,vi,en:admited\na,b,c,d\n", "terms.csv", 1, "did you mean 'en:admitted'?"),
        ("id,en,vi,notes\na,b,c,d\n", "terms.csv", 1, "unknown column 'notes'; did you mean 'note'?"),
        ("id,en,en\na,b,c\n", "terms.csv", 1, "the column 'en' occurs twice"),
        ("id,en,vi\n\na,b,c,d\n", "terms.csv", 3, "more cells than columns in the header"),
        ("id,en,vi\n,b,c\n", "terms.csv", 2, "a concept without an id"),
        ("id,en,vi\na,,\n", "terms.csv", 2, "no terms in this row"),
        ("id,kind,en\na,persn,x\n", "terms.csv", 2, "unknown kind 'persn'; did you mean 'person'?"),
        ("id,en,en:forbidden\na,x,x|y\n", "terms.csv", 2, "'x' is both preferred and forbidden, column en:forbidden"),
        ("id,en,en:wrong,en:right\na,x,b|c,d\n", "terms.csv", 2, "do not have the same number of examples"),
        ('id,en,vi\na,"b\nc,d\n', "terms.csv", 2, "not a valid table"),
        ("\n", "terms.csv", 1, "no terms"),
        ("id,en,vi\n", "terms.csv", 1, "no terms below the header"),
        ("sep=;\nid;en;vi\nx;;\n", "terms.csv", 3, "no terms in this row"),
    ],
)
def test_a_wrong_table_is_one_line(text: str, name: str, line: int, what: str, tmp_path: Path) -> None:
    path = table(text, tmp_path, name)
    (told,) = fault(path).splitlines()
    assert told.startswith(f"{path}:{line}: ") and what in told


def test_bytes_that_are_no_table(tmp_path: Path) -> None:
    assert "not UTF-8" in fault(table("id,en\na,é\n".encode("latin-1"), tmp_path))
    assert "not a readable spreadsheet" in fault(table("id,en\n", tmp_path, "terms.xlsx"))


def test_spreadsheets(tmp_path: Path) -> None:
    openpyxl = pytest.importorskip("openpyxl")
    book = openpyxl.Workbook()
    for row in (["id", "en", "vi"], [1, "Area 51", 51.0], [None, None, None], ["b", "x", "y"]):
        book.active.append(row)
    path = tmp_path / "terms.xlsx"
    book.save(path)
    first, second = load([str(path)]).concepts
    assert (first.id, terms(first)) == ("1", [("en", "preferred", "Area 51"), ("vi", "preferred", "51")])
    assert (second.id, second.place) == ("b", f"{path}:4")


def test_without_the_extra_spreadsheets_are_an_error_that_names_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "openpyxl", None)
    assert "pip install 'xlcheck[xlsx]'" in fault(table(b"PK", tmp_path, "terms.xlsx"))
    with pytest.raises(XlcheckError, match="the extra 'xlsx'"):
        write(Glossary((Concept("a", "term", (Term("x", "en"),)),)), "xlsx")


def test_glossaries_as_people_ship_them(shared: Path) -> None:
    folder = shared / "dev/tico19_terms"
    files = sorted(str(file) for file in folder.glob("*.csv"))
    loaded = {Path(file).stem: load([file]) for file in files}
    assert len(loaded) == 8
    assert {len(glossary.concepts) for name, glossary in loaded.items() if name.startswith("facebook")} == {306}
    assert {term.language for concept in loaded["google.en_zh-TW"].concepts for term in concept.terms} == {
        "en",
        "zh-TW",
    }
    told = validate(loaded["google.en_vi"])
    assert any("(số) ca tử vong" in problem and ".csv:20: " in problem for problem in told)
    together = load(files)
    assert len(together.concepts) == sum(len(glossary.concepts) for glossary in loaded.values())
    twice = [concept for concept in together.concepts if len(concept.terms) > 2]
    assert twice and all(concept.terms[1].status is Status.PREFERRED for concept in twice)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("sep=;\nid;en;vi\nx;a, b;c\n", "x.csv"),
        ('id,en,vi\nx,"a, b",c\n', "x.tsv"),
        ("id\ten\tvi\nx\ta, b\tc\n", "x.csv"),
        (";;\nid;en;vi\n;;\nx;a, b;c\n;;\n", "x.csv"),
    ],
    ids=["Excel's separator", "commas in .tsv", "tabs in .csv", "empty rows"],
)
def test_what_spreadsheets_make_of_a_table(text: str, name: str, tmp_path: Path) -> None:
    (concept,) = load([table(text, tmp_path, name)]).concepts
    assert [(term.language, term.text) for term in concept.terms] == [("en", "a, b"), ("vi", "c")]


def test_a_table_that_is_not_utf_8_tells_the_line(tmp_path: Path) -> None:
    path = tmp_path / "x.csv"
    path.write_bytes("id,en,es\nx,talks,conversación\n".encode("cp1252"))
    assert fault(str(path)) == f"{path}:2: not UTF-8; save it as UTF-8, in Excel as 'CSV UTF-8'"
