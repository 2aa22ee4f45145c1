"""From which confidence of the aligner on a finding on coverage is clear."""

CLEAR = 0.9
"""Where lab/train/coverage.py puts the confidence that nine in ten are right on the marked omissions and additions that
it was fitted to. What is below has a doubt."""
