"""Hard running is capped: so many sessions a week, so much work in each.

Why:
    Most of a runner's time is easy on purpose. Past a certain amount, more hard running adds tiredness and little
    else.

Reads:
    Beside the long run a week has at most two quality sessions, for masters one, for first-timers none. Quality runs,
    long runs and races together are at most one more than that. In one session, work at threshold pace is at most 10%
    of the week's distance. Work at interval pace (3k, 5k, interval) is at most 8% and at most 10 km (6.2 mi). Work at
    repetition pace (mile, repetition) is at most 5% and at most 8 km (5 mi). Work at marathon pace is at most 20% and
    at most 29 km (18 mi), or 110 minutes where it is given by time. Going over by 2% is let pass, for round numbers.
    In taper and race weeks the share is taken of the biggest of the last four weeks, and in weeks that an illness cut
    short of the distance they had before. Races, and work at 10k or half marathon pace, are not capped.

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

from generator.language import N_, _, ngettext
from generator.model.finding import Fault
from generator.model.plan import Plan, Run, Week
from generator.model.vocabulary import KEY_RUNS
from generator.rules.measure import Measured, longest
from generator.rules.reading import flat_steps, week_distance, work_at, work_s
from generator.rules.rule import Evidence, Parameter, Params
from generator.rules.wording import apart, of_week

LEVEL = "error"
PARAMETERS = (
    Parameter("most", 2, "quality sessions a week beside the long run", "lower"),
    Parameter("most_masters", 1, "quality sessions a week beside the long run, for masters", "lower"),
    Parameter("most_first_timers", 0, "quality sessions a week beside the long run, for first-timers", "lower"),
    Parameter("threshold_share", 10, "percent of the week at threshold pace in one session", "lower"),
    Parameter("interval_share", 8, "percent of the week at interval pace in one session", "lower"),
    Parameter("interval_m", 10000, "meters at interval pace in one session (6.2 mi)", "lower"),
    Parameter("repetition_share", 5, "percent of the week at repetition pace in one session", "lower"),
    Parameter("repetition_m", 8000, "meters at repetition pace in one session (5 mi)", "lower"),
    Parameter("marathon_share", 20, "percent of the week at marathon pace in one session", "lower"),
    Parameter("marathon_m", 29000, "meters at marathon pace in one session (18 mi)", "lower"),
    Parameter("marathon_minutes", 110, "minutes at marathon pace in one session", "lower"),
)
EVIDENCE = (
    Evidence(
        "daniels-running-formula",
        "cited",
        "Limits for one session: threshold 10%; intervals 8% and 10 km; repetitions 5% and 8 km; marathon pace 20%, "
        "29 km and 110 minutes; the smallest one counts (from readers' notes).",
    ),
    Evidence("casado-2022", "cited", "Highly trained and elite runners train mostly at low intensity."),
    Evidence("campos-2022", "cited", "70% of training volume or more is at low intensity, measured in several ways."),
    Evidence("", "convention", "Two quality sessions a week, one for masters, none for first-timers."),
)

_MOST = {"masters": "most_masters", "first-timer": "most_first_timers"}
_ROUND_NUMBERS = 1.02
_AT_PACE = {
    "threshold": N_("at threshold pace"),
    "interval": N_("at interval pace"),
    "repetition": N_("at repetition pace"),
    "marathon": N_("at marathon pace"),
}
_TARGETS = {
    "threshold": ("threshold",),
    "interval": ("interval", "5k", "3k"),
    "repetition": ("repetition", "mile", "1500"),
    "marathon": ("marathon",),
}


def check(plan: Plan, p: Params) -> Iterator[Fault]:
    """Yield faults for too many hard sessions in a week and for too much work in one."""
    most = p[_MOST.get(plan.audience, "most")]
    distances = [week_distance(week) for week in plan.weeks]
    for index, week in enumerate(plan.weeks):
        yield from _too_many(week, most)
        eased = week.running in ("taper", "race")
        volume = longest(distances[max(0, index - 4) : index + 1]) if eased else distances[index]
        volume = volume if week.planned_m is None else longest((volume, Measured(week.planned_m)))
        for day in week.days:
            for run in day.runs:
                for text in _too_much(plan, run, volume, p):
                    yield Fault(week.number, day.day, text.replace("{day}", of_week(day, week.number)))


def _too_many(week: Week, most: int) -> Iterator[Fault]:
    quality = sum(run.kind == "quality" for run in week.runs)
    hard = sum(run.kind in KEY_RUNS for run in week.runs)
    if quality > most:
        text = ngettext(
            "Week {week} has {n} quality session; {most} at most.",
            "Week {week} has {n} quality sessions; {most} at most.",
            quality,
        )
        yield Fault(week.number, None, text.format(week=week.number, most=most))
    elif hard > most + 1:
        text = _("Week {week} has {number} quality, long and race runs in all; {most} at most.")
        yield Fault(week.number, None, text.format(week=week.number, number=hard, most=most + 1))


def _too_much(plan: Plan, run: Run, volume: Measured, p: Params) -> Iterator[str]:
    if run.kind == "race":
        return
    done = {step.target for step, _ in flat_steps(run.steps)}
    for family, targets in _TARGETS.items():
        if done.isdisjoint(targets):
            continue
        work = work_at(run, targets)
        share, fixed = p[f"{family}_share"], p.get(f"{family}_m", float("inf"))
        minutes = work_s(run, targets) / 60
        # in a week that is given by time alone there is nothing to take a share of
        over = volume.metres and work.over(share * _ROUND_NUMBERS, volume)
        if over or work.beyond(fixed * _ROUND_NUMBERS):
            shared = volume.metres * share / 100 if volume.metres else fixed
            ours, cap = apart(work.metres, min(fixed, shared), plan.units)
            text = _("{day} has {distance} {at_pace} in one session; {most} is the limit in that week.")
            yield text.replace("{distance}", ours).replace("{most}", cap).replace("{at_pace}", _(_AT_PACE[family]))
        elif minutes > p.get(f"{family}_minutes", float("inf")):
            text = _("{day} has {minutes} minutes {at_pace} in one session; {most} are the limit.")
            text = text.replace("{minutes}", f"{minutes:.0f}").replace("{most}", str(p[f"{family}_minutes"]))
            yield text.replace("{at_pace}", _(_AT_PACE[family]))
