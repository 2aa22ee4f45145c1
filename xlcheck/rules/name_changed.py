"""A name in the translation is not the one in the source.

**What it does.** The source says 岸田文雄首相, its translation “Prime Minister Wen Jiabao”. Two names are compared
where both are next to the same office in aligned sentences, or where a person or place of the glossary in the source
has no counterpart. A name is reported that the source does not have anywhere, if the target does not have the source's
name anywhere. Names are compared by sound, so that Putin, Путин, プーチン, 普京, 푸틴 and بوتين are one, by the
readings of Chinese characters, and by the terms of the glossary.

**Why it matters.** The sentence reads well and puts words into the mouth of somebody else.

**What it does not do.** Without a glossary it recognises people only by the offices next to their names. It does not
compare two scripts without capitals with each other. It ignores names that may be Japanese where the other side is in
Chinese characters (岸田文雄 does not show how it is read), and kings and popes, whose names are translated. One word of
a name that is found on the other side, a surname or a given name, is enough for the whole name; a short one (May) only
where it is used as a name.
"""

import re
import unicodedata
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace

from xlcheck.evidence.edits import renamed
from xlcheck.evidence.fixes import fix
from xlcheck.evidence.names.forms import name_key
from xlcheck.evidence.names.sound import may_be, may_say, sounds_like, sounds_like_form
from xlcheck.evidence.names.spoken import WITH_CAPITALS, Spoken
from xlcheck.evidence.thresholds import THRESHOLDS
from xlcheck.lang.scripts import WORD
from xlcheck.model import ABROAD, Concept, Finding, Mention, Name, Pair, Rule, Sentence, Severity, Span
from xlcheck.model.doubt import Doubt, raised
from xlcheck.model.fix import Evidence

_KISHIDA = """glossary: [[concept]]
id = "kishida"
kind = "person"
zh = "岸田文雄"
en = { preferred = "Fumio Kishida", admitted = ["Kishida"] }
"""

BAD = (
    (
        _KISHIDA,
        "zh: 这是落实岸田文雄首相曼谷会晤共识的重要举措。",
        "en: This is an important step in implementing the consensus reached with Prime Minister Shinzo Abe.",
    ),
    (
        "en: President Donald Trump rejected the report on Monday and left for Florida.",
        "ru: В понедельник президент Владимир Путин отверг этот доклад и улетел во Флориду.",
    ),
    (
        "ja: トランプ大統領は月曜日にこの報告書を否定し、フロリダへ向かった。",
        "es: El presidente Emmanuel Macron rechazó el lunes el informe y viajó a Florida.",
    ),
)
GOOD = (
    (
        "zh: 俄罗斯总统普京星期一在莫斯科会见了来访的客人。",
        "en: Russian President Vladimir Putin met his visitors in Moscow on Monday.",
    ),
    (
        "ar: قال الرئيس الأمريكي دونالد ترامب إن التقرير غير صحيح.",
        "ko: 도널드 트럼프 대통령은 그 보고서가 사실이 아니라고 말했다.",
    ),
    (
        "zh: 这是落实岸田文雄首相曼谷会晤共识的重要举措。",
        "en: This is an important step in implementing the consensus reached with Prime Minister Fumio Kishida.",
    ),
    (
        "en: President Trump rejected the report on Monday and left for Florida.",
        "vi: Hôm thứ Hai, ông Donald Trump bác bỏ báo cáo này rồi đi Florida.",
    ),
)

_KINDS = ("person", "place")
_WORD = re.compile(WORD)


Side = tuple[Sentence, ...]


def check(pair: Pair) -> Iterator[Finding]:
    if not pair.translation:
        return
    reported: set[Span] = set()
    for finding in (*_glossary(pair), *_offices(pair)):
        if finding.at not in reported:
            reported.add(finding.at)
            yield finding


