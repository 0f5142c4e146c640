"""A week before and after its days are chosen: what it asks for (Frame) and what stands where (PlacedWeek).

Roles only: no dose, no distance. The outline stage writes frames, the schedule stage places them, the progress
stage fills placed weeks with distances and sets.
"""

from __future__ import annotations

from generator.frozen import frozen
from generator.model.finding import Place
from generator.model.plan import Reason
from generator.model.vocabulary import (
    CrossRole,
    DayKind,
    LiftKind,
    RunningPhase,
    StrengthPhase,
    Weekday,
)


@frozen
class Must:
    """The author's word about one day, to be kept: the kinds and lifts it leaves (``none`` is no lift).

    ``text`` is what the author wrote (``saturday: long``), ``place`` where; ``why`` tells the athlete of a layer's day.
    """

    position: int
    kinds: frozenset[DayKind]
    lifts: frozenset[str]
    text: str
    place: Place
    why: str = ""


@frozen
class Wish:
    """The same, to be kept where the rules allow. Costs one for a kind missed and one for a lift missed."""

    position: int
    kinds: frozenset[DayKind]
    lifts: frozenset[str]
    text: str
    place: Place


@frozen
class LiftAsk:
    """How many lifts of a kind the week wants: never fewer than ``least``, as many as the rules allow to ``most``.

    ``wanted``: a given week, or one with a written program, that has fewer than these says which rule took them.
    """

    kind: LiftKind
    least: int
    most: int
    text: str
    place: Place
    wanted: int = 0


@frozen
class KindAsk:
    """How many days of a kind the week has, exactly. The counts of all kinds add up to the week's days."""

    kind: DayKind
    count: int
    text: str
    place: Place


@frozen
class Frame:
    """What a week asks of the scheduler. ``first_day`` is absolute; ``phase`` is the phase's id.

    ``week_in_phase`` counts from 1; ``loading`` counts the phase's weeks that are not cutbacks, this one included.
    ``given``: a calendar fixes the runs, and lifts are as many as the rules allow; ``layered``: a layer does.

    Of layers also: ``no_gym``, short sessions may stand on hard days too; ``paused``, what the week was for strength
    before the tables pass it over; ``eased``, a first week back with a tenth less weight; ``back``, how many loading
    weeks the tables go back before this week.
    """

    number: int
    first_day: int
    weekdays: tuple[Weekday, ...]
    phase: str
    week_in_phase: int
    weeks_in_phase: int
    loading: int
    cutback: bool
    running: RunningPhase
    strength: StrengthPhase
    kinds: tuple[KindAsk, ...]
    lifts: tuple[LiftAsk, ...]
    musts: tuple[Must, ...]
    wishes: tuple[Wish, ...]
    cross_role: CrossRole = "recovery"
    goal_race: int | None = None  # position in the week
    tune_ups: tuple[int, ...] = ()
    given: bool = False
    layered: bool = False
    no_gym: bool = False
    paused: StrengthPhase | None = None
    eased: bool = False
    back: int = 0

    def count(self, kind: DayKind) -> int:
        """Return how many days of a kind the week has."""
        return sum(ask.count for ask in self.kinds if ask.kind == kind)

    @property
    def length(self) -> int:
        """Days in this microcycle."""
        return len(self.weekdays)


@frozen
class PlacedDay:
    """What stands on a day, and why: reasons for the run (or rest) and for the lift."""

    kind: DayKind
    lift: LiftKind | None
    reasons: tuple[Reason, ...] = ()
    lift_reasons: tuple[Reason, ...] = ()


@frozen
class PlacedWeek:
    """A frame with its days chosen. ``fewer``: why a given week has fewer lifts than asked, a rule each."""

    frame: Frame
    days: tuple[PlacedDay, ...]
    fewer: tuple[Reason, ...] = ()


@frozen
class Clash:
    """Wishes that cannot all be kept: a smallest such set, the weeks concerned, one change that would do."""

    weeks: tuple[int, ...]
    asks: tuple[Must | LiftAsk | KindAsk, ...]
    rules: tuple[str, ...]
    remedy: str
