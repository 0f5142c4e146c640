"""Layers that change what the plan asks for: a lighter week in another place, one week's days written out.

They make another definition, from which the plan follows as from any other: volumes, quality runs and strength
tables of a generated plan are worked out again; in a given calendar the two weeks' runs change places.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from generator.frozen import frozen
from generator.model.asking import calendar_shift, day_position, given_weeks
from generator.model.definition import Authored, Keys, PhaseText, Progression
from generator.model.finding import Diagnostic, Place, Refused
from generator.model.frame import Frame, PlacedWeek
from generator.model.given import GivenDay
from generator.model.layer import Layer
from generator.model.plan import Plan
from generator.model.units import METRES_PER, Distance, DistanceRange, metres
from generator.model.vocabulary import weekday_of


@frozen
class Rewritten:
    """The definition with such layers worked in; the weeks asked for otherwise now; those of them written out."""

    authored: Authored
    weeks: frozenset[int]
    written_out: frozenset[int]

    def beside(self, before: Sequence[PlacedWeek], now: Sequence[PlacedWeek]) -> tuple[PlacedWeek, ...]:
        """Return those weeks as they are placed now; given by a calendar are those that were so before."""
        pairs = zip(now, before, strict=True)
        return tuple(
            replace(week, frame=replace(week.frame, given=old.frame.given)) if old.frame.number in self.weeks else old
            for week, old in pairs
        )

    def among(self, before: Plan, now: Plan) -> Plan:
        """Return the plan with those weeks changed that are asked for otherwise, and no other."""
        pairs = zip(now.weeks, before.weeks, strict=True)
        return replace(now, weeks=tuple(week if week.number in self.weeks else old for week, old in pairs))


def rewritten(authored: Authored, frames: Sequence[Frame]) -> Rewritten:
    """Return the definition with its lighter weeks moved and its weeks written out.

    ``frames`` are those of the plan without layers; Refused where a week that moves is no lighter one, or can't move.
    """
    faults: list[Diagnostic] = []
    weeks: set[int] = set()
    written_out: set[int] = set()
    found = authored
    for index, layer in enumerate(authored.definition.layers):
        if layer.move_cutback is not None:
            fault = _unmovable(authored, layer, index, frames)
            faults += [fault] if fault else []
            if not fault:
                found = _moved(found, layer.move_cutback.from_week, layer.move_cutback.to_week, frames)
                weeks |= set(range(layer.weeks[0], layer.weeks[-1] + 1))
        elif layer.instead is not None:
            found = _written_out(found, layer, ("layers", index))
            written_out |= {layer.weeks[0]}
    if faults:
        raise Refused(tuple(faults))
    return Rewritten(found, frozenset(weeks | written_out), frozenset(written_out))


def as_allowed(frames: Sequence[Frame], weeks: frozenset[int]) -> tuple[Frame, ...]:
    """Return the frames, of these weeks with no lift that has to be: their runs are written out."""
    return tuple(
        replace(frame, lifts=tuple(replace(ask, least=0, wanted=ask.wanted or ask.least) for ask in frame.lifts))
        if frame.number in weeks
        else frame
        for frame in frames
    )


def _unmovable(authored: Authored, layer: Layer, index: int, frames: Sequence[Frame]) -> Diagnostic | None:
    move = layer.move_cutback
    assert move is not None
    place = authored.place("layers", index, "move_cutback")
    one, other = frames[move.from_week - 1], frames[move.to_week - 1]
    lighter = [str(frame.number) for frame in frames if frame.cutback]
    hint = f"The plan's lighter weeks are {', '.join(lighter)}." if lighter else "The plan has none."
    if not one.cutback:
        return Diagnostic(place, "error", None, f"week {one.number} is not a lighter week", hint)
    if other.cutback:
        return Diagnostic(place, "error", None, f"week {other.number} is a lighter week already", hint)
    calm = other.running in ("taper", "race", "transition")
    if calm or other.goal_race is not None or one.goal_race is not None:
        message = f"week {other.number} belongs to taper or race, which are lighter already"
        return Diagnostic(place, "error", None, message, "Move the lighter week to one that is not.")
    if one.given != other.given:
        message = f"only one of the weeks {one.number} and {other.number} is given by the calendar"
        return Diagnostic(place, "error", None, message, "Write the week out instead: instead: week 9.")
    if one.given and (one.tune_ups or other.tune_ups):
        message = f"weeks {one.number} and {other.number} can't change places: there is a race in one of them"
        return Diagnostic(place, "error", None, message, "Write the week out instead: instead: week 9.")
    return None


def _moved(authored: Authored, from_week: int, to_week: int, frames: Sequence[Frame]) -> Authored:
    d = authored.definition
    lighter = {frame.number for frame in frames if frame.cutback} - {from_week} | {to_week}
    if frames[from_week - 1].given:
        authored = _changed_places(authored, from_week, to_week)
        d = authored.definition
    first, phases = 0, []
    for block in d.phases:
        numbers = range(first + 1, first + block.weeks + 1)
        first += block.weeks
        cutbacks = tuple(place for place, number in enumerate(numbers, 1) if number in lighter)
        phases.append(replace(block, running=replace(block.running, cutback=cutbacks or "none")))
    moved = tuple(phases)
    if not frames[from_week - 1].given:
        moved = _with_listed(moved, from_week, to_week)
    return replace(authored, definition=replace(d, phases=moved))


def _with_listed(phases: tuple[PhaseText, ...], from_week: int, to_week: int) -> tuple[PhaseText, ...]:
    """Move the week's value in distances that are listed week by week; ranges follow by themselves.

    Where only one of the two weeks is listed, its value follows from the week beside it.
    """
    for name in ("volume", "long", "second_long"):
        listed = [value for block in phases for value in _listed(getattr(block.running, name), block.weeks)]
        if listed[from_week - 1] is None and listed[to_week - 1] is None:
            continue
        lighter = listed.pop(from_week - 1)
        listed.insert(to_week - 1, lighter)
        first, changed = 0, []
        for block in phases:
            values = listed[first : first + block.weeks]
            first += block.weeks
            changed.append(_relisted(block, name, values))
        phases = tuple(changed)
    return phases


def _listed(given: Progression | None, weeks: int) -> Sequence[Distance | None]:
    return (None,) * weeks if given is None or isinstance(given, DistanceRange) else given


def _relisted(block: PhaseText, name: str, values: Sequence[Distance | None]) -> PhaseText:
    given = getattr(block.running, name)
    if given is None or isinstance(given, DistanceRange):
        return block
    filled = tuple(_beside(block, given, i) if value is None else value for i, value in enumerate(values))
    changed: dict[str, Any] = {name: filled}
    return replace(block, running=replace(block.running, **changed))


def _beside(block: PhaseText, given: Sequence[Distance], index: int) -> Distance:
    """Return the distance of a week whose own went to another phase, cut back if the week is a lighter one now."""
    run = block.running
    if isinstance(run.cutback, tuple) and index + 1 in run.cutback:
        per = float(METRES_PER[given[index].unit])
        units = int(given[index].metres / per * (1 - run.cutback_by.value / 100) + 0.5)
        return Distance(metres(units, given[index].unit), given[index].unit)
    return given[index - 1] if index else given[min(1, len(given) - 1)]


def _changed_places(authored: Authored, one: int, other: int) -> Authored:
    """Let two given weeks change their runs."""
    shift, d = calendar_shift(authored), authored.definition
    names = {int(name) + shift: name for name in d.calendar if name.isdecimal()}
    changed = dict(d.calendar)
    changed[names[one]], changed[names[other]] = d.calendar[names[other]], d.calendar[names[one]]
    return replace(authored, definition=replace(d, calendar=changed))


def _written_out(authored: Authored, layer: Layer, keys: Keys) -> Authored:
    """Return the definition with the layer's days in a calendar that counts as the plan does."""
    d, week = authored.definition, layer.weeks[0]
    calendar, places = _counted_as_the_plan(authored)
    named = {day_position(name, authored): name for name in layer.given}
    names: list[str] = [weekday_of(position, d.week_starts) for position in range(d.microcycle_days)]
    if d.microcycle_days != 7:
        names = [f"day {position + 1}" for position in range(d.microcycle_days)]
    before = given_weeks(authored).get(week)
    days: dict[str, GivenDay] = {}
    for position, name in enumerate(names):
        ours = named.get(position)
        given = layer.given[ours] if ours is not None else before[position] if before else None
        if given is not None:
            days[name] = given
            at = (*keys, "days", ours) if ours is not None else keys
            places["calendar", str(week), name] = authored.place(*at)
    places["calendar", str(week)] = authored.place(*keys, "instead")
    changed = replace(d, calendar=calendar | {str(week): days}, calendar_starts=None)
    return replace(authored, definition=changed, places=places, key_places={**authored.key_places, **places})


def _counted_as_the_plan(authored: Authored) -> tuple[dict[str, dict[str, GivenDay]], dict[Keys, Place]]:
    """Return the calendar with the plan's own week numbers, and all places with them."""
    shift = calendar_shift(authored)
    calendar = {
        str(int(name) + shift) if name.isdecimal() else name: dict(days)
        for name, days in authored.definition.calendar.items()
    }
    places = {_shifted(keys, shift): place for keys, place in authored.places.items()}
    return calendar, places


def _shifted(keys: Keys, shift: int) -> Keys:
    if len(keys) > 1 and keys[0] == "calendar" and str(keys[1]).isdecimal():
        return ("calendar", str(int(keys[1]) + shift), *keys[2:])
    return keys
