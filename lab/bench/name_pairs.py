"""Names misspelt, changed and inconsistent: what is found, and how often the rules speak on clean text.

    python lab/bench/name_pairs.py --shared ../shared

`eamt_names`: persons and places, protocol of that set's README; the glossary holds a row's accepted forms, and in
English the longest stretch of words that the entity's questions have in common (`entity`). The baseline looks for an
accepted form as a string. `demetr`: rows in which a name was replaced, and their clean side. `names_zh_en`: unit and
positives as in that set's README. `planted`: in the clean news of `ntrex_dev`, each name beside an office is replaced
by that of another person. `ntrex_dev` as it is: every finding is printed, since each is a false alarm unless the text
is wrong.
`sure` counts findings that are shown without being asked for.
"""

import argparse
import csv
import gzip
import json
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations, permutations
from pathlib import Path
from typing import Any

from names import article, table

from xlcheck.check import check
from xlcheck.find import Finder
from xlcheck.model import (
    Article,
    Concept,
    Event,
    Finding,
    Glossary,
    Name,
    Sentence,
    Status,
    Term,
)
from xlcheck.model.limits import LIMITS
from xlcheck.rules import RULES
from xlcheck.terms import load

KINDS = {"Person": "person", "Landmark": "place", "Place of worship": "place", "Natural place": "place"}
NAMES = ("XL110", "XL111", "XL112", "XL113")
OURS = ("XL111", "XL112")
FUNCTION_WORD = re.compile(
    "an?|and|are|as|at|be|by|can|did|do|does|for|from|has|have|how|in|is|it|of|on|or|that|the|to|was|were|wh.+|why|with"
)
OTHERS = {
    "Latn": ("Anders Wiklund", "Beatriz Palomares", "Igor Bezrukov"),
    "Cyrl": ("Андерс Виклунд", "Беатрис Паломарес", "Игорь Безруков"),
    "Hani": ("维克伦德", "帕洛马雷斯", "别兹鲁科夫"),
    "Kana": ("アンデルス・ビークルンド", "ベアトリス・パロマレス", "イーゴリ・ベズルコフ"),
}
Row = dict[str, Any]
NONE = Glossary()


def rows(path: Path) -> list[Row]:
    content = path.read_bytes()
    text = gzip.decompress(content) if path.suffix == ".gz" else content
    return [json.loads(line) for line in text.splitlines()]


def found(event: Event, codes: Sequence[str], least: float = LIMITS.sure) -> list[Finding]:
    """The findings of these rules on the last of the event's articles."""
    rules = [rule for rule in RULES if rule.code in codes]
    target = event.articles[-1].document
    return [finding for finding in check((event,), rules, least) if finding.at.document is target]


def pair(source: tuple[str, str], target: tuple[str, str], glossary: Glossary = NONE) -> Event:
    finder = Finder(glossary)
    return table(article(source[0], [source[1]], finder), article(target[0], [target[1]], finder))


def entity(questions: Sequence[str]) -> str:
    """The longest stretch of words that the questions have in common, as the first of them writes it.

    From a word with a capital (not the first of a lone question) where there is such a stretch, else any (a mad
    scientist); it ends in no function word, and of a lone question in a capital. Words are compared without
    possessive and punctuation.
    """
    told = [question.split() for question in dict.fromkeys(questions)]
    keys = [[bare(word) for word in words] for words in told]
    common = [
        (start, end)
        for start, end in combinations(range(len(keys[0]) + 1), 2)
        if all(keys[0][start:end] in [other[at : at + end - start] for at in range(len(other))] for other in keys)
        and not FUNCTION_WORD.fullmatch(keys[0][start] if start else keys[0][0].lower())
        and not FUNCTION_WORD.fullmatch(keys[0][end - 1])
    ]
    lone = len(told) == 1
    named = [(start, end) for start, end in common if keys[0][start][:1].isupper() and start >= lone]
    named = [(start, end) for start, end in named if not lone or keys[0][end - 1][:1].isupper()]
    if not named and not lone:
        named = common
    start, end = max(named, key=lambda stretch: stretch[1] - stretch[0], default=(0, 0))
    return bare(" ".join(told[0][start:end]))


