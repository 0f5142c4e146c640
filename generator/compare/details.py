"""What differs between a session and what has become of it: texts without the session's name, one a difference.

Every field of a session is told of, but for the reasons of its place.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.compare.lengths import lengths, times
from generator.compare.step_texts import steps_turned
from generator.frozen import frozen
from generator.model.plan import Cross, Run
from generator.model.vocabulary import Unit

_A_MINUTE = 60


@frozen
class Detail:
    """A difference: what it is of (empty for how far, which needs no word), before, after."""

    of: str
    before: str
    after: str


def effort_details(old: Run | Cross, new: Run | Cross, unit: Unit) -> Iterator[Detail]:
    """Yield what differs between two runs, two sessions of cross-training, or one of each."""
    if _ends(old) != _ends(new):
        yield Detail("", *lengths(old, new, unit))
    if old.rpe != new.rpe:
        yield Detail("", f"RPE {old.rpe[0]}–{old.rpe[1]}", f"RPE {new.rpe[0]}–{new.rpe[1]}")
    if old.title != new.title:
        yield Detail(":", old.title or "without a name", new.title or "without a name")
    if isinstance(old, Run) and isinstance(new, Run):
        yield from _run_details(old, new, unit)
    if old.optional != new.optional:
        yield Detail(
            "", *(("to be run", "left to the runner") if new.optional else ("left to the runner", "to be run"))
        )
    if isinstance(old, Cross) and isinstance(new, Cross) and old.kind != new.kind:
        yield Detail("", old.kind, new.kind)
    if old.order != new.order:
        yield Detail("in the day's order", str(old.order), str(new.order))


def _run_details(old: Run, new: Run, unit: Unit) -> Iterator[Detail]:
    if old.steps == new.steps and _time_is_news(old, new):
        yield Detail("takes", *times(old.duration_s, new.duration_s))
    steps = steps_turned(old, new, unit)
    if steps is not None:
        yield Detail("steps:", *steps)
    if old.family != new.family:
        yield Detail("kind of work:", old.family or "none", new.family or "none")
    if old.purpose != new.purpose and old.title == new.title:  # another run's purpose follows from its name
        yield Detail("purpose:", _quoted(old.purpose), _quoted(new.purpose))


def _ends(session: Run | Cross) -> tuple[int | None, ...]:
    if isinstance(session, Cross):
        return None, session.duration_s, None, session.duration_s
    if session.distance_m is not None:
        return session.distance_m, None, session.least_m, None
    return None, session.duration_s, session.least_m, session.least_s


def _time_is_news(old: Run, new: Run) -> bool:
    """True where a run given by distance takes another time than its new distance alone explains."""
    if old.distance_m is None or new.distance_m is None:
        return False
    if (old.least_s, old.duration_s) == (new.least_s, new.duration_s):
        return False
    if old.distance_m == new.distance_m or old.least_s != new.least_s or None in (old.duration_s, new.duration_s):
        return True
    assert old.duration_s is not None
    assert new.duration_s is not None
    followed = old.duration_s * new.distance_m / (old.distance_m or 1)
    return abs(new.duration_s - followed) > max(_A_MINUTE, followed * 0.05)


def _quoted(text: str) -> str:
    return f"“{text}”" if text else "nothing"
