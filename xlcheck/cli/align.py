"""`xlcheck align`: which sentences of documents say the same."""

from __future__ import annotations

from typing import Any

import click

from xlcheck.cli.options import RUN, configured, formats
from xlcheck.cli.output import one_line, print_json


@click.command()
@click.argument("source")
@click.argument("target")
@click.option("--segmented", is_flag=True, help="The files hold one sentence a line: take them as given.")
@RUN
@formats("text", "json")
def align(source: str, target: str, segmented: bool, form: str, **flags: Any) -> None:
    """Align the sentences of two documents; indices count sentences from 0."""
    from xlcheck import pipeline

    alignment = pipeline.aligned(configured({**flags, "paths": (source, target)}), as_given=segmented)
    places = [
        {sentence.span.start: index for index, sentence in enumerate(article.sentences)}
        for article in (alignment.source, alignment.target)
    ]
    if form == "json":
        print_json(
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
        sides = [" ".join(one_line(sentence.text) for sentence in side) for side in (pair.source, pair.target)]
        click.echo(f"{pair.score:.3f}\t{sides[0]}\t{sides[1]}")
