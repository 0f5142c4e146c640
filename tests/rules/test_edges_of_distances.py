"""One step to either side of every limit in the rules over distances: what other tests leave open."""

from dataclasses import replace

import pytest
from lift_changes import places, texts
from rule_faults import found

from generator.rules.example import plan_from
from generator.rules.measure import Measured

BIG = "Mo easy 90 km | We easy 90 km | Su long 20 km"
HUNDRED = "Mo easy 40 km | We easy 40 km | Su easy 10 km"
SQUAT = "back-squat knee-dominant"
WARNED = "warning"


def _row(running: str) -> str:
    return f"[running={running}] 5 weeks of Tu easy 10 km"


def _lighter(strength: str, lift: str) -> str:
    return f"[strength={strength}] Tu quality 10 km+{lift} || [cutback] Tu quality 8 km+{lift}"


def _sets(*weeks: str) -> str:
    """Weeks of a heavy squat: ``8 km x2`` runs eight kilometers and does two sets; ``cut`` makes it lighter."""
    said = []
    for week in weeks:
        cut, far, sets = "[cutback] " if "cut" in week else "", week.split()[0], week[-1]
        lift = f"+heavy({SQUAT} {sets}x6@2 80%)" if sets.isdigit() else ""
        said.append(f"{cut}Tu quality {far} km{lift}")
    return " || ".join(said)


CUTBACK = [
    *((_row(running), [(5, None, WARNED)]) for running in ("off-season", "base", "build", "specific")),
    *((_row(running), []) for running in ("taper", "race", "transition")),
    *((_lighter(strength, "base"), [(2, None, WARNED)]) for strength in ("base", "base_hold")),
    *((_lighter(strength, "heavy"), [(2, None, WARNED)]) for strength in ("heavy", "power")),
    ("weeks: 100 80 80 80 cut 60 km", []),
    ("weeks: 100 80 80 cut 62 km", [(4, None, WARNED)]),
    ("weeks: 50 cut 48 50 km", [(2, None, WARNED)]),
    ("5 weeks of Tu easy 30 min", [(5, None, WARNED)]),
    ("weeks: 50 50 50 50 cut 40 50 50 50 50 50 km", [(10, None, WARNED)]),
    ("Tu quality 10 km+heavy(lunge single-leg-knee 3x8@2 side) || "
     "[cutback] Tu quality 8 km+heavy(lunge single-leg-knee 3x8@2 side)", []),
    (_sets("10 x3", "8 cut x2", "8 cut x2"), []),
    (_sets("10 x3", "9 -", "8 cut x3"), [(3, None, WARNED)]),
    (_sets("10 x3", "8 cut -"), []),
]  # fmt: skip
SHARE = [
    ("Tu easy 30 km | Th easy 5 km | Sa long 10 km", []),
    ("Tu easy 20 km | Th easy 20 km | Fr easy 15 km | Sa long 45 km", []),
    ("Mo easy 3 km | Tu long 10 km | Su long 30 km", [(1, 6, WARNED)]),
    ("[running=race] Tu easy 5 km | Th easy 5 km | Su long 20 km", []),
]
LIGHT = [("Sa long 160 min+heavy", [(1, 5, WARNED)])]
QUALITY = [
    ("[audience=first-timer] Sa long", []),
    ("[audience=first-timer] Tu quality", [(1, None, "error")]),
    (f"Tu quality 20 km (10.201 km @ interval) | {BIG}", []),
    (f"Tu quality 20 km (10.202 km @ interval) | {BIG}", [(1, 1, "error")]),
    (f"Tu quality 20 km (8.161 km @ repetition) | {BIG}", []),
    (f"Tu quality 20 km (8.162 km @ repetition) | {BIG}", [(1, 1, "error")]),
    (f"Tu quality 40 km (29.581 km @ marathon) | {BIG}", []),
    (f"Tu quality 40 km (29.582 km @ marathon) | {BIG}", [(1, 1, "error")]),
    (f"Tu quality 10 km (5 km @ repetition) | {HUNDRED}", []),
    (f"Tu quality 10 km (5.3 km @ repetition) | {HUNDRED}", [(1, 1, "error")]),
    (f"Tu quality 10 km (8 km @ interval) | {HUNDRED}", []),
    ("Tu quality 30 km (20 km @ marathon) | We easy 60 km | Su easy 10 km", []),
    ("Tu quality 30 km (20.8 km @ marathon) | We easy 60 km | Su easy 10 km", [(1, 1, "error")]),
    *((f"Tu quality 10 km (9 km @ {pace}) | We easy 10 km", [(1, 1, "error")])
      for pace in ("interval", "5k", "3k", "repetition", "mile", "threshold", "marathon")),
    *((f"Tu quality 10 km (9 km @ {pace}) | We easy 10 km", []) for pace in ("10k", "half-marathon")),
    ("Su race 10 km (9 km @ threshold)", []),
    ("Tu quality 130 min (110 min @ marathon)", []),
    ("Tu quality 130 min (111 min @ marathon)", [(1, 1, "error")]),
    ("Tu quality 60 min (10.202 km @ interval)", [(1, 1, "error")]),
    ("Tu quality 60 min (50 min @ threshold)", []),
    ("Tu quality 60 min (5 km @ threshold)", []),
    ("Tu quality 40 km 180 min (100 min @ marathon, 20 min @ hard) | Mo easy 90 km | We easy 90 km", []),
]  # fmt: skip
SHARP = "Tu quality 10 km (6 km @ threshold)"
BEFORE = "We easy 50 km | Su long 50 km"
EASED = [
    (f"{BEFORE} || [running=taper] 3 weeks of Su easy 10 km || {SHARP}", []),
    (f"{BEFORE} || [running=taper] 4 weeks of Su easy 10 km || {SHARP}", [(6, 36, "error")]),
    (f"{BEFORE} || [running=race] {SHARP}", []),
    (f"Su easy 10 km || [running=taper] {SHARP} || 3 weeks of Su easy 10 km", [(2, 8, "error")]),
    (f"[running=taper] {SHARP} | Su long 10 km || {BEFORE}", [(1, 1, "error")]),
    (f"[running=taper] {SHARP} | Su long 60 km", []),
]
LAST = "Th easy 10.5 km"
SPIKE = [
    ("Tu cross || Su long 20 km", []),
    ("Tu easy 5 km+easy 10 km || Tu easy 10.5 km", []),
    (f"Mo easy 20 km | We easy 5 km | Fr easy 10 km || Mo rest || Mo rest || Mo rest || {LAST}", []),
    (f"Mo easy 20 km | We easy 5 km || Mo rest || Mo rest || Mo rest || {LAST}", [(5, 31, "error")]),
]
TAPER = [
    ("weeks: 100 [running=race race=5] 90 km", [(2, None, WARNED)]),
    ("weeks: 100 [running=race race=4.999] 90 km", []),
    ("weeks: 100 [running=race] 90 [running=transition] 20 km", [(2, None, WARNED)]),
    ("weeks: [running=race] 50 km", []),
    ("Su easy 100 km || We easy 90 km | Su race", []),
]
RULES = {
    "cutback": CUTBACK, "long-run-share": SHARE, "long-run-then-light": LIGHT, "quality-cap": QUALITY + EASED,
    "single-run-spike": SPIKE, "taper": TAPER,
}  # fmt: skip
EDGES = [(slug, text, faults) for slug, cases in RULES.items() for text, faults in cases]


