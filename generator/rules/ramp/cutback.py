"""Every third or fourth week is lighter, for the running and the lifting together.

Why:
    Getting fitter takes time off as much as work. If only the running or only the lifting lets up, the week is no
    rest.

Reads:
    At most four weeks in a row go without a lighter one. Taper, race and transition weeks don't count. A cutback week
    runs 15-30% less than the biggest of the three weeks before (12-35% is let pass, for round numbers), and its full
    strength sessions hold fewer sets of the big lifts than the last full week of the same strength phase. In
    maintenance and taper the sets are few already and are not compared. A week whose distance falls by 12% or more
    counts as a lighter one even if it isn't called a cutback. In plans in stages and plans without an end only the
    depth of the cutback weeks is checked.

Holds:
    weeks: 40 44 48 cut 38 50 km
    [cutback] Tu quality+heavy(back-squat knee-dominant 2x6@3)

Fails:
    weeks: 40 42 44 46 48 km  -> week 5: a fifth week without a lighter one
    weeks: 40 44 48 cut 46 km  -> week 4: only 4% less
    weeks: 40 44 48 cut 24 km  -> week 4: half is too much
    Tu quality 20 km+heavy || [cutback] Tu quality 16 km+heavy  -> week 2: the lifting didn't let up
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.language import _, ngettext
from generator.model.finding import Fault
from generator.model.plan import Plan, Week
from generator.rules.measure import Measured, longest
from generator.rules.reading import big_sets, key_lifts, week_distance
from generator.rules.rule import Evidence, Parameter, Params
from generator.rules.wording import distance, percent_less

LEVEL = "warning"
PARAMETERS = (
    Parameter("most", 4, "weeks in a row that may go without a lighter one", "lower"),
    Parameter("least_cut", 12, "percent less that a cutback week runs, at least", "higher"),
    Parameter("most_cut", 35, "percent less that a cutback week runs, at most", "lower"),
)
EVIDENCE = (
    Evidence(
        "rogerson-2024",
        "cited",
        "246 competitive lifters: a lighter week every 5.6 weeks on average, mostly with fewer sets and repetitions.",
    ),
    Evidence("bell-2023", "cited", "Coaches describe a deload as a planned stretch of less training stress."),
    Evidence("", "convention", "Every third or fourth week, 15-30% less running, with the lifting's deload."),
)

_LOADING = ("off-season", "base", "build", "specific")
_COMPARED = ("base", "base_hold", "heavy", "power")


def check(plan: Plan, p: Params) -> Iterator[Fault]:
    """Yield faults for long stretches without a lighter week and for cutbacks that are none."""
    distances = [week_distance(week) for week in plan.weeks]
    row = 0
    for index, week in enumerate(plan.weeks):
        before = longest(distances[max(0, index - 3) : index])
        if week.cutback:
            yield from _depth(plan, week, distances[index], before, p)
            yield from _lifting(plan, index)
        light = week.cutback or (before.metres and not distances[index].over(100 - p["least_cut"], before))
        row = row + 1 if week.running in _LOADING and not light else 0
        if row == p["most"] + 1 and not (plan.staged or plan.rolling):
            first = plan.weeks[index - p["most"]].number
            text = _("Weeks {first} to {last} have no lighter week among them; {most} in a row are the most.")
            yield Fault(week.number, None, text.format(first=first, last=week.number, most=p["most"]))


def _depth(plan: Plan, week: Week, ours: Measured, before: Measured, p: Params) -> Iterator[Fault]:
    fits = not (ours.over(100 - p["least_cut"], before) or ours.under(100 - p["most_cut"], before))
    if not before.metres or fits:
        return
    less = percent_less((1 - ours.metres / before.metres) * 100, p["least_cut"], p["most_cut"])
    text = _(
        "Cutback week {week} runs {distance}, {less} than the biggest of the three weeks before ({before}); "
        "{least} to {most}% less is needed."
    )
    band = {"least": p["least_cut"], "most": p["most_cut"]}
    far, far_before = distance(ours.metres, plan.units), distance(before.metres, plan.units)
    text = text.format(week=week.number, distance=far, less=less, before=far_before, **band)
    yield Fault(week.number, None, text)


def _lifting(plan: Plan, index: int) -> Iterator[Fault]:
    week = plan.weeks[index]
    lifts = key_lifts(week)
    before = _last_full(plan, index)
    if before is None or week.strength not in _COMPARED:
        return
    ours, theirs = big_sets(lifts), big_sets(key_lifts(before))
    if theirs and ours >= theirs:
        text = ngettext(
            "Cutback week {week} has {n} set of big lifts, week {before} has {sets}; the lifting has to let up with "
            "the running.",
            "Cutback week {week} has {n} sets of big lifts, week {before} has {sets}; the lifting has to let up with "
            "the running.",
            ours,
        )
        yield Fault(week.number, None, text.format(week=week.number, before=before.number, sets=theirs))


def _last_full(plan: Plan, index: int) -> Week | None:
    strength = plan.weeks[index].strength
    for week in reversed(plan.weeks[:index]):
        if week.strength != strength:
            return None
        if not week.cutback and key_lifts(week):
            return week
    return None
