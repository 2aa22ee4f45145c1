"""Numbers, dates and quantities, measured: false alarms on clean news, recall on known errors, beside bare digits.

    python lab/bench/facts.py --shared ../shared

The peer, as checkers on the market do it: the digits of both sides, without separators, as two bags; a pair is flagged
where they differ. A sentence pair holds a number where either side has a digit or a number in words. Every finding of
the default level on ntrex_dev and on the clean sides is printed with what it was judged to be (facts_judged.tsv).
"""

import argparse
import csv
import gzip
import json
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from xlcheck.check import check
from xlcheck.find import Finder
from xlcheck.model import Alignment, Article, Document, Event, Finding, Glossary, Pair, Sentence, Span
from xlcheck.model.facts import Number
from xlcheck.model.limits import LIMITS
from xlcheck.rules import approximation_changed, date_mismatch, number_mismatch, quantity_mismatch, weekday_mismatch

FOCUS = ("en", "vi", "es", "zh")
OTHERS = ("fr", "de", "pt", "ru", "ja", "ko", "id", "ar")
PAIRS = (*((a, b) for i, a in enumerate(FOCUS) for b in FOCUS[i + 1 :]), *(("en", other) for other in OTHERS))
RULES = tuple(
    module.RULE
    for module in (number_mismatch, date_mismatch, quantity_mismatch, approximation_changed, weekday_mismatch)
)
FINDER = Finder(Glossary())


@dataclass
class Count:
    """Flagged pairs by check, of `pairs` that hold a number."""

    pairs: int = 0
    naive: int = 0
    flagged: Counter[str] = field(default_factory=Counter)


def sentence(text: str, language: str) -> Sentence:
    document = Document(language, text)
    return FINDER.find(Sentence(Span(document, 0, len(text)), language), None)


def event(source: list[Sentence], target: list[Sentence]) -> Event:
    """One translated document, sentence by sentence."""
    articles = tuple(Article(side[0].span.document, side[0].language, tuple(side)) for side in (source, target))
    pairs = tuple(Pair((one,), (other,), 1.0, True) for one, other in zip(source, target, strict=True))
    return Event(articles, (Alignment(*articles, pairs),))


def findings(source: list[Sentence], target: list[Sentence]) -> list[list[Finding]]:
    """The findings of each sentence pair, of any confidence."""
    places = {id(each.span.document): place for side in (source, target) for place, each in enumerate(side)}
    found: list[list[Finding]] = [[] for _ in source]
    for finding in check([event(source, target)], RULES, 0.0):
        found[places[id(finding.at.document)]].append(finding)
    return found


def digits(text: str) -> Counter[str]:
    return Counter(re.findall(r"\d+", re.sub(r"(?<=\d)[.,’'\s](?=\d{3})", "", text)))


def holds_number(*sides: Sentence) -> bool:
    return any(side.facts.of(Number) or any(map(str.isdigit, side.text)) for side in sides)


def codes(found: Iterable[Finding], least: float) -> set[str]:
    return {finding.rule for finding in found if (finding.confidence or 0) >= least}


def rows(path: Path) -> list[dict[str, str]]:
    text = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
    return list(csv.DictReader(text.decode().splitlines(), delimiter="\t", quoting=csv.QUOTE_NONE))


def objects(path: Path) -> Iterator[dict[str, Any]]:
    yield from map(json.loads, gzip.decompress(path.read_bytes()).splitlines())


