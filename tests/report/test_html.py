"""The page, read back."""

import hashlib
import re
from base64 import b64encode
from dataclasses import replace
from html.parser import HTMLParser
from itertools import pairwise

import pytest
from lxml import etree, html

from xlcheck.model import Article, Document, Report, Rule, Sentence, Severity, Span
from xlcheck.model.edit import Edit
from xlcheck.model.fix import Evidence, Fix
from xlcheck.report import FORMATS

INJECTIONS = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    '" onmouseover="alert(1)" x="',
    "' autofocus onfocus='alert(1)",
    "</style><style>*{display:none}</style>",
    "</mark></p></article><h1>owned</h1>",
    "javascript:alert(1)",
    "{{ 7 * 7 }}{% raw %}",
    "<!-- ",
    "]]><svg onload=alert(1)>",
    "&lt;script&gt;",
]


def read(report):
    return html.document_fromstring(FORMATS["html"](report))


def marked(page, number):
    """All text under the marks of one finding."""
    return "".join(m.text_content() for m in page.xpath(f"//mark[@data-finding='{number}']"))


def listed(page, number):
    return page.xpath(f"//ol/li[@data-finding='{number}']")[0]


def one(build, text, *parts, others=None):
    """A page of one article with a finding on each part, and the findings' spans in page order."""
    article = build.article("a.txt", "en", text, others)
    spans = [Span(article.document, *part) for part in parts]
    findings = tuple(build.finding(span) for span in spans)
    spans.sort(key=lambda span: (span.start, -span.end))
    return read(build.report(article, findings=findings)), spans


def test_every_finding_is_marked_over_its_very_text(report):
    page = read(report)
    items = {int(li.get("data-finding")): li for li in page.xpath("//ol/li[@id]")}
    assert sorted(items) == [1, 2, 3, 4]
    for finding in report.findings:
        number = next(n for n, li in items.items() if finding.message in li.text_content())
        marks = [m.text_content() for m in page.xpath(f"//mark[@data-finding='{number}']")]
        assert "".join(sorted(marks, key=finding.at.text.index)) == finding.at.text
        assert [m.get("data-finding") for m in page.xpath(f"//*[@id='mark-{number}']")] == [str(number)]


def test_list_says_rule_severity_place_message_and_suggestion(report):
    item = listed(read(report), 4).text_content()
    for part in ("error", "XL110 name-misread", "news/es.txt:10:58", "misread from", "Tô Lâm"):
        assert part in item


def test_note_says_why_and_links_to_the_related_sentence(report):
    page = read(report)
    note = page.get_element_by_id("note-4")
    assert "苏林" in note.text_content()
    link = note.xpath(".//ul//a")[0]
    assert link.text_content() == "news/en.txt:1:27"
    sentence = page.get_element_by_id(link.get("href").removeprefix("#"))
    assert sentence.text_content().startswith("General Secretary Tô Lâm")


def test_list_says_why_and_leads_to_the_text_and_back(report):
    page = read(report)
    why = listed(page, 4).xpath(".//details[@class='why']")[0]
    assert why.xpath("string(summary)") == "why: Tô Lâm is written 苏林, which Mandarin reads Su Lin"
    assert why.xpath(".//a[@class='way']/@href | p[@class='way']/a/@href") == ["#mark-4"]
    (back,) = page.xpath("//*[@id='note-4']//a[@class='way']/@href")
    assert back == f"#{listed(page, 4).get('id')}"


def test_ids_are_unique_and_links_resolve(report):
    page = read(report)
    ids = page.xpath("//@id")
    assert len(ids) == len(set(ids))
    targets = page.xpath("//@href | //@aria-labelledby")
    assert {target.removeprefix("#") for target in targets} <= set(ids)
    assert {f"#mark-{n}" for n in range(1, 5)} <= set(targets)
    assert {f"#note-{n}" for n in range(1, 5)} <= set(targets)
    assert {f"#{li.get('id')}" for li in page.xpath("//ol[@class='findings']/li")} <= set(targets)


def test_page_holds_the_whole_text_of_the_articles(report):
    page = read(report)
    columns = zip(*(row.xpath("td") for row in page.xpath("//tbody/tr")), strict=True)
    for column, article in zip(columns, report.events[0].articles, strict=True):
        shown = " ".join(p.text_content() for cell in column for p in cell.xpath("div[@class='prose']/p"))
        assert sorted(shown.split()) == sorted(article.document.text.split())
    alone = " ".join(p.text_content() for p in page.xpath("//article//p"))
    assert alone.split() == report.events[1].articles[0].document.text.split()


def test_counterparts_stand_in_one_row(report):
    rows = [[cell.text_content() for cell in row.xpath("./td")] for row in read(report).xpath("//tbody/tr")]
    row = next(row for row in rows if "manage and control" not in row[0] and "Su Lin" in row[1])
    assert "congratulated Lâm" in row[0]
    gap = next(row for row in rows if "Tổng Bí thư" in row[1])
    assert "no counterpart" in gap[0]


