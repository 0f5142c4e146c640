"""Random layers, as athletes might write them: several on one plan, in any weeks, some of them at odds."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st
from layers.layered import DAYS


@st.composite
def layers(draw: Any, weeks: int) -> str:
    """One layer in a week of the plan or a few."""
    first = draw(st.integers(1, weeks))
    last = min(weeks, first + draw(st.sampled_from([0, 0, 0, 1, 2, 4])))
    kind = draw(st.sampled_from(["no_gym", "travel", "ill", "move_cutback"]))
    if kind == "no_gym":
        return f"no_gym: weeks {first}-{last}, because: no gym"
    if kind == "travel":
        return f"travel: week {first}, {draw(_left())}, gym: {draw(st.sampled_from(['yes', 'no']))}, because: travel"
    if kind == "ill":
        one, other = draw(st.sampled_from(DAYS)), draw(st.sampled_from(DAYS))
        if first == last:
            one, other = sorted((one, other), key=DAYS.index)
        return f"ill: week {first} {one} - week {last} {other}, because: flu"
    to = draw(st.sampled_from([week for week in range(max(1, first - 2), first + 3) if week != first]))
    return f"move_cutback: week {first} to week {to}, because: a race"


@st.composite
def _left(draw: Any) -> str:
    days = draw(st.lists(st.sampled_from(DAYS), min_size=1, max_size=5, unique=True))
    runs = draw(st.integers(0, 4))
    return draw(
        st.sampled_from([f"days: [{', '.join(days)}]", f"runs: {runs}", f"days: [{', '.join(days)}], runs: {runs}"])
    )
