"""Files written whole or not at all."""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import IO

from xlcheck.files import drafts
from xlcheck.files.limits import LIMITS
from xlcheck.files.undisturbed import undisturbed
from xlcheck.model import XlcheckError

_NO_SYNC = frozenset((errno.EINVAL, errno.ENOSYS, errno.ENOTSUP))
"""What file systems answer that have no fsync; any other error is one."""


def replace(path: str, data: bytes, still: Callable[[], bool] | None = None) -> bool:
    """Put data in the place of a user's file in one go: a draft next to it, on the disk, then renamed.

    Mode and owner are kept, a link stays one, and a pipe or a device is written to. `still` is asked last: where it
    says no, the file is left as it is, and the answer is False. Drafts of runs that were killed are removed from the
    folder. Raises XlcheckError, which names the path, where it cannot be written; then it is as it was, and no draft
    is left. A signal waits until that is done.
    """
    try:
        target = Path(os.path.realpath(path))
        if target.exists() and not target.is_file():
            target.write_bytes(data)
            return True
        with undisturbed():
            return _replaced(target, data, still)
    except (OSError, ValueError) as error:  # ValueError: a name with a NUL
        reason = getattr(error, "strerror", None) or error
        raise XlcheckError(f"{path}:1: cannot be written ({reason}); check the path and its folder") from None


def _replaced(target: Path, data: bytes, still: Callable[[], bool] | None) -> bool:
    drafts.clear(target.parent)
    old = _state(target)
    draft, file = drafts.make(target.parent, stat.S_IMODE(old.st_mode) if old else LIMITS.new_mode)
    try:
        with file:
            file.write(data)
            if old:
                _like(old, draft)
            _on_disk(file)
            if still is not None and not still():
                return False
            if os.name == "nt":  # Windows renames nothing that is open
                file.close()
            draft.replace(target)
    finally:
        with suppress(OSError):
            draft.unlink()
    _folder_on_disk(target.parent)
    return True


def _state(file: Path) -> os.stat_result | None:
    try:
        return file.stat()
    except FileNotFoundError:
        return None


def _like(old: os.stat_result, draft: Path) -> None:
    """Give the draft the owner, as far as one may, and the mode of the file that it is for."""
    now = draft.stat()
    if (now.st_uid, now.st_gid) != (old.st_uid, old.st_gid) and os.name != "nt":
        with suppress(OSError):
            os.chown(draft, old.st_uid, old.st_gid)
    draft.chmod(stat.S_IMODE(old.st_mode))


def _on_disk(file: IO[bytes]) -> None:
    """Else a power cut after the renaming may leave an empty file (as ext4 and XFS allow)."""
    file.flush()
    try:
        os.fsync(file.fileno())
    except OSError as error:
        if error.errno not in _NO_SYNC:
            raise


def _folder_on_disk(folder: Path) -> None:
    """The new name, too, where the system lets a folder be written out; the content is safe without."""
    with suppress(OSError):
        opened = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(opened)
        finally:
            os.close(opened)
