"""Where one run comes from: its distance, its session of the library, its time; or the line in which it is written."""

from __future__ import annotations

from collections.abc import Iterator

from generator.explain.number import Number, metres_text, pace_text, time_text
from generator.explain.running import Block, fixed_number, share_number
from generator.model.asking import calendar_shift, day_position, given_weeks
from generator.model.definition import Authored
from generator.model.frame import Frame
from generator.model.plan import Cross, Day, Run
from generator.model.units import METRES_PER
from generator.progress import given_run
from generator.progress.paces import Paces
from generator.progress.quality import cap, is_capped_by_rule
from generator.progress.running import RunWorking
from generator.progress.week_quality import LONG_WITH
from generator.progress.working import WeekWorking
from generator.rules.reading import flat_steps
from generator.rules.rule import Params

_LIBRARY = "plans/library/sessions.yaml"


def day_numbers(block: Block, working: WeekWorking, day: Day, position: int, caps: Params) -> Iterator[Number]:
    """Yield the numbers of a day's runs and cross-training, of a week that no layer has laid anew."""
    sessions = (*day.runs, *day.crosses)
    if not sessions:
        return
    if block.frame.given:
        yield from _given(block.authored, block.frame, position)
    elif day.crosses:
        yield _cross(block, day.crosses[0])
    elif day.runs[0].kind == "race":
        yield _race(block.authored, block.frame, day.runs[0])
    elif working.run is None:
        yield _written_out(block)
    else:
        in_bounds = position in working.run.shared.bounds
        yield share_number(working.run, position) if in_bounds else fixed_number(working.run, position)
        yield from _session(block, working.run, position, caps)
        yield from _effort(block, working.run, day.runs[0])
    yield from (_time(block.authored, working, run, position) for run in day.runs if run.duration_s)


def _given(authored: Authored, frame: Frame, position: int) -> Iterator[Number]:
    shift = calendar_shift(authored)
    given = given_weeks(authored)[frame.number][position]
    name = str(frame.number - shift)
    days = authored.definition.calendar[name]
    named = next(day for day in days if day_position(day, authored) == position)
    by_layer = _is_written_out(authored, frame.number, position)
    where = f"written out by a layer for week {name}" if by_layer else f"the calendar's week {name}"
    why = f"{where}, {named}: {given.text}"
    place = authored.key_place("calendar", name, named)
    yield Number("the run", given.written, "calendar", why, place, details={"written": given.written})


def _is_written_out(authored: Authored, week: int, position: int) -> bool:
    """True if a layer writes out that day of the week instead of what the plan has."""
    layers = (one for one in authored.definition.layers if one.instead is not None and week in one.weeks)
    return any(day_position(day, authored) == position for layer in layers for day in layer.given)


def _cross(block: Block, session: Cross) -> Number:
    seconds = block.text.running.cross_time.seconds
    keys = (*block.keys, "running", "cross_time")
    own = keys in block.authored.places
    why = (
        f"cross_time: {time_text(seconds)}" if own else f"cross_time: is not written, and is then {time_text(seconds)}"
    )
    value, details = time_text(session.duration_s or 0), {"seconds": seconds}
    return Number("cross-training", value, "cross_time", why, block.authored.place(*keys), details=details)


def _race(authored: Authored, frame: Frame, run: Run) -> Number:
    d = authored.definition
    goal = d.race if frame.goal_race is not None else None
    index = next((i for i, one in enumerate(d.tune_ups) if one.week == frame.number), 0)
    keys = ("race", "distance") if goal else ("tune_ups", index, "distance")
    given = goal or d.tune_ups[index]
    value = metres_text(given.distance.metres, given.distance.unit)
    why = "the race's distance; no time is foretold" if goal else "a tune-up's distance; no time is foretold"
    return Number("distance", value, "race", why, authored.place(*keys), details={"metres": given.distance.metres})


def _written_out(block: Block) -> Number:
    workout = block.text.running.workout
    text = workout.text if workout else ""
    place = block.authored.place(*block.keys, "running", "workout")
    return Number("the run", text, "workout", "every run of the phase is written out in workout:", place)


