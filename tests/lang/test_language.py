import pytest

from xlcheck.lang import EVERYWHERE, TOPICS, Language
from xlcheck.lang.packs import packs

FIRST = ("en", "vi", "es", "zh", "fr", "de", "pt", "ru", "ja", "ko", "id", "ar")


def test_a_tag_has_the_language_of_the_nearest_pack() -> None:
    assert Language.of("zh-Hant-TW").tag == "zh-Hant"
    assert Language.of("ZH-hans-cn") is Language.of("zh")
    assert Language.of("pt-BR") is Language.of("pt")


def test_a_near_pack_has_the_rest_from_the_general_one() -> None:
    assert Language.of("zh-Hant").words("numbers")["scale"] == Language.of("zh").words("numbers")["scale"]
    assert ["vi", "越南文"] in Language.of("zh-Hant").rows("languages")
    assert not Language.of("zh-Hant").traits.spaced


@pytest.mark.parametrize("tag", ["th", "xx", "tlh-Latn", "..", "a/b", "", "not a tag"])
def test_a_language_without_a_pack_knows_nothing(tag: str) -> None:
    language = Language.of(tag)
    assert not any(language.knows(topic) for topic in TOPICS)
    assert not language.words("numbers")["value"]
    assert language.rows("endings") == ()


@pytest.mark.parametrize("tag", FIRST)
def test_the_first_languages_know_numbers_dates_and_negation(tag: str) -> None:
    assert all(Language.of(tag).knows(topic) for topic in ("numbers", "dates", "times", "units", "negation"))


def test_what_is_held_in_part_is_not_known() -> None:
    assert Language.of("nl").rows("titles")
    assert not Language.of("nl").knows("offices")


def test_signs_hold_everywhere() -> None:
    assert "€" in Language.of(EVERYWHERE).words("units")["sign"]


def test_every_pack_is_found_by_its_tag() -> None:
    assert set(FIRST) < set(packs())
    assert all(Language.of(tag).tag == tag for tag in packs())
