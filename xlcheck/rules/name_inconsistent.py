"""A name is spelt in two ways in one article, or across an outlet.

**What it does.** Tô Lâm and To Lam, and Việt Nam, Vietnam and Viet Nam, are each one name in spellings that differ only
in diacritics, spaces or hyphens. Where an article uses several, the forms that it uses less often are reported, each
once, with the counts and the other places; where the glossary has one of them, all others are reported. Forms used
equally often are a note, and the first counts as the usual one.

The same applies to an outlet, that is, all articles of a run in one language. Where at least seven of them, and three
in four, write a name of several words in one way, that is the outlet's spelling, whatever the count in an article,
unless the glossary prefers another form that is used as well. An article that has only the other form gets a note.

**Why it matters.** Readers wonder whether these are two people or places, and a search finds only some of the articles.

**What it does not do.** A surname or given name alone after the full name is not another form. It ignores names in
quoted text, in code, in stretches of another language and in capitals throughout (headlines), words that open a
sentence and are not a name elsewhere, common words of the language, numbers and dates, names whose other words differ
(María Gómez, Maria Smith), and two forms that both have diacritics (Hà, Hạ) or are one Vietnamese syllable (Nam, Năm),
which are two names. Names in programs (MailQueue for Mail Queue) are reported with `--pedantic` only. Across articles,
single words are compared with the glossary only, because Müller and Muller may be two people. Forms that the glossary
admits are correct in an outlet that does not mostly use another.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

from xlcheck.evidence.edits import renamed
from xlcheck.evidence.fixes import fix
from xlcheck.evidence.habit import habit
from xlcheck.evidence.names.forms import name_key
from xlcheck.evidence.names.spellings import Forms, Use, are_doubtful, comparable, is_long, spellings, uses_of, written
from xlcheck.evidence.thresholds import THRESHOLDS
from xlcheck.lang import Language
from xlcheck.model import Article, Concept, Finding, Rule, Severity, Span, primary
from xlcheck.model.collection import Collection
from xlcheck.model.doubt import Doubt, raised
from xlcheck.model.edit import Edit
from xlcheck.model.fix import Evidence

BAD = (
    (
        "en: Tô Lâm spoke with Xi Jinping by telephone on Monday.\n"
        "The call was arranged by the office of Tô Lâm at short notice.\n"
        "Later that day To Lam left for Hue.",
    ),
    (
        "ru: Президент посетил Нью-Йорк в понедельник и выступил с речью.\n"
        "Погода в городе Нью-Йорк была хорошей, сообщили журналисты.\n"
        "После этого он покинул Нью Йорк и вернулся домой.",
    ),
    (
        "es: El presidente viajó ayer a Việt Nam para una visita de Estado.\n"
        "La visita a Vietnam durará tres días, según el Gobierno.\n"
        "En Vietnam lo recibirán las autoridades del país.",
    ),
)
GOOD = (
    (
        "en: Tô Lâm spoke with Xi Jinping by telephone on Monday.\n"
        "The call was arranged by the office of Lâm at short notice.\n"
        "TO LAM LEAVES FOR HUE.",
    ),
    (
        "vi: Bà Hà gặp ông Hạ ở thủ đô vào sáng thứ Hai tuần trước.\n"
        "Sau đó bà Hà trở về nhà và nói chuyện với các phóng viên.",
    ),
    (
        "ru: В понедельник Алёна Иванова и Алена Петрова приехали в Москву.\n"
        "Затем Иванова выступила с речью перед журналистами.",
    ),
)


@dataclass(frozen=True, slots=True)
class _House:
    """How an outlet writes a name: as the `glossary` prefers, or as most articles do.

    `count` articles keep to it, `places` are some of those; `beside` are forms that are right as well.
    """

    form: str
    glossary: bool
    count: int
    places: tuple[Span, ...]
    beside: frozenset[str]


def check(collection: Collection) -> Iterator[Finding]:
    for language, articles in collection.outlets.items():
        names = _varied(articles)
        houses = _houses(articles, [names[article] for article in articles])
        for article in articles:
            yield from _in_article(names[article], houses, primary(language))


def _varied(articles: Sequence[Article]) -> Mapping[Article, Mapping[str, Forms]]:
    """The names of each article that have several forms in the outlet, by their keys."""
    forms: defaultdict[str, set[str]] = defaultdict(set)
    for article in articles:
        for key, form in spellings(article):
            forms[key].add(form)
    varied = {key for key, of_key in forms.items() if len(of_key) > 1}
    return {article: uses_of(article, varied) for article in articles}


def _in_article(names: Mapping[str, Forms], houses: Mapping[str, _House], language: str) -> Iterator[Finding]:
    reported: list[Span] = []
    for key in sorted(names, key=lambda key: (-len(key), key)):
        for finding in _outliers(names[key], houses.get(key), language):
            if not any(span.start <= finding.at.start and finding.at.end <= span.end for span in reported):
                reported += (span for span in (finding.at, *finding.related) if span.document is finding.at.document)
                yield finding


def _houses(articles: Sequence[Article], names: Iterable[Mapping[str, Forms]]) -> Mapping[str, _House]:
    """How an outlet writes its names, by their keys, as far as it has a way."""
    ways: defaultdict[str, list[tuple[str, Span]]] = defaultdict(list)
    for of_article in names:
        for key, forms in of_article.items():
            if whole := _whole(forms):
                form = max(whole, key=lambda form: len(whole[form]))
                ways[key].append((form, whole[form][0].span))
    accepted = _accepted(articles)
    houses = ((key, _house(ways[key], accepted.get(key, ()))) for key in dict.fromkeys((*accepted, *ways)))
    return {key: house for key, house in houses if house}


def _house(ways: Sequence[tuple[str, Span]], accepted: Sequence[str]) -> _House | None:
    """The form that the glossary prefers if it is used at all, else that of most articles.

    `ways` are the form of each article and where it stands; of a name of one word most articles tell nothing.
    """
    used = [form for form, _ in ways]
    most = habit(used) if any(map(is_long, used)) else None
    usual = most[0] if most else ""
    preferred = accepted[0] if accepted else ""
    form = preferred if preferred in used else usual or preferred
    if not form:
        return None
    beside = frozenset() if form == usual else frozenset(accepted)
    places = islice((span for way, span in ways if way == form), THRESHOLDS.forms_shown)
    return _House(form, form == preferred, used.count(form), tuple(places), beside)


def _accepted(articles: Iterable[Article]) -> dict[str, list[str]]:
    """The glossary's forms of the persons and places that the articles mention, by key, the preferred one first."""
    languages: dict[Concept, str] = {}
    for article in articles:
        for sentence in article.sentences:
            for mention in sentence.mentions:
                if mention.concept.kind in ("person", "place"):
                    languages.setdefault(mention.concept, article.language)
    accepted: dict[str, list[str]] = {}
    for concept, language in languages.items():
        if preferred := concept.preferred(language):
            forms = [written(term.text) for term in (preferred, *concept.accepted(language))]
            accepted[name_key(preferred.text)] = forms
    return accepted


