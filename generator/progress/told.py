"""Runs that are told already, because layers have laid a plan's weeks anew: only their words are missing.

Distances stand. A run that a layer has made plain has no title yet and gets the effort, time and purpose of its kind;
every session gets the reasons of the day on which it stands now.
"""

from __future__ import annotations

from dataclasses import replace

from generator.model.frame import PlacedDay, PlacedWeek
from generator.model.plan import Cross, Day, Lift, Reason, Run
from generator.progress.paces import Paces, whole_minutes
from generator.progress.running import RunningWeek
from generator.progress.words import RPE, made_easy, plain_reason, purpose, title


def told(weeks: tuple[tuple[Day, ...], ...], placed: tuple[PlacedWeek, ...], paces: Paces) -> tuple[RunningWeek, ...]:
    """Return every week's runs and cross-training, in order; ``weeks`` and ``placed`` are of one length."""
    return tuple(_week(days, week, paces) for days, week in zip(weeks, placed, strict=True))


def _week(days: tuple[Day, ...], placed: PlacedWeek, paces: Paces) -> RunningWeek:
    sessions = {
        position: tuple(_session(session, on, paces) for session in day.sessions if not isinstance(session, Lift))
        for position, (day, on) in enumerate(zip(days, placed.days, strict=True))
    }
    return RunningWeek({i: found for i, found in sessions.items() if found}, tuple(day.kind for day in days))


def _session(session: Run | Cross, on: PlacedDay, paces: Paces) -> Run | Cross:
    kind = session.kind if isinstance(session, Run) else "cross"
    reasons = _why(on, kind, session.reasons)
    if isinstance(session, Cross) or session.title:
        return replace(session, reasons=reasons)
    far = session.distance_m
    seconds = session.duration_s if far is None else whole_minutes(far / 1000 * paces.of(kind))
    return replace(
        session, duration_s=seconds, rpe=RPE[kind], reasons=reasons, title=title(kind), purpose=purpose(kind)
    )


def _why(on: PlacedDay, kind: str, before: tuple[Reason, ...]) -> tuple[Reason, ...]:
    reasons = on.reasons or (plain_reason(kind),)
    return (*reasons, made_easy()) if made_easy() in before else reasons
