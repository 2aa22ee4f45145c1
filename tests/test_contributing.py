"""What CONTRIBUTING says is where it says."""

import re
from pathlib import Path

ROOT = Path(__file__).parents[1]


def test_files_that_it_names() -> None:
    named = set(re.findall(r"`((?:xlcheck|tests|lab)/[\w/-]+\.\w+)`", (ROOT / "CONTRIBUTING.md").read_text("utf-8")))
    assert len(named) >= 25
    assert {path for path in named if not (ROOT / path).is_file()} == set()
