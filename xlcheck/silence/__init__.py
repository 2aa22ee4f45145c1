"""What is to be ignored: ignore files, comments in pages, baselines. Reads them; `check` applies them."""
