"""Versions of a text by their paths are one event, whatever they say."""

from __future__ import annotations

from pathlib import Path

import pytest

from xlcheck.config import Config, configure, rule_names
from xlcheck.model import Report
from xlcheck.model.path import variant
from xlcheck.pipeline import run
from xlcheck.rules import RULES

TEXTS = {
    "content/vi/news/talks.txt": "Hội đàm diễn ra tại Bắc Kinh vào chiều thứ Hai. Hai bên nhất trí tăng cường hợp tác.",
    "content/es/news/talks.txt": "Las conversaciones se celebraron en Pekín. Hai bên nhất trí tăng cường hợp tác.",
    "content/en/news/talks.txt": "A recipe for soup with beans and a little salt. Serve it hot.",
    "content/es/news/soup.txt": "Una receta de sopa con frijoles y un poco de sal. Se sirve caliente.",
    "content/notes.txt": "The gardens of the palace are open to visitors until the end of the month.",
}


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    for name, text in TEXTS.items():
        file = tmp_path / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")
    return tmp_path


def report(folder: Path, settings: str) -> Report:
    (folder / "xlcheck.toml").write_text(settings, "utf-8")
    return run(configure({"paths": ("content",)}, None, rule_names(RULES)))


def events(report: Report) -> list[list[str]]:
    return [[each.document.id.removeprefix("content/") for each in event.articles] for event in report.events]


def test_the_source_language_comes_first_and_is_the_source(project: Path) -> None:
    told = report(project, 'pairs = ["content/{lang}/**/*.txt"]\nsource-language = "vi"\n')
    talks = ["vi/news/talks.txt", "en/news/talks.txt", "es/news/talks.txt"]
    assert sorted(events(told)) == sorted([talks, ["es/news/soup.txt"], ["notes.txt"]])
    event = next(event for event in told.events if len(event.articles) > 1)
    assert [(each.source.language, each.target.language) for each in event.alignments] == [("vi", "en"), ("vi", "es")]
    assert all(pair.translation for each in event.alignments for pair in each.pairs)
    assert "XL301" in {
        finding.rule for finding in told.findings if finding.at.document.id.endswith("es/news/talks.txt")
    }


def test_without_a_source_language_each_is_aligned_with_each(project: Path) -> None:
    told = report(project, 'pairs = ["content/{lang}/**"]\n')
    event = next(event for event in told.events if len(event.articles) > 1)
    assert [each.document.id.split("/")[1] for each in event.articles] == ["en", "es", "vi"]
    assert len(event.alignments) == 3


def test_what_no_pattern_has_is_matched_by_what_it_says(project: Path) -> None:
    assert ["es/news/talks.txt", "vi/news/talks.txt"] in events(report(project, ""))


def test_the_path_states_the_language(project: Path) -> None:
    (project / "content/es/news/soup.txt").write_text("OK 2030", "utf-8")
    told = report(project, 'pairs = ["content/{lang}/**"]\ntarget-language = "en"\n')
    languages = {each.document.id: each.language for event in told.events for each in event.articles}
    assert languages["content/es/news/soup.txt"] == "es"
    assert languages["content/notes.txt"] == "en"


@pytest.mark.parametrize(
    ("path", "pattern", "found"),
    [
        ("/s/content/es/a/b.md", "/s/content/{lang}/**/*.md", ("es", ("a/", "b"))),
        ("/s/content/zh-Hant/b.md", "/s/content/{lang}/**/*.md", ("zh-Hant", ("", "b"))),
        ("/s/talks.es.md", "/s/*.{lang}.md", ("es", ("talks",))),
        ("/s/es/talks.es.md", "/s/{lang}/*.{lang}.md", ("es", ("talks",))),
        ("/s/es/talks.en.md", "/s/{lang}/*.{lang}.md", None),
        ("/s/content/news/b.md", "/s/content/{lang}/**/*.md", None),
        ("/t/content/es/b.md", "/s/content/{lang}/**/*.md", None),
        ("/s/content/es/b.md.bak", "/s/content/{lang}/**/*.md", None),
    ],
)
def test_variants(path: str, pattern: str, found: object) -> None:
    assert variant(path, pattern) == found


def test_no_pattern_is_no_pair() -> None:
    assert Config().pairs == ()


def test_a_section_has_a_glossary_of_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    concept = '[[concept]]\nid = "{0}"\nkind = "term"\nen = {{ preferred = "{0}", forbidden = ["{1}"] }}\n'
    (tmp_path / "house.toml").write_text(concept.format("trade deal", "trade pact"), "utf-8")
    (tmp_path / "sport.toml").write_text(concept.format("footballer", "soccer player"), "utf-8")
    settings = 'glossary = "house.toml"\n[[override]]\npaths = "sport/**"\nglossary = "sport.toml"\n'
    (tmp_path / "xlcheck.toml").write_text(settings, "utf-8")
    text = "The soccer player said that the trade pact would be signed in the summer of next year."
    for folder in ("news", "sport"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "a.txt").write_text(text, "utf-8")
    report = run(configure({"paths": ("news", "sport"), "select": ("XL101",)}, None, rule_names(RULES)))
    told = [(finding.at.document.id, finding.at.text) for finding in report.findings]
    assert told == [
        ("news/a.txt", "trade pact"),
        ("sport/a.txt", "soccer player"),
        ("sport/a.txt", "trade pact"),
    ]
