"""Text was left in the language of the original.

**What it does.** Reports every run of sentences in the language that the page was translated from, on a page in another
language. The page's language is the declared one, or that of its headline and lead, never that of the majority: a
Spanish page most of which was left in Vietnamese is a Spanish page. The language of the original is the one given
(`--source-language`, `--against`), the one that the page credits (“Contenido original vietnamita”), or, where the page
contains only one other language, that one.

**Why it matters.** Paragraphs that the translator, or the machine, skipped are what readers see first.

**What it does not do.** A few words inside a sentence may be a name or a dish: they are a
warning, and shown with `--pedantic` only. Sentences that
are mostly in quotation marks may be quoted in the original. Bylines, credits and fragments that are too short to show
their language are ignored. A third language is left to `XL302`.
"""

from __future__ import annotations

from collections.abc import Iterator

from xlcheck.evidence.foreign import doubts
from xlcheck.lang import language_name
from xlcheck.model import Article, Finding, Rule, Severity, same_language

BAD = (
    (
        "es: El presidente viajó ayer a la capital para asistir a la reunión.\n"
        "Tổng Bí thư bày tỏ vui mừng tiến hành điện đàm ngay sau khi Đại hội thành công rất tốt đẹp.",
    ),
    (
        "en: The talks were held in Beijing on Monday afternoon.",
        "zh: The talks were held in Beijing on Monday afternoon.",
    ),
    ("zh: 会谈于星期一下午在北京举行。", "es: 会谈于星期一下午在北京举行。"),
)
GOOD = (
    (
        "es: El presidente viajó ayer a la capital para asistir a la reunión.\n"
        "«Tổng Bí thư bày tỏ vui mừng tiến hành điện đàm ngay sau khi Đại hội thành công rất tốt đẹp.»",
    ),
    ("en: The talks were held in Beijing on Monday afternoon.", "zh: 会谈于星期一下午在北京举行。"),
)


def check(article: Article) -> Iterator[Finding]:
    if article.original is None:
        return
    page = language_name(article.language)
    for stretch in article.foreign():
        if same_language(stretch.language, article.original):
            language = language_name(stretch.language)
            yield Finding(
                message=f"text left in {language} on a page in {page}",
                at=stretch.span,
                suggestion=f"translate it into {page}",
                reason=f"{language} is assumed to be the language of the original",
                severity=Severity.WARNING if stretch.brief else None,
                doubts=doubts(stretch),
            )


RULE = Rule("XL301", "untranslated", "Text was left in the language of the original.", Article, check, Severity.ERROR)
