"""What is so or not so of a language as a whole; the default is what is so of most."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable

from xlcheck.lang.packs import packs, read_toml
from xlcheck.model import XlcheckError
from xlcheck.model.errors import unknown

_FILE = "traits.toml"
_TABLE = "traits.tsv"


@dataclass(frozen=True, slots=True, kw_only=True)
class Traits:
    """The traits of a language: those of its pack's `traits.toml` that differ from the default.

    Those of languages without a pack are in `packs/traits.tsv`.
    """

    scripts: tuple[str, ...] = ("Latn",)
    """What it is written in (ISO 15924); of two, texts are in one or the other, but for Japanese."""

    spaced: bool = True
    """Blanks part its words."""
    joins_particles: bool = False
    """Particles follow a word without a blank, so that a word found may go on: 한국은."""
    syllabic: bool = False
    """Blanks part syllables, which never change: one may be half a word (quốc, quốc tế), a name is of several."""
    prefix: str = ""
    """A pattern of what may be joined in front of a word: and, by, the."""
    ending: str = ""
    """A pattern of what may be joined behind a number word."""

    inflects: bool = True
    """Its words change their endings by case, number or gender."""
    inflects_short_names: bool = False
    """Names of two letters, too: Ын, Ына."""
    agrees: bool = True
    """Other words take the gender or the case of a noun."""
    head_first: bool = False
    """Noun phrases open with the noun that other words agree with: Partido Comunista."""
    elides: bool = False
    """Articles and prepositions lose their vowel before another: l'ONU."""
    article_by_sound: bool = False
    """An article tells whether the next word begins with a vowel, and a plural has none: a car, an hour."""

    capitalised_nouns: bool = False
    """All nouns have capitals, not names alone."""
    dotted_i: bool = False
    """The capital of i is İ, and the small letter of I is ı."""
    bare_capitals: bool = False
    """Capitals have no accents: ΑΘΗΝΑ, Αθήνα."""
    double_capital: bool = False
    """The letter ij has two capitals: IJsland."""
    rare_letters: str = ""
    """Letters that the alphabet has and others of its script do not."""
    two_for_one: str = ""
    """Latin letters that look like two of the alphabet: Y like У and Ү."""
    mistaken_letters: str = ""
    """Pairs of a letter of another alphabet and the one that looks like it: Đ for the Icelandic Ð."""
    marked: bool = False
    """Some word in nearly every sentence has a mark above or below: a sentence without any has lost them."""
    tone_marks: bool = False
    """A mark of a tone may stand on either of two vowels, hòa or hoà, and another mark makes another word."""

    reads_characters: bool = False
    """It has its own readings of Chinese characters, and writes the names of East Asia by them."""
    keeps_letters: bool = False
    """The letters of foreign names are left alone, but for an ending that is added: Trumps."""
    names_run_on: bool = False
    """Only names have capitals, and two side by side are one, since a verb stands between two."""
    country_after_office: bool = False
    """A country may follow an office, and a name the country, without any word: Thủ tướng Anh Theresa May."""

    grouped_by_spaces: bool = False
    """An ordinary space parts thousands."""
    month_first: bool = False
    """The month may stand before the day: January 26, 1/26/2026."""
    clock_only: bool = False
    """Its word for the clock counts no hours: 3 Uhr is a time, 3 heures may be either."""
    lunar_calendar: str = ""
    """The column of `find/data/lunar_new_years.tsv` by which it counts, where that is its own."""
    fahrenheit: bool = False
    """Plain degrees may be Fahrenheit's."""

    @property
    def bounded(self) -> bool:
        """A word ends where its letters end."""
        return self.spaced and not self.joins_particles

    @property
    def han_figures(self) -> bool:
        """Numbers may be written in Chinese characters."""
        return "Hani" in self.scripts

    @property
    def all_han(self) -> bool:
        """It is written in Chinese characters alone."""
        return self.scripts == ("Hani",)

    @property
    def kana(self) -> bool:
        """It is written in kana among Chinese characters."""
        return "Kana" in self.scripts

    @property
    def own_names(self) -> bool:
        """It writes foreign names in characters or syllables, and dates as 2026年1月26日, 2026년 1월 26일."""
        return self.reads_characters and "Latn" not in self.scripts

    @property
    def romanised_readings(self) -> bool:
        """It writes its readings of Chinese characters in Latin letters: Tập Cận Bình."""
        return self.reads_characters and "Latn" in self.scripts


def read_traits(folders: Sequence[Traversable], tag: str = "") -> Traits:
    """The traits that packs state, each folder's own over those of the folders before it; without any, the table's.

    `tag` is the primary subtag. Raises an XlcheckError for a file that is no TOML, a trait that there is not, or a
    value of another type.
    """
    stated = {} if folders else dict(_table().get(tag, {}))
    for folder in folders:
        file = folder / _FILE
        if file.is_file():
            stated |= _checked(read_toml(file), str(file))
    return Traits(**stated)  # type: ignore[arg-type]  # each is of its field's type


@cache
def written_in(script: str) -> tuple[str, ...]:
    """The languages that are written in a script (ISO 15924), by their primary subtags in order."""
    general = ((tag, read_traits([folder])) for tag, folder in packs().items() if "-" not in tag)
    own = {tag for tag, traits in general if script in traits.scripts}
    return tuple(sorted(own | {tag for tag, stated in _table().items() if script in _scripts(stated)}))


def _scripts(stated: Mapping[str, object]) -> tuple[str, ...]:
    found = stated.get("scripts", Traits().scripts)
    return found if isinstance(found, tuple) else ()


@cache
def _table() -> Mapping[str, Mapping[str, object]]:
    """The traits of languages without a pack: a name alone is true, behind a hyphen false, else `name=value`."""
    text = (files("xlcheck.lang") / "packs" / _TABLE).read_text("utf-8")
    rows = (line.split("\t") for line in text.splitlines()[1:])
    return {tag: {"scripts": tuple(scripts.split("|")), **_stated(traits.split())} for tag, scripts, traits in rows}


def _stated(traits: Sequence[str]) -> dict[str, object]:
    pairs = (trait.partition("=") for trait in traits)
    return {name.removeprefix("-"): value if equals else not name.startswith("-") for name, equals, value in pairs}


def _checked(stated: Mapping[str, object], file: str) -> dict[str, object]:
    """The traits as their fields have them: lists as tuples."""
    known = {field.name: field.default for field in fields(Traits)}
    found: dict[str, object] = {}
    for name, value in stated.items():
        if name not in known:
            raise XlcheckError(f"{file}: {unknown('trait', name, sorted(known))}")
        own = tuple(value) if isinstance(value, list) else value
        if type(own) is not type(known[name]):
            wanted = type(known[name]).__name__
            raise XlcheckError(f"{file}: trait '{name}' is {value!r}; it must be of type '{wanted}'")
        found[name] = own
    return found