def bare(text: str) -> str:
    return text.strip('?.!,;:"“”()').removesuffix("'s").removesuffix("’s").removesuffix("'")


def eamt(folder: Path) -> None:
    files = {code: rows(folder / f"validation.{code}.jsonl.gz") for code in ("de_DE", "fr_FR", "ja_JP")}
    questions: defaultdict[str, list[str]] = defaultdict(list)
    for row in (row for told in files.values() for row in told):
        questions[row["wikidata_id"]].append(row["source"])
    title = "   string    XL102  XL111-112  together   any"
    print(f"eamt_names        errors{title}    right{title}")
    for code, told in files.items():
        for kind in ("person", "place"):
            some = [row for row in told if kind in {KINDS.get(name) for name in row["types"]}]
            errors = [(row, row["prediction"]) for row in some if row["entity_error"]]
            right = [(row, text) for row in some for text in row["references"]]
            right += [(row, row["prediction"]) for row in some if not row["entity_error"]]
            figures = "   ".join(shares(side, code[:2], kind, questions) for side in (errors, right))
            print(f"{code[:2]} {kind:12}{figures}")


def shares(side: Sequence[tuple[Row, str]], language: str, kind: str, questions: dict[str, list[str]]) -> str:
    """How many there are, and the share that each check flags; `any` is all together, less than sure ones too."""
    flags = dict.fromkeys(
        ((("XL102",), LIMITS.sure), (OURS, LIMITS.sure), (("XL102", *OURS), LIMITS.sure), (("XL102", *OURS), 0.0)), 0
    )
    string = 0
    for row, text in side:
        accepted = row["accepted_mentions"]
        string += not any(form.casefold() in text.casefold() for form in accepted)
        named = entity(questions[row["wikidata_id"]])
        terms = [Term(named, "en"), *(Term(form, language, Status.ADMITTED) for form in accepted)]
        glossary = Glossary((Concept("e", kind, tuple(terms)),) if named else ())
        event = pair(("en", row["source"]), (language, text), glossary)
        for codes, least in flags:
            flags[codes, least] += bool(found(event, codes, least))
    counts = (string, *flags.values())
    return f"{len(side):6}" + "".join(f"{count / len(side):9.3f}" for count in counts)


def demetr(path: Path) -> None:
    some = [row for row in rows(path) if row["phenomenon"] == "critical_id9_ne_replaced"]
    print("\ndemetr, names replaced   rows   found sure  any   clean side sure  any")
    for name, glossary in (("no glossary", NONE), ("builtin:countries", load(("builtin:countries",)))):
        counts = [
            sum(bool(found(pair(("zh", row["source"]), ("en", row[side]), glossary), OURS, least)) for row in some)
            for side in ("perturbed", "clean")
            for least in (LIMITS.sure, 0.0)
        ]
        print(f"{name:23}{len(some):6}{counts[0]:13}{counts[1]:5}{counts[2]:18}{counts[3]:5}")


def names_zh_en(path: Path) -> None:
    told = rows(path)
    usual = {row["name_zh"]: row["usual_en"] for row in told}
    concepts = [
        Concept(zh, "person", (Term(zh, "zh"), *(Term(text, "en") for text in forms))) for zh, forms in usual.items()
    ]
    print("\nnames_zh_en      rules          found  positives  false  negatives")
    for name, glossary in (("glossary", Glossary(tuple(concepts))), ("no glossary", Glossary())):
        finder = Finder(glossary)
        for codes in (("XL110",), OURS, ("XL110", *OURS)):
            counts = {True: [0, 0], False: [0, 0]}
            for row in (row for row in told if row["votes"] != 1):
                event = table(article("zh", [row["source"]], finder), article("en", [row["target"]], finder))
                about = [f for f in found(event, codes) if concerns(f, row)]
                counts[row["votes"] > 1][0] += bool(about)
                counts[row["votes"] > 1][1] += 1
            (hits, positives), (false, negatives) = counts[True], counts[False]
            print(f"{name:17}{'+'.join(codes):15}{hits:5}{positives:11}{false:7}{negatives:11}")


