"""`xlcheck align`: which sentences of documents say the same."""

from __future__ import annotations

from typing import Any

import click

from xlcheck.cli.options import RUN, configured, formats
from xlcheck.cli.output import CLEAN, FAILED, remark, spare, tell, track, write


@click.command(short_help="Align documents sentence by sentence.")
@click.argument("paths", nargs=-1, required=True)
@click.option("--segmented", is_flag=True, help="The files hold one sentence a line: take them as given.")
@RUN
@click.option("--explain", is_flag=True, help="Say why each bead of two documents was made, and its best rival.")
@formats("text", "json", "tsv", "tmx")
@click.option("--output", metavar="FILE", help="Write it there instead of printing it.")
@click.pass_context
def align(ctx: click.Context, /, segmented: bool, explain: bool, form: str, output: str | None, **flags: Any) -> None:
    """Align the sentences of two documents, or of all documents of each event.

    Two files are taken for one event; of folders, or more files, those that cover the same event are aligned, each
    with each, or of more than 12 each with its nearest. text gives the beads (sentences that say the same) with their
    scores; json the same, sentences counted from 0; tsv (a table that 'xlcheck check' reads) and tmx (TMX 1.4) give
    what is said alike in all languages, row by row.
    """
    from xlcheck import pipeline
    from xlcheck.report import bitext
    from xlcheck.report.bitext.explained import explained
    from xlcheck.report.notes import limits

    config = configured(flags)
    spare(config, [output])
    if explain:
        write(explained(*pipeline.explained(config, segmented)), output)
        return
    result = pipeline.aligned(config, segmented, track)
    write(bitext.FORMATS[form](result.events), output)
    if not any(event.alignments for event in result.events):
        tell(["no two of the documents cover the same event; two files alone are aligned whatever they say"])
    remark(result.notes)
    tell(limits(result))
    tell(result.failures)
    ctx.exit(FAILED if result.failures else CLEAN)
