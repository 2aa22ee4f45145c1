"""Every fix that `check --fix` would offer on real text, safe and unsafe, beside what it was judged to be.

    python lab/bench/fixes.py --shared ../shared [--part docs bilingual news parallel] [--plain] [--sample N]

The texts are right as they stand, or wrong in ways that nobody planted: documentation (docs_sites), translators' files
(bilingual), NTREX documents and 20,000 pairs of `parallel`, a sample of all language pairs in runs of neighbouring
rows. They are checked three times over:

- `plain`: without a glossary, and with that of the project, as users have them;
- `renamed`: with glossaries in which what the text writes is deprecated for another accepted form of the same concept:
  the country names that come with the package, the project's glossary, TICO-19's terms as two publishers have them,
  and the accepted names of ea-mt. Here many fixes of terms are due, and each must be written rightly;
- `planted`: letters of the news and names of the project's glossary are broken in the way that a safe fix puts right;
  counted is how many come back as they were.

Judgements are in fixes_judged.tsv, by set, row, rule, old and new words: `right`, `wrong`, or why it is neither. What
is not there is printed as not judged. `--sample N` prints and counts N of the safe ones of each set, drawn with SEED.
"""

import argparse
import csv
import gzip
import json
import random
import re
import time
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import groupby, product
from pathlib import Path
from tempfile import TemporaryDirectory

from units import tables

from xlcheck import pipeline
from xlcheck.check import check
from xlcheck.config import Config
from xlcheck.evidence.names.readings import rows as readings
from xlcheck.evidence.names.readings import simplify
from xlcheck.files.replacement import replacements
from xlcheck.mend import mend, offered
from xlcheck.model import Concept, Document, Glossary, Report, Status, Term
from xlcheck.pipeline.grouping import Group
from xlcheck.pipeline.join import event
from xlcheck.pipeline.workshop import Workshop
from xlcheck.rules import RULES
from xlcheck.terms import load
from xlcheck.terms.write import write

SEED = "fixes"
PAIRS, RUN = 20_000, 25
"""Pairs of `parallel` in all, and how many neighbours are drawn together."""
AROUND = 50
"""Code points shown on either side."""
ROOT = Path(__file__).parents[2]
PARTS = ("docs", "bilingual", "news", "parallel")
OFFERING = ("XL1", "XL201", "XL304")
"""The rules that offer fixes."""
PLANTED = 200
"""Cells of each language in which a letter is broken."""
FRAMES = {
    "en": "On Monday, {} gave a speech in Beijing.",
    "es": "El lunes, {} pronunció un discurso en Pekín.",
    "vi": "Hôm thứ Hai, {} đã phát biểu tại Bắc Kinh.",
    "fr": "Lundi, {} a prononcé un discours à Pékin.",
}
PLACES = ("Landmark", "Natural place", "Place of worship", "City", "Country")


@dataclass(frozen=True)
class Offer:
    """One edit of one fix."""

    part: str
    row: str
    rule: str
    old: str
    new: str
    safe: bool
    context: str

    @property
    def key(self) -> tuple[str, ...]:
        return self.part, self.row, self.rule, self.old, self.new


def table(name: str, languages: Sequence[str], rows: Sequence[Sequence[str]]) -> tuple[Document, ...]:
    """The columns of an aligned table, a document each."""
    columns = []
    for place, language in enumerate(languages):
        cells = [" ".join(row[place].split()) for row in rows]
        ends = [sum(len(cell) + 1 for cell in cells[:number]) for number in range(len(cells))]
        ranges = tuple((start, start + len(cell)) for start, cell in zip(ends, cells, strict=True))
        columns.append(Document(name, "\n".join(cells), language=language, rows=ranges))
    return tuple(columns)


def offers(part: str, report: Report) -> Iterator[Offer]:
    """The edits that would be written with --unsafe-fixes, each once."""
    files = mend(report, unsafe=True)
    for finding in (finding for file in files for finding in file.findings):
        if finding.fix is None:
            continue
        for edit in replacements(finding):
            document, at = edit.at.document, edit.at
            before = document.text[max(0, at.start - AROUND) : at.start]
            after = document.text[at.end : at.end + AROUND]
            context = f"{before}[{at.text}|{edit.text}]{after}".replace("\n", " ⏎ ")
            row = f"{document.id.partition('docs_sites/')[2] or document.id}:{document.position(at.start)[0]}"
            yield Offer(part, row, finding.rule, at.text, edit.text, finding.fix.safe, context)


