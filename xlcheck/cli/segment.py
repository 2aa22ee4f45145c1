"""`xlcheck segment`: a document in sentences, each with its language."""

from __future__ import annotations

import click

from xlcheck.cli.options import configured, formats
from xlcheck.cli.output import print_json, say


@click.command()
@click.argument("file")
@click.option("--target-language", metavar="L", help="Language of the page, a BCP 47 tag such as es.")
@formats("text", "json")
def segment(file: str, form: str, target_language: str | None) -> None:
    """Split a document into sentences, each with its language."""
    from xlcheck import pipeline

    article = pipeline.segmented(configured({"paths": (file,), "target_language": target_language}))
    document = article.document
    if form == "json":
        print_json(
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
        say(sentence.language, sentence.text)
