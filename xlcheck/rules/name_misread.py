"""A person's name is read off the Chinese characters with another language's reading.

**What it does.** 苏林 is how Chinese writes Tô Lâm; “Su Lin” is its Mandarin reading. In English,
Spanish or Vietnamese text the man is Tô Lâm, and who has only the characters, or only the other
language's text, easily writes the wrong reading: “Fan Mingzheng” for Phạm Minh Chính, “Tập Cận Bình”
left standing in English for Xi Jinping, 范明正 for 范明政. No list of mistakes is used: a form is
reported when it can be a reading of the same characters as the right name, in another language's
reading, and there is evidence that this person is meant:

- the aligned sentence names the person rightly; or
- the same article, or another one on the same event, names the person rightly, and (for names of two
  syllables, where chance is not small) the words next to both are the same, or an office stands
  next to the name; or
- the glossary has the person, and an office, the note of the entry or another of the glossary's
  people or bodies stands beside the name.

The right form is the glossary's for the language of the sentence. Without a glossary it is the form that
the event's articles use more; where both are used equally often, the earlier one, and the
finding is a warning.

**Why it matters.** The reader meets a person who does not exist.

**What it does not do.** It says nothing of a name used alone (Su, Xi), of a name introduced as another's
(“Ms Su Lin”, “Su Lin, a student”, “To Lam met Su Lin”), of Sino-Vietnamese readings in Vietnamese,
where they are right for Chinese people, of given and family names in another order, or of
misspellings that are no reading (“Vanderleien”).
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from xlcheck.model import (
    Article,
    Concept,
    Event,
    Finding,
    NameForm,
    Reading,
    Rule,
    Sentence,
    Severity,
    Span,
    primary,
    same_language,
)
from xlcheck.model.name import name_key

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
)
GOOD = (
    (_TOLAM, "en: The swimmer Su Lin won a second gold medal on Sunday."),
    (_TOLAM, "en: General Secretary To Lam met Ms Su Lin, a Singaporean executive, on Monday."),
    (_XI, "vi: Chủ tịch nước Tập Cận Bình khẳng định Trung Quốc sẵn sàng hợp tác."),
    (_CHINH, "vi: Thủ tướng Phạm Minh Chính đã đến Bắc Kinh.", "zh: 总理范明政抵达北京。"),
    ("en: Lin Su teaches statistics, where the Greek letter Xi is a random variable.",),
)

_SYSTEMS = {"zh": "Mandarin", "vi": "Vietnamese", "ko": "Korean"}
_OWN_CHARACTERS = ("zh", "ja", "ko")
_OWN_READINGS = (*_OWN_CHARACTERS, "vi")
_SURE = 3
"""Syllables from which on a namesake is unlikely enough."""
_WORD = re.compile(r"[^\W\d_]{6,}")
_NEAR = 60
"""Characters on either side of a name in which a word stands next to it."""


@dataclass(frozen=True, slots=True, eq=False)
class _Naming:
    """A name where it stands."""

    article: Article
    sentence: Sentence
    span: Span
    form: NameForm

    @property
    def language(self) -> str:
        if not self.form.key.isascii():
            return "zh"
        tag = primary(self.sentence.language)
        return primary(self.article.language) if tag == "und" else tag

    @property
    def travels(self) -> bool:
        """Whether the language takes foreign names as they are romanised at home."""
        return self.language not in _OWN_READINGS


@dataclass(frozen=True, slots=True, eq=False)
class _Scene:
    """The event's names, and the sentences that say the same as a sentence; `sources` come first."""

    namings: tuple[_Naming, ...]
    aligned: Mapping[Span, Sequence[Span]]
    sources: frozenset[Span]


@dataclass(frozen=True, slots=True, eq=False)
class _Right:
    """The person meant: what to write, where the event does, and how the wrong form reads the name."""

    text: str
    characters: str
    reading: Reading
    named: tuple[_Naming, ...]
    person: Concept | None = None
    earlier: bool = False


