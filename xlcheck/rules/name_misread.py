"""A name is read off the Chinese characters with another language's reading.

**What it does.** 苏林 is how Chinese writes Tô Lâm; “Su Lin” is its Mandarin reading. In English,
Spanish or Vietnamese text the man is Tô Lâm, and who has only the characters, or only the other
language's text, easily writes the wrong reading: “Fan Mingzheng” for Phạm Minh Chính, “Jin Zhuai” for Kim Ju Ae,
“Xiangang” for Đà Nẵng, “Tập Cận Bình” left standing in English for Xi Jinping, 范明正 for 范明政. No list of mistakes
is used: a form is reported when it can be a reading of the same characters as the right name, in another
language's reading (Mandarin in Pinyin or Wade-Giles, Cantonese, Vietnamese, Korean, Japanese), and there is evidence
that this person or place is meant. One of these is enough:

- the aligned sentence names the person or place rightly;
- the aligned sentence has the name in characters, and there or elsewhere in that text a country and an office stand
  in front of it (日本首相岸田文雄): a Japanese, Korean or Vietnamese name is not read in Mandarin, nor is one from
  farther away (冯德莱恩);
- such words stand in front of the form itself (“North Korean leader Jin Zheng'en”), or of its Vietnamese form in the
  aligned sentence (where the family name Nguyễn will do as well);
- the same article, or another one on the same event, names the person rightly, and (for names of two
  syllables, where chance is not small) the words next to both are the same, or an office stands
  next to the name;
- the glossary has the person, and an office, the note of the entry or another of the glossary's
  people or bodies stands beside the name.

The right form is the glossary's for the language of the sentence; some cities outside China are known without one.
Else it is the form that the event's articles use more; where both are used equally often, the earlier one, and the
finding is a warning. Of a name known by its country alone the form may be left to the reader.

In Vietnamese both the Vietnamese and the Mandarin reading of a Chinese name are right, and of Korean and Japanese names
the Vietnamese one is let stand. Names from Hong Kong, Taiwan, Singapore and Malaysia are spelt as their bearers choose.

**Why it matters.** The reader meets a person who does not exist.

**What it does not do.** It says nothing of a name used alone (Su, Xi), of a name introduced as another's
(“Ms Su Lin”, “Su Lin, a student”, “To Lam met Su Lin”), of given and family names in another order (but beside
characters), or of misspellings that are no reading (“Vanderleien”).

**Options.** None.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from xlcheck.model import Article, Concept, Event, Finding, Reading, Rule, Severity, same_language
from xlcheck.model.name import OWN_CHARACTERS, OWN_READINGS, accepted_keys, preferred_form
from xlcheck.model.naming import (
    Naming,
    Scene,
    alike,
    another_person,
    goes_by_own_short_form,
    scene,
    shared_characters,
    usual_form,
)
from xlcheck.model.written import Misreading, accepted_systems, misreadings

_TOLAM = """glossary: [[concept]]
id = "to-lam"
kind = "person"
zh = "苏林"
en = { preferred = "Tô Lâm", admitted = ["To Lam"] }
vi = "Tô Lâm"
"""
_XI = """glossary: [[concept]]
id = "xi-jinping"
kind = "person"
zh = "习近平"
en = "Xi Jinping"
es = "Xi Jinping"
vi = "Tập Cận Bình"
"""
_CHINH = """glossary: [[concept]]
id = "pham-minh-chinh"
kind = "person"
zh = "范明政"
en = "Phạm Minh Chính"
vi = "Phạm Minh Chính"
"""

_DA_NANG = """glossary: [[concept]]
id = "da-nang"
kind = "place"
zh = "岘港"
en = { preferred = "Đà Nẵng", admitted = ["Da Nang"] }
vi = "Đà Nẵng"
"""

BAD = (
    (_TOLAM, "en: Xi congratulated Comrade Su Lin on being elected as General Secretary."),
    (_TOLAM, "vi: Ông Tô Lâm đã có bài phát biểu quan trọng.", "es: Su Lin pronunció un discurso."),
    (_XI, "es: El presidente Tập Cận Bình llegó ayer a Hanói para una visita de Estado."),
    (_CHINH, "vi: Thủ tướng Phạm Minh Chính đã đến Bắc Kinh.", "zh: 总理范明正抵达北京。"),
    (
        "en: General Secretary To Lam spoke with President Xi Jinping by telephone.\n"
        "To Lam thanked him for the call.\n"
        "Xi congratulated General Secretary Su Lin on the success of the congress.",
    ),
    (_DA_NANG, "zh: 会议在岘港举行。", "en: The meeting took place in Xiangang."),
    ("zh: 日本首相岸田文雄星期一抵达河内。", "en: Prime Minister Antian Wenxiong arrived in Hanoi on Monday."),
    ("en: North Korean leader Jin Zheng'en watched the launch of two missiles.",),
)
GOOD = (
    (_TOLAM, "en: The swimmer Su Lin won a second gold medal on Sunday."),
    (_TOLAM, "en: General Secretary To Lam met Ms Su Lin, a Singaporean executive, on Monday."),
    (_XI, "vi: Chủ tịch nước Tập Cận Bình khẳng định Trung Quốc sẵn sàng hợp tác."),
    (_CHINH, "vi: Thủ tướng Phạm Minh Chính đã đến Bắc Kinh.", "zh: 总理范明政抵达北京。"),
    ("en: Lin Su teaches statistics, where the Greek letter Xi is a random variable.",),
    ("zh: 日本首相岸田文雄星期一抵达河内。", "en: Prime Minister Fumio Kishida arrived in Hanoi on Monday."),
    ("zh: 中国外交部长王毅在河内。", "en: Chinese Foreign Minister Wang Yi is in Hanoi."),
    ("en: North Korean leader Kim Jong-un met South Korean President Moon Jae-in at Panmunjom.",),
)

_SYSTEMS = {
    "zh": "Mandarin",
    "zh-Latn-wadegile": "Wade-Giles",
    "yue": "Cantonese",
    "vi": "Vietnamese",
    "ko": "Korean",
    "ko-Hang": "Korean",
    "ja": "Japanese",
}
_PEOPLES = {"VN": "a Vietnamese", "CN": "a Chinese", "JP": "a Japanese", "KR": "a Korean", "KP": "a Korean"}
_RARER = ("zh-Latn-wadegile", "yue", "ja")
_SURE = 3
"""Syllables from which on a namesake is unlikely enough."""
_NGUYEN = "nguyen"
"""The family name of every third Vietnamese and of hardly anyone else."""


@dataclass(frozen=True, slots=True, eq=False)
class _Right:
    """The bearer meant: what to write, where the event does, and how the wrong form reads the name."""

    text: str
    characters: str
    reading: Reading
    named: tuple[Naming, ...] = ()
    bearer: Concept | None = None
    earlier: bool = False
    home: str = ""


def check(event: Event) -> Iterator[Finding]:
    told = scene(event)
    suspects: defaultdict[tuple[Article, str, str], list[Naming]] = defaultdict(list)
    for naming in told.namings:
        if naming.form.readings and not naming.quoted:
            suspects[naming.article, naming.language, naming.form.key].append(naming)
    found = {naming.span for naming in told.namings if _is_right(naming)}
    for wrong in suspects.values():
        rights = (*_glossary_rights(told, wrong[0]), *_attested_rights(told, wrong), *_native_rights(told, wrong))
        for right in rights:
            if reason := _evidence(told, wrong, right):
                found.update(one.span for one in wrong)
                yield from (_finding(told, one, right, reason) for one in wrong)
                break
    for misreading in misreadings(event):
        if misreading.at not in found:
            found.add(misreading.at)
            yield _beside_characters(misreading)


def _glossary_rights(told: Scene, wrong: Naming) -> Iterator[_Right]:
    """The known people and places whom the form misreads."""
    language = wrong.language
    if language in OWN_CHARACTERS and wrong.form.key.isascii():
        return
    if any(wrong.form.key in accepted_keys(bearer, language) for bearer in wrong.form.persons):
        return
    for reading in wrong.form.readings:
        for bearer in reading.persons:
            own = any(same_language(term.language, language) for term in bearer.terms)
            if not accepted_keys(bearer, language) or (reading.system == language == "vi" and not own):
                continue
            named = [n for n in told.namings if n.form.key in accepted_keys(bearer, n.language)]
            written = preferred_form(bearer, "zh")
            yield _Right(preferred_form(bearer, language), written, reading, tuple(named), bearer)


def _attested_rights(told: Scene, wrong: Sequence[Naming]) -> Iterator[_Right]:
    """The other readings of its characters that the event's articles use more, or first."""
    first = wrong[0]
    if first.language in OWN_CHARACTERS or _is_right(first):
        return
    travelling = [n for n in told.namings if n.language not in OWN_READINGS and n.form.readings]
    uses = Counter(naming.form.key for naming in travelling)
    for key in dict.fromkeys(naming.form.key for naming in travelling):
        other = next(naming for naming in travelling if naming.form.key == key)
        reading = first.form.misreads(other.form)
        if reading is None or (first.language in OWN_READINGS and uses[first.form.key]):
            continue
        more = uses[key] > uses[first.form.key]
        before = uses[key] == uses[first.form.key] and told.comes_first(other, first)
        if reading.system != first.language and (more or before):
            named = tuple(n for n in told.namings if n.form.key == key)
            characters = shared_characters(reading, (first, *named))
            earlier = before and not told.aligned(first, [other])
            yield _Right(usual_form(first, named), characters, reading, named, earlier=earlier)


