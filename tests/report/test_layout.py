"""In which order rows are read, and that each sentence is shown once."""

import pytest

from xlcheck.report.html.layout import slots


@pytest.fixture
def lay_out(build):
    """Rows as one string a row, from articles of one-letter sentences; what stands again is in brackets."""

    def lay_out(texts, *rows):
        articles = [build.article(f"{n}.txt", "en", "\n".join(text)) for n, text in enumerate(texts)]
        event = build.side_by_side(articles, *rows)
        return [" ".join(shown(slot) for slot in row) for row in slots(event)]

    def shown(slot):
        again = "".join(sentence.text for sentence in slot.again)
        return "".join(sentence.text for sentence in slot.sentences) + (f"({again})" if again else "") or "-"

    return lay_out


def test_row_without_the_first_article_follows_its_own_neighbour(lay_out):
    assert lay_out(["ABC", "abc"], ([0], [0]), ([1], []), ([2], [2]), ([], [1])) == ["A a", "- b", "B -", "C c"]


def test_crossing_rows_keep_the_order_of_the_first_article(lay_out):
    rows = ([0], [2]), ([1], [0]), ([2], [4]), ([], [1]), ([], [3])
    assert lay_out(["ABC", "abcde"], *rows) == ["A c", "- d", "B a", "- b", "C e"]


def test_text_before_the_first_counterpart_comes_first(lay_out):
    assert lay_out(["A", "abc"], ([0], [2]), ([], [0]), ([], [1])) == ["- a", "- b", "A c"]


def test_third_article_follows_where_the_first_is_silent(lay_out):
    rows = ([0], [0], []), ([], [1], [1]), ([], [], [0]), ([], [], [2])
    assert lay_out(["A", "ab", "xyz"], *rows) == ["- - x", "A a -", "- b y", "- - z"]


def test_sentence_of_two_rows_is_shown_in_the_first_and_named_in_the_second(lay_out):
    assert lay_out(["AB", "a"], ([0], [0]), ([1], [0])) == ["A a", "B (a)"]


def test_first_is_the_row_that_is_read_first(lay_out):
    rows = ([], [0], [0]), ([0], [0], [])
    assert lay_out(["A", "a", "x"], *rows) == ["- a x", "A (a) -"]


def test_row_of_sentences_that_all_stand_above_is_kept(lay_out):
    assert lay_out(["AB", "ab"], ([0], [0]), ([1], [1]), ([1], [0])) == ["A a", "B b", "(B) (a)"]


def test_every_sentence_of_the_rows_stands_once(lay_out):
    rows = ([0], [3], []), ([1, 2], [0], []), ([3], [], [1]), ([4], [1, 2], [0, 2])
    laid = lay_out(["ABCDE", "abcd", "xyz"], *rows)
    assert sorted("".join(laid).replace(" ", "").replace("-", "")) == sorted("ABCDEabcdxyz")
