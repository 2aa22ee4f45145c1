"""A name is spelt in two ways within one article.

**What it does.** Tô Lâm and To Lam, Việt Nam, Vietnam and Viet Nam are each one name in spellings that differ by
diacritics, blanks or hyphens alone. Where an article uses several, the forms that it uses less are reported, each
once, with the counts and the other places; where the glossary has one of them, all others are. Forms used equally
often are a note: the first counts as the usual one.

**Why it matters.** A reader wonders whether these are two people or places, and a search finds half of the text.

**What it does not do.** A surname or given name alone after the full name is no other form. It compares no two
articles, and leaves alone names in quoted text, in stretches of another language, in capitals throughout
(headlines), words that open a sentence and are no name elsewhere, names whose other words differ (María Gómez, Maria
Smith), and two forms that both have diacritics (Hà, Hạ), which in Vietnamese are two names.

**Options.** None.
"""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from xlcheck.model import Article, Finding, Rule, Sentence, Severity, Span, primary, same_language
from xlcheck.model.name import name_key
from xlcheck.model.sound import Called

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

_WORD = re.compile(r"(?:[^\W\d_][\u0300-\u036f]*)+(?:[-‐'’](?:[^\W\d_][\u0300-\u036f]*)+)*")
_MOST_WORDS = 4
_LEAST = 3
"""Letters of a name compared: shorter words are alike by chance."""

_CAPITALISED_NOUNS = ("de", "lb")
_LIKELY = 0.6
"""Confidence where one stands alone and the other in a longer name (Flórida, Florida Institute), where both
may be nouns or stand equally often."""


@dataclass(frozen=True, slots=True)
class _Use:
    """A name where it stands; `company` are the keys of the other words of the whole name there."""

    span: Span
    form: str
    company: frozenset[str]
    opens: bool


def check(article: Article) -> Iterator[Finding]:
    forms: defaultdict[str, defaultdict[str, list[_Use]]] = defaultdict(lambda: defaultdict(list))
    for sentence in article.sentences:
        if same_language(sentence.language, article.language) and not sentence.quoted:
            for use in _uses(sentence):
                forms[name_key(use.form)][use.form].append(use)
    accepted = _accepted(article)
    reported: list[Span] = []
    for key in sorted(forms, key=lambda key: (-len(key), key)):
        for finding in _outliers(forms[key], accepted.get(key), primary(article.language)):
            if not any(span.start <= finding.at.start and finding.at.end <= span.end for span in reported):
                reported += [finding.at, *finding.related]
                yield finding


def _uses(sentence: Sentence) -> Iterator[_Use]:
    """The names of a sentence, and every stretch of neighbouring words in them."""
    foreign = [stretch.span for stretch in sentence.foreign]
    for fact in sentence.facts:
        if not isinstance(fact.value, Called) or not fact.value.bounded or fact.value.script not in ("Latn", "Cyrl"):
            continue
        abroad = any(span.start <= fact.span.start < span.end for span in foreign)
        if abroad or _in_quotation_marks(sentence, fact.span):
            continue
        words = list(_WORD.finditer(fact.span.text))
        named = [fact.span.start + word.start() > sentence.span.start for word in words]
        for first in range(len(words)):
            for last in range(first, min(first + _MOST_WORDS, len(words))):
                start, end = words[first].start(), words[last].end()
                text = fact.span.text[start:end]
                if len(name_key(text)) >= _LEAST and not text.isupper():
                    around = (at for at in range(len(words)) if named[at] and not first <= at <= last)
                    span = Span(fact.span.document, fact.span.start + start, fact.span.start + end)
                    opens = span.start == sentence.span.start
                    yield _Use(span, _written(text), frozenset(name_key(words[at][0]) for at in around), opens)


def _written(text: str) -> str:
    """The form that is compared: composed, with one kind of blank, hyphen and apostrophe."""
    composed = unicodedata.normalize("NFC", " ".join(text.split()))
    return composed.replace("‐", "-").replace("’", "'")


_QUOTED = re.compile('[“"«„「『‘][^”"»“」』’]*[”"»“」』’]')


def _in_quotation_marks(sentence: Sentence, span: Span) -> bool:
    at = span.start - sentence.span.start
    return any(found.start() < at < found.end() for found in _QUOTED.finditer(sentence.text))


def _accepted(article: Article) -> dict[str, str]:
    """The glossary's preferred forms of what the article mentions, by key."""
    concepts = dict.fromkeys(m.concept for sentence in article.sentences for m in sentence.mentions)
    preferred = (concept.preferred(article.language) for concept in concepts if concept.kind in ("person", "place"))
    return {name_key(term.text): _written(term.text) for term in preferred if term}


def _outliers(forms: dict[str, list[_Use]], house: str | None, language: str) -> Iterator[Finding]:
    named = {form: uses for form, uses in forms.items() if not all(use.opens for use in uses)}
    if len(named) < 2:
        return
    usual = house if house in named else max(named, key=lambda form: (len(named[form]), -named[form][0].span.start))
    for form, uses in named.items():
        same = [use for use in uses if _one_name(use, named[usual])]
        if form != usual and same and _comparable(form, usual):
            alike = {use.company for use in same} & {use.company for use in named[usual]}
            more = house == usual or len(uses) < len(named[usual])
            sure = any(alike) or (bool(alike) and more and language not in _CAPITALISED_NOUNS)
            yield _finding(form, same, (usual, named[usual]), house=usual == house, sure=sure)


def _one_name(use: _Use, others: Sequence[_Use]) -> bool:
    """Whether the words beside it and beside one of the others do not make them two."""
    return any(use.company <= other.company or other.company <= use.company for other in others)


def _comparable(one: str, other: str) -> bool:
    """Whether forms differ by more than capitals, and not in diacritics that both have."""
    plain = [form.casefold() for form in (one, other)]
    if plain[0] == plain[1]:
        return False
    joined = [re.sub(r"[\s'-]", "", form) for form in plain]
    return joined[0] == joined[1] or any(_bare(form) for form in joined)


def _bare(form: str) -> bool:
    return name_key(form) == form


def _finding(form: str, uses: Sequence[_Use], other: tuple[str, Sequence[_Use]], *, house: bool, sure: bool) -> Finding:
    usual, others = other
    return Finding(
        f"“{form}” is “{usual}” elsewhere in this text ({len(uses)} to {len(others)})",
        uses[0].span,
        related=(others[0].span, *(use.span for use in uses[1:])),
        suggestion=usual,
        reason="the glossary writes it so" if house else "the text writes it so more often, or first",
        severity=Severity.NOTE if len(uses) == len(others) and not house else None,
        confidence=None if sure else _LIKELY,
    )


RULE = Rule(
    "XL113",
    "name-inconsistent",
    "A name is spelt in two ways within one article.",
    Article,
    check,
    Severity.WARNING,
)
