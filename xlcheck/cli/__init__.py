"""The command line, a file a command: the only room that prints, exits and turns errors into one line each."""

from __future__ import annotations

import os
import sys
import warnings
from contextlib import suppress
from typing import Any

import click

from xlcheck import __version__
from xlcheck.cli import align, baseline, check, config, glossary, guide, init, match, review, rules, segment
from xlcheck.cli.output import CLEAN, FAILED, hear_logs, show_tracebacks, tell, tell_mistake, tell_usage, tell_warning
from xlcheck.cli.stop import heed, heeding, stopped


class _Commands(click.Group):
    """Turns an XlcheckError of any command, or a refusal of the system, into its lines on stderr and exit code 2.

    Exit code 1 is for findings alone: neither Ctrl-C, nor a reader who has left, nor a mistake of ours ends with it.
    """

    def main(self, *args: Any, **extra: Any) -> Any:
        extra["standalone_mode"] = False  # click would print what it refuses as it is given
        code: object = FAILED
        try:
            with warnings.catch_warnings(), heeding():
                warnings.showwarning = tell_warning
                code = super().main(*args, **extra)
                heed()
        except click.ClickException as error:
            tell_usage(error)
        except SystemExit as ending:  # click, where nobody reads the help any more
            code = FAILED if ending.code else CLEAN
        except (click.Abort, KeyboardInterrupt):  # before a command runs, or while one ends
            code = stopped()
        except OSError as error:
            # what no room foresaw: a name that is too long, a full disk behind the help
            with suppress(OSError):
                tell([_told(error)])
        except MemoryError:
            tell(["out of memory; check fewer or smaller files at a time"])
        except Exception:
            tell_mistake()
        sys.exit(code if isinstance(code, int) else CLEAN)

    def invoke(self, ctx: click.Context) -> Any:
        from xlcheck.model import XlcheckError

        try:
            return super().invoke(ctx)
        except XlcheckError as error:
            tell(error.lines)
            ctx.exit(FAILED)
        except KeyboardInterrupt:
            tell(["stopped"])
            ctx.exit(stopped())
        except BrokenPipeError:
            # nobody reads any more: what Python still holds is not to be told of when it ends
            os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
            ctx.exit(FAILED)


def _told(error: OSError) -> str:
    reason = error.strerror or str(error) or "cannot be used"
    if error.filename:
        return f"{error.filename}: {reason.lower()}; check the path"
    return f"{reason.lower()}; check where the output goes" if error.errno else f"the system refused: {reason}"


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="xlcheck")
def main() -> None:
    """Check that translations and parallel reports of one event agree, in any language pair."""
    # our matrices are small: handing them to several threads costs more than it gives
    from xlcheck.model.errors import TRACEBACK

    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    hear_logs()
    if os.environ.get(TRACEBACK):
        show_tracebacks()


for command in (
    align.align,
    baseline.baseline,
    check.check,
    config.config,
    glossary.glossary,
    guide.guide,
    init.init,
    match.match,
    review.review,
    rules.explain,
    rules.rules,
    segment.segment,
):
    main.add_command(command)
