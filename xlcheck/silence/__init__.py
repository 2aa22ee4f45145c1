"""What is to be passed over: ignore files, comments in pages, baselines. Reads them; `check` applies them."""
