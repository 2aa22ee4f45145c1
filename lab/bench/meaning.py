"""Measure lost and added negations, events in which one document differs, repeated text and changed order.

    OMP_NUM_THREADS=1 python lab/bench/meaning.py --shared ../shared [--part negation event repeated order] [--show]

`negation` (XL406), on pairs of sentences of ntrex_dev as given: false alarms; recall where one side's only negation is
taken out of its sentence (each language by its own patterns, `EDITS`), or one is put in (after the first of the words
that take one, where neither side has a negation), and on the negations planted in demetr. The peer calls every pair
a finding in which one side alone has a negating word. `event` (XL501): events of 2 to 12 languages out of the
documents of ntrex_dev, through segmentation, encoder and alignment as a user has it, in one of which one number, day
or name is changed; and unaltered. `repeated` (XL403), `order` (XL404): the clean documents, and those with a sentence
pasted a second time with one word changed, or a paragraph moved.
"""

import argparse
import csv
import gzip
import json
import random
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from xlcheck.config import Config
from xlcheck.embed import load
from xlcheck.evidence.doubts import confidence
from xlcheck.find import Finder
from xlcheck.find.negation import find_negations
from xlcheck.lang import Language
from xlcheck.model import Alignment, Article, Document, Event, Finding, Glossary, Name, Pair, Rule, Sentence, Span
from xlcheck.model.facts import Facts, Negation, Number, Weekday
from xlcheck.model.limits import LIMITS
from xlcheck.pipeline.articles import encode, to_article, with_facts
from xlcheck.pipeline.join import to_event
from xlcheck.rules import event_inconsistent, negation_changed, order_changed, repeated_text

FOCUS = ("en", "vi", "es", "zh")
OTHERS = ("fr", "de", "pt", "ru", "ja", "ko", "id", "ar")
LANGUAGES = (*FOCUS, *OTHERS)
PAIRS = (*((a, b) for i, a in enumerate(FOCUS) for b in FOCUS[i + 1 :]), *(("en", other) for other in OTHERS))

FINDER = Finder(Glossary())
Rows = Sequence[Mapping[str, str]]


@dataclass(frozen=True)
class Edits:
    """How a language's negation is taken out, or put in: patterns and what replaces them, the first that matches."""

    out: Sequence[tuple[str, str]]
    put: tuple[str, str]


EDITS = {
    "en": Edits(
        (
            (r"\b(is|was|are|were|has|had|have|could|should|would|does|did|do)n[’']t\b", r"\1"),
            (r"\b(?:can[’']t|cannot)\b", "can"),
            (r"\bwon[’']t\b", "will"),
            (r"\b(not|never) ", ""),
            (r"\b([Nn])o (?=[a-z])", "a "),
        ),
        (r"\b(is|was|are|were|will|would|can|could|should|has been|have been)\b(?! not)", r"\1 not"),
    ),
    "vi": Edits(((r"\b(?:không|chưa|chẳng) (?!chỉ)", ""),), (r"\b(sẽ|đã|vẫn|cũng)\b", r"\1 không")),
    "es": Edits(
        ((r"\b([Nn])o (?=\w)", ""), (r"\b[Nn]unca (?=\w)", "")),
        (r"(?<=\w )(es|son|fue|fueron|ha|han|había|está|están|será|puede|pueden|tiene|tienen|era)\b", r"no \1"),
    ),
    "zh": Edits(
        (
            ("没有|沒有", "有"),
            ("并不|并未|从未|尚未|未能|不会再", ""),
            ("无法", "可以"),
            ("不(?=[是会能要想得应再知需])", ""),
        ),
        ("(?<!不)(是|会|能|可以|应该|应)", r"不\1"),
    ),
    "fr": Edits(
        ((r"\b[Nn](?:e |[’'])(\w+(?: \w+)?) (?:pas|jamais|plus|rien)\b", r"\1"),),
        (r"(?<=\w )(est|sont|était|sera|peut|peuvent|doit|avait|étaient)\b", r"ne \1 pas"),
    ),
    "de": Edits(
        ((r"\b(?:nicht|nie|niemals) (?!nur)", ""), (r" nicht(?=[,.])", ""), (r"\bkein(e[nrms]?)?\b", r"ein\1")),
        (r"(?<=\w )(ist|sind|war|waren|wird|werden|hat|haben|kann|können)\b", r"\1 nicht"),
    ),
    "pt": Edits(
        ((r"\b[Nn]ão (?=\w)(?!só|apenas)", ""), (r"\b[Nn]unca (?=\w)", "")),
        (r"(?<=\w )(é|são|foi|foram|está|estão|será|pode|podem|tem|têm|era|havia)\b", r"não \1"),
    ),
    "ru": Edits(
        ((r"\b[Нн]е (?!только|менее|более|раз)(?=\w)", ""),),
        (r"(?<=\w )(был|была|было|были|будет|будут|может|могут|является|стал|стала)\b", r"не \1"),
    ),
    "ja": Edits(
        (
            ("(?:では|じゃ)(?:ない|なかった)(?=[。」と])", "である"),
            ("していない", "している"),
            ("(?<=て)いない", "いる"),
            ("(?<=て)いなかった", "いた"),
            ("ありません", "あります"),
            ("しなかった", "した"),
            ("しない(?=[。と])", "する"),
            ("できない", "できる"),
            ("できなかった", "できた"),
        ),
        ("(?:した|している|する)(?=。)", "していない"),
    ),
    "ko": Edits(
        (
            ("(?:하|되)지 (?:않았|못했)다", "했다"),
            ("지 (?:않는다|못한다)", "ㄴ다"),
            ("지 않(?:다고|는다고)", "다고"),
            ("지 않은", "은"),
            ("지 않을", "을"),
            ("(이|가) 아니(?:다|라고)", "이다"),
            ("없(?=다|었|는|을)", "있"),
        ),
        ("(했|되었|됐)다(?=[.])", "하지 않았다"),
    ),
    "id": Edits(
        ((r"\b(?:tidak|tak|bukan|belum) (?!hanya|saja)", ""),),
        (r"(?<=\w )(akan|dapat|bisa|telah|sudah|adalah|mampu)\b", r"tidak \1"),
    ),
    "ar": Edits(
        ((r"(?<!\w)و?(?:لا|لم|لن) (?=\w)(?!يزال|تزال|سيما|بد)", ""), (r"(?<!\w)ليس(?:ت)? ", "")),
        (r"(?<!\w)(يمكن|يكون|تكون|يجب|يتم|تم|كان|كانت)(?!\w)", r"لا \1"),
    ),
}


