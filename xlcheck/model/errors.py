"""What went wrong, said to the user."""

import difflib
from collections.abc import Sequence


class XlcheckError(Exception):
    """One line for the user: `path:line: what, and what to do`. Only the command line catches it."""


def unknown(what: str, name: str, known: Sequence[str], where: str = "") -> str:
    """A message on a name that is none of the known ones, with the nearest of them."""
    close = difflib.get_close_matches(name, known, n=1)
    advice = f"did you mean '{close[0]}'?" if close else f"known are {', '.join(known)}"
    return f"unknown {what} '{name}'{where}; {advice}"
