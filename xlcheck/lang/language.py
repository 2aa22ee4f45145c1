"""A language as the checks know it: one object, asked for its words and its traits."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cache, cached_property, lru_cache
from importlib.resources.abc import Traversable

from xlcheck.lang.limits import LIMITS
from xlcheck.lang.packs import folders, holds, packs, rows_of, said_unknown
from xlcheck.lang.topics import MADE, WEIGHTS, WHOLE, Topic, Words, lacking
from xlcheck.lang.traits import Traits, read_traits
from xlcheck.model.language import UNDETERMINED, primary

EVERYWHERE = UNDETERMINED
"""The tag of the pack whose words hold in every language: signs of currencies, of more and less."""


@dataclass(frozen=True, eq=False)
class Language:
    """A language with what its packs hold; `Language.of` gives the same object for the same language every time.

    `tag` is that of the nearest pack: `zh-Hant` for zh-Hant-TW, `pt` for pt-BR while no pack is of Brazil. A language
    without a pack has its primary subtag, no words, and the traits of most languages.
    """

    tag: str
    _folders: Sequence[Traversable] = field(repr=False)
    """Of its packs, the nearest first."""

    @staticmethod
    @lru_cache(maxsize=LIMITS.tags)
    def of(tag: str) -> Language:
        """The language of a BCP 47 tag; `und` has the words that hold in every language."""
        return _language(next(iter(folders(tag)), primary(tag)))

    @cached_property
    def primary(self) -> str:
        """The primary language subtag."""
        return primary(self.tag)

    @cached_property
    def traits(self) -> Traits:
        """Raises an XlcheckError where a pack's traits cannot be read."""
        return read_traits([*reversed(self._folders)], self.primary)

    def knows(self, topic: Topic) -> bool:
        """Whether it tells something that no word of a topic is found in a text.

        Not where no pack holds the topic, where the pack calls it unknown though it holds some of it, nor where words
        are missing without which the topic is of no use.
        """
        if topic not in self._known:
            folder = next((folder for folder in self._folders if holds(folder, topic)), None)
            stated = folder is not None and topic not in said_unknown(folder)
            self._known[topic] = stated and not (topic in WHOLE and any(self.lacking(topic)))
        return self._known[topic]

    def lacking(self, topic: Topic) -> Iterable[str]:
        """What a pack that holds some of a topic still needs for it to be known, in words for its author."""
        return lacking(topic, self.words(topic), self.traits.bounded)

    def words(self, topic: Topic) -> Words:
        """The words of a topic whose rows are `kind value words`; none where the packs hold none."""
        if topic not in self._words:
            found: defaultdict[str, dict[str, str]] = defaultdict(dict)
            for kind, value, words in self.rows(topic):
                found[kind] |= dict.fromkeys(words.split("|"), value)
            self._words[topic] = found
        return self._words[topic]

    def rows(self, topic: Topic) -> Sequence[Sequence[str]]:
        """The rows of a topic without their head, those made from public data first; of the nearest pack that has it.

        Raises an XlcheckError where the file cannot be read.
        """
        made = rows_of(self._folders, MADE[topic]) if topic in MADE else ()
        return (*made, *rows_of(self._folders, topic))

    def weights(self, topic: Topic) -> Sequence[Sequence[str]]:
        """The rows of what was learnt of a topic, `kind feature weight`."""
        return rows_of(self._folders, WEIGHTS[topic])

    @cached_property
    def _known(self) -> dict[Topic, bool]:
        return {}

    @cached_property
    def _words(self) -> dict[Topic, Words]:
        return {}


def has_pack(tag: str) -> bool:
    """Whether there is a pack for the language of a BCP 47 tag."""
    return bool(folders(tag))


def all_languages() -> tuple[Language, ...]:
    """Every language that has a pack, in the order of their tags."""
    return tuple(Language.of(tag) for tag in packs())


@cache
def _language(tag: str) -> Language:
    return Language(tag, tuple(folders(tag).values()))
