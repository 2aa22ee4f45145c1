"""Archives of office documents, the same for the same content."""

import io
import re
import zipfile

_EPOCH = (1980, 1, 1, 0, 0, 0)
_NOW = re.compile(rb"\d{4}-\d\d-\d\dT[\d:.]+Z?")


def undated(content: bytes) -> bytes:
    """An office document without the time at which it was written, in its parts and its properties."""
    still = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as archive, zipfile.ZipFile(still, "w") as copy:
        for part in archive.namelist():
            data = archive.read(part)
            data = _NOW.sub(b"1980-01-01T00:00:00Z", data) if part == "docProps/core.xml" else data
            copy.writestr(zipfile.ZipInfo(part, _EPOCH), data, zipfile.ZIP_DEFLATED)
    return still.getvalue()
