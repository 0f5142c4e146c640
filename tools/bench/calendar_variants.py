"""A given calendar with other weeks, days and distances: what becomes of a plan that a club wrote day by day."""

from __future__ import annotations

import re
from random import Random

_CELL = re.compile(r"^(    \w+: )(.*)$", re.M)
_WEEK = re.compile(r"^  (\d+):\n((?:    \w+: .*\n)+)", re.M)
_TOTAL = re.compile(r"(quality )([\d.]+)( km)")
_WARM = re.compile(r"([\d.]+)( km easy)")
_PLAIN = re.compile(r"^(easy|long|aerobic) ([\d.]+) km$")
#: Days that may change places without two hard days meeting.
_SWAPS = (("monday", "monday"), ("friday", "saturday"), ("monday", "wednesday"))


def other_calendar(text: str, draw: Random) -> str:
    """Leave out some of the first weeks, let two days change places, run further on each day."""
    dropped, swap, sessions = draw.randrange(3), draw.choice(_SWAPS), draw.choice(("1", "2"))
    by = {kind: draw.choice((0.0, 0.5, 1.0, 1.5)) for kind in ("easy", "long", "aerobic", "quality")}
    if "\ncalendar:\n" not in text:
        return text

    def week(found: re.Match[str]) -> str:
        number = int(found[1]) - dropped
        days = dict(re.findall(r"^    (\w+): (.*)$", found[2], re.M))
        days[swap[0]], days[swap[1]] = days[swap[1]], days[swap[0]]
        rows = "".join(f"    {day}: {_cell(cell, by)}\n" for day, cell in days.items())
        return f"  {number}:\n{rows}" if number > 0 else ""

    text = re.sub(r"(week: )(\d+)", lambda f: f"{f[1]}{int(f[2]) - dropped}", _WEEK.sub(week, text))
    return text.replace("strength: {sessions: 2,", f"strength: {{sessions: {sessions},")


def _cell(cell: str, by: dict[str, float]) -> str:
    plain = _PLAIN.match(cell)
    if plain:
        return f"{plain[1]} {_short(float(plain[2]) + by[plain[1]])} km"
    if "quality" in cell and cell.count("km easy") == 2:
        longer = by["quality"] / 2
        longer_warm = _WARM.sub(lambda f: _short(float(f[1]) + longer) + f[2], cell)
        return _TOTAL.sub(lambda f: f[1] + _short(float(f[2]) + 2 * longer) + f[3], longer_warm)
    return cell


def _short(amount: float) -> str:
    return f"{amount:.2f}".rstrip("0").rstrip(".")
