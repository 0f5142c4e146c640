"""Weeks that belong together made phases: one for each stretch of the same running and the same strength."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby

from generator.language import N_, _
from generator.model.definition import Authored, CalendarStrength, Keys, PhaseText, Running, Strength
from generator.model.fields import Sessions
from generator.model.finding import Place
from generator.model.vocabulary import INTENSE_PHASES, RunningPhase, StrengthPhase
from generator.settle.facts import WeekFacts
from generator.settle.running import RunningFound
from generator.settle.strength import StrengthFound
from generator.settle.written import gone_on, places_of

_TITLES: dict[tuple[RunningPhase, StrengthPhase], str] = {
    ("build", "base"): N_("Base beside quality runs"),
}
_BY_STRENGTH: dict[StrengthPhase, str] = {
    "base": N_("Base"),
    "base_hold": N_("Base weight held"),
    "heavy": N_("Heavy"),
    "power": N_("Power"),
    "maintenance": N_("Maintenance"),
    "taper": N_("Taper"),
    "off": N_("Before the base"),
}
_BY_RUNNING: dict[RunningPhase, str] = {"taper": N_("Taper and race"), "transition": N_("After the race")}
LEAST_IN_BASE = "2"
#: Short sessions beside the key lifts, at most: in the base the two or three base lifts are all.
_MOST_SHORT: dict[StrengthPhase, int] = {"base": 0, "base_hold": 1, "maintenance": 1, "off": 1}


def found_blocks(
    authored: Authored, weeks: Sequence[WeekFacts], running: Sequence[RunningFound], strength: Sequence[StrengthFound]
) -> Authored:
    """Return the definition with a phase for each stretch of alike weeks after the author's own phases."""
    phases = list(authored.definition.phases)
    places = dict(authored.places)
    alike = groupby(range(len(weeks)), key=lambda i: (running[i].kind, strength[i].kind, strength[i].block))
    for _key, group in alike:
        indexes = list(group)
        found = strength[indexes[0]]
        done = sum(one.block == found.block for one in strength[: indexes[0]])
        phases.append(_block(authored, [weeks[i] for i in indexes], [running[i] for i in indexes], found, phases, done))
        places |= _places(authored, len(phases) - 1, phases[-1].strength, found)
    return replace(authored, definition=replace(authored.definition, phases=tuple(phases)), places=places)


def _block(
    authored: Authored,
    weeks: Sequence[WeekFacts],
    running: Sequence[RunningFound],
    strength: StrengthFound,
    before: Sequence[PhaseText],
    done: int,
) -> PhaseText:
    kind = running[0].kind
    title = _title(authored, kind, strength)
    return PhaseText(
        id=_slug(title, before),
        title=title if _is_own(authored, strength) else _(title),
        weeks=len(weeks),
        running=Running(
            kind=kind,
            runs=min(12, max(1, max(_runs(week) for week in weeks))),
            cutback=tuple(number for number, week in enumerate(running, 1) if week.cutback),
        ),
        strength=_strength(authored, strength, kind, done),
        purpose="",
    )


def _title(authored: Authored, kind: RunningPhase, strength: StrengthFound) -> str:
    if strength.block is not None and _is_own(authored, strength):
        return authored.definition.strength.phases[strength.block].title
    by_running = _BY_RUNNING.get(kind)
    return by_running or _TITLES.get((kind, strength.kind)) or _BY_STRENGTH[strength.kind]


def _is_own(authored: Authored, strength: StrengthFound) -> bool:
    """True if the author gave the phase its title."""
    return strength.block is not None and bool(authored.definition.strength.phases[strength.block].title)


def _slug(title: str, before: Sequence[PhaseText]) -> str:
    """Return the English title as an address, the same in every language; a number follows where it is taken."""
    plain = "".join(letter if letter.isascii() and letter.isalnum() else "-" for letter in title.lower())
    slug = "-".join(part for part in plain.split("-") if part)[:50].strip("-") or "phase"
    taken = {block.id for block in before} | {"calendar", "plan", "index", "this-week"}
    return next(name for n in range(1, 1000) if (name := slug if n == 1 else f"{slug}-{n}") not in taken)


def _strength(authored: Authored, strength: StrengthFound, kind: RunningPhase, done: int) -> Strength:
    given = authored.definition.strength
    if strength.block is not None:
        block = given.phases[strength.block]
        return Strength(
            kind=block.kind,
            sessions=block.sessions,
            abbreviated=block.abbreviated,
            every=block.every,
            programme=gone_on(block, done),
        )
    short = 0 if kind in ("taper", "transition") else min(given.abbreviated, _MOST_SHORT.get(strength.kind, 2))
    return Strength(kind=strength.kind, sessions=_sessions(given, strength.kind, kind), abbreviated=short)


def _sessions(given: CalendarStrength, strength: StrengthPhase, running: RunningPhase) -> Sessions | None:
    """The author's number where lifting builds; a base never has fewer than two, and intense weeks need but one."""
    if strength == "base_hold" and running in INTENSE_PHASES:
        return "0-1" if running == "taper" else "1"
    if strength == "base" and given.sessions is not None and given.sessions[-1] in "01":
        return LEAST_IN_BASE
    return given.sessions if strength in ("base", "heavy", "power") else None


def _places(authored: Authored, index: int, written: Strength, strength: StrengthFound) -> dict[Keys, Place]:
    """A found phase is mended in the calendar's own lines or under strength:."""
    keys = ("phases", index)
    said: Keys = ("strength",) if strength.block is None else ("strength", "phases", strength.block)
    at_strength = authored.place(*said) if said in authored.places else authored.key_place("calendar")
    here = authored.key_place("calendar")
    found: dict[Keys, Place] = {keys: here, (*keys, "running"): here, (*keys, "strength"): at_strength}
    for name in ("sessions", "abbreviated", "kind"):
        found[*keys, "strength", name] = (
            authored.place(*said, name) if (*said, name) in authored.places else at_strength
        )
    if strength.block is not None:
        block = authored.definition.strength.phases[strength.block]
        found |= {(*keys, "strength", *below): at for below, at in places_of(authored, said, block, written)}
    return found


def _runs(week: WeekFacts) -> int:
    return sum(session.kind != "cross" for day in week.days for session in day.sessions)