def _offices(pair: Pair) -> Iterator[Finding]:
    """Names beside an office that the source has beside another name."""
    ours, theirs = _named(pair.source), _named(pair.target)
    if max(len(ours), len(theirs)) > THRESHOLDS.compared_facts:
        return  # a table of names, each of which would be compared with each
    for name in theirs:
        others = [other for other in ours if name.offices & other.offices and _comparable(name, other)]
        if (
            others
            and not _may_stand(name, pair.source)
            and not any(may_be(name, other) or _is_kept(other, pair.target) for other in others)
        ):
            shown = others[0].span
            known = (
                (Doubt.UNCLEAR_BOUNDS, not _is_sure(name)),
                (Doubt.MAY_BE_NO_NAME, not any(_is_told(name, each) for each in others)),
            )
            yield Finding(
                f"“{name.span.text}” does not match the name “{shown.text}” in the source",
                name.span,
                related=(shown,),
                reason="both are next to the same office, and neither is named on the other side",
                doubts=raised(*known),
            )


def _is_sure(name: Name) -> bool:
    """Whether it is known where the name begins and ends, and it is long enough for a name."""
    return name.bounded and (name.sino_vietnamese or max(map(len, name.words), default=0) >= THRESHOLDS.name_sounds)


def _is_told(name: Name, other: Name) -> bool:
    """Whether it is known that the other is a name, and that it would be found to be this one.

    One in characters is a name where it begins behind a country and an office of people who are called by their sound.
    """
    return (other.bounded and _has_sound(other)) or bool(name.readings and other.characters) or other.home == ABROAD


def _comparable(one: Name, other: Name) -> bool:
    """Whether one of two names at least is known by its capitals, and begins and ends where they do."""
    return any(name.script in WITH_CAPITALS and name.bounded for name in (one, other))


def _glossary(pair: Pair) -> Iterator[Finding]:
    """Persons and places of the glossary in the source, where the target has none of their terms and another name."""
    ours, theirs = _mentions(pair.source), _mentions(pair.target)
    missing = [m for m in ours if not any(_has_part(sentence, m.concept) for sentence in pair.target)]
    told = [
        (mention, *found)
        for find in (_holders, _known, _strangers)
        for mention in missing
        for found in find(mention, ours, theirs, pair)
    ]
    answered: set[Concept] = set()
    for mention, at, reason in told:
        if mention.concept not in answered:
            answered.add(mention.concept)
            yield Finding(
                f"“{at.text}” does not match the name “{mention.span.text}” in the source",
                at,
                related=(mention.span,),
                suggestion=mention.concept.to_write(pair.target[0].language),
                reason=reason,
                fix=fix(renamed(at, mention.concept.to_write(pair.target[0].language)), Evidence.OTHER),
            )


Instead = Iterator[tuple[Span, str]]
Mentions = Sequence[Mention]


def _holders(mention: Mention, ours: Mentions, theirs: Mentions, pair: Pair) -> Instead:
    """The names beside the office that the person holds."""
    near = [name for name in _named(pair.source) if _begins_or_ends_with(mention.span, name.span)]
    stretches = {name.words for name in near}
    others = [other for other in _named(pair.source) if other.words not in stretches]
    offices = frozenset(office for name in near for office in name.offices)
    for name in _unknown(ours, theirs, pair):
        known = any(name.offices & other.offices for other in others) or any(
            own.bounded and may_be(name, own) for own in near
        )
        if name.offices & offices and not known:
            yield name.span, "both are next to the same office, and the target does not name this person"


def _begins_or_ends_with(one: Span, other: Span) -> bool:
    return one.start == other.start or one.end == other.end


def _known(mention: Mention, ours: Mentions, theirs: Mentions, pair: Pair) -> Instead:
    """Persons or places of the glossary that the source does not name."""
    named = {other.concept for other in ours}
    for other in theirs:
        new = other.concept.kind == mention.concept.kind and other.concept not in named
        if new and not any(_has_part(sentence, other.concept) for sentence in pair.source):
            yield other.span, "the glossary has both, and neither is named on the other side"


