"""What a run is made of, as short texts, and what differs between two such lists."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from generator.compare.lengths import span, time
from generator.model.plan import Repeat, Run, Step
from generator.model.units import METRES_PER
from generator.model.vocabulary import Unit

_KINDS = {"warmup": "warm-up", "cooldown": "cool-down", "recovery": "jog", "work": "", "steady": "", "walk": "walk"}


def steps_turned(old: Run, new: Run, unit: Unit) -> tuple[str, str] | None:
    """Return what differs between two runs' steps, or None if only a plain stretch is as much longer as the run."""
    if old.steps == new.steps or _follows(old, new):
        return None
    if old.title != new.title:
        old, new = _without_counts(old, new)
        if old.steps == new.steps:
            return None
    before, after = ([step_text(step, unit) for step in run.steps] for run in (old, new))
    if len(before) == len(after):
        apart = [place for place in range(len(before)) if before[place] != after[place]]
        before, after = ([side[place] for place in apart] for side in (before, after))
    while before and after and before[0] == after[0]:
        before, after = before[1:], after[1:]
    while before and after and before[-1] == after[-1]:
        before, after = before[:-1], after[:-1]
    if not before and not after:  # apart by less than the words say
        before, after = [_exact(old.steps)], [_exact(new.steps)]
    return ", ".join(before) or "nothing", ", ".join(after) or "nothing"


def _without_counts(old: Run, new: Run) -> tuple[Run, Run]:
    """Leave out steps that are the same but for how often they are done: another title says that (``7 × 1 min``)."""
    inner = [[step.steps for step in run.steps if isinstance(step, Repeat)] for run in (old, new)]
    shared = [steps for steps in inner[0] if steps in inner[1]]
    kept = (
        replace(run, steps=tuple(s for s in run.steps if not isinstance(s, Repeat) or s.steps not in shared))
        for run in (old, new)
    )
    return next(kept), next(kept)


def _follows(old: Run, new: Run) -> bool:
    """True if the steps are the same but for plain stretches, and these together differ by what the whole run does."""
    if len(old.steps) != len(new.steps) or old.distance_m is None or new.distance_m is None:
        return False
    by = 0
    for one, other in zip(old.steps, new.steps, strict=True):
        if one == other:
            continue
        if not isinstance(one, Step) or not isinstance(other, Step) or one.kind == "work":
            return False
        if one.distance_m is None or other.distance_m is None or replace(one, distance_m=other.distance_m) != other:
            return False
        by += other.distance_m - one.distance_m
    return by == new.distance_m - old.distance_m != 0


def step_text(step: Step | Repeat, unit: Unit) -> str:
    """Return ``2 km warm-up``, ``5 × (1 km at 5k, 400 m jog)``."""
    if isinstance(step, Repeat):
        inner = ", ".join(step_text(one, unit) for one in step.steps)
        return f"{step.repeat} × {inner}" if len(step.steps) == 1 else f"{step.repeat} × ({inner})"
    parts = [_metres(step.distance_m, unit), time(step.duration_s) if step.duration_s is not None else ""]
    parts += [_KINDS.get(step.kind, step.kind), f"at {step.target.replace('-', ' ')}" if step.target else ""]
    parts += [f"RPE {span(*step.rpe)}" if step.rpe and not step.target else "", f"({step.note})" if step.note else ""]
    return " ".join(part for part in parts if part)


def _metres(metres: int | None, unit: Unit) -> str:
    if metres is None:
        return ""
    if metres < 1000 or (metres < 2000 and metres % 1000 and not metres % 100):
        return f"{metres} m"
    value = metres / float(METRES_PER[unit])
    return f"{value:.2f}".rstrip("0").rstrip(".") + f" {unit}"


def _exact(steps: Sequence[Step | Repeat]) -> str:
    """Return the steps in metres and seconds, with every field."""
    told = []
    for step in steps:
        if isinstance(step, Repeat):
            told.append(f"{step.repeat} × ({_exact(step.steps)})")
            continue
        fields = (step.kind, step.distance_m, step.duration_s, step.target, step.rpe, step.note)
        told.append(" ".join(str(field) for field in fields if field is not None))
    return ", ".join(told)
