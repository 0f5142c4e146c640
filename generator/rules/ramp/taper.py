"""Before the goal race the distance falls by about half, for one to three weeks.

Why:
    Less running with the same intensity lets tiredness go while fitness stays. Lifting lets up first.

Reads:
    In plans with a goal race of 5 km or more and with taper or race weeks: the race week without the race runs 41-60 %
    less than the biggest week before it (up to 90 % less is let pass), taper and race weeks together last one to three
    weeks (21 days), and none of them has a heavy lift.

Holds:
    weeks: 60 64 70 [running=taper] 50 [running=race] 35 km
    weeks: 60 64 70 km

Fails:
    weeks: 60 64 70 [running=taper] 60 [running=race] 50 km  -> week 5: only 29 % less
    weeks: 60 64 70 [running=taper] 60 55 45 [running=race] 30 km  -> week 7: four weeks
    weeks: 60 64 70 [running=race] 3 km  -> week 4: hardly any running left
    Tu quality 30 km+heavy || [running=taper] Mo quality 20 km+heavy || [running=race] Tu aerobic 10 km | Su race
        -> Mo of week 2: a heavy lift
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.model.finding import Fault
from generator.model.plan import Plan, Week
from generator.rules.reading import race_free_m
from generator.rules.rule import Evidence, Parameter, Params
from generator.rules.wording import km

LEVEL = "warning"
PARAMETERS = (
    Parameter("least_cut", 41, "percent by which the race week runs less than the biggest week, at least", "higher"),
    Parameter("most_cut", 90, "percent by which the race week runs less than the biggest week, at most", "lower"),
    Parameter("days", 21, "days of taper and race weeks together", "lower"),
    Parameter("shortest_race_m", 5000, "shortest goal race in meters that gets a taper", "lower"),
)
EVIDENCE = (
    Evidence("bosquet-2007", "cited", "Two weeks with 41-60 % less volume, intensity and frequency kept, worked best."),
    Evidence("wang-2023", "cited", "Tapers of up to 21 days improved endurance performance."),
    Evidence("mujika-padilla-2003", "cited", "Cutting volume by up to 60-90 % gained about 3 % (narrative review)."),
    Evidence("", "convention", "Published plans end 60-78 % below their peak, so only a smaller cut is pointed out."),
)


def check(plan: Plan, p: Params) -> Iterator[Fault]:
    """Yield faults for tapers too shallow, too deep, too long or with heavy lifts."""
    race = plan.race
    if race is None or race.distance_m < p["shortest_race_m"]:
        return
    before = [week for week in plan.weeks if week.number <= race.week]
    easing: list[Week] = []
    while before and before[-1].running in ("taper", "race"):
        easing.append(before.pop())
    if not easing:
        return
    easing.reverse()
    days = sum(len(week.days) for week in easing)
    if days > p["days"]:
        text = f"Taper and race weeks last {days} days up to week {race.week}; {p['days']} are the limit."
        yield Fault(race.week, None, text)
    yield from _depth(before + easing, p)
    for week in easing:
        for day in week.days:
            if any(lift.kind == "heavy" for lift in day.lifts):
                yield Fault(week.number, day.day, f"A heavy lift in the {week.running}.")


def _depth(weeks: list[Week], p: Params) -> Iterator[Fault]:
    peak = max((race_free_m(week) for week in weeks[:-1]), default=0)
    week = weeks[-1]
    if not peak:
        return
    cut = (peak - race_free_m(week)) * 100
    if not p["least_cut"] * peak <= cut <= p["most_cut"] * peak:
        text = f"Race week {week.number} runs {km(race_free_m(week))} besides the race, {cut / peak:.0f} % less than "
        yield Fault(week.number, None, f"{text}the biggest week ({km(peak)}); 41 to 60 % are meant.")
