"""What a cell of somebody's running calendar says, and a session of it made a given day's."""

from __future__ import annotations

from generator.frozen import frozen
from generator.model.given import Amount, GivenKind, GivenSession
from generator.model.step_text import Workout


@frozen
class ReadSession:
    """One session as its words say it.

    ``kind`` is None where the words don't say what kind of run it is (``5 mi``). ``label`` holds the calendar's own
    words worth keeping, pace and RPE included. ``pace`` is in seconds per kilometer, ``rpe`` of ten, both from the
    lower number to the higher. ``recovery``: the words call it recovery.
    """

    kind: GivenKind | None
    distance: Amount | None = None
    duration: Amount | None = None
    label: str = ""
    workout: Workout | None = None
    optional: bool = False
    pace: tuple[float, float] | None = None
    rpe: tuple[int, int] | None = None
    recovery: bool = False


@frozen
class CellReading:
    """A cell as it is understood: a rest day has no session and nothing unknown.

    ``unknown`` are the parts not understood, in the cell's own words, each with its reason in ``why``; if there is
    one, there are no sessions. ``notes`` tell what was understood and left out on purpose. ``empty``: a blank cell.
    """

    text: str
    sessions: tuple[ReadSession, ...] = ()
    unknown: tuple[str, ...] = ()
    why: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    empty: bool = False


def settled(session: ReadSession, kind: GivenKind) -> GivenSession:
    """Return the session as a definition's calendar has it, of this kind; its label keeps pace, RPE and recovery."""
    return GivenSession(kind, session.distance, session.duration, session.label, session.workout, session.optional)
