"""One document of an event says another number, day, name or the opposite of what the others say.

**What it does.** Takes the sentences of all documents that say the same, in two languages or ten, and looks for the
one document that stands alone: it says 40 agreements where the others say 45, another day, beside the same office
a name that no other document says, another of the glossary's persons or places, or *elected* where the others say
*re-elected*. Values are compared as in `XL201` and `XL202`, persons and places of the glossary in whatever script and
spelling, and 35 pairs of opposites (rise and fall, north and south, import and export) in twelve languages. The finding
is at the one that stands alone, and shows what every other document says. Of two independent reports that differ, and
of two documents that say opposites, nobody knows which is right: that is a note, shown with `--pedantic`.

**Why it matters.** Each document is sound by itself, and even each pair may be; only side by side the one slip shows.

**What it does not do.** It needs at least two documents that agree, and none that sides with the one. Where the user
names the source of the translations, and for two documents of which one is the other's translation, `XL201` and its
neighbours speak. What a document leaves out is no contradiction, nor is an opposite where one side negates (*did not
accept*, *rejected*). Before and after, won and lost are shown with `--pedantic`: sentences turn them round. Of a
sentence with more than 200 numbers, a table, the first 200 are compared.

**Options.** None.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from decimal import Decimal
from itertools import islice

from xlcheck.model import Article, Event, Fact, Finding, Rule, Sentence, Severity, language_name, whole
from xlcheck.model.agreement import MOST, figures, is_told, likeness, same_value, weekday
from xlcheck.model.saying import said
from xlcheck.model.sound import Called, Voice, in_letters, may_be, may_say

BAD = (
    (
        "zh: 苏林当选党的总书记。",
        "en: To Lam was re-elected General Secretary of the party.",
        "vi: Ông Tô Lâm tái đắc cử Tổng Bí thư của Đảng.",
    ),
    (
        "en: The two sides signed 45 agreements in Hanoi.",
        "vi: Hai bên đã ký 45 thỏa thuận tại Hà Nội.",
        "zh: 双方在河内签署了40项协议。",
    ),
    (
        "en: President Donald Trump rejected the report on Monday and left for Florida.",
        "ru: В понедельник президент Владимир Путин отверг этот доклад и улетел во Флориду.",
        "es: El presidente Donald Trump rechazó el lunes el informe y viajó a Florida.",
        "de: Präsident Donald Trump wies den Bericht am Montag zurück und reiste nach Florida.",
    ),
)
GOOD = (
    (
        "zh: 苏林再次当选党的总书记。",
        "en: To Lam was re-elected General Secretary of the party.",
        "vi: Ông Tô Lâm tái đắc cử Tổng Bí thư của Đảng.",
    ),
    (
        "en: The two sides signed 45 agreements in Hanoi.",
        "vi: Hai bên đã ký bốn mươi lăm thỏa thuận tại Hà Nội.",
        "zh: 双方在河内签署了45项协议。",
    ),
    (
        "en: The two sides signed 45 agreements in Hanoi.",
        "vi: Hai bên đã ký 40 thỏa thuận tại Hà Nội.",
        "zh: 双方在河内签署了35项协议。",
    ),
)

_AROUND = 2
"""Sentences before and behind that may carry the value instead."""
_WITNESSES = 2
_SHARE = 0.75
"""Of the other documents, how many must agree."""
_SHARE_OF_WORDS = 0.5
"""The same for a word and its opposite, which others may say in other words."""
_HEARD_BY_CHANCE = 0.25
"""Of the other documents, how many may seem to say a name that they do not."""
_HEARD_BY_ANY = 0.5
"""The same where none of them is in letters, of which there are enough."""
_TURNED_ROUND = frozenset({"before", "after", "won", "lost"})
"""A before B is B after A, and where one won the other lost."""
_POSSIBLE = 0.5
_LEAST_SOUNDS = 4


@dataclass(frozen=True, slots=True)
class _Side:
    """What one article says in a row, and in the sentences beside it."""

    article: Article
    said: Sequence[Sentence]
    beside: Sequence[Sentence]

    def facts(self, kind: str) -> list[Fact]:
        if kind == "bearer":
            return [fact for sentence in self.said for fact in _bearers(sentence)]
        found = (f for sentence in self.said for f in sentence.facts if f.kind == kind and _counts(f, sentence))
        return list(islice(found, MOST))

    @property
    def lettered(self) -> bool:
        voices = (fact.value for sentence in self.said for fact in sentence.facts)
        return all(in_letters(voice) for voice in voices if isinstance(voice, Voice))

    @property
    def negated(self) -> bool:
        return any(fact.kind == "negation" for sentence in self.said for fact in sentence.facts)

    def bearers(self, name: Fact) -> Iterator[Fact]:
        """The glossary's persons and places whose terms are part of a name."""
        for known in self.facts("bearer"):
            if known.span.start < name.span.end and name.span.start < known.span.end:
                yield known

    def answers(self, fact: Fact, other: "_Side") -> bool:
        """Whether it tells a fact of another side, if only beside, where the other does not tell it once more."""
        tells = _TELLS[fact.kind]
        if fact.kind == "called" and any(self.answers(known, other) for known in other.bearers(fact)):
            return True
        return tells(fact, self.said) or (tells(fact, self.beside) and not tells(fact, other.beside))


