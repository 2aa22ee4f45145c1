"""All fuzz targets, by subject."""

from targets import (
    aligning,
    caching,
    finding,
    fixing,
    glossaries,
    printing,
    reading,
    reporting,
    settings,
    silencing,
    whole,
)

_SUBJECTS = (reading, glossaries, settings, silencing, caching, finding, aligning, fixing, reporting, printing, whole)

TARGETS = {target.name: target for subject in _SUBJECTS for target in subject.TARGETS}
"""Every target by its name."""
