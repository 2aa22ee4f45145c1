"""What a document is kept by."""

from __future__ import annotations

from xlcheck.config import Config
from xlcheck.pipeline.workshop import Workshop
from xlcheck.read import parse


def test_a_document_whose_markup_alone_changes_is_another_one() -> None:
    shop = Workshop(Config())
    texts = ("<p>The mayor opened the bridge.", "<p>The <i>mayor</i> opened the bridge.")
    plain, emphasised = (parse("a.html", text.encode())[0] for text in texts)
    assert plain.text == emphasised.text
    assert shop.name(plain) == shop.name(parse("a.html", texts[0].encode())[0])
    assert shop.name(plain) != shop.name(emphasised)