def check(event: Event) -> Iterator[Finding]:
    if len(event.alignments) < len(event.articles) * (len(event.articles) - 1) / 2:
        return  # the user named the source
    translations = frozenset(
        frozenset((id(alignment.source), id(alignment.target)))
        for alignment in event.alignments
        if any(pair.translation for pair in alignment.pairs)
    )
    places = {id(sentence): at for article in event.articles for at, sentence in enumerate(article.sentences)}
    for row in event.rows:
        sides = [_side(*told, places) for told in zip(event.articles, row.sentences, strict=True) if told[1]]
        found: list[Finding] = []
        if len(sides) > _WITNESSES:
            found = [finding for kind in _TELLS for finding in _outliers(sides, kind, translations)]
        elif len(sides) == _WITNESSES:
            kinds = ("opposite",) if _are_translations(sides[0], sides[1], translations) else tuple(_TELLS)
            found = [finding for kind in kinds for finding in _differing(sides[0], sides[1], kind)]
        yield from _apart(found)


def _apart(findings: Iterable[Finding]) -> Iterator[Finding]:
    """The findings, each place once: a name may be the glossary's and stand beside an office."""
    taken: set[tuple[int, int]] = set()
    for finding in findings:
        place = {(id(finding.at.document), offset) for offset in range(finding.at.start, finding.at.end)}
        if taken.isdisjoint(place):
            taken |= place
            yield finding


def _side(article: Article, said: Sequence[Sentence], places: Mapping[int, int]) -> _Side:
    first, last = places[id(said[0])], places[id(said[-1])]
    before = article.sentences[max(0, first - _AROUND) : first]
    return _Side(article, said, before + article.sentences[last + 1 : last + 1 + _AROUND])


def _are_translations(one: _Side, other: _Side, translations: Set[frozenset[int]]) -> bool:
    return frozenset((id(one.article), id(other.article))) in translations


def _outliers(sides: Sequence[_Side], kind: str, translations: Set[frozenset[int]]) -> Iterator[Finding]:
    """What one document says alone, where the others agree on something else."""
    for side in sides:
        others = [other for other in sides if other is not side]
        alone = [fact for fact in side.facts(kind) if _stands_alone(fact, side, others)]
        agreed = _agreed(side, others, kind) if alone else []
        for fact in alone:
            if fitting := [known for known in agreed if any(_comparable(fact, each) for each in known)]:
                usual = max(fitting, key=lambda known: likeness(fact, known[0], _plain))
                agreed.remove(usual)
                translated = any(_are_translations(side, other, translations) for other in others)
                yield _outlier(fact, usual, sides, sure=translated and not _turns_round(fact))


