"""Which of an event's names read another name's characters in a wrong system, and what shows who is meant."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from xlcheck.evidence.names.beside import accepted_systems
from xlcheck.evidence.names.forms import accepted_keys, name_key, preferred_form
from xlcheck.evidence.names.scene import (
    Naming,
    Scene,
    alike,
    another_person,
    goes_by_own_short_form,
    shared_characters,
    usual_form,
)
from xlcheck.evidence.thresholds import THRESHOLDS
from xlcheck.lang import Language
from xlcheck.lang.systems import RARER_SYSTEMS
from xlcheck.model.language import same_language
from xlcheck.model.name import Reading
from xlcheck.model.term import Concept
from xlcheck.model.text import Article

PEOPLES = {"VN": "a Vietnamese", "CN": "a Chinese", "JP": "a Japanese", "KR": "a Korean", "KP": "a Korean"}
_KINDS = (
    "city|town|province|ciudad|provincia|cidade|província|città|ville|stadt|provinz|stad|provincie|kota|provinsi"
    "|thành phố|tỉnh|tp|город[а-я]{0,3}|місто|провинци[а-я]{1,2}"
)
"""Words for what 市 and 省 say at the end of a name."""
_KIND_BEFORE = re.compile(rf"(?<!\w)(?:{_KINDS})\.?(?:\s+(?:of|de|da|di|von|van))?\s+\Z", re.IGNORECASE)
_KIND_BEHIND = re.compile(rf"[\s-]+(?:{_KINDS})(?!\w)", re.IGNORECASE)
_NGUYEN = "nguyen"
"""The family name of every third Vietnamese and of hardly anyone else."""


@dataclass(frozen=True, slots=True, eq=False)
class Right:
    """The bearer meant: what to write, where the event does, and how the wrong form reads the name."""

    text: str
    characters: str
    reading: Reading
    named: tuple[Naming, ...] = ()
    bearer: Concept | None = None
    earlier: bool = False
    home: str = ""


@dataclass(frozen=True, slots=True, eq=False)
class Misnamed:
    """A name that misreads the one that is `right`, and the reason to think so.

    It is `aligned` where the sentence that says the same names the bearer.
    """

    wrong: Naming
    right: Right
    reason: str
    aligned: bool = False


def misnamings(told: Scene) -> Iterator[Misnamed]:
    """The names that are shown to misread another one."""
    suspects: defaultdict[tuple[Article, str, str], list[Naming]] = defaultdict(list)
    for naming in told.namings:
        if naming.name.readings and not naming.quoted:
            suspects[naming.article, naming.language, naming.name.key].append(naming)
    for wrong in suspects.values():
        rights = (*_glossary_rights(told, wrong[0]), *_attested_rights(told, wrong), *_native_rights(told, wrong))
        shown = ((right, reason) for right in rights if (reason := _evidence(told, wrong, right)))
        for right, reason in islice(shown, 1):
            meant = (one for one in wrong if not _is_told_by_kind(one, right))
            yield from (Misnamed(one, right, reason, _is_named_beside(told, one, right)) for one in meant)


def _glossary_rights(told: Scene, wrong: Naming) -> Iterator[Right]:
    """The known people and places whom the form misreads."""
    language = wrong.language
    own_readings = Language.of(language).traits.romanised_readings
    if Language.of(language).traits.own_names and wrong.name.key.isascii():
        return
    if any(wrong.name.key in accepted_keys(bearer, language) for bearer in wrong.name.persons):
        return
    for reading in wrong.name.readings:
        for bearer in reading.persons:
            own = any(same_language(term.language, language) for term in bearer.terms)
            if not accepted_keys(bearer, language) or (own_readings and reading.system == language and not own):
                continue
            named = [n for n in told.namings if n.name.key in accepted_keys(bearer, n.language)]
            written = preferred_form(bearer, "zh")
            yield Right(preferred_form(bearer, language), written, reading, tuple(named), bearer)


def _attested_rights(told: Scene, wrong: Sequence[Naming]) -> Iterator[Right]:
    """The other readings of its characters that the event's articles use more, or first."""
    first = wrong[0]
    if Language.of(first.language).traits.own_names or is_right(first):
        return
    travelling = [n for n in told.namings if not Language.of(n.language).traits.reads_characters and n.name.readings]
    uses = Counter(naming.name.key for naming in travelling)
    for key in dict.fromkeys(naming.name.key for naming in travelling):
        other = next(naming for naming in travelling if naming.name.key == key)
        reading = first.name.misreads(other.name)
        if reading is None or (Language.of(first.language).traits.reads_characters and uses[first.name.key]):
            continue
        more = uses[key] > uses[first.name.key]
        before = uses[key] == uses[first.name.key] and told.comes_first(other, first)
        if reading.system != first.language and (more or before):
            named = tuple(n for n in told.namings if n.name.key == key)
            characters = shared_characters(reading, (first, *named))
            earlier = before and not told.aligned(first, [other])
            yield Right(usual_form(first, named), characters, reading, named, earlier=earlier)


