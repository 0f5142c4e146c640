"""The field's own words, as types. Source: the article's vocabulary, domain reference 1.1."""

from typing import Literal, get_args

DayKind = Literal["quality", "long", "race", "aerobic", "easy", "cross", "rest"]
RunKind = Literal["quality", "long", "race", "aerobic", "easy"]
LiftKind = Literal["base", "heavy", "maintenance", "abbreviated", "primer"]
RunningPhase = Literal["off-season", "base", "build", "specific", "taper", "race", "transition"]
StrengthPhase = Literal["base", "base_hold", "heavy", "power", "maintenance", "taper", "off"]
CrossRole = Literal["recovery", "aerobic"]
Weekday = Literal["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
WeekStart = Literal["monday", "sunday", "saturday"]
Unit = Literal["km", "mi"]
Audience = Literal["competitive", "recreational", "first-timer", "masters", "returning", "triathlete"]
Family = Literal["strides", "hills", "fartlek", "threshold", "intervals", "repetitions", "race-pace", "marathon-pace"]
Slot = Literal[
    "knee-dominant",
    "hip-dominant",
    "thrust",
    "single-leg-knee",
    "single-leg-hip",
    "calf",
    "frontal-plane",
    "trunk",
    "plyometric",
    "single-joint",
    "upper-body",
]
Severity = Literal["error", "warning"]
Level = Literal["off", "warning", "error"]

WEEKDAYS: tuple[Weekday, ...] = get_args(Weekday)
DAY_KINDS: tuple[DayKind, ...] = get_args(DayKind)

#: Runs that make a day hard. A combined day is a key run and a key lift on one day.
KEY_RUNS: frozenset[str] = frozenset({"quality", "long", "race"})
#: Lifts that cost recovery. Abbreviated and primer lifts do not count.
KEY_LIFTS: frozenset[str] = frozenset({"base", "heavy", "maintenance"})
#: Running phases in which strength only maintains (article: "more intense phases").
INTENSE_PHASES: frozenset[str] = frozenset({"specific", "taper", "race"})
#: Strength phases whose loads need a professional's sign-off first.
LOADED_PHASES: frozenset[str] = frozenset({"heavy", "power", "maintenance", "taper"})


def weekday_of(day: int, week_starts: WeekStart) -> Weekday:
    """Return the weekday of an absolute day number (0 is the plan's first day)."""
    return WEEKDAYS[(WEEKDAYS.index(week_starts) + day) % 7]