def _agreed(side: _Side, others: Sequence[_Side], kind: str) -> list[list[Fact]]:
    """What most of the others say and a side does not: for each value the facts that say it, one a document."""
    least = max(_WITNESSES, (_SHARE_OF_WORDS if kind == "opposite" else _SHARE) * len(others))
    found: list[list[Fact]] = []
    for other in others:
        if kind == "opposite" and other.negated != side.negated:
            continue
        for fact in other.facts(kind):
            if not _has(side, fact, other) and sum(each.answers(fact, other) for each in others) >= least:
                same = next((group for group in found if _SAME[kind](group[0], fact)), None)
                if same is None:
                    found.append([fact])
                elif all(known.span.document is not fact.span.document for known in same):
                    same.append(fact)
    return found


def _has(side: _Side, fact: Fact, other: _Side) -> bool:
    """Whether a side says a fact of another one too; of a name beside an office, whether beside that office."""
    name = fact.value
    if not (isinstance(name, Called) and name.offices):
        return side.answers(fact, other)
    named = (known.value for sentence in side.said for known in sentence.facts if isinstance(known.value, Called))
    return any(each.offices & name.offices and may_be(each, name) for each in named)


def _stands_alone(fact: Fact, side: _Side, others: Sequence[_Side]) -> bool:
    """Whether no other document says it; of a name that few seem to say, by its sound, they say another.

    A name in letters is seldom heard by chance where the other document has letters too.
    """
    saying = [other for other in others if other.answers(fact, side)]
    if not isinstance(fact.value, Called):
        return not saying
    lettered = [other for other in others if other.lettered]
    if side.lettered and len(lettered) >= _WITNESSES:
        return len(saying) <= len(others) * _HEARD_BY_ANY and not any(other.lettered for other in saying)
    return len(saying) <= len(others) * _HEARD_BY_CHANCE


def _outlier(fact: Fact, usual: Sequence[Fact], sides: Sequence[_Side], *, sure: bool) -> Finding:
    home = next(side for side in sides if side.article.document is usual[0].span.document)
    own = fact.span.document
    telling = [side for side in sides if side.article.document is not own and side.answers(usual[0], home)]
    spans = {id(known.span.document): known.span for known in usual}
    languages = ", ".join(language_name(side.article.language) for side in telling)
    return Finding(
        f"“{fact.span.text}” stands where {len(telling)} of {len(sides)} documents say “{usual[0].span.text}”",
        fact.span,
        related=tuple(spans.get(id(side.article.document), whole(side.said)) for side in telling),
        reason=f"this document alone says {_plain(fact)}; {_plain(usual[0])}: {languages}",
        confidence=None if sure else _POSSIBLE,
    )


def _differing(one: _Side, other: _Side, kind: str) -> Iterator[Finding]:
    """What two documents say differently, where nobody knows which is right."""
    if kind == "opposite" and one.negated != other.negated:
        return
    ours = [fact for fact in one.facts(kind) if not other.answers(fact, one)]
    theirs = [fact for fact in other.facts(kind) if not one.answers(fact, other)]
    for fact in ours:
        if fitting := [known for known in theirs if _comparable(fact, known)]:
            rival = max(fitting, key=lambda known: likeness(fact, known, _plain))
            theirs.remove(rival)
            yield Finding(
                f"“{fact.span.text}” and “{rival.span.text}” differ in two documents of one event",
                fact.span,
                related=(rival.span,),
                reason=f"this document says {_plain(fact)}, the other {_plain(rival)}",
                severity=Severity.NOTE,
                confidence=_POSSIBLE,
            )


def _bearers(sentence: Sentence) -> Iterator[Fact]:
    """The glossary's persons and places that a sentence mentions, in whatever script and spelling."""
    for mention in sentence.mentions:
        if mention.concept.kind in ("person", "place"):
            yield Fact("bearer", (mention.concept.kind, mention.concept.id), mention.span)


def _counts(fact: Fact, sentence: Sentence) -> bool:
    """Whether a fact says something of its own: not one, nor the day that a weekday comes to, nor a country."""
    if fact.kind == "date":
        by_article = (other for other in sentence.facts if other.kind in ("weekday", "day", "lunar"))
        return not any(other.span == fact.span for other in by_article)
    name = fact.value
    if isinstance(name, Called):
        return name.bounded and not name.country and max(map(len, name.words)) >= _LEAST_SOUNDS
    return fact.value != 1