def check(event: Event) -> Iterator[Finding]:
    scene = _scene(event)
    suspects: defaultdict[tuple[Article, str, str], list[_Naming]] = defaultdict(list)
    for naming in scene.namings:
        if naming.form.readings and not _quoted(naming):
            suspects[naming.article, naming.language, naming.form.key].append(naming)
    for wrong in suspects.values():
        rights = (*_glossary_rights(scene, wrong[0]), *_attested_rights(scene, wrong))
        for right in rights:
            if reason := _evidence(scene, wrong, right):
                yield from (_finding(scene, one, right, reason) for one in wrong)
                break


def _scene(event: Event) -> _Scene:
    namings = tuple(
        _Naming(article, sentence, span, form)
        for article in event.articles
        for sentence in article.sentences
        for span, form in _names(sentence)
    )
    aligned: defaultdict[Span, list[Span]] = defaultdict(list)
    sources = set()
    for pair in (pair for alignment in event.alignments for pair in alignment.pairs):
        for source in pair.source:
            sources.add(source.span)
            for target in pair.target:
                aligned[source.span].append(target.span)
                aligned[target.span].append(source.span)
    return _Scene(namings, aligned, frozenset(sources))


def _names(sentence: Sentence) -> Iterator[tuple[Span, NameForm]]:
    """The sentence's names, and the glossary's persons that are not among them."""
    facts = [f for f in sentence.facts if isinstance(f.value, NameForm)]
    yield from ((fact.span, fact.value) for fact in facts if isinstance(fact.value, NameForm))
    taken = {fact.span for fact in facts}
    for mention in sentence.mentions:
        if mention.concept.kind == "person" and mention.span not in taken:
            yield mention.span, NameForm(name_key(mention.term.text))


def _quoted(naming: _Naming) -> bool:
    """Whether it stands in a longer passage of another language inside its sentence."""
    return any(
        passage.start <= naming.span.start <= naming.span.end <= passage.end and passage != naming.span
        for passage in (stretch.span for stretch in naming.sentence.foreign)
    )


def _accepted(person: Concept, language: str) -> frozenset[str]:
    """The keys of the right forms: the language's own, else those that travel."""
    terms = [term for term in person.terms if term.status.accepted]
    own = {name_key(term.text) for term in terms if same_language(term.language, language)}
    if language in _OWN_CHARACTERS:
        return frozenset(own)
    travelling = {name_key(t.text) for t in terms if primary(t.language) not in _OWN_READINGS}
    return frozenset(own | travelling if language in _OWN_READINGS else own or travelling)


def _preferred(person: Concept, language: str) -> str:
    """What to write in a language; of a language without a term, what English or any other writes."""
    tags = (language, "en", *(term.language for term in person.terms))
    terms = (person.preferred(tag) for tag in tags if tag in (language, "zh") or _travels(tag))
    return next((term.text for term in terms if term), "")


def _travels(tag: str) -> bool:
    return primary(tag) not in _OWN_READINGS


def _glossary_rights(scene: _Scene, wrong: _Naming) -> Iterator[_Right]:
    """The glossary's persons whom the form misreads."""
    language = wrong.language
    if language in _OWN_CHARACTERS and wrong.form.key.isascii():
        return
    persons = wrong.form.persons
    if any(wrong.form.key in _accepted(person, language) for person in persons):
        return
    for reading in wrong.form.readings:
        for person in reading.persons:
            own = any(same_language(term.language, language) for term in person.terms)
            if not _accepted(person, language) or (reading.system == language == "vi" and not own):
                continue
            named = [n for n in scene.namings if n.form.key in _accepted(person, n.language)]
            written = _preferred(person, "zh")
            yield _Right(_preferred(person, language), written, reading, tuple(named), person)


def _attested_rights(scene: _Scene, wrong: Sequence[_Naming]) -> Iterator[_Right]:
    """The other readings of its characters that the event's articles use more, or first."""
    first = wrong[0]
    if first.language in _OWN_CHARACTERS or any(
        first.form.key in _accepted(person, first.language) for person in first.form.persons
    ):
        return
    travelling = [n for n in scene.namings if n.travels and n.form.readings]
    uses = Counter(naming.form.key for naming in travelling)
    for key in dict.fromkeys(naming.form.key for naming in travelling):
        other = next(naming for naming in travelling if naming.form.key == key)
        reading = _misreads(first.form, other.form)
        if reading is None or (not first.travels and uses[first.form.key]):
            continue
        more = uses[key] > uses[first.form.key]
        before = uses[key] == uses[first.form.key] and _comes_first(scene, other, first)
        if reading.system != first.language and (more or before):
            named = tuple(n for n in scene.namings if n.form.key == key)
            characters = _narrowed(reading, (first, *named))
            earlier = before and first.sentence.span not in scene.aligned.get(other.sentence.span, ())
            yield _Right(_usual(first, named), characters, reading, named, earlier=earlier)


