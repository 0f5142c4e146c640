"""A week whose runs a calendar gives: every day is fixed, and the lifts are as many as the rules allow."""

from __future__ import annotations

from dataclasses import replace

from generator.model.asking import calendar_shift, day_position
from generator.model.day_wish import ALL_KINDS, ALL_LIFTS
from generator.model.definition import Authored
from generator.model.finding import Place
from generator.model.frame import Frame, KindAsk, LiftAsk, Must, Wish
from generator.model.given import GivenDay
from generator.model.library import Library
from generator.model.vocabulary import DAY_KINDS, weekday_of
from generator.outline.lifts import lifts_of
from generator.outline.said import Said, said_of_days
from generator.outline.weeks import WeekAt, race_position


def given_frame(authored: Authored, at: WeekAt, days: tuple[GivenDay, ...], library: Library) -> Frame:
    """Return the frame of a given week: a must for each day's kind, and what the author says of lifts beside it."""
    d = authored.definition
    kinds = [day.kind for day in days]
    goal = race_position(authored, d.race, at)
    races = tuple(position for position, kind in enumerate(kinds) if kind == "race")
    said = said_of_days(authored, at, None)
    weekdays = tuple(weekday_of(at.first_day + position, d.week_starts) for position in range(len(days)))
    return Frame(
        number=at.number,
        first_day=at.first_day,
        weekdays=weekdays,
        phase=at.block.id,
        week_in_phase=at.week,
        weeks_in_phase=at.block.weeks,
        loading=at.week - sum(at.cutbacks[: at.week]),
        cutback=at.cutbacks[at.week - 1],
        running=at.block.running.kind,
        strength=at.block.strength.kind,
        kinds=tuple(
            KindAsk(kind, kinds.count(kind), f"the calendar's {kind} days", _place(authored, at.number))
            for kind in DAY_KINDS
            if kind in kinds
        ),
        lifts=tuple(_as_allowed(ask, at) for ask in lifts_of(authored, at, goal, library)),
        musts=(*_fixed(authored, at.number, days, weekdays), *(_lift_must(said) for said in said["must"])),
        wishes=tuple(_lift_wish(said) for said in said["wish"]),
        cross_role=at.block.running.cross_role,
        goal_race=goal,
        tune_ups=tuple(position for position in races if position != goal),
        given=True,
    )


def _as_allowed(ask: LiftAsk, at: WeekAt) -> LiftAsk:
    """Weeks of the base need their two lifts; all others take what the calendar has room for."""
    needed = at.block.strength.kind == "base" and ask.kind == "base"
    return replace(ask, wanted=ask.wanted or ask.least, least=ask.least if needed else 0)


def _fixed(authored: Authored, week: int, days: tuple[GivenDay, ...], names: tuple[str, ...]) -> tuple[Must, ...]:
    return tuple(
        Must(
            position,
            frozenset({day.kind}),
            ALL_LIFTS,
            f"{names[position]}: {day.text}",
            _place(authored, week, position),
        )
        for position, day in enumerate(days)
    )


def _lift_must(said: Said) -> Must:
    """The calendar says what is run; of the author's fixed days only the word about lifting counts."""
    position, wish, text, place = said
    return Must(position, ALL_KINDS, wish.lifts, text, place)


def _lift_wish(said: Said) -> Wish:
    position, wish, text, place = said
    return Wish(position, ALL_KINDS, wish.lifts, text, place)


def _place(authored: Authored, week: int, position: int | None = None) -> Place:
    """Return where the calendar says it: the week, or one of its days."""
    shift = calendar_shift(authored)
    for name, days in authored.definition.calendar.items():
        if name.isdecimal() and int(name) + shift == week:
            for day in days:
                if position is not None and day_position(day, authored) == position:
                    return authored.place("calendar", name, day)
            return authored.key_place("calendar", name)
    return authored.key_place("calendar")
