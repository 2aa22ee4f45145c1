"""Many strings are found where each of them would be found alone."""

import re
from itertools import islice
from random import Random

import pytest

from xlcheck.files.occurrences import occurrences

SOUND = "El presidente habló ayer en la capital. El presidente respondió. 主席昨天在首都讲话。主席回答了。"


@pytest.mark.parametrize("most", [None, 1, 2])
def test_as_each_is_found_alone(most: int | None) -> None:
    chance = Random(7)
    for text in (SOUND, "abab" * 30, "a" * 90, ""):
        wanted = [text[at : at + chance.randint(1, 40)] for at in range(len(text))] + ["x", "El presidenta", "aab" * 9]
        alone = {
            string: [found.start() for found in islice(re.finditer(re.escape(string), text), most)] for string in wanted
        }
        assert occurrences(text, wanted, most) == alone
