"""Development data that come with glossaries or names, and what is known of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path

import name_pairs
import names
import terms

from observing.observation import RIGHT, UNKNOWN, WRONG, Observation
from observing.pages import of
from xlcheck.check import check
from xlcheck.find import Finder
from xlcheck.find.mentions import MentionFinder
from xlcheck.model import Concept, Glossary, Status, Term

_EVERY = 3
"""Of so many rows one is taken."""


def marked_names(shared: Path) -> Iterator[Observation]:
    """Names that three raters judged, with a glossary and without; what one rater alone marks tells nothing."""
    pages = names.marked(shared / "dev" / "names_zh_en" / "names_zh_en.jsonl")
    rows = [row for page in pages for segment in page.rows for row in segment]
    usual = {row["name_zh"]: names.person(row["name_zh"], row["usual_en"]) for row in rows}
    for finder in (Finder(Glossary(tuple(usual.values()))), Finder(Glossary())):
        for page in pages:
            yield from _of_page(page, finder)


def _of_page(page: names.Marked, finder: Finder) -> Iterator[Observation]:
    source = names.article("zh", [one for one, _ in page.segments], finder)
    target = names.article("en", [other for _, other in page.segments], finder)
    for finding in check([names.table(source, target)], names.NAME_RULES, 0.0):
        for sentence, here in zip(target.sentences, page.rows, strict=True):
            if finding.at.document is target.document and sentence.span.overlaps(finding.at):
                votes = max(row["votes"] for row in here if row["name_zh"] in names.told(finding, here))
                truth = UNKNOWN if votes == 1 else RIGHT if votes > 1 else WRONG
                yield of(finding, "names_zh_en", truth)


def accepted_names(shared: Path) -> Iterator[Observation]:
    """Entities with their accepted forms as the glossary: right where the label says that none of them is there."""
    paths = sorted((shared / "dev" / "eamt_names").glob("validation.*.jsonl.gz"))
    files = {path.name.split(".")[1].split("_")[0]: name_pairs.rows(path) for path in paths}
    questions: defaultdict[str, list[str]] = defaultdict(list)
    for row in (row for rows in files.values() for row in rows):
        questions[row["wikidata_id"]].append(row["source"])
    for language, rows in files.items():
        for row in rows[::_EVERY]:
            kind = next((name_pairs.KINDS[name] for name in row["types"] if name in name_pairs.KINDS), "")
            named = name_pairs.entity(questions[row["wikidata_id"]])
            forms = (Term(form, language, Status.ADMITTED) for form in row["accepted_mentions"])
            if kind and named:
                glossary = Glossary((Concept("e", kind, (Term(named, "en"), *forms)),))
                event = name_pairs.pair(("en", row["source"]), (language, row["prediction"]), glossary)
                for finding in name_pairs.found(event, ("XL102", *name_pairs.OURS), 0.0):
                    yield of(finding, "eamt_names", RIGHT if row["entity_error"] else WRONG)


def glossed(shared: Path) -> Iterator[Observation]:
    """Software texts with their terms: right where neither a form nor an inflected one is there."""
    folder = shared / "dev" / "wmt25_terms"
    references = terms.rows(folder / "track1.ende.ref.jsonl")
    outputs = [row for row in terms.rows(folder / "track1.ende.outputs.jsonl.gz") if row["mode"] == "noterm"]
    sound = [{**row, "i": number} for number, row in enumerate(references)]
    for row in (*outputs[::_EVERY], *sound):
        forms = terms.dictionary(references[row["i"]]["proper"])
        finder = MentionFinder(terms.glossary(forms, "en", "de"))
        event = terms.translated(finder, [(row["en"], row["de"])], ("en", "de"))
        meant = {m.span: m.concept.id for s in event.articles[0].sentences for m in s.mentions}
        for finding in check([event], [terms.RULE], 0.0):
            wanted = forms[meant[finding.related[0]]]
            there = terms.is_there(wanted, row["de"]) or terms.is_inflected(wanted, row["de"], "de")
            yield of(finding, "wmt25_terms", WRONG if there or "system" not in row else RIGHT)
