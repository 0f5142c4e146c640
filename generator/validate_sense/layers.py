"""Layers: one thing each, weeks and days that exist, no race taken away, and none that contradicts another."""

from __future__ import annotations

from collections.abc import Iterator

from generator.model.asking import day_position, given_weeks
from generator.model.definition import Authored, Keys
from generator.model.finding import Diagnostic
from generator.model.layer import Layer, LayerKind
from generator.model.layer_days import ill_days, named_positions, plan_weeks
from generator.validate_sense.checking import Known, SenseCheck, count, error, error_at_key, not_a_day

_KINDS: tuple[LayerKind, ...] = ("no_gym", "travel", "ill", "move_cutback", "instead")
#: Pairs that may share a week: what one says, the other leaves alone.
_TOGETHER = (
    {"no_gym", "travel"},
    {"no_gym", "ill"},
    {"no_gym", "instead"},
    {"no_gym", "move_cutback"},
    {"travel", "move_cutback"},
    {"ill", "move_cutback"},
)
_WORDS: dict[LayerKind, str] = {
    "no_gym": "has no gym",
    "travel": "is a week of travel",
    "ill": "has days of illness",
    "move_cutback": "changes places with a lighter week",
    "instead": "is written out",
}


def _sound(authored: Authored) -> Iterator[tuple[Keys, Layer]]:
    """Yield the layers that say one thing, with their keys."""
    for index, layer in enumerate(authored.definition.layers):
        if len(layer.kinds) == 1:
            yield ("layers", index), layer


def _counted_weeks(authored: Authored, known: Known) -> Iterator[Diagnostic]:
    d = authored.definition
    if d.layers and (d.stages or d.rolling) and not d.phases:
        message = "layers need weeks that are counted; stages and rolling plans have none"
        yield error_at_key(authored, ("layers",), message, "Delete layers:, or write phases:.")


def _one_thing(authored: Authored, known: Known) -> Iterator[Diagnostic]:
    for index, layer in enumerate(authored.definition.layers):
        if not layer.kinds:
            message = "the layer does not say what it is"
            yield error(authored, ("layers", index), message, f"Write one of {', '.join(_KINDS)}.")
        for kind in layer.kinds[1:]:
            message = f"the layer is {layer.kind} already; {kind} is another layer"
            yield error_at_key(authored, ("layers", index, kind), message, "Begin a new entry with a dash.")


def _parts(authored: Authored, known: Known) -> Iterator[Diagnostic]:
    """Days, runs and gym belong to travel, written-out days to instead."""
    for keys, layer in _sound(authored):
        if layer.kind != "travel":
            if layer.runs is not None:
                yield error_at_key(authored, (*keys, "runs"), "runs: belongs to travel", "Delete it.")
            if not layer.gym:
                hint = "Write a layer of its own: no_gym: week 9."
                yield error_at_key(authored, (*keys, "gym"), "gym: belongs to travel", hint)
        if layer.kind == "travel":
            if layer.given:
                message = "travel names the days one can run, without saying what is run"
                yield error_at_key(authored, (*keys, "days"), message, "Write days: [tuesday, saturday].")
            elif not layer.days and layer.runs is None:
                message = "travel does not say how many runs are left"
                yield error(authored, (*keys, "travel"), message, "Add days: [tuesday, saturday], or runs: 3.")
        elif layer.kind == "instead":
            if not layer.given:
                message = "instead needs the days and what is run on them"
                hint = "Write days: {tuesday: rest, wednesday: easy 8 km}."
                yield error(authored, (*keys, "days" if layer.days else "instead"), message, hint)
        elif layer.days:
            yield error_at_key(authored, (*keys, "days"), "days: belongs to travel or instead", "Delete it.")


def _weeks_exist(authored: Authored, known: Known) -> Iterator[Diagnostic]:
    last = plan_weeks(authored)
    for keys, layer in _sound(authored):
        at = (*keys, layer.kind)
        outside = next((week for week in layer.weeks if not 1 <= week <= last), None)
        if outside is not None:
            yield error(authored, at, f"week {outside} is not in the plan; it has {count(last, 'week')}")
        elif layer.instead is not None and len(layer.weeks) > 1:
            message = "instead writes out one week; another week is another layer"
            yield error(authored, at, message, f"Write instead: week {layer.weeks[0]}.")


