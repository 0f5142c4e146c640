"""The words of running calendars, with all that each may mean."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """The words of ``plans/library/calendar_words.yaml``."""
