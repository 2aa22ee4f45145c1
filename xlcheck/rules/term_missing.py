"""A term in the source has no accepted counterpart in its translation.

**What it does.** Where the source sentence has a glossary concept in an accepted form, and the glossary has accepted
terms for it in the target's language, the aligned target sentence should have one of them. The finding is on what is
there instead (text that resembles one of the forms, or the source's term left as it was), or else on the whole target.

**Why it matters.** A set term that was translated word for word, paraphrased or dropped no longer says what the source
says, though the sentence reads well.

**What it does not do.** It looks at translations only, never at independent reports of one event, nor at sentences
whose language is unknown, mixed or the same as the source's. It reports nothing where another rule reports what is
there (a forbidden or deprecated form, a misread name), and where the term may be there in another shape: inflected or
derived (words that differ only in their last letters), as part of a longer word (Speicher in Speicherplatz), inside
another term, with its words in another order or other words between them, abbreviated to its initials, without its
abbreviation in brackets, or, for people, as a surname or given name alone (in Chinese characters the surname), unless
that begins a longer name with other words (Georg von Jugoslawien for Georg von Serbien). It does not count: one
accepted form in the target sentence is enough for all uses in the source.

It is uncertain, and shows the finding with `--pedantic` only, in five cases, unless the source's term was left as it
was: in a headline, because headlines are shortened; where the same translation has the term in another sentence, so
that “the party” may refer to it here; where the source's term is part of a larger name (Board in Currency Board) that
may be called something else; for a country, or another place of one word, in languages with adjectives (英国首相 is the
British Prime Minister); and for a person to whose name nothing in the target is similar, because running text goes on
with “he” or “the minister”.
"""

import re
import unicodedata
from collections.abc import Collection, Iterator, Sequence
from itertools import groupby

from xlcheck.evidence.edits import written
from xlcheck.evidence.fixes import fix
from xlcheck.evidence.names.forms import name_key
from xlcheck.evidence.names.heard import is_proper, is_said, said_as
from xlcheck.evidence.names.namesakes import is_anothers
from xlcheck.evidence.terms.renderings import is_in_larger_name, is_unspaced, may_be_adjective, may_render
from xlcheck.evidence.terms.scope import holds, same_capitals
from xlcheck.evidence.thresholds import THRESHOLDS
from xlcheck.lang.scripts import HAN, HANGUL_SYLLABLES, HIRAGANA, KATAKANA, UNBOUNDED
from xlcheck.model import (
    Alignment,
    Case,
    Concept,
    Event,
    Finding,
    Mention,
    Pair,
    Rule,
    Sentence,
    Severity,
    Span,
    same_language,
    units_of,
    whole,
)
from xlcheck.model.doubt import Doubt, raised
from xlcheck.model.fix import Evidence
from xlcheck.model.language import UNDETERMINED

_LEADERS = """glossary: [[concept]]
id = "partnership"
kind = "phrase"
note = "how China and Việt Nam call their relations since 2008"
en = "comprehensive strategic cooperative partnership"
es = "asociación de cooperación estratégica integral"
vi = "đối tác hợp tác chiến lược toàn diện"
zh = "全面战略合作伙伴关系"

[[concept]]
id = "to-lam"
kind = "person"
en = "Tô Lâm"
es = { preferred = "Tô Lâm", admitted = ["To Lam"] }
vi = "Tô Lâm"
zh = "苏林"
"""

BAD = (
    (
        _LEADERS,
        "en: They praised the comprehensive strategic cooperative partnership of both countries.",
        "zh: 他们高度评价两国的综合战略合作关系，并同意继续加强各领域合作。",
    ),
    (
        _LEADERS,
        "vi: Tổng Bí thư Tô Lâm khẳng định quan hệ Đối tác hợp tác chiến lược toàn diện.",
        "es: El secretario general To Lam reafirmó las buenas relaciones entre los dos países.",
    ),
)
GOOD = (
    (
        _LEADERS,
        "en: Tô Lâm praised the comprehensive strategic cooperative partnership of both countries.",
        "zh: 苏林高度评价两国的全面战略合作伙伴关系，并同意继续加强各领域合作。",
    ),
    (
        _LEADERS,
        "vi: Tổng Bí thư Tô Lâm nói về các quan hệ Đối tác hợp tác chiến lược toàn diện.",
        "es: El secretario Lam habló de las asociaciones de cooperación estratégica integral.",
    ),
)

