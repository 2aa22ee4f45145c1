"""Settings from flags and files, and every mistake named."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner
from jsonschema import Draft7Validator, ValidationError

from xlcheck.cli import main
from xlcheck.config import Config, Override, configure, trace
from xlcheck.config.schema import schema
from xlcheck.model import Document, Finding, Severity, Span, XlcheckError

NAMES = {
    "xl101": "XL101",
    "term-forbidden": "XL101",
    "xl102": "XL102",
    "term-missing": "XL102",
    "xl301": "XL301",
    "untranslated": "XL301",
    "xl403": "XL403",
    "repeated-text": "XL403",
}
CODES = sorted(set(NAMES.values()))


@pytest.fixture(autouse=True)
def in_an_empty_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def write(folder: Path, text: str, name: str = "xlcheck.toml") -> str:
    file = folder / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(text, "utf-8")
    return str(file)


def told(text: str, tmp_path: Path, name: str = "xlcheck.toml") -> list[str]:
    with pytest.raises(XlcheckError) as caught:
        configure({}, write(tmp_path, text, name), NAMES)
    return str(caught.value).replace(f"{tmp_path}/{name}:", "").split("\n")


def test_flags_win_over_the_file(tmp_path: Path) -> None:
    file = write(tmp_path, 'fail-on = "warning"\nsource-language = "vi"\nselect = ["XL1", "XL301"]\n')
    flags = {"paths": ("a",), "fail_on": "note", "source_language": None, "no_glossary": True, "no_cache": True}
    config = configure(flags, file, NAMES)
    assert config == Config(("a",), source_language="vi", select=("XL1", "XL301"), fail_on="note", file=file)


def test_paths_in_a_file_are_taken_from_its_folder(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "model").touch()
    text = 'glossary = ["terms.toml", "builtin:countries"]\nagainst = "vi.txt"\nmodel = "model"\nignores = "i.toml"\n'
    config = configure({}, write(tmp_path / "a", text), NAMES)
    folder = (tmp_path / "a").as_posix()
    assert config.glossary == (f"{folder}/terms.toml", "builtin:countries")
    assert (config.against, config.model) == (f"{folder}/vi.txt", f"{folder}/model")
    assert config.ignores == f"{folder}/i.toml"
    assert configure({}, write(tmp_path / "a", 'model = "intfloat/e5"'), NAMES).model == "intfloat/e5"


def test_who_names_the_model_is_known(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = write(tmp_path, '# ours\nmodel = "theirs/e5"')

    def named(flags: dict[str, str]) -> tuple[str | None, str | None, str]:
        config, settings = trace(flags, file, NAMES)
        return config.model, config.model_at, next(each.origin for each in settings if each.key == "model")

    assert named({}) == ("theirs/e5", f"{file}:2", f"{file}:2")
    assert named({"model": "ours"}) == ("ours", None, "--model")
    monkeypatch.setenv("XLCHECK_MODEL", "mine")
    assert named({}) == ("mine", None, "XLCHECK_MODEL")
    assert named({"model": "ours"}) == ("ours", None, "--model")
    monkeypatch.setenv("XLCHECK_MODEL", "")
    assert named({}) == ("theirs/e5", f"{file}:2", f"{file}:2")


def test_sections_add_glossaries_and_say_how_sure_is_sure(tmp_path: Path) -> None:
    text = (
        "glossary = 'house.toml'\nconfidence = 0.95\n[[override]]\npaths = 'sport/**'\nglossary = 'sport.csv'\n"
        "confidence = 0\n"
    )
    config = configure({}, write(tmp_path / "a", text), NAMES)
    folder = (tmp_path / "a").as_posix()
    assert config.glossaries == (f"{folder}/house.toml", f"{folder}/sport.csv")
    assert config.at(f"{folder}/sport/x.txt").glossary == config.glossaries
    assert config.at(f"{folder}/x.txt").glossary == (f"{folder}/house.toml",)
    assert [config.policy(f"{folder}/{path}").least for path in ("x.txt", "sport/x.txt")] == [0.95, 0]
    assert configure({"no_glossary": True}, f"{folder}/xlcheck.toml", NAMES).glossaries == ()
    assert configure({"pedantic": True}, f"{folder}/xlcheck.toml", NAMES).policy("x.txt").least == 0


def test_a_glossary_folder_in_the_working_directory_is_used(tmp_path: Path) -> None:
    assert configure({}, None, NAMES).glossary == ()
    (tmp_path / "glossary").mkdir()
    (tmp_path / "glossary" / "terms.toml").touch()
    assert configure({}, None, NAMES).glossary == ("glossary",)
    assert configure({"glossary": ("own.toml",)}, None, NAMES).glossary == ("own.toml",)
    assert configure({"no_glossary": True}, None, NAMES).glossary == ()


def test_the_file_is_the_nearest_upward_from_the_first_path(tmp_path: Path) -> None:
    write(tmp_path, 'fail-on = "note"\n')
    write(tmp_path / "a" / "b", 'fail-on = "never"\n')
    write(tmp_path / "c", '[project]\nname = "c"\n', "pyproject.toml")
    write(tmp_path / "d", '[tool.xlcheck]\nfail-on = "warning"\n', "pyproject.toml")
    for path, expected in (
        ("a/b/c/page.txt", "never"),
        ("a/page.txt", "note"),
        ("a/b", "never"),
        ("c/page.txt", "note"),
        ("d/page.txt", "warning"),
        ("-", "note"),
    ):
        assert configure({"paths": (path, "a/b")}, None, NAMES).fail_on == expected, path
    write(tmp_path / "d", 'fail-on = "never"\n')
    assert configure({"paths": ("d",)}, None, NAMES).fail_on == "never"


def test_ignores_and_baseline_are_found_beside_the_file_or_in_the_working_directory(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path, "", "xlcheck-baseline.json")
    write(tmp_path / "a", "")
    write(tmp_path / "a", "", "xlcheck-ignore.toml")
    config = configure({"paths": ("a/page.txt",)}, None, NAMES)
    assert (config.ignores, config.baseline) == ("a/xlcheck-ignore.toml", "xlcheck-baseline.json")
    config = configure({"paths": ("a",), "ignores": "own.toml", "no_baseline": True}, None, NAMES)
    assert (config.ignores, config.baseline) == ("own.toml", None)
    monkeypatch.chdir(tmp_path / "a")
    assert configure({"paths": ("page.txt",)}, None, NAMES).ignores == "xlcheck-ignore.toml"


def finding(path: str, rule: str, severity: Severity = Severity.ERROR, confidence: float = 0.95) -> Finding:
    return Finding("x", Span(Document(path, "x"), 0, 1), rule=rule, severity=severity, confidence=confidence)


def test_rules_by_code_beginning_or_name_in_any_case() -> None:
    config = configure({"select": ("xl1", "Untranslated"), "ignore": ("Term-Missing",)}, None, NAMES)
    assert (config.select, config.ignore) == (("XL1", "XL301"), ("XL102",))
    assert [code for code in CODES if config.runs(code)] == ["XL101", "XL301"]
    assert all(Config().runs(code) for code in CODES)


SECTIONS = """\
ignore = "repeated-text"
fail-on = "warning"
severity = { XL1 = "warning", term-missing = "note" }
languages = ["vi", "es"]

