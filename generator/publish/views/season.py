"""The season as numbers to draw: a bar for each week, a band for each phase. Also what a week's row says in a list."""

from __future__ import annotations

from collections.abc import Iterable

from generator.frozen import frozen
from generator.language import _, pgettext
from generator.model.plan import Phase, Plan, Week
from generator.model.vocabulary import LOADED_PHASES, Unit
from generator.publish import addresses, words
from generator.publish.naming import phase_name, week_name
from generator.publish.views.amounts import week_total
from generator.publish.views.basics import Link
from generator.publish.views.day import run_length
from generator.publish.views.week import lift_counts


@frozen
class SeasonWeek:
    """A week's bar and its row. Lengths are metres; ``longest`` is the longest training run, ``race`` the race."""

    link: Link
    number: int
    strength: str
    length: float
    longest: float
    race: float
    key_lifts: int
    short_lifts: int
    cutback: bool
    total: str
    longest_text: str
    lifts_text: str
    note: str


@frozen
class Band:
    """A phase over its weeks, first and last by their place in the plan from 0."""

    link: Link
    number: int
    strength: str
    first: int
    last: int
    weeks_text: str


@frozen
class SeasonFacts:
    """The season. ``gate`` is the place of the first week that needs a sign-off, None if nothing does.

    ``by_time`` is True when the plan's runs are given by time: the scale then has no distances to show.
    """

    title: str
    summary: str
    unit: Unit
    weeks: tuple[SeasonWeek, ...]
    bands: tuple[Band, ...]
    gate: int | None
    by_time: bool
    has_lifts: bool
    has_cutbacks: bool
    staged: bool


_KEY = ("base", "heavy", "maintenance")


def season_facts(plan: Plan) -> SeasonFacts:
    """Return what the season picture, its table and the list of weeks show."""
    weeks = tuple(season_week(plan, week) for week in plan.weeks)
    return SeasonFacts(
        title=plan.title,
        summary=_summary(plan, weeks),
        unit=plan.units,
        weeks=weeks,
        bands=tuple(_band(plan, phase) for phase in plan.phases),
        gate=_gate(plan),
        by_time=all(not week.run_distance_m for week in plan.weeks),
        has_lifts=any(week.key_lifts or week.short_lifts for week in weeks),
        has_cutbacks=any(week.cutback for week in weeks),
        staged=plan.staged,
    )


def season_week(plan: Plan, week: Week) -> SeasonWeek:
    """Return a week's bar and row."""
    training = [day for day in week.days if day.kind != "race"]
    longest = max((run_length(day) for day in training), default=0.0)
    return SeasonWeek(
        link=Link(week_name(plan, week), addresses.week_address(plan, week)),
        number=week.number,
        strength=week.strength,
        length=sum(run_length(day) for day in week.days),
        longest=longest,
        race=sum(run_length(day) for day in week.days if day.kind == "race"),
        key_lifts=sum(lift.kind in _KEY for lift in week.lifts),
        short_lifts=sum(lift.kind not in _KEY for lift in week.lifts),
        cutback=week.cutback,
        total=week_total(week, plan.units),
        longest_text=longest_run(plan, [week]),
        lifts_text=words.joined([f"{number} {name}" for number, name in lift_counts(week)]) or _("no lift"),
        note=week_note(plan, week),
    )


def longest_run(plan: Plan, weeks: Iterable[Week]) -> str:
    """Return the longest run of some weeks, races aside: its distance, or its time where no distance is given."""
    runs = [run for week in weeks for run in week.runs if run.kind != "race"]
    metres = max((run.distance_m or 0 for run in runs), default=0)
    seconds = max((run.duration_s or 0 for run in runs), default=0)
    return (
        words.distance(metres, plan.units)
        if metres
        else words.minutes(seconds)
        if seconds
        else pgettext("no run", "none")
    )


def week_note(plan: Plan, week: Week) -> str:
    """Return what sets a week apart: ``race``, ``tune-up race``, ``cutback``, ``deload``, or nothing."""
    if any(day.kind == "race" for day in week.days):
        goal = plan.race and plan.race.week == week.number
        return pgettext("what sets a week apart", "race") if goal else _("tune-up race")
    return _("cutback") if week.cutback else _("deload") if week.deload else ""


def _band(plan: Plan, phase: Phase) -> Band:
    numbers = [week.number for week in plan.weeks]
    return Band(
        link=Link(phase_name(plan, phase), addresses.phase_address(plan, phase)),
        number=plan.phases.index(phase) + 1,
        strength=phase.strength,
        first=numbers.index(phase.first_week),
        last=numbers.index(phase.last_week),
        weeks_text=weeks_text(plan, phase),
    )


def weeks_text(plan: Plan, phase: Phase) -> str:
    """Return ``weeks 1–8`` or ``week 20``; empty for a stage, which has no number of weeks."""
    text = words.span(phase.first_week, phase.last_week)
    if plan.staged:
        return ""
    if phase.last_week > phase.first_week:
        return _("weeks {numbers}").format(numbers=text)
    return _("week {number}").format(number=text)


def _gate(plan: Plan) -> int | None:
    if plan.signed_off:
        return None
    loaded = (place for place, week in enumerate(plan.weeks) if week.strength in LOADED_PHASES)
    first = next(loaded, None)
    return first or None


def _summary(plan: Plan, weeks: tuple[SeasonWeek, ...]) -> str:
    """Return the picture in words: how far it goes, over which phases, where it is lighter."""
    names = words.joined([phase_name(plan, phase) for phase in plan.phases])
    counted = _("{number} stages: {names}.") if plan.staged else _("{number} weeks: {names}.")
    said = [counted.format(number=len(weeks), names=names)]
    metres = [week.run_distance_m for week in plan.weeks if week.run_distance_m]
    if metres:
        between = words.distance_range(min(metres), max(metres), plan.units)
        said.append(_("Weekly running is between {distances}.").format(distances=between))
    light = [str(week.number) for week in weeks if week.cutback]
    if light:
        said.append(_("Lighter weeks: {numbers}.").format(numbers=words.joined(light)))
    return " ".join(said)
