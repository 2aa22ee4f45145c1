"""Traits of languages, with and without packs."""

from dataclasses import fields

import pytest

from xlcheck.lang import Language
from xlcheck.lang.traits import Traits, written_in

WITHOUT_PACKS = ("be", "ca", "he", "km", "lb", "sr", "sv", "th", "tr", "uk", "yue")


@pytest.mark.parametrize(
    ("tag", "trait", "value"),
    [
        ("ko", "spaced", True),
        ("ko", "bounded", False),
        ("ja", "bounded", False),
        ("th", "bounded", False),
        ("tr", "dotted_i", True),
        ("sr", "scripts", ("Cyrl", "Latn")),
        ("ca", "elides", True),
        ("ja", "own_names", True),
        ("ja", "kana", True),
        ("ja", "all_han", False),
        ("zh-Hant", "all_han", True),
        ("vi", "own_names", False),
        ("vi", "romanised_readings", True),
        ("en", "romanised_readings", False),
        ("und", "scripts", ()),
        ("tlh", "scripts", ("Latn",)),
    ],
)
def test_a_language_has_a_trait(tag: str, trait: str, value: object) -> None:
    assert getattr(Language.of(tag).traits, trait) == value


def test_every_trait_is_some_languages() -> None:
    every = {tag for script in ("Latn", "Cyrl", "Hani", "Hang", "Arab", "Grek") for tag in written_in(script)}
    stated = [Language.of(tag).traits for tag in every]
    for field in fields(Traits):
        assert any(getattr(traits, field.name) != field.default for traits in stated), field.name


@pytest.mark.parametrize("tag", WITHOUT_PACKS)
def test_the_traits_of_a_language_without_a_pack_are_of_their_types(tag: str) -> None:
    traits = Language.of(tag).traits
    assert {type(getattr(traits, field.name)) for field in fields(Traits)} == {bool, str, tuple}
    assert all(len(script) == 4 for script in traits.scripts)
    assert traits != Traits()


def test_the_languages_of_a_script() -> None:
    assert written_in("Kana") == ("ja",)
    assert written_in("Hani") == ("ja", "yue", "zh")
    assert "sr" in written_in("Cyrl") and "sr" in written_in("Latn")
