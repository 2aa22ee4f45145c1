"""Events in which one document says something else (XL501): false alarms on unaltered news, recall on planted changes.

    OMP_NUM_THREADS=1 python lab/bench/events.py --shared ../shared [--news TABLE] [--rows] [--show]

Events of 2 to 12 languages out of the documents of a table of news, through segmentation, encoder and alignment as a
user has it; with `--rows` side by side as the table has them, which takes seconds. Each event unaltered, and with one
thing changed in one document: the first figure of a number; a weekday; the name beside an office, for that of a
stranger; a word, for its opposite. A plant is found where a finding of the default level stands on it, known at least
where one of any level does.
"""

import argparse
import csv
import gzip
import random
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

from xlcheck.config import Config
from xlcheck.embed import load
from xlcheck.evidence.doubts import confidence
from xlcheck.find import Finder
from xlcheck.find.opposites import opposite_words
from xlcheck.lang import Language
from xlcheck.model import Alignment, Article, Document, Event, Finding, Name, Pair, Row, Sentence, Span
from xlcheck.model.facts import Number, Opposite, Weekday
from xlcheck.model.limits import LIMITS
from xlcheck.pipeline.articles import encode, to_article, with_facts
from xlcheck.pipeline.join import to_event
from xlcheck.rules import event_inconsistent
from xlcheck.terms import load as load_glossary

LANGUAGES = ("en", "vi", "es", "zh", "fr", "de", "pt", "ru", "ja", "ko", "id", "ar")
SIZES = (2, 3, 4, 8, 12)
COUNTRIES = load_glossary(("builtin:countries",))
FINDER = Finder(COUNTRIES)
Lines = Sequence[str]
Plant = tuple[Span, str]
"""A stretch, and what is written there instead."""

STRANGERS = {
    "ru": ("Гуннар Линдквист", "Войцех Барановский", "Табо Мкизе"),
    "ja": ("グンナー・リンドクヴィスト", "ヴォイチェフ・バラノフスキ", "タボ・ムキゼ"),
    "zh": ("贡纳尔·林德奎斯特", "沃伊切赫·巴拉诺夫斯基", "塔博·姆基泽"),
    "ko": ("군나르 린드크비스트", "보이치에흐 바라노프스키", "타보 음키제"),
    "ar": ("غونار ليندكفيست", "فويتشيك بارانوفسكي", "ثابو مكيزي"),
}
_LATIN = ("Gunnar Lindqvist", "Wojciech Baranowski", "Thabo Mkhize")


def documents(path: Path) -> dict[str, list[Mapping[str, str]]]:
    """The lines of each document of a table."""
    docs: dict[str, list[Mapping[str, str]]] = {}
    text = gzip.decompress(path.read_bytes()).decode()
    for row in csv.DictReader(text.splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE):
        docs.setdefault(row["doc_id"], []).append(row)
    return docs


def found(document: Document, _: str) -> Article:
    return with_facts(to_article(document, Config()), FINDER)


def given(document: Document, language: str) -> Article:
    """An article of which each line is a sentence."""
    sentences, start = [], 0
    for line in document.text.split("\n"):
        sentences.append(FINDER.find(Sentence(Span(document, start, start + len(line)), language), None))
        start += len(line) + 1
    return Article(document, language, tuple(sentences))


def side_by_side(articles: Sequence[Article]) -> Event:
    """The articles line by line, as translations of one another."""
    lines = [*zip(*(article.sentences for article in articles), strict=True)]
    alignments = [
        Alignment(
            one, other, tuple(Pair((a,), (b,), 1.0, True) for a, b in zip(one.sentences, other.sentences, strict=True))
        )
        for one, other in combinations(articles, 2)
    ]
    return Event(tuple(articles), tuple(alignments), tuple(Row(tuple((s,) for s in line), 1.0) for line in lines))


def aligned(articles: Sequence[Article]) -> Event:
    return to_event(articles, encode(articles, load(None)))


def with_other_figure(at: Article, chance: random.Random) -> Iterator[Plant]:
    """Numbers in figures with another first figure."""
    for span in (number.span for sentence in at.sentences for number in sentence.facts.of(Number)):
        figure = next((character for character in span.text if character.isdecimal()), "")
        if figure:
            other = chance.choice([each for each in "123456789" if each != figure])
            yield span, span.text.replace(figure, other, 1)


def with_other_weekday(at: Article, chance: random.Random) -> Iterator[Plant]:
    named = {int(value): word for word, value in reversed(Language.of(at.language).words("dates")["weekday"].items())}
    for fact in (day for sentence in at.sentences for day in sentence.facts.of(Weekday)):
        others = [word for value, word in sorted(named.items()) if value != fact.weekday]
        if len(others) > 5:
            other = chance.choice(others)
            yield fact.span, other.capitalize() if fact.span.text[0].isupper() else other


def with_stranger(at: Article, chance: random.Random) -> Iterator[Plant]:
    """The names beside an office, in place of which stands a surname from far away."""
    for name in (name for s in at.sentences for name in s.facts.of(Name)):
        if name.offices and not name.country and name.bounded:
            yield name.span, chance.choice(STRANGERS.get(at.language, _LATIN))


