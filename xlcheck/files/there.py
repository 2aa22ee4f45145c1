"""Whether something is there, asked of any path: what the system does not let us know is not there.

`Path.is_file` and its like raise OSError for a name that is too long and for a folder that may not be looked into.
"""

import os
from pathlib import PurePath


def is_file(path: str | PurePath) -> bool:
    """Whether a path leads to a file: no folder, device or pipe."""
    return os.path.isfile(path)  # noqa: PTH113


def is_folder(path: str | PurePath) -> bool:
    """Whether a path leads to a folder."""
    return os.path.isdir(path)  # noqa: PTH112


def exists(path: str | PurePath) -> bool:
    """Whether a path leads to anything."""
    return os.path.exists(path)  # noqa: PTH110
