"""Work that is done elsewhere, in whatever order, gives the same bytes; what is kept is made again as it was."""

from __future__ import annotations

import pickle
import shutil
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from random import Random
from typing import Any

import pytest

from xlcheck import pipeline
from xlcheck.cache import Cache, Fits, Known
from xlcheck.cache.frozen import freeze, thaw
from xlcheck.config import Config
from xlcheck.model import Report, XlcheckError
from xlcheck.pipeline.executor import Outcome, Task
from xlcheck.pipeline.wire import Worker, packed, unpacked
from xlcheck.pipeline.workshop import Workshop
from xlcheck.report import FORMATS

ROOT = Path(__file__).parents[2]


class Elsewhere:
    """Sends every task to one of two workers as bytes and takes what comes back as bytes, in an order of its own."""

    def __init__(self, seed: int) -> None:
        self._random = Random(seed)
        self.stages: list[str] = []

    def run(self, tasks: Iterable[Task], shop: Workshop) -> Iterator[tuple[int, Outcome]]:
        numbered = list(enumerate(tasks))
        workers = [Worker(pickle.loads(pickle.dumps(shop.config))) for _ in range(2)]
        self._random.shuffle(numbered)
        for number, task in numbered:
            self.stages.append(task.stage.__name__)
            yield number, unpacked(self._random.choice(workers)(packed(task, shop)), task, shop)


class Frozen(Cache):
    """Keeps bytes alone, and knows what was asked for in vain."""

    def __init__(self) -> None:
        self.kept: dict[str, bytes] = {}
        self.missed: list[str] = []

    def get(self, name: str, known: Known, fits: Fits) -> Any:
        if name not in self.kept:
            self.missed.append(name)
            return None
        value = thaw(self.kept[name], known)
        assert fits(value)
        return value

    def put(self, name: str, value: object, known: Known) -> None:
        data = freeze(value, known)
        assert freeze(thaw(data, known), known) == data
        self.kept[name] = data


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Config:
    monkeypatch.chdir(tmp_path)
    shutil.copytree(ROOT / "seeds", "seeds")
    rows = "en\tvi\tes\nHe came on 5 May.\tÔng đến ngày 6 tháng 5.\tVino el 5 de mayo.\n"
    Path("seeds/rows.tsv").write_text(rows, "utf-8")
    Path("seeds/page.html").write_text("<p>El secretario general Su Lin llegó a Pekín &amp; Hanói.</p>" * 4, "utf-8")
    Path("seeds/empty.txt").write_text("", "utf-8")
    Path("seeds/binary.txt").write_bytes(b"\0" * 50)
    Path("seeds/cut.md").write_text("---\n: :\n---\n", "utf-8")
    return Config(paths=("seeds", "none.txt"), glossary=(str(ROOT / "glossary"),), pedantic=True)


def everything(report: Report) -> list[str]:
    return [*(str(FORMATS[form](report)) for form in FORMATS if form != "xlsx"), *report.failures, *report.notes]


@pytest.mark.parametrize("seed", [1, 2])
def test_work_done_elsewhere_in_any_order_gives_the_same_bytes(site: Config, seed: int) -> None:
    executor = Elsewhere(seed)
    here = everything(pipeline.run(site))
    assert everything(pipeline.run(site, executor=executor)) == here
    assert set(executor.stages) == {"read_file", "article_of", "rows_of", "check_group"}
    assert any("binary.txt" in line for line in here[-5:]) and any("none.txt" in line for line in here[-5:])


def test_what_fails_in_a_worker_is_told_once_as_here(site: Config, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise RuntimeError("out of order")

    monkeypatch.setattr("xlcheck.pipeline.join.align_group", broken)
    monkeypatch.setattr("xlcheck.pipeline.checking.with_all_gaps", broken)
    here = pipeline.run(site)
    assert sum("RuntimeError" in line for line in here.failures) > 1
    assert pipeline.run(site, executor=Elsewhere(3)).failures == here.failures


def test_a_glossary_that_is_no_good_ends_the_run(site: Config) -> None:
    Path("bad.toml").write_text("[[concept]]\n", "utf-8")
    config = replace(site, glossary=("bad.toml",))
    with pytest.raises(XlcheckError) as here:
        pipeline.run(config)
    with pytest.raises(XlcheckError) as elsewhere:
        pipeline.run(config, executor=Elsewhere(4))
    assert elsewhere.value.lines == here.value.lines


def test_all_that_is_kept_is_made_again_as_it_was_and_a_second_run_recalls_it(site: Config) -> None:
    cache = Frozen()
    first = everything(pipeline.run(site, cache=cache))
    assert first == everything(pipeline.run(site))
    kept = dict(cache.kept)
    assert len(kept) > 20
    cache.missed.clear()
    assert everything(pipeline.run(site, cache=cache)) == first
    assert cache.kept == kept
    unread = {"empty", "binary", "cut"}  # nothing is kept of what cannot be read
    assert len(cache.missed) <= len(unread)
