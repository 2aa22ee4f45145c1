"""The shape of BCP 47 tags."""

import pytest

from xlcheck.model.language import formatted, well_formed


@pytest.mark.parametrize(
    "tag",
    [
        *("en", "vie", "zh-Hant", "zh-hant-tw", "ES-419", "pt-BR", "id-ID"),
        *("de-1996", "de-CH-1996", "sl-rozaj-biske", "ca-valencia", "zh-cmn-Hans-CN", "zh-min-nan"),
        *("en-x-foo", "en-u-ca-gregory", "th-TH-u-nu-thai-x-ours", "de-a-value-b-other", "und"),
    ],
)
def test_tags_of_the_standard(tag: str) -> None:
    assert well_formed(tag)


@pytest.mark.parametrize(
    "tag",
    [
        *("", "e", "en_US", "en-", "-en", "en--US", "vietnamese", "note", "en us", "es.txt"),
        *("en-x", "en-u", "de-1996-1996", "en-u-ca-u-nu", "x-ours", "i-klingon"),
        *("ｅｎ", "en-\u212aR", "en-٤١٩", "en\n"),
    ],
)
def test_what_is_no_tag(tag: str) -> None:
    assert not well_formed(tag)


@pytest.mark.parametrize(
    "tag", ["en", "zh-Hant-TW", "es-419", "sl-rozaj-biske", "de-CH-1996", "en-x-ours", "th-TH-u-nu-thai", "zh-cmn-CN"]
)
def test_tags_in_their_usual_capitals(tag: str) -> None:
    assert formatted(tag.upper()) == formatted(tag.lower()) == tag
