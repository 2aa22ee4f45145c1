"""A name is misspelt that is spelt correctly elsewhere.

**What it does.** “Funeo Kishida”, “Kavanagh” and “To Lan” are near misses of Fumio Kishida, Kavanaugh and To Lam. A
near miss alone proves nothing, because people have similar names. It is reported where something shows who is meant:

- the aligned source sentence has a person of the glossary, the target has none of the accepted forms, and a name there
  is similar to one in letters or sounds, or has a word of one next to a word of the source's (Father Brown for Pater
  Brown);
- the aligned sentence in the other language has the correct spelling, and so has the text itself elsewhere, more often
  than the near miss;
- the text has both, next to the same office or another word of the name.

The finding says what to write and shows where that is written.

**Why it matters.** Readers, and those who search, find nobody under a misspelt name.

**What it does not do.** Without a glossary it compares names in Latin script only. Lost or added diacritics, spaces and
hyphens are left to `name-inconsistent`. The endings with which languages inflect names (Trumps) are correct, and so is
a name spelt as the language of the text spells it (Poutine, Lawrow), unless the glossary disagrees. Code is not
checked, a common word of the language is not a name (Eventos for Events), and somebody whom the source also names is
another person. Where the text does not have the correct spelling elsewhere, or the names do not share a neighbouring
word, the finding is less certain and shown with `--pedantic`.
"""

import re
from collections import Counter
from collections.abc import Container, Iterator
from dataclasses import dataclass, replace
from functools import cache

from xlcheck.evidence.edits import renamed
from xlcheck.evidence.fixes import fix
from xlcheck.evidence.names.candidates import Candidate, candidates
from xlcheck.evidence.names.forms import keeps_letters, name_key
from xlcheck.evidence.names.namesakes import is_anothers
from xlcheck.evidence.names.sound import likeness, weights
from xlcheck.evidence.protected import in_code
from xlcheck.evidence.thresholds import THRESHOLDS
from xlcheck.evidence.vocabulary import is_word, knows_words
from xlcheck.lang.scripts import WORD
from xlcheck.model import Article, Event, Finding, Name, Pair, Rule, Sentence, Severity, Span
from xlcheck.model.doubt import Doubt
from xlcheck.model.fix import Evidence

_KISHIDA = """glossary: [[concept]]
id = "kishida"
kind = "person"
zh = "岸田文雄"
ja = "岸田文雄"
en = "Fumio Kishida"
ru = "Фумио Кисида"
"""

BAD = (
    (
        _KISHIDA,
        "zh: 举办论坛是落实岸田文雄首相曼谷会晤共识的重要举措。",
        "en: Holding the forum is an important step in implementing the consensus with Prime Minister Funeo Kishida.",
    ),
    (
        _KISHIDA,
        "ja: 岸田文雄首相は月曜日、バンコクで首脳会談に臨んだ。",
        "ru: В понедельник премьер-министр Фумио Кишида прибыл на встречу в Бангкок.",
    ),
    (
        "en: General Secretary To Lam spoke with the president by telephone on Monday morning.\n"
        "General Secretary To Lam thanked him for the call and for the letter of last week.\n"
        "Later in the day General Secretary To Lan left for Hue, where he met the press.",
    ),
)
GOOD = (
    (
        _KISHIDA,
        "zh: 举办论坛是落实岸田文雄首相曼谷会晤共识的重要举措。",
        "en: Holding the forum is an important step in implementing the consensus with Prime Minister Kishida.",
    ),
    (
        "en: President Vladimir Putin spoke on Monday. Putin thanked Sergei Lavrov.",
        "fr: Le président Vladimir Poutine a parlé lundi. Poutine a remercié Sergueï Lavrov.",
    ),
    (
        "en: President Donald Trump spoke on Monday. Trump said that Ronald Trump was nobody he knew.",
        "ru: Президент Дональд Трамп выступил в понедельник. Трамп сказал, что не знает никакого Рональда Трампа.",
    ),
)


_ENDINGS = "saeinour"
"""Letters that inflected names and those of inhabitants end in."""


_WORD = re.compile(WORD)
_UMLAUT = re.compile("([aou])e")


@dataclass(frozen=True, slots=True)
class _Word:
    """A word of a name where it stands."""

    span: Span
    key: str
    whole: Span
    offices: frozenset[str]


