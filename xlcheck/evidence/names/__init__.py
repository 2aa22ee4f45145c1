"""Whether names may be one, and how they are written."""
