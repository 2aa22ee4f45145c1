"""A sentence is negated in the translation and not in the source, or the other way round.

**What it does.** Compares translated sentences. Where one side has a negation (not, không, 没有, nunca, nicht, لم) and
the other has neither a negation nor anything that could say the same (without, fail to, refuse, 拒绝, thiếu, apenas),
it reports the negation, or the sentence that lacks it. How likely a negation is to be one in other languages, too, was
learnt from parallel texts, by the words next to it: “is not” nearly always, 不 in 不败 seldom; and so was how likely a
word is to correspond to a negation: *ohne* often, *und* never. What is reported without `--pedantic` was set for each
language so that few correct translations of news are.

**Why it matters.** A lost *not* turns a statement into its opposite, and each of the two sentences reads well.

**What it does not do.** Words of negation that negate nothing are not a negation (not only, No. 5, 不断, không chỉ, ne
… que, なければならない). Where the other side has any negation at all, or words that could correspond to one, nothing
is reported; where it has words that seldom do, `--pedantic` shows the finding. With three or more documents that say
the same, the one that lacks what the others negate is reported once; one that negates what no other does, or a case in
which the others are divided or cannot tell, is shown with `--pedantic`. Long sentences with several statements are not
split. Translations into and out of Arabic, German, Indonesian and Russian often turn a negation round, so most findings
on a negation in these are shown with `--pedantic` only. Languages compared: Arabic, Chinese, English, French, German,
Indonesian, Japanese, Korean, Portuguese, Russian, Spanish, Vietnamese.
"""

from collections.abc import Iterable, Iterator, Sequence

from xlcheck.evidence.jury import Difference, Verdict, verdicts
from xlcheck.evidence.thresholds import THRESHOLDS
from xlcheck.evidence.witnesses import Question
from xlcheck.lang import Language
from xlcheck.model import Event, Finding, Pair, Rule, Sentence, Severity
from xlcheck.model.doubt import Doubt, raised
from xlcheck.model.facts import Denial, Negation

BAD = (
    ("en: The two sides did not sign the agreement on Friday.", "vi: Hai bên đã ký thỏa thuận hôm thứ Sáu."),
    ("zh: 会谈没有在北京举行。", "es: Las conversaciones se celebraron en Pekín."),
    ("ru: Президент никогда не подписывал это соглашение.", "ar: وقع الرئيس هذا الاتفاق."),
)
GOOD = (
    ("en: The two sides did not sign the agreement on Friday.", "vi: Hai bên chưa ký thỏa thuận hôm thứ Sáu."),
    ("zh: 他拒绝签署协议。", "es: No quiso firmar el acuerdo."),
    ("en: The storm hit not only the coast.", "zh: 风暴袭击了沿海等地。"),
    ("ja: 政府は計画を見直さなければならない。", "en: The government must review its plan."),
)


Side = Sequence[Sentence]


def check(event: Event) -> Iterator[Finding]:
    differences = [each for pair in event.pairs for each in _compare(pair)]
    yield from map(_finding, verdicts(event, differences, Question(_answers, _same), near=False))


def _compare(pair: Pair) -> Iterator[Difference[Negation]]:
    """The likeliest negation of a side whose other side says nothing of the kind."""
    if not pair.translation:
        return
    for side, other in ((pair.source, pair.target), (pair.target, pair.source)):
        negation = max(_negations(side), key=_weight, default=None)
        if negation and _is_known(side) and _answers(negation, other) is False:
            ours, theirs = (negation, None) if side is pair.source else (None, negation)
            yield Difference(pair, ours, theirs, evidence([negation], _facts(other)) or 0.0)


def _answers(negation: Negation, other: Side) -> bool | None:
    """Whether sentences are negated too; None: they may be, or are in a language without a table."""
    if not _is_known(other):
        return None
    told = evidence([negation], _facts(other))
    if told is None:
        return True
    return False if told >= THRESHOLDS.negated else None


def evidence(ours: Iterable[Negation | Denial], theirs: Sequence[Negation | Denial]) -> float | None:
    """The log-odds of the strongest negation, less what the words of the other side say for it.

    None where there is no negation, or one on the other side too.
    """
    weights = [fact.weight for fact in ours if isinstance(fact, Negation)]
    if not weights or any(isinstance(fact, Negation) for fact in theirs):
        return None
    denials = (fact.weight for fact in theirs if isinstance(fact, Denial))
    return max(weights) - THRESHOLDS.denied * max(
        (weight for weight in denials if weight >= THRESHOLDS.least_denied), default=0.0
    )


def _is_known(side: Side) -> bool:
    return bool(side) and all(Language.of(sentence.language).knows("negation") for sentence in side)


def _negations(side: Side) -> Iterator[Negation]:
    return (negation for sentence in side for negation in sentence.facts.of(Negation))


def _facts(side: Side) -> list[Negation | Denial]:
    return [fact for sentence in side for fact in sentence.facts.of(Negation, Denial)]


def _weight(negation: Negation) -> float:
    return negation.weight


def _same(_one: Negation, _other: Negation) -> bool:
    return True


def _finding(verdict: Verdict[Negation]) -> Finding:
    if verdict.wrong:
        message = f"“{verdict.wrong.span.text.strip()}” negates what {verdict.tellers} {verdict.verb('says', 'say')}"
        silent = f"{verdict.tellers} {verdict.verb('has', 'have')}"
    elif verdict.right:
        message = verdict.missing(verdict.right)
        silent = f"{verdict.here} has"
    else:
        raise ValueError("a verdict on nothing")
    known = (
        (Doubt.FREE, verdict.strength < THRESHOLDS.negated_surely),
        (Doubt.CONTESTED, verdict.contested),
        (Doubt.UNDECIDED, verdict.asked and not verdict.votes),
        (Doubt.ONE_LANGUAGE, verdict.wrong and verdict.votes),
    )
    return Finding(
        message,
        verdict.at,
        related=verdict.shown,
        reason=f"{silent} no negation and no word that says the same",
        doubts=raised(*known),
    )


RULE = Rule(
    "XL406",
    "negation-changed",
    "A sentence is negated on only one side of a translation.",
    Event,
    check,
    Severity.ERROR,
)
