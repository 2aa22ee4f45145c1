"""What the name rules find among marked name errors, and how often they speak on clean news.

    python lab/bench/names.py --shared ../shared

`names_zh_en`: protocol of that set's README. Unit (system, segment, name); positive where two or
more of three raters marked it, negative where none did, one vote left out. All segments of one system and document
are a table, as a page and its translation would be. A finding of `XL102` or `XL11x` in a segment flags the name that
its words tell of, or, where they tell of none, each name of the segment. The glossary holds the set's usual forms.
Baselines: the name's Mandarin reading stands in the target (of names from outside China; of all), and the usual form
does not.
`ntrex_dev` is clean: each finding is a false alarm, with a glossary of 40 leaders and without; each pair of languages
is a table, each language also a page of its own. `misread names` is tests/rules/data/misread_names.tsv.
"""

from __future__ import annotations

import argparse
import csv
import gzip
import json
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import permutations, product
from pathlib import Path
from typing import Any

from xlcheck.check import check
from xlcheck.evidence.names.forms import name_key
from xlcheck.evidence.names.readings import spellings
from xlcheck.find import Finder
from xlcheck.model import Alignment, Article, Concept, Document, Event, Finding, Glossary, Pair, Sentence, Span, Term
from xlcheck.rules import RULES

ROOT = Path(__file__).resolve().parents[2]
NAME_RULES = tuple(rule for rule in RULES if rule.code == "XL102" or rule.code.startswith("XL11"))
ENGLISH = ("en", "es", "fr", "de")
CHINESE = {"何立峰"}

Row = Mapping[str, Any]

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


@dataclass(frozen=True, slots=True)
class Marked:
    """A page of names_zh_en: its segments in order, and the rows about each."""

    segments: tuple[tuple[str, str], ...]
    rows: tuple[tuple[Row, ...], ...]


def marked(path: Path) -> list[Marked]:
    pages: dict[tuple[str, str], dict[int, list[Row]]] = {}
    for row in map(json.loads, path.read_text("utf-8").splitlines()):
        pages.setdefault((row["doc"], row["system"]), {}).setdefault(row["seg"], []).append(row)
    found = []
    for page in pages.values():
        rows = [page[seg] for seg in sorted(page)]
        found.append(Marked(tuple((r[0]["source"], r[0]["target"]) for r in rows), tuple(map(tuple, rows))))
    return found


def flagged(page: Marked, finder: Finder) -> Iterator[tuple[Row, set[str]]]:
    """Each row of a page with the codes of the rules that flag its name."""
    source = article("zh", [one for one, _ in page.segments], finder)
    target = article("en", [other for _, other in page.segments], finder)
    findings = [f for f in check([table(source, target)], NAME_RULES) if f.at.document is target.document]
    for sentence, rows in zip(target.sentences, page.rows, strict=True):
        here = [f for f in findings if sentence.span.start <= f.at.start <= sentence.span.end]
        for row in rows:
            yield row, {f.rule for f in here if row["name_zh"] in told(f, rows)}


def told(finding: Finding, rows: Sequence[Row]) -> set[str]:
    """The names that a finding is about."""
    names = {row["name_zh"]: row["usual_en"] for row in rows}
    short = [span.text for span in finding.related if len(span.text) <= max(map(len, names))]
    words = " ".join((finding.message, finding.reason, finding.suggestion))
    about = {zh for zh in names if zh in words or any(text in zh for text in short)}
    about |= {zh for zh, usual in names.items() if any(form in words for form in usual)}
    return about or set(names)


def mandarin(row: Row) -> bool:
    """Whether the name's Pinyin stands in the target, its syllables joined or not."""
    letters = name_key(row["target"])
    return any("".join(choice) in letters for choice in product(*(spellings("zh", c) for c in row["name_zh"])))


def score(judged: Iterable[tuple[Row, bool]]) -> str:
    kept = [(row["votes"] > 1, flag) for row, flag in judged if row["votes"] != 1]
    counts = Counter(kept)
    hits, false, positives = counts[True, True], counts[False, True], counts[True, True] + counts[True, False]
    precision = hits / (hits + false) if hits + false else 1.0
    recall = hits / positives
    f1 = 2 * precision * recall / (precision + recall) if hits else 0.0
    return f"{hits:6}{false:7}{positives:11}{len(kept) - positives:11}{precision:11.2f}{recall:8.2f}{f1:6.2f}"


