"""Sessions of a written program on the days that were placed for them: as they are written, nothing added or lowered.

What hardday adds stands beside the session, not in it: the warm-up, an estimate of the time, and what runners do
who are not signed off.
"""

from __future__ import annotations

from generator.language import _
from generator.model.asking import written_sessions
from generator.model.definition import Authored
from generator.model.frame import Frame, PlacedDay, PlacedWeek
from generator.model.library import Library
from generator.model.plan import Lift, Week
from generator.model.programme import WrittenSession
from generator.model.vocabulary import LiftKind
from generator.progress import doses, lifting
from generator.progress.targets import block_of
from generator.progress.words import plain_reason
from generator.progressions import written
from generator.rules.reading import is_big, kind_of_lift

#: Sets of fewer repetitions go beyond the article.
FEWEST_REPS = 6


def written_on(authored: Authored, placed: PlacedWeek, library: Library) -> dict[int, WrittenSession]:
    """Return the written session of each lift's day, by position: those of a kind in their order, on its days."""
    frame = placed.frame
    sessions = [(session, _kind(session, frame, library)) for session in sessions_of(authored, frame)]
    found: dict[int, WrittenSession] = {}
    for position, day in enumerate(placed.days):
        place = next((i for i, (_, kind) in enumerate(sessions) if kind == day.lift), None)
        if place is not None:
            found[position] = sessions.pop(place)[0]
    return found


def sessions_of(authored: Authored, frame: Frame) -> tuple[WrittenSession, ...]:
    """Return the written sessions of a week; none where its phase has no program."""
    return written_sessions(block_of(authored, frame)[1], frame.week_in_phase)


def _kind(session: WrittenSession, frame: Frame, library: Library) -> LiftKind:
    done = written.prescribe(session, frame.week_in_phase, library.exercises)
    return session.kind or kind_of_lift(done, frame.strength)


def lift(session: WrittenSession, day: PlacedDay, kind: LiftKind, at: lifting.LiftAt, order: int) -> Lift:
    """Return the session as it is written; ``order`` puts it after the day's run."""
    exercises = written.prescribe(session, at.frame.week_in_phase, at.library.exercises)
    rested = all(dose.rest_s or dose.sets == 1 for dose in exercises)
    return Lift(
        order=order,
        kind=kind,
        exercises=exercises,
        reasons=day.lift_reasons or (plain_reason("lift"),),
        unless_signed_off=lifting.unsigned(kind, at) if kind in ("heavy", "maintenance") else None,
        title=_("{lift}: {session}").format(lift=lifting.title(kind), session=session.name),
        duration_s=doses.duration_s(exercises, kind) if rested else None,
        warm_up=lifting.warm_up() if any(map(is_big, exercises)) else lifting.short_warm_up(),
        written=session.name,
    )


def goes_beyond(weeks: tuple[Week, ...]) -> bool:
    """True if any written set of weight has fewer than six repetitions; holds and jumps are not counted in sixes."""
    return any(
        dose.reps < FEWEST_REPS and dose.hold_s is None and dose.slot != "plyometric"
        for week in weeks
        for one in week.lifts
        if one.written
        for dose in one.exercises
    )