@dataclass
class Count:
    """Flagged of `cases`: by the peer, at the default level, with --pedantic."""

    cases: int = 0
    naive: int = 0
    sure: int = 0
    all: int = 0

    def add(self, pair: Pair, found: Sequence[Finding]) -> None:
        self.cases += 1
        self.naive += naive(pair)
        self.sure += bool(sure(found, negation_changed.RULE))
        self.all += bool(found)

    def rates(self) -> str:
        return "  ".join(f"{value / max(self.cases, 1):6.4f}" for value in (self.naive, self.sure, self.all))


def table(path: Path) -> Rows:
    text = gzip.decompress(path.read_bytes()).decode()
    return list(csv.DictReader(text.splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE))


def sentence(text: str, language: str) -> Sentence:
    bare = Sentence(Span(Document(language, text), 0, len(text)), language)
    return Sentence(bare.span, language, facts=Facts(find_negations(bare)))


def pair_of(source: str, target: str, languages: tuple[str, str]) -> Pair:
    return Pair((sentence(source, languages[0]),), (sentence(target, languages[1]),), 1.0, translation=True)


def said(side: Sequence[Sentence]) -> int:
    return sum(len(each.facts.of(Negation)) for each in side)


PLAIN = {
    "en": r"\b(?:not|no|never|without)\b|n[’']t\b",
    "vi": r"\b(?:không|chưa|chẳng|đừng)\b",
    "es": r"\b(?:no|nunca|jamás|ni|sin)\b",
    "zh": "不|没|无|未|别",
    "fr": r"\b(?:ne|pas|jamais|sans)\b|\bn[’']",
    "de": r"\b(?:nicht|kein\w*|nie|ohne)\b",
    "pt": r"\b(?:não|nunca|nem|sem)\b",
    "ru": r"\b(?:не|нет|ни|без)\b",
    "ja": "ない|なかった|ず|ません",
    "ko": "않|못|없|아니",
    "id": r"\b(?:tidak|bukan|belum|tanpa|tak)\b",
    "ar": r"(?<!\w)و?(?:لا|لم|لن|ليس|ليست|غير|دون)(?!\w)",
}


def naive(pair: Pair) -> bool:
    one, other = (
        any(re.search(PLAIN[each.language], each.text, re.IGNORECASE) for each in side)
        for side in (pair.source, pair.target)
    )
    return one != other


