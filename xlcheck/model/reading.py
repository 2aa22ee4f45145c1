"""What is said of a file that cannot be read."""

from collections.abc import Iterator
from contextlib import contextmanager

from xlcheck.model.errors import XlcheckError


@contextmanager
def readable(path: str, advice: str = "save the file as UTF-8") -> Iterator[None]:
    """Raise XlcheckError with one line for the user where a file, read as UTF-8 inside, cannot be or is not.

    `advice` says what to do with a file that is not.
    """
    try:
        yield
    except UnicodeDecodeError as error:
        line = error.object.count(b"\n", 0, error.start) + 1
        raise XlcheckError(f"{path}:{line}: not UTF-8; {advice}") from None
    except OSError as error:
        raise XlcheckError(f"{path}:1: cannot be read ({error.strerror}); check the path") from None
