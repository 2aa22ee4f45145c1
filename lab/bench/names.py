"""What XL110 finds among marked name errors, and how often it speaks on clean news.

    python lab/bench/names.py --shared ../shared

`names_zh_en`: protocol of that set's README. Unit (system, segment, name); positive where two or
more of three raters marked it, negative where none did, one vote left out. The glossary holds the set's usual
forms. The rule is for readings of the characters, so the share of errors that are such readings is
printed as its reach. `ntrex_dev` is clean: with a glossary of 40 leaders each finding is a false alarm;
each pair of languages is a table, each language also a page of its own.
"""

from __future__ import annotations

import argparse
import csv
import gzip
import json
import time
from collections.abc import Iterator, Sequence
from itertools import permutations
from pathlib import Path

from xlcheck.find import Finder
from xlcheck.find.readings import lattices
from xlcheck.model import Alignment, Article, Concept, Document, Event, Finding, Glossary, Pair, Sentence, Span, Term
from xlcheck.rules.name_misread import check

FOCUS = ("en", "vi", "es", "zh")
ENGLISH = ("en", "es", "fr", "de")

# characters, English, Vietnamese where it is another form
LEADERS = """
苏林|Tô Lâm
阮富仲|Nguyễn Phú Trọng
范明政|Phạm Minh Chính
陈青敏|Trần Thanh Mẫn
梁强|Lương Cường
黎怀忠|Lê Hoài Trung
武文赏|Võ Văn Thưởng
阮春福|Nguyễn Xuân Phúc
王庭惠|Vương Đình Huệ
陈大光|Trần Đại Quang
张晋创|Trương Tấn Sang
阮晋勇|Nguyễn Tấn Dũng
农德孟|Nông Đức Mạnh
胡志明|Hồ Chí Minh
武元甲|Võ Nguyên Giáp
范文同|Phạm Văn Đồng
黎笋|Lê Duẩn
长征|Trường Chinh
裴青山|Bùi Thanh Sơn
范平明|Phạm Bình Minh
潘文江|Phan Văn Giang
阮氏金银|Nguyễn Thị Kim Ngân
习近平|Xi Jinping|Tập Cận Bình
李强|Li Qiang|Lý Cường
王毅|Wang Yi|Vương Nghị
赵乐际|Zhao Leji|Triệu Lạc Tế
王沪宁|Wang Huning|Vương Hỗ Ninh
蔡奇|Cai Qi|Thái Kỳ
丁薛祥|Ding Xuexiang|Đinh Tiết Tường
李希|Li Xi|Lý Hy
韩正|Han Zheng|Hàn Chính
何立峰|He Lifeng|Hà Lập Phong
刘海星|Liu Haixing|Lưu Hải Tinh
胡锦涛|Hu Jintao|Hồ Cẩm Đào
江泽民|Jiang Zemin|Giang Trạch Dân
邓小平|Deng Xiaoping|Đặng Tiểu Bình
毛泽东|Mao Zedong|Mao Trạch Đông
周恩来|Zhou Enlai|Chu Ân Lai
李克强|Li Keqiang|Lý Khắc Cường
金正恩|Kim Jong-un|Kim Jong-un
"""


def leaders() -> Glossary:
    return Glossary(tuple(leader(*line.split("|")) for line in LEADERS.strip().splitlines()))


def leader(zh: str, en: str, vi: str = "") -> Concept:
    terms = (Term(zh, "zh"), Term(vi or en, "vi"), *(Term(en, language) for language in ENGLISH))
    return Concept(en, "person", terms)


def person(zh: str, usual: Sequence[str]) -> Concept:
    return Concept(zh, "person", (Term(zh, "zh"), *(Term(text, "en") for text in usual)))


def article(language: str, lines: Sequence[str], finder: Finder) -> Article:
    document, at, sentences = Document(language, "\n".join(lines)), 0, []
    for line in lines:
        span = Span(document, at, at + len(line))
        sentences.append(finder.find(Sentence(span, language), None))
        at += len(line) + 1
    return Article(document, language, tuple(sentences))