def _strangers(mention: Mention, ours: Mentions, theirs: Mentions, pair: Pair) -> Instead:
    """Names of people that the source says nowhere."""
    if mention.concept.kind == "person":
        for name in _unknown(ours, theirs, pair):
            if (name.offices or name.readings) and not _may_stand(name, pair.source):
                yield name.span, "the target does not name this person, and the source never has this name"


def _unknown(ours: Mentions, theirs: Mentions, pair: Pair) -> list[Name]:
    """The target's names that are none of the glossary's, nor have a word of one that the source has (蓬佩奥)."""
    named = (name for name in _named(pair.target) if name.bounded)
    taken = [mention.span for mention in theirs]
    words = {word for mention in ours for term in mention.concept.terms for word in _words(term.text)}
    return [
        name
        for name in named
        if not any(name.span.overlaps(other) for other in taken)
        and not _has_any(words, name.span.text)
        and not any(sounds_like_form(name, mention.concept) for mention in ours)
    ]


def _words(name: str) -> set[str]:
    """The words of a name but for its particles."""
    found = _WORD.findall(unicodedata.normalize("NFC", name))
    return {name_key(word) for word in found if word == word.upper() or not word.islower()}


def _has_any(words: Collection[str], name: str) -> bool:
    """Whether a name has one of some words; one in characters may run on into what follows it."""
    key = name_key(name)
    return not _words(name).isdisjoint(words) or any(word in key for word in words if not word.isascii() and word[1:])


def _mentions(side: Side) -> list[Mention]:
    return [m for s in side for m in s.mentions if m.concept.kind in _KINDS and m.term.status.accepted]


def _has_part(sentence: Sentence, concept: Concept) -> bool:
    """Whether a term of the concept, or a word of one, stands in a sentence, inflected or not."""
    if any(mention.concept is concept for mention in sentence.mentions):
        return True
    keys = [name_key(word) for word in _WORD.findall(unicodedata.normalize("NFC", sentence.text))]
    parts = {
        name_key(word) for term in concept.terms for word in _WORD.findall(unicodedata.normalize("NFC", term.text))
    }
    text = "".join(keys)
    return any(part in text if not part.isascii() else _begins(part, keys) for part in parts)


def _begins(part: str, keys: Sequence[str]) -> bool:
    return any(key == part or (len(part) > 3 and key.startswith(part[:-1])) for key in keys)


def _named(side: Side) -> list[Name]:
    return [name for sentence in side for name in sentence.facts.of(Name)]


def _may_stand(name: Name, side: Side) -> bool:
    """Whether a side may name a name; True where that cannot be told."""
    if name.bounded:
        return any(may_say(Spoken.of(sentence), name) for sentence in side)
    others = [other for other in _named(side) if other.bounded and not other.country and _has_sound(other)]
    return not others or any(may_be(name, other) for other in others)


def _is_kept(name: Name, side: Side) -> bool:
    """Whether a side may name one that the other has beside an office: a short word of it (May) by itself at most."""
    long = tuple(word for word in name.words if len(word) >= THRESHOLDS.name_sounds)
    if not name.bounded or not long:
        return _may_stand(name, side)
    short = (word for word in name.words if len(word) < THRESHOLDS.name_sounds)
    others = [(other.script, word) for other in _named(side) if other.bounded for word in other.words]
    return _may_stand(replace(name, words=long), side) or any(
        sounds_like(own, word, name.script, script) for own in short for script, word in others
    )


def _has_sound(name: Name) -> bool:
    return max(map(len, name.words), default=0) >= THRESHOLDS.least_sounds


RULE = Rule(
    "XL112",
    "name-changed",
    "A name in the translation is not the one in the source.",
    Pair,
    check,
    Severity.ERROR,
    supersedes=("XL102",),
)
