"""The whole plan as a grid: a row a week, a column a day, each cell the day in a few words."""

from __future__ import annotations

from generator.frozen import frozen
from generator.language import N_, _, upper_first
from generator.model.plan import Cross, Day, Lift, Phase, Plan, Run, Week
from generator.publish import addresses, words
from generator.publish.naming import (
    kind_word,
    lift_word,
    own_title,
    phase_name,
    short_date,
    week_dates,
    week_name,
    weekday_letters,
    weekday_name,
    weeks_in,
)
from generator.publish.texts import PlanPage
from generator.publish.views.amounts import run_length, week_parts
from generator.publish.views.basics import Link
from generator.publish.views.day import race_name
from generator.publish.views.given import plan_source
from generator.publish.views.season import week_note, weeks_text

#: A week of more days than this can't be read across a phone: its table scrolls instead.
_WIDEST_ON_A_PHONE = 7


@frozen
class Column:
    """A day of the week: its name, and a short one where they differ."""

    name: str
    short: str


@frozen
class Part:
    """A run or cross-training: ``kind`` is its word, ``length`` and ``title`` may be empty.

    ``choice`` is what the calendar leaves to the athlete.
    """

    kind: str
    length: str
    title: str
    choice: str


@frozen
class Cell:
    """A day. ``kind`` colors it; ``parts`` is empty on a rest day; ``lifts`` are words such as ``Heavy``."""

    kind: str
    date: str
    parts: tuple[Part, ...]
    lifts: tuple[str, ...]


@frozen
class Row:
    """A week. ``cells`` has one for each column; a short week ends in None. ``total`` is its running in parts."""

    week: Link
    dates: str
    notes: tuple[str, ...]
    cells: tuple[Cell | None, ...]
    total: tuple[str, ...]


@frozen
class Band:
    """A phase above its weeks."""

    phase: Link
    strength: str
    weeks_text: str
    rows: tuple[Row, ...]


@frozen
class CalendarFacts:
    """All that a plan's calendar prints. ``across`` counts the columns; ``scrolls`` if a phone can't hold them."""

    address: str
    title: str
    heading: str
    description: str
    plan: Link
    source: str
    caption: str
    week_word: str
    columns: tuple[Column, ...]
    across: int
    scrolls: bool
    has_lifts: bool
    bands: tuple[Band, ...]


def calendar_facts(page: PlanPage) -> CalendarFacts:
    """Return the facts of a plan's calendar."""
    plan, title = page.plan, page.texts.title
    described = _("{plan}: every week and every day on one page, to read and to print.")
    if plan.staged:
        described = _("{plan}: every stage and every day on one page, to read and to print.")
    columns = _columns(plan)
    return CalendarFacts(
        address=addresses.calendar_address(plan),
        title=_("Calendar · {plan}").format(plan=title),
        heading=_("{plan}: calendar").format(plan=title),
        description=described.format(plan=title),
        plan=Link(title, addresses.plan_address(plan)),
        source=plan_source(plan),
        caption=_(_CAPTIONS[plan.units]),
        week_word=_("Stage") if plan.staged else _("Week"),
        columns=columns,
        across=len(columns) + 2,
        scrolls=len(columns) > _WIDEST_ON_A_PHONE,
        has_lifts=any(day.lifts for day in plan.days),
        bands=tuple(_band(plan, phase, len(columns)) for phase in plan.phases),
    )


_CAPTIONS = {
    "km": N_("A row for each week, a column for each day. Distances are in kilometers."),
    "mi": N_("A row for each week, a column for each day. Distances are in miles."),
}


def _columns(plan: Plan) -> tuple[Column, ...]:
    longest = max(plan.weeks, key=lambda week: len(week.days))
    if len(longest.days) == 7:
        return tuple(Column(weekday_name(day.weekday), weekday_letters(day.weekday, 3)) for day in longest.days)
    named = _("Day {number}")
    return tuple(Column(named.format(number=number), "") for number in range(1, len(longest.days) + 1))


def _band(plan: Plan, phase: Phase, across: int) -> Band:
    return Band(
        phase=Link(phase_name(plan, phase), addresses.phase_address(plan, phase)),
        strength=phase.strength,
        weeks_text=weeks_text(plan, phase),
        rows=tuple(_row(plan, week, across) for week in weeks_in(plan, phase)),
    )


def _row(plan: Plan, week: Week, across: int) -> Row:
    cells = tuple(_cell(plan, week, day) for day in week.days)
    said = (
        week_note(plan, week),
        _("cutback") if week.cutback else "",
        _("changed") if week.changes else "",
        _("fewer lifts") if week.fewer else "",
    )
    return Row(
        week=Link(week_name(plan, week), addresses.week_address(plan, week)),
        dates=week_dates(week),
        notes=tuple(dict.fromkeys(note for note in said if note)),
        cells=cells + (None,) * (across - len(cells)),
        total=week_parts(week, plan.units),
    )


def _cell(plan: Plan, week: Week, day: Day) -> Cell:
    return Cell(
        kind=day.kind,
        date=short_date(day.date) if day.date else "",
        parts=tuple(_part(plan, week, day, session) for session in day.sessions if not isinstance(session, Lift)),
        lifts=tuple(upper_first(lift_word(lift.kind)) for lift in day.lifts),
    )


def _part(plan: Plan, week: Week, day: Day, session: Run | Cross) -> Part:
    """Say a session in a few words; the calendar's own words for it only where a calendar gave it."""
    title = own_title(session) if week.given else ""
    choice = _("or rest") if session.optional else ""
    if isinstance(session, Cross):
        return Part(
            upper_first(kind_word("cross")),
            words.minutes(session.duration_s) if session.duration_s else "",
            title,
            choice,
        )
    race = race_name(plan, day) if session.kind == "race" else ""
    return Part(upper_first(kind_word(session.kind)), run_length(session, plan.units), race or title, choice)
