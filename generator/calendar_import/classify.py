"""Runs that the calendar names no kind for: long, quality, aerobic or easy, by their numbers and their neighbors.

Every answer is a guess and carries its reason. The order is that of the domain's vocabulary: the week's longest run,
then pace, then effort, then the day before, then length.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from generator.calendar_import.amounts import metres_of, pace_of, pace_text, seconds_of, walks
from generator.calendar_import.cells import ReadDay
from generator.calendar_words import ReadSession
from generator.model.given import GivenKind
from generator.model.units import Pace
from generator.model.vocabulary import KEY_RUNS, WEEKDAYS, Unit, Weekday

LONG_SHARE = 0.25
LONG_S = 90 * 60
AEROBIC_S = 35 * 60
#: Marathon effort is run at 0.83 of the time that an easy kilometer takes, aerobic effort at 0.93 (VDOT 40 to 55).
QUALITY_PACE = 0.87
_HARD_RPE, _SURELY_NOT_EASY = 6, 5
_SAME = 1.0  # metres: closer than this, two runs are alike


@dataclass(slots=True)
class _Run:
    """A run on its way to a kind. ``at`` counts the calendar's days from 0."""

    at: int
    week: int
    day: Weekday
    session: ReadSession
    index: int
    metres: float
    seconds: float
    kind: GivenKind | None
    reason: str = ""

    @property
    def key(self) -> tuple[int, int]:
        return self.at, self.index


def classify(days: Sequence[ReadDay], easy: Pace, units: Unit) -> dict[tuple[int, int], tuple[GivenKind, str]]:
    """Return kind and reason of each run without a kind, by its day's place in ``days`` and its own in the day.

    ``days`` are all days of the calendar in their order, seven a week.
    """
    runs = [
        _Run(at, day.week, day.day, s, i, metres_of(s, easy), seconds_of(s, easy), s.kind)
        for at, day in enumerate(days)
        for i, s in enumerate(day.sessions)
        if s.kind != "cross"
    ]
    weeks: dict[int, list[_Run]] = defaultdict(list)
    for run in runs:
        weeks[run.week].append(run)
    for run in runs:
        if run.kind is None:
            _by_words(run)
    for week in weeks.values():
        _longest(week, easy)
    for run in runs:
        if run.kind is None:
            _by_effort(run, easy, units)
    hard = {run.at: run.kind for run in runs if run.kind in KEY_RUNS}
    for week in weeks.values():
        _others(week, hard)
    return {run.key: (run.kind, run.reason) for run in runs if run.session.kind is None and run.kind is not None}


def _by_words(run: _Run) -> None:
    if run.session.recovery:
        run.kind, run.reason = "easy", "the calendar calls it recovery"
    elif walks(run.session):
        run.kind, run.reason = "easy", "running and walking in turns"


def _longest(week: list[_Run], easy: Pace) -> None:
    """The week's longest run is the long one, if it is a quarter of the week or an hour and a half."""
    whole = sum(run.metres for run in week)
    if not whole or any(run.kind == "long" for run in week):
        return
    most = max(run.metres for run in week)
    hard = {run.at for run in week if run.kind in KEY_RUNS}
    alike = [run for run in week if run.kind is None and run.metres > most - _SAME and _may_be_long(run, hard, easy)]
    if not alike:
        return
    run = max(alike, key=lambda run: (WEEKDAYS.index(run.day), run.index))
    share = run.metres / whole
    if share < LONG_SHARE and run.seconds < LONG_S:
        return
    others = [other.day for other in alike if other is not run]
    length = f"{share:.0%} of it".replace("%", " %") if share >= LONG_SHARE else _time(run.seconds)
    first = f"as long as {_names(others)}'s, and later in the week" if others else "the longest run of the week"
    run.kind, run.reason = "long", f"{first}, {length}"


def _may_be_long(run: _Run, hard: set[int], easy: Pace) -> bool:
    if run.session.optional or run.at in hard:
        return False
    return run.seconds >= LONG_S or not (_quick(run.session, easy) or _effort(run.session) == "quality")


def _quick(session: ReadSession, easy: Pace) -> bool:
    pace = pace_of(session)
    return pace is not None and pace <= QUALITY_PACE * easy.seconds_per_km


def _effort(session: ReadSession) -> GivenKind | None:
    """Return the kind that belongs to a session's RPE, or None where it says nothing or lies between kinds."""
    if session.rpe is None:
        return None
    least, most = session.rpe
    if most >= _HARD_RPE and least >= _SURELY_NOT_EASY:
        return "quality"
    if least <= 2:
        return "easy" if most <= 3 else None
    return "aerobic" if most <= 4 else None


def _by_effort(run: _Run, easy: Pace, units: Unit) -> None:
    pace = pace_of(run.session)
    effort = _effort(run.session)
    if pace is not None and _quick(run.session, easy):
        quick, slow = pace_text(Pace(pace), units), pace_text(easy, units)
        run.kind, run.reason = "quality", f"its pace, {quick}, is far quicker than the easy {slow}"
    elif effort is not None and run.session.rpe is not None:
        run.kind, run.reason = effort, f"RPE {'-'.join(dict.fromkeys(map(str, run.session.rpe)))}"


def _others(week: list[_Run], hard: Mapping[int, GivenKind | None]) -> None:
    """What is left: easy after a hard day and where it is short; the longest of the rest is aerobic."""
    left = []
    for run in week:
        if run.kind is None:
            run.reason = _why_easy(run, hard)
            if run.reason:
                run.kind = "easy"
            else:
                left.append(run)
    most = max((run.metres for run in left), default=0.0)
    longest = [run for run in left if run.metres > most - _SAME]
    for run in left:
        if run in longest and len(longest) == 1:
            run.kind, run.reason = "aerobic", f"the longest of the week's other runs, {_time(run.seconds)}"
        elif run in longest:
            others = _names([other.day for other in longest if other is not run])
            run.kind, run.reason = "easy", f"as long as {others}'s, so none of them is taken for aerobic"
        else:
            run.kind, run.reason = "easy", f"shorter than {_names([longest[0].day])}'s"


def _why_easy(run: _Run, hard: Mapping[int, GivenKind | None]) -> str:
    if run.session.optional:
        return "left to the athlete"
    if not run.metres:
        return "the calendar says neither how far nor how hard"
    if run.at in hard:
        return f"the same day as the {_name(hard[run.at])}"
    if run.at - 1 in hard:
        return f"the day after the {_name(hard[run.at - 1])}"
    return f"under {AEROBIC_S // 60} min" if run.seconds < AEROBIC_S else ""


def _name(kind: GivenKind | None) -> str:
    return "race" if kind == "race" else f"{kind} run"


def _names(days: list[Weekday]) -> str:
    return " and ".join(day.title() for day in days)


def _time(seconds: float) -> str:
    minutes = round(seconds / 60)
    return f"{minutes} min" if minutes < 60 else f"{minutes // 60} h {minutes % 60} min".removesuffix(" 0 min")
