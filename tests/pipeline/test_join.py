"""An event of one article is what aligning it with no other would give, and nothing that aligns is imported for it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from xlcheck.align import rows
from xlcheck.config import Config
from xlcheck.pipeline.grouping import Group
from xlcheck.pipeline.join import event
from xlcheck.pipeline.workshop import Workshop
from xlcheck.read import parse

TEXT = "El alcalde inauguró el puente. Nadie sabe por qué.\n\nEl puente es nuevo.\n"


def test_an_article_alone_is_a_row_a_sentence() -> None:
    found = event(Group(parse("a.txt", TEXT.encode())), Workshop(Config()))
    assert found.alignments == ()
    assert len(found.rows) == 3
    assert found.rows == rows(found.articles, ())


def test_one_page_is_checked_without_what_aligns(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_text(TEXT, "utf-8")
    program = (
        "import sys\nfrom xlcheck.pipeline import run\nfrom xlcheck.config import Config\n"
        f"run(Config(paths=({str(file)!r},)))\n"
        "print([m for m in ('xlcheck.align', 'xlcheck.match', 'sentencepiece', 'safetensors', 'trafilatura', 'jinja2')"
        " if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
