"""How names are spelt in an article: every stretch of neighbouring words in them, by what its spellings share."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from xlcheck.evidence.names.forms import name_key
from xlcheck.evidence.names.spoken import WITH_CAPITALS
from xlcheck.evidence.protected import in_code, is_identifier
from xlcheck.evidence.thresholds import THRESHOLDS
from xlcheck.evidence.vocabulary import is_word, knows_words
from xlcheck.lang import Language
from xlcheck.lang.scripts import WORD
from xlcheck.model.document import Span
from xlcheck.model.facts import Amount, When
from xlcheck.model.language import same_language
from xlcheck.model.name import Name
from xlcheck.model.ranges import joined, meets
from xlcheck.model.text import Article, Sentence

_WORD = re.compile(rf"{WORD}(?:[-‐'’]{WORD})*")
_QUOTED = re.compile('[“"«„「『‘][^”"»“」』’]*[”"»“」』’]')
_OPENS = re.compile(r"(?:\A|[.!?…:;¡¿()\[\]{}|•*>/—–-])[\s\"“”«»„‘’'*_#]*\Z")
"""What stands in front of a word that has a capital whatever it is."""
_SYLLABLE = re.compile(
    "(?:b|ch?|d|g[hi]?|h|kh?|l|m|ngh?|nh?|ph?|qu|r|s|th?|tr|v|x)?[aeiouy]{1,3}(?:ng|nh|[mn])?", re.IGNORECASE
)
"""A Vietnamese syllable that needs no mark: those in p, t, c and ch always have a tone."""
_MARKED_VOWELS = re.compile("ie|ye|uo", re.IGNORECASE)
"""Vietnamese has iê, yê, uô and ươ alone."""


@dataclass(frozen=True, slots=True)
class Use:
    """A name where it stands, in the `form` that is compared.

    `company` are the keys of the other words of the whole name there; `opens` says that it opens a sentence, where
    any word has a capital.
    """

    span: Span
    form: str
    company: frozenset[str]
    opens: bool


Forms = Mapping[str, Sequence[Use]]
"""The forms of one name in an article, and where each stands."""


class _Part(NamedTuple):
    """A stretch of a name's words: where it is in the name, and what `Use` says of it."""

    start: int
    end: int
    key: str
    form: str
    company: frozenset[str]


def spellings(article: Article) -> set[tuple[str, str]]:
    """The keys (`name_key`) and forms of the names in an article.

    Left out are quoted text, what is in another language than the article, and capitals throughout.
    """
    return {(part.key, part.form) for _, _, parts in _names(article) for part in parts}


def uses_of(article: Article, keys: Container[str]) -> dict[str, Forms]:
    """Where the names of some keys stand in an article, in reading order; no words of its language."""
    found: defaultdict[str, defaultdict[str, list[Use]]] = defaultdict(lambda: defaultdict(list))
    small: frozenset[str] | None = None
    for span, opens, parts in _names(article):
        for part in parts:
            if part.key in keys:
                small = _small(article) if small is None else small
                if part.form.lower() in small or is_word(part.form, article.language):
                    continue
                here = Span(span.document, span.start + part.start, span.start + part.end)
                use = Use(here, part.form, part.company, opens and not part.start)
                found[part.key][part.form].append(use)
    return dict(found)


def _small(article: Article) -> frozenset[str]:
    """The words that an article writes with small letters too."""
    return frozenset(word for word in _WORD.findall(written(article.document.text)) if word.islower())


def written(name: str) -> str:
    """The form that is compared: composed, with one kind of blank, hyphen and apostrophe."""
    composed = unicodedata.normalize("NFC", " ".join(name.split()))
    return composed.replace("‐", "-").replace("’", "'")


def is_long(name: str) -> bool:
    """Whether a name is of several words: one alone may be another's."""
    return len(_WORD.findall(name)) > 1


def comparable(one: str, other: str, language: str) -> bool:
    """Whether forms differ by more than capitals, and not in diacritics that both have.

    A Vietnamese syllable alone is another word with another mark (Nam, Năm).
    """
    plain = [form.casefold() for form in (one, other)]
    if plain[0] == plain[1] or (
        Language.of(language).traits.tone_marks and not is_long(one) and _may_be_vietnamese(one, other)
    ):
        return False
    joined = [re.sub(r"[\s'-]", "", form) for form in plain]
    return joined[0] == joined[1] or any(name_key(form) == form for form in joined)


def are_doubtful(one: str, other: str, language: str) -> bool:
    """Whether two comparable forms may be two names, or the one what programs call the other: MailQueue, Mail Queue.

    So may forms of one word in a language whose common words are not known, and in Vietnamese two names of several
    syllables of which one has no mark (Thanh Hoa, Thanh Hóa).
    """
    if is_identifier(one) or is_identifier(other):
        return True
    if not (is_long(one) or is_long(other)) and not knows_words(language):
        return True
    words = zip(one.casefold().split(), other.casefold().split(), strict=False)
    few = sum(here != there for here, there in words) < THRESHOLDS.bare_syllables
    return Language.of(language).traits.tone_marks and few and _may_be_vietnamese(one, other)


def _may_be_vietnamese(one: str, other: str) -> bool:
    """Whether the form without marks consists of Vietnamese syllables that need none."""
    plain = one if one.isascii() else other
    return all(_SYLLABLE.fullmatch(word) and not _MARKED_VOWELS.search(word) for word in plain.split())


def _names(article: Article) -> Iterator[tuple[Span, bool, Sequence[_Part]]]:
    """Names, whether they open a sentence, and their parts."""
    for sentence in article.sentences:
        if sentence.quoted or not same_language(sentence.language, article.language):
            continue
        named = [name.span for name in sentence.facts.of(Name) if _is_spelt(name)]
        aside = _aside(sentence) if named else ()
        for span in named:
            if not meets(aside, span.start, span.start + 1) and not in_code(span):
                yield span, (opens := _opens(sentence, span.start)), _parts(span.text, opens)


def _opens(sentence: Sentence, start: int) -> bool:
    """Whether a word has a capital whatever it is."""
    at = start - sentence.span.start
    return _OPENS.search(sentence.text[max(0, at - THRESHOLDS.opening_reach) : at]) is not None


def _is_spelt(name: Name) -> bool:
    return name.bounded and name.script in WITH_CAPITALS


def _aside(sentence: Sentence) -> Sequence[tuple[int, int]]:
    """What stands in quotation marks or in another language, or is a number or a date; in order, apart."""
    start = sentence.span.start
    counted = ((fact.span.start, fact.span.end) for fact in sentence.facts.of(Amount, When))
    quoted = ((start + found.start() + 1, start + found.end()) for found in _QUOTED.finditer(sentence.text))
    foreign = ((stretch.span.start, stretch.span.end) for stretch in sentence.foreign)
    return tuple(joined((*quoted, *counted, *foreign)))


@lru_cache(maxsize=1 << 14)  # names recur
def _parts(name: str, opens: bool) -> tuple[_Part, ...]:
    words = list(_WORD.finditer(name))
    parts = []
    for first in range(len(words)):
        for last in range(first, min(first + THRESHOLDS.spelt_words, len(words))):
            start, end = words[first].start(), words[last].end()
            key = name_key(name[start:end])
            if len(key) >= THRESHOLDS.spelt_letters and not name[start:end].isupper():
                around = (
                    word for at, word in enumerate(words) if not first <= at <= last and (word.start() or not opens)
                )
                company = frozenset(name_key(word[0]) for word in around)
                parts.append(_Part(start, end, key, written(name[start:end]), company))
    return tuple(parts)
