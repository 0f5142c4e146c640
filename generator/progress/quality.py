"""Which quality run stands in a week, and how much of it: the family in turn, the dose by week and phase."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from generator.frozen import frozen
from generator.model.library import RACE_TARGETS, Library, RaceClass, SessionArchetype
from generator.model.plan import Repeat, Step
from generator.model.vocabulary import RunningPhase, Unit
from generator.progress.paces import Paces
from generator.rules.rule import Params

FIRST_SHARE = 0.45  # of the way from the smallest dose to the largest, in a phase's first week
ALIKE = 0.15  # doses this close count as the same, so that the sessions can vary
#: Length of repetitions from a phase's first to its last week: 0 the family's shortest, 1 its longest.
_LENGTHS: dict[str, tuple[float, float]] = {"base": (0.0, 0.4), "build": (0.2, 0.8), "specific": (0.6, 1.0)}
#: Families without a published cap: this project's own limits, as a share of the week and in meters.
_OWN_CAPS = {"hills": (0.05, 5_000), "hard": (0.08, 10_000), "10k": (0.10, 10_000), "half-marathon": (0.15, 16_000)}
_CAPPED_AS = {
    "threshold": "threshold",
    "interval": "interval",
    "3k": "interval",
    "5k": "interval",
    "repetition": "repetition",
    "mile": "repetition",
    "marathon": "marathon",
}


@frozen
class Ask:
    """What a quality run has to fit: the week's volume for the caps, the meters left for it, phase and race.

    ``progress`` is 0 in the phase's first week and 1 in its last. ``eased`` is the share of the dose that is left
    in cutback and taper weeks, else 1. ``last`` is the archetype run before in the family.
    """

    family: str
    unit: Unit
    volume_m: int
    most_m: int
    progress: float
    eased: float
    running: RunningPhase
    race: RaceClass | None
    last: str | None


@frozen
class Chosen:
    """An archetype with its dose. ``between_m`` is all that lies between warm-up and cool-down."""

    archetype: SessionArchetype
    reps: int
    steps: tuple[Step | Repeat, ...]
    work_m: float
    between_m: float

    @property
    def exact(self) -> bool:
        """True if every step is given by distance."""
        return all(step.distance_m is not None for step in _flat(self.steps))


def choose(ask: Ask, library: Library, paces: Paces, caps: Params) -> Chosen:
    """Return the quality run of a week; strides where the family's smallest dose is too much."""
    found = _fitting(ask, library, paces, caps)
    if not found:
        return strides(ask, library, paces)
    least, most = found[0].work_m, found[-1].work_m
    wanted = least + (most - least) * (FIRST_SHARE + (1 - FIRST_SHARE) * ask.progress)
    wanted *= ask.eased

    order = list(dict.fromkeys(dose.archetype.id for dose in sorted(found, key=_length)))

    def distance(one: Chosen) -> tuple[bool, bool, float, float]:
        off = abs(one.work_m - wanted) / wanted
        longer = order.index(one.archetype.id) / max(1, len(order) - 1)
        return off > ALIKE, one.archetype.id == ask.last, round(abs(longer - _wanted_length(ask)), 6), off

    return min(found, key=distance)


def _length(dose: Chosen) -> float:
    return dose.work_m / dose.reps


def _wanted_length(ask: Ask) -> float:
    """How long the repetitions should be, from the family's shortest (0) to its longest (1): longer as it gets real."""
    first, last = _LENGTHS.get(ask.running, (0.2, 0.2))
    return first + (last - first) * ask.progress


def strides(ask: Ask, library: Library, paces: Paces) -> Chosen:
    """Return strides, which fit every week: more of them late in the phase."""
    archetype = library.family("strides")[0]
    spread = archetype.reps_most - archetype.reps_least
    reps = archetype.reps_least + int(spread * ask.progress * (ask.eased >= 1) + 0.5)
    return _chosen(archetype, reps, "10k", paces)


def _fitting(ask: Ask, library: Library, paces: Paces, caps: Params) -> list[Chosen]:
    """All doses of the family that fit, from least to most work; those meant for phase and race if there are any."""
    family = [archetype for archetype in library.family(ask.family) if ask.unit in archetype.units]
    meant = [archetype for archetype in family if _is_meant(archetype, ask)]
    target = RACE_TARGETS[ask.race] if ask.race else "10k"
    for archetypes in (meant, family):
        fitting: list[Chosen] = []
        for archetype in archetypes:
            doses = _doses(archetype, target, paces)
            most = min((cap(dose, ask.volume_m, caps) for dose in doses[:1]), default=0)  # all are for one target
            fitting += [dose for dose in doses if dose.work_m <= most and dose.between_m <= ask.most_m]
        if fitting:
            return sorted(fitting, key=lambda dose: dose.work_m)
    return []


def _is_meant(archetype: SessionArchetype, ask: Ask) -> bool:
    in_phase = not archetype.phases or ask.running in archetype.phases
    return in_phase and (not archetype.races or ask.race is None or ask.race in archetype.races)


@lru_cache(maxsize=1024)
def _doses(archetype: SessionArchetype, race_target: str, paces: Paces) -> tuple[Chosen, ...]:
    """Return an archetype with each number of repetitions that it may have."""
    every = range(archetype.reps_least, archetype.reps_most + 1)
    return tuple(_chosen(archetype, reps, race_target, paces) for reps in every)


@lru_cache(maxsize=4096)
def _steps(archetype: SessionArchetype, reps: int, race_target: str) -> tuple[Step | Repeat, ...]:
    return archetype.steps(reps, race_target)


def _chosen(archetype: SessionArchetype, reps: int, race_target: str, paces: Paces) -> Chosen:
    steps = _steps(archetype, reps, race_target)
    work = paces.metres(steps) - paces.metres(_without_work(steps))
    return Chosen(archetype, reps, steps, work, paces.metres(steps))


def _without_work(steps: tuple[Step | Repeat, ...]) -> tuple[Step | Repeat, ...]:
    found: list[Step | Repeat] = []
    for step in steps:
        if isinstance(step, Repeat):
            found.append(Repeat(step.repeat, _without_work(step.steps)))
        elif step.kind != "work":
            found.append(step)
    return tuple(found)


def _flat(steps: tuple[Step | Repeat, ...]) -> Iterator[Step]:
    for step in steps:
        if isinstance(step, Repeat):
            yield from _flat(step.steps)
        else:
            yield step


def cap(dose: Chosen, volume_m: int, caps: Params) -> float:
    """Return the most meters of work that one session of this kind may hold in a week of that volume."""
    target = next(step.target for step in _flat(dose.steps) if step.kind == "work") or ""
    if target in _OWN_CAPS:
        share, most = _OWN_CAPS[target]
        return min(share * volume_m, most)
    return target_cap(target, volume_m, caps)


def is_capped_by_rule(dose: Chosen) -> bool:
    """True if the rule ``quality-cap`` limits this kind of work, not this project's own limit or none."""
    return any(step.target in _CAPPED_AS for step in _flat(dose.steps) if step.kind == "work")


def target_cap(target: str, volume_m: int, caps: Params) -> float:
    """Return the cap that the rule ``quality-cap`` sets for a target, in meters; no cap for strides."""
    family = _CAPPED_AS.get(target)
    if family is None:
        return float(volume_m)
    most: Any = caps.get(f"{family}_m", volume_m)
    return min(volume_m * float(caps[f"{family}_share"]) / 100, float(most))
