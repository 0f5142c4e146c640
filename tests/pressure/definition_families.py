"""A quarter of 100,000 random valid definitions, each of which expands without an error or says what clashes.

Ten that ask for the same days with other numbers are drawn together, so that the days are chosen once for all ten.
``make definitions`` draws as many of which each has days of its own.
"""

from __future__ import annotations

from expanding import expand_families

EACH = 25_000


def a_quarter(number: int) -> None:
    """Draw the definitions of one quarter, counted from 0, and look at what came of each."""
    first = (number + 1) * 1_000_000
    tally = expand_families(range(first, first + EACH), EACH)
    assert tally.wrong == []
    assert tally.counts["expanded"] + tally.counts["clash"] >= EACH
    assert tally.counts["clash"] > EACH // 200, tally.counts