def altered(rows: Rows, pair: tuple[str, str]) -> Iterator[tuple[str, Pair]]:
    """Pairs in which one side's negation was taken out or put in, each once, by the kind of change and its language."""
    chance = random.Random("-".join(pair))
    for row in rows:
        whole = pair_of(row[pair[0]], row[pair[1]], pair)
        count = [said(whole.source), said(whole.target)]
        at = chance.randrange(2)
        text = row[pair[at]]
        if count[at] == 1 and count[1 - at]:
            changed = next(
                (new for old, put in EDITS[pair[at]].out if (new := re.sub(old, put, text, count=1)) != text), text
            )
            kind = "removed"
        elif not any(count):
            changed = re.sub(*EDITS[pair[at]].put, text, count=1)
            kind = "added"
        else:
            continue
        if changed != text:
            sides = (changed, row[pair[1]]) if at == 0 else (row[pair[0]], changed)
            yield f"{kind} {pair[at]}", pair_of(*sides, pair)


def negated(pair: Pair) -> list[Finding]:
    """What XL406 finds in a pair by itself."""
    ours, theirs = (Article(side[0].span.document, side[0].language, side) for side in (pair.source, pair.target))
    return list(negation_changed.check(Event((ours, theirs), (Alignment(ours, theirs, (pair,)),))))


def negation(shared: Path, show: bool, news: Path) -> None:
    rows = table(news)
    print(f"XL406 on {news.name.split('.')[0]}: false alarms   naive   default  pedantic (in 100 pairs)")
    clean, planted, shown = Count(), {}, []
    for pair in PAIRS:
        count = Count()
        for number, row in enumerate(rows, 1):
            whole = pair_of(row[pair[0]], row[pair[1]], pair)
            found = negated(whole)
            for total in (count, clean):
                total.add(whole, found)
            shown += [(number, pair, finding, whole) for finding in found]
        for kind, changed in altered(rows, pair):
            planted.setdefault(kind, Count()).add(changed, negated(changed))
        print(
            f"  {'-'.join(pair):6} {count.cases:5}  "
            + "  ".join(f"{100 * x / count.cases:7.2f}" for x in (count.naive, count.sure, count.all))
        )
    print(
        f"  all    {clean.cases:5}  "
        + "  ".join(f"{100 * x / clean.cases:7.2f}" for x in (clean.naive, clean.sure, clean.all))
    )
    if show:
        for number, pair, finding, whole in shown:
            level = "default " if sure([finding], negation_changed.RULE) else "pedantic"
            texts = "\n      ".join(side[0].text for side in (whole.source, whole.target))
            print(f"    {level} {number} {'-'.join(pair)}: {finding.message}\n      {texts}")
    print("XL406 recall                cases   naive   default pedantic")
    for kind in ("removed", "added"):
        total = Count()
        for name, count in sorted(planted.items()):
            if name.startswith(kind):
                print(f"  {name:24} {count.cases:6}  {count.rates()}")
                for part in ("cases", "naive", "sure", "all"):
                    setattr(total, part, getattr(total, part) + getattr(count, part))
        print(f"  {kind + ' all':24} {total.cases:6}  {total.rates()}")
    lines = gzip.decompress((shared / "dev/demetr/demetr.zh-en.jsonl.gz").read_bytes()).splitlines()
    cases = [case for case in map(json.loads, lines) if "negation" in case["phenomenon"]]
    for side in ("perturbed", "clean"):
        count = Count()
        for case in cases:
            whole = pair_of(case["source"], case[side], ("zh", "en"))
            count.add(whole, negated(whole))
        print(f"  demetr negation {side:9} {count.cases:5}  {count.rates()}")


EVENT_SIZES = (3, 4, 8, 12)


def article(text: str, language: str) -> Article:
    return with_facts(to_article(Document(f"{language}.txt", text, language), Config()), FINDER)


def event_of(articles: Sequence[Article], against: bool = False) -> Event:
    """The articles aligned; with `against` the first is named as the source of the others."""
    return to_event(articles, encode(articles, load(None)), articles[0] if against else None)


def changed_number(at: Article, chance: random.Random) -> tuple[Span, str] | None:
    """A number in figures with another first figure."""
    numbers = [number for sentence in at.sentences for number in sentence.facts.of(Number)]
    spans = [number.span for number in numbers if any(map(str.isdecimal, number.span.text))]
    if not spans:
        return None
    span = chance.choice(spans)
    figure = next(character for character in span.text if character.isdecimal())
    other = str((int(figure) + chance.randint(1, 8)) % 9 + 1)
    new = span.text.replace(figure, other if other != figure else str(int(other) % 9 + 1), 1)
    return span, new


