"""The same sentence, caption or paragraph appears twice on a page, perhaps with a small change.

**What it does.** Compares the sentences of an article, ignoring case, spacing, punctuation and Unicode normal form, and
reports the second and later copies; neighbouring repeated sentences are one finding. Copies may differ in a few letters
or words, as long as they have the same numbers, dates and names. Only sentences that are too long to recur by chance
are compared, but a short one that directly follows itself is reported, too.

**Why it matters.** A doubled caption, or a paragraph pasted twice, is an error in the page template, or an edit that
left the old version in place. Every reader notices it.

**What it does not do.** Rows of an aligned table may repeat, as segments of a translation memory do. Text that appears
three times is a refrain or a header, and a headline or a summary may quote the text. List items and table rows that
differ in a number or a name are not copies. Paraphrases are not repetitions.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Hashable, Iterator, Sequence

from xlcheck.evidence.foreign import has_code
from xlcheck.evidence.thresholds import THRESHOLDS
from xlcheck.lang.scripts import WIDE, WORD
from xlcheck.model import Article, Finding, Rule, Sentence, Severity, whole
from xlcheck.model.doubt import Doubt, raised
from xlcheck.model.facts import Clock, Code, Day, Month, Number, Weekday

BAD = (
    (
        "es: El Secretario General expresó su alegría por la conversación telefónica. Foto: TTXVN\n"
        "El Secretario General expresó su alegría por la conversación telefónica. Foto: TTXVN",
    ),
    ("zh: 会谈于星期一下午在北京人民大会堂举行。双方同意加强合作。会谈于星期一下午在北京人民大会堂举行。",),
    (
        "en: The two ministers agreed to resume trade talks before the end of the year, officials said.\n"
        "Farmers have waited for that for years.\n"
        "The two ministers agreed to resume the trade talks before the end of this year, officials said.",
    ),
    ("ru: Переговоры начались утром. Переговоры начались утром. Журналистов в зал не пустили.",),
)
GOOD = (
    (
        "es: El Secretario General expresó su alegría por la conversación telefónica. Foto: TTXVN\n"
        "El Presidente expresó su alegría por la visita de la delegación vietnamita. Foto: TTXVN",
    ),
    ("zh: 会谈于星期一下午在北京人民大会堂举行。双方同意加强合作。双方还讨论了边境问题。双方同意加强合作。",),
    (
        "en: The first prize of the lottery went to a pensioner from Leeds, who won 40 pounds a week.\n"
        "The first prize of the lottery went to a pensioner from York, who won 40 pounds a week.",
    ),
)

_SAID = (Number, Day, Month, Weekday, Clock, Code)
_FULL_STOPS, _CLOSING = ".!?…。！？؟", "\"'”’»」』）) "
_WIDE = re.compile(f"[{WIDE}]")
_WORD = re.compile(WORD)

Place = int


def check(article: Article) -> Iterator[Finding]:
    if article.document.rows:
        return
    sentences = article.sentences
    keys = [_key(sentence.text) for sentence in sentences]
    earlier = _copies(article, keys)
    place = 0
    while place < len(keys):
        if place not in earlier:
            place += 1
            continue
        first, length = earlier[place], 1
        while first + length < place and place + length < len(keys):
            # a short one is a copy where it follows a copied one: “Photo: VNA” behind its caption
            if earlier.get(place + length) != first + length and keys[place + length] != keys[first + length]:
                break
            length += 1
        exact = keys[first : first + length] == keys[place : place + length]
        yield _finding(sentences[first : first + length], sentences[place : place + length], exact=exact)
        place += length


def _copies(article: Article, keys: Sequence[str]) -> dict[Place, Place]:
    """For each sentence that is a copy, the place of the one that it copies."""
    found: dict[Place, Place] = {}
    first: dict[str, Place] = {}
    counts = Counter(keys)
    shingles: defaultdict[str, list[Place]] = defaultdict(list)
    for place, key in enumerate(keys):
        follows = (
            place > 0
            and keys[place - 1] == key
            and _is_enough(key, THRESHOLDS.following_letters, THRESHOLDS.following_ideographs)
        )
        copied = first.setdefault(key, place)
        if follows and not article.sentences[place].quoted:
            found[place] = place - 1
        elif _is_enough(key, THRESHOLDS.repeated_letters, THRESHOLDS.repeated_ideographs):
            if copied != place and counts[key] < THRESHOLDS.refrain:
                found[place] = copied
            elif copied == place and (near := _near(article, keys, place, shingles)) is not None:
                found[place] = near
    return {place: copied for place, copied in found.items() if not _is_headline(article, copied, place)}


def _near(article: Article, keys: Sequence[str], place: Place, shingles: defaultdict[str, list[Place]]) -> Place | None:
    """The earlier sentence that a long one is like but for a few letters; `shingles` are filled on the way."""
    from rapidfuzz.distance import Indel

    key = keys[place]
    own = {key[at : at + THRESHOLDS.shingle] for at in range(len(key) - THRESHOLDS.shingle + 1)}
    rare = [shingle for shingle in own if len(shingles[shingle]) < THRESHOLDS.common_shingle]
    shared = Counter(other for shingle in rare for other in shingles[shingle])
    for shingle in rare:
        shingles[shingle].append(place)
    for other, _ in sorted(shared.items(), key=lambda entry: (-entry[1], entry[0]))[:3]:
        if Indel.normalized_similarity(keys[other], key, score_cutoff=THRESHOLDS.copied) and _say_the_same(
            article.sentences[other], article.sentences[place]
        ):
            return other
    return None


def _say_the_same(one: Sentence, other: Sentence) -> bool:
    """Whether two like sentences have the same facts, and the same words in capitals but for the first."""
    return _said(one) == _said(other)


def _said(sentence: Sentence) -> tuple[Counter[Hashable], Counter[str]]:
    facts: Counter[Hashable] = Counter((type(fact), fact.content) for fact in sentence.facts if isinstance(fact, _SAID))
    capitals = Counter(word[0] for word in _WORD.finditer(sentence.text) if word.start() and word[0][0].isupper())
    return facts, capitals


def _is_headline(article: Article, place: Place, copy: Place) -> bool:
    """Whether it is the title, or a headline or a summary's line, without a full stop, of a sentence that has one."""
    title, span = article.document.title, article.sentences[place].span
    ends = [article.sentences[at].text.rstrip(_CLOSING)[-1:] in _FULL_STOPS for at in (place, copy)]
    return (title is not None and title[0] <= span.start and span.end <= title[1]) or ends == [False, True]


def _finding(earlier: Sequence[Sentence], copy: Sequence[Sentence], *, exact: bool) -> Finding:
    where = whole(earlier)
    line, column = where.document.position(where.start)
    return Finding(
        message="the same text appears twice on the page" + ("" if exact else ", with a small change"),
        at=whole(copy),
        related=(where,),
        suggestion="remove one of the two",
        reason=f"it is already at {line}:{column}",
        doubts=raised((Doubt.CODE, has_code(whole(copy)))),
    )


def _key(text: str) -> str:
    """The letters and digits alone: case, spacing, punctuation and normal form make no difference."""
    return re.sub(r"[\W_]+", "", unicodedata.normalize("NFKC", text)).casefold()


def _is_enough(key: str, letters: int, ideographs: int) -> bool:
    return len(key) >= letters or len(_WIDE.findall(key)) >= ideographs


RULE = Rule("XL403", "repeated-text", "The same text appears twice on a page.", Article, check, Severity.WARNING)
