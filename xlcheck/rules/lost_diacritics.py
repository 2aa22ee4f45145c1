"""Text was typed without diacritics, or lost them in some system.

**What it does.** Reports Vietnamese sentences without a single diacritic (“Tong Bi thu da den Bac Kinh”), and German,
Spanish, French and Portuguese sentences in which more words lack the diacritics that they always have than there are
words with any (“la nacion tambien”). Neighbouring sentences are one finding; the suggestion gives the correct forms of
the words.

**Why it matters.** Without its diacritics, a word is another word or none. Readers stumble, search fails, and glossary
terms are not found.

**What it does not do.** A single typing error among correctly written words is a spelling error, not lost diacritics.
Names, capitalised words and words that are correct in both forms (esta, está) are ignored.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import partial
from itertools import groupby

from xlcheck.evidence.thresholds import THRESHOLDS
from xlcheck.lang import language_name
from xlcheck.lang.scripts import WORD
from xlcheck.model import Article, Finding, Rule, Sentence, Severity, Span, primary
from xlcheck.model.facts import Unaccented

BAD = (
    ("vi: Tong Bi thu da den Bac Kinh de hoi dam voi cac nha lanh dao.",),
    ("es: La nacion tambien pidio mas informacion a la administracion despues del tifon.",),
    ("en: The talks took place.\nThey went well.", "vi: Hội đàm đã diễn ra.\nHai ben da nhat tri tang cuong hop tac."),
    ("ru: Переговоры прошли успешно.", "fr: Les deux pays etaient tres satisfaits apres la premiere reunion."),
)
GOOD = (
    ("vi: Tổng Bí thư đã đến Bắc Kinh để hội đàm với các nhà lãnh đạo.",),
    ("es: La nación también pidió más información a la administración después del tifón.",),
    ("es: El presidente Jimenez llegó también a Peru para hablar de cooperacion.",),
    ("ru: Переговоры прошли успешно.", "fr: Les deux pays étaient très satisfaits après la première réunion."),
)


_WORD = re.compile(WORD)


def check(article: Article) -> Iterator[Finding]:
    runs = [tuple(group) for key, group in groupby(article.sentences, key=partial(_neighbourhood, article)) if key]
    lost = [fact for run in runs for sentence in run for fact in _unaccented(sentence)]
    if len(lost) < THRESHOLDS.bare_words and all(fact.right for fact in lost):
        return
    for run in runs:
        language = language_name(run[0].language)
        forms = dict.fromkeys(fact.right for sentence in run for fact in _unaccented(sentence) if fact.right)
        yield Finding(
            message=f"{language} text without diacritics",
            at=Span(article.document, run[0].span.start, run[-1].span.end),
            suggestion=", ".join(list(forms)[:8]) or f"add the {language} diacritics",
            reason="some of these words are always written with diacritics",
        )


def _neighbourhood(article: Article, sentence: Sentence) -> tuple[str, int] | None:
    """What makes neighbouring sentences one finding: their language, and in a table their row; None for sound ones."""
    if not _has_lost(sentence):
        return None
    return primary(sentence.language), sentence.paragraph if article.document.rows else 0


def _has_lost(sentence: Sentence) -> bool:
    found = _unaccented(sentence)
    if any(not fact.right for fact in found):
        return True
    words = _WORD.findall(unicodedata.normalize("NFC", sentence.text))
    marked = len([word for word in words if word[0].islower() and not word.isascii()])
    return len(found) > marked


def _unaccented(sentence: Sentence) -> tuple[Unaccented, ...]:
    return sentence.facts.of(Unaccented)


RULE = Rule("XL303", "lost-diacritics", "Text has lost its diacritics.", Article, check, Severity.ERROR)
