"""One document of an event gives a different number, day or name than the others, or says the opposite.

**What it does.** Takes the sentences of all documents that say the same, in two languages or ten, and looks for the one
document that disagrees: it says 40 agreements where the others say 45, or another day; it has, next to the same office,
a name that no other document has, or another of the people or places in the glossary; or it says *elected* where the
others say *re-elected*. Values are compared as in `XL201` and `XL202`, people and places of the glossary in any script
and spelling, and 35 pairs of opposites (rise and fall, north and south, import and export) in twelve languages. The
finding is in the document that disagrees, and says how many others state the other value and, for the first five, in
which language. Where two independent reports differ, or two documents say opposites, it cannot know which is right:
that is a note, shown with `--pedantic`.

**Why it matters.** Each document is plausible by itself, and so may be each pair. The error shows only when all are
compared.

**What it does not do.** It needs at least two documents that agree, and none that agrees with the one that differs.
Translations of one text count as one document against any other text. A word that may mean something else (*thứ Ba*,
which is Tuesday and “third”) counts for nothing, and neither do number words on a page that lost its diacritics.
Where you name the source of the translations, and for two documents of which one is a translation of the other, `XL201`
and its neighbours apply instead. What a document leaves out is not a contradiction, and neither is an opposite that is
negated (*did not accept*, *rejected*). Before and after, won and lost are shown with `--pedantic`, because sentences
are often turned round; so are opposites in longer names (West Virginia), which may be named differently in other
languages. Of a sentence with more than 200 numbers, such as a table, the first 200 are compared, and at most 24 other
articles of an event are consulted.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from xlcheck.evidence.facts import likeness
from xlcheck.evidence.families import Translations
from xlcheck.evidence.outliers import Outlier, comparable, outliers, plain
from xlcheck.evidence.sides import KINDS, Side
from xlcheck.evidence.thresholds import THRESHOLDS
from xlcheck.lang import language_name
from xlcheck.model import Article, Event, Fact, Finding, Rule, Sentence, Severity, whole
from xlcheck.model.doubt import Doubt, raised
from xlcheck.model.facts import Opposite

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

_TURNED_ROUND = frozenset({"before", "after", "won", "lost"})
"""A before B is B after A, and where one won the other lost."""
_BEFORE, _BEHIND = re.compile(r"(\w)[\w'’]*[ -]$"), re.compile(r"[ -](\w)")
"""The first letter of the word before and behind."""


def check(event: Event) -> Iterator[Finding]:
    if event.sourced:
        return  # the user named the source
    translations = Translations.of(event)
    places = {id(sentence): at for article in event.articles for at, sentence in enumerate(article.sentences)}
    for row in event.rows:
        sides = [_side(*told, places) for told in zip(event.articles, row.sentences, strict=True) if told[1]]
        found: list[Finding] = []
        if len(sides) > THRESHOLDS.witnesses:
            found = [_outlier(each, sides, translations) for kind in KINDS for each in outliers(sides, kind)]
        elif len(sides) == THRESHOLDS.witnesses:
            kinds = (Opposite,) if translations.hold(sides[0].article, sides[1].article) else tuple(KINDS)
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


def _side(article: Article, said: Sequence[Sentence], places: Mapping[int, int]) -> Side:
    first, last = places[id(said[0])], places[id(said[-1])]
    before = article.sentences[max(0, first - THRESHOLDS.around) : first]
    return Side(article, said, before + article.sentences[last + 1 : last + 1 + THRESHOLDS.around])


def _outlier(found: Outlier, sides: Sequence[Side], translations: Translations) -> Finding:
    fact, usual, telling = found.fact, found.usual[0], found.telling
    translated = any(translations.hold(found.side.article, other.article) for other in sides if other is not found.side)
    known = (
        (Doubt.INDEPENDENT, not translated),
        (Doubt.TURNED_ROUND, _turns_round(fact)),
        (Doubt.IN_NAME, isinstance(fact, Opposite) and _is_in_name(fact)),
    )
    spans = {id(each.span.document): each.span for each in found.usual}
    return Finding(
        f"“{fact.span.text}” contradicts {len(telling)} of {len(sides)} documents, which say “{usual.span.text}”",
        fact.span,
        related=tuple(
            spans.get(id(side.article.document), whole(side.said)) for side in telling[: THRESHOLDS.articles_shown]
        ),
        reason=f"only this document says {plain(fact)}; {plain(usual)}: {_languages(telling)}",
        doubts=raised(*known),
    )


def _languages(sides: Sequence[Side]) -> str:
    """The languages of some documents, each once; of many the first few."""
    names = list(dict.fromkeys(language_name(side.article.language) for side in sides))
    rest = len(names) - THRESHOLDS.articles_shown
    return ", ".join(names[: THRESHOLDS.articles_shown]) + (f" and {rest} more" if rest > 0 else "")


def _differing(one: Side, other: Side, kind: type[Fact]) -> Iterator[Finding]:
    """What two documents say differently, where nobody knows which is right."""
    if kind is Opposite and one.negated != other.negated:
        return
    ours = [fact for fact in one.facts(kind) if not other.answers(fact, one)]
    theirs = [fact for fact in other.facts(kind) if not one.answers(fact, other)]
    for fact in ours:
        if fitting := [known for known in theirs if comparable(fact, known)]:
            rival = max(fitting, key=lambda known: likeness(fact, known, plain))
            theirs.remove(rival)
            yield Finding(
                f"“{fact.span.text}” and “{rival.span.text}” differ in two documents of one event",
                fact.span,
                related=(rival.span,),
                reason=f"this document says {plain(fact)}, the other {plain(rival)}",
                severity=Severity.NOTE,
                doubts=(Doubt.TWO_DOCUMENTS,),
            )


def _is_in_name(fact: Fact) -> bool:
    """Whether a word is part of a longer name, as the capitals beside it tell."""
    text, start, end = fact.span.document.text, fact.span.start, fact.span.end
    beside = (_BEFORE.search(text, max(0, start - THRESHOLDS.event_reach), start), _BEHIND.match(text, end))
    return fact.span.text[0].isupper() and any(found and found[1].isupper() for found in beside)


def _turns_round(fact: Fact) -> bool:
    return isinstance(fact, Opposite) and not _TURNED_ROUND.isdisjoint((fact.meaning, fact.contrary))


RULE = Rule(
    "XL501",
    "event-inconsistent",
    "One document of an event gives a different number, day or name than the others.",
    Event,
    check,
    Severity.ERROR,
    supersedes=("XL112", "XL201", "XL202"),
)
