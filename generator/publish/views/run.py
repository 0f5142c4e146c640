"""A run as it is read on the way out of the door: how far, how hard, its steps in order."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from generator.frozen import frozen
from generator.language import N_pgettext, _, ngettext, pgettext, remembered
from generator.model.plan import Repeat, Run, Step
from generator.model.vocabulary import Unit
from generator.publish import words
from generator.publish.naming import own_title, run_name
from generator.publish.views.amounts import OPEN, run_length, run_time


@frozen
class StepPart:
    """What stands out in a step, what goes with it, and the target whose pace the athlete's own browser adds."""

    strong: str
    rest: str
    pace: str = ""


@frozen
class StepLine:
    """A step or a repeat: its label and its parts."""

    label: str
    parts: tuple[StepPart, ...]


@frozen
class Stretch:
    """A piece of the run for its picture: ``hard``, ``easy`` or ``walk``, and its share of the whole in metres."""

    kind: str
    length: float


@frozen
class RunFacts:
    """A run's facts; ``steps`` is empty for a run without parts, ``heading`` for a day's only run.

    ``optional`` where the calendar leaves the run to the athlete.
    """

    kind: str
    heading: str
    title: str
    length: str
    effort: str
    time: str
    purpose: str
    steps: tuple[StepLine, ...]
    stretches: tuple[Stretch, ...]
    optional: bool


#: Metres a second to draw steps by time beside steps by distance: a picture's scale, nothing is prescribed by it.
PICTURE_SPEED = 2.8
_LABELS = {
    "warmup": N_pgettext("begins a step of a run", "Warm up"),
    "cooldown": N_pgettext("begins a step of a run", "Cool down"),
    "steady": N_pgettext("begins a step of a run", "Run"),
    "work": N_pgettext("begins a step of a run", "Run"),
    "walk": N_pgettext("begins a step of a run", "Walk"),
}
_JOG = N_pgettext("begins a step of a run", "Jog")
_VERBS = {
    "warmup": N_pgettext("how a stretch is run, after its length", "easy"),
    "cooldown": N_pgettext("how a stretch is run, after its length", "easy"),
    "recovery": N_pgettext("how a stretch is run, after its length", "jog"),
    "walk": N_pgettext("how a stretch is run, after its length", "walk"),
    "work": N_pgettext("how a stretch is run, after its length", "run"),
}


def run_facts(run: Run, unit: Unit, race: str = "", alone: bool = True) -> RunFacts:
    """Return a run's facts in the plan's unit; ``race`` is the name of the day's race, ``alone`` if it has no other."""
    several = len(run.steps) > 1 or any(isinstance(step, Repeat) for step in run.steps)
    return RunFacts(
        kind=run.kind,
        heading="" if alone else run_name(run),
        title=_title(run, race),
        length=run_length(run, unit) or _(OPEN),
        effort=words.rpe_of_ten(run.rpe),
        time=run_time(run),
        purpose=run.purpose,
        steps=tuple(_line(step, unit) for step in _around_work(run)) if several else (),
        stretches=tuple(_stretches(run.steps)) if several else (),
        optional=run.optional,
    )


def _title(run: Run, race: str) -> str:
    """Return what a run is called beyond its kind; a plain aerobic or easy run is called nothing more."""
    return race if run.kind == "race" and race else own_title(run)


def _around_work(run: Run) -> Iterator[Step | Repeat]:
    """Yield a run's steps; what stands plainly before and after hard work is its warm-up and its cool-down."""
    last = len(run.steps) - 1
    for at, step in enumerate(run.steps):
        plain = isinstance(step, Step) and step.kind == "steady" and step.target is None and step.rpe is None
        kind = {0: "warmup", last: "cooldown"}.get(at) if run.kind == "quality" and plain else None
        yield replace(step, kind=kind) if kind and isinstance(step, Step) else step


@remembered(1_000)
def _line(step: Step | Repeat, unit: Unit) -> StepLine:
    if isinstance(step, Repeat):
        times = ngettext("{n} time", "{n} times", step.repeat)
        return StepLine(times, tuple(_part(inner, unit) for inner in step.steps))
    return StepLine(pgettext(*_LABELS.get(step.kind, _JOG)), (_part(step, unit),))


def _part(step: Step | Repeat, unit: Unit) -> StepPart:
    """Return what stands out in a step and what follows it."""
    if isinstance(step, Repeat):
        parts = [_part(one, unit) for one in step.steps]
        inner = [" ".join(said for said in (part.strong, part.rest) if said) for part in parts]
        return StepPart("", f"{step.repeat}{words.NBSP}× {words.joined(inner)}")
    hard = step.kind == "work"
    said = " ".join(part for part in (_length(step, unit), _manner(step)) if part)
    extras = [words.rpe(step.rpe) if step.rpe else "", step.note or ""]
    rest = ", ".join(extra for extra in extras if extra)
    pace = step.target or "" if hard or step.kind == "steady" else ""
    if hard:
        return StepPart(said, rest, pace)
    return StepPart("", ", ".join(part for part in (said, rest) if part), pace)


def _length(step: Step, unit: Unit) -> str:
    if step.distance_m is not None:
        if step.kind in ("work", "recovery", "walk"):
            return words.step_distance(step.distance_m, unit)
        return words.distance(step.distance_m, unit)
    return words.duration(step.duration_s) if step.duration_s is not None else ""


def _manner(step: Step) -> str:
    if step.target:
        return words.target(step.target)
    return pgettext(*_VERBS[step.kind]) if step.kind in _VERBS else ""


def _stretches(steps: tuple[Step | Repeat, ...]) -> list[Stretch]:
    found: list[Stretch] = []
    for step in steps:
        if isinstance(step, Repeat):
            found += _stretches(step.steps) * step.repeat
            continue
        length = float(step.distance_m or (step.duration_s or 0) * PICTURE_SPEED)
        kind = "hard" if step.kind == "work" else "walk" if step.kind == "walk" else "easy"
        if length > 0:
            found.append(Stretch(kind, length))
    return found