def test_sentence_in_another_language_says_so(report):
    sentences = read(report).xpath("//td//span[@lang and contains(., 'Tổng Bí thư')]")
    assert [s.get("lang") for s in sentences] == ["vi"]
    assert sentences[0].xpath("span[@class='tag']/@data-label") == ["vi"]
    assert [td.get("lang") for td in sentences[0].xpath("ancestor::td")] == ["es"]


def test_clean_article_is_folded_and_others_are_open(report):
    opened = [d.get("open") is not None for d in read(report).xpath("//section[@class='event']/details")]
    assert opened == [True, False]


def test_rules_are_explained(report):
    page = read(report)
    assert "A name is misread." in page.get_element_by_id("rule-XL110").text_content()
    assert page.xpath("//*[@id='note-4']//a[@href='#rule-XL110']/@title") == ["A name is misread."]


@pytest.mark.parametrize(
    "parts",
    [
        [(0, 30), (5, 12)],
        [(0, 12), (5, 20)],
        [(0, 12), (5, 20), (8, 30), (8, 9)],
        [(3, 9), (3, 9)],
        [(0, 9), (9, 15)],
        [(0, 49), (20, 30), (25, 45)],
        [(12, 49), (0, 30), (29, 31), (28, 49)],
    ],
    ids=str,
)
def test_findings_may_overlap(build, parts):
    text = "The talks were held.\nXi spoke.\n\nSu Lin was elected.\n"
    page, spans = one(build, text, *parts)
    for number, span in enumerate(spans, start=1):
        assert marked(page, number) == span.text
        assert len(page.xpath(f"//mark[@id='mark-{number}']")) == 1
        assert str(number) in page.xpath(f"//a[@href='#note-{number}']/@data-label")
        assert len(page.xpath(f"//*[@id='note-{number}']")) == 1


def test_page_is_well_formed(report):
    """Each tag is closed where it was opened, as only a strict reading shows."""
    text = FORMATS["html"](report).removeprefix("<!DOCTYPE html>\n")
    text = re.sub(r"<(style|script)>.*?</\1>", "", text, flags=re.DOTALL)
    text = re.sub(r"<(meta|input)([^>]*)>", r"<\1\2/>", text)
    text = re.sub(r" (open|checked|required|readonly|formnovalidate|hidden|data-last)(?=[ />])", r' \1=""', text)
    root = etree.fromstring(text)
    assert root.tag == "html"


def test_finding_without_text_has_a_place(build):
    text = "The talks were held.\n"
    page, _ = one(build, text, (4, 4), (len(text), len(text)))
    points = page.xpath("//mark")
    assert [m.get("id") for m in points] == ["mark-1", "mark-2"]
    assert all("point" in m.get("class") and not m.text_content() for m in points)
    assert points[0].getprevious() is None
    assert points[0].getparent().text == "The "


@pytest.mark.parametrize("text", ["", "\n", "Hà Nội —"])
def test_article_without_a_sentence(build, text):
    article = Article(Document("a.txt", text, "vi"), "vi", ())
    page = read(build.report(article))
    assert page.xpath("string(//article//div[@class='prose'])").split() == text.split()
    assert page.xpath("string(//h2)") == "a.txt"


@pytest.mark.parametrize(("articles", "scrolls"), [(2, False), (4, False), (5, True), (7, True)])
def test_many_columns_scroll_by_keyboard_too(build, articles, scrolls):
    event = build.side_by_side([build.article(f"{n}.txt", "en", "Talks.\n") for n in range(articles)], [[0]] * articles)
    page = read(Report((event,), ()))
    assert len(page.xpath("//thead//th")) == articles
    assert bool(page.xpath("//*[@role='region' and @tabindex='0' and @aria-label]")) is scrolls


def test_title_heads_the_article(build):
    article = build.article("a.html", "en", "Leaders talk\n\nThey spoke.\n", title=(0, 12))
    page = read(build.report(article))
    assert page.xpath("string(//section[@class='event']//h2)") == "Leaders talk"
    assert page.xpath("string(//span[@class='sentence title'])") == "Leaders talk"


def test_right_to_left(build):
    arabic = build.article("ar.txt", "ar", "أجرى تو لام محادثة هاتفية. OK\n")
    english = build.article("en.txt", "en", "Tô Lâm held telephone talks.\n")
    event = build.side_by_side((english, arabic), ([0], [0]))
    found = build.finding(build.span(arabic, "تو لام"), suggestion="تو لام")
    page = read(Report((event,), (found,), build.rules))
    paragraph = page.xpath("//td[@lang='ar']//p[@dir='auto']")[0]
    assert paragraph.text_content() == arabic.document.text.rstrip("\n") + "\n"
    assert marked(page, 1) == "تو لام"
    assert page.xpath("//*[@id='note-1']/@dir") == ["ltr"]
    assert "تو لام" in page.xpath("//*[@id='note-1']//bdi/text()")


