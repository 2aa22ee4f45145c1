"""A term of the source has no accepted counterpart in its translation.

**What it does.** Where the source sentence has a glossary concept in an accepted form, and the glossary
has accepted terms for it in the target's language, the aligned target sentence should have one of
them. The finding lies on what stands there instead (a form that is not accepted, or the source's
term left as it was), else on the whole target.

**Why it matters.** A set term that was translated word for word, paraphrased or dropped no longer says
what the source says, though the sentence reads well.

**What it does not do.** It looks at translations only, never at independent reports of one event, nor
at sentences whose language is unknown, mixed or the source's own. It keeps quiet where the term may
be there in another shape: inflected (words alike up to their last letters), as part of a longer
word (Speicher in Speicherplatz), inside another term, or, for persons, as a surname or given name
alone (in Chinese characters the surname). It counts no occurrences: one accepted form in the target
answers for all in the source.

**Options.** None.
"""

import re
import unicodedata
from collections.abc import Iterator
from itertools import groupby

from xlcheck.model import (
    Concept,
    Finding,
    Mention,
    Pair,
    Rule,
    Sentence,
    Severity,
    Span,
    Term,
    same_language,
)
from xlcheck.model.language import UNDETERMINED

_LEADERS = """glossary: [[concept]]
id = "partnership"
kind = "phrase"
note = "how China and Việt Nam call their relations since 2008"
en = "comprehensive strategic cooperative partnership"
es = "asociación de cooperación estratégica integral"
vi = "đối tác hợp tác chiến lược toàn diện"
zh = { preferred = "全面战略合作伙伴关系", deprecated = ["综合战略合作关系"] }

[[concept]]
id = "to-lam"
kind = "person"
en = "Tô Lâm"
es = { preferred = "Tô Lâm", admitted = ["To Lam"] }
vi = "Tô Lâm"
zh = "苏林"
"""

BAD = (
    (
        _LEADERS,
        "en: They praised the comprehensive strategic cooperative partnership of both countries.",
        "zh: 他们高度评价两国的综合战略合作关系，并同意继续加强各领域合作。",
    ),
    (
        _LEADERS,
        "vi: Tổng Bí thư Tô Lâm khẳng định quan hệ Đối tác hợp tác chiến lược toàn diện.",
        "es: El secretario general To Lam reafirmó las buenas relaciones entre los dos países.",
    ),
)
GOOD = (
    (
        _LEADERS,
        "en: Tô Lâm praised the comprehensive strategic cooperative partnership of both countries.",
        "zh: 苏林高度评价两国的全面战略合作伙伴关系，并同意继续加强各领域合作。",
    ),
    (
        _LEADERS,
        "vi: Tổng Bí thư Tô Lâm nói về các quan hệ Đối tác hợp tác chiến lược toàn diện.",
        "es: El secretario Lam habló de las asociaciones de cooperación estratégica integral.",
    ),
)

_STEM = 4
_ENDING = 2
_LONGER = 3
_UNSPACED = re.compile("[\u0e00-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\U00020000-\U0003ffff]")


def check(pair: Pair) -> Iterator[Finding]:
    language = _one_language(pair.target)
    source = _one_language(pair.source)
    if not (pair.translation and language and source) or same_language(source, language):
        return
    mentions = [m for sentence in pair.source for m in sentence.mentions]
    missing: dict[str, list[Mention]] = {}
    for _, alike in groupby(mentions, key=lambda mention: mention.span):
        together = list(alike)
        if all(_is_missing(mention, language, pair.target) for mention in together):
            missing.setdefault(together[0].concept.id, []).extend(together[:1])
    for found in missing.values():
        yield _finding(found, language, pair.target)


def _one_language(sentences: tuple[Sentence, ...]) -> str | None:
    """The language of the sentences that have one, None where none has or they do not agree."""
    languages = [sentence.language for sentence in sentences if sentence.language != UNDETERMINED]
    if languages and all(same_language(languages[0], language) for language in languages):
        return languages[0]
    return None


