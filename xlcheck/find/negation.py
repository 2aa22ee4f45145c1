"""Where a sentence says no, and what in it may stand for a negation in another language."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache

from xlcheck.find.folded import fold
from xlcheck.find.limits import LIMITS
from xlcheck.lang import Language
from xlcheck.lang.scripts import WORD
from xlcheck.model import Sentence
from xlcheck.model.facts import Denial, Negation

_WORD = re.compile(WORD)
_LAST, _NEXT = re.compile(rf"{WORD}(?=\W?$)"), re.compile(rf"\W?({WORD})")


def find_negations(sentence: Sentence) -> tuple[Negation | Denial, ...]:
    """What negates, in the order of the text; nothing in languages without a table.

    A negation is weighed by the words next to it (不 in 不是, in 不败). Denials negate nothing themselves: without,
    refuse, and idioms such as not only, No. 5, 不断.
    """
    language = Language.of(sentence.language)
    folded = fold(sentence.text, Language.of(sentence.language))
    text = folded.text
    found: list[tuple[int, int, type[Negation | Denial], float]] = []
    for start, end, kind in negations(text, language):
        if kind == "not":
            kept = _weights(language, "negation")
            found.append(
                (start, end, Negation, sum(kept.get(each, 0.0) for each in contexts(text, language, start, end)))
            )
        else:
            learnt = _hinted(text[start:end].strip(), language) if kind == "hint" else LIMITS.idiom
            found.append((start, end, Denial, learnt))
    hints = _weights(language, "denial")
    found += [(start, end, Denial, hints[said]) for said, start, end in features(text, language) if said in hints]
    found.sort(key=lambda each: (each[0], each[1], each[2].__name__, each[3]))
    return tuple(kind(folded.span(sentence, start, end), round(value, 2)) for start, end, kind, value in found)


def _hinted(said: str, language: Language) -> float:
    """The weight of a hint, or of its entry in the lexicon where it was too seldom seen itself."""
    weights = _weights(language, "hint")
    return weights[said] if said in weights else weights.get(hint_entry(said, language), LIMITS.unseen_hint)


@lru_cache(maxsize=4096)
def hint_entry(said: str, language: Language) -> str:
    """The longest beginning among the lexicon's hints that a word has (`refus*`); empty where it is there itself."""
    entries = _lexicon(language).get("hint", ())
    if said in entries:
        return ""
    beginnings = (entry for entry in entries if entry.endswith("*") and said.startswith(entry[:-1]))
    return max(beginnings, key=lambda entry: (len(entry), entry), default="")


def negations(text: str, language: Language) -> Iterator[tuple[int, int, str]]:
    """Start, end and kind (`not`, `idiom` or `hint`) of what negates or seems to, in a text in lower case and NFC."""
    return ((*match.span(), match.lastgroup or "") for match in _negations(language).finditer(text))


def contexts(text: str, language: Language, start: int, end: int) -> Iterator[str]:
    """What tells whether a negation is one in other languages too: its form, with what stands before and behind it."""
    form = text[start:end].strip()
    yield ""
    yield form
    if not language.traits.bounded:
        yield from (form + text[end : end + length] for length in (1, 2))
        yield text[max(0, start - 1) : start] + form + "<"
        return
    if following := _NEXT.match(text, end):
        yield f"{form} {following[1]}"
        yield f"{form} {following[1][: LIMITS.word_beginning]}*"
    if before := _LAST.search(text, max(0, start - LIMITS.word_reach), start):
        yield f"{before[0]} {form}<"


def features(text: str, language: Language) -> Iterator[tuple[str, int, int]]:
    """What may hint at a negation, and its place: words, two words, beginnings (`refus*`), or one to three characters.

    `text` is in lower case and NFC.
    """
    if not language.traits.bounded:
        for length in range(1, LIMITS.hint_words + 1):
            places = ((start, start + length) for start in range(len(text) + 1 - length))
            yield from ((text[start:end], start, end) for start, end in places if text[start:end].isalpha())
        return
    before = None
    for match in _WORD.finditer(text):
        yield match[0], *match.span()
        if len(match[0]) > LIMITS.word_beginning:
            yield match[0][: LIMITS.word_beginning] + "*", *match.span()
        if before and match.start() - before.end() == 1:
            yield f"{before[0]} {match[0]}", before.start(), match.end()
        before = match


@cache
def _negations(language: Language) -> re.Pattern[str]:
    """A pattern with the groups `idiom`, which goes first, `not` and `hint`."""
    table = _lexicon(language)
    plain = "|".join(map(re.escape, table.get("not", ())))
    clitics = f"(?:{'|'.join(table['prefix'])})?" if "prefix" in table else ""
    kinds = []
    for kind in ("idiom", "not", "hint"):
        phrases = sorted(table.get(kind, ()), key=lambda phrase: (-len(phrase), phrase))
        bodies = {phrase: _pattern(phrase, language, plain) for phrase in phrases}
        opening = [body for phrase, body in bodies.items() if language.traits.bounded and phrase[0].isalpha()]
        inside = [body for body in bodies.values() if body not in opening]
        either = [rf"(?<!\w){clitics}(?:{'|'.join(opening)})"] * bool(opening) + inside
        kinds += [f"(?P<{kind}>{'|'.join(either)})"] * bool(phrases)
    return re.compile("|".join(kinds) or "(?!)")


def _pattern(phrase: str, language: Language, plain: str) -> str:
    """A phrase as a pattern; `*` is the rest of a word, `#` a number, `…` a few words that negate nothing."""
    body = re.escape(phrase).replace(r"\ ", " ").replace(r"\*", r"\w*").replace(r"\#", r"(?<!\d)\d++")
    if not language.traits.bounded:
        return body.replace("…", rf"[^\W\d]{{0,{LIMITS.gap_characters}}}?")
    body = body.replace("…", rf" ?(?:(?!(?:{plain})\b)[\w'-]+ ){{0,{LIMITS.gap_words}}}")
    # a word is tried from its beginning alone: from every letter, a long one takes time without end
    return r"(?<!\w)" * phrase.startswith("*") + body + r"(?!\w)" * phrase[-1].isalpha()


@cache
def _lexicon(language: Language) -> Mapping[str, Sequence[str]]:
    """kind -> phrases, in lower case and NFC."""
    table: defaultdict[str, list[str]] = defaultdict(list)
    for kind, phrases in language.rows("negation"):
        table[kind] += phrases.split("|")
    return dict(table)


def _weights(language: Language, kind: str) -> Mapping[str, float]:
    return _tables(language).get(kind, {})


@cache
def _tables(language: Language) -> Mapping[str, Mapping[str, float]]:
    """kind -> feature -> log-odds."""
    tables: defaultdict[str, dict[str, float]] = defaultdict(dict)
    for kind, feature, weight in language.weights("negation"):
        tables[kind][feature] = float(weight)
    return dict(tables)