def is_right(naming: Naming) -> bool:
    """Whether a name is an accepted form of a person or place of the glossary that it may be read as."""
    return any(naming.name.key in accepted_keys(bearer, naming.language) for bearer in naming.name.persons)


def _native_rights(told: Scene, wrong: Sequence[Naming]) -> Iterator[Right]:
    """The name as its bearer's own language reads it, where the words in front say where the bearer is from."""
    first = wrong[0]
    if Language.of(first.language).traits.own_names or is_right(first):
        return
    aligned = [n for one in wrong for n in told.aligned(one, told.namings) if n.language != first.language]
    others = [n for n in aligned if Language.of(n.language).traits.romanised_readings]
    attested = [n for n in others if first.name.misreads(n.name)]
    homes = {n.name.home for n in (*wrong, *attested)} - {""}
    if any(naming.name.key.startswith(_NGUYEN) for naming in attested):
        homes.add("VN")
    home = homes.pop() if len(homes) == 1 else ""
    accepted = accepted_systems(home, first.language)
    if accepted is None or any(reading.system in accepted for reading in first.name.readings):
        return
    least = 2 if home == "VN" or not first.span.text.isascii() else THRESHOLDS.sure_syllables
    if all(len(reading.characters) < least for reading in first.name.readings):
        return
    named = tuple(n for n in attested if any(reading.system in accepted for reading in n.name.readings))
    text = usual_form(first, named) if named else ""
    yield Right(text, "", first.name.readings[0], named, home=home)


def _is_told_by_kind(wrong: Naming, right: Right) -> bool:
    """Whether a place's name lacks no more than the word for its kind, next to it: Ciudad Ho Chi Minh."""
    if right.bearer is None or right.bearer.kind != "place":
        return False
    keys = {name_key(term.text) for term in right.bearer.terms if term.status.accepted}
    start, end = (offset - wrong.sentence.span.start for offset in (wrong.span.start, wrong.span.end))
    before, behind = wrong.sentence.text[max(0, start - THRESHOLDS.kind_reach) : start], wrong.sentence.text[end:]
    told = _KIND_BEFORE.search(before) or _KIND_BEHIND.match(behind)
    return told is not None and any(wrong.name.key != key and wrong.name.key in key for key in keys)


def _is_named_beside(told: Scene, wrong: Naming, right: Right) -> bool:
    """Whether the sentence that says the same names the bearer, and it is known how to write the name."""
    named = (*right.named, *told.short_forms(right.named))
    return bool(right.text) and not right.home and bool(told.aligned(wrong, named))


def _evidence(told: Scene, wrong: Sequence[Naming], right: Right) -> str:
    """Why the bearer is meant; nothing where that is not shown."""
    named = (*right.named, *told.short_forms(right.named))
    if another_person(wrong, named):
        return ""
    if aligned := [n for one in wrong for n in told.aligned(one, named)]:
        return f"the aligned sentence names “{aligned[0].span.text}”"
    if any("introduced" in one.name.signs for one in wrong) or goes_by_own_short_form(told, wrong):
        return ""
    if right.home:
        return f"the words before it name {PEOPLES[right.home]} office"
    sure = len(right.reading.characters) >= THRESHOLDS.sure_syllables
    if right.reading.system in RARER_SYSTEMS and not sure:
        return ""
    here = [n for n in right.named if n.article is wrong[0].article]
    if here:
        shown = len(here) >= len(wrong) and (sure or alike(wrong, right.named))
        times = f"{len(here)} times" if len(here) > 1 else "once"
        return f"the same article has “{here[0].span.text}” {times}" if shown else ""
    if right.named and alike(wrong, right.named):
        return f"another article on the same event has “{right.named[0].span.text}”"
    if right.bearer and any(one.points_to(right.bearer, sure) for one in wrong):
        return f"the glossary has {right.text} ({right.characters})"
    return ""
