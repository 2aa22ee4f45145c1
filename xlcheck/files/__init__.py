"""Users' files, read within bounds and written whole, and text made harmless where it is shown."""
