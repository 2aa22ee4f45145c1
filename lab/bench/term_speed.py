"""Speed and memory of finding terms, against textlint with textlint-rule-prh. Run by `terms.py`."""

import csv
import gzip
import json
import random
import resource
import shutil
import subprocess
import tempfile
import time
from collections.abc import Iterator
from dataclasses import replace
from itertools import accumulate, cycle, takewhile
from pathlib import Path

from xlcheck.find.mentions import MentionFinder
from xlcheck.model import Concept, Glossary, Sentence, Span, Status, Term
from xlcheck.model.language import UNDETERMINED
from xlcheck.read import read_segmented
from xlcheck.rules.term_forbidden import check

LANGUAGES = {"en": "en-vi", "vi": "en-vi", "es": "en-es", "zh": "en-zh"}
LINES = 1_000
PEERS = ("textlint@15", "textlint-rule-prh@6")


def column(path: Path, language: str) -> Iterator[str]:
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE):
            yield row[language] or ""


def write_texts(shared: Path, folder: Path, size: int) -> list[Path]:
    """Files of `LINES` lines of real text, `size` bytes in all, as much in each language."""
    files = []
    for language, pair in LANGUAGES.items():
        known = list(column(shared / "parallel" / f"{pair}.tsv.gz", language))
        ends = accumulate(len(line.encode()) + 1 for line in cycle(known))
        share = takewhile(lambda end: end <= size // len(LANGUAGES), ends)
        lines = [line for line, _ in zip(cycle(known), share, strict=False)]
        for start in range(0, len(lines), LINES):
            files.append(folder / f"{language}-{start}.txt")
            files[-1].write_text("\n".join(lines[start : start + LINES]), "utf-8")
    return files


def vocabulary(shared: Path) -> dict[str, list[str]]:
    """Terms by language: a lemma of each synset that has one in all four, then made-up pairs of such lemmas.

    Letters and spaces only, as prh escapes a hyphen to what is no regular expression.
    """
    found: dict[str, list[str]] = {language: [] for language in LANGUAGES}
    with gzip.open(shared / "lexicon" / "omw_synsets.nway.tsv.gz", "rt", encoding="utf-8") as lines:
        for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE):
            if all(row[language] for language in LANGUAGES):
                for language, terms in found.items():
                    terms.append(row[language].split("|")[0].replace("_", " "))
    draw = random.Random(5)
    for language, terms in found.items():
        alone = sorted({term for term in terms if len(term) > 1 and term.replace(" ", "").isalpha()})
        draw.shuffle(alone)
        gap = "" if language == "zh" else " "
        pairs = (f"{one}{gap}{draw.choice(alone)}" for _ in range(12) for one in alone)
        found[language] = list(dict.fromkeys((*alone, *pairs)))
    return found


def glossary(words: dict[str, list[str]], number: int) -> Glossary:
    share = number // len(LANGUAGES)
    return Glossary(
        tuple(
            Concept(f"{language}:{term}", "term", (Term(term, language, Status.FORBIDDEN),))
            for language, terms in words.items()
            for term in terms[:share]
        )
    )


def find(files: list[Path], terms: Glossary) -> tuple[int, int]:
    """Our way from files to findings, a line a sentence, all terms in all text: mentions and findings."""
    finder = MentionFinder(terms)
    mentions = findings = 0
    for path in files:
        document = read_segmented(str(path))
        for start, end in document.rows:
            sentence = Sentence(Span(document, start, end), UNDETERMINED)
            found = replace(sentence, mentions=finder.find(sentence))
            mentions += len(found.mentions)
            findings += sum(1 for _ in check(found))
    return mentions, findings


def ours(files: list[Path], terms: Glossary) -> float:
    """CPU seconds of `find`; prints them with throughput and memory."""
    size = sum(path.stat().st_size for path in files) / 1e6
    started = time.process_time()
    mentions, findings = find(files, terms)
    seconds = time.process_time() - started
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(
        f"{'xlcheck':24} {len(terms.concepts):7} terms, {size:5.1f} MB: {seconds:7.1f} CPU s, "
        f"{size / seconds:6.3f} MB/s, {mentions} mentions, {findings} findings, process at most {peak} MB"
    )
    return seconds


def children() -> float:
    """CPU seconds of all finished child processes."""
    spent = resource.getrusage(resource.RUSAGE_CHILDREN)
    return spent.ru_utime + spent.ru_stime


def peer(files: list[Path], terms: Glossary, folder: Path) -> float | None:
    """CPU seconds of textlint with prh: one rule a term; None without node."""
    if not (shutil.which("npm") and shutil.which("node")):
        print("textlint + prh: skipped, as node and npm are not installed")
        return None
    subprocess.run(
        ["npm", "install", "--silent", "--no-audit", "--no-fund", "--prefix", str(folder), *PEERS],
        check=True,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    rules = [{"expected": f"[{c.terms[0].text}]", "pattern": c.terms[0].text} for c in terms.concepts]
    (folder / "prh.yml").write_text(json.dumps({"version": 1, "rules": rules}), "utf-8")
    (folder / ".textlintrc.json").write_text(json.dumps({"rules": {"prh": {"rulePaths": ["prh.yml"]}}}), "utf-8")
    command = [str(folder / "node_modules/.bin/textlint"), "-f", "json", *map(str, files)]
    started = children()
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    found = sum(len(file["messages"]) for file in json.loads(done.stdout))
    seconds = children() - started
    size = sum(path.stat().st_size for path in files) / 1e6
    print(
        f"{'textlint + prh':24} {len(terms.concepts):7} terms, {size:5.1f} MB: {seconds:7.1f} CPU s, "
        f"{size / seconds:6.3f} MB/s, {found} messages"
    )
    return seconds


def speed(shared: Path, megabytes: float) -> None:
    """The peer's time and ours for 5,000 terms on the same text, then ours for up to 100,000."""
    words = vocabulary(shared)
    with tempfile.TemporaryDirectory() as name:
        files = write_texts(shared, Path(name), int(megabytes * 1e6))
        theirs = peer(files, glossary(words, 5_000), Path(name))
        for number in (5_000, 10_000, 20_000, 50_000, 100_000):
            mine = ours(files, glossary(words, number))
            if theirs and number == 5_000:
                print(f"ratio {theirs / mine:.0f}")
