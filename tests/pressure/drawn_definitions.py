"""Random definitions that an author could mean, drawn with ``random`` alone: short ones, so that many can be expanded.

Numbers are drawn so that no week or run leaps; all else goes far and wide: runner types, units, week starts, lengths of
the training week, phases, stages and rolling weeks, races and tune-ups, fixed and wished days, policies, rules set
otherwise.
"""

from __future__ import annotations

import copy
import random
from typing import Any

WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
AUDIENCES = ("competitive", "competitive", "recreational", "recreational", "masters", "triathlete")
PACES = ("5:00 /km", "6:00 /km", "6:40 /km", "9:30 /mi")
BIG_LIFTS = (["back-squat"], ["trap-bar-deadlift", "hip-thrust"], ["box-squat"])
FAMILIES = ("strides", "hills", "fartlek", "threshold", "intervals", "repetitions")
WORDS = (
    "long", "rest", "rest or cross", "aerobic or easy", "no lift", "no run", "long + no lift", "long + lift", "no rest",
    "run", "hard", "lift", "no quality", "quality or long", "no easy",
)  # fmt: skip
STRENGTH = {
    "base": ("base", "base_hold", "heavy"), "off-season": ("heavy", "base_hold", "base"),
    "build": ("heavy", "heavy", "base_hold", "power"), "specific": ("maintenance", "base_hold", "maintenance"),
    "transition": ("off", "base_hold"),
}  # fmt: skip
RULES = (
    ("two-recovery-days", {"days": "3"}), ("two-recovery-days", {"days": "1", "because": "a test"}),
    ("lift-spacing", {"days": "2"}), ("rest-after-heavy", {"level": "error"}),
    ("rest-after-heavy", {"level": "off", "because": "a test"}), ("heavy-clear-of-race", {"goal_days": "10"}),
    ("heavy-clear-of-race", {"tune_up_days": "4"}), ("third-key-lift", {"most": "2"}),
    ("hard-days-hard", {"also": ["aerobic"], "because": "a test"}), ("hard-days-hard", {"aerobic_in": ["base"]}),
    ("no-key-run-after-heavy", {"lifts": ["heavy", "maintenance"]}),
    ("no-lift-on-easy-days", {"never": ["rest", "race"], "because": "a test"}),
    ("quality-cap", {"most": "1"}), ("cutback", {"level": "off", "because": "a test"}),
)  # fmt: skip


def definition(draw: random.Random) -> dict[str, Any]:
    """Draw a definition as YAML would give it: text in mappings and lists."""
    units = draw.choice(("km", "mi"))
    length = 7 if draw.random() < 0.94 else draw.choice((5, 6, 8))
    entered = draw.random() < 0.8
    found: dict[str, Any] = {
        "title": "Drawn", "summary": "Drawn by a test.", "audience": draw.choice(AUDIENCES), "units": units,
        "week_starts": draw.choice(("monday", "monday", "sunday", "saturday")), "author": "a test",
        "easy_pace": draw.choice(PACES),
        "entry": {"base_done": "yes" if entered else "no", "signed_off": "yes" if entered else "no"},
    }  # fmt: skip
    if length != 7:
        found["microcycle_days"] = str(length)
    start = _start(draw, units)
    raced = draw.random() < 0.35
    kind = "phases" if raced or draw.random() < 0.8 else draw.choice(("stages", "rolling"))
    phases = list(_phases(draw, found, start, length, entered, kind == "rolling"))
    if kind == "rolling":
        found["rolling"] = phases[0]
    else:
        if raced:
            phases.append(_taper(draw, phases[-1], units, length))
        found[kind] = phases
        if kind == "stages":
            for phase in phases:
                phase["leave_when"] = ["it feels easy"]
    weeks = sum(int(phase["weeks"]) for phase in phases)
    if raced:
        _race(draw, found, weeks, length)
    if draw.random() < 0.5:
        found[draw.choice(("days", "wishes"))] = _days(draw, length)
    if draw.random() < 0.25:
        found["policy"] = draw.choice(("separate-days", "low-frequency", "hard-hard"))
    if draw.random() < 0.3:
        found["rules"] = dict(draw.sample(RULES, draw.randint(1, 2)))
    if draw.random() < 0.3:
        found["big_lifts"] = draw.choice(BIG_LIFTS)
    return found


def with_other_numbers(draw: random.Random, found: dict[str, Any]) -> dict[str, Any]:
    """Draw a definition anew in all that has no say in which day carries what: its units, paces, volumes, lifts.

    Its days are asked for as before, so they need not be looked for again.
    """
    new, units = copy.deepcopy(found), draw.choice(("km", "mi"))
    new["units"], new["easy_pace"] = units, draw.choice(PACES)
    new.pop("big_lifts", None)
    if draw.random() < 0.6:
        new["big_lifts"] = draw.choice(BIG_LIFTS)
    volume = _start(draw, units)
    for phase in new.get("phases") or new.get("stages") or [new["rolling"]]:
        body = phase["running"]
        if phase["id"] == "taper":
            body |= _tapering(volume, len(body["volume"]), units)
        else:
            body |= _growing(draw, volume, len(body["volume"]), units, int(body["runs"]))
        volume = int(body["volume"][-1].split()[0])
        if "quality" in body:
            body["quality"] = draw.sample(FAMILIES, len(body["quality"]))
    return new


def _start(draw: random.Random, units: str) -> int:
    return draw.randint(32, 60) if units == "km" else draw.randint(20, 38)


