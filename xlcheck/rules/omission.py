"""Part of the source is missing from its translation.

**What it does.** Reports whole sentences of the source that nothing in the translation answers to, neighbouring ones
together, and inside aligned sentences the run of words that is least answered: each word and short phrase is
compared by meaning with the words and phrases of the other side, each of which answers but once. What weighs against a
finding are unanswered words in the translation too (a free translation says it otherwise), a translation that is long
enough, and an abbreviation there of what the source spells out. What is usual
differs by language, and is known for Arabic, Chinese, English, French, German, Indonesian, Japanese, Korean,
Portuguese, Russian, Spanish and Vietnamese; other languages are reported with `--pedantic` only.

**Why it matters.** A dropped sentence or clause leaves no trace in the translation: it reads well. Only the comparison
shows it.

**What it does not do.** A missing number or date is `XL201`'s and `XL202`'s matter, a name or term `XL103`'s; a missing
preposition or adjective is too little to be told from a free translation. Headlines, captions, bylines and datelines
may be left out. Independent reports of one event differ in what they tell: there, with `--pedantic`, one note counts
the sentences that the other coverage does not have.

**Options.** None.
"""

from collections.abc import Iterator

from xlcheck.model import Event, Finding, Pair, Rule, Severity, whole
from xlcheck.model.alone import left_alone

BAD = (
    (
        "en: Heavy rain flooded the streets of the capital on Monday, closed two schools and cut power to thousands of "
        "homes, officials said.",
        "es: Las autoridades informaron de que la lluvia inundó el lunes las calles de la capital.",
    ),
    (
        "zh: 政府宣布将在三年内投资建设新的铁路，并表示该项目将为当地居民创造大量就业机会，同时改善沿线城市的环境。",
        "en: The government announced that it would invest in building a new railway within three years.",
    ),
)
GOOD = (
    (
        "en: Heavy rain flooded the streets of the capital on Monday, closed two schools and cut power to thousands of "
        "homes, officials said.",
        "es: Las fuertes lluvias inundaron el lunes las calles de la capital, obligaron a cerrar dos escuelas y "
        "dejaron sin luz a miles de hogares, según las autoridades.",
    ),
    (
        "zh: 政府宣布将在三年内投资建设新的铁路，并表示该项目将为当地居民创造大量就业机会。",
        "vi: Chính phủ thông báo sẽ đầu tư xây dựng tuyến đường sắt mới trong ba năm và cho biết dự án sẽ tạo ra nhiều "
        "việc làm cho người dân địa phương.",
    ),
)


def check(event: Event) -> Iterator[Finding]:
    for alignment in event.alignments:
        yield from left_alone(alignment, added=False)
        for pair in alignment.pairs:
            yield from _clauses(pair)


def _clauses(pair: Pair) -> Iterator[Finding]:
    for gap in pair.omitted:
        yield Finding(
            f"“{gap.span.text}” of the source is not in the translation",
            whole(pair.target),
            related=(gap.span,),
            reason="no words of the translation say the same",
            confidence=gap.confidence,
        )


RULE = Rule(
    "XL401",
    "omission",
    "Part of the source is missing from its translation.",
    Event,
    check,
    Severity.WARNING,
)
