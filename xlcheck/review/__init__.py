"""The page of a run for one reviewer's browser, and the verdicts that come back: a small server on the loopback."""

from xlcheck.review.server import LOOPBACK, Server

__all__ = ["LOOPBACK", "Server"]
