"""The shared library, typed: exercises and the archetypes of quality runs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from typing import Any, Literal

from generator.frozen import frozen
from generator.model.plan import Repeat, Step
from generator.model.step_text import TARGETS, Workout
from generator.model.vocabulary import Family, RunningPhase, Slot, Unit

RaceClass = Literal["5k", "10k", "half marathon", "marathon", "ultra"]
RACE_CLASSES: tuple[tuple[RaceClass, int], ...] = (
    ("5k", 7_000),
    ("10k", 15_000),
    ("half marathon", 30_000),
    ("marathon", 43_000),
)
RACE_TARGETS: dict[RaceClass, str] = {
    "5k": "5k",
    "10k": "10k",
    "half marathon": "half-marathon",
    "marathon": "marathon",
    "ultra": "marathon",
}


def race_class(distance_m: int) -> RaceClass:
    """Return the class of race that a distance in meters is nearest to in kind."""
    return next((name for name, most in RACE_CLASSES if distance_m <= most), "ultra")


@frozen
class Exercise:
    """An exercise as its page and its doses know it. ``level`` runs from 1 (first step) to 5 within the slot."""

    slug: str
    name: str
    slot: Slot
    big: bool
    sides: Literal["one", "both"]
    level: int
    equipment: tuple[str, ...]
    purpose: str
    cues: tuple[str, ...]
    faults: tuple[str, ...]
    not_when: tuple[str, ...]
    abbreviated: bool
    loaded: bool
    unit: Literal["reps", "holds"]
    easier: str | None = None
    harder: str | None = None

    @property
    def per_side(self) -> bool:
        """True if the dose counts for each side."""
        return self.sides == "one"


@frozen
class SessionArchetype:
    """A kind of quality run whose repetitions grow with the phase and the week.

    ``repetition`` and ``recovery`` are written as in workouts (``800 m``, ``400 m jog``); without a recovery the
    repetitions are one stretch (``5 km at marathon effort``). ``target`` is ``race`` for the plan's own race.
    """

    id: str
    family: Family
    title: str
    purpose: str
    rpe: tuple[int, int]
    target: str
    repetition: str
    recovery: str
    reps_least: int
    reps_most: int
    units: tuple[Unit, ...] = ("km", "mi")
    phases: tuple[RunningPhase, ...] = ()
    races: tuple[RaceClass, ...] = ()

    def titled(self, reps: int) -> str:
        """Return the title for a number of repetitions."""
        return self.title.replace("{reps}", str(reps))

    def steps(self, reps: int, race_target: str) -> tuple[Step | Repeat, ...]:
        """Return the steps between warm-up and cool-down; ValueError if the archetype's texts can't be read."""
        target = race_target if self.target == "race" else self.target
        if target not in TARGETS:
            raise ValueError(f"'{target}' is not a known effort; expected one of {', '.join(TARGETS)}, race")
        if not self.recovery:
            stretch = Workout.parse(f"{self.repetition} @ {target}").steps[0]
            assert isinstance(stretch, Step)
            if stretch.distance_m is None:
                return (Step("work", duration_s=(stretch.duration_s or 0) * reps, target=target, rpe=self.rpe),)
            return (Step("work", distance_m=stretch.distance_m * reps, target=target, rpe=self.rpe),)
        read = Workout.parse(f"{reps} x {self.repetition} @ {target} / {self.recovery}").steps[0]
        assert isinstance(read, Repeat)
        work, rest = read.steps
        assert isinstance(work, Step)
        felt = Step("work", work.distance_m, work.duration_s, target, self.rpe)
        return (Repeat(reps, (felt, rest)),)


@frozen
class Library:
    """All that plans share. ``tests`` are the slugs of the right-left tests, ``sources`` those of the bibliography.

    ``texts`` holds every file of the library by its name (``exercises``, ``glossary``, ...), each value as text.
    """

    exercises: Mapping[str, Exercise]
    sessions: tuple[SessionArchetype, ...]
    tests: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    texts: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)

    def family(self, family: str) -> tuple[SessionArchetype, ...]:
        """Return a family's archetypes in the library's order."""
        return tuple(archetype for archetype in self.sessions if archetype.family == family)


#: For what needs nothing of it: plans without a written program.
NO_LIBRARY = Library({}, ())