def _named(forms: Forms) -> Forms:
    """The forms that are names elsewhere than at the start of a sentence, too."""
    return {form: uses for form, uses in forms.items() if not all(use.opens for use in uses)}


def _whole(forms: Forms) -> Forms:
    """The uses of forms as a whole name, as far as there are such."""
    whole = {form: [use for use in uses if not use.company] for form, uses in _named(forms).items()}
    return {form: uses for form, uses in whole.items() if uses}


def _departures(forms: Forms, house: _House, language: str) -> Iterator[Finding]:
    """Findings on an article that has other forms of a name than its outlet, and not that one."""
    for form, uses in _whole(forms).items():
        if form not in house.beside and comparable(form, house.form, language):
            known = (
                (Doubt.ONE_WORD, not (is_long(form) or is_long(house.form))),
                (Doubt.TWO_NAMES, are_doubtful(form, house.form, language)),
            )
            yield Finding(
                f"“{form}” in this article, but “{house.form}” in {_others(house.count)}",
                uses[0].span,
                related=(*house.places, *(use.span for use in uses[1:])),
                suggestion=house.form,
                reason=_reason(house) if house.glossary else "",
                severity=Severity.NOTE,
                doubts=raised(*known),
                fix=fix(_everywhere(uses, house.form), Evidence.USAGE) if house.glossary else None,
            )


def _others(count: int) -> str:
    return "another" if count == 1 else f"{count} others"


def _outliers(forms: Forms, house: _House | None, language: str) -> Iterator[Finding]:
    named = _named(forms)
    if house and house.count and house.form not in named and (told := list(_departures(forms, house, language))):
        yield from told
        return
    if len(named) < 2:
        return
    style = house if house and house.form in named else None
    usual = style.form if style else max(named, key=lambda form: (len(named[form]), -named[form][0].span.start))
    for form, uses in named.items():
        same = [use for use in uses if _one_name(use, named[usual])]
        if form != usual and same and comparable(form, usual, language):
            alike = {use.company for use in same} & {use.company for use in named[usual]}
            more = style is not None or len(uses) < len(named[usual])
            apart = are_doubtful(form, usual, language)
            known = (
                (Doubt.LONGER_NAME, not alike),
                (Doubt.EVEN, not any(alike) and not more),
                (Doubt.CAPITALISED_NOUN, not any(alike) and Language.of(language).traits.capitalised_nouns),
                (Doubt.TWO_NAMES, apart),
            )
            doubts = raised(*known)
            edits = _edits(same, named[usual]) if more and not apart else ()
            yield _finding(form, same, (usual, named[usual]), house=style, doubts=doubts, edits=edits)


def _one_name(use: Use, others: Sequence[Use]) -> bool:
    """Whether the words beside it and beside one of the others do not make them two."""
    return any(use.company <= other.company or other.company <= use.company for other in others)


def _edits(uses: Sequence[Use], others: Sequence[Use]) -> tuple[Edit, ...]:
    """The usual form in every place, where the same words stand beside it and beside the usual form somewhere."""
    known = {use.company for use in others}
    right = " ".join(others[0].span.text.split())
    alike = all(use.company in known for use in uses)
    return _everywhere(uses, right) if alike else ()


def _everywhere(uses: Sequence[Use], form: str) -> tuple[Edit, ...]:
    return tuple(edit for use in uses for edit in renamed(use.span, form))


def _reason(house: _House | None) -> str:
    if house is None:
        return "the text spells it this way more often, or first"
    return "the glossary spells it this way" if house.glossary else f"{house.count} articles spell it this way"


def _finding(
    form: str,
    uses: Sequence[Use],
    other: tuple[str, Sequence[Use]],
    *,
    house: _House | None,
    doubts: tuple[Doubt, ...],
    edits: tuple[Edit, ...],
) -> Finding:
    usual, others = other
    return Finding(
        f"“{form}” is spelt “{usual}” elsewhere in this text ({len(uses)} versus {len(others)} times)",
        uses[0].span,
        related=(others[0].span, *(use.span for use in uses[1:])),
        suggestion=usual,
        reason=_reason(house),
        fix=fix(edits, Evidence.USAGE),
        severity=Severity.NOTE if len(uses) == len(others) and not house else None,
        doubts=doubts,
    )


RULE = Rule(
    "XL113",
    "name-inconsistent",
    "A name is spelt in two ways in one article, or across an outlet.",
    Collection,
    check,
    Severity.WARNING,
)
