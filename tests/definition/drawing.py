"""Drawn examples are the same in every run."""

from hypothesis import settings

drawn = settings(derandomize=True, deadline=None)
