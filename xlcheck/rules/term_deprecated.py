"""A term that the glossary deprecates.

**What it does.** Reports every glossary term with the status `deprecated` in a sentence of its language, with the
concept's note as the reason and the preferred term as the suggestion.

**Why it matters.** Old names, superseded spellings and half-accented names are understood, so nobody stumbles over
them, and they stay until someone looks for them.

**What it does not do.** It ignores a deprecated form inside a longer term of the glossary, inside another word, outside
the scope of the term (dates, paths, quotations), and where the same form is an accepted term of another concept. Terms
that are `forbidden` are left to `XL101`.
"""

from collections.abc import Iterator

from xlcheck.evidence.edits import replaced
from xlcheck.evidence.fixes import by_glossary
from xlcheck.model import Finding, Rule, Sentence, Severity, Status

_NAMES = """glossary: [[concept]]
id = "to-lam"
kind = "person"
en = { preferred = "Tô Lâm", admitted = ["To Lam"], deprecated = ["Tô Lam", "To Lâm"] }
vi = "Tô Lâm"
zh = "苏林"

[[concept]]
id = "istanbul"
kind = "place"
note = "Constantinople is history"
en = { preferred = "Istanbul", deprecated = ["Constantinople"] }
zh = { preferred = "伊斯坦布尔", deprecated = ["君士坦丁堡"] }
"""

BAD = (
    (_NAMES, "en: General Secretary Tô Lam received the guests on Monday afternoon."),
    (_NAMES, "zh: 代表团昨天下午抵达君士坦丁堡，开始正式访问。"),
)
GOOD = (
    (_NAMES, "en: General Secretary Tô Lâm received the guests on Monday afternoon."),
    (_NAMES, "zh: 代表团昨天下午抵达伊斯坦布尔，开始正式访问。"),
)


def check(sentence: Sentence) -> Iterator[Finding]:
    for mention in sentence.mentions:
        if mention.term.status is Status.DEPRECATED:
            yield Finding(
                f"“{mention.span.text}” is deprecated by the glossary (concept '{mention.concept.id}')",
                mention.span,
                suggestion=mention.concept.to_write(mention.term.language),
                reason=mention.concept.note,
                fix=by_glossary(replaced(mention), mention, sentence),
            )


RULE = Rule(
    "XL104",
    "term-deprecated",
    "A term that the glossary deprecates.",
    Sentence,
    check,
    Severity.WARNING,
)
