"""What an editor would see of sound news: the findings of every rule, by how many languages are checked together.

    python lab/bench/sound_news.py --shared ../shared [--part dev train] [--show]

The documents of NTREX as files, through the whole pipeline, at the default level: the English text named as the
source of 1, 3 or 11 others, or no text named. `per page` is findings for each translated page (for each page where
none is named). The documents are professional translations, so that most findings are false; some are real slips, and
`--show` prints all. `dev` was used to set thresholds; of `train` the sentences trained the encoder, and its documents
were used to set the rules of rows.
"""

import argparse
import csv
import gzip
from collections import Counter
from itertools import groupby
from pathlib import Path
from tempfile import TemporaryDirectory

from xlcheck import pipeline
from xlcheck.config import Config
from xlcheck.model import Report

PARTS = {"dev": "dev/ntrex_dev.nway.tsv.gz", "train": "parallel/ntrex_train.nway.tsv.gz"}
FOCUS = ("en", "es", "vi", "zh")
EVERY = (*FOCUS, "fr", "de", "pt", "ru", "ja", "ko", "id", "ar")
SETS = (("en", "es"), ("vi", "es"), ("en", "zh"), FOCUS, EVERY)


def write(path: Path, folder: Path) -> list[Path]:
    """A folder for each document, a file for each language."""
    with gzip.open(path, "rt", encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    made = []
    for number, (_, lines) in enumerate(groupby(rows, key=lambda row: row["doc_id"])):
        texts = list(lines)
        made.append(folder / f"{number:02}")
        made[-1].mkdir()
        for language in EVERY:
            text = "\n\n".join(row[language] for row in texts) + "\n"
            (made[-1] / f"{language}.txt").write_text(text, "utf-8")
    return made


def check(folder: Path, languages: tuple[str, ...], *, named: bool) -> Report:
    files = [str(folder / f"{language}.txt") for language in languages]
    return pipeline.run(Config(paths=tuple(files), against=files[0] if named else None))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--shared", type=Path, required=True)
    parser.add_argument("--part", nargs="+", choices=PARTS, default=["dev"])
    parser.add_argument("--show", action="store_true")
    options = parser.parse_args()
    for part in options.part:
        with TemporaryDirectory() as made:
            folders = write(options.shared / PARTS[part], Path(made))
            print(f"{part}: languages   source   pages  findings  per page  by rule")
            for languages in SETS:
                for named in (True, False):
                    measure(folders, languages, named=named, show=options.show)


def measure(folders: list[Path], languages: tuple[str, ...], *, named: bool, show: bool) -> None:
    reports = [check(folder, languages, named=named) for folder in folders]
    found = Counter(finding.rule for report in reports for finding in report.findings)
    pages = len(folders) * (len(languages) - named)
    told = " ".join(f"{code} {count}" for code, count in found.most_common())
    title = "-".join(languages) if len(languages) <= len(FOCUS) else f"{len(languages)} languages"
    source = languages[0] if named else "none"
    print(f"  {title:14}  {source:6} {pages:7} {found.total():9} {found.total() / pages:9.2f}  {told}")
    if show:
        for number, report in enumerate(reports):
            for finding in report.findings:
                place = Path(finding.at.document.id).name
                print(f"    {number:02} {place} {finding.rule} “{finding.at.text[:80]}”: {finding.message[:160]}")
                for span in finding.related:
                    print(f"        {Path(span.document.id).name} “{span.text[:160]}”")


if __name__ == "__main__":
    main()