def _is_missing(mention: Mention, language: str, target: tuple[Sentence, ...]) -> bool:
    concept = mention.concept
    accepted = concept.accepted(language)
    if not (accepted and mention.term.status.accepted):
        return False
    return not any(
        _has_mention(sentence, concept) or _has_form(sentence.text, concept, accepted) for sentence in target
    )


def _has_mention(sentence: Sentence, concept: Concept) -> bool:
    return any(mention.concept is concept and mention.term.status.accepted for mention in sentence.mentions)


def _has_form(text: str, concept: Concept, accepted: tuple[Term, ...]) -> bool:
    """Whether an accepted form, or what may be one, stands in the text."""
    text = _plain(text)
    words = re.findall(r"\w+", text)
    for form in (_plain(term.text) for term in accepted):
        own = re.findall(r"\w+", form)
        unspaced = _UNSPACED.search(form) is not None
        if form in text if unspaced else _is_part(form, text) or _is_inflected(own, words):
            return True
        if concept.kind == "person" and (_has_unspaced_name(own, text) if unspaced else _has_name(own, words)):
            return True
    return False


def _plain(text: str) -> str:
    return unicodedata.normalize("NFC", text).casefold()


def _is_part(form: str, text: str) -> bool:
    """Whether a form long enough to be no accident stands in the text, inside words too.

    One of three letters has to begin or end a word (Typ in Staffeltyp).
    """
    if len(form) >= _STEM:
        return form in text
    edge = rf"\b{re.escape(form)}|{re.escape(form)}\b"
    return len(form) == _STEM - 1 and re.search(edge, text) is not None


def _is_inflected(form: list[str], words: list[str]) -> bool:
    """Whether words that follow one another are the form's, but for their endings."""
    starts = range(len(words) - len(form) + 1)
    return any(all(map(_are_alike, form, words[start : start + len(form)])) for start in starts)


def _are_alike(one: str, other: str) -> bool:
    """Whether two words differ in their last letters only."""
    stem = max(_STEM, len(one) - _ENDING)
    return one == other or (one[:stem] == other[:stem] and len(other) <= len(one) + _LONGER)


def _has_name(name: list[str], words: list[str]) -> bool:
    """Whether a part of a person's name, surname or given name, is among the words."""
    return any(part in words for part in name if len(part) > 1)


def _has_unspaced_name(name: list[str], text: str) -> bool:
    """Whether a part of a name is in the text (トー・ラム), or the surname, which comes first (习近平)."""
    return any(part in text for part in (name if len(name) > 1 else (name[0][0],)))


def _finding(mentions: list[Mention], language: str, target: tuple[Sentence, ...]) -> Finding:
    concept = mentions[0].concept
    at, instead = _place(mentions[0], target)
    preferred = concept.preferred(language)
    message = f"“{mentions[0].span.text}” has no accepted counterpart in the translation"
    return Finding(
        f"{message}; “{at.text}” stands there" if instead else message,
        at,
        related=tuple(mention.span for mention in mentions),
        suggestion=preferred.text if preferred else "",
        reason=concept.note,
    )


def _place(source: Mention, target: tuple[Sentence, ...]) -> tuple[Span, bool]:
    """What stands in place of a term, and True; else the target, and False."""
    for sentence in target:
        for mention in sentence.mentions:
            if mention.concept is source.concept:
                return mention.span, True
        written = re.escape(source.span.text)
        found = re.search(written if _UNSPACED.search(source.span.text) else rf"(?<!\w){written}(?!\w)", sentence.text)
        if found:
            start, end = (sentence.span.start + offset for offset in found.span())
            return Span(sentence.span.document, start, end), True
    first, last = target[0].span, target[-1].span
    return Span(first.document, first.start, max(first.end, last.end)), False


RULE = Rule(
    "XL102",
    "term-missing",
    "A term of the source has no accepted counterpart in its translation.",
    Pair,
    check,
    Severity.WARNING,
)