def _days_exist(authored: Authored, known: Known) -> Iterator[Diagnostic]:
    for keys, layer in _sound(authored):
        seen: dict[int, str] = {}
        for index, name in enumerate(layer.named):
            position = day_position(name, authored)
            at = (*keys, "days", name) if layer.given else (*keys, "days", index)
            if position is None:
                yield error_at_key(authored, at, *not_a_day(authored, name))
            elif position in seen:
                yield error_at_key(authored, at, f"'{name}' and '{seen[position]}' are the same day", "Keep one.")
            else:
                seen[position] = name
        if layer.ill is None:
            continue
        names = [name for name in (layer.ill.first_day, layer.ill.last_day) if name]
        wrong = next((name for name in names if day_position(name, authored) is None), None)
        if wrong is not None:
            yield error(authored, (*keys, "ill"), *not_a_day(authored, wrong))
        elif not ill_days(layer, authored):
            message = f"'{layer.ill.text}' runs backwards; {layer.ill.last_day} comes before {layer.ill.first_day}"
            yield error(authored, (*keys, "ill"), message, "Write the first missed day first.")


def _whole_weeks(authored: Authored, known: Known) -> Iterator[Diagnostic]:
    """A week that no calendar gives is written out whole, or not at all."""
    given, days = given_weeks(authored), authored.definition.microcycle_days
    for keys, layer in _sound(authored):
        if layer.instead is None or not layer.given or layer.weeks[0] in given:
            continue
        named = len(named_positions(layer, authored))
        if named < days and named == len(layer.named):
            message = f"week {layer.weeks[0]} is not given by a calendar, and {named} of its {days} days are named"
            yield error(authored, (*keys, "instead"), message, "Write every day; a day without a run is rest.")


def _races(authored: Authored, known: Known) -> Iterator[Diagnostic]:
    """A layer leaves race days alone, and makes none."""
    races = _race_days(authored)
    length = authored.definition.microcycle_days
    for keys, layer in _sound(authored):
        missed = set(ill_days(layer, authored))
        for day, name in races.items():
            week, position = day // length + 1, day % length
            if day in missed:
                yield error(authored, (*keys, "ill"), f"{name} is on one of these days", _WITHOUT_RACE)
            if week not in layer.weeks:
                continue
            away = layer.kind == "travel" and layer.days and position not in named_positions(layer, authored)
            if away or layer.runs == 0:
                message = f"{name} is in week {week}, on a day that is not among these"
                yield error(authored, (*keys, "days" if layer.days else "runs"), message, _WITHOUT_RACE)
        for day_name, given in layer.given.items():
            position = day_position(day_name, authored) or 0
            at, day = (*keys, "days", day_name), (layer.weeks[0] - 1) * length + position
            if day in races and given.kind != "race":
                yield error(authored, at, f"{races[day]} is on {day_name} of week {layer.weeks[0]}", _WITHOUT_RACE)
            elif day not in races and given.kind == "race":
                message = f"the plan has no race on {day_name} of week {layer.weeks[0]}"
                yield error(authored, at, message, "Write it under race: or tune_ups: of the plan.")


_WITHOUT_RACE = "A layer can't take a race away; change race: or tune_ups: of the plan, or leave its day free."


def _race_days(authored: Authored) -> dict[int, str]:
    """Return the races' absolute days, with what each is called in a message."""
    d, length = authored.definition, authored.definition.microcycle_days
    found: dict[int, str] = {}
    for goal, name in (*((tune_up, "a tune-up race") for tune_up in d.tune_ups), (d.race, "the goal race")):
        position = day_position(goal.day, authored) if goal else None
        if goal and position is not None:
            found[(goal.week - 1) * length + position] = name
    for week, days in given_weeks(authored).items():
        for position, day in enumerate(days):
            if day.kind == "race":
                found.setdefault((week - 1) * length + position, "a race of the calendar")
    return found


def _contradictions(authored: Authored, known: Known) -> Iterator[Diagnostic]:
    """Two layers that say different things of one week are an error at the second, which names the first."""
    layers = list(_sound(authored))
    for index, (keys, layer) in enumerate(layers):
        for earlier_keys, earlier in layers[:index]:
            week = next((week for week in layer.weeks if week in earlier.weeks), None)
            if week is None or not _at_odds(layer, earlier, authored):
                continue
            line = authored.place(*earlier_keys, earlier.kind).line
            message = f"week {week} {_WORDS[earlier.kind]} already, by the layer in line {line}"
            yield error(authored, (*keys, layer.kind), message, "Keep one of the two for that week.")
            break


def _at_odds(layer: Layer, other: Layer, authored: Authored) -> bool:
    if layer.kind == other.kind == "ill":
        one, two = ill_days(layer, authored), ill_days(other, authored)
        return bool(set(range(one.start, one.stop)) & set(range(two.start, two.stop)))
    return layer.kind == other.kind or {layer.kind, other.kind} not in _TOGETHER


CHECKS: tuple[SenseCheck, ...] = (
    _counted_weeks,
    _one_thing,
    _parts,
    _weeks_exist,
    _days_exist,
    _whole_weeks,
    _races,
    _contradictions,
)