def table(source: Article, target: Article) -> Event:
    rows = zip(source.sentences, target.sentences, strict=True)
    pairs = tuple(Pair((one,), (other,), 1.0, translation=True) for one, other in rows)
    return Event((source, target), (Alignment(source, target, pairs),))


def pages(rows: Sequence[dict[str, str]]) -> Iterator[list[dict[str, str]]]:
    """The rows of each document, in order."""
    for document in dict.fromkeys(row["doc_id"] for row in rows):
        yield [row for row in rows if row["doc_id"] == document]


def false_alarms(rows: Sequence[dict[str, str]], finder: Finder) -> dict[str, list[Finding]]:
    """Findings by language, or pair of source and target, over all documents."""
    found: dict[str, list[Finding]] = {}
    for page in pages(rows):
        told = {c: article(c, [row[c] for row in page], finder) for c in FOCUS}
        events = {c: Event((told[c],)) for c in FOCUS}
        events |= {f"{s}-{t}": table(told[s], told[t]) for s, t in permutations(FOCUS, 2)}
        for name, event in events.items():
            found.setdefault(name, []).extend(check(event))
    return found


def reads(word: str, characters: str) -> bool:
    ways = lattices("zh", word.replace(" ", ""))
    return any(
        len(way) == len(characters) and all(c in s for c, s in zip(characters, way, strict=True)) for way in ways
    )


def marked(path: Path, finder: Finder) -> tuple[int, int, int, int, int]:
    """True positives, false positives, positives, negatives, and positives that are Mandarin readings."""
    hits = false = positives = negatives = reach = 0
    for line in path.read_text("utf-8").splitlines():
        row = json.loads(line)
        event = table(article("zh", [row["source"]], finder), article("en", [row["target"]], finder))
        flagged = any(finding.at.document.id == "en" and row["name_zh"] in finding.message for finding in check(event))
        if row["votes"] > 1:
            positives, hits = positives + 1, hits + flagged
            reach += any(reads(mark[3], row["name_zh"]) for mark in row["marks"])
        elif row["votes"] == 0:
            negatives, false = negatives + 1, false + flagged
    return hits, false, positives, negatives, reach


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, required=True, help="folder with dev/")
    dev = parser.parse_args().shared / "dev"

    path = dev / "names_zh_en" / "names_zh_en.jsonl"
    told = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    usual = Glossary(tuple({row["name_zh"]: person(row["name_zh"], row["usual_en"]) for row in told}.values()))
    print("names_zh_en     found  false  positives  negatives  precision  recall  reach")
    for name, glossary in (("glossary", usual), ("no glossary", Glossary())):
        hits, false, positives, negatives, reach = marked(path, Finder(glossary))
        precision = f"{hits / (hits + false):.2f}" if hits + false else "-"
        print(
            f"{name:15}{hits:6}{false:7}{positives:11}{negatives:11}"
            f"{precision:>11}{hits / positives:8.2f}{reach / positives:7.2f}"
        )

    with gzip.open(dev / "ntrex_dev.nway.tsv.gz", "rt", encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    print("\nntrex_dev        lines  findings  per 100 lines")
    for name, glossary in ((f"{len(leaders().concepts)} leaders", leaders()), ("no glossary", Glossary())):
        findings = false_alarms(rows, Finder(glossary))
        count = sum(map(len, findings.values()))
        lines = len(rows) * len(findings)
        print(f"{name:15}{lines:7}{count:10}{100 * count / lines:15.2f}")
        for where, some in findings.items():
            for finding in some:
                print(f"    {where}: {finding.message}: {finding.reason}")

    finder = Finder(leaders())
    began = time.perf_counter()
    for language in FOCUS:
        article(language, [row[language] for row in rows], finder)
    taken = time.perf_counter() - began
    print(f"\nall facts and mentions: {len(rows) * len(FOCUS) / taken:.0f} sentences a second")


if __name__ == "__main__":
    main()
