"""Aligned rows as a translation memory, TMX 1.4b (LISA OSCAR, 2005)."""

from __future__ import annotations

from collections.abc import Sequence
from xml.etree import ElementTree

from xlcheck import __version__
from xlcheck.files.escaping import markup_text
from xlcheck.model import Event
from xlcheck.report.bitext.cells import cells, headers
from xlcheck.report.entry import path

_DOCTYPE = '<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE tmx SYSTEM "tmx14.dtd">\n'


def render(events: Sequence[Event]) -> str:
    """Return one unit for each row that two or more articles share; `x-score` is its confidence, 0 to 1.

    No language is the source: `srclang` is `*all*`.
    """
    memory = ElementTree.Element("tmx", version="1.4")
    ElementTree.SubElement(
        memory,
        "header",
        {
            "creationtool": "xlcheck",
            "creationtoolversion": __version__,
            "segtype": "sentence",
            "o-tmf": "xlcheck",
            "adminlang": "en",
            "srclang": "*all*",
            "datatype": "plaintext",
        },
    )
    body = ElementTree.SubElement(memory, "body")
    for event in events:
        for row in event.rows:
            variants = [
                (tag, text, article)
                for tag, text, article in zip(headers(event), cells(event, row), event.articles, strict=True)
                if text
            ]
            if len(variants) > 1:
                unit = ElementTree.SubElement(body, "tu")
                ElementTree.SubElement(unit, "prop", type="x-score").text = f"{row.score:.3f}"
                for tag, text, article in variants:
                    variant = ElementTree.SubElement(unit, "tuv", {"xml:lang": tag})
                    ElementTree.SubElement(variant, "prop", type="x-document").text = path(article.document)
                    ElementTree.SubElement(variant, "seg").text = text
    ElementTree.indent(memory)
    return _DOCTYPE + markup_text(ElementTree.tostring(memory, encoding="unicode")) + "\n"
