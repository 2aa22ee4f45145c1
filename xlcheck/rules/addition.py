"""A translation says something that its source does not.

**What it does.** Reports whole sentences of the translation that nothing in the source answers to, neighbouring ones
together, and inside aligned sentences the run of words that is least answered in the source. It is the mirror of
`XL401`, and stricter: translations explain, and name what the source takes for granted. The words of an abbreviation
are no addition.

**Why it matters.** A clause that the source does not have puts words into someone's mouth, or was left over from
another version of the text.

**What it does not do.** An added number is `XL201`'s matter. A word or two that explain are not told from
additions. Headlines, captions, bylines and datelines may be added. Independent reports of one event differ in what they
tell: there, with `--pedantic`, one note counts the sentences that the other coverage does not have. Languages
as for `XL401`.

**Options.** None.
"""

from collections.abc import Iterator

from xlcheck.model import Event, Finding, Pair, Rule, Severity, whole
from xlcheck.model.alone import left_alone

BAD = (
    (
        "es: Las autoridades informaron de que la lluvia inundó el lunes las calles de la capital.",
        "en: Heavy rain flooded the streets of the capital on Monday, closed two schools and cut power to thousands of "
        "homes, officials said.",
    ),
    (
        "en: The government announced that it would invest in building a new railway within three years.",
        "zh: 政府宣布将在三年内投资建设新的铁路，并表示该项目将为当地居民创造大量就业机会，同时改善沿线城市的环境。",
    ),
)
GOOD = (
    (
        "es: Las fuertes lluvias inundaron el lunes las calles de la capital, obligaron a cerrar dos escuelas y "
        "dejaron sin luz a miles de hogares, según las autoridades.",
        "en: Heavy rain flooded the streets of the capital on Monday, closed two schools and cut power to thousands of "
        "homes, officials said.",
    ),
    (
        "vi: Chính phủ thông báo sẽ đầu tư xây dựng tuyến đường sắt mới trong ba năm và cho biết dự án sẽ tạo ra nhiều "
        "việc làm cho người dân địa phương.",
        "zh: 政府宣布将在三年内投资建设新的铁路，并表示该项目将为当地居民创造大量就业机会。",
    ),
)


def check(event: Event) -> Iterator[Finding]:
    for alignment in event.alignments:
        yield from left_alone(alignment, added=True)
        for pair in alignment.pairs:
            yield from _clauses(pair)


def _clauses(pair: Pair) -> Iterator[Finding]:
    for gap in pair.added:
        yield Finding(
            f"“{gap.span.text}” is not in the source",
            gap.span,
            related=(whole(pair.source),),
            reason="no words of the source say the same",
            confidence=gap.confidence,
        )


RULE = Rule(
    "XL402",
    "addition",
    "A translation says something that its source does not.",
    Event,
    check,
    Severity.WARNING,
)
