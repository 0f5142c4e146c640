"""Small readings of what an author asked: which day a name means, how many sessions a text allows, how many days
of each kind a week has.
"""

from __future__ import annotations

import re

from generator.model.definition import Authored, Definition, PhaseText
from generator.model.given import GivenDay
from generator.model.programme import WrittenSession, named
from generator.model.vocabulary import WEEKDAYS, DayKind, LiftKind

_DAY = re.compile(r"day ([0-9]{1,2})")
_SESSIONS = {
    "base": (2, 3),
    "base_hold": (1, 2),
    "heavy": (2, 2),
    "power": (1, 2),
    "maintenance": (1, 1),
    "taper": (0, 1),
}
_KIND_OF_LIFT: dict[str, LiftKind] = {
    "base": "base",
    "base_hold": "base",
    "heavy": "heavy",
    "power": "heavy",
    "maintenance": "maintenance",
    "taper": "maintenance",
}
_MOST_AEROBIC = {"first-timer": 1}


def day_position(name: str, authored: Authored) -> int | None:
    """Return the position (from 0) of ``tuesday``, ``tue`` or ``day 9`` in the microcycle; None if not a day of it."""
    days = authored.definition.microcycle_days
    numbered = _DAY.fullmatch(name.strip().lower())
    if numbered:
        number = int(numbered[1])
        return number - 1 if 1 <= number <= days else None
    word = name.strip().lower()
    full = next((day for day in WEEKDAYS if len(word) >= 3 and day.startswith(word)), None)
    if full is None or days != 7:
        return None
    return (WEEKDAYS.index(full) - WEEKDAYS.index(authored.definition.week_starts)) % 7


def given_weeks(authored: Authored) -> dict[int, tuple[GivenDay, ...]]:
    """Return the days of each week that the calendar gives, by the plan's week number, in the order of the week.

    Weeks that can't be told (a name that is no day, a day that is missing) are left out: validation names them.
    """
    d = authored.definition
    found: dict[int, tuple[GivenDay, ...]] = {}
    shift = calendar_shift(authored)
    for name, days in d.calendar.items():
        placed = {day_position(day, authored): given for day, given in days.items()}
        if name.isdecimal() and len(placed) == d.microcycle_days and None not in placed:
            found[int(name) + shift] = tuple(placed[position] for position in range(d.microcycle_days))
    return dict(sorted(found.items()))


def calendar_shift(authored: Authored) -> int:
    """Return what to add to the calendar's own week numbers to have the plan's."""
    d = authored.definition
    first = min((int(name) for name in d.calendar if name.isdecimal()), default=1)
    return 0 if d.calendar_starts is None else d.calendar_starts - first


def given_throughout(authored: Authored, index: int) -> bool:
    """True if the calendar gives every week of the block with that index."""
    blocks = authored.definition.blocks
    first = 1 + sum(block.weeks for block in blocks[:index])
    given = given_weeks(authored)
    return all(week in given for week in range(first, first + blocks[index].weeks))


def sessions_range(block: PhaseText) -> tuple[int, int]:
    """Return the least and most key lifts a week that a phase asks for (its kind's default if it does not say)."""
    text = block.strength.sessions
    if text is None and block.strength.programme:
        keys = sum(session.kind != "abbreviated" for session in block.strength.programme)
        return keys, keys
    if text is None:
        return _SESSIONS.get(block.strength.kind, (0, 0))
    numbers = [int(n) for n in re.findall(r"[0-9]", text)]
    return numbers[0], numbers[-1]


def written_sessions(block: PhaseText, week: int) -> tuple[WrittenSession, ...]:
    """Return the sessions of a written program that stand in a week of its phase (from 1), in their order.

    All of them, unless the author asks for another number a week: then they take turns, A B | A B or A B A | B A B.
    """
    programme = named(block.strength.programme)
    if not programme or block.strength.sessions is None:
        return programme
    each = sessions_range(block)[1]
    return tuple(programme[(each * (week - 1) + turn) % len(programme)] for turn in range(each))


def written_anywhere(definition: Definition) -> bool:
    """True if any phase, or any strength phase of a calendar, has a written program."""
    return any(block.strength.programme for block in definition.blocks) or any(
        block.programme for block in definition.strength.phases
    )


def block_index(authored: Authored, week: int) -> int | None:
    """Return the index of the block in which a week of the plan (from 1) stands; None behind the last one."""
    last = 0
    for index, block in enumerate(authored.definition.blocks):
        last += block.weeks
        if week <= last:
            return index
    return None


def quality_runs(block: PhaseText) -> int:
    """Return the quality runs of an ordinary week: one if any kind is named and no number."""
    given = block.running.quality_runs
    return given if given is not None else min(1, len(block.running.quality))


def key_runs(block: PhaseText) -> int:
    """Return the quality and long runs of an ordinary week."""
    return quality_runs(block) + (block.running.long is not None)


def day_counts(authored: Authored, block: PhaseText) -> dict[DayKind, int]:
    """Return the days of each kind in a week without a race; easy or rest is below 0 where it can't be."""
    d, run = authored.definition, block.running
    if d.microcycle:
        named = [next(iter(wish.kinds)) for wish in d.microcycle.values() if len(wish.kinds) == 1]
        return {kind: named.count(kind) for kind in dict.fromkeys(named)}
    quality, others = quality_runs(block), run.runs - key_runs(block)
    aerobic = run.aerobic if run.aerobic is not None else _MOST_AEROBIC.get(d.audience, 3)
    aerobic = max(0, min(others, aerobic))
    return {
        "quality": quality,
        "long": int(run.long is not None),
        "aerobic": aerobic,
        "easy": others - aerobic,
        "cross": run.cross,
        "rest": d.microcycle_days - run.runs - run.cross,
    }


def lift_kind(block: PhaseText) -> LiftKind | None:
    """Return the kind of key lift that the phase's strength calls for; None if it has none."""
    return _KIND_OF_LIFT.get(block.strength.kind)
