"""Two sentences stand side by side and do not say the same.

**What it does.** Compares the two sides of a row, or of sentences that were aligned in a translation, by the likeness
of their meaning as a whole, of their words, and of their lengths, with what is usual between translations in the two
languages. The fewer words there are, the less they tell.

**Why it matters.** A row that slipped by one, a sentence of another article, a paragraph that was replaced in one
language only: everything is translated, and nothing says what the source does.

**What it does not do.** Where one of the two is answered by the other, the rest is an omission or an addition (`XL401`,
`XL402`). It sees sentences that differ as a whole. One wrong word, number, name or negation leaves the
rest of the sentence alike; other rules look for these. It looks at translations only, and at languages other than
those that the default encoder knows (and with another encoder) with `--pedantic` only. A headline that
says something new is as unlike as an error, and is reported.

**Options.** None.
"""

from collections.abc import Iterator

from xlcheck.model import Finding, Pair, Rule, Severity, whole

BAD = (
    (
        "en: Heavy rain flooded the streets of the capital and closed two schools on Monday.",
        "vi: Ngân hàng trung ương đã tăng lãi suất lần thứ ba trong năm nay để kiềm chế lạm phát.",
    ),
    (
        "zh: 医生说，新疫苗可以保护儿童免受疟疾侵害，每剂价格不到四美元。",
        "es: El equipo local ganó la final en la prórroga ante más de cuarenta mil aficionados.",
    ),
)
GOOD = (
    (
        "en: Heavy rain flooded the streets of the capital and closed two schools on Monday.",
        "vi: Mưa lớn hôm thứ Hai làm ngập đường phố thủ đô, khiến hai trường học phải đóng cửa.",
    ),
    (
        "zh: 医生说，新疫苗可以保护儿童免受疟疾侵害，每剂价格不到四美元。",
        "es: Según los médicos, la nueva vacuna, que cuesta menos de cuatro dólares la dosis, protege a los niños "
        "contra la malaria.",
    ),
)

_LIKELY = 0.5


def check(pair: Pair) -> Iterator[Finding]:
    if pair.source and pair.target and pair.drift >= _LIKELY:
        yield Finding(
            "the translation does not say what the source says",
            whole(pair.target),
            related=tuple(sentence.span for sentence in pair.source),
            reason="words and lengths are less alike than those of translations in these languages",
            confidence=pair.drift,
        )


RULE = Rule(
    "XL405",
    "meaning-drift",
    "Sentences that stand side by side do not say the same.",
    Pair,
    check,
    Severity.WARNING,
)