def changed_day(at: Article, chance: random.Random) -> tuple[Span, str] | None:
    """A weekday in place of another."""
    facts = [day for sentence in at.sentences for day in sentence.facts.of(Weekday)]
    named = {value: word for word, value in Language.of(at.language).words("dates")["weekday"].items()}
    if not facts or len(named) < 7:
        return None
    fact = chance.choice(facts)
    others = [word for value, word in sorted(named.items()) if int(value) != fact.weekday]
    return fact.span, chance.choice(others).capitalize() if fact.span.text[0].isupper() else chance.choice(others)


def changed_name(at: Article, chance: random.Random) -> tuple[Span, str] | None:
    """The name beside an office in place of another language-free one: a surname from far away."""
    found = [name for sentence in at.sentences for name in sentence.facts.of(Name)]
    spans = [name.span for name in found if name.bounded and name.offices and not name.country]
    names = STRANGERS.get(at.language, STRANGERS["en"])
    return (chance.choice(spans), chance.choice(names)) if spans else None


STRANGERS = {
    "en": ("Gunnar Lindqvist", "Wojciech Baranowski", "Thabo Mkhize"),
    "ru": ("Гуннар Линдквист", "Войцех Барановский", "Табо Мкизе"),
    "ja": ("グンナー・リンドクヴィスト", "ヴォイチェフ・バラノフスキ"),
    "zh": ("贡纳尔·林德奎斯特", "沃伊切赫·巴拉诺夫斯基"),
}
PLANTS: Mapping[str, Callable[[Article, random.Random], tuple[Span, str] | None]] = {
    "number": changed_number,
    "weekday": changed_day,
    "name": changed_name,
}


@dataclass
class Planted:
    """Events with one change: how many, found at its place, and with other findings than before."""

    cases: int = 0
    found: int = 0
    others: int = 0


def documents(path: Path) -> dict[str, list[Mapping[str, str]]]:
    """The lines of each document of an nway table."""
    docs: dict[str, list[Mapping[str, str]]] = {}
    for row in table(path):
        docs.setdefault(row["doc_id"], []).append(row)
    return docs


def inconsistent(articles: Sequence[Article]) -> list[Finding]:
    return list(event_inconsistent.check(event_of(articles)))


def sure(findings: Sequence[Finding], rule: Rule[Any]) -> list[Finding]:
    return [finding for finding in findings if confidence(finding, rule.code) >= LIMITS.sure]


def event_part(news: Path, show: bool) -> None:
    docs = documents(news)
    whole = {
        (name, language): article("\n".join(row[language] for row in rows), language)
        for name, rows in docs.items()
        for language in LANGUAGES
    }
    print("XL501: findings in unaltered events at the default level (pedantic); planted: found of cases (with others)")
    for size in EVENT_SIZES:
        planted = {kind: Planted() for kind in PLANTS}
        sentences, shown = 0, []
        for name in docs:
            chance = random.Random(f"{name}-{size}")
            articles = [whole[name, language] for language in chance.sample(LANGUAGES, size)]
            before = inconsistent(articles)
            sentences += sum(len(each.sentences) for each in articles)
            shown += [(name, finding) for finding in before]
            for kind, plant in PLANTS.items():
                at = chance.randrange(size)
                if made := plant(articles[at], chance):
                    place_one(planted[kind], articles, at, made, len(sure(before, event_inconsistent.RULE)), show)
        found = "  ".join(f"{kind} {each.found}/{each.cases} ({each.others})" for kind, each in planted.items())
        loud = sure([finding for _, finding in shown], event_inconsistent.RULE)
        print(
            f"  {size:2} languages: {len(docs)} events, {sentences} sentences: {len(loud)} ({len(shown)})  {found}",
            flush=True,
        )
        for name, finding in shown if show else ():
            print(f"    {name} {finding.at.document.id} {finding.confidence} {finding.message}; {finding.reason}")


def place_one(
    count: Planted, articles: Sequence[Article], at: int, made: tuple[Span, str], before: int, show: bool
) -> None:
    """Change one stretch of one article, and count what is found."""
    span, new = made
    text = articles[at].document.text
    altered = article(text[: span.start] + new + text[span.end :], articles[at].language)
    found = sure(inconsistent([*articles[:at], altered, *articles[at + 1 :]]), event_inconsistent.RULE)
    there = [
        f
        for f in found
        if f.at.document is altered.document and f.at.start < span.start + len(new) and span.start < f.at.end
    ]
    count.cases += 1
    count.found += bool(there)
    count.others += len(found) - len(there) > before
    if show and not there:
        print(f"    missed in {altered.document.id}: {span.text!r} -> {new!r}")


