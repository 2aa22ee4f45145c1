"""What the columns of a row have in common."""

from dataclasses import replace
from decimal import Decimal

import pytest
from lxml import html

from xlcheck.model import Concept, Mention, Name, Report, Span, Term
from xlcheck.model.facts import Facts, Number
from xlcheck.report import FORMATS


@pytest.fixture
def lay_out(build):
    """Cells of one row, each as the texts said in it with their groups, from texts and what is said in them."""

    def lay_out(*said):
        articles = [article(build, f"{n}.txt", *column) for n, column in enumerate(said)]
        page = html.document_fromstring(FORMATS["html"](Report((build.side_by_side(articles, [[0]] * len(said)),), ())))
        return [
            [(s.text_content(), s.get("data-same", "")) for s in cell.xpath(".//span[starts-with(@class, 'said')]")]
            for cell in page.xpath("//tbody/tr/td")
        ]

    return lay_out


def article(build, path, text, found):
    made = build.article(path, "en", text)
    facts, mentions = [], []
    for words, what in found:
        span = build.span(made, words)
        if isinstance(what, Concept):
            mentions.append(Mention(what, Term(words, "en"), span))
        else:
            kind, value = what
            facts.append(kind(span, value))
    return replace(made, sentences=(replace(made.sentences[0], facts=Facts(tuple(facts)), mentions=tuple(mentions)),))


THREE, FOUR = (Number, Decimal(3)), (Number, Decimal(4))
CHINA = Concept("china", "place", ())


def test_equal_values_are_one_group(lay_out):
    cells = lay_out(("It has 3 of 4.", [("3", THREE), ("4", FOUR)]), ("Vier, drei.", [("Vier", FOUR), ("drei", THREE)]))
    assert cells == [[("3", "1"), ("4", "2")], [("Vier", "2"), ("drei", "1")]]


def test_what_no_other_column_says_has_no_group(lay_out):
    assert lay_out(("It has 3.", [("3", THREE)]), ("It has 4.", [("4", FOUR)])) == [[("3", "")], [("4", "")]]


def test_twice_in_one_column_is_no_match(lay_out):
    cells = lay_out(("3 and three.", [("3", THREE), ("three", THREE)]), ("None.", []))
    assert cells == [[("3", ""), ("three", "")], []]


def test_nothing_is_marked_where_one_column_speaks(build):
    articles = [article(build, "a.txt", "It has 3.", [("3", THREE)]), build.article("b.txt", "en", "None.\n")]
    event = build.side_by_side(articles, ([0], []), ([], [0]))
    assert 'class="said' not in FORMATS["html"](Report((event,), ()))


def test_terms_match_by_concept(lay_out):
    cells = lay_out(("In China it is.", [("China", CHINA)]), ("En Pekín.", [("Pekín", CHINA)]))
    assert cells == [[("China", "1")], [("Pekín", "1")]]


def test_what_matches_goes_before_what_overlaps_it(lay_out):
    north = ("North China it is 3.", [("North China", Concept("north", "place", ())), ("China", CHINA), ("3", THREE)])
    assert lay_out(north, ("China.", [("China", CHINA)]))[0] == [("China", "1"), ("3", "")]


def test_first_word_and_lone_name_are_not_marked(lay_out):
    cells = lay_out(
        ("The man met Lee.", [("The", (Name, "the")), ("Lee", (Name, "lee"))]),
        ("The man left.", [("The", (Name, "the"))]),
    )
    assert cells == [[], []]


def test_match_and_finding_may_overlap(build):
    one = article(build, "a.txt", "It has 300 men.", [("300", THREE)])
    other = article(build, "b.txt", "Hat 300 Mann.", [("300", THREE)])
    start = one.document.text.index("00")
    found = build.finding(Span(one.document, start, start + 6))
    page = html.document_fromstring(
        FORMATS["html"](Report((build.side_by_side((one, other), ([0], [0])),), (found,), build.rules))
    )
    assert page.xpath("string(//td[1]//p)") == one.document.text
    assert page.xpath("//td[1]//span[@data-same]/text()") == ["3", "00"]
    assert page.xpath("//mark//span[@data-last]/text()") == ["00"]