_JOINED = re.compile(f"[{UNBOUNDED}]")
_ONE_SCRIPT = re.compile("|".join(f"[{letters}]{{2}}" for letters in (KATAKANA, HIRAGANA, HAN, HANGUL_SYLLABLES)))


def check(event: Event) -> Iterator[Finding]:
    for alignment in event.alignments:
        used = {m.concept.id for sentence in alignment.target.sentences for m in _accepted(sentence)}
        for pair in alignment.pairs:
            languages = _one_language(pair.source), _one_language(pair.target)
            if pair.translation and all(languages) and not same_language(*languages):
                yield from _missing(pair, languages[1], alignment, used)


def _missing(pair: Pair, language: str, alignment: Alignment, used: Collection[str]) -> Iterator[Finding]:
    missing: dict[str, list[tuple[Mention, Sentence]]] = {}
    for sentence in pair.source:
        for _, alike in groupby(sentence.mentions, key=lambda mention: mention.span):
            together = list(alike)
            if all(_is_missing(mention, language, pair.target) for mention in together):
                missing.setdefault(together[0].concept.id, []).append((together[0], sentence))
    headline = _is_title(alignment.source.document.title, pair.source) or _is_title(
        alignment.target.document.title, pair.target
    )
    for concept, found in missing.items():
        known = (
            (Doubt.HEADLINE, headline),
            (Doubt.ELSEWHERE, concept in used),
            (Doubt.LARGER_NAME, all(is_in_larger_name(*each) for each in found)),
            (Doubt.ADJECTIVE, any(may_be_adjective(*each, language) for each in found)),
        )
        yield _finding(found, language, pair, raised(*known))


def _one_language(sentences: Sequence[Sentence]) -> str:
    """The language of the sentences that have one; nothing where none has or they do not agree."""
    languages = [sentence.language for sentence in sentences if sentence.language != UNDETERMINED]
    if languages and all(same_language(languages[0], language) for language in languages):
        return languages[0]
    return ""


def _is_title(title: tuple[int, int] | None, sentences: Sequence[Sentence]) -> bool:
    return title is not None and any(title[0] <= s.span.start < title[1] for s in sentences)


def _accepted(sentence: Sentence) -> Iterator[Mention]:
    return (mention for mention in sentence.mentions if mention.term.status.accepted)


def _is_missing(mention: Mention, language: str, target: Sequence[Sentence]) -> bool:
    concept = mention.concept
    accepted = [t for t in concept.accepted(language) if any(holds(t.scope, sentence) for sentence in target)]
    return (
        mention.term.status.accepted
        and not _is_another_word(mention)
        and bool(accepted)
        and not any(_is_reported_or_there(sentence, concept) for sentence in target)
        and not any(
            may_render(term.text, sentence.text, language, kind=concept.kind)
            for term in accepted
            for sentence in target
        )
    )


def _is_another_word(mention: Mention) -> bool:
    """Whether the term has set capitals and these words have others (luật pháp, Pháp)."""
    written = mention.span.text
    return mention.term.case is Case.EXACT and not written.isupper() and not same_capitals(mention.term.text, written)


def _is_reported_or_there(sentence: Sentence, concept: Concept) -> bool:
    """Whether a form of the concept stands there, rightly or reported by another rule, as is a misread name."""
    return any(mention.concept is concept for mention in sentence.mentions) or any(
        concept in name.persons for name in units_of(sentence)
    )


