"""Elements however they are opened and closed."""

import pytest

from xlcheck.read.blocks import blocks


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("<div>one</span>two</div>three", [("div", "onetwo"), ("html", "three")]),
        ("<div><p>one<b>two</div>three", [("p", "onetwo"), ("html", "three")]),
        ("<section><b><i>one<p>two</p>three", [("section", "one"), ("p", "two"), ("section", "three")]),
        ("<nav><b>one</nav>two", [("nav", "one"), ("html", "two")]),
        ("<p>one<p>two</p></p>three", [("p", "one"), ("p", "two"), ("html", "three")]),
        ("</html></p>one", [("html", "one")]),
        ("<div><template><div>unread</template>read", [("div", "read")]),
    ],
)
def test_the_block_that_text_lies_in(source: str, expected: list[tuple[str, str]]) -> None:
    assert [(block.tag, block.text) for block in blocks(source)] == expected


BLOCKS = (
    "address article aside blockquote body caption center dd details dialog div dl dt fieldset figcaption figure "
    "footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol option p pre section summary table "
    "tbody td tfoot th thead tr ul"
)
INLINE = "a abbr b bdi cite code del dfn em i img ins kbd label mark q s samp small span strong sub sup time u var wbr"


@pytest.mark.parametrize("name", BLOCKS.split())
def test_block_elements_part_text(name: str) -> None:
    assert [block.text for block in blocks(f"one<{name}>two")] == ["one", "two"]


@pytest.mark.parametrize("name", INLINE.split())
def test_others_do_not(name: str) -> None:
    assert [block.text for block in blocks(f"one<{name}>two")] == ["onetwo"]


@pytest.mark.parametrize("name", ["p", "li", "dt", "dd", "td", "th", "tr"])
def test_some_elements_end_where_the_next_begins(name: str) -> None:
    closed = blocks(f"<{name} hidden>one<{name}>two")
    assert [(block.text, block.aside) for block in closed] == [("one", True), ("two", False)]
    inside = blocks("<div hidden>one<div>two")
    assert [(block.text, block.aside) for block in inside] == [("one", True), ("two", True)]


@pytest.mark.parametrize(
    ("source", "aside", "caption"),
    [
        *((f"<{name}>one</{name}>", True, False) for name in ("nav", "footer", "aside", "menu", "dialog")),
        ("<p hidden>one</p>", True, False),
        ("<p style='color: red; DISPLAY : none'>one</p>", True, False),
        ("<p style='visibility:hidden'>one</p>", True, False),
        ("<p style='display: block'>one</p>", False, False),
        ("<nav><p>one</p></nav>", True, False),
        ("<main><p>one</p></main>", False, False),
        ("<figcaption>one</figcaption>", False, True),
        ("<figcaption><b>one</b></figcaption>", False, True),
        ("<p class='wp-Caption-text'>one</p>", False, True),
        ("<div class=caption><p>one</p></div>", False, True),
        ("<figure>one</figure>", False, False),
    ],
)
def test_what_stands_aside_and_what_is_a_caption(source: str, aside: bool, caption: bool) -> None:
    (block,) = blocks(source)
    assert (block.aside, block.caption) == (aside, caption)


@pytest.mark.parametrize(
    ("source", "linked"),
    [("<a>one</a>", 1.0), ("one<a>two</a>", 0.5), ("one two", 0.0), ("<a><b>one</b></a> and so", 3 / 8)],
)
def test_the_share_of_text_in_links(source: str, linked: float) -> None:
    (block,) = blocks(source)
    assert block.linked == pytest.approx(linked)


@pytest.mark.parametrize(
    ("source", "texts"),
    [
        ("one<br>two", ["one\ntwo"]),
        ("one <br> two", ["one\ntwo"]),
        ("one<br><br>two", ["one", "two"]),
        ("one<br> <br>two", ["one", "two"]),
        ("<br>one", ["one"]),
        (" one \n\t two ", ["one two"]),
        ("one&nbsp;two", ["one\u00a0two"]),
        ("o\u00adn\u200be\ufeff", ["one"]),
        ("\u00ad", []),
        *((f"one<{name}>no</{name}>two", ["onetwo"]) for name in ("svg", "canvas", "audio", "video", "object")),
        *(
            (f"one<{name}>no</{name}>two", ["onetwo"])
            for name in ("template", "select", "button", "rt", "rp", "script")
        ),
    ],
)
def test_lines_blanks_and_what_is_not_read(source: str, texts: list[str]) -> None:
    assert [block.text for block in blocks(source)] == texts


@pytest.mark.parametrize("source", ["<p>a &amp; b</p> <i>c</i>", "<p> a<br>b \n c</p>", "x\u00ady <b>z</b>"])
def test_every_code_point_has_its_place(source: str) -> None:
    for block in blocks(source):
        assert len(block.offsets) == len(block.text) + 1
        assert list(block.offsets) == sorted(block.offsets)
        for letter, place in zip(block.text, block.offsets, strict=False):
            assert source[place] == letter or (source[place] in "&<" or letter.isspace())
