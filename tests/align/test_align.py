"""Alignment of small real texts with the encoder that ships with the package."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from xlcheck.align import align
from xlcheck.model import Document, Pair, Sentence, Span
from xlcheck.model.facts import Facts

EN = [
    "The Prime Minister of Vietnam arrived in Beijing on Monday for a three-day visit.",
    "He will meet the president of China on Tuesday to discuss trade and railway cooperation.",
    "Exports of fruit and rice to China grew by 14 percent last year.",
    "The two countries signed 12 agreements on science and technology.",
    "Heavy rain is expected in the north of the country until the end of the week.",
]
VI = [
    "Thủ tướng Việt Nam đã đến Bắc Kinh hôm thứ Hai trong chuyến thăm ba ngày.",
    "Ông sẽ gặp chủ tịch Trung Quốc vào thứ Ba để thảo luận về thương mại và hợp tác đường sắt.",
    "Xuất khẩu trái cây và gạo sang Trung Quốc tăng 14 phần trăm trong năm ngoái.",
    "Hai nước đã ký 12 thỏa thuận về khoa học và công nghệ.",
    "Mưa lớn dự kiến ở miền bắc đất nước cho đến cuối tuần.",
]
ES = [
    "El primer ministro de Vietnam llegó el lunes a Pekín para una visita de tres días.",
    "El martes se reunirá con el presidente de China para hablar de comercio y cooperación ferroviaria.",
    "Las exportaciones de fruta y arroz a China crecieron un 14 por ciento el año pasado.",
    "Los dos países firmaron 12 acuerdos sobre ciencia y tecnología.",
    "Se esperan fuertes lluvias en el norte del país hasta el final de la semana.",
]
ZH = [
    "越南总理星期一抵达北京，进行为期三天的访问。",
    "他将于星期二会见中国国家主席，讨论贸易和铁路合作。",
    "去年对中国的水果和大米出口增长了14%。",
    "两国签署了12项科学技术协议。",
    "预计本周末之前该国北部将有大雨。",
]
TEXTS = {"en": EN, "vi": VI, "es": ES, "zh": ZH}
FOREIGN_EN = [
    "The striker scored twice in the second half and his team won the cup.",
    "The museum opens a new hall for paintings of the eighteenth century.",
]
FOREIGN_VI = [
    "Công ty sẽ ra mắt điện thoại mới vào tháng tới với giá rẻ hơn.",
    "Các bác sĩ khuyên người bệnh nên ngủ nhiều hơn và uống ít cà phê.",
]


def places(pairs: tuple[Pair, ...]) -> list[tuple[list[int], list[int]]]:
    return [([s.paragraph for s in pair.source], [t.paragraph for t in pair.target]) for pair in pairs]


@pytest.mark.parametrize(
    ("one", "other"), [("en", "vi"), ("vi", "en"), ("en", "es"), ("en", "zh"), ("es", "zh"), ("vi", "es"), ("vi", "zh")]
)
def test_translations_pair_line_by_line(pair_up, one, other):
    pairs = pair_up(TEXTS[one], TEXTS[other], one, other)
    assert places(pairs) == [([i], [i]) for i in range(5)]
    assert all(pair.translation for pair in pairs)
    assert all(0.5 < pair.score <= 1 for pair in pairs)


def test_sentences_merged_in_the_target_are_one_bead(pair_up):
    target = [ES[0], f"{ES[1][:-1]}, y {ES[2][0].lower()}{ES[2][1:]}", ES[3], ES[4]]
    assert places(pair_up(EN, target, "en", "es")) == [([0], [0]), ([1, 2], [1]), ([3], [2]), ([4], [3])]


def test_a_sentence_split_in_the_target_is_one_bead(pair_up):
    target = [VI[0], "Ông sẽ gặp chủ tịch Trung Quốc vào thứ Ba.", "Họ thảo luận về thương mại và hợp tác đường sắt."]
    target += VI[2:]
    assert ([1], [1, 2]) in places(pair_up(EN, target, "en", "vi"))


def test_a_dropped_sentence_has_no_counterpart(pair_up):
    pairs = pair_up(EN, [*VI[:2], *VI[3:]], "en", "vi")
    assert places(pairs) == [([0], [0]), ([1], [1]), ([2], []), ([3], [2]), ([4], [3])]
    assert all(pair.translation for pair in pairs)


def test_an_inserted_sentence_stands_behind_the_one_it_follows(pair_up):
    pairs = pair_up(EN, [*VI[:2], FOREIGN_VI[0], *VI[2:]], "en", "vi")
    assert places(pairs) == [([0], [0]), ([1], [1]), ([], [2]), ([2], [3]), ([3], [4]), ([4], [5])]


def test_an_inserted_first_sentence_comes_first(pair_up):
    assert places(pair_up(EN, [FOREIGN_VI[1], *VI], "en", "vi"))[0] == ([], [0])


def test_foreign_sentences_on_both_sides_are_left_alone_and_it_is_no_translation(pair_up):
    source = [EN[0], *FOREIGN_EN, *EN[1:3]]
    target = [*VI[:2], *FOREIGN_VI, VI[2]]
    pairs = pair_up(source, target, "en", "vi")
    linked = [bead for bead in places(pairs) if all(bead)]
    assert linked == [([0], [0]), ([3], [1]), ([4], [4])]
    assert not any(pair.translation for pair in pairs)


def test_moved_sentences_cross(pair_up):
    pairs = pair_up(EN, [*ES[3:], *ES[:3]], "en", "es")
    assert places(pairs) == [([0], [2]), ([1], [3]), ([2], [4]), ([3], [0]), ([4], [1])]
    assert not any(pair.translation for pair in pairs)


def test_a_doubled_sentence_breaks_nothing(pair_up):
    found = places(pair_up(EN, [VI[0], VI[1], VI[1], *VI[2:]], "en", "vi"))
    others = [(source, target) for source, target in found if source and source != [1]]
    assert others == [([0], [0]), ([2], [3]), ([3], [4]), ([4], [5])]


def test_unrelated_texts_have_no_certain_bead(pair_up):
    assert all(pair.score < 0.9 for pair in pair_up(FOREIGN_EN, FOREIGN_VI, "en", "vi") if pair.source and pair.target)


def test_an_empty_side_leaves_the_other_alone(pair_up):
    assert places(pair_up([], VI[:2], "en", "vi")) == [([], [0]), ([], [1])]
    assert places(pair_up(EN[:2], [], "en", "vi")) == [([0], []), ([1], [])]
    assert pair_up([], [], "en", "vi") == ()


def test_single_sentences(pair_up):
    assert places(pair_up(EN[:1], VI[:1], "en", "vi")) == [([0], [0])]
    assert places(pair_up(EN[:1], VI, "en", "vi"))[0] == ([0], [0])


def test_swapping_the_texts_swaps_the_pairs(pair_up):
    target = [FOREIGN_VI[0], *VI[2:], VI[0]]
    there = {(tuple(s), tuple(t)) for s, t in places(pair_up(EN, target, "en", "vi"))}
    back = {(tuple(t), tuple(s)) for s, t in places(pair_up(target, EN, "vi", "en"))}
    assert there == back


def test_every_sentence_stands_in_one_pair(pair_up):
    source = [*EN[2:], *FOREIGN_EN, *EN[:3], EN[0], ""]
    target = [FOREIGN_VI[0], *VI, VI[2], FOREIGN_VI[1]]
    found = places(pair_up(source, target, "en", "vi"))
    assert sorted(i for bead, _ in found for i in bead) == list(range(len(source)))
    assert sorted(j for _, bead in found for j in bead) == list(range(len(target)))
    assert [bead for bead, _ in found if bead] == sorted(bead for bead, _ in found if bead)


def test_shared_numbers_decide_where_vectors_say_nothing(sentences):
    source = sentences(["In 2019 there were 431 cases.", "In 2020 there were 872 cases."], "en")
    target = sentences(["Một câu khác hẳn.", "Năm 2019 có 431 ca.", "Năm 2020 có 872 ca."], "vi")
    apart = np.eye(6, 8, dtype=np.float32)
    with_numbers = dict((*s, t) for s, t in places(align(source, target, apart[:2], apart[2:5])) if s)
    assert 1 in with_numbers[0]
    assert with_numbers[1] == [2]
    bare = [[replace(sentence, facts=Facts()) for sentence in text] for text in (source, target)]
    assert not any(s and t for s, t in places(align(*bare, apart[:2], apart[2:5])))


def test_vectors_must_fit(sentences):
    with pytest.raises(ValueError, match="one vector for each sentence"):
        align(sentences(EN, "en"), sentences(VI, "vi"), np.zeros((4, 8), np.float32), np.zeros((5, 8), np.float32))


def test_zero_vectors_do_no_harm():
    document = Document("x", "a b c d")
    one = [Sentence(Span(document, i, i + 1), "und", i) for i in (0, 2, 4, 6)]
    pairs = align(one, one[:3], np.zeros((4, 8), np.float32), np.zeros((3, 8), np.float32))
    assert sorted(i for s, _ in places(pairs) for i in s) == [0, 2, 4, 6]
    assert sorted(j for _, t in places(pairs) for j in t) == [0, 2, 4]


def test_an_encoder_with_much_background_gives_the_same(encode, sentences):
    """Many transformers put all sentences near one direction."""
    target = [VI[0], FOREIGN_VI[0], *VI[2:]]
    texts = sentences(EN, "en"), sentences(target, "vi")
    vectors = encode(EN), encode(target)
    plain = places(align(*texts, *vectors))
    far = []
    for rows in vectors:
        leaning = np.concatenate([rows, np.full((len(rows), 1), 1.5, np.float32)], axis=1)
        far.append((leaning / np.linalg.norm(leaning, axis=1, keepdims=True)).astype(np.float32))
    assert places(align(*texts, *far)) == plain
