"""What differs in a plan as a whole: its races, its runner at the start, its rules. Every field is told of."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.compare.change import Change, What, turned
from generator.compare.lengths import distance, distances
from generator.compare.numbering import Numbering, lines_turned
from generator.model.plan import DatedRace, Override, Plan, Race

#: Fields whose value is told as it stands, and what each is called.
_PLAIN: tuple[tuple[str, What, str], ...] = (
    ("title", "text", "title:"),
    ("units", "plan", "distances are shown in"),
    ("week_starts", "plan", "the week starts on"),
    ("start", "race", "first day:"),
    ("audience", "plan", "for runners who are"),
    ("policy", "rules", "policy:"),
    ("microcycle_days", "plan", "days in a training week:"),
    ("source", "text", "source:"),
    ("licence", "text", "license:"),
    ("format", "plan", "format:"),
)
_HOLDS: tuple[tuple[str, str], ...] = (
    ("signed_off", "lifts signed off at the start:"),
    ("base_done", "strength base done at the start:"),
    ("beyond_the_article", "heavy sets of fewer than six:"),
    ("staged", "in stages, each until its goals are met:"),
    ("rolling", "begins again and again:"),
)


def plan_facts(old: Plan, new: Plan, found: Numbering) -> Iterator[Change]:
    """Yield what differs in the plan as a whole, but for its phases and weeks."""
    for name, what, said in _PLAIN:
        before, after = getattr(old, name), getattr(new, name)
        if before != after:
            yield turned(what, said, str(before or "none"), str(after or "none"))
    for name, said in _HOLDS:
        if getattr(old, name) != getattr(new, name):
            yield turned("plan", said, *("yes" if getattr(plan, name) else "no" for plan in (old, new)))
    yield from _race("race", old.race, new.race, old, new, found)
    yield from _tune_ups(old, new, found)
    yield from _dated(old.races, new.races)
    yield from _overrides(old.overrides, new.overrides)
    yield from lines_turned("sources:", old.sources, new.sources)
    yield from lines_turned("big lifts:", old.big_lifts, new.big_lifts)


def _race(said: str, one: Race | None, other: Race | None, old: Plan, new: Plan, found: Numbering) -> Iterator[Change]:
    if one is None or other is None:
        if one is not other:
            sides = (_race_text(race, plan) if race else "none" for race, plan in ((one, old), (other, new)))
            yield turned("race", f"{said}:", *sides)
        return
    if one.distance_m != other.distance_m:
        yield turned("race", said, *distances(one.distance_m, other.distance_m, new.units))
    if one.name != other.name:
        yield turned("race", f"{said}'s name:", one.name or "none", other.name or "none")
    same_day = _in_week(one, old) == _in_week(other, new) or old.week_starts != new.week_starts
    moved = _now(one, old, found) != other.week or not same_day or _day(one, old) != _day(other, new)
    if moved or (old.weeks == new.weeks and one.day != other.day):
        yield turned("race", f"{said}:", _when(one, old), _when(other, new))


def _now(race: Race, old: Plan, found: Numbering) -> int | None:
    """Return the number that a race's week has now; its own where a stranger's plan has no such week."""
    return found.now(race.week) if any(week.number == race.week for week in old.weeks) else race.week


def _when(race: Race, plan: Plan) -> str:
    return f"week {race.week}, {_day(race, plan)}"


def _day(race: Race, plan: Plan) -> str:
    return next((day.weekday for day in plan.days if day.day == race.day), f"day {race.day}")


def _in_week(race: Race, plan: Plan) -> int:
    first = next((week.days[0].day for week in plan.weeks if week.number == race.week and week.days), 0)
    return race.day - first


def _race_text(race: Race, plan: Plan) -> str:
    name = f"{race.name}, " if race.name else ""
    return f"{name}{distance(race.distance_m, plan.units)} in {_when(race, plan)}"


def _tune_ups(old: Plan, new: Plan, found: Numbering) -> Iterator[Change]:
    """Tune-up races are told apart by their week."""
    left = list(new.tune_ups)
    for race in old.tune_ups:
        other = next((each for each in left if each.week == _now(race, old, found)), None)
        if other is not None:
            left.remove(other)
            yield from _race(f"tune-up race of week {other.week}", race, other, old, new, found)
        else:
            yield Change("race", f"no tune-up race any more: {_race_text(race, old)}", "tune-up", _race_text(race, old))
    for race in left:
        yield Change("race", f"a tune-up race: {_race_text(race, new)}", "tune-up", "", _race_text(race, new))


def _dated(old: Sequence[DatedRace], new: Sequence[DatedRace]) -> Iterator[Change]:
    before, after = {race.id: race for race in old}, {race.id: race for race in new}
    for name in [*before, *(name for name in after if name not in before)]:
        one, other = before.get(name), after.get(name)
        if one is None or other is None:
            race = one or other
            assert race is not None
            side = "is no longer planned for" if other is None else "is planned for"
            sides = (race.date, "") if other is None else ("", race.date)
            yield Change("race", f"{race.name} ({race.date}) {side}", race.name, *sides)
            continue
        if one.name != other.name:
            yield turned("race", "the race", one.name, other.name)
        if one.date != other.date:
            yield turned("race", f"{other.name} is on", one.date, other.date)
        if one.start != other.start and (one.date == other.date):
            yield turned("race", f"first day for {other.name}:", one.start, other.start)


def _overrides(old: Sequence[Override], new: Sequence[Override]) -> Iterator[Change]:
    before, after = ({(each.rule, each.parameter): each for each in side} for side in (old, new))
    for key in [*before, *(key for key in after if key not in before)]:
        one, other = before.get(key), after.get(key)
        if one == other:
            continue
        values = tuple("as by default" if each is None else _value(each) for each in (one, other))
        if values[0] != values[1]:
            yield turned("rules", f"rule {key[0]}, {key[1]}:", *values)
        reasons = tuple(each.because if each else "" for each in (one, other))
        if reasons[0] != reasons[1]:
            yield turned("rules", f"rule {key[0]}, because:", *(reason or "nothing" for reason in reasons))


def _value(override: Override) -> str:
    value = override.value
    return ", ".join(value) if isinstance(value, tuple) else str(value)
