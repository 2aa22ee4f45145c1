"""Why a bead was made: parts of the score, the rival, the price."""

from __future__ import annotations

import pytest

from xlcheck.align import WEIGHTS, align, explain

EN = [
    "The president arrived in Beijing on Monday.",
    "He met Xi Jinping and signed 14 agreements worth 26,750 million dollars.",
    "Xi Jinping will visit Hanoi in spring.",
    "The striker scored twice in the second half.",
]
VI = [
    "Tổng thống đã đến Bắc Kinh hôm thứ Hai.",
    "Ông gặp Tập Cận Bình.",
    "Hai bên ký 14 thỏa thuận trị giá 26.750 triệu đô la.",
    "Tập Cận Bình sẽ thăm Hà Nội vào mùa xuân.",
]


@pytest.fixture(scope="module")
def explained(encode, sentences):
    source, target = sentences(EN, "en"), sentences(VI, "vi")
    given = source, target, encode(EN), encode(VI)
    return list(zip(align(*given), explain(*given), strict=True))


def test_every_pair_is_explained_by_its_own_sentences(explained):
    for pair, why in explained:
        if pair.source and pair.target:
            assert why.chosen.source == tuple(s.paragraph for s in pair.source)
            assert why.chosen.target == tuple(t.paragraph for t in pair.target)
        else:
            assert why.chosen is None


def test_the_parts_make_the_score(explained):
    for _, why in explained:
        for bead in filter(None, (why.chosen, why.rival)):
            likeness = bead.cosine - bead.crowd + bead.clues
            assert bead.score == pytest.approx(min(likeness, likeness * bead.lengths) + bead.support, abs=2e-4)
            assert 0 < bead.lengths <= 1
            assert 0 <= bead.clues <= WEIGHTS.shared


def test_a_bead_beats_its_rival_and_the_price(explained):
    for pair, why in explained:
        if pair.source and pair.target:
            assert why.chosen.score > why.price * (len(pair.source) + len(pair.target))
            assert why.rival is None or why.chosen.score > why.rival.score
            shares = [set(why.chosen.source) & set(why.rival.source), set(why.chosen.target) & set(why.rival.target)]
            assert sum(map(bool, shares)) == 1


def test_what_both_sides_mention_is_named(explained):
    (why,) = (why for pair, why in explained if [s.paragraph for s in pair.source] == [1])
    assert why.chosen.target == (1, 2)
    assert {("number", "14"), ("name", "xijinping")} <= set(why.chosen.shared) or {
        ("number", "14"),
        ("name", "tapcanbinh"),
    } <= set(why.chosen.shared)


def test_a_lone_sentence_has_a_rival_only(explained):
    (why,) = (why for pair, why in explained if [s.paragraph for s in pair.source] == [3])
    assert why.chosen is None
    assert why.rival.source[-1] == 3


def test_moved_sentences_are_marked(encode, sentences):
    target = [*VI[3:], *VI[:3]]
    found = explain(sentences(EN, "en"), sentences(target, "vi"), encode(EN), encode(target))
    assert any(why.crossing for why in found)
    assert all(why.chosen is not None for why in found if why.crossing)


def test_nothing_to_explain_on_one_side(encode, sentences):
    found = explain(sentences(EN, "en"), [], encode(EN), encode([]))
    assert [why.chosen for why in found] == [None] * len(EN)
