"""What a shipped plan becomes in a project of many: the same kind of plan with numbers of its own.

All is text in, text out. What is drawn depends on the plan's name and number alone, so it is the same anywhere.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from random import Random

from tools.bench.calendar_variants import other_calendar

#: So many plans can be made of one before two of them would have the same pace.
MOST = 120
_STRIDE = 7  # has no divisor in common with MOST, so that neighbors differ by more than a second
_KM_A_MILE = 1.609344
_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_FOR = ("", " at home", " with the Riverside runners", " in the hills", " before breakfast, around shifts")
_LIFTS = (
    ("goblet-squat", "leg-press", "box-squat", "front-squat", "back-squat", "half-squat"),
    ("kettlebell-deadlift", "trap-bar-deadlift", "romanian-deadlift", "conventional-deadlift"),
)
_AMOUNTS = re.compile(r"^( +(?:volume|long|second_long): )(.*)$", re.M)
_NUMBER = re.compile(r"\d+(?:\.\d+)?")
_PACE = re.compile(r"^easy_pace: (\d+):(\d\d) /(km|mi)", re.M)
_RACE_WEEK = re.compile(r"^(race: \{.*week: )(\d+)", re.M)
_FIXED = re.compile(r"^(days|wishes):\n((?:  \w+:.*\n)+)", re.M)

Change = Callable[[str, Random], str]


def variants(text: str, name: str, number: int) -> Iterator[str]:
    """Yield texts for plan ``number`` (from 0) made of ``text``: first the one most unlike it, last the one most like.

    Each has a title and a pace of its own, so that no two numbers give the same plan. ValueError beyond ``MOST``.
    """
    if number >= MOST:
        raise ValueError(f"only {MOST} plans can be made of one, not {number + 1}")
    for left_out in range(len(_CHANGES) + 1):
        rest, draw = _own(text, number), Random(f"{name} {number}")
        for place, change in enumerate(_CHANGES):
            # Each draws from a source of its own: leaving one out changes nothing about the others.
            drawn = Random(draw.random())
            rest = change(rest, drawn) if place >= left_out else rest
        yield rest


def _own(text: str, number: int) -> str:
    """Give the plan its title and its pace: what it has to itself."""
    whom = _FOR[number % len(_FOR)]
    titled = re.sub(r"^title: (.*)$", lambda f: f"title: {f[1]}{whom}, No. {number + 1}", text, count=1, flags=re.M)
    later = number * _STRIDE % MOST - 20
    return _PACE.sub(lambda f: f"easy_pace: {_clock(int(f[1]) * 60 + int(f[2]) + later)} /{f[3]}", titled)


def _clock(seconds: int) -> str:
    return f"{seconds // 60}:{seconds % 60:02d}"


def _other_weeks(text: str, draw: Random) -> str:
    """Make one phase whose distance is a range a week shorter or longer; the race moves with it."""
    phases = re.split(r"(?=^  - id: )", text, flags=re.M)
    long = [place for place, phase in enumerate(phases) if re.search(r"volume: [\d.]+-", phase) and _weeks(phase) > 5]
    by = draw.choice((-2, -1, 0, 1, 2))
    if not long:
        return text
    place = draw.choice(long)
    weeks = _weeks(phases[place])
    longer = min(max(weeks + by, 6), 8) - weeks if "kind: base" in phases[place] else by
    phases[place] = phases[place].replace(f"    weeks: {weeks}\n", f"    weeks: {weeks + longer}\n", 1)
    return _RACE_WEEK.sub(lambda f: f"{f[1]}{int(f[2]) + longer}", "".join(phases))


def _weeks(phase: str) -> int:
    found = re.search(r"^    weeks: (\d+)$", phase, re.M)
    return int(found[1]) if found else 0


def _other_days(text: str, draw: Random) -> str:
    """Let the week's fixed days and wishes stand some days later."""
    by = draw.randrange(7)

    def later(found: re.Match[str]) -> str:
        return f"{found[1]}:\n" + re.sub(r"^  (\w+)", lambda day: f"  {_next(day[1], by)}", found[2], flags=re.M)

    return text if "race:" in text or "calendar:" in text else _FIXED.sub(later, text)


def _next(day: str, days: int) -> str:
    return _WEEKDAYS[(_WEEKDAYS.index(day) + days) % 7]


def _other_running(text: str, draw: Random) -> str:
    """Change how often lighter weeks come, how much lighter they are, how much cross-training there is."""
    every, less, cross = draw.choice((3, 4)), draw.choice((18, 20, 22, 25)), draw.choice((0, 1))
    text = re.sub(r"cutback: every \d weeks", f"cutback: every {every} weeks\n      cutback_by: {less} %", text)
    return text if re.search(r"^  \w+: cross", text, re.M) else text.replace("cross: 1", f"cross: {cross}")


def _other_lifts(text: str, draw: Random) -> str:
    """Take another squat and another deadlift; the thrust stays where there is one."""
    taken = [draw.choice(slot) for slot in _LIFTS]

    def others(found: re.Match[str]) -> str:
        return f"big_lifts: [{', '.join([*taken, *(['hip-thrust'] if 'hip-thrust' in found[0] else [])])}]"

    return re.sub(r"^big_lifts: .*$", others, text, flags=re.M)


def _other_distances(text: str, draw: Random) -> str:
    """Run some hundredths more or less all along; walk some minutes more where nothing else is said."""
    scale, minutes = draw.uniform(0.92, 1.06), draw.randrange(4, 9)
    scaled = _AMOUNTS.sub(lambda f: f[1] + _NUMBER.sub(lambda one: _short(float(one[0]) * scale), f[2]), text)
    return scaled.replace('"5 min walk', f'"{minutes} min walk')


def _other_dates(text: str, draw: Random) -> str:
    """Run the real races some weeks later."""
    later = timedelta(weeks=draw.randrange(30))
    return re.sub(r"day: (\d{4}-\d\d-\d\d)", lambda f: f"day: {date.fromisoformat(f[1]) + later}", text)


def _other_units(text: str, draw: Random) -> str:
    """Write every second plan that is in miles in kilometers, and the other way round."""
    if draw.random() < 0.5 or "calendar:" in text:
        return text
    miles = "units: mi" in text
    here, there, factor = ("mi", "km", _KM_A_MILE) if miles else ("km", "mi", 1 / _KM_A_MILE)

    def amounts(found: re.Match[str]) -> str:
        return found[1] + _NUMBER.sub(lambda one: _short(float(one[0]) * factor), found[2].replace(here, there))

    text = _AMOUNTS.sub(amounts, text.replace(f"units: {here}", f"units: {there}"))
    return _PACE.sub(lambda f: f"easy_pace: {_clock(round((int(f[1]) * 60 + int(f[2])) / factor))} /{there}", text)


def _short(amount: float) -> str:
    return f"{amount:.1f}".removesuffix(".0")


#: From the one that a rule is most likely to forbid to the one that it never does.
_CHANGES: tuple[Change, ...] = (
    _other_weeks,
    _other_days,
    _other_running,
    _other_lifts,
    other_calendar,
    _other_distances,
    _other_dates,
    _other_units,
)