@pytest.mark.parametrize(("slug", "text", "faults"), EDGES)
def test_an_edge_of_a_rule_over_distances(slug: str, text: str, faults: list) -> None:
    assert found(slug, text) == faults


def test_a_long_run_without_marathon_pace_is_not_long_for_it() -> None:
    assert found("long-run-then-light", "Sa long 20 km 120 min+heavy", marathon_m=0) == []


def test_1500_pace_is_repetition_pace() -> None:
    plan = plan_from("Tu quality 10 km (9 km @ mile) | We easy 10 km")
    day = plan.weeks[0].days[1]
    run = replace(day.runs[0], steps=(replace(day.runs[0].steps[0], target="1500"),))
    days = tuple(replace(found, sessions=(run,)) if found is day else found for found in plan.weeks[0].days)
    assert places("quality-cap", replace(plan, weeks=(replace(plan.weeks[0], days=days),))) == [(1, 1)]


def test_a_taper_of_22_days_is_one_too_long() -> None:
    plan = plan_from("weeks: 100 [running=taper] 80 60 [running=race] 40 km")
    extra = replace(plan.weeks[1], days=(*plan.weeks[1].days, plan.weeks[1].days[0]))
    longer = replace(plan, weeks=(plan.weeks[0], extra, *plan.weeks[2:]))
    assert places("taper", plan) == []
    assert places("taper", longer) == [(4, None)]


DEADLIFT = "romanian-deadlift hip-dominant"
SENTENCES = {
    "weeks: 100 cut 36 km": ("cutback", "64% less"),
    "Tu easy 1 km | Th easy 1 km | Su long 18 km": ("long-run-share", "is 90% of the week; with 3 runs 50%"),
    "Sa long 20 km 160 min+heavy": ("long-run-then-light", "after a very long run (160 minutes)"),
    f"Sa long 32 km+maintenance({DEADLIFT} 2x6@2; lunge single-leg-knee 2x8@3 side)": (
        "long-run-then-light", "has a deadlift after a very long run"
    ),
    f"Sa long 32 km+maintenance({DEADLIFT} 3x6@2)": (
        "long-run-then-light", "has a deadlift and 3 sets of an exercise, where 2 are enough"
    ),
    f"Sa long 32 km+maintenance({SQUAT} 3x6@2)": (
        "long-run-then-light", "has 3 sets of an exercise, where 2 are enough"
    ),
    "Mo quality | Tu quality | Sa race | Su long": ("quality-cap", "has 4 quality, long and race runs in all; 3 at"),
    f"Tu quality 20 km (15 km @ threshold) | {HUNDRED.replace('40', '35')}": ("quality-cap", "10 km is the limit"),
    "Tu quality 60 min (11 km @ interval)": ("quality-cap", "has 11 km at interval pace in one session; 10 km is the"),
    "weeks: 50 100 km": ("ramp", "100% more than"),
    "Su long 10 km || Su long 20 km": ("single-run-spike", "is 100% farther than"),
    "weeks: 100 [running=race] 5 km": ("taper", "95% less than the biggest week before it (100 km); 90% less is"),
    "weeks: 100 [running=race] 90 km": ("taper", "10% less than the biggest week before it (100 km); at least 41%"),
}  # fmt: skip


@pytest.mark.parametrize("text", SENTENCES)
def test_a_fault_is_told_with_its_figures(text: str) -> None:
    slug, words = SENTENCES[text]
    (fault,) = texts(slug, text)
    assert words in fault


def test_a_distance_is_known_to_a_meter_a_part() -> None:
    far = Measured(1000, 3)
    assert (far.least, far.most) == (997, 1003)
    assert far.beyond(996)
    assert not far.beyond(997)
    assert far.reaches(1003)
    assert not far.reaches(1004)
    whole = Measured(10_000, 0)
    assert Measured(1000, 0).over(9.99, whole)
    assert not Measured(1000, 0).over(10, whole)
    assert Measured(1000, 0).under(10.01, whole)
    assert not Measured(1000, 0).under(10, whole)