def _finding(
    found: Sequence[tuple[Mention, Sentence]],
    language: str,
    pair: Pair,
    doubts: Sequence[Doubt],
) -> Finding:
    (mention, _), target = found[0], pair.target
    concept, forms = mention.concept, [t.text for t in mention.concept.terms if same_language(t.language, language)]
    person = concept.kind == "person" and is_proper(mention.span.text)
    left = _first(_left(mention.span.text, sentence) for sentence in target)
    near = left or _first(_near(form, sentence) for sentence in target for form in forms)
    if person and near and is_anothers(near, mention, pair):
        near = None
    said = (at for each in found for at in said_as(*each, target)) if person else iter(())
    instead = near or next(said, None)
    dropped = person and not instead and not any(is_said(*each, target) for each in found)
    if instead and name_key(instead.text) in map(name_key, forms):
        doubts = [doubt for doubt in doubts if doubt is not Doubt.ADJECTIVE]
    if dropped:
        doubts = [*doubts, Doubt.NOT_NAMED]
    return Finding(
        _message(mention.span, instead, dropped),
        instead or whole(target),
        related=tuple(each.span for each, _ in found),
        suggestion=concept.to_write(language),
        reason=concept.note,
        fix=fix(written(near, concept.to_write(language)), Evidence.LIKENESS) if near else None,
        doubts=() if left else tuple(doubts),
    )


def _message(term: Span, instead: Span | None, dropped: bool) -> str:
    if dropped:
        return f"“{term.text}” is not named in the translation"
    message = f"“{term.text}” has no accepted counterpart in the translation"
    return f"{message}, which has “{instead.text}”" if instead else message


def _first(places: Iterator[Span | None]) -> Span | None:
    return next((place for place in places if place), None)


def _left(written: str, sentence: Sentence) -> Span | None:
    """The source's term, left as it was."""
    pattern = re.escape(written) if is_unspaced(written) else rf"(?<!\w){re.escape(written)}(?!\w)"
    found = re.search(pattern, sentence.text)
    return _within(sentence, *found.span()) if found else None


def _near(form: str, sentence: Sentence) -> Span | None:
    """What is much like a form of the term, from the first to the last word or character that the form has, too."""
    from rapidfuzz.fuzz import partial_ratio_alignment, ratio

    text, form = _without_marks(sentence.text), _without_marks(form)
    if len(form) < THRESHOLDS.near_term or len(text) != len(sentence.text) or len(form) > len(text):
        return None
    unspaced = is_unspaced(form)
    found = partial_ratio_alignment(form, text, score_cutoff=THRESHOLDS.near_unspaced if unspaced else THRESHOLDS.near)
    if not found:
        return None
    units = re.finditer(r"\w" if unspaced else r"\w+", text)
    words = [] if unspaced else re.findall(r"\w+", form)
    inside = (unit for unit in units if unit.start() < found.dest_end and found.dest_start < unit.end())
    own = [
        unit
        for unit in inside
        if unit[0] in form or any(ratio(unit[0], word) >= THRESHOLDS.alike_words for word in words)
    ]
    if not own or own[-1].end() - own[0].start() < THRESHOLDS.near_share * len(form):
        return None
    return _within(sentence, *_fitted(form, text, own[0].start(), own[-1].end()))


def _fitted(form: str, text: str, start: int, end: int) -> tuple[int, int]:
    """The place most like the form that begins and ends near another one: with all of 修道院, without a particle."""
    from rapidfuzz.distance import OSA

    if not _JOINED.search(text[start:end]):
        return start, end
    starts = range(max(start - THRESHOLDS.near_reach, 0), start + 1)
    ends = range(max(end - THRESHOLDS.near_reach, start + 1), min(end + THRESHOLDS.near_reach, len(text)) + 1)

    def fit(place: tuple[int, int]) -> tuple[float, int, int]:
        alike = OSA.normalized_similarity(form, text[slice(*place)])
        return alike, sum(_is_edge(text, at) for at in place), place[0] - place[1]

    return max(((one, other) for one in starts for other in ends), key=fit)


def _is_edge(text: str, at: int) -> bool:
    """Whether no word in one script goes on over a place in a text."""
    return not at or _ONE_SCRIPT.match(text, at - 1) is None


def _without_marks(text: str) -> str:
    """Lower case, letters without their accents, as long as the text where that is possible."""
    return "".join(
        letter if _JOINED.match(letter) else unicodedata.normalize("NFD", letter)[0] for letter in text.lower()
    )


def _within(sentence: Sentence, start: int, end: int) -> Span:
    return Span(sentence.span.document, sentence.span.start + start, sentence.span.start + end)


RULE = Rule(
    "XL102",
    "term-missing",
    "A term in the source has no accepted counterpart in its translation.",
    Event,
    check,
    Severity.WARNING,
)
