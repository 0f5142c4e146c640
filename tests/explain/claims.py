"""What explain claims, worked out again: from the tables as their docstrings print them, and from the author's lines.

Nothing of the explaining or the dosing code is used: a row is read out of its table's text, what is said to be done to
it is done here, and the dose that comes out has to be the plan's.
"""

from __future__ import annotations

import importlib
import re
from collections.abc import Iterator
from typing import Any

from generator.explain import Explainer, Number
from generator.explain.number import ORIGINS
from generator.model.given import GivenDay
from generator.model.library import Library
from generator.model.plan import Day, Lift, Prescription, Run, Step
from generator.model.programme import WrittenExercise
from generator.model.units import METRES_PER, metres
from generator.pipeline import Expanded
from generator.progress.paces import Paces, whole_minutes
from generator.progress.shares import Share, share
from generator.progressions import long_run, volume
from generator.rules.reading import flat_steps
from generator.science.one_rm import percent_1rm

_ADVANCED = {"A6": (4, 5, 2), "A7": (4, 4, 2), "A9": (4, 3, 2)}
#: The most of each effort in a session, in percent of the week and in meters: this project's own, and the rule's words.
OWN_LIMITS = {
    "hills": (5.0, 5_000.0),
    "hard": (8.0, 10_000.0),
    "10k": (10.0, 10_000.0),
    "half-marathon": (15.0, 16_000.0),
}
RULES_LIMITS = {
    **dict.fromkeys(("interval", "3k", "5k"), "interval"),
    **dict.fromkeys(("repetition", "mile"), "repetition"),
    **{"threshold": "threshold", "marathon": "marathon"},
}
RUN_ORIGINS = {"fixed", "shared", "race", "workout", "calendar", "cross_time", "layer", "usual_share"}


def check_claims(expanded: Expanded, library: Library) -> int:
    """Assert every claim about a plan; return how many there were."""
    explainer, count = Explainer(expanded), 0
    targets: dict[str, int] = {}
    for week in expanded.plan.weeks:
        told = explainer.numbers_of_week(week.number)
        for number in told:
            _check_target(number, targets)
            if number.origin == "volume" and "before the layer" not in number.what:
                _check_sum(expanded, week.number, number)
        for position, day in enumerate(week.days):
            numbers = explainer.numbers_of_day(week.number, position)
            assert all(number.origin in ORIGINS for number in numbers)
            _check_runs(expanded, day, numbers, library, targets)
            _check_lifts(day, numbers)
            count += len(numbers)
        count += len(told)
    return count


def _check_target(number: Number, before: dict[str, int]) -> None:
    """A week's distance is the author's own, or that of the table between the author's two ends."""
    d: Any = number.details
    if "written_m" in d:
        assert d["units"] == int(d["written_m"][d["week"] - 1] / float(METRES_PER[d["unit"]]) + 0.5)
    elif "from_m" in d:
        per = float(METRES_PER[d["unit"]])
        table = volume if number.origin == "volume" else long_run
        ends = (d["from_m"] / per, d["to_m"] / per)
        last = before.get(number.origin) if d["week"] == 1 else before.get(f"{number.origin} before the phase")
        if d["week"] == 1:
            before[f"{number.origin} before the phase"] = last or 0
        weeks = table.prescribe(*ends, tuple(d["cutbacks"]), d["cutback_by"], last or None)
        assert d["units"] == weeks[d["week"] - 1], number
    elif number.origin == "usual_share":
        assert d["units"] == max({"km": 3, "mi": 2}[d["unit"]], int(d["total"] * d["share"] + 0.5))
    if "units" in d:
        before[number.origin] = d["units"]


def _check_sum(expanded: Expanded, week: int, number: Number) -> None:
    """The week's runs add up to what is claimed; the goal race does not count, rounding to the meter does."""
    found = expanded.plan.weeks[week - 1]
    goal = expanded.plan.race
    ran = sum(run.distance_m or 0 for d in found.days for run in d.runs if not (goal and d.day == goal.day))
    claimed = number.details["units"] * float(METRES_PER[number.details["unit"]])
    assert abs(ran - claimed) <= max(len(found.days), 500 * any(day.kind == "race" for day in found.days)), number


