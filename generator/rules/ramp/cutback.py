"""Every third or fourth week is lighter, for the running and the lifting together.

Why:
    Adaptation needs time off as much as work. If only one of the two lets up, the week is not a rest.

Reads:
    At most four weeks in a row go without a lighter one, leaving out taper, race and transition weeks. A cutback week
    runs 15-30 % less than the most of the three weeks before (12-35 % is let pass, for round numbers), and its full
    strength sessions hold fewer sets of the big lifts than the last full week of the same strength phase. In
    maintenance and taper the sets are few already and are not compared. A week whose distance falls that far counts as
    a lighter one even if it isn't called a cutback. Plans in stages and plans without an end are held to the depth of
    their cutback weeks alone.

Holds:
    weeks: 40 44 48 cut 38 50 km
    [cutback] Tu quality+heavy(back-squat knee-dominant 2x6@3)

Fails:
    weeks: 40 42 44 46 48 km  -> week 5: a fifth week without a lighter one
    weeks: 40 44 48 cut 46 km  -> week 4: only 4 % less
    weeks: 40 44 48 cut 24 km  -> week 4: half is too much
    Tu quality 20 km+heavy || [cutback] Tu quality 16 km+heavy  -> week 2: the lifting didn't let up
"""

from __future__ import annotations

from collections.abc import Iterator

from generator.model.finding import Fault
from generator.model.plan import Plan, Week
from generator.rules.reading import big_sets, key_lifts
from generator.rules.rule import Evidence, Parameter, Params
from generator.rules.wording import count, km

LEVEL = "warning"
PARAMETERS = (
    Parameter("most", 4, "weeks in a row without a lighter one", "lower"),
    Parameter("least_cut", 12, "percent by which a cutback week runs less, at least", "higher"),
    Parameter("most_cut", 35, "percent by which a cutback week runs less, at most", "lower"),
)
EVIDENCE = (
    Evidence(
        "rogerson-2024",
        "cited",
        "246 competitive lifters took a lighter week every 5.6 +/- 2.3 weeks, mostly with fewer sets and repetitions.",
    ),
    Evidence("bell-2023", "cited", "Coaches agree on what a deload is: a planned stretch of less training stress."),
    Evidence("", "convention", "Every third or fourth week, 15-30 % less running, with the lifting's deload."),
)

_LOADING = ("off-season", "base", "build", "specific")
_COMPARED = ("base", "base_hold", "heavy", "power")


def check(plan: Plan, p: Params) -> Iterator[Fault]:
    """Yield faults for long stretches without a lighter week and for cutbacks that are none."""
    row = 0
    for index, week in enumerate(plan.weeks):
        if week.cutback:
            yield from _depth(plan, index, p)
            yield from _lifting(plan, index)
        light = week.cutback or _share(plan, index) * 100 <= 100 - p["least_cut"]
        row = row + 1 if week.running in _LOADING and not light else 0
        if row == p["most"] + 1 and not (plan.staged or plan.rolling):
            text = f"Week {week.number} is the {_nth(row)} in a row without a lighter week."
            yield Fault(week.number, None, text)


def _share(plan: Plan, index: int) -> float:
    before = _most_before(plan, index)
    return plan.weeks[index].run_distance_m / before if before else 1.0


def _most_before(plan: Plan, index: int) -> int:
    return max((week.run_distance_m for week in plan.weeks[max(0, index - 3) : index]), default=0)


def _depth(plan: Plan, index: int, p: Params) -> Iterator[Fault]:
    before, week = _most_before(plan, index), plan.weeks[index]
    cut = (1 - _share(plan, index)) * 100
    if before and not p["least_cut"] - 1e-9 <= cut <= p["most_cut"] + 1e-9:
        text = f"Cutback week {week.number} runs {km(week.run_distance_m)} after {km(before)}: "
        yield Fault(week.number, None, f"{text}{cut:.0f} % less, where 15 to 30 % are meant.")


def _lifting(plan: Plan, index: int) -> Iterator[Fault]:
    week = plan.weeks[index]
    lifts = key_lifts(week)
    before = _last_full(plan, index)
    if not lifts or before is None or week.strength not in _COMPARED:
        return
    ours, theirs = big_sets(lifts), big_sets(key_lifts(before))
    if ours >= theirs:
        text = f"Cutback week {week.number} has {count(ours, 'set')} of big lifts, week {before.number} {theirs}: "
        yield Fault(week.number, None, text + "running and lifting cut back together.")


def _last_full(plan: Plan, index: int) -> Week | None:
    strength = plan.weeks[index].strength
    for before in range(index - 1, -1, -1):
        week = plan.weeks[before]
        if week.strength != strength:
            return None
        if not week.cutback and key_lifts(week):
            return week
    return None


def _nth(number: int) -> str:
    return {1: "first", 2: "second", 3: "third", 4: "fourth", 5: "fifth", 6: "sixth"}.get(number, f"{number}th")
