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