def with_opposite(at: Article, chance: random.Random) -> Iterator[Plant]:
    """Words in place of which stands one that says the opposite."""
    for fact in (word for sentence in at.sentences for word in sentence.facts.of(Opposite)):
        if others := opposite_words((fact.meaning, fact.contrary), Language.of(at.language)):
            other = chance.choice(others).rstrip("*")
            yield fact.span, other.capitalize() if fact.span.text[0].isupper() else other


def with_other_country(at: Article, chance: random.Random) -> Iterator[Plant]:
    """Names of countries, in place of which stands another country's."""
    for mention in (m for s in at.sentences for m in s.mentions):
        others = [c for c in COUNTRIES.concepts if c is not mention.concept and c.preferred(at.language)]
        if others and (term := chance.choice(others).preferred(at.language)):
            yield mention.span, term.text


PLANTS: Mapping[str, Callable[[Article, random.Random], Iterator[Plant]]] = {
    "number": with_other_figure,
    "weekday": with_other_weekday,
    "name": with_stranger,
    "opposite": with_opposite,
    "country": with_other_country,
}


@dataclass
class Count:
    """Plants: how many, found at the default level and at any, and in events with other findings than before."""

    cases: int = 0
    sure: int = 0
    found: int = 0
    others: int = 0

    def add(self, other: "Count") -> None:
        self.cases, self.sure = self.cases + other.cases, self.sure + other.sure
        self.found, self.others = self.found + other.found, self.others + other.others

    def __str__(self) -> str:
        return f"{self.sure}/{self.cases} ({self.found}; {self.others})"


def sure(findings: Sequence[Finding]) -> list[Finding]:
    return [finding for finding in findings if confidence(finding, event_inconsistent.RULE.code) >= LIMITS.sure]


@dataclass
class Bench:
    docs: Mapping[str, Sequence[Mapping[str, str]]]
    read: Callable[[Document, str], Article]
    join: Callable[[Sequence[Article]], Event]
    each: int
    show: bool

    def article(self, text: str, language: str) -> Article:
        return self.read(Document(f"{language}.txt", text, language), language)

    def findings(self, articles: Sequence[Article]) -> list[Finding]:
        return list(event_inconsistent.check(self.join(articles)))

    def run(self) -> None:
        whole = {
            (name, language): self.article("\n".join(row[language] for row in rows), language)
            for name, rows in self.docs.items()
            for language in LANGUAGES
        }
        totals = {kind: Count() for kind in PLANTS}
        for size in SIZES:
            counts = {kind: Count() for kind in PLANTS}
            sentences, before = 0, {}
            for name in self.docs:
                chance = random.Random(f"{name}-{size}")
                articles = [whole[name, language] for language in chance.sample(LANGUAGES, size)]
                before[name] = self.findings(articles)
                sentences += sum(len(each.sentences) for each in articles)
                for kind, plant in PLANTS.items():
                    places = [(at, made) for at in range(size) for made in plant(articles[at], chance)]
                    for at, made in chance.sample(places, min(self.each, len(places))):
                        self.place(kind, counts[kind], articles, at, made, sure(before[name]))
            clean = [finding for each in before.values() for finding in each]
            print(
                f"{size:2} languages: {len(self.docs)} events, {sentences} sentences: {len(sure(clean))} ({len(clean)})"
                "  " + "  ".join(f"{kind} {count}" for kind, count in counts.items()),
                flush=True,
            )
            for name, each in before.items():
                for finding in each if self.show else ():
                    print(
                        f"    {name} {finding.at.document.id} {finding.confidence} {finding.message}; {finding.reason}"
                    )
            for kind, count in counts.items():
                totals[kind].add(count)
        print("all: " + "  ".join(f"{kind} {count}" for kind, count in totals.items()))

    def place(
        self, kind: str, count: Count, articles: Sequence[Article], at: int, made: Plant, before: Sequence[Finding]
    ) -> None:
        """Change one stretch of one article, and count what is found."""
        span, new = made
        text = articles[at].document.text
        altered = self.article(text[: span.start] + new + text[span.end :], articles[at].language)
        found = self.findings([*articles[:at], altered, *articles[at + 1 :]])
        end = span.start + len(new)
        there = [
            f
            for f in found
            for place in (f.at, *f.related)
            if place.document is altered.document and place.start < end and span.start < place.end
        ]
        count.cases += 1
        count.sure += bool(sure(there))
        count.found += bool(there)
        count.others += len([f for f in sure(found) if f not in there]) > len(before)
        if self.show and not sure(there):
            sentence = next(s.text for s in altered.sentences if s.span.start <= span.start < s.span.end)
            print(f"    missed {kind} in {altered.language}: {span.text!r} -> {new!r}: {sentence}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, required=True, help="folder with dev/")
    parser.add_argument("--news", type=Path, help="another table of news, as parallel/ntrex_train.nway.tsv.gz")
    parser.add_argument("--rows", action="store_true", help="as the table has them side by side")
    parser.add_argument("--plants", type=int, default=1, help="changes of each kind in an event [1]")
    parser.add_argument("--show", action="store_true", help="print findings on unaltered events, and plants missed")
    options = parser.parse_args()
    docs = documents(options.news or options.shared / "dev/ntrex_dev.nway.tsv.gz")
    print("XL501: unaltered events: findings at the default level (at any)")
    print("planted: found at the default level/cases (at any level; in events with other findings than before)")
    read, join = (given, side_by_side) if options.rows else (found, aligned)
    Bench(docs, read, join, options.plants, options.show).run()


if __name__ == "__main__":
    main()
