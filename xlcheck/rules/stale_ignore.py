"""An ignore that has expired, or that silences nothing.

**What it does.** Reports every entry of `xlcheck-ignore.toml` and every `xlcheck-ignore` comment in a page that has
passed its expiry date, that no finding needs any more, or that cannot be parsed (a comment without a reason or a date,
a rule that does not exist). From the day after the expiry date on, an entry silences nothing, and its findings are
reported again.

**Why it matters.** An exception without an end becomes the rule, and one that nobody needs hides the next error.

**What it does not do.** An entry is reported as silencing nothing only in a run that can know that: one that ran the
rule, on a folder with everything that the entry covers. A run on single files sees only a part. `xlcheck baseline
prune` removes what is no longer found from a baseline.
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
            message=f"an ignore that cannot be parsed: {entry.fault}",
            at=entry.at,
            suggestion=f"write {_written_well(entry.at.text)}",
        )
    elif trial.expired:
        yield Finding(
            message=f"the ignore for {entry.rule} expired on {entry.until}",
            at=entry.at,
            suggestion="remove it" if trial.idle else "fix the text, or give the ignore a later date",
            reason=f"its reason was “{entry.reason}”",
        )
    elif trial.idle:
        yield Finding(
            message=f"the ignore for {entry.rule} silences nothing",
            at=entry.at,
            suggestion="remove it",
            reason=f"no {entry.rule} finding is left that it covers",
        )


RULE = Rule("XL901", "stale-ignore", "An ignore that has expired or is not needed.", Trial, check, Severity.WARNING)