def concerns(finding: Finding, row: Row) -> bool:
    """Whether a finding is about the row's name, and not about another one in the segment."""
    shown = " ".join((finding.message, finding.suggestion, *(span.text for span in finding.related)))
    return any(form in shown for form in (row["name_zh"], *row["usual_en"])) or any(
        finding.at.text in mark[3] or mark[3] in finding.at.text for mark in row["marks"]
    )


def pages(path: Path, finder: Finder) -> Iterator[dict[str, Article]]:
    """Each document in all its languages."""
    with gzip.open(path, "rt", encoding="utf-8", newline="") as file:
        lines = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    for page in dict.fromkeys(line["doc_id"] for line in lines):
        some = [line for line in lines if line["doc_id"] == page]
        languages = [column for column in lines[0] if column != "doc_id"]
        yield {c: article(c.replace("_", "-"), [line[c] for line in some], finder) for c in languages}


def planted(told: Iterable[dict[str, Article]]) -> None:
    """Recall of XL112 on names beside offices that were replaced, pair by pair of lines."""
    counts: defaultdict[str, list[int]] = defaultdict(lambda: [0, 0, 0])
    for page in told:
        for one, other in permutations(page, 2):
            for ours, theirs in zip(page[one].sentences, page[other].sentences, strict=True):
                for script, text in replaced(theirs):
                    event = pair((page[one].language, ours.text), (page[other].language, text))
                    changes = (True, *(bool(found(event, ("XL112",), least)) for least in (LIMITS.sure, 0.0)))
                    counts[script] = [a + b for a, b in zip(counts[script], changes, strict=True)]
    print("\nplanted: script of the target   names   sure    any")
    for script, (total, sure, either) in sorted(counts.items()):
        print(f"{script:29}{total:8}{sure / total:7.2f}{either / total:7.2f}")


def replaced(sentence: Sentence) -> Iterator[tuple[str, str]]:
    """The script and the sentence with another person's name, for each name beside an office."""
    for name in sentence.facts.of(Name):
        start, end = name.span.start - sentence.span.start, name.span.end - sentence.span.start
        if name.offices and name.bounded:
            other = OTHERS[name.script][name.span.start % 3]
            yield name.script, sentence.text[:start] + other + sentence.text[end:]


def clean(told: Iterable[dict[str, Article]]) -> None:
    lines, sure, findings = 0, 0, []
    for page in told:
        for one, other in permutations(page, 2):
            lines += len(page[one].sentences)
            for finding in found(table(page[one], page[other]), NAMES, 0.0):
                findings.append((f"{one}-{other}", finding))
                sure += (finding.confidence or 0) >= LIMITS.sure
    share = 100 * sure / lines
    print(f"\nntrex_dev: {lines} pairs of lines, {sure} sure findings ({share:.3f} in 100), {len(findings)} in all")
    shown: defaultdict[str, list[str]] = defaultdict(list)
    for where, finding in findings:
        shown[f"{finding.rule} {finding.confidence:.1f} {finding.message}"].append(where)
    for message, places in sorted(shown.items()):
        print(f"    {message}: {' '.join(places[:12])}{' ...' if len(places) > 12 else ''} ({len(places)})")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, required=True, help="folder with dev/")
    dev = parser.parse_args().shared / "dev"
    eamt(dev / "eamt_names")
    demetr(dev / "demetr" / "demetr.zh-en.jsonl.gz")
    names_zh_en(dev / "names_zh_en" / "names_zh_en.jsonl")
    finder = Finder(Glossary())
    told = list(pages(dev / "ntrex_dev.nway.tsv.gz", finder))
    planted(told)
    clean(told)


if __name__ == "__main__":
    main()
