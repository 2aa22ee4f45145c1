"""A translation says something that its source does not.

**What it does.** Reports whole sentences of the translation that nothing in the source corresponds to, neighbouring
ones together, and, inside aligned sentences, the run of words that has the weakest counterpart in the source. It
mirrors `XL401` and is stricter: translations explain, and name what the source takes for granted, so a clause that only
one source lacks is shown with `--pedantic`. The words of an abbreviation are not an addition. With three or more
documents and no named source, what most of them lack is reported once.

**Why it matters.** A clause that the source does not have puts words into someone's mouth, or was left over from
another version of the text.

**What it does not do.** It leaves added numbers to `XL201`. It cannot tell a word or two of explanation from an
addition. Headlines, captions, bylines and datelines may be added. Independent reports of one event differ in what they
cover: there, with `--pedantic`, one note counts the sentences that the other report does not have. The languages are
those of `XL401`.
"""

from collections.abc import Iterator

from xlcheck.evidence.coverage.clauses import unanswered
from xlcheck.evidence.coverage.sentences import Alone, alone, called, in_one_report
from xlcheck.evidence.jury import Verdict
from xlcheck.model import Event, Finding, Gap, Rule, Severity, whole
from xlcheck.model.doubt import Doubt

BAD = (
    (
        "against es: La lluvia inundó el lunes las calles de la capital. Dos escuelas tuvieron que cerrar.",
        "en: Rain flooded the streets of the capital on Monday. The mayor resigned in the evening after protests in "
        "front of the town hall. Two schools had to close.",
    ),
    (
        "against en: The government announced that it would build a railway within three years. Work starts in May.",
        "zh: 政府宣布将在三年内修建一条新铁路。部长说，该项目将为当地居民创造大量就业机会，并改善沿线城市的环境。"
        "工程将于五月开始。",
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
    for run in alone(event):
        if run.added:
            yield _sentences(run)
    for verdict in unanswered(event):
        if verdict.wrong:
            yield _clause(verdict)
    yield from in_one_report(event, added=True)


def _sentences(run: Alone) -> Finding:
    several = run.articles > 1
    others = f"{run.articles} other documents" if several else called(run.other, run.own)
    return Finding(
        f"{others} {'do' if several else 'does'} not say this",
        whole(run.sentences),
        related=(whole(run.beside),) if run.beside else (),
        reason="no sentence there says the same",
        confidence=run.confidence,
        doubts=run.doubts,
    )


def _clause(verdict: Verdict[Gap]) -> Finding:
    return Finding(
        f"“{verdict.at.text}” is not in {verdict.tellers}",
        verdict.at,
        related=verdict.related,
        reason=f"no words in {verdict.tellers} say the same",
        confidence=verdict.strength,
        doubts=verdict.doubts if verdict.votes else (*verdict.doubts, Doubt.ONE_SOURCE),
    )


RULE = Rule(
    "XL402",
    "addition",
    "A translation says something that its source does not.",
    Event,
    check,
    Severity.WARNING,
)