def _misreads(wrong: NameForm, right: NameForm) -> Reading | None:
    """How one form reads characters that the other reads in another system, and in no common one."""
    shared = [
        (one, other.system)
        for one in wrong.readings
        for other in right.readings
        if _meet(one.characters, other.characters)
    ]
    if wrong.key == right.key or any(one.system == system for one, system in shared):
        return None
    return next((one for one, _ in shared), None)


def _meet(one: Sequence[str], other: Sequence[str]) -> bool:
    return len(one) == len(other) and all(
        any(character in theirs for character in ours) for ours, theirs in zip(one, other, strict=True)
    )


def _comes_first(scene: _Scene, right: _Naming, wrong: _Naming) -> bool:
    """Whether one form stands before the other in one article, or in the source of its sentence."""
    if right.article is wrong.article:
        return right.span.start < wrong.span.start
    source = right.sentence.span
    return source in scene.sources and wrong.sentence.span in scene.aligned.get(source, ())


def _narrowed(reading: Reading, namings: Iterable[_Naming]) -> str:
    """The characters, where Vietnamese marks among the forms narrow them down; else nothing."""
    left = reading.characters
    for naming in namings:
        for other in naming.form.readings:
            if _meet(left, other.characters):
                pairs = zip(left, other.characters, strict=True)
                left = tuple("".join(c for c in ours if c in theirs) for ours, theirs in pairs)
    marked = any(not naming.span.text.isascii() for naming in namings)
    return "".join(syllable[0] for syllable in left) if marked else ""


def _usual(wrong: _Naming, named: Sequence[_Naming]) -> str:
    """The right form as it is most often written: in this article and language, else farther off."""
    here = [n for n in named if n.article is wrong.article and n.language == wrong.language]
    near = [n for n in named if n.language == wrong.language]
    return Counter(n.span.text for n in here or near or named).most_common(1)[0][0]


def _evidence(scene: _Scene, wrong: Sequence[_Naming], right: _Right) -> str:
    """Why the person is meant; nothing where that is not shown."""
    named = (*right.named, *_short_forms(scene, right.named))
    if _another_person(wrong, named):
        return ""
    if aligned := [n for one in wrong for n in _aligned(scene, one, named)]:
        return f"the aligned sentence names “{aligned[0].span.text}”"
    if any("introduced" in one.form.signs for one in wrong) or _goes_by_own_short_form(scene, wrong):
        return ""
    here = [n for n in right.named if n.article is wrong[0].article]
    sure = len(right.reading.characters) >= _SURE
    if here:
        shown = len(here) >= len(wrong) and (sure or _alike(wrong, right.named))
        times = f"{len(here)} times" if len(here) > 1 else "once"
        return f"the same article writes “{here[0].span.text}” {times}" if shown else ""
    if right.named and _alike(wrong, right.named):
        return f"another article on the same event writes “{right.named[0].span.text}”"
    if right.person and any(_points_to(one, right, right.person) for one in wrong):
        return f"the glossary has {right.text} ({right.characters})"
    return ""


def _aligned(scene: _Scene, wrong: _Naming, named: Iterable[_Naming]) -> list[_Naming]:
    counterparts = scene.aligned.get(wrong.sentence.span, ())
    return [naming for naming in named if naming.sentence.span in counterparts]


def _short_forms(scene: _Scene, named: Sequence[_Naming]) -> Iterator[_Naming]:
    """The person's first or last name alone, in an article that has given it in full before."""
    introduced: dict[tuple[Article, str], int] = {}
    for naming in named:
        words = naming.span.text.split()
        for word in {words[0], words[-1]} if len(words) > 1 else ():
            introduced.setdefault((naming.article, name_key(word)), naming.span.start)
    for naming in scene.namings:
        since = introduced.get((naming.article, naming.form.key))
        if since is not None and since < naming.span.start:
            yield naming


