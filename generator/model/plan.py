"""The expanded plan, ``hardday/plan@1``: plain frozen data, all that audit and rendering see.

Distances are metres, durations seconds, days counted from 0 at the plan's first day, weeks from 1. Keys beyond
the contract are marked *added*; none of the contract's keys may be renamed.
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.frozen import frozen
from generator.model.finding import Finding
from generator.model.vocabulary import (
    CrossRole,
    DayKind,
    LiftKind,
    RunKind,
    RunningPhase,
    Slot,
    StrengthPhase,
    Unit,
    Weekday,
    WeekStart,
)

FORMAT = "hardday/plan@1"


@frozen
class Reason:
    """Why a session stands where it stands: the rule's slug (or ``wish``) and a sentence."""

    rule: str
    text: str


@frozen
class Step:
    """One part of a run: by distance or by time. ``kind``: warmup, work, recovery, steady, walk, cooldown."""

    kind: str
    distance_m: int | None = None
    duration_s: int | None = None
    target: str | None = None
    rpe: tuple[int, int] | None = None
    note: str | None = None


@frozen
class Repeat:
    """Steps done ``repeat`` times over."""

    repeat: int
    steps: tuple[Step | Repeat, ...]


@frozen
class Run:
    """A run. ``distance_m`` is None only for runs given by time alone. ``rpe`` is the CR10 band.

    Added: ``least_m`` and ``least_s`` where a calendar gives a range (``distance_m`` and ``duration_s`` are its upper
    end), ``optional`` where it leaves the run to the athlete (``rest or easy 5 km``).
    """

    order: int
    kind: RunKind
    distance_m: int | None
    duration_s: int | None
    rpe: tuple[int, int]
    steps: tuple[Step | Repeat, ...]
    reasons: tuple[Reason, ...]
    title: str = ""
    purpose: str = ""
    family: str | None = None
    sport: str = "run"
    least_m: int | None = None
    least_s: int | None = None
    optional: bool = False


@frozen
class Cross:
    """Cross-training: ``recovery`` (no lift may stand on its day) or ``aerobic`` (hosts a short lift).

    ``duration_s`` is None where a given calendar does not say how long it is.
    """

    order: int
    kind: CrossRole
    duration_s: int | None
    rpe: tuple[int, int]
    reasons: tuple[Reason, ...]
    title: str = ""
    sport: str = "cross"
    optional: bool = False


@frozen
class Prescription:
    """One exercise's dose. ``rir``: repetitions left in reserve. ``percent_1rm`` is a starting hint.

    Added: ``rir_min`` (the lower end where a band is meant), ``hold_s`` (seconds each repetition is held),
    ``weaker_side_first`` and ``extra_weak_side_sets`` for one-sided work, ``note``. Of a written program: the upper
    ends of ranges, whose lower ends stand in the contract's keys, and ``load``, how heavy it is in its own words.
    """

    id: str
    slot: Slot
    sets: int
    reps: int
    rir: int
    percent_1rm: int | None
    rest_s: int
    per_side: bool
    rir_min: int | None = None
    hold_s: int | None = None
    weaker_side_first: bool = False
    extra_weak_side_sets: int = 0
    note: str | None = None
    sets_most: int | None = None
    reps_most: int | None = None
    percent_most: int | None = None
    hold_most_s: int | None = None
    rest_most_s: int | None = None
    load: str = ""


@frozen
class Alternative:
    """What a runner without a professional's sign-off does instead of a loaded session."""

    kind: LiftKind
    exercises: tuple[Prescription, ...]


@frozen
class Lift:
    """A strength session, always after the day's run.

    Added: title, duration_s, warm_up; ``written``, the name that a written program gives the session.
    """

    order: int
    kind: LiftKind
    exercises: tuple[Prescription, ...]
    reasons: tuple[Reason, ...]
    unless_signed_off: Alternative | None = None
    title: str = ""
    duration_s: int | None = None
    warm_up: tuple[str, ...] = ()
    sport: str = "strength"
    written: str = ""


Session = Run | Cross | Lift


