"""Writes what the program itself prints into the files that show it: the reports of the seeds, the pages of the rules,
the examples in the README and the guide, and the figures in the README.

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
from xlcheck.report.shares import shares
from xlcheck.rules import RULES, samples

ROOT = Path(__file__).resolve().parents[1]
GUIDE = ROOT / "xlcheck" / "guide"
MEASURED = ROOT / "reports" / "measured.md"
EXAMPLE = re.compile(r"(```console\n\$ (?P<command>xlcheck [^\n]+)\n)(?:.*?\n)??(```)", re.DOTALL)
FIGURES = re.compile(r"(\| what \| xlcheck \| command \|\n\|---\|---\|---\|\n)(?:\|.*\n)*")
IN_README = (
    "foreign text on correct",
    "name misreadings reported",
    "sentence alignment, strict F1: news",
    "events among three times",
    "findings of all rules",
)
"""How the rows of `reports/measured.md` begin that the README shows, without the column of other tools."""


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
        parts.append(f"## {rule.code} {rule.name}\n\nSeverity: {rule.severity}.\n\n{rule.page}\n\n{shares(rule)}\n")
        for title, cases in zip(("Reported", "Not reported"), samples(rule), strict=True):
            shown = "\n\n".join("\n".join(case) for case in cases)
            parts.append(f"{title}:\n\n```text\n{shown}\n```\n")
    return "\n".join(parts)


def with_examples(page: Path) -> str:
    """A page with the output of the commands that it shows."""
    text = page.read_text("utf-8")
    return EXAMPLE.sub(lambda found: found[1] + output(found["command"]).rstrip() + "\n" + found[3], text)


def figures() -> str:
    """Rows for the README: what was measured, the figure, the command."""
    rows = [line.strip("|").split("|") for line in MEASURED.read_text("utf-8").splitlines() if line.startswith("|")]
    chosen = [next(row for row in rows if row[0].strip().startswith(start)) for start in IN_README]
    return "".join(f"|{what}|{ours}|{command}|\n" for what, ours, _, command in chosen)


def readme() -> str:
    """The README with its examples and figures."""
    return FIGURES.sub(lambda found: found[1] + figures(), with_examples(ROOT / "README.md"))


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
        **{page: with_examples(page) for page in sorted(GUIDE.glob("*.md"))},
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
