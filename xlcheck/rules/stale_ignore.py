"""An ignore that has ended, or that passes over nothing.

**What it does.** Reports every entry of `xlcheck-ignore.toml` and every `xlcheck-ignore` comment in a page that has
passed its last day, that no finding needs any more, or that cannot be understood (a comment without a reason or a
day, a rule that is not there). From the day after its last one an entry passes over nothing: its findings are back.

**Why it matters.** An exception without an end becomes the rule, and one that nobody needs hides the next error.

**What it does not do.** That nothing is passed over any more is said only by a run that could tell: one in which the
rule ran, over a folder that holds all that the entry speaks of. A run on single files sees only a part. What is gone
from a baseline is taken out by `xlcheck baseline prune`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from xlcheck.model import Finding, Rule, Severity
from xlcheck.model.suppression import Trial

BAD = (
    (
        "en: The talks were held in Beijing on Monday afternoon.",
        'ignores: [[ignore]]\nrule = "untranslated"\nreason = "quoted from the press release"\nuntil = 2020-06-30',
    ),
    (
        "zh: 会谈于星期一下午在北京举行。",
        'ignores: [[ignore]]\nrule = "XL403"\npath = "zh/**"\nreason = "图片说明"\nuntil = 2020-06-30',
    ),
)
GOOD = (
    (
        "en: The talks were held in Beijing on Monday afternoon.",
        'ignores: [[ignore]]\nrule = "untranslated"\nreason = "quoted from the press release"\nuntil = 9999-12-31',
    ),
    (
        "zh: 会谈于星期一下午在北京举行。",
        'ignores: [[ignore]]\nrule = "XL403"\npath = "zh/**"\nreason = "图片说明"\nuntil = 9999-12-31',
    ),
)


_CODE = re.compile(r"XL\d{3}")
_COMMENT, _MARK = "<!--", "xlcheck-ignore"


def _written_well(written: str) -> str:
    """An example of an ignore in the form of its place: a comment in a page or its front matter, or a bare line."""
    code = _CODE.search(written)
    said = f"{code[0] if code else 'XL302'}: why until 2030-12-31"
    if written.startswith(_COMMENT):
        return f"{_COMMENT} {_MARK} {said} -->"
    return f"# {_MARK} {said}" if _MARK in written else said


def check(trial: Trial) -> Iterator[Finding]:
    entry = trial.entry
    if entry.fault:
        yield Finding(
            message=f"an ignore that cannot be understood: {entry.fault}",
            at=entry.at,
            suggestion=f"write {_written_well(entry.at.text)}",
        )
    elif trial.expired:
        yield Finding(
            message=f"the ignore of {entry.rule} expired on {entry.until}",
            at=entry.at,
            suggestion="take it out" if trial.idle else "fix the text, or give the ignore a later date",
            reason=f"it was “{entry.reason}”",
        )
    elif trial.idle:
        yield Finding(
            message=f"the ignore of {entry.rule} passes over nothing",
            at=entry.at,
            suggestion="take it out",
            reason=f"no finding of {entry.rule} is left where it looks",
        )


RULE = Rule("XL901", "stale-ignore", "An ignore that has expired or is not needed.", Trial, check, Severity.WARNING)
