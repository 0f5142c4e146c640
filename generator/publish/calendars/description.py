"""A training day in plain text, for calendars: what stands on the week's page, without markup and without weekdays."""

from __future__ import annotations

from collections.abc import Iterator

from generator.language import N_, _
from generator.publish.views.day import CrossFacts, DayFacts
from generator.publish.views.lift import Dose, LiftFacts
from generator.publish.views.run import RunFacts

STOP_LINE = N_("Any stop sign means no training today.")


def description(day: DayFacts) -> str:
    """Return the day's sessions, a line each part, sessions divided by an empty line; empty for a rest day."""
    blocks = [_effort(effort.run, effort.cross) for effort in day.efforts] + [_lift(lift) for lift in day.lifts]
    if not blocks:
        return ""
    return "\n\n".join([*("\n".join(block) for block in blocks), _(STOP_LINE)])


def _effort(run: RunFacts | None, cross: CrossFacts | None) -> list[str]:
    return list(_run(run)) if run else list(_cross(cross)) if cross else []


def _run(run: RunFacts) -> Iterator[str]:
    if run.heading:
        yield run.heading
    if run.title:
        yield run.title
    yield ", ".join(part for part in (run.length, run.effort, run.time.removeprefix("· ")) if part)
    for step in run.steps:
        parts = [", ".join(said for said in (part.strong, part.rest) if said) for part in step.parts]
        yield f"{step.label}: {'; '.join(parts)}"
    if run.optional:
        yield _("The calendar leaves this run to you.")


def _cross(cross: CrossFacts) -> Iterator[str]:
    if cross.title:
        yield cross.title
    yield ", ".join(part for part in (cross.length, cross.effort) if part)
    yield cross.advice


def _lift(lift: LiftFacts) -> list[str]:
    lines = [lift.heading]
    if lift.gate:
        return [*lines, _("Only if you are signed off:"), *map(_dose, lift.doses), lift.gate, *map(_dose, lift.instead)]
    return [*lines, *map(_dose, lift.doses)]


def _dose(dose: Dose) -> str:
    left = f"{dose.leave} ({dose.leave_note})" if dose.leave_note else dose.leave
    return f"{dose.exercise.text}: " + ", ".join(part for part in (dose.do, dose.do_note, left, dose.notes) if part)
