"""Small plans for the athlete's tests: weeks that begin on other days, one that begins again, one that is edited."""

from __future__ import annotations

from site_project import ROOT

_VALID = ROOT / "tests" / "cases" / "valid"
_SUNDAYS = (_VALID / "miles-and-sundays.yaml").read_text(encoding="utf-8")

FEW_PLANS = {
    # Its first day is dated by the author, a Sunday.
    "sundays": _SUNDAYS,
    "saturdays": _SUNDAYS.replace("week_starts: sunday", "week_starts: saturday").replace("start: 2027-01-03\n", ""),
    "rolling": (_VALID / "rolling.yaml").read_text(encoding="utf-8"),
    "nine-days": (ROOT / "tests" / "site" / "plans" / "nine-days.yaml").read_text(encoding="utf-8"),
}

#: The same plan a season later: heavier going, other words, the same weeks and days.
EDITED = _SUNDAYS.replace("volume: 20-24 mi", "volume: 22-26 mi").replace("Miles and Sundays", "Miles and more Sundays")
