"""The command line: the only place that prints, exits and turns errors into one line each."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from xlcheck import __version__

if TYPE_CHECKING:
    from xlcheck.config import Config

CLEAN, FINDINGS, FAILED = 0, 1, 2


class _Commands(click.Group):
    """Turns an XlcheckError of any command into its lines on stderr and exit code 2."""

    def invoke(self, ctx: click.Context) -> Any:
        from xlcheck.model import XlcheckError

        try:
            return super().invoke(ctx)
        except XlcheckError as error:
            _tell(str(error).split("\n"))
            ctx.exit(FAILED)


def _options(*options: Callable[[Any], Any]) -> Callable[[Any], Any]:
    def add(command: Any) -> Any:
        for option in reversed(options):
            command = option(command)
        return command

    return add


_RUN = _options(
    click.option("--source-language", metavar="L", help="BCP 47 tag of the original's language."),
    click.option("--target-language", metavar="L", help="BCP 47 tag of the language that the pages are in."),
    click.option(
        "--glossary",
        multiple=True,
        metavar="PATH",
        help="Glossary file or folder; may be repeated.  [default: the folder glossary/, where there is one]",
    ),
    click.option("--no-glossary", is_flag=True, help="Use no glossary."),
    click.option("--config", "file", metavar="FILE", help="TOML file with settings; flags win over it."),
    click.option("--model", metavar="NAME", help="Sentence-transformers model, name or path, instead of our own."),
)


def _formats(*names: str) -> Callable[[Any], Any]:
    return click.option(
        "--format", "form", type=click.Choice(names), default=names[0], show_default=True, help="What to print."
    )


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="xlcheck")
def main() -> None:
    """Check that translations and parallel reports of one event agree, in any languages."""


@main.command()
@click.argument("paths", nargs=-1, required=True)
@click.option("--against", metavar="SOURCE", help="The document that the others were translated from.")
@_RUN
@click.option("--select", multiple=True, metavar="CODES", help="Only these rules: codes or beginnings, by commas.")
@click.option("--ignore", multiple=True, metavar="CODES", help="Not these rules: codes or beginnings, by commas.")
@_formats("terminal", "json", "html")
@click.option("--output", metavar="FILE", help="Write the report there instead of printing it.")
@click.option(
    "--fail-on",
    type=click.Choice(["error", "warning", "note", "never"]),
    help="Exit with 1 from this severity on.  [default: error]",
)
@click.pass_context
def check(ctx: click.Context, /, form: str, output: str | None, **flags: Any) -> None:
    """Check documents: text, HTML, aligned tables (.tsv), folders of them, - for standard input.

    Exit code 0: clean; 1: findings at or above --fail-on; 2: something could not be run or read.
    """
    from xlcheck import pipeline, report
    from xlcheck.model import Severity

    config = _config(flags)
    result = pipeline.run(config, _track)
    if form == "terminal":
        text = report.terminal.render(result, colour=_colour(output), width=_width())
    else:
        text = report.FORMATS[form](result)
    _write(text, output)
    _tell(result.failures)
    if result.failures:
        ctx.exit(FAILED)
    if config.fail_on != "never":
        level = Severity[config.fail_on.upper()]
        ctx.exit(FINDINGS if any((finding.severity or 0) >= level for finding in result.findings) else CLEAN)


@main.command()
@click.argument("file")
@click.option("--target-language", metavar="L", help="BCP 47 tag of the language that the page is in.")
@_formats("text", "json")
def segment(file: str, form: str, target_language: str | None) -> None:
    """Split a document into sentences, each with its language."""
    from xlcheck import pipeline

    article = pipeline.segmented(_config({"paths": (file,), "target_language": target_language}))
    document = article.document
    if form == "json":
        _print_json(
            [
                {
                    "start": document.offset_in_file(sentence.span.start),
                    "end": document.offset_in_file(sentence.span.end),
                    "language": sentence.language,
                    "text": sentence.text,
                }
                for sentence in article.sentences
            ]
        )
        return
    for sentence in article.sentences:
        click.echo(f"{sentence.language}\t{_one_line(sentence.text)}")


@main.command()
@click.argument("paths", nargs=-1, required=True)
@_RUN
@_formats("text", "json")
@click.pass_context
def match(ctx: click.Context, /, form: str, **flags: Any) -> None:
    """Find which articles cover the same event, across languages."""
    from xlcheck import pipeline

    result = pipeline.events(_config(flags), _track)
    groups = [list(dict.fromkeys(article.document.id for article in event.articles)) for event in result.events]
    if form == "json":
        _print_json({"events": groups})
    else:
        for number, group in enumerate(groups, 1):
            for path in group:
                click.echo(f"{number}\t{path}")
    _tell(result.failures)
    ctx.exit(FAILED if result.failures else CLEAN)


@main.command()
@click.argument("source")
@click.argument("target")
@click.option("--segmented", is_flag=True, help="The files hold one sentence a line: take them as given.")
@_RUN
@_formats("text", "json")
def align(source: str, target: str, segmented: bool, form: str, **flags: Any) -> None:
    """Align the sentences of two documents; indices count sentences from 0."""
    from xlcheck import pipeline

    alignment = pipeline.aligned(_config({**flags, "paths": (source, target)}), as_given=segmented)
    places = [
        {sentence.span.start: index for index, sentence in enumerate(article.sentences)}
        for article in (alignment.source, alignment.target)
    ]
    if form == "json":
        _print_json(
            [
                {
                    "source": [places[0][sentence.span.start] for sentence in pair.source],
                    "target": [places[1][sentence.span.start] for sentence in pair.target],
                    "score": round(pair.score, 4),
                }
                for pair in alignment.pairs
            ]
        )
        return
    for pair in alignment.pairs:
        sides = [" ".join(_one_line(sentence.text) for sentence in side) for side in (pair.source, pair.target)]
        click.echo(f"{pair.score:.3f}\t{sides[0]}\t{sides[1]}")


@main.command()
@click.argument("code")
def explain(code: str) -> None:
    """Print a rule's page: what it does, why, its samples. CODE is a code or a name."""
    from xlcheck.model import XlcheckError
    from xlcheck.rules import RULES, page, samples

    rule = next((rule for rule in RULES if code.lower() in (rule.code.lower(), rule.name)), None)
    if rule is None:
        raise XlcheckError(f"no rule has the code '{code}'; see 'xlcheck rules'")
    click.echo(f"{rule.code} {rule.name} ({rule.severity})\n\n{page(rule)}")
    for title, cases in zip(("Bad", "Good"), samples(rule), strict=True):
        click.echo(f"\n**{title}**")
        for case in cases:
            click.echo("\n" + "\n".join(f"    {line}" for text in case for line in text.splitlines()))


