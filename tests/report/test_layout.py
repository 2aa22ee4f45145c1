"""Which sentences stand side by side."""

import pytest

from xlcheck.model import Event
from xlcheck.report.html.layout import rows


@pytest.fixture
def lay_out(build):
    """Rows as one string a row, from articles of one-letter sentences and beads between them."""

    def lay_out(texts, **beads):
        articles = [build.article(f"{n}.txt", "en", "\n".join(t)) for n, t in enumerate(texts)]
        alignments = tuple(
            build.align(articles[int(name[1])], articles[int(name[2])], *pairs) for name, pairs in beads.items()
        )
        laid = rows(Event(tuple(articles), alignments))
        return [" ".join("".join(s.text for s in cell) or "-" for cell in row) for row in laid]

    return lay_out


def test_counterparts_share_a_row_and_others_have_a_gap(lay_out):
    beads = [([0], [0]), ([1], []), ([], [1]), ([2], [2])]
    assert lay_out(["ABC", "abc"], _01=beads) == ["A a", "- b", "B -", "C c"]


def test_one_sentence_may_answer_to_several(lay_out):
    assert lay_out(["ABC", "abc"], _01=[([0], [0, 1]), ([1, 2], [2])]) == ["A ab", "BC c"]


def test_crossing_beads_keep_the_order_of_the_first_article(lay_out):
    beads = [([0], [2]), ([1], [0]), ([2], [4])]
    assert lay_out(["ABC", "abcde"], _01=beads) == ["A c", "- d", "B a", "- b", "C e"]


def test_text_before_the_first_counterpart_comes_first(lay_out):
    assert lay_out(["A", "abc"], _01=[([0], [2])]) == ["- a", "- b", "A c"]


def test_three_articles_meet_over_the_first(lay_out):
    laid = lay_out(["AB", "ab", "xy"], _01=[([0], [0]), ([1], [1])], _02=[([0], [1]), ([1], [0])])
    assert laid == ["A a y", "B b x"]


def test_later_articles_meet_where_the_first_is_silent(lay_out):
    assert lay_out(["A", "ab", "x"], _01=[([0], [0])], _12=[([1], [0])]) == ["A a -", "- b x"]


def test_later_pair_joins_the_row_of_the_first(lay_out):
    assert lay_out(["A", "a", "x"], _01=[([0], [0])], _12=[([0], [0])]) == ["A a x"]


def test_later_pair_does_not_tie_what_the_first_article_keeps_apart(lay_out):
    laid = lay_out(
        ["AB", "ab", "xy"],
        _12=[([0], [1])],
        _01=[([0], [0]), ([1], [1])],
        _02=[([0], [0]), ([1], [1])],
    )
    assert laid == ["A a x", "B b y"]


def test_beads_that_share_a_sentence_are_one_row(lay_out):
    laid = lay_out(["ABC", "ab", "xy"], _01=[([0, 1], [0])], _02=[([1, 2], [0])])
    assert laid == ["ABC a x", "- - y", "- b -"]


def test_every_sentence_stands_once(lay_out):
    beads = [([0], [3]), ([1, 2], [0]), ([4], [1, 2])]
    laid = lay_out(["ABCDE", "abcd", "xyz"], _01=beads, _02=[([3], [1])], _12=[([3], [2])])
    assert sorted("".join(laid).replace(" ", "").replace("-", "")) == sorted("ABCDEabcdxyz")
