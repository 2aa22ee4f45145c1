"""What is reported of translations into languages that are known in part or not at all.

    python lab/bench/unknown.py --shared ../shared                 # all eleven languages of PUD, against English
    python lab/bench/unknown.py --shared ../shared --only it --show

Sentences of Parallel Universal Dependencies (`parallel/ud_text.tsv.gz`), ten a page, line by line with English as the
source: false alarms of each rule on facts, names and negation at the default level and with --pedantic, and how many of
figures changed in the translation (another first figure) are reported there. `--against` takes another source.
"""

from __future__ import annotations

import argparse
import csv
import gzip
import random
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path

from xlcheck.check import check
from xlcheck.find import Finder
from xlcheck.model import Alignment, Article, Document, Event, Finding, Glossary, Pair, Sentence, Span
from xlcheck.model.limits import LIMITS
from xlcheck.rules import RULES

CODES = ("XL110", "XL111", "XL112", "XL113", "XL201", "XL202", "XL203", "XL204", "XL205", "XL406", "XL501")
PAGE = 10
FINDER = Finder(Glossary(()))
SEED = 1


def texts(shared: Path) -> Mapping[str, Mapping[str, str]]:
    """Language -> sentence's id -> sentence, of the parallel treebanks."""
    lines = gzip.decompress((shared / "parallel/ud_text.tsv.gz").read_bytes()).decode().splitlines()
    found: dict[str, dict[str, str]] = {}
    for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE):
        if row["treebank"].endswith("PUD"):
            found.setdefault(row["language"], {})[row["document"]] = row["text"]
    return found


def article(language: str, lines: Sequence[str]) -> Article:
    document = Document(f"{language}.txt", "\n".join(lines), language)
    sentences, start = [], 0
    for line in lines:
        sentences.append(FINDER.find(Sentence(Span(document, start, start + len(line)), language), None))
        start += len(line) + 1
    return Article(document, language, tuple(sentences))


def side_by_side(source: Article, target: Article) -> Event:
    pairs = tuple(Pair((a,), (b,), 1.0, True) for a, b in zip(source.sentences, target.sentences, strict=True))
    return Event((source, target), (Alignment(source, target, pairs),))


def findings(event: Event) -> tuple[Finding, ...]:
    return check([event], [rule for rule in RULES if rule.code in CODES], least=0.0)


def changed(page: Article, chance: random.Random) -> Iterator[tuple[int, str]]:
    """Lines of a page with another first figure, one figure each."""
    for number, sentence in enumerate(page.sentences):
        places = [at for at, character in enumerate(sentence.text) if character in "123456789"]
        places = [at for at in places if not sentence.text[max(0, at - 1) : at].isalnum()]
        if places:
            at = chance.choice(places)
            other = chance.choice([each for each in "123456789" if each != sentence.text[at]])
            yield number, sentence.text[:at] + other + sentence.text[at + 1 :]


def measure(source: Sequence[str], target: Sequence[str], tags: tuple[str, str], show: bool) -> str:
    """A line of the table: false alarms a rule, and recall."""
    sure, pedantic = Counter[str](), Counter[str]()
    planted = caught = 0
    chance = random.Random(SEED)
    for first in range(0, len(source), PAGE):
        lines = [*source[first : first + PAGE]], [*target[first : first + PAGE]]
        ours, theirs = (article(tag, side) for tag, side in zip(tags, lines, strict=True))
        found = findings(side_by_side(ours, theirs))
        pedantic.update(finding.rule for finding in found)
        sure.update(finding.rule for finding in found if (finding.confidence or 0) >= LIMITS.sure)
        if show:
            print(*(told(finding, ours, theirs) for finding in found), sep="\n", end="\n" * bool(found))
        before = {(finding.rule, finding.message) for finding in found}
        for number, line in changed(theirs, chance):
            planted += 1
            again = article(tags[1], [*lines[1][:number], line, *lines[1][number + 1 :]])
            new = [f for f in findings(side_by_side(ours, again)) if (f.rule, f.message) not in before]
            caught += any((finding.confidence or 0) >= LIMITS.sure for finding in new)
    return "  ".join(
        (f"{tags[1]:4}", *(f"{f'{sure[code]} ({pedantic[code]})':>9}" for code in CODES), f"{caught}/{planted}")
    )


def told(finding: Finding, source: Article, target: Article) -> str:
    level = "default " if (finding.confidence or 0) >= LIMITS.sure else "pedantic"
    side = source if finding.at.document is source.document else target
    line = next(n for n, each in enumerate(side.sentences) if each.span.start <= finding.at.start <= each.span.end)
    texts = (side.sentences[line].text for side in (source, target))
    return "\n    ".join((f"{level} {finding.rule} {finding.message}", *texts))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, required=True, help="folder with parallel/")
    parser.add_argument("--against", default="en", help="the source's language")
    parser.add_argument("--only", nargs="*", help="languages of the translation")
    parser.add_argument("--most", type=int, default=1000, help="sentences of a language")
    parser.add_argument("--show", action="store_true", help="print the findings")
    options = parser.parse_args()
    known = texts(options.shared)
    source = known[options.against]
    print("false alarms at the default level (with --pedantic), and changed figures caught at the default level")
    print("     ", *(f"{code:>9}" for code in CODES), sep="  ")
    for language, own in sorted(known.items()):
        if language != options.against and language in (options.only or known):
            ids = [each for each in source if each in own][: options.most]
            lines = [source[each] for each in ids], [own[each] for each in ids]
            print(measure(*lines, (options.against, language), options.show), flush=True)


if __name__ == "__main__":
    main()
