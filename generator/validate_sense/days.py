"""Fixed days, wishes and written-out microcycles: days that exist, once each, and that the runs can fill."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from generator.model.asking import day_counts, day_position, key_runs, sessions_range
from generator.model.day_wish import ALL_LIFTS, DayWish
from generator.model.definition import Authored, Keys, PhaseText
from generator.model.finding import Diagnostic
from generator.model.quoting import quoted
from generator.validate_sense.checking import Known, SenseCheck, blocks_of, count, error, error_at_key, not_a_day

Days = Mapping[str, DayWish]


def _groups(authored: Authored) -> Iterator[tuple[Keys, Days, tuple[PhaseText, ...]]]:
    """Yield every mapping of days with its keys and the phases it speaks for."""
    d = authored.definition
    for name, days in (("days", d.days), ("wishes", d.wishes), ("microcycle", d.microcycle)):
        yield (name,), days, d.blocks
    for keys, block in blocks_of(authored):
        yield (*keys, "days"), block.days, (block,)
        yield (*keys, "wishes"), block.wishes, (block,)


def _days_exist(authored: Authored, known: Known) -> Iterator[Diagnostic]:
    for keys, days, _ in _groups(authored):
        seen: dict[int, str] = {}
        for name in days:
            position = day_position(name, authored)
            if position is None:
                yield error_at_key(authored, (*keys, name), *not_a_day(authored, name))
            elif position in seen:
                message = f"'{name}' and '{seen[position]}' are the same day"
                yield error_at_key(authored, (*keys, name), message, "Keep one.")
            else:
                seen[position] = name


def _runs_for_the_days(authored: Authored, known: Known) -> Iterator[Diagnostic]:
    """A day that asks for a run or a lift that no week has is a slip of the pen."""
    races = authored.definition.race is not None or bool(authored.definition.tune_ups)
    for keys, days, blocks in _groups(authored):
        if keys == ("microcycle",) or not blocks:
            continue
        kinds = {kind for block in blocks for kind, number in day_counts(authored, block).items() if number > 0}
        kinds |= {"race"} if races else set()
        lifting = any(sessions_range(block)[1] or block.strength.abbreviated for block in blocks)
        where = "this phase" if len(keys) > 1 else "no week of the plan"
        for name, wish in days.items():
            if day_position(name, authored) is None:
                continue
            if not wish.kinds & kinds:
                lacks = "has none" if len(keys) > 1 else "has one"
                message = f"{name} asks for {quoted(wish.text)}, and {where} {lacks}"
                yield error(authored, (*keys, name), message, "Check the runs under running:.")
            elif wish.lifts != ALL_LIFTS and "none" not in wish.lifts and not lifting:
                message = f"{name} asks for a lift, and {where} has {'none' if len(keys) > 1 else 'one'}"
                yield error(authored, (*keys, name), message, "Check strength:.")


def _wishes_against_fixed_days(authored: Authored, known: Known) -> Iterator[Diagnostic]:
    d = authored.definition
    for keys, wishes, fixed in (
        (("wishes",), d.wishes, d.days),
        *(((*keys, "wishes"), block.wishes, {**d.days, **block.days}) for keys, block in blocks_of(authored)),
    ):
        held = {day_position(name, authored): wish for name, wish in fixed.items()}
        for name, wish in wishes.items():
            position = day_position(name, authored)
            must = None if position is None else held.get(position)
            if must and not (must.kinds & wish.kinds and must.lifts & wish.lifts):
                message = f"{name} is fixed as {quoted(must.text)}; the wish {quoted(wish.text)} can never be kept"
                yield error(authored, (*keys, name), message, "Delete one of the two.")


def _microcycle(authored: Authored, known: Known) -> Iterator[Diagnostic]:
    d = authored.definition
    if not d.microcycle:
        return
    if len(d.microcycle) < d.microcycle_days:
        message = f"the microcycle names {len(d.microcycle)} of {d.microcycle_days} days"
        yield error_at_key(
            authored, ("microcycle",), message, "Write every day, or use days: for those that are fixed."
        )
    for name, wish in d.microcycle.items():
        if len(wish.kinds) != 1:
            message = f"{quoted(wish.text)} leaves a choice; a written-out week says one kind for each day"
            yield error(authored, ("microcycle", name), message)
        elif wish.kinds == {"race"}:
            message = "a written-out week is an ordinary one, without a race"
            yield error(authored, ("microcycle", name), message, "Write the race under race:, with its week and day.")
    for keys, days, _ in _groups(authored):
        if days and keys[-1] != "microcycle":
            message = f"the microcycle says every day already; {keys[-1]}: has no room beside it"
            yield error_at_key(authored, keys, message, "Write it into the microcycle, or delete the microcycle.")


def _microcycle_and_runs(authored: Authored, known: Known) -> Iterator[Diagnostic]:
    """The numbers of each phase must be those of the written-out week."""
    d = authored.definition
    if len(d.microcycle) != d.microcycle_days or not all(
        len(wish.kinds) == 1 and "race" not in wish.kinds for wish in d.microcycle.values()
    ):
        return
    for keys, block in blocks_of(authored):
        counts = day_counts(authored, block)
        written = {kind: counts.get(kind, 0) for kind in ("quality", "long", "aerobic", "easy", "cross")}
        runs = sum(number for kind, number in written.items() if kind != "cross")
        run = block.running
        pairs = [("runs", run.runs, runs, "run"), ("cross", run.cross, written["cross"], "day of cross-training")]
        pairs += [("long", int(run.long is not None), written["long"], "long run")]
        if run.aerobic is not None:
            pairs.append(("aerobic", run.aerobic, written["aerobic"], "aerobic run"))
        if key_runs(block) - pairs[2][1] != written["quality"]:
            pairs.append(("quality", key_runs(block) - pairs[2][1], written["quality"], "quality run"))
        for name, said, found, noun in pairs:
            if said != found:
                message = f"the phase has {_counted(said, noun)} a week, the microcycle {_counted(found, noun)}"
                yield error(authored, (*keys, "running", name), message, "Make the two say the same.")


def _counted(number: int, noun: str) -> str:
    if noun.startswith("day "):
        return noun.replace("day", count(number, "day"), 1)
    return count(number, noun) if number else f"no {noun}"


CHECKS: tuple[SenseCheck, ...] = (
    _days_exist,
    _runs_for_the_days,
    _wishes_against_fixed_days,
    _microcycle,
    _microcycle_and_runs,
)
