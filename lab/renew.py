"""Writes again what is made from the program: the reports of the seeds, the rules' pages, the README's examples.

python lab/renew.py          write them
python lab/renew.py --check  exit with 1 and name the files that are not current
"""

from __future__ import annotations

import os
import re
import shlex
import sys
from pathlib import Path

from click.testing import CliRunner

from xlcheck.cli import main
from xlcheck.rules import RULES, samples

ROOT = Path(__file__).resolve().parents[1]
BLOCK = re.compile(r"(<!-- made by: (?P<command>.+?) -->\n```\w*\n)(?:.*?\n)??(```)", re.DOTALL)


def output(command: str) -> str:
    """What a command prints when it is run in the project's folder."""
    before = Path.cwd()
    os.chdir(ROOT)
    try:
        return CliRunner(env={"COLUMNS": "100"}).invoke(main, shlex.split(command)[1:], prog_name="xlcheck").output
    finally:
        os.chdir(before)


def rule_pages() -> str:
    """All rules with their pages and samples, Markdown."""
    parts = ["# Rules\n"]
    for rule in RULES:
        parts.append(f"## {rule.code} {rule.name}\n\nSeverity: {rule.severity}.\n\n{rule.page}\n")
        for title, cases in zip(("Reported", "Not reported"), samples(rule), strict=True):
            shown = "\n\n".join("\n".join(case) for case in cases)
            parts.append(f"{title}:\n\n```text\n{shown}\n```\n")
    return "\n".join(parts)


def readme() -> str:
    """The README with the output of the commands it shows."""
    text = (ROOT / "README.md").read_text("utf-8")
    return BLOCK.sub(lambda found: found[1] + output(found["command"]).rstrip() + "\n" + found[3], text)


def made() -> dict[Path, str]:
    """Every file made from the program, and what should stand in it."""
    reports = ROOT / "reports"
    return {
        reports / "rules.md": rule_pages(),
        reports / "seeds.txt": output("xlcheck check seeds/"),
        reports / "seeds.json": output("xlcheck check seeds/ --format json"),
        reports / "seeds.html": output("xlcheck check seeds/ --format html"),
        ROOT / "xlcheck" / "config" / "schema.json": output("xlcheck config schema"),
        ROOT / "README.md": readme(),
    }


def run(check: bool) -> list[str]:
    """Write what is not current, or with `check` only say what is not."""
    wanted = made()
    stale = [path for path, text in wanted.items() if not path.exists() or path.read_bytes() != text.encode()]
    if not check:
        for path in stale:
            path.write_bytes(wanted[path].encode())
    return [path.relative_to(ROOT).as_posix() for path in stale]


if __name__ == "__main__":
    names = run(check="--check" in sys.argv[1:])
    print("\n".join(names))
    sys.exit(1 if names and "--check" in sys.argv[1:] else 0)
