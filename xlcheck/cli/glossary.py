"""`xlcheck glossary`: check, convert, look up and propose terms."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from xlcheck.cli.options import RUN, configured
from xlcheck.cli.output import CLEAN, FAILED, FINDINGS, remark, spare_files, tell, track, write
from xlcheck.files.printable import harmless, printable

if TYPE_CHECKING:
    from xlcheck.model import Glossary


@click.group()
def glossary() -> None:
    """Check, convert, look up and propose terms."""


@glossary.command(short_help="Report problems in glossaries.")
@click.argument("paths", nargs=-1, required=True)
@click.pass_context
def validate(ctx: click.Context, /, paths: tuple[str, ...]) -> None:
    """Report problems in glossaries: conflicts, duplicates, failing examples.

    Exit codes: 0 no problems, 1 problems, 2 a glossary cannot be read.
    """
    from xlcheck import terms
    from xlcheck.pipeline.glossary import failing_examples
    from xlcheck.terms.validate import validate as faults

    loaded = terms.load(paths)
    problems = (*faults(loaded), *failing_examples(loaded))
    write("".join(f"{printable(problem)}\n" for problem in problems), None)
    terms_of_all = sum(len(concept.terms) for concept in loaded.concepts)
    write(f"concepts: {len(loaded.concepts)}, terms: {terms_of_all}, problems: {len(problems)}\n", None)
    ctx.exit(FINDINGS if problems else CLEAN)


@glossary.command(short_help="Convert a glossary to another format.")
@click.argument("source", metavar="IN")
@click.argument("target", metavar="OUT")
@click.option(
    "--to", "form", metavar="FORMAT", help="toml, csv, tsv, tbx, tbx-dct, tbx-v2, xlsx.  [default: by suffix]"
)
def convert(source: str, target: str, form: str | None) -> None:
    """Convert a glossary to another format, and report what that format cannot hold.

    IN is a file, a folder or builtin:countries; OUT is a file, or - to print.
    """
    from xlcheck import terms
    from xlcheck.terms.write import write as written_as

    loaded = terms.load((source,))
    form = _format(target, form)
    if target != "-":
        _spare_source(source, target, loaded)
    written = written_as(loaded, form)
    write(written.content, None if target == "-" else target)
    tell(written.losses)
    if target == "-" and isinstance(written.content, str) and harmless(written.content) != written.content:
        tell(["control characters are printed as U+FFFD; name an output file to keep them"])


def _format(target: str, form: str | None) -> str:
    """The format to write in: the one that is named, or the ending of the target's name."""
    from xlcheck.model import XlcheckError
    from xlcheck.terms.write import FORMATS

    told = form or Path(target).suffix.lower().removeprefix(".")
    if not told:
        raise XlcheckError(f"{target}: suffix of no known format; give a format with --to: {', '.join(FORMATS)}")
    return told


def _spare_source(source: str, target: str, loaded: Glossary) -> None:
    """Raise XlcheckError where a file that was read would be overwritten, or its folder would have all terms twice."""
    from xlcheck.model import XlcheckError

    spare_files((source, *(concept.place.rpartition(":")[0] for concept in loaded.concepts)), (target,))
    if Path(source).is_dir() and Path(target).resolve().parent == Path(source).resolve():
        raise XlcheckError(f"{target}: this would duplicate all terms of that folder; name a file elsewhere")


@glossary.command(short_help="Look up a term in any language.")
@click.argument("term")
@click.option("--glossary", "paths", multiple=True, metavar="PATH", help="Glossary file or folder; may be repeated.")
@click.pass_context
def show(ctx: click.Context, /, term: str, paths: tuple[str, ...]) -> None:
    """Look up a term in any language, ignoring capitals and diacritics.

    Exit codes: 0 found, 1 not found.
    """
    from xlcheck import terms
    from xlcheck.terms.show import near
    from xlcheck.terms.show import show as entries

    loaded = terms.load(configured({"glossary": paths}).glossary)
    lines = entries(loaded, term)
    write("".join(f"{line}\n" for line in lines), None)
    if not lines:
        close = ", ".join(f"'{text}'" for text in near(loaded, term))
        tell([f"no concept has the term '{term}'" + (f"; did you mean {close}?" if close else "")])
    ctx.exit(CLEAN if lines else FINDINGS)


@glossary.command()
@click.argument("paths", nargs=-1, required=True)
@RUN
@click.option(
    "--most",
    type=click.IntRange(min=1),
    default=50,
    show_default=True,
    metavar="N",
    help="Propose at most N concepts.",
)
@click.option("--output", metavar="FILE", help="Write the proposals to FILE.")
@click.pass_context
def suggest(ctx: click.Context, /, most: int, output: str | None, **flags: Any) -> None:
    """Propose concepts from aligned text, as TOML to review.

    Lists names and phrases that recur, with their counterparts in the aligned sentences and how often each occurs.
    Terms that the glossary already has are left out.
    """
    from xlcheck.pipeline import proposals

    text, report = proposals(configured(flags), most, track)
    write(text, output)
    remark(report.notes)
    tell(report.failures)
    if not text:
        tell(["no name or phrase recurs often enough in the aligned text"])
    ctx.exit(FAILED if report.failures else CLEAN)