def _is_right(naming: Naming) -> bool:
    return any(naming.form.key in accepted_keys(bearer, naming.language) for bearer in naming.form.persons)


def _native_rights(told: Scene, wrong: Sequence[Naming]) -> Iterator[_Right]:
    """The name as its bearer's own language reads it, where the words in front say where the bearer is from."""
    first = wrong[0]
    if first.language in OWN_CHARACTERS or _is_right(first):
        return
    others = [n for one in wrong for n in told.aligned(one, told.namings) if n.language == "vi" != first.language]
    attested = [n for n in others if first.form.misreads(n.form)]
    homes = {n.form.home for n in (*wrong, *attested)} - {""}
    if any(naming.form.key.startswith(_NGUYEN) for naming in attested):
        homes.add("VN")
    home = homes.pop() if len(homes) == 1 else ""
    accepted = accepted_systems(home, first.language)
    if accepted is None or any(reading.system in accepted for reading in first.form.readings):
        return
    least = 2 if home == "VN" or not first.span.text.isascii() else _SURE
    if all(len(reading.characters) < least for reading in first.form.readings):
        return
    named = tuple(n for n in attested if any(reading.system in accepted for reading in n.form.readings))
    text = usual_form(first, named) if named else ""
    yield _Right(text, "", first.form.readings[0], named, home=home)


