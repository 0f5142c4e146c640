"""Before the goal race the distance falls by about half, for one to three weeks.

Why:
    Less running at the same intensity lets tiredness go while fitness stays.

Reads:
    In plans with a goal race of 5 km or more and with taper or race weeks: the race week, without the race, runs
    41-60% less than the biggest week before it (up to 90% less is let pass), and taper and race weeks together last at
    most three weeks (21 days). That no heavy lift stands in them is asked by ``maintenance-when-intense``.

Holds:
    weeks: 60 64 70 [running=taper] 50 [running=race] 35 km
    weeks: 60 64 70 km

Fails:
    weeks: 60 64 70 [running=taper] 60 [running=race] 50 km  -> week 5: only 29% less
    weeks: 60 64 70 [running=taper] 60 55 45 [running=race] 30 km  -> week 7: four weeks
    weeks: 60 64 70 [running=race] 3 km  -> week 4: hardly any running left
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.language import _
from generator.model.finding import Fault
from generator.model.plan import Plan, Week
from generator.rules.measure import longest
from generator.rules.reading import without_races
from generator.rules.rule import Evidence, Parameter, Params
from generator.rules.wording import distance, percent_less

LEVEL = "warning"
PARAMETERS = (
    Parameter("least_cut", 41, "percent less that the race week runs than the biggest week, at least", "higher"),
    Parameter("most_cut", 90, "percent less that the race week runs than the biggest week, at most", "lower"),
    Parameter("days", 21, "days of taper and race weeks together", "lower"),
    Parameter("shortest_race_m", 5000, "meters of the shortest goal race that gets a taper (5 km)", "lower"),
)
EVIDENCE = (
    Evidence("bosquet-2007", "cited", "What worked best: two weeks, 41-60% less volume, intensity and frequency kept."),
    Evidence("wang-2023", "cited", "Endurance performance improved with tapers of up to 21 days."),
    Evidence("mujika-padilla-2003", "cited", "Cutting volume by up to 60-90% gained about 3% (narrative review)."),
    Evidence("", "convention", "Published plans end 60-78% below their biggest week, so a deeper cut is let pass."),
)


def check(plan: Plan, p: Params) -> Iterator[Fault]:
    """Yield faults for tapers too shallow, too deep or too long."""
    race = plan.race
    if race is None or race.distance_m < p["shortest_race_m"]:
        return
    before = [week for week in plan.weeks if week.number <= race.week]
    easing: list[Week] = []
    while before and before[-1].running in ("taper", "race"):
        easing.append(before.pop())
    if not easing:
        return
    days = sum(len(week.days) for week in easing)
    if days > p["days"]:
        text = _("Taper and race weeks up to week {week} last {days} days; {most} are the limit.")
        yield Fault(race.week, None, text.format(week=race.week, days=days, most=p["days"]))
    yield from _depth(plan, [*before, *reversed(easing)], p)


def _depth(plan: Plan, weeks: list[Week], p: Params) -> Iterator[Fault]:
    ours, peak = without_races(weeks[-1]), longest(without_races(week) for week in weeks[:-1])
    shallow = ours.over(100 - p["least_cut"], peak)
    if not peak.metres or not (shallow or ours.under(100 - p["most_cut"], peak)):
        return
    less = percent_less((1 - ours.metres / peak.metres) * 100, p["least_cut"], p["most_cut"])
    text = _(
        "Race week {week} runs {distance} besides the race, {less} than the biggest week before it ({before}); "
        "{percent}% less is the limit."
    )
    if shallow:
        text = _(
            "Race week {week} runs {distance} besides the race, {less} than the biggest week before it ({before}); "
            "at least {percent}% less is needed."
        )
    far, far_before = distance(ours.metres, plan.units), distance(peak.metres, plan.units)
    limit = p["least_cut"] if shallow else p["most_cut"]
    text = text.format(week=weeks[-1].number, distance=far, less=less, before=far_before, percent=limit)
    yield Fault(weeks[-1].number, None, text)
