"""Settle: a definition with a given calendar becomes one whose phases and races are all written out.

The weeks that belong to none of the author's phases are grouped into phases by what the calendar itself shows: base,
build, peak, taper, race, the weeks after; lighter weeks; tune-ups. Strength follows the running, or the author's own
strength phases. What the author wrote stays; nothing is placed and nothing is dosed.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from generator.model.asking import given_throughout, given_weeks
from generator.model.definition import AS_GIVEN, Authored, PhaseText, Running
from generator.settle.blocks import found_blocks
from generator.settle.facts import WeekFacts, facts_of
from generator.settle.races import with_races
from generator.settle.running import RunningFound, found_running
from generator.settle.strength import StrengthFound, after_the_base, found_strength

__all__ = ["Fits", "settle"]

#: Answers whether the lifts of the plan's weeks from one number to another can all be placed by rule.
Fits = Callable[[Authored, int, int], bool]


def settle(authored: Authored, base: tuple[int, int], fits: Fits) -> Authored:
    """Return the definition with every week of its calendar in a phase; one without a calendar as it is.

    ``base``: the least and most weeks that the rule ``base-before-heavy`` gives a base.
    """
    if not authored.definition.calendar:
        return authored
    authored = with_races(authored)
    weeks = facts_of(authored)
    running = found_running(authored, weeks)
    authored = _with_running(authored, weeks, running)
    written = sum(block.weeks for block in authored.definition.phases)
    loose = tuple(week for week in weeks if week.number > written)
    if not loose:
        return authored
    ours = running[-len(loose) :]

    def base_fits(weeks: frozenset[int]) -> bool:
        tried = tuple(StrengthFound("base" if i in weeks else "off") for i in range(len(loose)))
        return fits(found_blocks(authored, loose, ours, tried), loose[min(weeks)].number, loose[max(weeks)].number)

    strength = found_strength(authored, ours, base, base_fits)
    return found_blocks(authored, loose, after_the_base(ours, strength), strength)


def _with_running(authored: Authored, weeks: tuple[WeekFacts, ...], running: tuple[RunningFound, ...]) -> Authored:
    """Return the author's phases, those that leave their running to the calendar with what it shows."""
    found = {week.number: one for week, one in zip(weeks, running, strict=True)}
    phases: list[PhaseText] = []
    first = 1
    given = given_weeks(authored)
    for index, block in enumerate(authored.definition.phases):
        numbers = range(first, first + block.weeks)
        if block.running == AS_GIVEN and given_throughout(authored, index):
            kinds = [found[number].kind for number in numbers]
            most = max(dict.fromkeys(kinds), key=kinds.count)
            cutbacks = tuple(number - first + 1 for number in numbers if found[number].cutback)
            runs = max(1, max(sum(day.kind not in ("rest", "cross") for day in given[number]) for number in numbers))
            block = replace(block, running=Running(kind=most, runs=min(12, runs), cutback=cutbacks))
        phases.append(block)
        first += block.weeks
    return replace(authored, definition=replace(authored.definition, phases=tuple(phases)))