def marked_names(path: Path) -> None:
    pages = marked(path)
    rows = [row for page in pages for segment in page.rows for row in segment]
    usual = Glossary(tuple({row["name_zh"]: person(row["name_zh"], row["usual_en"]) for row in rows}.values()))
    baselines: dict[str, Callable[[Row], bool]] = {
        "usual form absent": lambda row: not row["usual_form_present"],
        "pinyin, foreign": lambda row: row["name_zh"] not in CHINESE and mandarin(row),
        "pinyin, all": mandarin,
    }
    print("names_zh_en         found  false  positives  negatives  precision  recall    F1")
    for name, baseline in baselines.items():
        print(f"{name:19}{score((row, baseline(row)) for row in rows)}")
    for name, glossary in (("glossary", usual), ("no glossary", Glossary())):
        finder = Finder(glossary)
        judged = [found for page in pages for found in flagged(page, finder)]
        print(f"{name:19}{score((row, bool(codes)) for row, codes in judged)}")
        print(f"{'  XL11x alone':19}{score((row, bool(codes - {'XL102'})) for row, codes in judged)}")
        for row, codes in judged:
            if codes or row["votes"] > 1:
                where = f"{row['votes']} votes  {row['system']} {row['seg']} {row['name_zh']}"
                texts = ", ".join(dict.fromkeys(mark[3].strip() for mark in row["marks"])) or "-"
                print(f"    {where}: {texts}  {' '.join(sorted(codes)) or 'missed'}")


def misread_names(path: Path) -> None:
    """The table of derived misreadings, without a glossary."""
    finder, right, rows = Finder(Glossary()), 0, list(csv.DictReader(path.open(encoding="utf-8"), delimiter="\t"))
    for row in rows:
        target = article(row["target_language"], [row["target"]], finder)
        alone = row["language"] == "-"
        event = Event((target,)) if alone else table(article(row["language"], [row["source"]], finder), target)
        found = [finding.at.text for finding in check([event], NAME_RULES) if finding.rule == "XL110"]
        right += found == [row["wrong"]]
        if found != [row["wrong"]]:
            print(f"    {row['wrong']}: {found}")
    print(f"\nmisread names   {right} of {len(rows)} right")


def pages(rows: Sequence[dict[str, str]]) -> Iterator[list[dict[str, str]]]:
    """The rows of each document, in order."""
    for document in dict.fromkeys(row["doc_id"] for row in rows):
        yield [row for row in rows if row["doc_id"] == document]


def false_alarms(rows: Sequence[dict[str, str]], finder: Finder) -> tuple[int, dict[str, list[Finding]]]:
    """Sentence pairs and single sentences seen; findings by language, or pair of source and target."""
    languages = [name for name in rows[0] if name != "doc_id"]
    seen, found = 0, {}
    for page in pages(rows):
        told = {c: article(c.replace("_", "-"), [row[c] for row in page], finder) for c in languages}
        events = {c: Event((told[c],)) for c in languages}
        events |= {f"{s}-{t}": table(told[s], told[t]) for s, t in permutations(languages, 2)}
        for name, event in events.items():
            found.setdefault(name, []).extend(check([event], NAME_RULES))
            seen += len(page)
    return seen, found


def clean_news(rows: Sequence[dict[str, str]]) -> None:
    print("\nntrex_dev        lines  findings  per 100 lines")
    for name, glossary in ((f"{len(leaders().concepts)} leaders", leaders()), ("no glossary", Glossary())):
        lines, findings = false_alarms(rows, Finder(glossary))
        count = sum(map(len, findings.values()))
        print(f"{name:15}{lines:7}{count:10}{100 * count / lines:15.3f}")
        for where, some in findings.items():
            for finding in some:
                print(f"    {where}: {finding.rule} {finding.at.text[:40]!r} {finding.message[:160]}: {finding.reason}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, required=True, help="folder with dev/")
    dev = parser.parse_args().shared / "dev"
    print("rules:", " ".join(rule.code for rule in NAME_RULES), "\n")
    marked_names(dev / "names_zh_en" / "names_zh_en.jsonl")
    misread_names(ROOT / "tests" / "rules" / "data" / "misread_names.tsv")
    with gzip.open(dev / "ntrex_dev.nway.tsv.gz", "rt", encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    clean_news(rows)
    finder, texts = Finder(leaders()), {c: [row[c] for row in rows] for c in ("en", "vi", "es", "zh")}
    began = time.perf_counter()
    for language, lines in texts.items():
        article(language, lines, finder)
    taken = time.perf_counter() - began
    print(f"\nall facts and mentions: {len(rows) * len(texts) / taken:.0f} sentences a second")


if __name__ == "__main__":
    main()