def examined(columns: tuple[Document, ...], config: Config) -> Report:
    """What `pipeline.examine` finds of a table, but for gaps, which no rule reads that offers a fix."""
    shop = Workshop(config)
    happening = event(Group(columns, table=True), shop)
    rules = tuple(rule for rule in RULES if config.runs(rule.code))
    found = check([happening], rules)
    return Report((happening,), tuple(offered([happening], found, lambda _: False)), rules)


def docs(shared: Path) -> Iterator[tuple[str, Report, int]]:
    site = shared / "dev/docs_sites"
    for folder in ("glossary", "tutorial"):
        pairs = (str((site / folder).resolve() / "{lang}/*.md"),)
        config = Config(paths=(str(site / folder),), pairs=pairs, source_language="en")
        yield f"docs/{folder}", pipeline.run(config), sum(1 for _ in (site / folder).rglob("*.md"))


def bilingual(shared: Path) -> Iterator[tuple[str, tuple[Document, ...]]]:
    for name, source, target, rows in tables(shared / "bilingual"):
        yield f"bilingual/{name}", table(f"{name}", (source, target), rows)


def rows_of(path: Path) -> list[dict[str, str]]:
    with gzip.open(path, "rt", encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def news(shared: Path) -> Iterator[tuple[str, tuple[Document, ...]]]:
    """A table for each document and pair of languages: English and every other, Chinese and every other."""
    for name, lines in groupby(rows_of(shared / "dev/ntrex_dev.nway.tsv.gz"), key=lambda row: row["doc_id"]):
        texts = list(lines)
        for source, target in product(("en", "zh"), (x for x in texts[0] if x not in ("doc_id", "zh_TW"))):
            if source != target:
                rows = [(row[source], row[target]) for row in texts]
                yield f"news/{name}", table(f"{name} {source}-{target}", (source, target), rows)


def parallel(shared: Path) -> Iterator[tuple[str, tuple[Document, ...]]]:
    """The same share of all language pairs, in runs of rows that stand together, from places drawn with SEED."""
    files = sorted((shared / "parallel").glob("??-??.tsv.gz"))
    each = -(-PAIRS // len(files))
    for path in files:
        languages = path.name[:5].split("-")
        found = rows_of(path)
        starts = range(0, len(found), RUN)
        drawn = sorted(random.Random(f"{SEED} {path.name}").sample(starts, min(len(starts), -(-each // RUN))))
        rows = [[row[language] for language in languages] for at in drawn for row in found[at : at + RUN]]
        yield f"parallel/{path.name[:5]}", table(path.name[:5], languages, rows[:each])


def plain(part: str, shared: Path, files: Sequence[str], renaming: str) -> Iterator[tuple[str, Report, int]]:
    """Each report of a part, its name, and how many pages or rows it holds."""
    if part == "docs":
        for name, report, many in docs(shared) if not files else ():
            yield name, report, many
        return
    inputs = {"bilingual": bilingual, "news": news, "parallel": parallel}[part]
    for name, columns in inputs(shared):
        config = Config(glossary=tuple(files), select=("XL101", "XL104", "XL105") if renaming else OFFERING)
        yield f"{renaming}{name}", examined(columns, config), len(columns[0].rows)


def renamed(glossary: Glossary) -> Glossary:
    """The same with what is admitted deprecated."""
    return Glossary(
        tuple(
            replace(
                concept,
                terms=tuple(
                    replace(term, status=Status.DEPRECATED) if term.status is Status.ADMITTED else term
                    for term in concept.terms
                ),
            )
            for concept in glossary.concepts
        )
    )


def endonyms() -> Glossary:
    """Countries by their English names, the language's own deprecated: many fixes are due, and none needs judging by
    its sense, but by whether a country is meant and the sentence goes on."""
    concepts = []
    for concept in load(["builtin:countries"]).concepts:
        english = concept.to_write("en")
        own = [term for term in concept.terms if term.language in ("de", "es", "fr", "id", "pt", "vi")]
        changed = [term for term in own if term.text != english]
        right = [Term(english, language) for language in dict.fromkeys(term.language for term in changed)]
        if right:
            terms = (*right, *(replace(term, status=Status.DEPRECATED) for term in changed))
            concepts.append(replace(concept, terms=terms))
    return Glossary(tuple(concepts))


def publishers(shared: Path) -> Glossary:
    """TICO-19's terms: the one publisher's deprecated, the other's preferred, where the two have one each."""
    folder = shared / "dev/tico19_terms"
    found: defaultdict[str, dict[str, list[str]]] = defaultdict(dict)
    for language, one, other in (("es", "es", "es-419"), ("vi", "vi-VN", "vi"), ("zh", "zh-CN", "zh-CN")):
        sides = [_targets(folder / f"{name}.csv") for name in (f"facebook.en_{one}", f"google.en_{other}")]
        for english in sides[0].keys() & sides[1].keys():
            (here, *more), (there, *rest) = (side[english] for side in sides)
            if not more and not rest and here.lower() != there.lower():
                found[english][language] = [here, there]
    concepts = []
    for number, (_, languages) in enumerate(sorted(found.items())):
        terms = [
            Term(text, language, status)
            for language, (here, there) in sorted(languages.items())
            for text, status in ((there, Status.PREFERRED), (here, Status.DEPRECATED))
        ]
        concepts.append(Concept(f"tico-{number}", "term", tuple(terms)))
    return Glossary(tuple(concepts))


def _targets(path: Path) -> dict[str, set[str]]:
    found: defaultdict[str, set[str]] = defaultdict(set)
    with path.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            if re.fullmatch(r"[\w' -]{2,}", row["targetString"]):
                found[row["sourceString"].lower()].add(row["targetString"])
    return found


def entities(shared: Path) -> tuple[Glossary, list[tuple[str, tuple[Document, ...]]]]:
    """The accepted names of ea-mt, the first preferred and the others deprecated, and the texts with them."""
    concepts, inputs = [], []
    for language in ("de_DE", "fr_FR", "ja_JP"):
        lines = gzip.decompress((shared / f"dev/eamt_names/validation.{language}.jsonl.gz").read_bytes()).splitlines()
        rows = [json.loads(line) for line in lines]
        tag = language[:2]
        for row in {row["wikidata_id"]: row for row in rows}.values():
            first, *others = dict.fromkeys(row["accepted_mentions"])
            kind = "person" if "Person" in row["types"] else "place" if set(PLACES) & set(row["types"]) else "title"
            terms = (Term(first, tag), *(Term(other, tag, Status.DEPRECATED) for other in others))
            concepts.append(Concept(f"{tag}-{row['wikidata_id'].lower()}", kind, terms))
        cells = [(row["source"], text) for row in rows for text in (row["prediction"], row["references"][0])]
        inputs.append((f"eamt/{tag}", table(tag, ("en", tag), cells)))
    return Glossary(tuple(concepts)), inputs


def reports(options: argparse.Namespace) -> Iterator[tuple[str, Report, int]]:
    """All that is checked: plain, then renamed."""
    shared = options.shared
    for part in options.part:
        yield from plain(part, shared, (), "")
    if options.plain:
        return
    with TemporaryDirectory() as folder:
        for name, glossary in (
            ("countries", renamed(load(["builtin:countries"]))),
            ("project", renamed(load([str(ROOT / "glossary")]))),
            ("tico", publishers(shared)),
            ("endonyms", endonyms()),
        ):
            file = Path(folder) / f"{name}.toml"
            file.write_text(str(write(glossary, "toml").content), "utf-8")
            for part in options.part:
                yield from plain(part, shared, (str(file),), f"{name}+")
        glossary, inputs = entities(shared)
        file = Path(folder) / "entities.toml"
        file.write_text(str(write(glossary, "toml").content), "utf-8")
        for name, columns in inputs:
            yield name, examined(columns, Config(glossary=(str(file),))), len(columns[0].rows)


def planted(shared: Path) -> None:
    """How many broken letters and names a safe fix puts right, and how many it makes something else of."""
    news = rows_of(shared / "dev/ntrex_dev.nway.tsv.gz")
    for language in ("de", "en", "es", "fr", "pt", "ru", "vi"):
        other = "zh" if language == "en" else "en"
        rows = [(row[other], broken(row[language], language)) for row in news]
        kept = [(*both, row[language]) for both, row in zip(rows, news, strict=True) if both[1] != row[language]][
            :PLANTED
        ]
        report = examined(table("letters", (other, language), kept), Config(select=("XL304",)))
        tally(f"letters {language}", report, [" ".join(row[2].split()) for row in kept])
    people = [c for c in load([str(ROOT / "glossary")]).concepts if c.kind == "person" and c.to_write("zh")]
    for language, frame in FRAMES.items():
        kept = [
            (
                f"{person.to_write('zh')}星期一在北京发表了讲话。",
                frame.format(read),
                frame.format(person.to_write(language)),
            )
            for person in people
            if (read := mandarin(person.to_write("zh"))) and person.to_write(language)
        ]
        wrong = [row for row in kept if row[1].casefold() != row[2].casefold()]
        config = Config(glossary=(str(ROOT / "glossary"),), select=("XL110",))
        tally(
            f"misreadings {language}", examined(table("names", ("zh", language), wrong), config), [r[2] for r in wrong]
        )


def broken(text: str, language: str) -> str:
    """The text with one letter inside its longest word as another script, or in Vietnamese another D, has it."""
    letters = {"vi": {"đ": "ð", "Đ": "Ð"}, "ru": dict(zip("аеосру", "aeocpy", strict=True))}
    table = letters.get(language, dict(zip("aeocpx", "аеосрх", strict=True)))
    words = [
        word
        for word in re.findall(r"[^\W\d_]{5,}" if language != "vi" else r"[^\W\d_]+", text)
        if set(table) & set(word)
    ]
    word = max(words, key=len, default="")
    letter = next((letter for letter in word if letter in table), "")
    return text.replace(word, word.replace(letter, table[letter], 1), 1) if letter else text


def mandarin(characters: str) -> str:
    """A name as Pinyin has it, the first character the surname; nothing where one is not in the table."""
    read = [_pinyin().get(character, "") for character in simplify(characters)]
    return f"{read[0].title()} {''.join(read[1:]).title()}" if all(read) and len(read) > 1 else ""


@cache
def _pinyin() -> dict[str, str]:
    found: dict[str, str] = {}
    for system, spellings, characters in readings("readings.tsv"):
        for character in characters if system == "zh" else "":
            found.setdefault(character, spellings.split("|")[0])
    return found


def tally(name: str, report: Report, right: Sequence[str]) -> None:
    """What became of the cells of the second column: right again, written otherwise, or left."""
    files = {file.path: file.after for file in mend(report)}
    before = report.events[0].articles[1].document.text
    after = next(iter(files.values()), before).split("\n")
    cells = list(zip(right, before.split("\n"), after, strict=True))
    mended, other = sum(r == a for r, _, a in cells), sum(a not in (r, b) for r, b, a in cells)
    left = len(cells) - mended - other
    print(f"planted {name}: {len(cells)} broken, {mended} right again, {other} otherwise, {left} left")
    for r, b, a in cells:
        if a != r:
            print(f"    {b} | {a} | {r}")


def judgements() -> dict[tuple[str, ...], str]:
    with Path(__file__).with_name("fixes_judged.tsv").open(encoding="utf-8", newline="") as file:
        table = csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        return {(row["set"], row["row"], row["rule"], row["old"], row["new"]): row["verdict"] for row in table}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, required=True, help="folder with dev/, bilingual/ and parallel/")
    parser.add_argument("--part", nargs="+", choices=PARTS, default=PARTS)
    parser.add_argument("--plain", action="store_true", help="not with glossaries that rename")
    parser.add_argument("--sample", type=int, metavar="N", help="of the safe fixes of each set, N only")
    options = parser.parse_args()
    began, judged = time.process_time(), judgements()
    for name, some in groupby(reports(options), key=lambda each: each[0].split("/")[0]):
        found: dict[Offer, None] = {}
        size = 0
        for _, report, many in some:
            size += many
            found |= dict.fromkeys(offers(name, report))
        show(name, size, found, judged, options.sample)
    if not options.plain:
        planted(options.shared)
    print(f"{time.process_time() - began:.0f} s of CPU")


def show(name: str, size: int, found: Iterable[Offer], judged: dict[tuple[str, ...], str], sample: int | None) -> None:
    for safe in (True, False):
        some = [offer for offer in found if offer.safe is safe]
        by_rule = Counter(offer.rule for offer in some)
        shown = some
        if safe and sample and len(some) > sample:
            shown = sorted(random.Random(f"{SEED} {name}").sample(some, sample), key=some.index)
        verdicts = Counter(judged.get(offer.key, "not judged") for offer in shown)
        print(
            f"{name} ({size} rows or pages), {'safe' if safe else 'unsafe'}: {len(some)} edits "
            f"{dict(sorted(by_rule.items()))}; judged of {len(shown)}: {dict(verdicts.most_common())}"
        )
        for offer in shown:
            print(f"    {offer.row}\t{offer.rule}\t{offer.context}\t{judged.get(offer.key, 'not judged')}", flush=True)


if __name__ == "__main__":
    main()
