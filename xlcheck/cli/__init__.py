"""The command line, a file a command: the only room that prints, exits and turns errors into one line each."""

from __future__ import annotations

import os
from typing import Any

import click

from xlcheck import __version__
from xlcheck.cli import align, baseline, check, config, glossary, init, match, review, rules, segment
from xlcheck.cli.output import FAILED, tell


class _Commands(click.Group):
    """Turns an XlcheckError of any command, or a refusal of the system, into its lines on stderr and exit code 2."""

    def invoke(self, ctx: click.Context) -> Any:
        from xlcheck.model import XlcheckError

        try:
            return super().invoke(ctx)
        except XlcheckError as error:
            tell(str(error).split("\n"))
            ctx.exit(FAILED)
        except BrokenPipeError:
            raise
        except OSError as error:
            # what no room foresaw, such as a name that is too long
            if error.filename is None:
                raise
            tell([f"{error.filename}: {(error.strerror or 'cannot be used').lower()}; check the path"])
            ctx.exit(FAILED)


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="xlcheck")
def main() -> None:
    """Check that translations and parallel reports of one event agree, in any languages."""
    # our matrices are small: handing them to several threads costs more than it gives
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")


for command in (
    align.align,
    baseline.baseline,
    check.check,
    config.config,
    glossary.glossary,
    init.init,
    match.match,
    review.review,
    rules.explain,
    rules.rules,
    segment.segment,
):
    main.add_command(command)
