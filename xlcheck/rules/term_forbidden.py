"""A term that the glossary forbids.

**What it does.** Reports every glossary term with the status `forbidden` in a sentence of its language, with the
concept's note as the reason and the preferred term as the suggestion.

**Why it matters.** Some forms are not a matter of taste. They name another thing, insult someone, or come from a
mistake that keeps coming back.

**What it does not do.** It ignores a forbidden form inside a longer term of the glossary, inside another word, outside
the scope of the term (dates, paths, quotations), and where the same form is an accepted term of another concept.
Capitals count as the case rule of the term says: with `smart`, in abbreviations (PRC) and in capitalised words of at
most three letters. Diacritics always count. Terms that are only `deprecated` are left to `XL104`.
"""

from collections.abc import Iterator

from xlcheck.evidence.edits import replaced
from xlcheck.evidence.fixes import by_glossary
from xlcheck.model import Finding, Rule, Sentence, Severity, Status

_SEA = """glossary: [[concept]]
id = "south-china-sea"
kind = "place"
note = "东海 is the East China Sea; biển Đông is 南海"
en = { preferred = "South China Sea", forbidden = ["South Chinese Sea"] }
vi = { preferred = "Biển Đông", forbidden = ["biển Nam Trung Hoa"] }
zh = { preferred = "南海", forbidden = ["南中国海"] }
"""

BAD = (
    (_SEA, "en: Both sides discussed the South Chinese Sea at length on Monday."),
    (_SEA, "vi: Hai bên đã trao đổi ý kiến về tình hình trên biển Nam Trung Hoa."),
    (_SEA, "zh: 双方就南中国海局势深入交换了意见。"),
)
GOOD = (
    (_SEA, "en: Both sides discussed the South China Sea at length on Monday."),
    (_SEA, "vi: Hai bên đã trao đổi ý kiến về tình hình trên Biển Đông."),
    (_SEA, "zh: 双方就南海局势深入交换了意见。"),
)


def check(sentence: Sentence) -> Iterator[Finding]:
    for mention in sentence.mentions:
        if mention.term.status is not Status.FORBIDDEN:
            continue
        yield Finding(
            f"“{mention.span.text}” is forbidden by the glossary (concept '{mention.concept.id}')",
            mention.span,
            suggestion=mention.concept.to_write(mention.term.language),
            reason=mention.concept.note,
            fix=by_glossary(replaced(mention), mention, sentence),
        )


RULE = Rule(
    "XL101",
    "term-forbidden",
    "A term that the glossary forbids.",
    Sentence,
    check,
    Severity.ERROR,
)