def _evidence(told: Scene, wrong: Sequence[Naming], right: _Right) -> str:
    """Why the bearer is meant; nothing where that is not shown."""
    named = (*right.named, *told.short_forms(right.named))
    if another_person(wrong, named):
        return ""
    if aligned := [n for one in wrong for n in told.aligned(one, named)]:
        return f"the aligned sentence names “{aligned[0].span.text}”"
    if any("introduced" in one.form.signs for one in wrong) or goes_by_own_short_form(told, wrong):
        return ""
    if right.home:
        return f"the words in front of it tell of {_PEOPLES[right.home]} office"
    sure = len(right.reading.characters) >= _SURE
    if right.reading.system in _RARER and not sure:
        return ""
    here = [n for n in right.named if n.article is wrong[0].article]
    if here:
        shown = len(here) >= len(wrong) and (sure or alike(wrong, right.named))
        times = f"{len(here)} times" if len(here) > 1 else "once"
        return f"the same article writes “{here[0].span.text}” {times}" if shown else ""
    if right.named and alike(wrong, right.named):
        return f"another article on the same event writes “{right.named[0].span.text}”"
    if right.bearer and any(one.points_to(right.bearer, sure) for one in wrong):
        return f"the glossary has {right.text} ({right.characters})"
    return ""


def _finding(told: Scene, wrong: Naming, right: _Right, reason: str) -> Finding:
    named = (*right.named, *told.short_forms(right.named))
    others = told.aligned(wrong, named) or _closest(wrong, named)
    own = [n.span for n in right.named if n.article is wrong.article][:1]
    return Finding(
        message=_message(wrong, right),
        at=wrong.span,
        related=tuple(dict.fromkeys((*(n.sentence.span for n in others), *own))),
        suggestion=right.text,
        reason=reason,
        severity=Severity.WARNING if right.earlier else None,
    )


def _closest(wrong: Naming, named: Iterable[Naming]) -> list[Naming]:
    """Of the other articles' sentences with the right name, the one with the most words around it in common."""
    elsewhere = [n for n in named if n.article is not wrong.article]
    return sorted(elsewhere, key=lambda naming: -len(wrong.neighbours & naming.neighbours))[:1]


def _message(wrong: Naming, right: _Right) -> str:
    form, system = wrong.span.text, _SYSTEMS[right.reading.system]
    if wrong.language == "zh":
        return f"{form} sounds in {system} like {right.characters}, the characters of this name"
    if right.home and not right.text:
        return f"“{form}” is the {system} reading of {_PEOPLES[right.home]} name"
    if not right.characters:
        return f"“{form}” is the {system} reading of the characters of {right.text}"
    return f"“{form}” is the {system} reading of {right.characters}, the characters of {right.text}"


def _beside_characters(misreading: Misreading) -> Finding:
    name, written, system = misreading.source.text, misreading.written, _SYSTEMS[misreading.system]
    people = _PEOPLES.get(written.home, "a foreign")
    usual = written.usual[: misreading.length]
    family = misreading.length == 1
    return Finding(
        message=f"“{misreading.at.text}” {'has' if family else 'is'} the {system} reading of {name}, "
        f"{people} {'family name' if family else 'name'}",
        at=misreading.at,
        related=(misreading.source,),
        suggestion=" ".join(usual) if written.home == "VN" and all(usual) else "",
        reason=f"the source gives {people} office in front of the name",
        severity=Severity.WARNING if family or misreading.system == "zh-Latn-wadegile" else None,
    )


RULE = Rule(
    "XL110",
    "name-misread",
    "A name is another language's reading of its Chinese characters.",
    Event,
    check,
    Severity.ERROR,
)