def _session(block: Block, run: RunWorking, position: int, caps: Params) -> Iterator[Number]:
    if position not in run.asked:
        return
    ask, chosen = run.asked[position], run.ask.quality[position]
    entry, families = chosen.archetype, block.text.running.quality
    turn = f"{ask.family} is next in quality: [{', '.join(families)}]" if families else "quality: names no kind"
    if len(families) == 1:
        turn = f"quality: [{families[0]}]"
    if entry.family != ask.family:
        turn += f", but its smallest session is too much for this week, so {entry.family}"
    why = f"{turn}; entry {entry.id} of {_LIBRARY}"
    why += f", {chosen.reps} of {entry.reps_least}-{entry.reps_most} repetitions" if entry.reps_most > 1 else ""
    if ask.eased < 1:
        since = "the running tapers" if ask.running in ("taper", "race") else "the week is a lighter one"
        why += f", {ask.eased * 100:.0f} % of the usual dose, since {since}"
    most = cap(chosen, ask.volume_m, caps)
    if most < ask.volume_m:
        amount = f"{most / float(METRES_PER[ask.unit]):.1f}".removesuffix(".0")
        by = "quality-cap" if is_capped_by_rule(chosen) else "a limit of this project's own"
        why += f"; at most {amount} {ask.unit} of such work in this week ({by})"
    details = {"entry": entry.id, "family": entry.family, "asked": ask.family, "reps": chosen.reps, "cap_m": most}
    details |= {"volume_m": ask.volume_m, "by_rule": is_capped_by_rule(chosen)}
    place = block.authored.place(*block.keys, "running", "quality")
    yield Number("session", entry.titled(chosen.reps), "session", why, place, details=details)


def _effort(block: Block, working: RunWorking, run: Run) -> Iterator[Number]:
    name = block.text.running.long_with
    if run.kind != "long" or not working.effort_m or name is None:
        return
    first, last, target = LONG_WITH[name]
    why = (
        f"long_with: {name}, every second long run: from {first / 1000:.1f} to {last / 1000:.1f} km through the phase, "
    )
    why += "no more than the caps for it, and 60 % of the run"
    place = block.authored.place(*block.keys, "running", "long_with")
    value = f"the last {metres_text(working.effort_m, working.ask.unit)} at {target.replace('-', ' ')} effort"
    details = {"effort_m": working.effort_m, "target": target}
    yield Number("its end", value, "effort", why, place, details=details)


def _time(authored: Authored, working: WeekWorking, run: Run, position: int) -> Number:
    """Return how long a run takes: as the calendar says, by its steps, or by the pace of its kind."""
    d, frame = authored.definition, working.placed.frame
    paces = _paces(authored)
    details: dict[str, object] = {"seconds": run.duration_s, "easy_s_per_km": d.easy_pace.seconds_per_km}
    value = f"about {time_text(run.duration_s or 0)}"
    why = f"from easy_pace: {pace_text(d.easy_pace.seconds_per_km, d.units)}, "
    how = _timed_by(authored, frame, run, position)
    if how == "calendar":
        return Number("time", time_text(run.duration_s or 0), "calendar_time", "as the calendar says", details=details)
    if how == "steps":
        timed = all(step.distance_m is None for step, _ in flat_steps(run.steps))
        why = "its steps, added up" if timed else why + "each step at the pace that goes with it"
    elif how == "end":
        why += f"most of it at {pace_text(paces.of('long'), d.units)} for long running, the end at its own effort"
    elif how == "quality":
        details["s_per_km"] = (paces.of("threshold") + paces.of("easy")) / 2
        why += "half of the run at threshold, half of it easy, since no steps are written"
    else:
        kind = "long" if working.run is not None and working.run.second == position else run.kind
        details |= {"pace": kind, "s_per_km": paces.of(kind)}
        why += f"which makes {kind} running {pace_text(paces.of(kind), d.units)}"
    return Number("time", value, "pace", why, authored.place("easy_pace"), details=details | {"by": how})


def _timed_by(authored: Authored, frame: Frame, run: Run, position: int) -> str:
    """Return what a run's time follows from: ``calendar``, ``steps``, ``end``, ``quality`` or ``kind``."""
    if not frame.given and run.kind == "long" and any(step.kind == "steady" for step, _ in flat_steps(run.steps)):
        return "end" if any(step.target for step, _ in flat_steps(run.steps)) else "steps"
    if not frame.given:
        return "steps" if run.steps else "kind"
    given = given_weeks(authored)[frame.number][position].sessions[run.order - 1]
    if given.duration is not None:
        return "calendar"
    if run.steps and (given.distance is None or given_run.steps_m(run.steps, _paces(authored)) == run.distance_m):
        return "steps"
    return "quality" if run.kind == "quality" else "kind"


def _paces(authored: Authored) -> Paces:
    return Paces.from_easy(authored.definition.easy_pace.seconds_per_km)