def _days(draw: random.Random, length: int) -> dict[str, str]:
    names = WEEKDAYS if length == 7 else [f"day {n}" for n in range(1, length + 1)]
    return {name: draw.choice(WORDS) for name in draw.sample(names, draw.randint(1, 3))}


def _phases(
    draw: random.Random, found: dict[str, Any], volume: int, length: int, entered: bool, single: bool
) -> list[dict[str, Any]]:
    if not entered:
        first = _phase(draw, "base", "base", "base", draw.randint(1, 4), volume, found, length)
        return [first]
    phases = []
    kinds = draw.sample(("base", "off-season", "build", "specific", "transition"), 1 if single else draw.randint(1, 2))
    for kind in sorted(kinds, key=("off-season", "base", "build", "specific", "transition").index):
        strength = draw.choice(STRENGTH[kind])
        phases.append(_phase(draw, kind, kind, strength, draw.randint(1, 3), volume, found, length))
        volume = int(phases[-1]["running"]["volume"][-1].split()[0])
    return phases


def _grown(draw: random.Random, first: float, weeks: int, most: float) -> list[float]:
    values = [first]
    for _ in range(weeks - 1):
        values.append(values[-1] * (1 + draw.uniform(0, most)))
    return values


def _growing(draw: random.Random, volume: int, weeks: int, units: str, runs: int) -> dict[str, list[str]]:
    share = 0.44 if runs == 3 else 0.37 if runs == 4 else 0.31
    volumes = [round(value) for value in _grown(draw, volume, weeks, 0.05)]
    return {
        "volume": [f"{value} {units}" for value in volumes],
        "long": [f"{max(5, round(value * share))} {units}" for value in volumes],
    }


def _tapering(volume: int, weeks: int, units: str) -> dict[str, list[str]]:
    shares = (0.5,) if weeks == 1 else (0.75, 0.45)
    volumes = [max(8, round(volume * share)) for share in shares]
    return {
        "volume": [f"{value} {units}" for value in volumes],
        "long": [f"{max(4, round(value * 0.3))} {units}" for value in volumes],
    }


def _phase(
    draw: random.Random, name: str, running: str, strength: str, weeks: int, volume: int, found: dict[str, Any],
    length: int,
) -> dict[str, Any]:  # fmt: skip
    units = found["units"]
    runs = draw.randint(3, 6) if length >= 7 else draw.randint(3, 4)
    body: dict[str, Any] = {
        "kind": running,
        **_growing(draw, volume, weeks, units, runs),
        "runs": str(runs),
        "cutback": "none",
    }
    if draw.random() < 0.6 and running != "transition":
        body["quality"] = draw.sample(FAMILIES, draw.randint(1, 2))
        if draw.random() < 0.25:
            body["quality_runs"] = str(draw.randint(0, 2))
    room = length - runs
    if room and draw.random() < 0.5:
        body["cross"] = str(draw.randint(1, min(2, room)))
        body["cross_role"] = draw.choice(("recovery", "aerobic"))
    if draw.random() < 0.5:
        body["aerobic"] = str(draw.randint(max(0, min(2, runs - 3)), max(1, runs - 3)))
    lift: dict[str, Any] = {"kind": strength}
    if strength == "base":
        lift["sessions"] = draw.choice(("2", "2-3", "2"))
    elif strength in ("heavy", "power", "base_hold", "maintenance"):
        lift["sessions"] = draw.choice(
            ("1", "1-2", "1-2", "2", "3" if running == "base" and draw.random() < 0.3 else "1")
        )
    if strength not in ("off", "base") and draw.random() < 0.35:
        lift["abbreviated"] = draw.choice(("1", "1", "1", "2"))
    if strength == "heavy" and draw.random() < 0.15:
        lift["every"] = "2"
    phase = {"id": name, "title": name.title(), "weeks": str(weeks), "running": body, "strength": lift}
    if draw.random() < 0.15:
        phase[draw.choice(("days", "wishes"))] = _days(draw, length)
    return phase


def _taper(draw: random.Random, before: dict[str, Any], units: str, length: int) -> dict[str, Any]:
    volume = int(before["running"]["volume"][-1].split()[0])
    weeks = draw.randint(1, 2)
    strength = "off" if before["strength"]["kind"] == "off" else draw.choice(("taper", "off", "base_hold"))
    lift = {"kind": strength} | ({} if strength == "off" else {"sessions": "1"})
    body = {
        "kind": draw.choice(("taper", "race")), **_tapering(volume, weeks, units),
        "runs": str(draw.randint(3, 4)), "cutback": "none",
    }  # fmt: skip
    if draw.random() < 0.5:
        body["quality"] = ["threshold"]
    return {"id": "taper", "title": "Taper", "weeks": str(weeks), "running": body, "strength": lift}


def _race(draw: random.Random, found: dict[str, Any], weeks: int, length: int) -> None:
    names = WEEKDAYS if length == 7 else [f"day {n}" for n in range(1, length + 1)]
    day = draw.choice(names[-2:] if length != 7 or draw.random() < 0.7 else names)
    found["race"] = {"distance": draw.choice(("5k", "10k", "half marathon")), "week": str(weeks), "day": day}
    if weeks > 2 and draw.random() < 0.4:
        week = str(draw.randint(1, weeks - 1))
        found["tune_ups"] = [{"distance": "5k", "week": week, "day": draw.choice(names)}]
