"""One strength session made whole: exercises in order, doses, warm-up, what to do without a sign-off.

Nothing here moves a lift or makes it harder. After a very long run a heavy lift becomes a maintenance lift, and no
lift there has a deadlift or more than two sets.
"""

from __future__ import annotations

from generator.frozen import frozen
from generator.language import N_, _
from generator.model.frame import Frame, PlacedDay, PlacedWeek
from generator.model.library import Library
from generator.model.plan import Alternative, Lift, Prescription, Reason, Run, Step
from generator.model.vocabulary import INTENSE_PHASES, KEY_LIFTS, Audience, LiftKind
from generator.progress import doses, selection
from generator.progress.selection import Pick, Place, Tier
from generator.progress.strength import StrengthWeek
from generator.progress.words import eased_lift, plain_reason
from generator.progressions.row import Row
from generator.rules.rule import Params

EASED_SETS = 2
MANY_SETS = 99
GENTLE: frozenset[str] = frozenset({"first-timer", "returning"})
FIRST_TIER_WEEKS = 4
_TITLES: dict[LiftKind, str] = {
    "base": N_("Base lift"),
    "heavy": N_("Heavy lift"),
    "maintenance": N_("Maintenance lift"),
    "abbreviated": N_("Short lift, bodyweight and single leg"),
    "primer": N_("Primer"),
}


def title(kind: LiftKind) -> str:
    """Return what a session of that kind is called."""
    return _(_TITLES[kind])


def warm_up() -> tuple[str, ...]:
    """Return the lines before a session with big lifts."""
    return (
        _("Straight after the run you are warm already. Hours later: 5 minutes easy, then 4 or 5 mobility drills."),
        _("Then ramp up to the first lift: 8 reps at 40%, 5 at 60%, 3 at 75% of today's weight."),
    )


def short_warm_up() -> tuple[str, ...]:
    """Return the line before a session without big lifts."""
    return (_("Straight after the run you are warm already. Hours later: 5 minutes easy."),)


@frozen
class LiftAt:
    """A lift's surroundings: its week, its place among the week's key lifts, the day's run, and what is shared."""

    frame: Frame
    week: StrengthWeek
    place: Place
    side: bool  # the week has no other lift for the side of the hip
    very_long: bool
    audience: Audience
    big_lifts: tuple[str, ...]
    library: Library

    @property
    def most_sets(self) -> int:
        """The most sets of any exercise: two after a very long run and in intense running phases."""
        return EASED_SETS if self.very_long or self.frame.running in INTENSE_PHASES else MANY_SETS

    def tier(self, kind: LiftKind) -> Tier:
        """Return how hard the smaller exercises may be."""
        if self.audience in GENTLE:
            early = 1 <= self.week.base_week <= FIRST_TIER_WEEKS
            return "first" if early else "base"
        return "base" if kind == "base" else "loaded"


def is_very_long(run: Run | None, easy_pace: float, p: Params) -> bool:
    """True for a long run after which lifting is light; ``p`` are the parameters of ``long-run-then-light``.

    The time is told by the easy pace (seconds per km), so that a runner who goes slowly is not misjudged.
    """
    if run is None or run.kind != "long":
        return False
    seconds = max(run.duration_s or 0, (run.distance_m or 0) / 1000 * easy_pace)
    at_effort = sum(s.distance_m or 0 for s in run.steps if isinstance(s, Step) and s.target == "marathon")
    return bool(
        seconds >= p["minutes"] * 60 or (run.distance_m or 0) >= p["distance_m"] or at_effort >= p["marathon_m"]
    )


def places(placed: PlacedWeek) -> dict[int, Place]:
    """Return the place of each key lift of a week, by position."""
    found = [i for i, day in enumerate(placed.days) if day.lift in KEY_LIFTS]
    return {position: Place(index, len(found), placed.frame.number) for index, position in enumerate(found)}


@frozen
class Dosing:
    """What a key lift's doses come from: the kind it has become, its row, how hard, its exercises and their parts.

    ``most_sets`` caps every exercise; ``base_week`` counts from 1 in a base lift (0 in any other); ``contacts`` are
    the jumps before it.
    """

    kind: LiftKind
    row: Row
    tier: Tier
    picks: tuple[Pick, ...]
    most_sets: int
    base_week: int
    contacts: int

    def exercises(self, library: Library) -> tuple[Prescription, ...]:
        """Return the session's doses in order, jumps first."""
        jumps = doses.jumps(self.contacts, library) if self.contacts else ()
        return (
            *jumps,
            *(doses.prescribed(pick, self.row, self.kind, self.base_week, self.most_sets) for pick in self.picks),
        )


def dosing(kind: LiftKind, at: LiftAt) -> Dosing:
    """Return what a key lift of that kind is dosed by; after a very long run a heavy lift is a maintenance lift."""
    lowered: LiftKind = "maintenance" if kind == "heavy" and at.very_long else kind
    tier = at.tier(lowered)
    return Dosing(
        kind=lowered,
        row=at.week.for_lift(lowered, at.frame.strength),
        tier=tier,
        picks=_picked(lowered, at, tier),
        most_sets=at.most_sets,
        base_week=at.week.base_week if lowered == "base" else 0,
        contacts=at.week.jumps if lowered == "heavy" else 0,
    )


def dosing_unsigned(kind: LiftKind, at: LiftAt) -> Dosing:
    """Return what the session for runners without a sign-off is dosed by: the same movements at base load."""
    tier: Tier = "first" if at.tier("base") == "first" else "base"
    return Dosing("base", at.week.hold, tier, _picked(kind, at, tier), at.most_sets, at.week.base_week, 0)


def lift(day: PlacedDay, kind: LiftKind, at: LiftAt, order: int) -> Lift:
    """Return the day's strength session; ``order`` puts it after the day's run."""
    reasons = day.lift_reasons or (plain_reason("lift"),)
    if kind == "abbreviated":
        return _light(kind, doses.short_session(at.library, at.frame.cutback), reasons, order)
    if kind == "primer":
        return _light(kind, doses.primer(at.library), reasons, order)
    dosed = dosing(kind, at)
    exercises, lowered = dosed.exercises(at.library), dosed.kind
    return Lift(
        order=order,
        kind=lowered,
        exercises=exercises,
        reasons=(*reasons, eased_lift()) if at.very_long else reasons,
        unless_signed_off=None if lowered == "base" else unsigned(lowered, at),
        title=title(lowered),
        duration_s=doses.duration_s(exercises, lowered),
        warm_up=warm_up(),
    )


def _light(kind: LiftKind, exercises: tuple[Prescription, ...], reasons: tuple[Reason, ...], order: int) -> Lift:
    length = doses.duration_s(exercises, kind)
    return Lift(order, kind, exercises, reasons, title=title(kind), duration_s=length, warm_up=short_warm_up())


def unsigned(kind: LiftKind, at: LiftAt) -> Alternative:
    """The same movements at base load, for as long as nobody has signed the lifts off."""
    return Alternative("base", dosing_unsigned(kind, at).exercises(at.library))


def _picked(kind: LiftKind, at: LiftAt, tier: Tier) -> tuple[Pick, ...]:
    if at.very_long:
        return selection.after_very_long_run(at.big_lifts, at.place, tier, at.library)
    if kind == "maintenance":
        if at.frame.strength == "taper":
            return selection.only_big(at.big_lifts, at.place, at.library)
        return selection.maintaining(at.big_lifts, at.place, tier, at.library, at.side)
    return selection.full(at.big_lifts, at.place, tier, at.library)
