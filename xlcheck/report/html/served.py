"""What a page knows of the file that its verdicts are written to."""

from collections.abc import Mapping
from dataclasses import dataclass

from xlcheck.files.escaping import json_text
from xlcheck.model.suppression import Suppression


@dataclass(frozen=True, slots=True)
class Filed:
    """The ignore `file`, by its path, and what it says of findings by their rule and fingerprint."""

    file: str
    entries: Mapping[tuple[str, str], Suppression]

    def said(self, rule: str, fingerprint: str) -> str:
        """The entry on a finding as JSON, as the page sends it; nothing where there is none."""
        entry = self.entries.get((rule, fingerprint))
        if entry is None:
            return ""
        said = {"reason": entry.reason, "author": entry.author, "path": entry.path, "until": entry.until.isoformat()}
        return json_text({key: value for key, value in said.items() if value}, indent=None)