@frozen
class Day:
    """A day and its sessions in order; a rest day has none. Added: reasons of a rest day."""

    day: int
    weekday: Weekday
    date: str | None
    kind: DayKind
    sessions: tuple[Session, ...]
    reasons: tuple[Reason, ...] = ()

    @property
    def runs(self) -> tuple[Run, ...]:
        """The day's runs."""
        return tuple(s for s in self.sessions if isinstance(s, Run))

    @property
    def lifts(self) -> tuple[Lift, ...]:
        """The day's strength sessions."""
        return tuple(s for s in self.sessions if isinstance(s, Lift))

    @property
    def crosses(self) -> tuple[Cross, ...]:
        """The day's cross-training sessions."""
        return tuple(s for s in self.sessions if isinstance(s, Cross))


@frozen
class Assessment:
    """Added: the right-left tests of a base's first week and the re-test of its last."""

    kind: str  # first | retest
    tests: tuple[str, ...]


@frozen
class Change:
    """Added: what a layer changed in a week, in a sentence; why, in the athlete's words; and which layer it was."""

    text: str
    because: str
    layer: str


@frozen
class Week:
    """One microcycle (seven days unless the plan says otherwise).

    Added: ``given`` where a calendar fixes the runs; ``fewer`` says for a given week why it has fewer lifts than asked,
    a rule each; ``changes`` say what layers changed; ``planned_m``, the distance that
    a week had before an illness cut it short.
    """

    number: int
    phase: str
    cutback: bool
    run_distance_m: int
    running: RunningPhase
    strength: StrengthPhase
    days: tuple[Day, ...]
    assessment: Assessment | None = None
    repeats: bool = False
    deload: bool = False
    given: bool = False
    fewer: tuple[Reason, ...] = ()
    changes: tuple[Change, ...] = ()
    planned_m: int | None = None

    @property
    def runs(self) -> Iterator[Run]:
        """The week's runs in order."""
        return (run for day in self.days for run in day.runs)

    @property
    def lifts(self) -> Iterator[Lift]:
        """The week's strength sessions in order."""
        return (lift for day in self.days for lift in day.lifts)


@frozen
class Phase:
    """A stretch of weeks with one purpose. Added: purpose, enter_when, leave_when."""

    id: str
    title: str
    first_week: int
    last_week: int
    running: RunningPhase
    strength: StrengthPhase
    purpose: str = ""
    enter_when: tuple[str, ...] = ()
    leave_when: tuple[str, ...] = ()


@frozen
class Race:
    """A race: the goal race or, in ``tune_ups``, a lesser one."""

    distance_m: int
    week: int
    day: int
    name: str = ""


@frozen
class DatedRace:
    """Added: a real race that the plan leads to: its slug in addresses, its name, its day, and the plan's first day.

    ``date`` and ``start`` are ISO dates; the plan's race day falls on ``date``.
    """

    id: str
    name: str
    date: str
    start: str


@frozen
class Override:
    """A rule's parameter set otherwise than by default, with the reason that is published."""

    rule: str
    parameter: str
    value: int | float | str | bool | tuple[str, ...]
    because: str = ""


@frozen
class Plan:
    """An expanded plan: every week, day, session, reason and finding."""

    id: str
    title: str
    units: Unit
    week_starts: WeekStart
    start: str | None
    race: Race | None
    signed_off: bool
    base_done: bool
    beyond_the_article: bool
    phases: tuple[Phase, ...]
    weeks: tuple[Week, ...]
    findings: tuple[Finding, ...]
    format: str = FORMAT
    tune_ups: tuple[Race, ...] = ()
    audience: str = "recreational"
    policy: str = "hard-hard"
    overrides: tuple[Override, ...] = ()
    staged: bool = False
    rolling: bool = False
    microcycle_days: int = 7
    sources: tuple[str, ...] = ()
    big_lifts: tuple[str, ...] = ()
    source: str = ""
    licence: str = ""
    races: tuple[DatedRace, ...] = ()

    @property
    def days(self) -> Iterator[Day]:
        """All days in order."""
        return (day for week in self.weeks for day in week.days)

    def phase(self, phase_id: str) -> Phase:
        """Return the phase of that id; KeyError if the plan has none."""
        for phase in self.phases:
            if phase.id == phase_id:
                return phase
        raise KeyError(phase_id)
