"""Two aligned sentences do not say the same.

**What it does.** Compares the two sides of a row, or of sentences that were aligned in a translation, by their overall
meaning, their words and their lengths, with what is usual for translations between the two languages. The fewer the
words, the weaker the evidence. With three or more documents and no named source, a sentence that differs from those of
most others is reported once.

**Why it matters.** A table that slipped by one row, a sentence from another article, a paragraph that was replaced in
one language only: everything is translated, and nothing says what the source says.

**What it does not do.** Where one side contains the other, the rest is an omission or an addition (`XL401`, `XL402`).
It sees sentences that differ as a whole: one wrong word, number, name or negation leaves the rest of the sentence
similar, and other rules look for these. It looks at translations only. In languages that the default encoder does not
know, and with another encoder, findings are shown with `--pedantic` only. A headline that says something new is as
dissimilar as an error, and is reported.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from xlcheck.evidence.jury import are_equals
from xlcheck.evidence.thresholds import THRESHOLDS
from xlcheck.model import Event, Finding, Pair, Rule, Sentence, Severity, Span, whole
from xlcheck.model.doubt import Doubt

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


Side = tuple[Sentence, ...]


def check(event: Event) -> Iterator[Finding]:
    unlike = [pair for pair in event.pairs if pair.drift >= THRESHOLDS.likely_drift]
    if are_equals(event):
        yield from _odd(event, unlike)
    else:
        yield from (_finding(pair.target, (pair.source,), pair.drift) for pair in unlike)


def _odd(event: Event, unlike: Sequence[Pair]) -> Iterator[Finding]:
    """Sentences that are unlike most of those that stand beside them."""
    translations = Counter(
        article.document
        for alignment in event.alignments
        if alignment.translation
        for article in (alignment.source, alignment.target)
    )
    rivals: defaultdict[Span, list[tuple[Side, Side, float]]] = defaultdict(list)
    for pair in unlike:
        for side, other in ((pair.source, pair.target), (pair.target, pair.source)):
            rivals[whole(side)].append((side, other, pair.drift))
    for place, found in rivals.items():
        if 2 * len(found) > translations[place.document] + 1:
            yield _finding(found[0][0], [other for _, other, _ in found], max(drift for *_, drift in found))


def _finding(side: Side, others: Sequence[Side], confidence: float) -> Finding:
    several = len(others) > 1
    return Finding(
        f"{'this' if several else 'the translation'} does not say the same as "
        f"{f'{len(others)} other documents' if several else 'the source'}",
        whole(side),
        related=tuple(sentence.span for other in others for sentence in other),
        reason="meaning, words and lengths are less similar than is usual between translations in these languages",
        confidence=confidence,
        doubts=() if confidence >= THRESHOLDS.clear_margin else (Doubt.FREE,),
    )


RULE = Rule(
    "XL405",
    "meaning-drift",
    "Aligned sentences do not say the same.",
    Event,
    check,
    Severity.WARNING,
)
