"""What went wrong, said to the user."""

import difflib
from collections.abc import Mapping, Sequence

from xlcheck.model.limits import LIMITS


class XlcheckError(Exception):
    """Lines for the user, one a mistake: `path:line: what, and what to do`. Only the command line catches it.

    They are kept apart, not joined by line breaks: a path or a key in them may hold a line break of its own.
    """

    def __init__(self, *lines: str) -> None:
        super().__init__(*lines)
        self.lines = lines

    def __str__(self) -> str:
        return "\n".join(self.lines)


class NoText(XlcheckError):
    """A document that has no text, as a translation that nobody has begun: worth a note, nothing is wrong with it."""


TRACEBACK = "XLCHECK_TRACEBACK"
"""The variable of the environment with which the command line shows where in xlcheck an error comes from."""


def mistake(name: str, error: BaseException, when: str) -> str:
    """A line on an error that nobody foresaw, met with a document: `when` says at which stage."""
    if isinstance(error, MemoryError):
        return f"{name}: out of memory {when}; split it, or leave it out"
    if isinstance(error, RecursionError):
        return f"{name}: nested too deeply {when}; simplify it, or leave it out"
    if isinstance(error, OSError) and error.strerror:
        return f"{name}: {error.strerror.lower()} {when}; check the file and its folder"
    what = f"{type(error).__name__}: {' '.join(str(error).split())[: LIMITS.message]}".removesuffix(": ")
    return f"{name}: an error in xlcheck itself {when} ({what}); please report it with the output of {TRACEBACK}=1"


def unknown(what: str, name: str, known: Sequence[str], where: str = "") -> str:
    """A message on a name that is none of the known ones, with the nearest of them."""
    close = difflib.get_close_matches(name, known, n=1)
    advice = f"did you mean '{close[0]}'?" if close else f"known are {', '.join(known)}"
    return f"unknown {what} '{name}'{where}; {advice}"


def unknown_rule(word: str, names: Mapping[str, str]) -> str:
    """A message on a word that names no rule; `names` has codes by what names them, in small letters."""
    close = difflib.get_close_matches(word.lower(), names, n=1)
    if not close:
        return f"unknown rule '{word}'; see 'xlcheck rules'"
    code = names[close[0]]
    return f"unknown rule '{word}'; did you mean '{code if code.lower() == close[0] else close[0]}'?"
