"""A word has look-alike letters of another script, or is composed differently than the rest of the text.

**What it does.** Reports Cyrillic or Greek letters in a Latin word, and the other way round, where they look the same
(а in “Pаrty”); in Vietnamese, the D of another alphabet (Ð, U+00D0, instead of Đ); and, in a text that writes its
accented letters as single characters (NFC), the places where they consist of a letter and a combining mark (NFD), and
the other way round.

**Why it matters.** The reader sees no difference, but search, glossary, spelling checker and links do.

**What it does not do.** It leaves intentional mixtures alone (μm), abbreviations and numerals with an ending in another
script (USBшный, XIXв.), and a text that uses one normal form throughout, whichever it is.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import Literal

from xlcheck.evidence.alphabets import own_script
from xlcheck.lang.scripts import TOKEN, script
from xlcheck.model import Article, Finding, Rule, Sentence, Severity, Span
from xlcheck.model.edit import Edit
from xlcheck.model.facts import Lookalike
from xlcheck.model.fix import Evidence, Fix

BAD = (
    ("en: The Communist P\u0430rty held its congress in Hanoi.",),
    ("ru: Пере\u0433ово\u0440ы п\u0070ошли в Моск\u0432е.",),
    ("vi: Hội nghị đã thành công tốt đẹp, hai bên nhất trí tăng cường ho\u031b\u0323p tác.",),
    ("vi: \u00d0oàn đại biểu đã đến Hà Nội hôm qua để dự hội nghị cấp cao.",),
)
GOOD = (
    ("en: The Communist Party measured 5 μm in Hanoi.",),
    ("ru: Переговоры прошли в Москве.",),
    ("vi: Hội nghị đã thành công tốt đẹp, hai bên nhất trí tăng cường hợp tác.",),
    ("vi: " + unicodedata.normalize("NFD", "Hội nghị đã thành công tốt đẹp, hai bên nhất trí tăng cường hợp tác."),),
)

_JOINED_BEFORE = re.compile(r"(?P<letter>[^\W\d_])[-\u2010\u2011]\Z")
_JOINED_BEHIND = re.compile(r"[-\u2010\u2011](?P<letter>[^\W\d_])")
_WORD = re.compile(TOKEN)


def check(article: Article) -> Iterator[Finding]:
    for sentence in article.sentences:
        for fact in sentence.facts.of(Lookalike):
            odd, mixed = _odd(fact.span.text, fact.right)
            how = (
                "mixes look-alike letters of two scripts" if mixed else "has a look-alike instead of one of its letters"
            )
            yield Finding(
                message=f"“{fact.span.text}” {how}",
                at=fact.span,
                suggestion=fact.right,
                reason=f"“{odd}” is {unicodedata.name(odd, '').lower()}",
                fix=Fix((Edit(fact.span, fact.right),), _evidence(fact.span, fact.right, sentence)),
            )
    yield from _normal_forms(article)


def _evidence(at: Span, right: str, sentence: Sentence) -> Evidence:
    """Letters alone show what is meant in a word of the language that has one strange letter, or most its own.

    What a hyphen joins to a word of another script is of that script (Coca-Cola in Russian).
    """
    strange = [one for one, other in zip(at.text, right, strict=True) if one != other]
    few = len(strange) == 1 or (2 * len(strange) < len(right) and not any(map(str.isupper, strange[1:])))
    start, end = at.start - sentence.span.start, at.end - sentence.span.start
    found = (_JOINED_BEFORE.search(sentence.text[:start]), _JOINED_BEHIND.match(sentence.text[end:]))
    own = script(right[0])
    joined = any(each and script(each["letter"]) != own for each in found)
    surely = own == own_script(sentence.language, sentence.text) and few
    return Evidence.LETTERS if surely and not joined else Evidence.LIKENESS


def _odd(word: str, right: str) -> tuple[str, bool]:
    """The first letter that is another one in the right word, and whether they are of two scripts."""
    odd, meant = next(both for both in zip(word, right, strict=True) if both[0] != both[1])
    return odd, _script(odd) != _script(meant)


def _script(letter: str) -> str:
    return unicodedata.name(letter, "").partition(" ")[0]


def _normal_forms(article: Article) -> Iterator[Finding]:
    """One finding: the first word in the rarer form of the two."""
    if all(unicodedata.is_normalized("NFC", sentence.text) for sentence in article.sentences):
        return
    words = [word for sentence in article.sentences for word in _words(sentence)]
    split = [word for word in words if unicodedata.normalize("NFC", word.text) != word.text]
    rest = [word for word in words if unicodedata.normalize("NFC", word.text) == word.text]
    whole = [word for word in rest if unicodedata.normalize("NFD", word.text) != word.text]
    if not (split and whole):
        return
    usual: Literal["NFC", "NFD"]
    rarer, form, usual = (split, "NFD", "NFC") if len(split) <= len(whole) else (whole, "NFC", "NFD")
    others = f" and {len(rarer) - 1} more are" if len(rarer) > 1 else " is"
    yield Finding(
        message=f"“{rarer[0].text}”{others} in normal form {form}, the rest of the text in {usual}",
        at=rarer[0],
        related=tuple(rarer[1:4]),
        suggestion=f"normalise the text to {usual}",
        reason="a search finds only one of the two forms",
        fix=Fix(tuple(Edit(word, unicodedata.normalize(usual, word.text)) for word in rarer), Evidence.LETTERS),
        severity=Severity.NOTE,
    )


def _words(sentence: Sentence) -> Iterator[Span]:
    start, document = sentence.span.start, sentence.span.document
    for match in _WORD.finditer(sentence.text):
        yield Span(document, start + match.start(), start + match.end())


RULE = Rule(
    "XL304",
    "mixed-script",
    "Look-alike letters or Unicode normal forms are mixed.",
    Article,
    check,
    Severity.WARNING,
)
