"""Runs with a cache say what runs without say, in less work, and see every change."""

from __future__ import annotations

import json
import shutil
import zlib
from collections.abc import Iterator, Sequence
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from unittest.mock import patch

import pytest
from click.testing import CliRunner

from xlcheck import pipeline
from xlcheck.cache import Cache, Fits, Known, MemoryCache
from xlcheck.cache.disk import DiskCache
from xlcheck.cache.folder import NAME
from xlcheck.cache.frozen import freeze
from xlcheck.cli import main
from xlcheck.config import Config
from xlcheck.model import Alignment, Article, Document, Event, Finding, Report, Row, Span, XlcheckError
from xlcheck.report import FORMATS

ROOT = Path(__file__).parents[1]
TALKS = "El secretario general Tô Lâm llegó a Pekín el lunes para hablar de comercio.\n"


@pytest.fixture
def site(tmp_path: Path) -> Path:
    shutil.copytree(ROOT / "seeds", tmp_path / "seeds")
    shutil.copytree(ROOT / "glossary", tmp_path / "glossary")
    (tmp_path / "seeds" / "table.tsv").write_text("en\tvi\nHe came on 5 May.\tÔng đến ngày 6 tháng 5.\n", "utf-8")
    (tmp_path / "seeds" / "page.html").write_text(f"<html><body><p>{TALKS * 3}</p></body></html>", "utf-8")
    return tmp_path


@pytest.fixture
def plain(site: Path) -> list[str]:
    """What a run without a cache says."""
    return everything(pipeline.run(config(site)))


def config(site: Path) -> Config:
    return Config(paths=(str(site / "seeds"),), glossary=(str(site / "glossary"),))


def everything(report: Report) -> list[str]:
    return [str(FORMATS[form](report)) for form in ("json", "html", "sarif", "terminal")]


def untouched(site: Path) -> Report:
    """A run that may neither segment nor encode nor read a page, nor check an event: all that is dear was kept."""
    with (
        patch("xlcheck.pipeline.articles.segment", side_effect=AssertionError),
        patch("xlcheck.pipeline.workshop.load", side_effect=AssertionError),
        patch("xlcheck.pipeline.inputs.parse", side_effect=AssertionError),
        patch("xlcheck.pipeline.checking.event", side_effect=AssertionError),
    ):
        report = pipeline.run(config(site), cache=DiskCache.open(str(site / "cache")))
    assert report.failures == ()
    return report


def test_a_run_without_a_change_does_nothing_again_and_says_the_same(site: Path) -> None:
    plain = everything(pipeline.run(config(site)))
    first = pipeline.run(config(site), cache=DiskCache.open(str(site / "cache")))
    assert everything(first) == plain
    assert everything(untouched(site)) == plain


def change_text(site: Path) -> None:
    page = next((site / "seeds").glob("004*"))
    page.write_text(page.read_text("utf-8").replace("Su Lin", "Tô Lâm"), "utf-8")


def change_glossary(site: Path) -> None:
    lines = (
        "[[concept]]",
        'id = "beijing"',
        'kind = "place"',
        'en = { preferred = "Peking", forbidden = ["Beijing"] }',
    )
    (site / "glossary" / "places.toml").write_text("\n".join(lines), "utf-8")


def change_table(site: Path) -> None:
    (site / "seeds" / "table.tsv").write_text("en\tvi\nHe came on 5 May.\tÔng đến ngày 5 tháng 5.\n", "utf-8")


def take_one_away(site: Path) -> None:
    next((site / "seeds").glob("000*")).unlink()


def rename(site: Path) -> None:
    page = next((site / "seeds").glob("004*"))
    page.rename(page.with_name("a.txt"))


CHANGES = (change_text, change_glossary, change_table, take_one_away, rename)


@pytest.mark.parametrize("change", CHANGES)
@pytest.mark.parametrize("memory", [False, True])
def test_a_change_is_seen(site: Path, change: object, memory: bool) -> None:
    disk = DiskCache.open(str(site / "cache"))
    cache = MemoryCache(disk) if memory else disk
    before = everything(pipeline.run(config(site), cache=cache))
    if isinstance(cache, MemoryCache):
        cache.turn()
    change(site)  # type: ignore[operator]
    after = everything(pipeline.run(config(site), cache=cache))
    assert after == everything(pipeline.run(config(site)))
    assert after != before