def _check_runs(
    expanded: Expanded, day: Day, numbers: tuple[Number, ...], library: Library, targets: dict[str, int]
) -> None:
    told = [number for number in numbers if number.origin in RUN_ORIGINS]
    assert bool(told) >= bool(day.runs or day.crosses), day
    for number in numbers:
        d: Any = number.details
        if number.origin == "shared":
            given = share(d["left"], [Share(**each) for each in d["shares"]])
            assert given is not None
            assert given[d["place"]] == d["units"]
            assert day.runs[0].distance_m == metres(d["units"], d["unit"])
        elif number.origin == "fixed":
            assert d["units"] == targets[d["name"]]
            assert day.runs[0].distance_m == metres(d["units"], d["unit"])
        elif number.origin == "race":
            assert day.runs[0].distance_m == d["metres"]
        elif number.origin == "cross_time":
            assert day.crosses[0].duration_s == d["seconds"]
        elif number.origin == "calendar":
            _check_calendar(day, GivenDay.parse(d["written"]))
        elif number.origin == "session":
            _check_session(day.runs[0], number, library, expanded.policy.params("quality-cap"))
        elif number.origin == "effort":
            assert [s.distance_m for s, _ in flat_steps(day.runs[0].steps) if s.target] == [d["effort_m"]]
    timed = [run for run in day.runs if run.duration_s]
    times = [number for number in numbers if number.origin in ("pace", "calendar_time")]
    if not any(number.origin == "layer" for number in numbers):
        assert len(times) == len(timed)
        for run, number in zip(timed, times, strict=True):
            _check_time(expanded, run, number)


def _check_calendar(day: Day, given: GivenDay) -> None:
    for session, said in zip((*day.runs, *day.crosses), given.sessions, strict=True):
        if isinstance(session, Run) and said.distance is not None:
            assert session.distance_m == said.distance.most
        if said.duration is not None:
            assert session.duration_s == said.duration.most


def _check_session(run: Run, number: Number, library: Library, caps: Any) -> None:
    d: Any = number.details
    entry = next(one for one in library.sessions if one.id == d["entry"])
    assert entry.titled(d["reps"]) == run.title == number.value
    assert (entry.family, entry.rpe) == (run.family, run.rpe)
    assert entry.reps_least <= d["reps"] <= entry.reps_most
    target = next(s.target for s, _ in flat_steps(run.steps) if s.kind == "work") or ""
    far = sum(n * (s.distance_m or 0) for s, n in flat_steps(run.steps) if s.kind == "work")
    assert far <= d["cap_m"] + 1
    assert d["family"] in (d["asked"], "strides")
    assert ("quality-cap" in number.because) == (d["by_rule"] and d["cap_m"] < d["volume_m"])
    if target in OWN_LIMITS:
        percent, most = OWN_LIMITS[target]
    elif target in RULES_LIMITS:
        percent = float(caps[f"{RULES_LIMITS[target]}_share"])
        most = float(caps.get(f"{RULES_LIMITS[target]}_m", 10**9))
    else:
        percent, most = 100.0, 10.0**9
    assert abs(d["cap_m"] - min(d["volume_m"] * percent / 100, most)) < 1, (target, d)


def _check_time(expanded: Expanded, run: Run, number: Number) -> None:
    d: Any = number.details
    assert d["seconds"] == run.duration_s
    if number.origin == "calendar_time":
        return
    paces = Paces.from_easy(expanded.authored.definition.easy_pace.seconds_per_km)
    if "s_per_km" in d:
        assert run.duration_s == whole_minutes((run.distance_m or 0) / 1000 * d["s_per_km"])
        if d["by"] == "kind":
            assert d["s_per_km"] == paces.of(d["pace"])
    elif d["by"] == "end":
        steady, end = run.steps
        assert isinstance(steady, Step)
        assert isinstance(end, Step)
        seconds = (steady.distance_m or 0) * paces.of("long") + (end.distance_m or 0) * paces.of(end.target or "")
        assert run.duration_s == whole_minutes(seconds / 1000)
    else:
        assert abs(run.duration_s - paces.seconds(run.steps)) <= 60


# --- lifts ---------------------------------------------------------------------------------------------------------


def _check_lifts(day: Day, numbers: tuple[Number, ...]) -> None:
    dosed = [number for number in numbers if "sets" in number.details and number.origin != "row"]
    for unsigned in (False, True):
        doses = [dose for lift in day.lifts for dose in _doses(lift, unsigned)]
        claimed = [number for number in dosed if number.unsigned is unsigned]
        assert [number.details["id"] for number in claimed] == [dose.id for dose in doses]
        for number, dose in zip(claimed, doses, strict=True):
            _check_dose(number, dose)
        _check_jumps([number for number in claimed if number.origin == "jumps"])
    for number in numbers:
        if number.origin == "row":
            _check_row(number.table, number.details)
        elif number.origin == "length":
            (lift,) = day.lifts
            assert lift.duration_s == number.details["seconds"] == _length(lift)


def _length(lift: Lift) -> int:
    """Warm-up, 4 s a repetition (a hold's seconds and one more), the rests, setting up; to five minutes."""
    total = 120.0 if lift.kind in ("abbreviated", "primer") else 480.0
    for dose in lift.exercises:
        each = dose.reps * (dose.hold_s + 1 if dose.hold_s else 4) * (1 + dose.per_side)
        total += dose.sets * each + max(0, dose.sets - 1) * dose.rest_s + (150 if dose.percent_1rm else 60)
        total += dose.extra_weak_side_sets * (each / 2 + dose.rest_s)
    return max(300, round(total / 300) * 300)


def _doses(lift: Lift, unsigned: bool) -> tuple[Prescription, ...]:
    if not unsigned:
        return lift.exercises
    return lift.unless_signed_off.exercises if lift.unless_signed_off else ()