def clean_news(path: Path, judged: Mapping[tuple[str, ...], str]) -> None:
    table = rows(path)
    sides = {language: [sentence(row[language], language) for row in table] for language in (*FOCUS, *OTHERS)}
    print(f"{path.name.split('.')[0]}: flagged in 100 sentence pairs that hold a number")
    print("pair    pairs  naive |  default level: all  XL201  XL202  XL203  XL204 | pedantic | false by judgement")
    shown: list[str] = []
    totals = Count()
    wrong_total = 0
    for pair in PAIRS:
        count, wrong = Count(), 0
        for number in dict.fromkeys(row["doc_id"] for row in table):
            lines = [place for place, row in enumerate(table) if row["doc_id"] == number]
            source, target = ([sides[language][place] for place in lines] for language in pair)
            for place, one, other, found in zip(lines, source, target, findings(source, target), strict=True):
                if not holds_number(one, other):
                    continue
                count.pairs += 1
                count.naive += digits(one.text) != digits(other.text)
                count.flagged.update(codes(found, LIMITS.sure))
                count.flagged.update(["default"] * bool(codes(found, LIMITS.sure)) + ["pedantic"] * bool(found))
                sure = [finding for finding in found if (finding.confidence or 0) >= LIMITS.sure]
                classes = [judged.get((str(place), "-".join(pair), f.rule), "not judged") for f in sure]
                wrong += any(not kind.startswith("true") for kind in classes)
                shown += [show(place, pair, f, kind) for f, kind in zip(sure, classes, strict=True)]
        line("-".join(pair), count, wrong)
        wrong_total += wrong
        totals.pairs, totals.naive = totals.pairs + count.pairs, totals.naive + count.naive
        totals.flagged.update(count.flagged)
    line("all", totals, wrong_total)
    print("\n".join(shown))


def line(name: str, count: Count, wrong: int) -> None:
    def share(value: int) -> str:
        return f"{100 * value / count.pairs:6.2f}"

    by_rule = " ".join(share(count.flagged[rule.code]) for rule in RULES[:4])
    print(
        f"{name:7} {count.pairs:5} {share(count.naive)} |  {share(count.flagged['default']):>18} {by_rule} |"
        f"   {share(count.flagged['pedantic'])} | {share(wrong)}"
    )


def show(place: int, pair: tuple[str, str], finding: Finding, judgement: str) -> str:
    return f"  line {place} {'-'.join(pair)} {finding.rule} {finding.message} ({finding.reason}): {judgement}"


def unspaced(text: str) -> str:
    """Chinese as it is written, of tokens with wide blanks between them."""
    text = re.sub(r"(?<=\d)\s+([.,])\s+(?=\d)", r"\1", text)
    return re.sub(r"(?<=[^\x00-\x7f])\s+|\s+(?=[^\x00-\x7f])", "", re.sub(r"\s+", " ", text))


def repaired(folder: Path, judged: Mapping[tuple[str, ...], str]) -> None:
    fixes = rows(folder / "number_fixes.tsv")
    print(f"\nmlqe_enzh: {len(fixes)} sentences whose number was repaired")
    changed = [row for row in fixes if judged.get((row["line"], row["split"], "mlqe"), "true").startswith("true")]
    for name, some in (("all rows", fixes), ("another value", changed)):
        before = [pair_findings(row["src"], unspaced(row["mt"]), "en", "zh") for row in some]
        after = [pair_findings(row["src"], unspaced(row["pe"]), "en", "zh") for row in some]
        naive = sum(digits(row["src"]) != digits(unspaced(row["mt"])) for row in some)
        print(f"  {name:14} {len(some):3}: naive {naive / len(some):.2f}", end="")
        for level, least in (("default", LIMITS.sure), ("pedantic", 0.0)):
            hits, false = (sum(bool(codes(found, least)) for found in side) for side in (before, after))
            print(
                f" | {level}: recall {hits / len(some):.2f}, flagged after the repair {false / len(some):.2f}", end=""
            )
        print()
        if name == "another value":
            for row, found in zip(some, before, strict=True):
                if not found:
                    print(f"    missed {row['line']}: {row['src']}")
    clean = [row for row in rows(folder / "dev.tsv.gz") if same_digits(row)]
    found = [pair_findings(row["src"], unspaced(row["pe"]), "en", "zh") for row in clean]
    print(
        f"  {len(clean)} dev rows whose digits agree in src, mt and pe: flagged "
        f"{sum(bool(codes(each, LIMITS.sure)) for each in found)} at the default level, "
        f"{sum(map(bool, found))} pedantic"
    )
    for row, each in zip(clean, found, strict=True):
        for finding in each:
            if (finding.confidence or 0) >= LIMITS.sure:
                print(f"    {finding.rule} {finding.message}: {row['src']}")


