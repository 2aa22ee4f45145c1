"""Users' files: read within bounds, written whole or not at all."""
