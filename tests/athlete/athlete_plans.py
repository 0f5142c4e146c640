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

#: The plan that begins on Saturdays, in its next edition: other words, another pace, other workouts, the same days.
EDITED = (
    FEW_PLANS["saturdays"]
    .replace("easy_pace: 9:30 /mi", "easy_pace: 10:15 /mi")
    .replace("quality: [strides]", "quality: [strides, hills]")
    .replace("Miles and Sundays", "Miles and more Sundays")
)
