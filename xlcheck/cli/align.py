"""`xlcheck align`: which sentences of documents say the same."""

from __future__ import annotations

from typing import Any

import click

from xlcheck.cli.options import RUN, configured, formats
from xlcheck.cli.output import CLEAN, FAILED, remark, spare, tell, track, write


@click.command(short_help="Align documents sentence by sentence.")
@click.argument("paths", nargs=-1, required=True)
@click.option("--segmented", is_flag=True, help="The files have one sentence a line; do not split them.")
@RUN
@click.option(
    "--explain",
    is_flag=True,
    help="Explain each bead of two documents, with its best alternative.",
)
@formats("text", "json", "tsv", "tmx")
@click.option("--output", metavar="FILE", help="Write the output to FILE.")
@click.pass_context
def align(ctx: click.Context, /, segmented: bool, explain: bool, form: str, output: str | None, **flags: Any) -> None:
    """Align the sentences of two documents, or of all documents of each event.

    Two files are aligned as one event. Of folders, or more files, those that cover the same event are aligned: each
    with each, or, if there are more than 12, each with the nearest. text gives the beads (sentences that say the same)
    with their scores; json gives the same, with sentences counted from 0; tsv (a table that 'xlcheck check' reads) and
    tmx (TMX 1.4) give the sentences of all languages row by row.
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
        tell(["no two of the documents cover the same event; to align two files regardless, give only these two"])
    remark(result.notes)
    tell(limits(result))
    tell(result.failures)
    ctx.exit(FAILED if result.failures else CLEAN)
