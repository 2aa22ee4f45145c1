"""Looking up a term."""

from pathlib import Path

from xlcheck.terms import load
from xlcheck.terms.show import show

GLOSSARY = Path(__file__).parents[2] / "glossary"


def test_a_term_in_any_language_and_without_diacritics() -> None:
    glossary = load([str(GLOSSARY)])
    lines = show(glossary, "TO LAM")
    assert lines[0] == f"{GLOSSARY}/vietnam.toml:6: to-lam (person)"
    assert "  en: preferred Tô Lâm; admitted To Lam; deprecated To Lâm, Tô Lam" in lines
    assert any(line.startswith("  note: General Secretary") for line in lines)
    assert show(glossary, "苏林") == show(glossary, "То Лам") == show(glossary, "to-lam") == lines


def test_a_part_of_terms_where_no_term_is_the_text() -> None:
    found = show(load([str(GLOSSARY)]), "cong san viet")
    (head,) = [line for line in found if not line.startswith("  ")]
    assert head.startswith(f"{GLOSSARY}/vietnam.toml:") and head.endswith(": cpv (body)")


def test_case_rules_and_scopes_are_shown(tmp_path: Path) -> None:
    path = tmp_path / "x.toml"
    path.write_text('[[concept]]\nid = "a"\nen = { text = "Lam", case = "exact", until = 2024-01-01 }\n', "utf-8")
    assert show(load([str(path)]), "lam")[1] == '  en: preferred Lam { case = "exact", until = 2024-01-01 }'


def test_what_is_not_there() -> None:
    glossary = load([str(GLOSSARY)])
    assert show(glossary, "no such term") == show(glossary, " ") == ()
