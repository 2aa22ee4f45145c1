"""The term rules, measured: false alarms on human translations, recall on machine translations.

    python lab/bench/terms.py --shared ../shared

*False alarms* are findings of XL102 on the human reference, for each term that stands in the source. *Recall* is
the share of terms of which a system's output has neither the exact nor an inflected form (by simplemma's lemmas; it
says so where that is not installed, since inflected terms are then counted as missing) and that are reported; a term
of the dictionary that is not in the source as a word counts as not reported. *Planted* takes every accepted form of
one term out of a reference line. The peer is the plain check: the term as it is written, anywhere in the target, case
aside; `its own count` is what the data set says of it. Line by line, an article's lines are pairs in one alignment.

Speed is that of reading files, finding 5,000 terms (1,250 in each of four languages, all looked for in all text) and
reporting them as forbidden, against textlint with textlint-rule-prh, installed into a temporary folder. Seconds are
CPU seconds of all threads.
"""

import argparse
import gzip
import json
import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from term_speed import speed

from xlcheck.evidence.doubts import confidence
from xlcheck.find.mentions import MentionFinder
from xlcheck.model import Alignment, Article, Concept, Document, Event, Glossary, Pair, Sentence, Span, Status, Term
from xlcheck.model.limits import LIMITS
from xlcheck.rules.term_missing import RULE

Dictionary = dict[str, list[str]]
Texts = Sequence[tuple[str, str]]


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


def translated(finder: MentionFinder, pairs: Texts, languages: tuple[str, str]) -> Event:
    """Source and target texts as the aligned sentences of an article and its translation."""
    sides = [
        [replace(each, mentions=finder.find(each)) for each in (sentence(text, language) for text in texts)]
        for texts, language in zip(zip(*pairs, strict=True), languages, strict=True)
    ]
    source, target = (Article(side[0].span.document, side[0].language, tuple(side)) for side in sides)
    aligned = tuple(Pair((one,), (other,), 1.0, translation=True) for one, other in zip(*sides, strict=True))
    return Event((source, target), (Alignment(source, target, aligned),))


def flagged(finder: MentionFinder, pairs: Texts, languages: tuple[str, str]) -> tuple[list[str], list[str]]:
    """The concepts found in the source, a sentence at a time, and those reported as missing from the target."""
    event = translated(finder, pairs, languages)
    names = {m.span: m.concept.id for s in event.articles[0].sentences for m in s.mentions}
    found = [name for s in event.articles[0].sentences for name in dict.fromkeys(names[m.span] for m in s.mentions)]
    sure = (finding for finding in RULE.check(event) if confidence(finding, RULE.code) >= LIMITS.sure)
    return found, [names[finding.related[0]] for finding in sure]


def is_there(forms: Iterable[str], text: str) -> bool:
    return any(form.lower() in text.lower() for form in forms)


def is_inflected(forms: Iterable[str], text: str, language: str) -> bool:
    """Whether the lemmas of a form follow one another in the text."""
    if not find_spec("simplemma"):
        return False
    from simplemma import lemmatize

    def lemmas(words: str) -> str:
        return " ".join(["", *(lemmatize(word, language).lower() for word in re.findall(r"[^\W_]+", words)), ""])

    return any(lemmas(form) in lemmas(text) for form in forms)


def show(name: str, part: int, whole: int) -> None:
    print(f"{name:60} {part:6} / {whole:<6} {100 * part / max(whole, 1):6.2f} %")


def track1(folder: Path) -> None:
    references = rows(folder / "track1.ende.ref.jsonl")
    finders = [MentionFinder(glossary(dictionary(row["proper"]), "en", "de")) for row in references]
    terms = in_source = alarms = plain = 0
    for row, finder in zip(references, finders, strict=True):
        found, missing = flagged(finder, [(row["en"], row["de"])], ("en", "de"))
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
        lost = {term for term in absent if not is_inflected(forms[term], row["de"], "de")}
        found, missing = flagged(finders[row["i"]], [(row["en"], row["de"])], ("en", "de"))
        count = counts.setdefault(row["system"], [0, 0, 0])
        count[0] += len(lost & set(missing))
        count[1] += len(lost)
        count[2] += len(lost & set(found))
    counts["all systems"] = [sum(column) for column in zip(*counts.values(), strict=True)]
    for system, (hit, lost_terms, lost_of_found) in counts.items():
        show(f"track 1 recall, {system}", hit, lost_terms)
        show(f"track 1 recall, {system}, term found in source", hit, lost_of_found)


def track2(folder: Path, year: int, source: str, target: str) -> None:
    documents = rows(folder / f"track2.{year}.ref.jsonl.gz")
    forms = dictionary(documents[0]["proper"])
    finder = MentionFinder(glossary(forms, source, target))
    name = f"track 2 {source}-{target} {year}"
    counted = [row for row in rows(folder / "track2.doc_terms.jsonl.gz") if row["year"] == year]
    there = [found for row in counted for _, _, found in row["terms_in_source"]]
    show(f"{name}: false alarms, plain check, its own count", there.count(False), len(there))
    for unit in ("documents", "lines"):
        in_source = alarms = plain = 0
        for row in documents:
            texts = (row[source], row[target])
            pairs = [texts] if unit == "documents" else [*zip(*(text.split("\n") for text in texts), strict=True)]
            found, missing = flagged(finder, pairs, (source, target))
            in_source += len(found)
            alarms += len(missing)
            for text in pairs:
                plain += sum(
                    not is_there(forms[term], text[1]) for term in flagged(finder, [text], (source, target))[0]
                )
        show(f"{name}: false alarms, plain check, {unit}", plain, in_source)
        show(f"{name}: false alarms, {unit}", alarms, in_source)
    planted(name, documents, forms, finder, (source, target))


def planted(
    name: str, documents: list[dict[str, Any]], forms: Dictionary, finder: MentionFinder, languages: tuple[str, str]
) -> None:
    hit = lost = 0
    for row in documents:
        for line in zip(*(row[language].split("\n") for language in languages), strict=True):
            for term in flagged(finder, [line], languages)[0]:
                if is_there(forms[term], line[1]):
                    spoilt = re.sub("|".join(map(re.escape, forms[term])), "", line[1], flags=re.IGNORECASE)
                    hit += term in flagged(finder, [(line[0], spoilt)], languages)[1]
                    lost += 1
    show(f"{name}: recall, planted", hit, lost)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, default=Path("../shared"))
    parser.add_argument("--megabytes", type=float, default=10, help="text for the measure of speed; 0 leaves it out")
    options = parser.parse_args()
    path = options.shared / "dev" / "wmt25_terms"
    if not find_spec("simplemma"):
        print("simplemma is not installed: inflected terms count as missing, and recall is too low")
    track1(path)
    track2(path, 2015, "en", "zh")
    track2(path, 2016, "zh", "en")
    if options.megabytes:
        speed(options.shared, options.megabytes)


if __name__ == "__main__":
    main()
