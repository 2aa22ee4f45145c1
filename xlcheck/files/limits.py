"""How much of a user's file is read, and how long anything is waited for."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds that no file of a real project meets."""

    bytes: int = 256 << 20
    """A bigger settings file or glossary is refused. The largest terminology exports (one language pair of IATE)
    have some tens of MB."""
    pipe_patience: float = 5.0
    """Seconds that a named pipe nobody writes to is waited for: long enough for a writer started alongside."""
    pipe_pause: float = 0.02
    """Seconds between two looks at such a pipe."""
    chunk: int = 1 << 20
    """Bytes that are read at a time."""
    reading_tries: int = 3
    """Times that a file is read that changes meanwhile."""
    draft_names: int = 16
    """Random names of a draft that are tried."""
    draft_seconds: int = 60 * 60
    """Seconds after which a draft is nobody's where there are no locks: writing one takes less than one, a slow
    disk more. An hour leaves room for clocks that differ."""
    new_mode: int = 0o666
    """The mode of a file that was not there, less what the user's umask takes."""
    tried_places: int = 10_000
    """Places at which a string is looked for. One that has no piece rarer than this is not written by people: then
    it is found at the first of these places only."""
    key_parts: int = 100
    """Names that a key may have with dots between them: no file of ours has more than four, and tomllib takes the
    square of their number."""


LIMITS = Limits()
