"""How fast a page of findings is made, opens and scrolls in headless Chromium.

python lab/bench/long_page.py [SENTENCES] [FINDINGS]

Two articles of SENTENCES/2 sentences each side by side, every one with a name and a number.
Needs Playwright and Chromium.
"""

import sys
import tempfile
import time
from decimal import Decimal
from pathlib import Path

from playwright.sync_api import sync_playwright

from xlcheck.model import Article, Document, Event, Finding, Name, Report, Row, Sentence, Span
from xlcheck.model.facts import Facts, Number
from xlcheck.report import FORMATS
from xlcheck.rules import RULES

SCROLL = """() => new Promise((done) => {
  const times = [];
  const step = (now) => {
    times.push(now);
    scrollBy(0, 120);
    if (times.length < 300) requestAnimationFrame(step);
    else done(times.slice(1).map((time, at) => time - times[at]).sort((a, b) => a - b));
  };
  requestAnimationFrame(step);
})"""
TIMES = """() => {
  const [page] = performance.getEntriesByType("navigation");
  const [paint] = performance.getEntriesByName("first-contentful-paint");
  return [page.domInteractive, page.loadEventEnd, paint?.startTime ?? 0];
}"""


def article(path: str, language: str, sentences: int) -> Article:
    words = "Tô Lâm held talks on the economy, trade and culture with number {} of the ministers of the two countries."
    lines = [words.format(at) for at in range(sentences)]
    document = Document(path, "\n".join(lines), language)
    made, start = [], 0
    for at, line in enumerate(lines):
        figure = start + line.index(f" {at} ") + 1
        facts = (
            Name(Span(document, start, start + 6), "tolam"),
            Number(Span(document, figure, figure + len(str(at))), Decimal(at)),
        )
        made.append(Sentence(Span(document, start, start + len(line)), language, at // 4, facts=Facts(facts)))
        start += len(line) + 1
    return Article(document, language, tuple(made))


def report(sentences: int, findings: int) -> Report:
    source, target = (article(f"{language}.txt", language, sentences // 2) for language in ("en", "es"))
    rows = (Row(((one,), (other,)), 1.0) for one, other in zip(source.sentences, target.sentences, strict=True))
    step = max(1, len(target.sentences) // max(1, findings))
    found = tuple(
        Finding(
            "“Tô Lâm” is misread",
            sentence.facts.every[0].span,
            related=(sentence.facts.every[1].span,),
            suggestion="To Lam",
            reason="so it is written",
            rule="XL110",
            name="name-misread",
        )
        for sentence in target.sentences[::step]
    )
    return Report((Event((source, target), (), tuple(rows)),), found, RULES)


def measure(page_file: Path) -> None:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path="/usr/bin/chromium", args=["--no-sandbox", "--disable-gpu"]
        )
        page = browser.new_page(viewport={"width": 1280, "height": 900})
        page.goto(page_file.as_uri())
        interactive, loaded, painted = page.evaluate(TIMES)
        print(f"parsed {interactive:.0f} ms, first paint {painted:.0f} ms, ready {loaded:.0f} ms")
        page.evaluate("() => document.querySelector('table').scrollIntoView()")
        frames = page.evaluate(SCROLL)
        print(f"scroll: frames {frames[150]:.1f} ms median, {frames[283]:.1f} ms p95, {frames[-1]:.1f} ms worst")
        for name, action in {
            "search": "() => { const box = document.querySelector('[name=search]'); box.value = 'su lin';"
            " box.dispatchEvent(new Event('input', { bubbles: true })); document.body.offsetHeight; }",
            "hide a column": "() => { document.querySelector('[name=column]').click(); document.body.offsetHeight; }",
        }.items():
            began = time.perf_counter()
            page.evaluate(action)
            print(f"{name}: {(time.perf_counter() - began) * 1000:.0f} ms")
        browser.close()


if __name__ == "__main__":
    sentences, findings = (int(given) for given in (*sys.argv[1:], *("5000", "500")[len(sys.argv) - 1 :]))
    made = report(sentences, findings)
    began = time.perf_counter()
    text = FORMATS["html"](made)
    took = time.perf_counter() - began
    print(f"{sentences} sentences, {len(made.findings)} findings: made in {took:.2f} s, {len(text) / 1e6:.1f} MB")
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "report.html"
        file.write_text(text, "utf-8")
        measure(file)
