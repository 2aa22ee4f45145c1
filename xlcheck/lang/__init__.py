"""What is known of a language: its words, by topic, and its traits; a folder of data a language, in `packs`."""

from xlcheck.lang.language import EVERYWHERE, Language, all_languages, has_pack
from xlcheck.lang.mistakes import check_added
from xlcheck.lang.naming import language_name, language_names
from xlcheck.lang.topics import TOPICS, Topic, Words
from xlcheck.lang.traits import Traits

__all__ = [
    "EVERYWHERE",
    "TOPICS",
    "Language",
    "Topic",
    "Traits",
    "Words",
    "all_languages",
    "check_added",
    "has_pack",
    "language_name",
    "language_names",
]