class Outline(HTMLParser):
    """Elements and attributes as a browser's tokenizer sees them."""

    def __init__(self, text):
        super().__init__()
        self.tags, self.attributes = [], []
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)
        self.attributes += attrs


@pytest.mark.parametrize("attack", INJECTIONS)
def test_articles_cannot_inject(build, attack):
    def page(text):
        rule = Rule("XL302", text, text, Sentence, next, Severity.ERROR)
        article = build.article(f"a{text}.txt", "en", f"He said {text} twice.\n\nSo.\n", title=(0, 9))
        texts = {"message": text, "reason": text, "suggestion": text}
        found = build.finding(article.sentences[0].span, **texts, related=(article.sentences[1].span,))
        report = replace(build.report(article, findings=(found,)), rules=(rule,))
        return FORMATS["html"](replace(report, failures=(text,), signature={text: text}))

    harmless, attacked = Outline(page("plain")), Outline(page(attack))
    assert attacked.tags == harmless.tags
    assert [name for name, _ in attacked.attributes] == [name for name, _ in harmless.attributes]
    links = [value for name, value in attacked.attributes if name in ("href", "src")]
    assert links and all(link.startswith("#") for link in links)
    assert attack in html.document_fromstring(page(attack)).xpath("string(//mark)")


def test_page_needs_nothing_and_runs_its_own_script_only(report):
    text = FORMATS["html"](report)
    page = html.document_fromstring(text)
    policy = page.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")[0]
    assert policy.split("; ") == [
        "default-src 'none'",
        f"style-src 'sha256-{digest(text, 'style')}'",
        f"script-src 'sha256-{digest(text, 'script')}'",
        "base-uri 'none'",
        "form-action 'none'",
        "require-trusted-types-for 'script'",
        "trusted-types 'none'",
    ]
    assert not page.xpath("//link | //img | //iframe | //@style | //@src | //@*[starts-with(name(), 'on')]")
    style = page.xpath("string(//style)")
    assert "url(" not in style and "@import" not in style


def digest(page, element):
    """The digest of the one style sheet or script of a page."""
    (content,) = re.findall(f"<{element}>(.*?)</{element}>", page, re.DOTALL)
    return b64encode(hashlib.sha256(content.encode()).digest()).decode()


def test_landmarks_and_headings(report):
    page = read(report)
    assert page.get("lang") == "en"
    assert [len(page.xpath(f"//body/{tag}")) for tag in ("header", "main", "footer")] == [1, 1, 1]
    levels = [int(h.tag[1]) for h in page.xpath("//h1 | //h2 | //h3 | //h4")]
    assert levels[0] == 1 and levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_severity_is_said_in_words(report):
    page = read(report)
    for number, severity in enumerate(["warning", "error", "error", "error"], start=1):
        for place in (listed(page, number), page.get_element_by_id(f"note-{number}")):
            assert place.xpath("string(.//span[contains(@class, 'badge')])") == severity


def test_counts(report):
    page = read(report)
    assert page.xpath("string(//h1)").startswith("4 findings (3 errors, 1 warning) in 1 of 3 documents")
    facts = [p.text_content() for p in page.xpath("//section[@class='event']/details/summary/p")]
    assert facts == ["2 documents on one event · 3 errors · 1 warning", "news/vi.txt · no findings"]


def test_replacement_is_a_diff_where_the_rule_gives_the_words(report):
    page = read(report)
    assert listed(page, 4).xpath(".//p[@class='quote']//del/text()") == ["Su Lin"]
    assert listed(page, 4).xpath(".//p[@class='quote']//ins/text()") == ["Tô Lâm"]
    assert page.xpath("//mark[@id='mark-4']/del/text()") == ["Su Lin"]
    assert page.xpath("//td//ins[@data-label]/@data-label") == ["Tô Lâm"]
    assert listed(page, 3).xpath(".//p[@class='advice']/bdi/text()") == ["a Spanish translation"]
    assert not listed(page, 3).xpath(".//del | .//ins")


def test_two_findings_that_write_the_same_are_one_diff(build):
    article = build.article("a.txt", "en", "Su Lin spoke.\n")
    name = build.span(article, "Su Lin")
    wanted = {"suggestion": "Tô Lâm", "fix": Fix((Edit(name, "Tô Lâm"),), Evidence.TERM)}
    found = tuple(build.finding(name, "XL110", message=message, **wanted) for message in ("misread", "changed"))
    page = read(build.report(article, findings=found))
    assert page.xpath("//article//ins/@data-label") == ["Tô Lâm"]
    assert [len(page.xpath(f"//*[@id='note-{n}']//ins")) for n in (1, 2)] == [1, 1]


