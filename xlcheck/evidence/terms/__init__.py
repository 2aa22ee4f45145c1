"""Whether a glossary's term is what a text has, and may stand there."""
