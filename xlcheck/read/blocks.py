"""A page cut into blocks of readable text, every code point with its place in the source.

Nothing here decides what is article and what is not.
"""

import re
from array import array
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from xlcheck.model.document import Range
from xlcheck.model.syntax import VOID_ELEMENTS
from xlcheck.read.markup import RAW_TEXT, Tag, characters, pieces

_UNREAD = RAW_TEXT | {"svg", "canvas", "audio", "video", "object", "template", "select", "button", "rt", "rp"}
_BLOCK = frozenset(
    "address article aside blockquote body caption center dd details dialog div dl dt fieldset "  # noqa: SIM905
    "figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav "
    "ol option p pre section summary table tbody td tfoot th thead tr ul".split()
)
_ENDED_BY_THE_NEXT = {"p", "li", "dt", "dd", "td", "th", "tr"}
_ASIDE = {"nav", "footer", "aside", "menu", "dialog"}
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
WHITE = " \t\n\r\f"
GAP = "\n\n"
_INVISIBLE = re.compile("[\0\u00ad\u200b\u2060\ufeff]")  # NUL, soft hyphen, zero-width space, word joiner, BOM


@dataclass(frozen=True, slots=True)
class Block:
    """Text between two block-level tags, white space collapsed, `<br>` as a line feed.

    `offsets` has the place in the source of each code point and of the end. `tag` is the innermost
    block-level element; `aside` is set in navigation, footers, forms and in what is hidden;
    `caption` in captions of pictures; `linked` is the share of the text that is inside links.
    """

    tag: str
    aside: bool
    caption: bool
    linked: float
    text: str
    offsets: "array[int]"


@dataclass(frozen=True, slots=True)
class _Element:
    """An element that is open; `block` is the innermost block-level one that it is or lies in."""

    name: str
    block: str = "html"
    aside: bool = False
    caption: bool = False
    link: bool = False
    unread: bool = False


def blocks(source: str) -> list[Block]:
    """The readable text of a page, block by block in the order of the source, empty ones left out."""
    cutter = Cutter()
    cutter.markup(source)
    cutter.cut()
    return cutter.done


def joined(kept: Sequence[Block]) -> tuple[str, "array[int]"]:
    """The text of some blocks, parted by an empty line, and its offsets: the gap between two is the first's end."""
    offsets = array("I")
    for block in kept:
        offsets.extend(block.offsets)
        offsets.append(block.offsets[-1])
    return GAP.join(block.text for block in kept), offsets[:-1]


def range_of(kept: Sequence[Block], number: int) -> Range:
    """Where a block stands in the text that all are joined to."""
    start = sum(len(block.text) + len(GAP) for block in kept[:number])
    return start, start + len(kept[number].text)


class Cutter:
    """The blocks that are `done`, the elements that are open, and the block that is being filled."""

    def __init__(self) -> None:
        self.done: list[Block] = []
        self._open = [_Element("html")]
        self._named: Counter[str] = Counter()
        self._text: list[str] = []
        self._offsets = array("I")
        self._end = 0
        self._linked = 0

    @property
    def last(self) -> str:
        """The code point that the block ends with so far, empty for none."""
        return self._text[-1] if self._text else ""

    @property
    def depth(self) -> int:
        """The number of elements that are open."""
        return len(self._open)

    def close_to(self, depth: int) -> None:
        """Close the elements that were opened since there were so many."""
        while len(self._open) > depth:
            self._leave()

    def markup(self, source: str, place: int = 0) -> None:
        """Read tags and what stands between them; `place` is where `source` begins in the file."""
        for start, end, tag in pieces(source):
            for text, begin, stop in characters(source, start, end):
                self.put(text, place + begin, place + stop)
            if tag:
                self._follow(tag, place)

    def put(self, text: str, start: int, end: int) -> None:
        """Add a run of text or of white space that stands from `start` to `end` in the file.

        Text that is shorter or longer than its place was written as a reference, and stands at its start.
        """
        if self._open[-1].unread:
            return
        if text[0] in WHITE:
            self._space(" ", start)
            return
        places = range(start, end) if len(text) == end - start else [start] * len(text)
        if _INVISIBLE.search(text):
            seen = [(one, place) for one, place in zip(text, places, strict=True) if not _INVISIBLE.match(one)]
            text, places = "".join(one for one, _ in seen), [place for _, place in seen]
        self._text += text
        self._offsets.extend(places)
        self._end = end
        self._linked += len(text) if self._open[-1].link else 0

    def _space(self, character: str, place: int) -> None:
        if self._text and self._text[-1] not in (" ", "\n"):
            self._text.append(character)
            self._offsets.append(place)

    def _follow(self, tag: Tag, place: int) -> None:
        if tag.name == "br":
            self.break_line(place + tag.start)
        elif tag.name in _BLOCK:
            self.cut()
        if tag.closing:
            self._close(tag.name)
        elif tag.name not in VOID_ELEMENTS and not tag.empty:
            self._enter(tag)

    def break_line(self, place: int) -> None:
        """One `<br>` is a line feed, two are the end of a paragraph."""
        if self._text and self._text[-1] == "\n":
            self.cut()
        elif self._text and self._text[-1] == " ":
            self._text[-1] = "\n"
        else:
            self._space("\n", place)

    def _enter(self, tag: Tag) -> None:
        if tag.name in _ENDED_BY_THE_NEXT and self._open[-1].name == tag.name:
            self._leave()
        around = self._open[-1]
        self._open.append(
            _Element(
                tag.name,
                block=tag.name if tag.name in _BLOCK else around.block,
                aside=around.aside or tag.name in _ASIDE or _is_hidden(tag),
                caption=around.caption or _is_caption(tag),
                link=around.link or tag.name == "a",
                unread=around.unread or tag.name in _UNREAD,
            )
        )
        self._named[tag.name] += 1

    def _leave(self) -> str:
        name = self._open.pop().name
        self._named[name] -= 1
        return name

    def _close(self, name: str) -> None:
        """Close the innermost element of this name and all inside it; an end without a start is passed over."""
        while self._named[name] and self._leave() != name:
            pass

    def cut(self) -> None:
        """End the block here. The tag that ends it is still to be followed."""
        whole = "".join(self._text)
        text = whole.strip()
        if text:
            first = whole.index(text)
            self._offsets.append(self._end)
            offsets = self._offsets[first : first + len(text) + 1]
            element = self._open[-1]
            linked = self._linked / sum(not c.isspace() for c in text)
            self.done.append(Block(element.block, element.aside, element.caption, linked, text, offsets))
        self._linked = 0
        self._text.clear()
        self._offsets = array("I")


def _is_hidden(tag: Tag) -> bool:
    return "hidden" in tag.attributes or bool(_HIDDEN.search(tag.attributes.get("style", "")))


def _is_caption(tag: Tag) -> bool:
    return tag.name == "figcaption" or "caption" in tag.attributes.get("class", "").lower()
