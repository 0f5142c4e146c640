"""What the author said of single days, and what of it a week can be told."""

from __future__ import annotations

from generator.model.asking import day_position
from generator.model.day_wish import ALL_LIFTS, DayWish
from generator.model.definition import Authored, Keys
from generator.model.finding import Place
from generator.model.vocabulary import KEY_LIFTS, DayKind, LiftKind
from generator.outline.weeks import WeekAt

Said = tuple[int, DayWish, str, Place]


def said_of_days(authored: Authored, at: WeekAt, race: int | None) -> dict[str, list[Said]]:
    """What the author said of each day; a phase's word goes before the plan's, and a race before both."""
    d = authored.definition
    groups: dict[str, list[tuple[Keys, dict[str, DayWish]]]] = {
        "must": [
            (("microcycle",), dict(d.microcycle)),
            (("days",), dict(d.days)),
            ((*at.keys, "days"), dict(at.block.days)),
        ],
        "wish": [(("wishes",), dict(d.wishes)), ((*at.keys, "wishes"), dict(at.block.wishes))],
    }
    found: dict[str, list[Said]] = {}
    for name, sources in groups.items():
        by_day: dict[int, Said] = {}
        for keys, wishes in sources:
            for day, wish in wishes.items():
                position = day_position(day, authored)
                if position is not None and position != race:
                    text = f"{day}: {wish.text}"
                    by_day[position] = (position, wish, text, authored.place(*keys, day))
        found[name] = [by_day[p] for p in sorted(by_day)]
    return found


_Parts = tuple[int, frozenset[DayKind], frozenset[str], str, Place]


def fitting(said: list[Said], counts: dict[DayKind, int], asked: frozenset[LiftKind]) -> list[_Parts]:
    """Keep what a week can be told: a race week has no long run, a base week no heavy lift.

    Words for runs that the week does not have are passed over; ``heavy`` in a base week means its base lift.
    """
    found: list[_Parts] = []
    for position, wish, text, place in said:
        kinds = wish.kinds if any(counts.get(kind) for kind in wish.kinds) else frozenset(counts)
        lifts = wish.lifts
        if lifts != ALL_LIFTS and "none" not in lifts and not lifts & asked:
            meant = asked & KEY_LIFTS if lifts & KEY_LIFTS else frozenset()
            lifts = frozenset(meant) or ALL_LIFTS
        found.append((position, frozenset(k for k in kinds if counts.get(k)), frozenset(lifts), text, place))
    return [parts for parts in found if parts[1]]
