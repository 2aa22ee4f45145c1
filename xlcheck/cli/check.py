"""`xlcheck check`: the one that editors and CI run."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from xlcheck.cli.fix import fixed, hint, preview
from xlcheck.cli.options import BASELINE, CHECK, FAIL_ON, configured
from xlcheck.cli.output import CLEAN, FAILED, FINDINGS, remark, spare, tell, track, write
from xlcheck.cli.reports import FORMAT, Target, deliver, targets
from xlcheck.cli.stop import ended

if TYPE_CHECKING:
    from xlcheck.cache import Cache
    from xlcheck.config import Config
    from xlcheck.model import Report


HEAD = "HEAD"


@click.command(short_help="Check documents.")
@click.argument("paths", nargs=-1)
@CHECK
@BASELINE
@FORMAT
@click.option("--output", metavar="FILE", help="Write the printed report to FILE.")
@FAIL_ON
@click.option("--fix", "fixing", is_flag=True, help="Apply safe fixes: terms, misread names, look-alike letters.")
@click.option("--unsafe-fixes", "unsafe", is_flag=True, help="With --fix: also apply fixes that need a review.")
@click.option(
    "--diff",
    "base",
    metavar="[BASE]",
    is_flag=False,
    flag_value=HEAD,
    help="Report only what is new since a git revision, or since the branch left it (main...).  [default: HEAD]  "
    "With --fix, without BASE: print the changes, write nothing.",
)
@click.option("--watch", "watching", is_flag=True, help="Check again whenever a file is saved; stop with Ctrl-C.")
@click.pass_context
def check(
    ctx: click.Context,
    /,
    paths: tuple[str, ...],
    base: str | None,
    forms: tuple[Target, ...],
    output: str | None,
    fixing: bool,
    unsafe: bool,
    watching: bool,
    **flags: Any,
) -> None:
    """Check text, Markdown, HTML, aligned tables (.tsv), folders of these, or standard input (-).

    Exit codes: 0 clean, 1 findings at or above --fail-on, 2 something could not be run or read.
    """
    if fixing and base not in (None, HEAD):
        paths = (base, *paths)  # behind --diff, which takes no revision then
    if not paths and base and base != HEAD:
        raise click.UsageError(f"--diff took '{base}' as a revision; write the paths before --diff")
    if not paths:
        raise click.MissingParameter(param_type="argument", param_hint="'PATHS...'")
    if unsafe and not fixing:
        raise click.UsageError("--unsafe-fixes needs --fix")
    if fixing and watching:
        raise click.UsageError("--fix cannot be combined with --watch: somebody may be editing the files")
    placed = targets(forms, output)
    flags |= {"paths": paths, "base": None if fixing else base}
    config = configured(flags)
    files = [target.file for target in placed if target.file]
    spare(config, files)
    if watching:
        from xlcheck.cli.watch import watch

        written = [str(Path(file).parent) if target.in_folder else file for target in placed if (file := target.file)]
        watch(lambda: configured(flags), partial(_checked, placed=placed), written)
        ctx.exit(ended())
    if fixing and base:
        ctx.exit(_previewed(config, unsafe=unsafe))
    ctx.exit(_checked(config, placed=placed, fixing=fixing, unsafe=unsafe))


def _previewed(config: Config, *, unsafe: bool) -> int:
    """The exit code of a run that shows what --fix would write: whether there is any."""
    from xlcheck import pipeline
    from xlcheck.mend import hidden

    result = pipeline.run(config, track)
    changes = preview(result, unsafe=unsafe)
    write(changes, None)
    if more := "" if unsafe else hint(hidden(result)):
        tell([more])
    remark(result.notes)
    tell(result.failures)
    if result.failures:
        return FAILED
    return FINDINGS if changes else CLEAN


def _checked(
    config: Config,
    cache: Cache | None = None,
    *,
    placed: Iterable[Target],
    fixing: bool = False,
    unsafe: bool = False,
) -> int:
    """The exit code of a run whose reports are delivered."""
    from xlcheck import pipeline

    def run() -> Report:
        return pipeline.run(config, track, cache)

    result, unwritten = fixed(config.paths, run, unsafe=unsafe) if fixing else (run(), ())
    deliver(result, placed)
    remark(result.notes)
    tell((*result.failures, *unwritten))
    if result.failures or unwritten:
        return FAILED
    return FINDINGS if any(map(config.fails, result.findings)) else CLEAN