def repeated(shared: Path, show: bool) -> None:
    """Clean documents in all languages; and each with a sentence of it pasted again, whole or with a word changed."""
    print("XL403: findings in clean documents; a line pasted again: found of cases, whole and with a word changed")
    for path in (shared / "dev/ntrex_dev.nway.tsv.gz", shared / "parallel/ntrex_train.nway.tsv.gz"):
        sentences, shown, whole, edited = 0, [], [], []
        for name, rows in documents(path).items():
            for language in LANGUAGES:
                chance = random.Random(f"{name}-{language}")
                lines = [row[language] for row in rows]
                clean = article("\n".join(lines), language)
                before = list(repeated_text.check(clean))
                sentences += len(clean.sentences)
                shown += [(name, language, finding) for finding in before]
                at, to = chance.randrange(len(lines)), chance.randrange(len(lines) + 1)
                for copy, found in ((lines[at], whole), (with_a_word_changed(lines[at], chance), edited)):
                    pasted = article("\n".join([*lines[:to], copy, *lines[to:]]), language)
                    found.append(len(list(repeated_text.check(pasted))) > len(before))
        print(f"  {path.name.split('.')[0]}: {len(shown)} in {sentences}", end="")
        print("".join(f"; {sum(found)}/{len(found)}" for found in (whole, edited)))
        for name, language, finding in shown if show else ():
            print(f"    {name} {language} {finding.related[0].text!r}\n      {finding.at.text!r}")


def with_a_word_changed(text: str, chance: random.Random) -> str:
    """A text in which one word in small letters, or one character, is left out."""
    words_ = [match for match in re.finditer(r"\w+", text) if match.start() and match[0].islower()]
    if words_:
        left_out = chance.choice(words_)
        return text[: left_out.start()].rstrip() + text[left_out.end() :]
    at = chance.randrange(len(text) - 1)
    return text[:at] + text[at + 1 :]


def order(shared: Path, show: bool) -> None:
    """Clean documents as translations of one another, and with three neighbouring lines moved."""
    print("XL404: findings in clean pairs of documents (default, pedantic); three lines moved: found, with others")
    docs = documents(shared / "dev/ntrex_dev.nway.tsv.gz")
    for pair in PAIRS:
        clean, pedantic, hits, others, cases = 0, 0, 0, 0, 0
        for name, rows in docs.items():
            chance = random.Random(f"{name}-{pair}")
            lines = [row[pair[1]] for row in rows]
            one = article("\n".join(row[pair[0]] for row in rows), pair[0])
            found = list(order_changed.check(event_of([one, article("\n".join(lines), pair[1])], against=True)))
            clean, pedantic = clean + len(sure(found, order_changed.RULE)), pedantic + len(found)
            if show:
                for finding in found:
                    print(f"    {name} {pair} {finding.confidence} {finding.at.text!r} {finding.related[0].text!r}")
            if len(lines) >= 9:
                at = chance.randrange(len(lines) - 2)
                rest = [*lines[:at], *lines[at + 3 :]]
                to = (at + 3 + chance.randrange(len(rest) - 5)) % len(rest)
                moved = article("\n".join([*rest[:to], *lines[at : at + 3], *rest[to:]]), pair[1])
                found = list(order_changed.check(event_of([one, moved], against=True)))
                hit = any(set(lines[at : at + 3]) & set(f.at.text.split("\n")) for f in found)
                hits, others, cases = hits + hit, others + (len(found) > 1), cases + 1
        print(f"  {'-'.join(pair)}: {clean} ({pedantic})  {hits}/{cases}, {others} with others", flush=True)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, required=True, help="folder with dev/")
    parser.add_argument("--news", type=Path, help="another table of news, as parallel/ntrex_train.nway.tsv.gz")
    parser.add_argument("--show", action="store_true", help="print every finding on clean text")
    parser.add_argument("--part", nargs="*", default=("negation",))
    options = parser.parse_args()
    news = options.news or options.shared / "dev/ntrex_dev.nway.tsv.gz"
    if "negation" in options.part:
        negation(options.shared, options.show, news)
    if "event" in options.part:
        event_part(news, options.show)
    if "repeated" in options.part:
        repeated(options.shared, options.show)
    if "order" in options.part:
        order(options.shared, options.show)


if __name__ == "__main__":
    main()