@pytest.mark.parametrize(
    "settings", [{"target_language": "fr"}, {"select": ("XL3",)}, {"against": "000"}, {"languages": ("vi", "es")}]
)
def test_settings_are_seen(site: Path, settings: dict[str, object]) -> None:
    cache = DiskCache.open(str(site / "cache"))
    pipeline.run(config(site), cache=cache)
    if "against" in settings:
        settings = {"against": str(next((site / "seeds").glob("000*")))}
    other = replace(config(site), **settings)  # type: ignore[arg-type]
    assert everything(pipeline.run(other, cache=cache)) == everything(pipeline.run(other))


FORGED: list[object] = [
    5,
    "x",
    (),
    [],
    [([], False)],
    [([0, 0], True)],
    [([99], False), ([-1], False)],
    (0, b""),
    (3, b"\0" * 12),
    (-1, b"\0" * 4),
    [((10**9,), (-1,), 0.5, True)],
    [((), (), 0.0)] * 10**4,
    (Document("a.txt", "x", "en"),),
    Article(Document("a.txt", "x", "en"), "en", ()),
    Finding("m", Span(Document("a.txt", "x"), 0, 1)),
]


def events_that_do_not_hold_together(documents: Sequence[Document]) -> Iterator[object]:
    articles = tuple(Article(document, "es", ()) for document in documents)
    yield Event(articles[1:]), ()
    yield Event((*articles, *articles)), ()
    yield Event(articles, rows=(Row(((),) * (len(articles) + 1), 1.0),)), ()
    if articles:
        stranger = Article(documents[0], "es", ())
        yield Event((*articles[:-1], articles[0]) if len(articles) > 1 else ()), ()
        yield Event(articles, (Alignment(articles[0], stranger, ()),)), ()


class Forger(Cache):
    """Has everything that is asked for, and nothing as it should be."""

    def __init__(self) -> None:
        self.asked = 0

    def get(self, name: str, known: Known, fits: Fits) -> object:  # noqa: ARG002
        self.asked += 1
        taken = [value for value in (*FORGED, *events_that_do_not_hold_together(known.documents)) if fits(value)]
        assert not taken
        return None


def test_whatever_is_forged_counts_as_not_there(site: Path, plain: list[str]) -> None:
    forger = Forger()
    assert everything(pipeline.run(config(site), cache=forger)) == plain
    assert forger.asked > 30


def test_whatever_another_wrote_into_the_folder_counts_as_not_there(site: Path, plain: list[str]) -> None:
    own, packed = site / "cache" / NAME, zlib.compress(freeze(5, Known()))
    pipeline.run(config(site), cache=DiskCache.open(str(site / "cache")))
    files = [file for file in own.rglob("?" * 62) if file.is_file()]
    for file in files:
        name = f"{file.parent.name}{file.name}"
        file.write_bytes(sha256(name.encode() + packed).digest() + packed)
    assert len(files) > 20
    assert everything(pipeline.run(config(site), cache=DiskCache.open(str(site / "cache")))) == plain


def test_another_program_sees_nothing_of_what_this_one_kept(site: Path) -> None:
    pipeline.run(config(site), cache=DiskCache.open(str(site / "cache")))
    with (
        patch("xlcheck.pipeline.inputs.program", return_value=("another",)),
        patch("xlcheck.pipeline.workshop.program", return_value=("another",)),
        pytest.raises(XlcheckError, match="AssertionError"),
    ):
        untouched(site)


def test_nothing_is_kept_with_a_model_that_the_user_names(site: Path) -> None:
    named = replace(config(site), cache=str(site / "cache"), model="./models/ours")
    with pytest.raises(Exception, match="model"):
        pipeline.run(named)
    assert not (site / "cache").exists()


def test_the_command_line_keeps_and_can_do_without(site: Path) -> None:
    text = str(next((site / "seeds").glob("003*")))
    said = [
        CliRunner().invoke(main, ["check", text, "--no-glossary", "--format", "json", *more])
        for more in (["--cache", str(site / "kept")], ["--cache", str(site / "kept")], ["--no-cache"])
    ]
    assert [result.exit_code for result in said] == [0, 0, 0]
    assert len({result.stdout for result in said}) == 1 and json.loads(said[0].stdout)["documents"]
    assert any((site / "kept").iterdir())