def check(event: Event) -> Iterator[Finding]:
    reported: set[Span] = set()
    for finding in _findings(event):
        if finding.at not in reported:
            reported.add(finding.at)
            yield finding


def _findings(event: Event) -> Iterator[Finding]:
    texts = {article: _Text(article) for article in event.articles}
    for alignment in event.alignments:
        source, target = texts[alignment.source], texts[alignment.target]
        for pair in alignment.pairs:
            yield from _against_glossary(pair)
            yield from _against_counterpart(pair, source, target)
    for article, text in texts.items():
        others = {key for other, each in texts.items() if other is not article for key in each.counts}
        yield from _against_itself(text, others)


class _Text:
    """The words of an article's names, how often each stands there, and the words that are no names."""

    def __init__(self, article: Article) -> None:
        self.words = tuple(word for sentence in article.sentences for word in _words(sentence))
        self.counts = Counter(word.key for word in self.words)
        told = (word for sentence in article.sentences for word in _WORD.findall(sentence.text))
        self.common = frozenset(name_key(word) for word in told if word[0].islower())
        self.language = article.language

    def has_word(self, word: _Word) -> bool:
        """Whether a word is written small, too, or is a common one of the language."""
        return word.key in self.common or is_word(word.span.text, self.language)


def _words(sentence: Sentence) -> Iterator[_Word]:
    """The words of the names in Latin script."""
    for name in sentence.facts.of(Name):
        if name.bounded and name.script == "Latn" and not name.country and not in_code(name.span):
            for found in _WORD.finditer(name.span.text):
                start, end = (name.span.start + offset for offset in found.span())
                if found[0][0].isupper() and not (len(found[0]) > 1 and found[0].isupper()):
                    yield _Word(Span(name.span.document, start, end), name_key(found[0]), name.span, name.offices)


def _against_glossary(pair: Pair) -> Iterator[Finding]:
    """Names like a person of the source, where no accepted form stands in the target."""
    for mention in (m for sentence in pair.source for m in sentence.mentions):
        concept = mention.concept
        accepted = [term.text for term in concept.accepted(pair.target[0].language)] if pair.target else []
        if concept.kind != "person" or not accepted or not mention.term.status.accepted:
            continue
        if any(other.concept is concept for sentence in pair.target for other in sentence.mentions):
            continue
        names = [
            name
            for name in candidates(pair.target, accepted, mention.span.text)
            if (name.kept or _like(name) > 0) and not is_anothers(name.at, mention, pair)
        ]
        if names:
            best = max(names, key=lambda name: (_like(name), -len(name.keys)))
            reason = f"the source names “{mention.span.text}” here"
            doubts = () if _like(best) > 0 else (Doubt.PARTLY_ALIKE,)
            yield _finding(best.at, best.form, (mention.span,), reason, doubts)


def _like(name: Candidate) -> float:
    """How like a form a name is, 0 to 1; where a word of it is right, another must be the source's or a near miss."""
    if name.carried:
        return 1.0
    near = not name.kept or any(_half_alike(key, word) for key in name.own for word in name.missing)
    return _alike("".join(name.keys), name_key(name.form)) if near else 0.0


@cache
def _half_alike(one: str, other: str) -> bool:
    """Whether two words have half of their letters in common."""
    from rapidfuzz.distance import OSA

    return OSA.normalized_similarity(one, other) >= THRESHOLDS.similar_beside


@cache
def _alike(one: str, other: str) -> float:
    """How like two names are, 0 to 1; 0 where they are not alike in letters nor, in Latin script, in sounds."""
    from rapidfuzz.distance import OSA

    similarity = OSA.normalized_similarity(one, other)
    sounds = one.isascii() and other.isascii() and likeness(one, other, weights("Latn", "Latn")) > 0
    return similarity if sounds or similarity >= THRESHOLDS.similar else 0.0


