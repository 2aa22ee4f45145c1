"""What findings say, with values that run from right to left or would turn the rest around."""

import pytest

from xlcheck.report.html.isolated import isolated


@pytest.mark.parametrize(
    ("message", "shown"),
    [
        ("the same text stands twice", "the same text stands twice"),
        ("“27 يناير 2026” is not “26”", "“<bdi>27 يناير 2026</bdi>” is not “<bdi>26</bdi>”"),
        ("“he said “yes” twice” is missing", "“<bdi>he said “yes” twice</bdi>” is missing"),
        ('“a <b> & "c"” stands', "“<bdi>a &lt;b&gt; &amp; &#34;c&#34;</bdi>” stands"),
        ("“cut off & left", "“cut off &amp; left"),
        ("“\u202eevil” is no name", "“<bdi>\N{REPLACEMENT CHARACTER}evil</bdi>” is no name"),
        ("”“”“", "”“”“"),
    ],
)
def test_values_are_isolated_and_escaped(message, shown):
    assert isolated(message) == shown
