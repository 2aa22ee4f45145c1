"""Article extraction: ours and trafilatura's on the pages of dev/article_extraction, in one run.

    python lab/bench/extract.py --shared ../shared

A string that must be in the text is a true positive where it is, a string that must not be there a
false positive where it is. White space is collapsed on both sides. Last column: F1 over the peer's.
The set counts many captions, and headlines in the place of captions, among what must not be there.
"""

import argparse
import gzip
import json
import re
import tempfile
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Mapping
from pathlib import Path

import trafilatura

from xlcheck.model import XlcheckError
from xlcheck.read import read
from xlcheck.read.article import article
from xlcheck.read.blocks import blocks
from xlcheck.read.encoding import decode

Tally = dict[str, Counter[str]]


def ours(page: Path) -> str:
    try:
        return read(str(page))[0].text
    except XlcheckError as error:
        print(error)
        return ""


def ours_body(page: Path) -> str:
    """Without captions and headline, which we keep on purpose and the set counts as boilerplate."""
    source = decode(page.read_bytes(), str(page), lenient=True)
    kept = article(source, blocks(source), ())
    return " ".join(block.text for block in kept if not (block.caption or block.tag == "h1"))


def peer(page: Path) -> str:
    return trafilatura.extract(page.read_bytes(), include_comments=False) or ""


def peer_precise(page: Path) -> str:
    text = trafilatura.extract(page.read_bytes(), include_comments=False, favor_precision=True)
    return text or ""


def measure(extract: Callable[[Path], str], pages: Mapping[str, Path], gold: Mapping) -> Tally:
    tally: Tally = defaultdict(Counter)
    for name, page in pages.items():
        text = " ".join(extract(page).split())
        for language in (gold[name]["language"], "all"):
            for kind in ("with", "without"):
                found = [" ".join(string.split()) in text for string in gold[name][kind]]
                tally[language].update({kind: sum(found), f"no {kind}": len(found) - sum(found)})
    return tally


def figures(counts: Counter[str]) -> tuple[float, float, float]:
    precision = counts["with"] / max(1, counts["with"] + counts["without"])
    recall = counts["with"] / max(1, counts["with"] + counts["no with"])
    return precision, recall, 2 * precision * recall / max(1e-9, precision + recall)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--shared", type=Path, default=Path("../shared"))
    folder = parser.parse_args().shared / "dev" / "article_extraction"
    gold = json.loads((folder / "evaldata.json").read_text("utf-8"))
    with tempfile.TemporaryDirectory() as place:
        pages = {name: Path(place) / re.sub(r"\.gz$", "", name) for name in gold}
        for name, page in pages.items():
            page.write_bytes(gzip.decompress((folder / "html" / name).read_bytes()))
        results, seconds = {}, {}
        for extract in (peer, peer_precise, ours, ours_body):
            began = time.perf_counter()
            results[extract.__name__] = measure(extract, pages, gold)
            seconds[extract.__name__] = time.perf_counter() - began
    base = results["peer"]
    print(f"{'':14}{'language':10}{'P':>7}{'R':>7}{'F1':>7}{'ratio':>7}")
    for language in sorted(base, key=lambda tag: (-sum(base[tag].values()), tag)):
        reference = figures(base[language])[2]
        for name, tally in results.items():
            precision, recall, f1 = figures(tally[language])
            row = f"{precision:7.3f}{recall:7.3f}{f1:7.3f}{f1 / reference:7.3f}"
            print(f"{name:14}{language:10}{row}")
    print("seconds:", ", ".join(f"{name} {taken:.1f}" for name, taken in seconds.items()))


if __name__ == "__main__":
    main()
