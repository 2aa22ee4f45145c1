"""Rows over any number of articles, and alignments that agree with them."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations, pairwise, permutations

import pytest

from xlcheck.align import agreed, rows
from xlcheck.model import Alignment, Article, Document, Pair, Row, Sentence, Span

Beads = Sequence[tuple[Sequence[int], Sequence[int], float]]


def article(name: str, count: int) -> Article:
    document = Document(name, "".join(f"{name}{at} " for at in range(count)))
    width = len(name) + 2
    spans = (Span(document, at * width, at * width + width - 1) for at in range(count))
    return Article(document, name, tuple(Sentence(span, name, at) for at, span in enumerate(spans)))


def aligned(one: Article, other: Article, beads: Beads, alone: float = 0.8) -> Alignment:
    linked = [{i for bead in beads for i in bead[side]} for side in (0, 1)]
    pairs = [
        Pair(tuple(one.sentences[i] for i in source), tuple(other.sentences[j] for j in target), score)
        for source, target, score in beads
    ]
    pairs += [Pair((s,), (), alone) for i, s in enumerate(one.sentences) if i not in linked[0]]
    pairs += [Pair((), (t,), alone) for j, t in enumerate(other.sentences) if j not in linked[1]]
    return Alignment(one, other, tuple(pairs))


def names(made: Sequence[Row]) -> set[frozenset[str]]:
    return {frozenset(s.text for sentences in row.sentences for s in sentences) for row in made}


def beads(alignment: Alignment) -> list[tuple[str, str]]:
    return [(" ".join(s.text for s in pair.source), " ".join(t.text for t in pair.target)) for pair in alignment.pairs]


def event(sizes: dict[str, int], links: dict[str, Beads]) -> tuple[list[Article], list[Alignment]]:
    articles = {name: article(name, count) for name, count in sizes.items()}
    alignments = [aligned(articles[a], articles[b], links.get(a + b, ())) for a, b in combinations(articles, 2)]
    return list(articles.values()), alignments


ONE_TO_ONE = [([0], [0], 0.95), ([1], [1], 0.95)]


def test_what_all_alignments_say_is_a_row():
    articles, alignments = event(dict.fromkeys("abc", 2), dict.fromkeys(("ab", "ac", "bc"), ONE_TO_ONE))
    made = rows(articles, alignments)
    assert [[[s.text for s in cell] for cell in row.sentences] for row in made] == [
        [["a0"], ["b0"], ["c0"]],
        [["a1"], ["b1"], ["c1"]],
    ]
    assert all(row.score == pytest.approx(0.95) for row in made)
    assert agreed(alignments, made) == tuple(alignments) or [a.pairs for a in agreed(alignments, made)] == [
        a.pairs for a in alignments
    ]


def test_a_missing_link_is_made_where_the_others_say_so():
    links = {"ab": ONE_TO_ONE, "ac": ONE_TO_ONE[:1], "bc": ONE_TO_ONE}
    articles, alignments = event(dict.fromkeys("abc", 2), links)
    made = rows(articles, alignments)
    assert {"a1", "b1", "c1"} in names(made)
    (_, corrected, _) = agreed(alignments, made)
    assert beads(corrected) == [("a0", "c0"), ("a1", "c1")]


def test_a_wrong_link_is_cut_where_the_others_say_otherwise():
    links = {a + b: ONE_TO_ONE for a, b in combinations("abcd", 2)} | {"ab": [([0], [1], 0.6), ([1], [0], 0.6)]}
    articles, alignments = event(dict.fromkeys("abcd", 2), links)
    made = rows(articles, alignments)
    assert names(made) == {frozenset(("a0", "b0", "c0", "d0")), frozenset(("a1", "b1", "c1", "d1"))}
    assert beads(agreed(alignments, made)[0]) == [("a0", "b0"), ("a1", "b1")]


def test_a_weak_chain_is_cut_at_its_weakest_link():
    articles, alignments = event(dict.fromkeys("abc", 1), {"ab": [([0], [0], 0.95)], "bc": [([0], [0], 0.3)]})
    made = rows(articles, alignments)
    assert names(made) == {frozenset(("a0", "b0")), frozenset(("c0",))}
    assert beads(agreed(alignments, made)[-1]) == [("", "c0"), ("b0", "")]


def test_a_sure_chain_is_closed():
    articles, alignments = event(dict.fromkeys("abc", 1), {"ab": ONE_TO_ONE[:1], "bc": ONE_TO_ONE[:1]})
    made = rows(articles, alignments)
    assert names(made) == {frozenset(("a0", "b0", "c0"))}
    assert [beads(alignment) for alignment in agreed(alignments, made)] == [
        [("a0", "b0")],
        [("a0", "c0")],
        [("b0", "c0")],
    ]


def test_two_articles_keep_what_was_aligned():
    articles, alignments = event({"a": 3, "b": 2}, {"ab": [([0, 1], [0], 0.4), ([2], [1], 0.3)]})
    made = rows(articles, alignments)
    assert names(made) == {frozenset(("a0", "a1", "b0")), frozenset(("a2", "b1"))}
    assert beads(agreed(alignments, made)[0]) == [("a0 a1", "b0"), ("a2", "b1")]


def test_a_sentence_that_says_two_stands_in_two_rows_and_beads_stay_fine():
    merged = [([0], [0, 1], 0.95)]
    links = {"ab": merged, "ac": merged, "ad": merged} | dict.fromkeys(("bc", "bd", "cd"), ONE_TO_ONE)
    articles, alignments = event({"a": 1, "b": 2, "c": 2, "d": 2}, links)
    made = rows(articles, alignments)
    assert names(made) == {frozenset(("a0", "b0", "c0", "d0")), frozenset(("a0", "b1", "c1", "d1"))}
    corrected = agreed(alignments, made)
    assert beads(corrected[0]) == [("a0", "b0 b1")]
    assert beads(corrected[-1]) == [("c0", "d0"), ("c1", "d1")]


def test_a_half_that_one_alignment_left_out_joins_its_bead():
    split = [([0], [0, 1], 0.95)]
    links = {"ab": split, "ac": [([0], [0], 0.9)], "ad": split}
    links |= {"bc": [([0, 1], [0], 0.9)], "bd": ONE_TO_ONE, "cd": [([0], [0, 1], 0.9)]}
    articles, alignments = event({"a": 1, "b": 2, "c": 1, "d": 2}, links | {"ab": [([0], [0], 0.7)]})
    assert beads(agreed(alignments, rows(articles, alignments))[0]) == [("a0", "b0 b1")]


def test_the_order_of_the_articles_changes_nothing():
    sizes = {"a": 2, "b": 2, "c": 3, "d": 2}
    beads_of = {a + b: ONE_TO_ONE for a, b in combinations("abcd", 2)}
    beads_of |= {"ac": [([0], [0, 1], 0.7), ([1], [2], 0.6)], "bd": [([0], [1], 0.5)]}
    expected = None
    for order in permutations("abcd"):
        articles, alignments = event(sizes, beads_of)
        shuffled = sorted(articles, key=lambda one: order.index(one.language))
        made = rows(shuffled, alignments[:: 1 if order[0] < order[1] else -1])
        expected = expected or names(made)
        assert names(made) == expected


def test_every_sentence_has_a_row():
    articles, alignments = event({"a": 3, "b": 1, "c": 2}, {"ab": [([1], [0], 0.9)]})
    made = rows(articles, alignments)
    assert {s.text for one in articles for s in one.sentences} == set().union(*names(made))
    assert len(made) == 5


def test_a_single_article_has_rows_of_its_own():
    one = article("a", 2)
    assert [row.sentences for row in rows([one], [])] == [((s,),) for s in one.sentences]
    assert rows([], []) == ()


def test_what_every_two_neighbours_say_is_one_row_of_all():
    articles = [article(name, 2) for name in "abcdefghij"]
    alignments = [aligned(one, other, ONE_TO_ONE) for one, other in pairwise(articles)]
    made = rows(articles, alignments)
    assert names(made) == {frozenset(f"{name}{at}" for name in "abcdefghij") for at in range(2)}
    assert [beads(each) for each in agreed(alignments, made)] == [beads(each) for each in alignments]