def _another_person(wrong: Sequence[_Naming], named: Sequence[_Naming]) -> bool:
    """Whether a sentence names both, or the form goes with Ms and the right name never does."""
    sentences = {naming.sentence.span for naming in named}
    women = [any("feminine" in n.form.signs for n in namings) for namings in (wrong, named)]
    return women == [True, False] or any(one.sentence.span in sentences for one in wrong)


def _goes_by_own_short_form(scene: _Scene, wrong: Sequence[_Naming]) -> bool:
    """Whether the article goes on with a part of the form, as “Su said” after “Su Lin”."""
    words = wrong[0].span.text.split()
    parts = {name_key(words[0]), name_key(words[-1])}
    return any(n.article is wrong[0].article and n.form.key in parts for n in scene.namings)


def _alike(wrong: Sequence[_Naming], named: Sequence[_Naming]) -> bool:
    """Whether an office stands next to the form, or a content word next to both."""
    if any("office" in one.form.signs for one in wrong):
        return True
    theirs = {(n.language, word) for n in named for word in _neighbours(n)}
    return any((one.language, word) in theirs for one in wrong for word in _neighbours(one))


def _neighbours(naming: _Naming) -> set[str]:
    text, at = naming.sentence.text, naming.span.start - naming.sentence.span.start
    end = at + naming.span.end - naming.span.start
    around = text[max(0, at - _NEAR) : at] + " " + text[end : end + _NEAR]
    return {word.casefold() for word in _WORD.findall(unicodedata.normalize("NFC", around))}


def _points_to(wrong: _Naming, right: _Right, person: Concept) -> bool:
    """Whether the sentence by itself shows that the glossary's person is meant."""
    if wrong.language == "zh":
        return False
    if "office" in wrong.form.signs:
        return True
    if len(right.reading.characters) < _SURE:
        return False
    foreign = {_same(term.text) for term in person.terms if not term.text.isascii()}
    others = {
        mention.concept.id
        for mention in wrong.sentence.mentions
        if mention.concept.kind in ("person", "body") and mention.concept is not person
    }
    note = {word.casefold() for word in _WORD.findall(person.note)}
    return _same(wrong.span.text) in foreign or bool(others) or len(note & _neighbours(wrong)) > 1


def _same(text: str) -> str:
    return unicodedata.normalize("NFC", text).casefold()


def _finding(scene: _Scene, wrong: _Naming, right: _Right, reason: str) -> Finding:
    named = (*right.named, *_short_forms(scene, right.named))
    others = _aligned(scene, wrong, named) or _closest(wrong, named)
    own = [n.span for n in right.named if n.article is wrong.article][:1]
    return Finding(
        message=_message(wrong, right),
        at=wrong.span,
        related=tuple(dict.fromkeys((*(n.sentence.span for n in others), *own))),
        suggestion=right.text,
        reason=reason,
        severity=Severity.WARNING if right.earlier else None,
    )


def _closest(wrong: _Naming, named: Iterable[_Naming]) -> list[_Naming]:
    """Of the other articles' sentences with the right name, the one with the most words around it in common."""
    elsewhere = [n for n in named if n.article is not wrong.article]
    words = _neighbours(wrong)
    return sorted(elsewhere, key=lambda naming: -len(words & _neighbours(naming)))[:1]


def _message(wrong: _Naming, right: _Right) -> str:
    form, system = wrong.span.text, _SYSTEMS[right.reading.system]
    if wrong.language == "zh":
        return f"{form} sounds in {system} like {right.characters}, the characters of this name"
    if not right.characters:
        return f"“{form}” is the {system} reading of the characters of {right.text}"
    return f"“{form}” is the {system} reading of {right.characters}, the characters of {right.text}"


RULE = Rule(
    "XL110",
    "name-misread",
    "A name is another language's reading of its Chinese characters.",
    Event,
    check,
    Severity.ERROR,
)
