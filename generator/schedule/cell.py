"""A cell: what may stand on one day, as the rules see it, and the days a lift can stand on at all."""

from __future__ import annotations

from generator.frozen import frozen
from generator.model.frame import Frame
from generator.model.line import DayRole
from generator.model.vocabulary import (
    DAY_KINDS,
    KEY_LIFTS,
    KEY_RUNS,
    CrossRole,
    DayKind,
    LiftKind,
    RunningPhase,
    StrengthPhase,
    Weekday,
)

LIFT_ORDER: tuple[LiftKind | None, ...] = (None, "heavy", "base", "maintenance", "abbreviated", "primer")

_KEY_HOSTS: frozenset[DayKind] = frozenset({"quality", "long", "aerobic", "easy"})
#: Days on which this generator would place a lift at all; the rules allow fewer. Cross-training hosts only where it is
#: aerobic work. Easy days stand here for policies that let them carry a key lift.
_HOSTS: dict[LiftKind, frozenset[DayKind]] = {
    "base": _KEY_HOSTS,
    "heavy": _KEY_HOSTS,
    "maintenance": _KEY_HOSTS,
    "abbreviated": frozenset({"aerobic"}),
    "primer": frozenset({"aerobic", "quality"}),
}


@frozen
class Cell:
    """One day's kind and lift, with what the week around it tells the rules."""

    kind: DayKind
    lift: LiftKind | None
    running: RunningPhase
    strength: StrengthPhase
    cross_role: CrossRole = "recovery"
    goal_race: bool = False
    tune_up: bool = False

    @property
    def key_run(self) -> bool:
        """True for quality, long and race days."""
        return self.kind in KEY_RUNS

    @property
    def key_lift(self) -> bool:
        """True if a base, heavy or maintenance lift stands here."""
        return self.lift in KEY_LIFTS

    @property
    def hard(self) -> bool:
        """True if the day carries a key run or a key lift."""
        return self.key_run or self.key_lift

    @property
    def off(self) -> bool:
        """True for rest and cross-training days."""
        return self.kind in ("rest", "cross")

    @property
    def past(self) -> tuple[str, LiftKind | None]:
        """What preferences see of the day once it lies in the past: any two runs that aren't key runs look alike."""
        return self.kind if self.key_run else "off" if self.off else "run", self.lift

    @property
    def order(self) -> int:
        """Where the cell comes among others when nothing else decides: by kind, then by lift."""
        return DAY_KINDS.index(self.kind) * len(LIFT_ORDER) + LIFT_ORDER.index(self.lift)

    def role(self, day: int, week: int, weekday: Weekday) -> DayRole:
        """Return the day as rules read it, standing on this date."""
        return DayRole(
            day=day,
            week=week,
            weekday=weekday,
            kind=self.kind,
            lifts=(self.lift,) if self.lift else (),
            running=self.running,
            strength=self.strength,
            cross_role=self.cross_role,
            goal_race=self.goal_race,
            tune_up=self.tune_up,
        )


def hosts(lift: LiftKind, kind: DayKind, cross_role: CrossRole) -> bool:
    """True if the generator would ever place this lift on such a day."""
    return kind in _HOSTS[lift] or (kind == "cross" and cross_role == "aerobic")


def carries(frame: Frame, lift: LiftKind, kind: DayKind) -> bool:
    """True if the generator would place this lift on such a day of the week.

    Without a gym short sessions take the place of key lifts, on hard days too: these carry the work of the week.
    """
    in_its_place = frame.no_gym and lift == "abbreviated" and kind in ("quality", "long")
    return in_its_place or hosts(lift, kind, frame.cross_role)


def cell_at(frame: Frame, position: int, kind: DayKind, lift: LiftKind | None) -> Cell:
    """Return the cell of a kind and lift on that day of a frame."""
    return Cell(
        kind=kind,
        lift=lift,
        running=frame.running,
        strength=frame.strength,
        cross_role=frame.cross_role,
        goal_race=kind == "race" and position == frame.goal_race,
        tune_up=kind == "race" and position in frame.tune_ups,
    )
