"""A plan's JSON counted again: plain loops over plain values, nothing of the stats code."""

from __future__ import annotations

from collections import Counter
from typing import Any


def recount(week: dict[str, Any]) -> dict[str, Any]:
    """Return a week's numbers from its JSON."""
    sessions = [session for day in week["days"] for session in day["sessions"]]
    runs = [s for s in sessions if s["sport"] == "run"]
    lifts = [s for s in sessions if s["sport"] == "strength"]
    others = [s for s in sessions if s["sport"] not in ("run", "strength")]
    sets: Counter[str] = Counter()
    for lift in lifts:
        for dose in lift["exercises"]:
            sets[dose["slot"]] += dose["sets"]
    longest = max([run["distance_m"] or 0 for run in runs if run["kind"] == "long"], default=0)
    hard = 0
    for day in week["days"]:
        kinds = {s["kind"] for s in day["sessions"] if s["sport"] in ("run", "strength")}
        hard += bool(kinds & {"quality", "long", "race", "base", "heavy", "maintenance"})
    return {
        "week": week["number"],
        "phase": week["phase"],
        "run_distance_m": sum(run["distance_m"] or 0 for run in runs),
        "race_m": sum(run["distance_m"] or 0 for run in runs if run["kind"] == "race"),
        "runs": len(runs),
        "runs_by_time": sum(run["distance_m"] is None for run in runs),
        "long_run_m": longest,
        "quality_m": sum(run["distance_m"] or 0 for run in runs if run["kind"] == "quality"),
        "hard_days": hard,
        "run_s": sum(run["duration_s"] or 0 for run in runs),
        "lift_s": sum(lift.get("duration_s") or 0 for lift in lifts),
        "cross_s": sum(one["duration_s"] or 0 for one in others),
        "lifts": dict(Counter(lift["kind"] for lift in lifts)),
        "sets": dict(sets),
        "sessions_without_length": sum(s.get("duration_s") is None for s in sessions),
    }


def added(weeks: list[dict[str, Any]]) -> dict[str, Any]:
    """Return recounted weeks added up; the longest of their long runs."""
    whole: dict[str, Any] = {"weeks": len(weeks)}
    for name, value in (pair for week in weeks for pair in week.items()):
        if name == "long_run_m":
            whole[name] = max(whole.get(name, 0), value)
        elif isinstance(value, dict):
            whole[name] = dict(Counter(whole.get(name, {})) + Counter(value))
        elif name not in ("week", "phase"):
            whole[name] = whole.get(name, 0) + value
    return whole