def _check_dose(number: Number, dose: Prescription) -> None:
    d: Any = number.details
    said = (d["sets"], d["reps"], d["rir"], d["percent_1rm"], d["rest_s"], d["hold_s"])
    plan = (dose.sets, dose.reps, dose.rir, dose.percent_1rm, dose.rest_s, dose.hold_s)
    assert said == plan, number
    if number.origin in ("big", "second", "beside"):
        _check_row(number.table or "base_load", d["row"], known=number.table is not None)
        assert plan[:5] == _worked_out(d), number
    elif number.origin == "short":
        (line,) = [line for line in _table("abbreviated") if line["exercise"] == dose.id]
        sets = 1 if d["cutback"] else int(line["sets"])
        assert (dose.sets, dose.reps, dose.rir, dose.rest_s) == (sets, int(line["reps"]), 4, 45)
        assert str(dose.hold_s or "-") == line["hold s"]
    elif number.origin == "primer":
        assert (dose.sets, dose.reps) == (1, 8)
    elif number.origin == "programme":
        written = WrittenExercise.parse(d["text"])
        said_dose = written.at(d["week"])
        assert written.exercise == dose.id
        assert (dose.sets, dose.reps) == (said_dose.sets.least, said_dose.reps.least)
        assert dose.rest_s == (said_dose.rest_s.least if said_dose.rest_s else 0)
        if said_dose.rir:
            assert dose.rir == said_dose.rir.most
        if said_dose.percent:
            assert dose.percent_1rm == said_dose.percent.least


def _worked_out(d: Any) -> tuple[int, int, int, int | None, int]:
    """A dose as the row and the exercise's part in the session make it: sets, reps, RIR, percent, rest."""
    row, role, most = d["row"], d["role"], d["most_sets"] or 99
    if role in ("big", "second"):
        sets = min(row["sets"], 3) if role == "second" else row["sets"]
        possible = row["reps"] + row["rir"]
        rest = 240 if row["percent"] >= 85 else 180 if possible <= 10 else 90 if row["reps"] >= 12 else 120
        return min(sets, most), row["reps"], row["rir"], row["percent"], rest
    rest = {"single": 60 if d["kind"] == "base" else 90, "calf": 60}.get(role, 45)
    if d["kind"] == "base" and role == "single":
        sets, reps, rir = row["sets"], max(10, row["reps"]), max(3, row["rir"])
    else:
        base = d["kind"] == "base"
        reps = (12 if base else 10) if role == "calf" else (10 if base else 8)
        sets, rir = (1, 4) if row["deload"] else (2, 3)
    return min(sets, most), 8 if d["hold_s"] else reps, rir, None, rest


def _check_jumps(numbers: list[Number]) -> None:
    if numbers:
        done = sum(number.details["sets"] * number.details["reps"] for number in numbers)
        assert done == numbers[0].details["contacts"]
        assert str(numbers[0].details["contacts"]) in {line["jumps"] for line in _table("power")} | {"50", "70"}


def _table(name: str) -> list[dict[str, str]]:
    text = importlib.import_module(f"generator.progressions.{name}").__doc__ or ""
    rows = [[cell.strip() for cell in line.strip("|").split("|")] for line in text.splitlines() if line.startswith("|")]
    return [dict(zip(rows[0], row, strict=True)) for row in rows[2:]]


def _rows(table: str) -> Iterator[tuple[str, tuple[int, int, int, int]]]:
    for line in _table(table):
        rir = int(line["RIR"].split("-")[-1])
        yield line["label"], (int(line["sets"]), int(line["reps"]), rir, int(line["% 1RM"]))
    if table == "heavy_load":
        yield from ((name, (*dose, percent_1rm(dose[1], dose[2]))) for name, dose in _ADVANCED.items())


def _check_row(table: str | None, row: Any, known: bool = True) -> None:
    """A claimed row is its table's, but for what its notes say was done to it."""
    assert table is not None
    if table == "written" or not known:
        return
    label, notes = row["label"], " ".join(row["notes"])
    rows = dict(_rows(table))
    found = (row["sets"], row["reps"], row["rir"], row["percent"])
    capped = re.search(r"no heavier than the (\d+) %", notes)
    if label.endswith(" eased"):
        assert "a tenth less weight" in notes
        full = rows.get(label.removesuffix(" eased"))
        assert full is None or (full[:2] == found[:2] and found[2] >= full[2])
        assert full is None or capped or found[3] == int(full[3] * 0.9)
    elif capped:
        assert found[3] <= int(capped[1])
        assert found[3] == percent_1rm(found[1], found[2]) or row["deload"]
    elif label in rows:
        assert rows[label] == found, (label, rows[label], found)
    else:
        whole = rows[label.removesuffix(" deload")]
        assert found[0] == (whole[0] + 1) // 2
        assert found[2] in (whole[2], whole[2] + 1)
        assert "half the sets" in notes
