"""The right term, capitalised incorrectly.

**What it does.** Reports an accepted glossary term with the case rule `exact` whose capitals are not the term's:
*asean* or *Asean* for ASEAN, *biển đông* for Biển Đông, *Internet* where the outlet writes internet.

**Why it matters.** In many languages capitals tell a name from a word: đảng is any party, Đảng the party; biển đông is
a sea in the east, Biển Đông the South China Sea.

**What it does not do.** Terms with another case rule are ignored: `any` allows all capitals, and what `smart` considers
an abbreviation is another word in other capitals (WHO, who). A capital is correct at the start of a sentence and in
headlines that capitalise every word; all capitals are correct in lines that are all in capitals, next to such words,
and at the start of a sentence, as in a dateline. The endings of inflected words do not count. A term of one word is
often another word in other capitals (Pháp is France, pháp is law); such findings are uncertain, and shown with
`--pedantic` only.
"""

import re
from collections.abc import Iterator

from xlcheck.evidence.edits import replaced
from xlcheck.evidence.fixes import by_glossary
from xlcheck.evidence.terms.scope import in_title_case, same_capitals
from xlcheck.lang.scripts import WORD
from xlcheck.model import Case, Finding, Mention, Rule, Sentence, Severity
from xlcheck.model.doubt import Doubt

_EXACT = """glossary: [[concept]]
id = "south-china-sea"
kind = "place"
case = "exact"
en = "South China Sea"
vi = "Biển Đông"
ru = "Южно-Китайское море"
"""

BAD = (
    (_EXACT, "en: Both sides discussed the South China sea at length on Monday."),
    (_EXACT, "vi: Hai bên đã trao đổi ý kiến về tình hình trên biển đông."),
    (_EXACT, "ru: Стороны обсудили положение в Южно-китайском море и договорились о новой встрече."),
)
GOOD = (
    (_EXACT, "en: Both sides discussed the South China Sea at length on Monday."),
    (_EXACT, "vi: Hai bên đã trao đổi ý kiến về tình hình trên Biển Đông."),
    (_EXACT, "ru: Стороны обсудили положение в Южно-Китайском море и договорились о новой встрече."),
)

_WORD = re.compile(WORD)


def check(sentence: Sentence) -> Iterator[Finding]:
    for mention in sentence.mentions:
        term = mention.term
        if term.case is Case.EXACT and term.status.accepted and not _is_right(mention, sentence):
            yield Finding(
                f"“{mention.span.text}” is written “{term.text}” in the glossary (concept '{mention.concept.id}')",
                mention.span,
                suggestion=term.text,
                reason=mention.concept.note,
                fix=by_glossary(replaced(mention, term), mention, sentence),
                doubts=(Doubt.ANOTHER_WORD,) if _may_be_another_word(mention.span.text) else (),
            )


def _may_be_another_word(written: str) -> bool:
    """Whether it is a single word without a capital inside: pháp (law) need not be Pháp (France)."""
    return len(_WORD.findall(written)) == 1 and not any(map(str.isupper, written[1:]))


def _is_right(mention: Mention, sentence: Sentence) -> bool:
    term, written = mention.term.text, mention.span.text
    if same_capitals(term, written):
        return True
    before = sentence.text[: mention.span.start - sentence.span.start]
    after = sentence.text[mention.span.end - sentence.span.start :]
    begins = _WORD.search(before) is None
    if written.isupper() and (begins or _is_loud(_WORD.findall(before)[-1:]) or _is_loud(_WORD.findall(after)[:1])):
        return True
    if begins and same_capitals(term[0].upper() + term[1:], written):
        return True
    return in_title_case(sentence, mention.span) and all(word[0].isupper() for word in _WORD.findall(written))


def _is_loud(words: list[str]) -> bool:
    return all(word.isupper() and len(word) > 1 for word in words) and bool(words)


RULE = Rule(
    "XL105",
    "term-case",
    "The right term, capitalised incorrectly.",
    Sentence,
    check,
    Severity.WARNING,
)
