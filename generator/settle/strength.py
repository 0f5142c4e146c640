"""The strength of each week of a calendar: the author's own phases, or those that follow from the running.

Base first, for six to eight weeks, as early as the calendar has room for two lifts in each of them; a single week amid
it that has room for fewer, such as one with a race, holds the weight and does not count. Then heavy, where the running
builds; maintenance at its peak, less in the taper, none after the race. Who enters with base and sign-off done starts
heavy. Without heavy lifting the base weight is held.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from generator.frozen import frozen
from generator.model.definition import Authored, StrengthBlock
from generator.model.vocabulary import RunningPhase, StrengthPhase
from generator.settle.running import RunningFound

LEAST_HEAVY = 2  # weeks of heavy lifts that make a load worth maintaining
RESTED_WEEKS = 4  # weeks without key lifts after the goal race


#: What loaded strength is for each running; heavy where it builds.
_LOADED: dict[RunningPhase, StrengthPhase] = {"specific": "maintenance", "taper": "taper"}


@frozen
class StrengthFound:
    """What a week does for strength; ``block`` is the index of the author's strength phase, if it is one."""

    kind: StrengthPhase
    block: int | None = None


#: Answers whether the weeks with these indexes can all carry a base's lifts.
BaseFits = Callable[[frozenset[int]], bool]


def found_strength(
    authored: Authored, running: Sequence[RunningFound], base: tuple[int, int], base_fits: BaseFits
) -> tuple[StrengthFound, ...]:
    """Return each week's strength, in order; ``base`` are the least and most weeks that the rules give a base."""
    given = authored.definition.strength
    if given.phases:
        return tuple(StrengthFound(block.kind, index) for index, block in _weeks_of(given.phases))[: len(running)]
    return tuple(StrengthFound(kind) for kind in _following(authored, running, base, base_fits))


def after_the_base(running: Sequence[RunningFound], strength: Sequence[StrengthFound]) -> tuple[RunningFound, ...]:
    """Return the running with its peak after the base: strength only maintains at the peak, and a base builds it."""
    return tuple(
        replace(week, kind="build") if week.kind == "specific" and lifted.kind == "base" else week
        for week, lifted in zip(running, strength, strict=True)
    )


def _weeks_of(blocks: Sequence[StrengthBlock]) -> list[tuple[int, StrengthBlock]]:
    return [(index, block) for index, block in enumerate(blocks) for _ in range(block.weeks)]


def _following(
    authored: Authored, running: Sequence[RunningFound], base: tuple[int, int], base_fits: BaseFits
) -> list[StrengthPhase]:
    entry, given = authored.definition.entry, authored.definition.strength
    before = sum(block.weeks for block in authored.definition.phases if block.strength.kind == "base")
    done = entry.base_done or before >= base[0]
    may_load = given.heavy and (entry.signed_off if entry.base_done else True)
    wanted = (base[1], base[0]) if given.base_weeks is None else (given.base_weeks, given.base_weeks)
    weeks = frozenset[int]() if done else _base(running, wanted, given.heavy, base_fits)
    may_load = may_load and (done or len(weeks) >= base[0])
    loaded = 0
    found: list[StrengthPhase] = []
    for index, week in enumerate(running):
        kind = _kind(week, index, weeks, may_load)
        if kind == "maintenance" and loaded < LEAST_HEAVY and not (entry.signed_off and entry.base_done):
            kind = "base_hold"
        if kind == "taper" and not loaded:
            kind = "base_hold"
        if week.kind == "transition":
            rested = _since_race(running, index) >= RESTED_WEEKS
            kind = "base_hold" if rested and (done or weeks) else "off"
        loaded += kind in ("heavy", "maintenance")
        found.append(kind)
    return found


def _kind(week: RunningFound, index: int, base: frozenset[int], may_load: bool) -> StrengthPhase:
    if index < min(base, default=0):
        return "off"
    if index in base:
        return "base"
    if index < max(base, default=0) or not may_load:
        return "base_hold"
    return _LOADED.get(week.kind, "heavy")


def _since_race(running: Sequence[RunningFound], index: int) -> int:
    return sum(week.kind == "transition" for week in running[:index])


def _base(running: Sequence[RunningFound], wanted: tuple[int, int], heavy: bool, base_fits: BaseFits) -> frozenset[int]:
    """Return the base's weeks: as early as they fit, as many as there can be.

    Fewer go before where that leaves some weeks for heavy lifts ahead of the peak. Where they fit nowhere the base
    stands at the start, and the scheduler says what is missing.
    """
    room = sum(week.kind not in ("taper", "transition") for week in running)
    peak = next((index for index, week in enumerate(running) if week.kind in ("specific", "taper")), len(running))
    longest, shortest = wanted
    if shortest > room:
        shortest, heavy = 1, False
    alone = [base_fits(frozenset({index})) for index in range(room)]
    for start in range(room):
        able = _able(alone, start)[:longest]
        lengths = range(len(able), shortest - 1, -1)
        for length in sorted(lengths, key=lambda n: heavy and peak - able[n - 1] - 1 < LEAST_HEAVY):
            if base_fits(frozenset(able[:length])):
                return frozenset(able[:length])
    return frozenset(range(min(longest, room)))


def _able(alone: Sequence[bool], start: int) -> list[int]:
    """Return the weeks from ``start`` on that can be base, up to two in a row that can't."""
    found: list[int] = []
    for index in range(start, len(alone)):
        if alone[index]:
            found.append(index)
        elif not found or found[-1] < index - 1:
            break
    return found
