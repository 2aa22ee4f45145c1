"""A lock on an open file, which the system frees when it is closed or its holder dies."""

from __future__ import annotations

import sys

if sys.platform == "win32":

    def lock(descriptor: int) -> None:
        """Lock at once; raises OSError where another has it, or where there are no locks."""
        import msvcrt

        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)

else:

    def lock(descriptor: int) -> None:
        """Lock at once; raises BlockingIOError where another has it, another OSError where there are no locks."""
        import fcntl

        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
