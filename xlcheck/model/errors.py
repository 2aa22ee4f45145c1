"""What went wrong, said to the user."""


class XlcheckError(Exception):
    """One line for the user: `path:line: what, and what to do`. Only the command line catches it."""