def same_digits(row: Mapping[str, str]) -> bool:
    bags = [digits(unspaced(row[side])) for side in ("src", "mt", "pe")]
    return bool(bags[0]) and bags[0] == bags[1] == bags[2]


def pair_findings(source: str, target: str, *languages: str) -> list[Finding]:
    return findings([sentence(source, languages[0])], [sentence(target, languages[1])])[0]


def planted(path: Path) -> None:
    some = [row for row in objects(path) if "numbers_replaced" in row["phenomenon"]]
    before = [pair_findings(row["source"], row["perturbed"], "zh", "en") for row in some]
    after = [pair_findings(row["source"], row["clean"], "zh", "en") for row in some]
    print(f"\ndemetr zh-en: {len(some)} rows with a number replaced")
    naive = [
        sum(digits(row["source"]) != digits(row[side]) for row in some) / len(some) for side in ("perturbed", "clean")
    ]
    print(f"  naive    recall {naive[0]:.2f}, false alarms {naive[1]:.2f}")
    for level, least in (("default", LIMITS.sure), ("pedantic", 0.0)):
        hits, false = (sum(bool(codes(found, least)) for found in side) / len(some) for side in (before, after))
        print(f"  {level:8} recall {hits:.2f}, false alarms {false:.2f}")
    for row, missed, false_alarms in zip(some, before, after, strict=True):
        if not codes(missed, LIMITS.sure):
            print(f"    missed {row['id']}: {row['source']}")
        for finding in false_alarms:
            print(f"    false {row['id']}, confidence {finding.confidence}: {finding.message}: {row['source']}")


def marked(folder: Path) -> None:
    """Segments with a span that a rater marked as a wrong number or measurement format; notation, mostly."""
    print("\nmqm_bio: spans marked number-format or measurement-format, and segments with a number flagged")
    for path in sorted(folder.glob("v2.*.jsonl.gz")):
        source_language, target_language = path.name.split(".")[1].split("-")
        spans = hit = segments = flagged = 0
        seen: dict[tuple[str, str], list[Finding]] = {}
        for row in objects(path):
            key = row["source"], row["target"]
            if key not in seen:
                seen[key] = pair_findings(*key, source_language, target_language)
                segments += any(map(str.isdigit, row["source"] + row["target"]))
                flagged += bool(codes(seen[key], LIMITS.sure))
            marks = [e for e in row["errors"] if e["cat"] in ("number-format", "measurement-format")]
            spans += len(marks)
            hit += sum(bool(codes(seen[key], LIMITS.sure)) for _ in marks)
        print(
            f"  {source_language}-{target_language}: {hit} of {spans} marked; {flagged} of {segments} segments flagged"
        )


def judgements() -> dict[tuple[str, ...], str]:
    table = rows(Path(__file__).with_name("facts_judged.tsv"))
    return {(row["line"], row["pair"], row["code"]): row["judgement"] for row in table}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, required=True, help="folder with dev/")
    parser.add_argument("--news", type=Path, help="another table of news for the first part")
    arguments = parser.parse_args()
    dev = arguments.shared / "dev"
    judged = judgements()
    clean_news(arguments.news or dev / "ntrex_dev.nway.tsv.gz", {} if arguments.news else judged)
    repaired(dev / "mlqe_enzh", judged)
    planted(dev / "demetr" / "demetr.zh-en.jsonl.gz")
    marked(dev / "mqm_bio")


if __name__ == "__main__":
    main()
