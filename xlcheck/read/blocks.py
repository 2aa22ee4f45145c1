"""A page cut into blocks of readable text, every code point with its place in the source.

Nothing here decides what is article and what is not.
"""

import re
from array import array
from dataclasses import dataclass

from xlcheck.read.markup import Tag, characters, pieces

_UNREAD = {"svg", "canvas", "audio", "video", "object", "template", "select", "button", "rt", "rp"}
_VOID = {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "wbr"}
_BLOCK = frozenset(
    "address article aside blockquote body caption center dd details dialog div dl dt fieldset "  # noqa: SIM905
    "figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav "
    "ol option p pre section summary table tbody td tfoot th thead tr ul".split()
)
_ENDED_BY_THE_NEXT = {"p", "li", "dt", "dd", "td", "th", "tr"}
_ASIDE = {"nav", "footer", "aside", "menu", "dialog"}
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_WHITE = " \t\n\r\f"
_INVISIBLE = "\0\u00ad\u200b\u2060\ufeff"  # NUL, soft hyphen, zero-width space, word joiner, BOM


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
    name: str
    aside: bool = False
    caption: bool = False
    link: bool = False
    unread: bool = False


def blocks(source: str) -> list[Block]:
    """The readable text of a page, block by block in the order of the source, empty ones left out."""
    cutter = _Cutter(source)
    for start, end, tag in pieces(source):
        cutter.read(start, end)
        if tag:
            cutter.follow(tag)
    cutter.cut()
    return cutter.done


class _Cutter:
    """The elements that are open and the block that is being filled."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.done: list[Block] = []
        self._open = [_Element("html")]
        self._text: list[str] = []
        self._offsets = array("I")
        self._end = 0
        self._linked = 0

    def read(self, start: int, end: int) -> None:
        if self._open[-1].unread:
            return
        for text, begin, stop in characters(self.source, start, end):
            if text[0] in _WHITE:
                self._space(" ", begin)
                continue
            places = range(begin, stop) if len(text) == stop - begin else [begin] * len(text)
            for character, place in zip(text, places, strict=True):
                if character not in _INVISIBLE:
                    self._text.append(character)
                    self._offsets.append(place)
            self._end = stop
            self._linked += len(text) if self._open[-1].link else 0

    def _space(self, character: str, place: int) -> None:
        if self._text and self._text[-1] not in (" ", "\n"):
            self._text.append(character)
            self._offsets.append(place)

    def follow(self, tag: Tag) -> None:
        if tag.name == "br":
            self._break_line(tag.start)
        elif tag.name in _BLOCK:
            self.cut()
        if tag.closing:
            self._close(tag.name)
        elif tag.name not in _VOID and not tag.empty:
            self._enter(tag)

    def _break_line(self, place: int) -> None:
        """One `<br>` is a line feed, two are the end of a paragraph."""
        if self._text and self._text[-1] == "\n":
            self.cut()
        elif self._text and self._text[-1] == " ":
            self._text[-1] = "\n"
        else:
            self._space("\n", place)

    def _enter(self, tag: Tag) -> None:
        if tag.name in _ENDED_BY_THE_NEXT and self._open[-1].name == tag.name:
            self._open.pop()
        around = self._open[-1]
        self._open.append(
            _Element(
                tag.name,
                aside=around.aside or tag.name in _ASIDE or _is_hidden(tag),
                caption=around.caption or _is_caption(tag),
                link=around.link or tag.name == "a",
                unread=around.unread or tag.name in _UNREAD,
            )
        )

    def _close(self, name: str) -> None:
        for depth in range(len(self._open) - 1, 0, -1):
            if self._open[depth].name == name:
                del self._open[depth:]
                return

    def cut(self) -> None:
        """End the block here. The tag that ends it is still to be followed."""
        whole = "".join(self._text)
        text = whole.strip()
        if text:
            first = whole.index(text)
            self._offsets.append(self._end)
            offsets = self._offsets[first : first + len(text) + 1]
            element = self._open[-1]
            tag = next((e.name for e in reversed(self._open) if e.name in _BLOCK), "html")
            linked = self._linked / sum(not c.isspace() for c in text)
            self.done.append(Block(tag, element.aside, element.caption, linked, text, offsets))
        self._linked = 0
        self._text.clear()
        self._offsets = array("I")


def _is_hidden(tag: Tag) -> bool:
    return "hidden" in tag.attributes or bool(_HIDDEN.search(tag.attributes.get("style", "")))


def _is_caption(tag: Tag) -> bool:
    return tag.name == "figcaption" or "caption" in tag.attributes.get("class", "").lower()
