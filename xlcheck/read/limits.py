"""What a text that is read may be like: how large, how deep, how its first lines look."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """Sizes keep bad input from asking for all memory.

    What shows a page's article, and what is in front of a story, was decided by hand; `lab/bench/extract.py` measures
    it.
    """

    text_bytes: int = 64 << 20
    """Bytes of a text: the longest novels have 5 MB, and checking takes 10 s of CPU time a megabyte, or more."""
    telling_block: int = 24
    """Bytes of a block from which on it is found again in the page by its text."""
    article_letters: int = 80
    """Letters of the blocks that an article is known by, at least, unless half of it is less."""
    linked_share: float = 0.5
    """Share of a block that is in links, from which on it is navigation."""
    block_copies: int = 4
    """Places of one block in a page that are looked at."""
    head_lines: int = 6
    """Lines at the top of a text in which a dateline stands."""
    byline: int = 120
    """Characters of a line with the day of the page, at most."""
    story: int = 60
    """Characters of what follows a dateline on its line, unless it ends as a sentence does."""
    place_capitals: int = 3
    """Letters of a place in capitals, at least."""
    place_words: int = 6
    """Words of a place, at most."""
    first_year: int = 1500
    """Days before this year are nobody's date of publication but a placeholder (0001-01-01)."""
    last_year: int = 2200
    """Nor are days after this one."""
    page_head: int = 4096
    """Bytes of a page in which its encoding is declared: the HTML standard looks at the first 1,024."""
    sample: int = 20_000
    """Bytes that an encoding is guessed from."""
    encoding_score: float = 0.5
    """Score, 0 to 1, of a guessed encoding below which the file is refused."""
    bytes_a_nul: int = 1000
    """Bytes for each NUL, from which on text with some is not binary."""
    mostly: float = 0.9
    """Share of the characters that shows how a file was decoded wrongly."""
    front_depth: int = 64
    """Values inside one another in front matter."""
    columns: int = 256
    """Columns of a table: every one is compared with every other; the widest published ones have some 200 languages
    (FLORES)."""
    title: int = 150
    """Characters of a title, at most."""
    entries_head: int = 1 << 16
    """Code points in which a format of entries shows itself: longer than the licence at the top of a file."""


LIMITS = Limits()