def _against_counterpart(pair: Pair, source: _Text, target: _Text) -> Iterator[Finding]:
    """Near misses of a name that the aligned sentence has and this one has not."""
    ours = [word for sentence in pair.source for word in _words(sentence) if word.key not in source.common]
    theirs = [word for sentence in pair.target for word in _words(sentence)]
    here = {word.key for word in theirs}
    for wrong in theirs:
        right = next((word for word in ours if word.key not in here and _near(wrong.key, word.key)), None)
        if right is None or source.counts[wrong.key] or wrong.key in target.common:
            continue
        if not _is_respelt(wrong, right, target.language) or _are_words(wrong, right, source, target):
            continue
        elsewhere = target.counts[right.key]
        if elsewhere > target.counts[wrong.key]:
            reason = f"the aligned sentence spells it this way, and so does the text, {elsewhere} times"
            sure = knows_words(target.language) or bool(_beside(wrong) & _beside(right))
            doubts = () if sure else (Doubt.UNKNOWN_WORDS,)
            yield _finding(wrong.span, right.span.text, (right.span,), reason, doubts)
        elif wrong.offices & right.offices and not elsewhere:
            reason, doubts = "the aligned sentence spells it this way", (Doubt.NOT_ELSEWHERE,)
            yield _finding(wrong.span, right.span.text, (right.span,), reason, doubts)


def _is_respelt(wrong: _Word, right: _Word, language: str) -> bool:
    """Whether two words do not differ by an ending, which languages that are not known may have."""
    return keeps_letters(language) or wrong.key[-THRESHOLDS.name_ending :] == right.key[-THRESHOLDS.name_ending :]


def _are_words(wrong: _Word, right: _Word, source: _Text, target: _Text) -> bool:
    """Whether either is a common word of its language, as a title's or a feature's are, and nothing says it is a name.

    Eventos is no slip for Events.
    """
    common = target.has_word(wrong) or source.has_word(right) or target.has_word(right)
    return common and not _beside(wrong) & _beside(right)


def _against_itself(text: _Text, others: Container[str]) -> Iterator[Finding]:
    """Names that stand once, near misses of one that stands more often beside the same office or word.

    What the `others` have too, the words of the event's other texts, is somebody else's.
    """
    usual = [key for key, count in text.counts.items() if count > 1 and key not in text.common]
    for wrong in text.words:
        if text.counts[wrong.key] > 1 or wrong.key in text.common or wrong.key in others:
            continue
        near = {key for key in usual if _near(wrong.key, key)}
        right = next((word for word in text.words if word.key in near and _beside(word) & _beside(wrong)), None)
        if right:
            reason = f"the text spells it “{right.span.text}” {text.counts[right.key]} times"
            doubts = () if wrong.offices & right.offices else (Doubt.ONLY_A_WORD,)
            found = _finding(wrong.span, right.span.text, (right.whole,), reason, doubts)
            yield replace(found, fix=None)  # two who hold one office may have names alike


def _beside(word: _Word) -> frozenset[str]:
    """The offices beside a name, and its other words."""
    others = (name_key(other) for other in _WORD.findall(word.whole.text))
    return word.offices | {other for other in others if other != word.key and len(other) >= THRESHOLDS.misspelt_letters}


@cache
def _near(wrong: str, right: str) -> bool:
    """Whether a word is a slip for another: a letter or two, neither an ending nor ue for ü."""
    from rapidfuzz.distance import OSA

    shorter, longer = sorted((wrong, right), key=len)
    if shorter[:1] != longer[:1] or len(shorter) < THRESHOLDS.misspelt_letters or _UMLAUT.sub(r"\1", longer) == shorter:
        return False
    if longer.startswith(shorter):
        return (
            len(shorter) > THRESHOLDS.misspelt_letters
            and len(longer) - len(shorter) == 1
            and longer[-1] not in _ENDINGS
        )
    distance = OSA.distance(wrong, right)
    return distance == 1 or (distance == 2 and len(shorter) >= 2 * THRESHOLDS.misspelt_letters)


def _finding(at: Span, right: str, related: tuple[Span, ...], reason: str, doubts: tuple[Doubt, ...]) -> Finding:
    return Finding(
        f"“{at.text}” is a misspelling of “{right}”",
        at,
        related=related,
        suggestion=right,
        reason=reason,
        fix=fix(renamed(at, right), Evidence.LIKENESS) if _is_whole(at.text, right) else None,
        doubts=doubts,
    )


def _is_whole(wrong: str, right: str) -> bool:
    """Whether both are as many words, and in scripts whose languages inflect names end alike."""
    ends = {wrong[-1:].casefold(), right[-1:].casefold()}
    return len(wrong.split()) == len(right.split()) and (name_key(wrong).isascii() or len(ends) == 1)


RULE = Rule(
    "XL111",
    "name-misspelt",
    "A misspelt name that is spelt correctly elsewhere.",
    Event,
    check,
    Severity.ERROR,
    supersedes=("XL102",),
)
