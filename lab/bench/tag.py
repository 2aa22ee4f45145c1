"""Language tags: accuracy, calibration and speed, xlcheck beside langdetect, py3langid and lingua, in one run.

    pip install langdetect py3langid lingua-language-detector
    python lab/bench/tag.py --shared ../shared

Every item stands alone, without neighbours: a document's prior would help xlcheck only. The decision is the likeliest
language, whatever its probability; `und` is policy and not part of the score. Speed is that of the fastest of five
interleaved parts. langdetect is seeded, as its documentation asks. It has no call for some languages only: its
detector gets a prior there (`langdetect`), beside the call that its documentation gives (`detect_langs`).
"""

from __future__ import annotations

import argparse
import csv
import gzip
import time
from collections import defaultdict
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from xlcheck.model import primary
from xlcheck.tag import profile
from xlcheck.tag.language import probabilities

if TYPE_CHECKING:
    from langdetect import DetectorFactory

FOUR = ("en", "es", "vi", "zh")
PARTS = 5
"""Not a multiple of the languages, so that each part holds all of them."""

Detect = Callable[[Sequence[str]], list[str]]


def items(dev: Path) -> dict[tuple[str, str], list[tuple[str, str]]]:
    """(set, kind) -> (language, text)."""
    found: dict[tuple[str, str], list[tuple[str, str]]] = defaultdict(list)
    for row in table(dev / "lid_lingua" / "items.tsv.gz"):
        if row["lang"] in FOUR:
            found["lingua", row["kind"]].append((row["lang"], row["text"]))
    for row in table(dev / "ntrex_dev.nway.tsv.gz"):
        for language in FOUR:
            found["ntrex", "sentence"].append((language, row[language]))
    return found


def table(path: Path) -> list[dict[str, str]]:
    with gzip.open(path, "rt", encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE))


def ours(languages: tuple[str, ...]) -> Detect:
    def detect(texts: Sequence[str]) -> list[str]:
        rows = probabilities(texts, languages)
        return [languages[best] for best in rows.argmax(axis=1)]

    return detect


def langdetect(languages: tuple[str, ...]) -> Detect:
    from langdetect import LangDetectException, detector_factory

    prior = {code: 1.0 for code in seeded().get_lang_list() if primary(code) in languages}

    def one(text: str) -> str:
        detector = detector_factory._factory.create()
        detector.set_prior_map(prior)
        detector.append(text)
        try:
            return primary(detector.detect())
        except LangDetectException:
            return "und"

    return lambda texts: [one(text) for text in texts]


def detect_langs() -> Detect:
    from langdetect import LangDetectException, detect_langs

    seeded()

    def one(text: str) -> str:
        try:
            return primary(detect_langs(text)[0].lang)
        except LangDetectException:
            return "und"

    return lambda texts: [one(text) for text in texts]


def seeded() -> DetectorFactory:
    """langdetect's factory with its profiles loaded and its draws the same in every run."""
    from langdetect import DetectorFactory, detector_factory

    DetectorFactory.seed = 0
    detector_factory.init_factory()
    return detector_factory._factory


def py3langid(languages: tuple[str, ...] | None) -> Detect:
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    identifier = LanguageIdentifier.from_model_file(MODEL_FILE)
    if languages:
        identifier.set_languages(list(languages))
    return lambda texts: [identifier.classify(text)[0] for text in texts]


def lingua(languages: tuple[str, ...] | None) -> Detect:
    from lingua import IsoCode639_1, LanguageDetectorBuilder

    builder = (
        LanguageDetectorBuilder.from_iso_codes_639_1(*(getattr(IsoCode639_1, code.upper()) for code in languages))
        if languages
        else LanguageDetectorBuilder.from_all_languages()
    )
    detector = builder.build()

    def one(text: str) -> str:
        found = detector.detect_language_of(text)
        return found.iso_code_639_1.name.lower() if found else "und"

    return lambda texts: [one(text) for text in texts]


def timed(detect: Detect, texts: Sequence[str]) -> tuple[list[str], float]:
    """What is told of each text, and texts a second: of interleaved parts, the fastest."""
    told, speed = [""] * len(texts), 0.0
    for part in range(PARTS):
        began = time.perf_counter()
        told[part::PARTS] = detect(texts[part::PARTS])
        speed = max(speed, len(texts[part::PARTS]) / (time.perf_counter() - began))
    return told, speed


def calibration_error(texts: Sequence[str], gold: Sequence[str], languages: tuple[str, ...]) -> float:
    """Expected calibration error over ten bins of the top probability (Guo et al. 2017)."""
    rows = probabilities(texts, languages)
    top = rows.max(axis=1)
    right = np.array([languages[best] == tag for best, tag in zip(rows.argmax(axis=1), gold, strict=True)])
    bins = np.minimum((top * 10).astype(int), 9)
    return float(
        sum(
            (bins == b).mean() * abs(right[bins == b].mean() - top[bins == b].mean())
            for b in range(10)
            if (bins == b).any()
        )
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, default=Path("../shared"))
    sets = items(parser.parse_args().shared / "dev")
    every = profile.available()
    print(
        f"{'set':<8}{'kind':<11}{'among':<7}{'tool':<13}"
        + "".join(f"{tag:>8}" for tag in FOUR)
        + "    mean   items/s  x langdetect   ECE"
    )
    for among, languages in (("4", FOUR), ("all", None)):
        tools = {
            **({"langdetect": langdetect(languages)} if languages else {}),
            "detect_langs": detect_langs(),
            "py3langid": py3langid(languages),
            "lingua": lingua(languages),
            "xlcheck": ours(languages or every),
        }
        for (name, kind), rows in sets.items():
            if among == "all" and kind != "sentence":
                continue
            gold, texts = [tag for tag, _ in rows], [text for _, text in rows]
            base = 0.0
            for tool, detect in tools.items():
                told, speed = timed(detect, texts)
                base = base or speed
                right = [np.mean([t == tag for t, g in zip(told, gold, strict=True) if g == tag]) for tag in FOUR]
                error = f"{calibration_error(texts, gold, languages or every):6.3f}" if tool == "xlcheck" else ""
                print(
                    f"{name:<8}{kind:<11}{among:<7}{tool:<13}"
                    + "".join(f"{value:8.4f}" for value in right)
                    + f"{np.mean(right):8.4f}{speed:10.0f}{speed / base:14.1f}{error}"
                )


if __name__ == "__main__":
    main()