[[override]]
paths = "es/**"
languages = ["es", "en"]
ignore = ["XL101"]
severity = { untranslated = "note" }
fail-on = "never"

[[override]]
paths = ["es/news/*.html", "*.tsv"]
fail-on = "note"
pedantic = true
select = ["XL3", "XL4"]
"""


def test_sections_hold_for_their_paths_and_the_last_wins(tmp_path: Path) -> None:
    config = configure({}, write(tmp_path / "site", SECTIONS), NAMES)
    base, spanish, news = (config.at(f"site/{path}") for path in ("vi/a.html", "es/a.html", "es/news/a.html"))
    assert base == config
    assert (spanish.languages, spanish.ignore, spanish.fail_on) == (("es", "en"), ("XL403", "XL101"), "never")
    assert spanish.severity == {"XL1": "warning", "XL102": "note", "XL301": "note"}
    assert (news.languages, news.ignore, news.fail_on, news.pedantic) == (
        ("es", "en"),
        ("XL403", "XL101"),
        "note",
        True,
    )
    assert config.at("site/es/news/more/a.html").fail_on == "never"
    assert config.at("site/a/b.tsv").pedantic
    assert config.at("es/a.html") == config
    assert [code for code in CODES if config.runs(code)] == ["XL101", "XL102", "XL301"]


def test_findings_are_judged_by_the_settings_of_their_path(tmp_path: Path) -> None:
    config = configure({}, write(tmp_path, SECTIONS), NAMES)

    def severity(path: str, rule: str, confidence: float = 0.95) -> str | None:
        judged = config.policy(path).judge(finding(path, rule, confidence=confidence))
        return judged and str(judged.severity)

    assert [severity("a.html", code) for code in CODES] == ["warning", "note", "error", None]
    assert [severity("es/a.html", code) for code in CODES] == [None, "note", "note", None]
    assert [severity("es/news/a.html", code) for code in CODES] == [None, None, "note", None]
    assert [severity(path, "XL301", 0.5) for path in ("a.html", "es/news/a.html")] == [None, "note"]


def test_what_fails_is_up_to_the_path(tmp_path: Path) -> None:
    config = configure({}, write(tmp_path, SECTIONS), NAMES)
    weights = [
        [config.fails(finding(path, "XL301", severity)) for severity in Severity]
        for path in ("a.html", "es/a.html", "es/news/a.html")
    ]
    assert weights == [[False, True, True], [False, False, False], [True, True, True]]


def test_a_flag_wins_in_every_section(tmp_path: Path) -> None:
    config = configure({"fail_on": "error", "ignore": ("XL3",)}, write(tmp_path, SECTIONS), NAMES)
    here = config.at("es/news/a.html")
    assert (here.fail_on, here.ignore, here.pedantic) == ("error", ("XL3",), True)


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ('fail_on = "error"\n', ["1: unknown key 'fail_on'; did you mean 'fail-on'?"]),
        ('fail-on = "error"\nselect = 3\n', ["2: 'select' must be a string or a list of strings"]),
        (
            "paths = ['a']\nmodel = 5\n",
            [
                "1: unknown key 'paths'; did you mean 'pairs'?",
                "2: 'model' must be a string",
            ],
        ),
        ("fail-on = \n", ["1: not valid TOML: invalid value"]),
        ("pedantic = 'yes'\n", ["1: 'pedantic' must be true or false"]),
        (
            "\nseverity = { XL301 = 'bad', XL9 = 'note' }\n",
            [
                "2: severity: unknown rule 'XL9'; see 'xlcheck rules'",
                "2: severity: 'bad' for XL301 is not one of error, warning, note",
            ],
        ),
        (
            "languages = 'Español'\nfail-on = 'bad'\nignore = ['untranslted']\n",
            [
                "1: languages: 'Español' is not a BCP 47 language tag; write, for instance, 'es' or 'zh-Hant'",
                "2: fail-on: 'bad' is not one of error, warning, note, never",
                "3: ignore: unknown rule 'untranslted'; did you mean 'untranslated'?",
            ],
        ),
        (
            "[[override]]\npaths = 'es'\nmodel = 'x'\n\n[[override]]\nfail-onn = 'error'\nfail-on = 1\n",
            [
                "3: 'model' cannot be set in an override; move it above all overrides",
                '5: an override without paths; add paths = ["es/**"]',
                "6: unknown key 'fail-onn'; did you mean 'fail-on'?",
                "7: 'fail-on' must be a string",
            ],
        ),
        (
            "pairs = ['content/**']\n",
            ["1: pairs: 'content/**' does not say where the language is; write it as {lang}"],
        ),
        ("confidence = 90\n", ["1: 'confidence' must be a number from 0 to 1"]),
        ("confidence = true\n", ["1: 'confidence' must be a number from 0 to 1"]),
        (
            "glossary = ['']\ncache = ' '\n",
            [
                "1: glossary: empty value; give one, or leave it out",
                "2: cache: empty value; give one, or leave it out",
            ],
        ),
        ("[[override]]\npaths = ['']\n", ['2: an override without paths; add paths = ["es/**"]']),
        ("override = 1\n", ["1: write each override under its own [[override]]"]),
    ],
)
def test_every_mistake_in_a_file_has_its_line(tmp_path: Path, text: str, lines: list[str]) -> None:
    assert told(text, tmp_path) == lines


def test_mistakes_in_a_pyproject_have_their_lines(tmp_path: Path) -> None:
    text = (
        '[project.scripts]\nxlcheck = "x"\nmodel = 1\n\n[tool.xlcheck]\nmodel = 1\n\n[[tool.xlcheck.override]]\nx = 1\n'
    )
    assert told(text, tmp_path, "pyproject.toml") == [
        "6: 'model' must be a string",
        '8: an override without paths; add paths = ["es/**"]',
        "9: unknown key 'x'; known are paths, source-language, target-language, languages, glossary, select, ignore, "
        "severity, fail-on, confidence, pedantic",
    ]


def test_a_pyproject_whose_table_is_none_is_told(tmp_path: Path) -> None:
    assert told("[tool]\nxlcheck = 3\n", tmp_path, "pyproject.toml") == [
        "1: 'xlcheck' under [tool] is not a table; write the settings under [tool.xlcheck]"
    ]


def test_mistakes_in_flags_come_all_at_once() -> None:
    with pytest.raises(XlcheckError) as caught:
        configure({"select": ("XL30I",), "source_language": "Español", "fail_on": "never"}, None, NAMES)
    assert str(caught.value).split("\n") == [
        "source-language: 'Español' is not a BCP 47 language tag; write, for instance, 'es' or 'zh-Hant'",
        "select: unknown rule 'XL30I'; did you mean 'XL301'?",
    ]


def test_a_missing_file_is_one_line(tmp_path: Path) -> None:
    with pytest.raises(XlcheckError, match=r"none\.toml: no such file; check the path"):
        configure({}, str(tmp_path / "none.toml"), NAMES)


def test_where_each_setting_came_from(tmp_path: Path) -> None:
    write(tmp_path, '# ours\nfail-on = "note"\n[severity]\nXL301 = "note"\n')
    write(tmp_path, "", "xlcheck-baseline.json")
    _, settings = trace({"model": "x", "today": date(2030, 1, 1)}, None, NAMES)
    origins = {each.key: each.origin for each in settings if each.origin != "default"}
    assert origins == {
        "fail-on": "xlcheck.toml:2",
        "severity": "xlcheck.toml:3",
        "model": "--model",
        "baseline": "found",
        "cache": "found",
    }


def test_config_show(tmp_path: Path) -> None:
    write(tmp_path, 'fail-on = "note"\n[[override]]\npaths = ["es/**"]\nseverity = { XL301 = "note" }\n')
    shown = CliRunner().invoke(main, ["config", "show", "--pedantic"]).stdout.splitlines()
    assert 'fail-on = "note"  # xlcheck.toml:1' in shown
    assert "pedantic = true  # --pedantic" in shown
    assert "ignore = []  # default" in shown
    assert shown[-3:] == ["[[override]]  # xlcheck.toml:2", 'paths = ["es/**"]', 'severity = { XL301 = "note" }']


def test_the_schema_takes_what_is_right_and_nothing_else() -> None:
    Draft7Validator.check_schema(schema())
    validator = Draft7Validator(schema())
    right = {"fail-on": "never", "languages": "es", "severity": {"XL301": "note"}, "override": [{"paths": ["es"]}]}
    validator.validate(right)
    for wrong in (
        {"fail-onn": "note"},
        {"fail-on": "bad"},
        {"override": [{}]},
        {"override": [{"paths": []}]},
        {"glossary": [""]},
        {"override": [{"paths": "a", "model": "x"}]},
    ):
        with pytest.raises(ValidationError):
            validator.validate(wrong)
    printed = CliRunner().invoke(main, ["config", "schema"]).stdout
    assert json.loads(printed) == schema()


def test_the_schema_in_the_package_is_current() -> None:
    file = Path(__file__).parents[1] / "xlcheck" / "config" / "schema.json"
    assert json.loads(file.read_text("utf-8")) == schema()


def test_an_override_may_be_made_by_hand() -> None:
    config = Config(overrides=(Override(("*.txt",), "/", {"select": ("XL1",)}),), select=("XL3",))
    assert [code for code in CODES if config.runs(code)] == ["XL101", "XL102", "XL301"]


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("model = " + "9" * 5000, "1: a number is too long, or brackets are nested too deeply; remove them"),
        ("model = " + "[" * 5000, "1: a number is too long, or brackets are nested too deeply; remove them"),
        ('\nbaseline = "a\\u0000b"', "2: baseline: a NUL character, which is not allowed; remove it"),
    ],
)
def test_what_the_machine_cannot_hold_is_told(text: str, what: str, tmp_path: Path) -> None:
    assert told(text, tmp_path) == [what]


def test_what_is_shown_may_be_asked_with_every_flag_of_a_check_that_is_a_setting(tmp_path: Path) -> None:
    file = write(tmp_path, 'fail-on = "note"\nbaseline = "known.json"\n')
    words = ("config", "show", "--config", file, "--fail-on", "never", "--baseline", "other.json")
    shown = CliRunner().invoke(main, words).stdout.splitlines()
    assert {'fail-on = "never"  # --fail-on', 'baseline = "other.json"  # --baseline'} <= set(shown)
    without = CliRunner().invoke(main, (*words[:4], "--no-baseline")).stdout.splitlines()
    assert "# baseline is not set" in without
