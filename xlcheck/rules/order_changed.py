"""A passage of a translation is in a different place than in its source.

**What it does.** Follows the sentences of a translation in the order of the source, and reports each passage that was
moved, once, with both places; if two passages changed places, the shorter one.

**Why it matters.** A paragraph moved by mistake breaks the thread of the story. A moved lead may be an editor's choice,
so it is a note.

**What it does not do.** Independent reports of one event have an order of their own. The order of words and clauses
inside a sentence depends on the language. A single short sentence may be aligned wrongly, and is shown with
`--pedantic`.
"""

from collections.abc import Iterator, Sequence

from xlcheck.evidence.thresholds import THRESHOLDS
from xlcheck.model import Alignment, Event, Finding, Pair, Rule, Sentence, Severity, Span
from xlcheck.model.doubt import Doubt, raised

BAD = (
    (
        "against en: The talks began on Monday in the capital. Ministers from nine countries took part.\n"
        "Fishermen on the coast said that they had seen no rain since spring.\n"
        "The price of rice has doubled within a year.",
        "es: El precio del arroz se ha duplicado en un año.\n"
        "Las conversaciones empezaron el lunes en la capital. Participaron ministros de nueve países.\n"
        "Los pescadores de la costa dijeron que no habían visto lluvia desde la primavera.",
    ),
    (
        "against zh: 会谈于星期一在首都开始，九个国家的部长参加。\n沿海渔民说，春天以来没有下过雨。\n"
        "大米价格一年内翻了一番。",
        "en: The price of rice has doubled within a year.\n"
        "The talks began on Monday in the capital, and ministers from nine countries took part.\n"
        "Fishermen on the coast said that they had seen no rain since spring.",
    ),
)
GOOD = (
    (
        "against en: The talks began on Monday in the capital.\nThe price of rice has doubled within a year.",
        "zh: 会谈于星期一在首都开始。\n大米价格一年内翻了一番。",
    ),
)


Block = Sequence[int]
"""Neighbouring places, in the source's order, of pairs that are neighbours in the target too."""


def check(event: Event) -> Iterator[Finding]:
    for alignment in event.alignments:
        pairs = [pair for pair in alignment.pairs if pair.source and pair.target]
        if pairs and all(pair.translation for pair in pairs):
            yield from _moved(alignment, pairs)


def _moved(alignment: Alignment, pairs: Sequence[Pair]) -> Iterator[Finding]:
    pairs = sorted(pairs, key=lambda pair: pair.source[0].span.start)
    order = sorted(range(len(pairs)), key=lambda at: (pairs[at].target[0].span.start, at))
    rank = {at: place for place, at in enumerate(order)}
    blocks: list[list[int]] = []
    for at in range(len(pairs)):
        if blocks and rank[at] == rank[at - 1] + 1:
            blocks[-1].append(at)
        else:
            blocks.append([at])
    weights = [sum(_letters(pairs[at]) for at in block) for block in blocks]
    kept = _heaviest_ascending([rank[block[0]] for block in blocks], weights)
    for place, block in enumerate(blocks):
        if place not in kept:
            yield _finding(alignment, [pairs[at] for at in block])


def _heaviest_ascending(ranks: Sequence[int], weights: Sequence[int]) -> set[int]:
    """The places of the ascending subsequence with the greatest weight."""
    best: list[int] = []
    before: list[int] = []
    for at, rank in enumerate(ranks):
        link = max((i for i in range(at) if ranks[i] < rank), key=lambda i: best[i], default=-1)
        best.append(weights[at] + (best[link] if link >= 0 else 0))
        before.append(link)
    kept = set()
    at = max(range(len(ranks)), key=lambda i: best[i])
    while at >= 0:
        kept.add(at)
        at = before[at]
    return kept


def _finding(alignment: Alignment, block: Sequence[Pair]) -> Finding:
    source = _span([sentence for pair in block for sentence in pair.source])
    target = _span([sentence for pair in block for sentence in pair.target])
    line, _ = source.document.position(source.start)
    known = (
        (Doubt.SHORT, max(len(source.text), len(target.text)) < THRESHOLDS.moved_letters),
        (Doubt.WEAK_LINK, min(pair.score for pair in block) < THRESHOLDS.moved_score),
    )
    return Finding(
        "this passage is in a different place than in the source",
        target,
        related=(source,),
        reason=f"in {alignment.source.document.id} it is at line {line}, after other sentences",
        doubts=raised(*known),
    )


def _span(sentences: Sequence[Sentence]) -> Span:
    spans = [sentence.span for sentence in sentences]
    return Span(spans[0].document, min(span.start for span in spans), max(span.end for span in spans))


def _letters(pair: Pair) -> int:
    return sum(len(sentence.text) for sentence in (*pair.source, *pair.target))


RULE = Rule(
    "XL404",
    "order-changed",
    "A passage of a translation is in a different place than in its source.",
    Event,
    check,
    Severity.NOTE,
)