def _comparable(fact: Fact, usual: Fact) -> bool:
    """Whether one may stand in the place of another: names of people beside the same office, opposites."""
    one, other = fact.value, usual.value
    if isinstance(one, Called) and isinstance(other, Called):
        voice = Voice(one.script, " ".join(one.words), one.characters, one.readings, one.families)
        return bool(one.offices & other.offices) and not may_say(voice, other)
    if isinstance(one, tuple) and fact.kind == "opposite":
        return one[::-1] == other
    if isinstance(one, tuple) and isinstance(other, tuple) and fact.kind == "bearer":
        return bool(one[0] == other[0])
    return True


def _turns_round(fact: Fact) -> bool:
    return isinstance(fact.value, tuple) and not _TURNED_ROUND.isdisjoint(fact.value)


def _plain(fact: Fact) -> str:
    """What was understood."""
    value = fact.value
    return str(value[0]) if fact.kind == "opposite" and isinstance(value, tuple) else said(fact)


def _tells_day(fact: Fact, sentences: Sequence[Sentence]) -> bool:
    """Whether sentences may tell a date or month, in words or figures."""
    _, *parts = fact.value if isinstance(fact.value, tuple) else ()
    for sentence in sentences:
        days = (other.value for other in sentence.facts if other.kind in ("date", "month", "time"))
        told = {part for value in days if isinstance(value, tuple) for part in value}
        numbers = {other.value for other in sentence.facts if isinstance(other.value, Decimal)}
        if told.union(numbers, figures(sentence.text)).issuperset(parts):
            return True
    return False


def _tells_weekday(fact: Fact, sentences: Sequence[Sentence]) -> bool:
    return any(
        other.value == fact.value if other.kind == "weekday" else weekday(other.value) == fact.value
        for sentence in sentences
        for other in sentence.facts
        if other.kind in ("weekday", "date")
    )


def _tells_lunar(fact: Fact, sentences: Sequence[Sentence]) -> bool:
    told = [other for sentence in sentences for other in sentence.facts if other.kind in ("lunar", "date")]
    return any(other.value == fact.value or other.kind == "date" for other in told)


def _mentions(fact: Fact, sentences: Sequence[Sentence]) -> bool:
    return any(fact.value == other.value for sentence in sentences for other in _bearers(sentence))


def _says(fact: Fact, sentences: Sequence[Sentence]) -> bool:
    return any(other.value == fact.value for sentence in sentences for other in sentence.facts)


def _names(fact: Fact, sentences: Sequence[Sentence]) -> bool:
    name = fact.value
    voices = (other.value for sentence in sentences for other in sentence.facts if isinstance(other.value, Voice))
    return isinstance(name, Called) and any(may_say(voice, name) for voice in voices)


def _equal(one: Fact, other: Fact) -> bool:
    return one.value == other.value


def _equal_days(one: Fact, other: Fact) -> bool:
    return isinstance(one.value, tuple) and isinstance(other.value, tuple) and one.value[1:] == other.value[1:]


def _equal_names(one: Fact, other: Fact) -> bool:
    return isinstance(one.value, Called) and isinstance(other.value, Called) and may_be(one.value, other.value)


_TELLS: Mapping[str, Callable[[Fact, Sequence[Sentence]], bool]] = {
    "number": is_told,
    "date": _tells_day,
    "month": _tells_day,
    "weekday": _tells_weekday,
    "lunar": _tells_lunar,
    "bearer": _mentions,
    "called": _names,
    "opposite": _says,
}
_SAME: Mapping[str, Callable[[Fact, Fact], bool]] = {
    "number": same_value,
    "date": _equal_days,
    "month": _equal_days,
    "weekday": _equal,
    "lunar": _equal,
    "called": _equal_names,
    "opposite": _equal,
    "bearer": _equal,
}

RULE = Rule(
    "XL501",
    "event-inconsistent",
    "One document of an event says another number, day or name than the others.",
    Event,
    check,
    Severity.ERROR,
    supersedes=("XL112", "XL201", "XL202"),
)
