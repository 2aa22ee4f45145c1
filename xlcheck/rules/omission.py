"""Part of the source is missing from its translation.

**What it does.** Reports whole sentences of the source that nothing in the translation corresponds to, neighbouring
ones together, and, inside aligned sentences, the run of words that has the weakest counterpart: each word and short
phrase is compared by meaning with the words and phrases of the other side, each of which can be the counterpart of only
one. Three things count against a finding: words in the translation that have no counterpart either (a free translation
says it in another way), a translation that is long enough, and an abbreviation in it of what the source spells out.
What is usual differs by language, and is known for Arabic, Chinese, English, French, German, Indonesian, Japanese,
Korean, Portuguese, Russian, Spanish and Vietnamese; other languages are reported with `--pedantic` only. The finding is
in the translation, next to where the words should be. With three or more documents and no named source, what one of
them lacks is reported once, if most others have it.

**Why it matters.** A dropped sentence or clause leaves no trace in the translation: it reads well. Only the comparison
shows it.

**What it does not do.** It leaves missing numbers and dates to `XL201` and `XL202`, and missing names and terms to
`XL102`. It cannot tell a missing preposition or adjective from a free translation. Headlines, captions, bylines and
datelines may be left out. Independent reports of one event differ in what they cover: there, with `--pedantic`, one
note counts the sentences that the other report does not have.
"""

from collections.abc import Iterator

from xlcheck.evidence.coverage.clauses import unanswered
from xlcheck.evidence.coverage.sentences import Alone, alone, called, in_one_report
from xlcheck.evidence.jury import Verdict
from xlcheck.model import Event, Finding, Gap, Rule, Severity, whole

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
    for run in alone(event):
        if not run.added:
            yield _sentences(run)
    for verdict in unanswered(event):
        if verdict.right:
            yield _clause(verdict, verdict.right)
    yield from in_one_report(event, added=False)


def _sentences(run: Alone) -> Finding:
    count = len(run.sentences)
    said = f"{count} sentences" if count > 1 else "a sentence"
    several = f"{run.articles} other documents" if run.articles > 1 else called(run.own, run.other)
    return Finding(
        f"{said} of {several} {'are' if count > 1 else 'is'} missing {'before' if run.leading else 'after'} this",
        whole(run.beside or run.other.sentences[:1]),
        related=(whole(run.sentences),),
        suggestion="translate it" if count == 1 else "translate them",
        reason="no sentence here says the same",
        confidence=run.confidence,
        doubts=run.doubts,
    )


def _clause(verdict: Verdict[Gap], said: Gap) -> Finding:
    return Finding(
        verdict.missing(said),
        verdict.at,
        related=verdict.related,
        reason=f"no words in {verdict.here} say the same",
        confidence=verdict.strength,
        doubts=verdict.doubts,
    )


RULE = Rule(
    "XL401",
    "omission",
    "Part of the source is missing from its translation.",
    Event,
    check,
    Severity.WARNING,
)
