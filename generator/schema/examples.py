"""Examples, units and defaults for each key of a definition, by the mapping it stands in.

Every key has an example, which a test puts through hardday's own reading; a default stands here only where the model's
own is nothing that an author could write.
"""

from __future__ import annotations

from typing import Any

At = tuple[str, str]
_RUN: dict[str, list[Any]] = {
    "kind": ["base", "build"],
    "runs": [4, 5],
    "volume": ["48-64 km", "30-40 mi", ["40 mi", "42 mi", "44 mi", "36 mi"]],
    "long": ["18-26 km", "9-14 mi", ["12 mi", "13 mi", "14 mi", "11 mi"]],
    "second_long": ["14-17 km"],
    "quality": [["threshold", "intervals"]],
    "quality_runs": [1],
    "aerobic": [1],
    "cross": [1],
    "cross_role": ["recovery"],
    "cross_time": ["40 min"],
    "long_with": ["marathon-pace"],
    "workout": ["5 min walk, 6 x (1 min run, 2 min walk), 5 min walk"],
    "cutback": ["every 4 weeks", [4, 8]],
    "cutback_by": ["20 %"],
}
_LIFT: dict[str, list[Any]] = {
    "kind": ["base", "heavy"],
    "sessions": [2, "2-3"],
    "abbreviated": [1],
    "every": [2],
    "programme": [[{"name": "A", "exercises": ["half-squat 4 x 4RM, rest 3 min", "calf-raise 3 x 12 @ RIR 3"]}]],
}
_PHASE: dict[str, Any] = {
    "id": "base",
    "title": "Base",
    "weeks": 8,
    "running": {"kind": "base", "volume": "30-40 mi", "long": "9-14 mi", "runs": 4},
    "strength": {"kind": "base", "sessions": 2},
}
_DAYS = {"saturday": "long", "wednesday": "rest", "friday": "no lift"}
_WISHES = {"tuesday": "easy", "thursday": "easy"}
_BY_MAPPING: dict[str, dict[str, list[Any]]] = {
    "Definition": {
        "title": ["First half marathon"],
        "summary": ["Fourteen weeks to a first half marathon. Four runs, two base lifts a week, nothing heavy."],
        "audience": ["recreational"],
        "units": ["km", "mi"],
        "week_starts": ["monday"],
        "author": ["Dana Example, PT, DPT"],
        "phases": [[_PHASE]],
        "stages": [[_PHASE | {"leave_when": ["no pain during or after three runs"]}]],
        "rolling": [_PHASE],
        "calendar": [{"1": {"monday": "rest", "tuesday": "easy 6 km", "saturday": "long 14 km"}}],
        "calendar_starts": [9],
        "strength": [{"sessions": 2, "heavy": "no"}],
        "for_you": [["you run about 15 miles a week without pain"]],
        "not_for_you": [["you are coming back from an injury; ask us first"]],
        "entry": [{"base_done": "no", "signed_off": "no", "needs": ["a gym with a barbell"]}],
        "race": [{"distance": "marathon", "week": 20, "day": "sunday"}],
        "tune_ups": [[{"distance": "10k", "week": 12, "day": "sunday"}]],
        "races": [[{"name": "Springfield Marathon", "day": "2027-05-23"}]],
        "start": ["2027-01-04"],
        "easy_pace": ["5:40 /km", "9:00 /mi"],
        "big_lifts": [["back-squat", "trap-bar-deadlift", "hip-thrust"]],
        "advanced_heavy": ["no"],
        "microcycle_days": [7],
        "days": [_DAYS],
        "wishes": [_WISHES],
        "microcycle": [{"tuesday": "quality + heavy", "saturday": "long"}],
        "policy": ["hard-hard"],
        "rules": [{"ramp": {"most": 25, "because": "The runner comes back to a distance held last year."}}],
        "layers": [[{"no_gym": "week 9", "because": "the hotel has no gym"}]],
        "moved": [{"week 8": "week 7", "weeks 9-20": "weeks 8-19"}, {"build-2": "build"}],
        "sources": [["seynders-2022", "blagrove-2018"]],
        "source": ["Example Running Club, spring calendar"],
        "licence": ["CC BY 4.0"],
        "reviewed": [{"by": "Dana Example, PT, DPT", "on": "2026-11-01"}],
        "order": [40],
    },
    "PhaseText": {
        **{key: [value] for key, value in _PHASE.items()},
        "purpose": ["Learn the lifts and build the long run to 16 miles."],
        "enter_when": [["you run 40 miles a week without pain"]],
        "leave_when": [["a professional has signed your lifts off"]],
        "days": [_DAYS],
        "wishes": [_WISHES],
    },
    "Running": _RUN,
    "Strength": _LIFT,
    "StrengthBlock": _LIFT | {"weeks": [8], "title": ["Base lifts"]},
    "CalendarStrength": {
        "sessions": [2, "2-3"],
        "abbreviated": [1],
        "heavy": ["no"],
        "base_weeks": [6, 8],
        "phases": [[{"kind": "base", "weeks": 8}, {"kind": "heavy", "weeks": 4}]],
    },
    "WrittenSession": {
        "name": ["A"],
        "kind": ["heavy"],
        "exercises": [["half-squat 4 x 4RM, rest 3 min", "calf-raise 3 x 12 @ RIR 3"]],
    },
    "Goal": {
        "distance": ["marathon", "10k", "42.195 km"],
        "week": [20],
        "day": ["sunday"],
        "name": ["Spring Marathon"],
    },
    "RaceDate": {"name": ["Springfield Marathon"], "day": ["2027-05-23"], "id": ["springfield-marathon"]},
    "Entry": {
        "base_done": ["no"],
        "signed_off": ["no"],
        "needs": [["a gym with a barbell", "about 40 miles a week for the last month"]],
    },
    "Review": {"by": ["Dana Example, PT, DPT"], "on": ["2026-11-01"]},
    "Layer": {
        "no_gym": ["week 9", "weeks 9-10"],
        "travel": ["week 11"],
        "ill": ["week 12 tuesday - week 13 friday"],
        "move_cutback": ["week 8 to week 9"],
        "instead": ["week 14"],
        "days": [["tuesday", "saturday"], {"tuesday": "easy 8 km"}],
        "runs": [3],
        "gym": ["no"],
        "because": ["a conference"],
    },
}
EXAMPLES: dict[At, list[Any]] = {
    (owner, key): examples for owner, keys in _BY_MAPPING.items() for key, examples in keys.items()
}
_DISTANCES = "km or mi a week"
UNITS: dict[At, str] = {
    ("Definition", "easy_pace"): "min:s per km or mi",
    ("Definition", "calendar_starts"): "week of the plan",
    ("Definition", "microcycle_days"): "days",
    ("Definition", "start"): "year-month-day",
    ("PhaseText", "weeks"): "weeks",
    ("StrengthBlock", "weeks"): "weeks",
    ("CalendarStrength", "base_weeks"): "weeks",
    ("Running", "volume"): _DISTANCES,
    ("Running", "long"): "km or mi",
    ("Running", "second_long"): "km or mi",
    ("Running", "runs"): "runs a week",
    ("Running", "quality_runs"): "runs a week",
    ("Running", "aerobic"): "runs a week",
    ("Running", "cross"): "days a week",
    ("Running", "cross_time"): "h, min or s",
    ("Running", "cutback"): "weeks of the phase",
    ("Running", "cutback_by"): "%",
    ("Goal", "distance"): "km, mi or m",
    ("Goal", "week"): "week of the plan",
    ("RaceDate", "day"): "year-month-day",
    ("Review", "on"): "year-month-day",
    ("Layer", "runs"): "runs",
    **{(owner, "every"): "weeks" for owner in ("Strength", "StrengthBlock")},
    **{
        (owner, key): "sessions a week"
        for owner in ("Strength", "StrengthBlock", "CalendarStrength")
        for key in ("sessions", "abbreviated")
    },
}
#: Defaults that the boundary's schema can't say, as an author writes them.
DEFAULTS: dict[At, Any] = {
    ("Running", "cross_time"): "40 min",
    ("Running", "cutback_by"): "20 %",
    ("Definition", "big_lifts"): ["back-squat", "trap-bar-deadlift", "hip-thrust"],
    **{
        ("Definition", key): {}
        for key in ("calendar", "strength", "entry", "days", "wishes", "microcycle", "rules", "moved")
    },
    **{("Definition", key): [] for key in ("phases", "stages", "for_you", "not_for_you", "tune_ups", "races")},
    **{("Definition", key): [] for key in ("layers", "sources")},
    ("Definition", "moved"): {},
    **{("PhaseText", key): {} for key in ("days", "wishes")},
    **{("PhaseText", key): [] for key in ("enter_when", "leave_when")},
    ("Running", "quality"): [],
    **{(owner, "programme"): [] for owner in ("Strength", "StrengthBlock")},
    ("CalendarStrength", "phases"): [],
    ("Entry", "needs"): [],
    ("Layer", "days"): [],
}