@main.command()
def rules() -> None:
    """List the rules."""
    from xlcheck.rules import RULES

    for rule in RULES:
        click.echo(f"{rule.code}  {rule.name:<16} {rule.severity!s:<8} {rule.summary}")


def _config(flags: dict[str, Any]) -> Config:
    from xlcheck.config import configure
    from xlcheck.rules import RULES

    settings = {key: value for key, value in flags.items() if key != "file"}
    for key in ("select", "ignore"):
        settings[key] = tuple(code.strip() for entry in flags.get(key, ()) for code in entry.split(","))
    return configure(settings, flags.get("file"), tuple(rule.code for rule in RULES))


def _tell(failures: Iterable[str]) -> None:
    for failure in failures:
        click.echo(f"xlcheck: {failure}", err=True)


def _write(text: str, output: str | None) -> None:
    """Print, or write the whole file in one go: a temporary file beside it, then replaced."""
    from xlcheck.model import XlcheckError

    if output is None:
        _print(text)
        return
    if not output:
        raise XlcheckError("--output: an empty name; give a file")
    target = Path(output).resolve()
    draft = target.with_name(f".{target.name}.{os.getpid()}.tmp")
    try:
        if target.exists() and not target.is_file():
            # a pipe or a device is written to, not replaced; a folder is an error
            target.write_bytes(text.encode("utf-8", "replace"))
        else:
            draft.write_bytes(text.encode("utf-8", "replace"))
            draft.replace(target)
    except OSError as error:
        raise XlcheckError(f"{output}:1: cannot be written ({error.strerror}); check the folder") from None
    finally:
        draft.unlink(missing_ok=True)


def _print(text: str) -> None:
    """Print as UTF-8, whatever the machine's own encoding: reports hold every script."""
    from xlcheck.model import XlcheckError

    try:
        click.echo(text.encode("utf-8", "replace"), nl=False)
    except BrokenPipeError:
        raise
    except OSError as error:
        raise XlcheckError(f"standard output cannot be written ({error.strerror}); check where it goes") from None


def _print_json(value: Any) -> None:
    import json

    _print(json.dumps(value, ensure_ascii=False, indent=2) + "\n")


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _colour(output: str | None) -> bool:
    return output is None and sys.stdout.isatty() and "NO_COLOR" not in os.environ


def _width() -> int:
    import shutil

    return shutil.get_terminal_size((100, 24)).columns if sys.stdout.isatty() else 100


LONG = 40
"""Items from which a progress bar is shown."""


def _track(items: Sequence[Any], label: str) -> Iterable[Any]:
    """Show a progress bar on a terminal's stderr when the work is long."""
    if len(items) < LONG or not sys.stderr.isatty():
        return items
    return _bar(items, label)


def _bar(items: Sequence[Any], label: str) -> Iterator[Any]:
    with click.progressbar(items, label=label, file=sys.stderr) as bar:
        yield from bar


if __name__ == "__main__":
    main()
