"""From paths to files."""

import os
from itertools import permutations
from pathlib import Path

import pytest

from xlcheck.model import XlcheckError
from xlcheck.read import expand


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    for name in (
        "news/b.txt",
        "news/a.html",
        "news/deep/er/c.tsv",
        "news/deep/D.HTM",
        "news/deep/e.md",
        "news/README.md",
        "news/CHANGELOG-2.txt",
        "news/readme.es.md",
        "news/readmore.txt",
        "news/b.txt.xlcheck",
        "news/picture.jpg",
        "news/.hidden.txt",
        "news/.git/e.txt",
        "notes.md",
    ):
        path = Path(name)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("text", "utf-8")
    Path("empty").mkdir()
    return tmp_path


@pytest.mark.usefixtures("folder")
class TestExpand:
    def test_a_folder_gives_its_readable_files_at_any_depth_sorted(self) -> None:
        assert expand(["news"]) == (
            "news/a.html",
            "news/b.txt",
            "news/deep/D.HTM",
            "news/deep/e.md",
            "news/deep/er/c.tsv",
            "news/readmore.txt",
        )

    def test_a_folder_that_cannot_be_opened_is_not_passed_over(self, monkeypatch: pytest.MonkeyPatch) -> None:
        def scandir(path: str) -> object:
            if Path(path).name in ("deep", ".git"):
                raise PermissionError(13, "Permission denied", path)
            return opened(path)

        opened = os.scandir
        monkeypatch.setattr(os, "scandir", scandir)
        assert expand(["news"]) == ("news/a.html", "news/b.txt", "news/deep", "news/readmore.txt")

    def test_order_and_repetition_of_arguments_do_not_matter(self) -> None:
        arguments = ["-", "notes.md", "news", "news/b.txt"]
        results = {expand(order + order[:1]) for order in map(list, permutations(arguments))}
        assert len(results) == 1
        assert results.pop() == ("-", *expand(["news"]), "notes.md")

    def test_one_file_by_two_spellings_is_one(self, folder: Path) -> None:
        assert len(expand(["news/b.txt", "./news/../news/b.txt", str(folder / "news/b.txt")])) == 1

    def test_a_named_file_is_kept_whatever_its_suffix(self) -> None:
        assert expand(["notes.md", "news/README.md"]) == ("news/README.md", "notes.md")

    def test_a_file_of_ignores_is_none_of_the_texts(self) -> None:
        assert expand(["news/b.txt", "news/b.txt.xlcheck"]) == ("news/b.txt",)
        Path("news/b.txt").rename("news/c.txt")
        assert expand(["news/b.txt.xlcheck"]) == ("news/b.txt.xlcheck",)

    def test_missing_path(self) -> None:
        with pytest.raises(XlcheckError, match=r"^news/no\.txt: no such file or folder; "):
            expand(["news", "news/no.txt"])

    def test_folder_without_texts(self) -> None:
        with pytest.raises(XlcheckError, match=r"^empty: no .txt, .md, .html or .tsv files"):
            expand(["empty"])


def test_the_seeds(seeds: Path) -> None:
    assert len(expand([str(seeds)])) == 5
