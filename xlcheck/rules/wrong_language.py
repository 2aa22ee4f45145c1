"""Text is in a language that is neither the page's nor the original's.

**What it does.** Reports every run of sentences in a third language: on a Spanish page translated from Vietnamese, the
paragraphs in English. Usually a machine translated by way of English and stopped half-way, or a template was left
unchanged (“Read the original here”).

**Why it matters.** To the reader it is as foreign as untranslated text, and it shows that nobody read the page.

**What it does not do.** A few words inside a sentence are a warning only: they may be a name or a dish. Sentences that
are mostly in quotation marks may be quoted in the original; fragments that are too short to show their language are
ignored. Text in the language of the original is left to `XL301`.
"""

from __future__ import annotations

from collections.abc import Iterator

from xlcheck.evidence.foreign import doubts
from xlcheck.lang import language_name
from xlcheck.model import Article, Finding, Rule, Severity, same_language

BAD = (
    (
        "es: Contenido original vietnamita, traducido por un programa.\n"
        "El presidente viajó ayer a la capital para asistir a la reunión.\n"
        "The two sides agreed to maintain exchanges and close coordination at multilateral forums.",
    ),
    (
        "vi: Hội đàm diễn ra tại Bắc Kinh vào chiều thứ Hai.",
        "zh: The talks were held in Beijing on Monday afternoon.",
    ),
    ("en: The talks were held in Beijing on Monday afternoon.", "es: 会谈于星期一下午在北京举行。"),
)
GOOD = (
    (
        "es: Contenido original vietnamita, traducido por un programa.\n"
        "El presidente viajó ayer a la capital para asistir a la reunión.\n"
        "“The two sides agreed to maintain exchanges and close coordination at multilateral forums.”",
    ),
    ("vi: Hội đàm diễn ra tại Bắc Kinh vào chiều thứ Hai.", "zh: 会谈于星期一下午在北京举行。"),
)


def check(article: Article) -> Iterator[Finding]:
    page = language_name(article.language)
    for stretch in article.foreign():
        if article.original and same_language(stretch.language, article.original):
            continue
        yield Finding(
            message=f"text in {language_name(stretch.language)} on a page in {page}",
            at=stretch.span,
            suggestion=f"translate it into {page}, or remove it",
            reason=_reason(article),
            severity=Severity.WARNING if stretch.brief else None,
            doubts=doubts(stretch),
        )


def _reason(article: Article) -> str:
    if article.original:
        return f"the original is assumed to be in {language_name(article.original)}"
    return "it is not the language of the headline and lead"


RULE = Rule("XL302", "wrong-language", "Text is in a third language.", Article, check, Severity.ERROR)
