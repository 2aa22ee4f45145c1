"""Term matching and term-missing, measured: false alarms, recall, speed.

    python lab/bench/terms.py --shared ../shared

False alarms are findings on the human reference, for each term that stands in the source. Recall is
the share of terms that occur nowhere in a system's output (not even inside a longer word) and are
reported; a term of the dictionary that is not in the source as a word counts as not reported.
The peer is the plain check: the term as it is written, anywhere in the target, case aside. For speed it
is one regular expression of all terms, on 200 of the lines; seconds are CPU seconds.
"""

import argparse
import gzip
import json
import re
import time
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from xlcheck.find.mentions import MentionFinder
from xlcheck.model import Concept, Document, Glossary, Pair, Sentence, Span, Status, Term
from xlcheck.rules.term_missing import RULE

Dictionary = dict[str, list[str]]


def rows(path: Path) -> list[dict[str, Any]]:
    content = path.read_bytes()
    text = gzip.decompress(content) if path.suffix == ".gz" else content
    return [json.loads(line) for line in text.splitlines()]


def dictionary(entries: dict[str, Any]) -> Dictionary:
    return {source: [forms] if isinstance(forms, str) else forms for source, forms in entries.items()}


def glossary(terms: Dictionary, source: str, target: str) -> Glossary:
    return Glossary(
        tuple(
            Concept(
                term,
                "term",
                (
                    Term(term, source),
                    *(Term(form, target, Status.ADMITTED) for form in dict.fromkeys(forms)),
                ),
            )
            for term, forms in terms.items()
        )
    )


def sentence(text: str, language: str) -> Sentence:
    document = Document(language, text)
    return Sentence(Span(document, 0, len(text)), language)


def flagged(finder: MentionFinder, source: Sentence, target: Sentence) -> tuple[set[str], set[str]]:
    """The concepts found in the source, and those reported as missing from the target."""
    found = replace(source, mentions=finder.find(source))
    pair = Pair((found,), (replace(target, mentions=finder.find(target)),), 1.0, translation=True)
    places = {mention.span: mention.concept.id for mention in found.mentions}
    return set(places.values()), {places[span] for f in RULE.check(pair) for span in f.related}


def is_there(forms: Iterable[str], text: str) -> bool:
    return any(form.lower() in text.lower() for form in forms)


def show(name: str, part: int, whole: int) -> None:
    print(f"{name:60} {part:6} / {whole:<6} {100 * part / max(whole, 1):6.2f} %")


def track1(folder: Path) -> None:
    references = rows(folder / "track1.ende.ref.jsonl")
    finders = [MentionFinder(glossary(dictionary(row["proper"]), "en", "de")) for row in references]
    terms = in_source = alarms = plain = 0
    for row, finder in zip(references, finders, strict=True):
        found, missing = flagged(finder, sentence(row["en"], "en"), sentence(row["de"], "de"))
        forms = dictionary(row["proper"])
        terms += len(forms)
        in_source += len(found)
        alarms += len(missing)
        plain += sum(not is_there(forms[term], row["de"]) for term in found)
    show("track 1 en-de: terms found in the source", in_source, terms)
    show("track 1 en-de: false alarms on the reference", alarms, in_source)
    show("track 1 en-de: false alarms, plain check", plain, in_source)
    recall(rows(folder / "track1.ende.outputs.jsonl.gz"), references, finders)


def recall(outputs: list[dict[str, Any]], references: list[dict[str, Any]], finders: list[MentionFinder]) -> None:
    counts: dict[str, list[int]] = {}
    for row in outputs:
        if row["mode"] != "noterm":
            continue
        forms = dictionary(references[row["i"]]["proper"])
        absent = {term for term in forms if not is_there(forms[term], row["de"])}
        found, missing = flagged(finders[row["i"]], sentence(row["en"], "en"), sentence(row["de"], "de"))
        count = counts.setdefault(row["system"], [0, 0, 0])
        count[0] += len(absent & missing)
        count[1] += len(absent)
        count[2] += len(absent & found)
    counts["all systems"] = [sum(column) for column in zip(*counts.values(), strict=True)]
    for system, (hit, lost, lost_of_found) in counts.items():
        show(f"track 1 recall, {system}", hit, lost)
        show(f"track 1 recall, {system}, term found in source", hit, lost_of_found)


def track2(folder: Path, year: int, source: str, target: str) -> None:
    documents = rows(folder / f"track2.{year}.ref.jsonl.gz")
    finder = MentionFinder(glossary(dictionary(documents[0]["proper"]), source, target))
    in_source = alarms = plain = 0
    for row in documents:
        forms = dictionary(row["proper"])
        found, missing = flagged(finder, sentence(row[source], source), sentence(row[target], target))
        in_source += len(found)
        alarms += len(missing)
        plain += sum(not is_there(forms[term], row[target]) for term in found)
    show(f"track 2 {source}-{target} {year}: false alarms", alarms, in_source)
    show(f"track 2 {source}-{target} {year}: false alarms, plain check", plain, in_source)


def words(folder: Path) -> Iterator[str]:
    """Distinct phrases of one to three words from the texts: realistic terms, and many hits."""
    seen: set[str] = set()
    for row in rows(folder / "track2.2015.ref.jsonl.gz"):
        tokens = row["en"].split()
        for size in (2, 3, 1):
            for at in range(0, len(tokens) - size, size):
                phrase = " ".join(tokens[at : at + size]).strip(".,;:()“”")
                if phrase.lower() not in seen and any(map(str.isalpha, phrase)):
                    seen.add(phrase.lower())
                    yield phrase


def speed(folder: Path) -> None:
    lines = [
        line
        for year in (2015, 2016)
        for row in rows(folder / f"track2.{year}.ref.jsonl.gz")
        for line in row["en"].splitlines()
    ]
    lines += [row["en"] for row in rows(folder / "track1.ende.outputs.jsonl.gz")]
    sentences = [sentence(line, "en") for line in lines]
    size = sum(len(line.encode()) for line in lines) / 1e6
    phrases = list(words(folder))
    for number in (500, 5_000, len(phrases)):
        finder = MentionFinder(glossary({phrase: [] for phrase in phrases[:number]}, "en", "de"))
        started = time.process_time()
        finder.find(sentences[0])
        built = time.process_time() - started
        started = time.process_time()
        mentions = sum(len(finder.find(each)) for each in sentences)
        seconds = time.process_time() - started
        peer = alternation_speed(phrases[:number], lines[:: len(lines) // 200])
        print(
            f"{number:6} terms: built in {built:.2f} s; {len(sentences)} sentences, {size:.1f} MB, "
            f"{mentions} mentions in {seconds:.2f} s = {size / seconds:.2f} MB/s; "
            f"one regular expression of all terms {peer:.4f} MB/s, ratio {size / seconds / peer:.0f}"
        )


def alternation_speed(phrases: list[str], lines: list[str]) -> float:
    """MB/s of the peer: all terms in one regular expression, longest first."""
    longest = sorted(map(re.escape, phrases), key=len, reverse=True)
    pattern = re.compile(rf"\b(?:{'|'.join(longest)})\b", re.IGNORECASE)
    started = time.process_time()
    for line in lines:
        pattern.findall(line)
    return sum(len(line.encode()) for line in lines) / 1e6 / (time.process_time() - started)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, default=Path("../shared"))
    path = parser.parse_args().shared / "dev" / "wmt25_terms"
    track1(path)
    track2(path, 2015, "en", "zh")
    track2(path, 2016, "zh", "en")
    speed(path)


if __name__ == "__main__":
    main()