def test_advice_on_what_lacks_a_term_is_no_diff(build):
    english, spanish = (build.article(f"{n}.txt", n, "Talks were held.\n") for n in ("en", "es"))
    rule = Rule("XL102", "term-missing", "A term is missing.", Sentence, next, Severity.ERROR)
    wanted = {"suggestion": "conversaciones", "message": "missing", "severity": Severity.ERROR}
    whole, part = spanish.sentences[0].span, build.span(spanish, "Talks")
    told = (
        build.finding(whole, **wanted),
        build.finding(part, fix=Fix((Edit(part, "Conversaciones"),), Evidence.TERM), **wanted),
    )
    found = tuple(replace(each, rule="XL102", name="term-missing") for each in told)
    page = read(Report((build.side_by_side((english, spanish), ([0], [0])),), found, (rule,)))
    assert page.xpath("//mark//del/text()") == ["Talks"]


def test_permalink_outlives_moved_lines(build):
    def links(text):
        article = build.article("a.txt", "en", text)
        found = (build.finding(build.span(article, "Su Lin")), build.finding(build.span(article, "He")))
        return set(read(build.report(article, findings=found)).xpath("//ol[@class='findings']/li/@id"))

    assert links("Su Lin spoke.\nHe left.\n") == links("A new first line.\n\nHe left.\nSu Lin spoke.\n")
    assert len(links("Su Lin spoke.\nHe left.\n")) == 2


def test_alike_findings_have_links_of_their_own(build):
    article = build.article("a.txt", "en", "Su Lin spoke.\nSu Lin spoke.\n")
    found = tuple(build.finding(build.span(article, "Su Lin", after)) for after in (0, 5))
    first, second = read(build.report(article, findings=found)).xpath("//ol[@class='findings']/li/@id")
    assert second == f"{first}-2"


def test_choices_are_those_that_differ(report):
    page = read(report)
    names = page.xpath("//form[@id='tools']//select/@name")
    assert names == ["rule", "severity", "state", "sort"]
    assert page.xpath("//select[@name='severity']/option/text()") == ["all", "error (3)", "warning (1)"]
    assert page.xpath("//input[@name='column']/@value") == ["en", "es"]


def test_several_events_have_an_index(report, build):
    links = read(report).xpath("//nav//a/@href")
    assert links == ["#event-1", "#event-2"]
    alone = build.report(build.article("a.txt", "en", "Talks.\n"))
    assert not read(alone).xpath("//nav")


def test_rules_that_found_nothing_have_no_page(report):
    ids = read(report).xpath("//details[starts-with(@id, 'rule-')]/@id")
    found = {finding.rule for finding in report.findings}
    assert {code.removeprefix("rule-") for code in ids} == found
    fewer = read(replace(report, findings=report.findings[:1]))
    assert fewer.xpath("//details[starts-with(@id, 'rule-')]/@id") == [f"rule-{report.findings[0].rule}"]
    assert not read(replace(report, findings=())).xpath("//*[@id='rules']")


def test_rule_pages_are_in_the_file(report):
    page = read(report).get_element_by_id("rule-XL110")
    assert page.tag == "details" and page.get("open") is None
    assert "Reports made by hand" in page.xpath("string(div[@class='rulepage']/p[1])")


def luminance(colour):
    parts = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one, other):
    """The ratio of WCAG 2.2."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("scheme", [0, 1], ids=["light", "dark"])
def test_contrast_is_aa(report, scheme):
    themes = re.findall(r":root \{(.*?)\}", FORMATS["html"](report), re.DOTALL)
    colours = dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6});", themes[scheme]))
    pairs = [
        (text, ground)
        for text in ("ink", "muted", "link", "good", "error", "warning", "note")
        for ground in ("paper", "raised")
    ]
    pairs += [(t, f"{s}-tint") for s in ("error", "warning", "note") for t in (s, "ink", "muted")]
    pairs += [("good", "good-tint"), *((text, f"same-{n}") for n in range(1, 7) for text in ("ink", "muted"))]
    low = {pair: contrast(colours[pair[0]], colours[pair[1]]) for pair in pairs}
    assert {pair: ratio for pair, ratio in low.items() if ratio < 4.5} == {}


def test_finding_in_a_file_that_is_no_article_is_listed(build):
    article = build.article("a.txt", "en", "Talks were held.\n")
    ignores = Document("xlcheck-ignore.toml", "[[ignore]]\n")
    found = build.finding(Span(ignores, 0, 10), message="the ignore has ended")
    page = read(build.report(article, findings=(found,)))
    assert "xlcheck-ignore.toml:1:1" in listed(page, 1).text_content()
    assert not page.xpath("//a[@href='#mark-1']")
