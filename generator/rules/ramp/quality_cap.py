"""Hard running is capped: so many sessions a week, so much work in each.

Why:
    Most of a runner's time is easy on purpose. Past a certain amount more hard running adds tiredness, little else.

Reads:
    Beside the long run a week has at most two quality sessions, for masters one, for first-timers none; quality runs,
    long runs and races together are at most one more than that. In one session work at threshold pace is at most 10 %
    of the week's distance; at interval pace (3k, 5k, interval) the lesser of 8 % and 10 km; at repetition pace (mile,
    repetition) the lesser of 5 % and 8 km; at marathon pace the lesser of 20 % and 29 km, and 110 minutes where it is
    given by time. A hair over (2 %) is let pass for round numbers. In taper and race weeks the share is taken of the
    biggest of the last four weeks. Races, and work at 10k or half marathon pace, are not capped.

Holds:
    Tu quality 12 km (3 km easy, 5 x 1 km @ interval / 400 m jog, 2 km easy)
        | Th aerobic 12 km | Fr aerobic 20 km | Su long 24 km
    [audience=masters] Tu quality | Su long

Fails:
    Tu quality | Th quality | Fr quality | Su long  -> week 1: three beside the long run
    [audience=masters] Tu quality | Th quality | Su long  -> week 1: two are too many for masters
    [audience=first-timer] Tu quality | Su long  -> week 1: none for a first-timer
    Tu quality 12 km (2 km easy, 8 km @ threshold, 2 km easy) | Th aerobic 8 km | Su long 16 km
        -> Tu: 8 km of threshold in a week of 36
    Tu quality 12 km (6 x 1 km @ 5k / 400 m jog) | Su long 20 km  -> Tu: 6 km of intervals in a week of 32
    Su long 30 km (20 km @ marathon)  -> Su: 20 km at marathon pace in a week of 30
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.model.finding import Fault
from generator.model.plan import Plan, Run, Week
from generator.model.vocabulary import KEY_RUNS
from generator.rules.reading import work_m, work_s
from generator.rules.rule import Evidence, Parameter, Params
from generator.rules.wording import count, km

LEVEL = "error"
PARAMETERS = (
    Parameter("most", 2, "quality sessions a week beside the long run", "lower"),
    Parameter("most_masters", 1, "the same for masters", "lower"),
    Parameter("most_first_timers", 0, "the same for first-timers", "lower"),
    Parameter("threshold_share", 10, "percent of the week at threshold pace in one session", "lower"),
    Parameter("interval_share", 8, "percent of the week at interval pace in one session", "lower"),
    Parameter("interval_m", 10000, "meters at interval pace in one session", "lower"),
    Parameter("repetition_share", 5, "percent of the week at repetition pace in one session", "lower"),
    Parameter("repetition_m", 8000, "meters at repetition pace in one session", "lower"),
    Parameter("marathon_share", 20, "percent of the week at marathon pace in one session", "lower"),
    Parameter("marathon_m", 29000, "meters at marathon pace in one session", "lower"),
    Parameter("marathon_minutes", 110, "minutes at marathon pace in one session", "lower"),
)
EVIDENCE = (
    Evidence(
        "daniels-running-formula",
        "cited",
        "Caps for one session: threshold 10 %, intervals 8 % or 10 km, repetitions 5 % or 8 km, marathon pace 20 % or "
        "29 km or 110 minutes, the lesser each (readers' notes).",
    ),
    Evidence("casado-2022", "cited", "Highly trained and elite runners train mostly at low intensity."),
    Evidence("campos-2022", "cited", "At least 70 % of training volume at low intensity (several ways of measuring)."),
    Evidence("", "convention", "Two quality sessions a week, one for masters, none for first-timers."),
)

_MOST = {"masters": "most_masters", "first-timer": "most_first_timers"}
_ROUNDING = 1.02
_TARGETS = {
    "threshold": ("threshold",),
    "interval": ("interval", "5k", "3k"),
    "repetition": ("repetition", "mile", "1500"),
    "marathon": ("marathon",),
}


def check(plan: Plan, p: Params) -> Iterator[Fault]:
    """Yield faults for too many hard sessions in a week and for too much work in one."""
    most = p[_MOST.get(plan.audience, "most")]
    for index, week in enumerate(plan.weeks):
        yield from _too_many(week, most)
        volume = _volume(plan, index)
        for day in week.days:
            for run in day.runs:
                if run.kind != "race":
                    yield from _too_much(week.number, day.day, run, volume, p)


def _too_many(week: Week, most: int) -> Iterator[Fault]:
    quality = sum(run.kind == "quality" for run in week.runs)
    hard = sum(run.kind in KEY_RUNS for run in week.runs)
    if quality > most:
        text = f"Week {week.number} has {count(quality, 'quality session')}; {most} at most."
        yield Fault(week.number, None, text)
    elif hard > most + 1:
        text = f"Week {week.number} has {hard} quality, long and race runs in all; {most + 1} at most."
        yield Fault(week.number, None, text)


def _volume(plan: Plan, index: int) -> int:
    week = plan.weeks[index]
    if week.running not in ("taper", "race"):
        return week.run_distance_m
    return max(w.run_distance_m for w in plan.weeks[max(0, index - 4) : index + 1])


def _too_much(week: int, day: int, run: Run, volume: int, p: Params) -> Iterator[Fault]:
    for family, targets in _TARGETS.items():
        work = work_m(run, targets)
        shared = volume * p[f"{family}_share"] / 100
        cap = min(shared, p.get(f"{family}_m", shared))
        if volume and work > cap * _ROUNDING:
            text = f"{km(work)} at {family} pace in one session; {km(cap)} is the limit in this week."
            yield Fault(week, day, text)
    minutes = work_s(run, _TARGETS["marathon"]) / 60
    if minutes > p["marathon_minutes"]:
        text = f"{minutes:.0f} minutes at marathon pace in one session; {p['marathon_minutes']} are the limit."
        yield Fault(week, day, text)
