"""`xlcheck glossary`: exit codes, and what is printed and written."""

from __future__ import annotations

from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result

from xlcheck.cli import main
from xlcheck.cli.glossary import glossary
from xlcheck.terms import load

ROOT = Path(__file__).parents[1]
BAD = """\
[[concept]]
id = "to-lam"
en = { preferred = "Tô Lâm", forbidden = ["Su Lin"] }
zh = "苏林"
examples = [
  { language = "en", wrong = "Comrade Su Lin spoke.", right = "Comrade Tô Lâm spoke." },
  { language = "en", wrong = "Comrade Lin spoke.", right = "Comrade Tô Lâm spoke." },
  { language = "en", wrong = "Comrade Su Lin spoke.", right = "Mr Tô Lâm spoke." },
  { language = "en", wrong = "Su Lin spoke.", right = "Su Lin and Tô Lâm spoke." },
]

[[concept]]
id = "su-lin"
en = "Su Lin"
zh = "苏琳"
"""


def call(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["glossary", *arguments])


@pytest.fixture(autouse=True)
def in_the_project(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)


@pytest.fixture
def bad(tmp_path: Path) -> str:
    path = tmp_path / "bad.toml"
    path.write_text(BAD, "utf-8")
    return str(path)


def test_the_group_is_registered() -> None:
    assert isinstance(main, click.Group) and main.commands["glossary"] is glossary


def test_validate_our_own() -> None:
    result = call("validate", "glossary", "./glossary/vietnam.toml")
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout == "concepts: 45, terms: 620, problems: 0\n"


def test_validate_tells_conflicts_and_examples_that_fail(bad: str) -> None:
    result = call("validate", bad)
    assert result.exit_code == 1
    conflict, *rest = result.stdout.splitlines()
    assert conflict == f"{bad}:3: 'Su Lin' is forbidden in 'to-lam' but preferred in 'su-lin' ({bad}:14); keep one"
    assert rest[-1] == "concepts: 2, terms: 5, problems: 5"


def test_examples_are_mended_by_the_glossary_they_are_in(bad: str) -> None:
    path = Path(bad)
    path.write_text(BAD.partition("\n\n")[0], "utf-8")
    result = call("validate", bad)
    assert result.stdout.splitlines() == [
        f"{bad}:7: “Comrade Lin spoke.” contains no deprecated or forbidden term; add one to the concept",
        f"{bad}:8: the example's wrong side becomes “Comrade Tô Lâm spoke.”, not “Mr Tô Lâm spoke.”; "
        "correct it or the terms",
        f"{bad}:9: the example's right side becomes “Tô Lâm and Tô Lâm spoke.”; correct the example or the terms",
        "concepts: 1, terms: 3, problems: 3",
    ]


@pytest.mark.parametrize("name", ["none.toml", "README.md", "tests", "builtin:planets"])
def test_what_can_t_be_read_exits_with_2(name: str) -> None:
    for command in (["validate", name], ["convert", name, "-"], ["show", "x", "--glossary", name]):
        result = call(*command)
        assert result.exit_code == 2 and result.stderr.startswith(f"xlcheck: {name}: ")


@pytest.mark.parametrize("name", ["out.csv", "out.tsv", "out.tbx", "out.toml", "out.xlsx"])
def test_convert_by_the_name_of_the_file(name: str, tmp_path: Path) -> None:
    path = tmp_path / name
    result = call("convert", "glossary", str(path))
    assert (result.exit_code, result.output) == (0, "")
    assert len(load([str(path)]).concepts) == 45
    assert [file.name for file in tmp_path.iterdir()] == [name]


def test_convert_to_a_named_format_says_what_is_lost(tmp_path: Path) -> None:
    path = tmp_path / "x.toml"
    path.write_text('[[concept]]\nid = "a"\nen = { text = "x", until = 2024-01-01 }\nes = "y"\n', "utf-8")
    result = call("convert", str(path), "-", "--to", "csv")
    assert (result.exit_code, result.stdout) == (0, "id,kind,en,es\na,term,x,y\n")
    assert result.stderr.startswith(f"xlcheck: {path}:3: the scope of 'x' in concept 'a' cannot be written")
    assert call("convert", str(path), "-", "--to", "tbx-v2").stdout.startswith(
        '<?xml version="1.0" encoding="UTF-8"?>\n<martif'
    )
    assert call("convert", str(path), "-", "--to", "yaml").exit_code == 2
    assert call("convert", str(path), "x").stderr.startswith(
        "xlcheck: x: suffix of no known format; give a format with --to: "
    )


def test_convert_never_writes_what_it_reads(tmp_path: Path) -> None:
    folder = tmp_path / "glossary"
    folder.mkdir()
    path = folder / "x.toml"
    path.write_text('# ours\n[[concept]]\nid = "a"\nen = "x"\nes = "y"\n', "utf-8")
    before = path.read_bytes()
    for source in (path, folder):
        told = call("convert", str(source), str(folder / ".." / "glossary" / "x.toml"))
        assert (told.exit_code, told.stderr.count("\n")) == (2, 1)
        assert "would overwrite it" in told.stderr
    assert "would duplicate all terms" in call("convert", str(folder), str(folder / "y.tbx")).stderr
    assert path.read_bytes() == before and [file.name for file in folder.iterdir()] == ["x.toml"]
    path.write_text("", "utf-8")
    assert "no concepts to write" in call("convert", str(path), str(tmp_path / "y.tbx")).stderr


def test_show() -> None:
    result = call("show", "To Lam")
    assert result.exit_code == 0 and result.stdout.startswith("glossary/vietnam.toml:6: to-lam (person)\n  vi: ")
    result = call("show", "日本", "--glossary", "builtin:countries")
    assert result.stdout.startswith("builtin:countries:") and "es: preferred Japón" in result.stdout
    result = call("show", "no such term")
    assert (result.exit_code, result.stdout) == (1, "")
    assert (
        call("show", "Xi Jimping").stderr
        == "xlcheck: no concept has the term 'Xi Jimping'; did you mean 'Xi Jinping'?\n"
    )


def test_suggest_writes_a_glossary(tmp_path: Path) -> None:
    rows = [
        "en\tes",
        "On Monday the Red River rose.\tEl lunes creció el río Rojo.",
        "Two boats left the Red River before dawn.\tDos barcos salieron del río Rojo antes del alba.",
        "Farmers live along the Red River.\tA orillas del río Rojo viven campesinos.",
        "Nobody in the town slept.\tNadie durmió en el pueblo.",
        "The rain fell on the roof.\tLlovió sobre el techo.",
        "Schools opened on time.\tLas escuelas abrieron a tiempo.",
        "Two bridges are closed to lorries.\tDos puentes están cerrados a los camiones.",
        "Rice went up a little.\tEl arroz subió un poco.",
        "Her brother sings well.\tSu hermano canta bien.",
    ]
    table = tmp_path / "rows.tsv"
    table.write_text("\n".join(rows), "utf-8")
    path = tmp_path / "proposed.toml"
    result = call("suggest", str(table), "--no-glossary", "--most", "5", "--output", str(path))
    assert result.exit_code == 0, result.output
    found = {concept.id: [term.text for term in concept.terms] for concept in load([str(path)]).concepts}
    assert found["red-river"][0] == "Red River" and "río Rojo" in found["red-river"][1]


@pytest.mark.parametrize("most", ["0", "-3", "many"])
def test_how_many_to_suggest_is_a_number_of_them(most: str) -> None:
    result = call("suggest", "seeds", "--most", most)
    assert result.exit_code == 2 and "--most" in result.stderr
