"""After days or runs were lost: no later run or week may break a rule on distance that the plan itself keeps.

The rules are asked, not copied: as long as one of them finds a fault that the plan without layers does not have, the
run or the week it names gives up a kilometer or a mile, or a quality run a repetition. After an illness of a week or
more a warning about a single run counts like an error.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from generator.frozen import frozen
from generator.layers.running_days import (
    Measures,
    WeekDays,
    changed,
    distance_of,
    fewer_repeats,
    plain,
    shorter,
)
from generator.model.finding import Fault
from generator.model.plan import Day, Plan, Run, Week
from generator.model.vocabulary import RunKind
from generator.rules import RULES
from generator.rules.policy import Policy
from generator.rules.rule import Rule

_ASKED = ("ramp", "single-run-spike", "quality-cap")
_CAREFUL = "single-run-spike"
_SHRINKS = ("long", "aerobic", "easy", "quality")


@frozen
class Climb:
    """A plan whose weeks are laid anew, and the one without layers, whose own faults stay.

    ``careful_from``: the day from which warnings count; None if nobody was ill for long. ``cut_short``: the weeks of
    an illness.
    """

    plan: Plan
    without: Plan
    policy: Policy
    measures: Measures
    careful_from: int | None
    cut_short: frozenset[int]

    def climbed(self, weeks: Sequence[WeekDays], fixed: frozenset[int]) -> tuple[WeekDays, ...]:
        """Return the weeks with whatever breaks a rule made less; ``fixed`` days (absolute) stay as they are."""
        known = {(slug, fault.text) for slug, fault in self._faults(self.without)}
        found = list(weeks)
        while True:
            faults = self._faults(self._with_days(found))
            new = (fault for fault in faults if (fault[0], fault[1].text) not in known)
            for slug, fault in new:
                index = (fault.week or 1) - 1
                less = None if fault.day in fixed else self._less(found, slug, fault, fixed)
                if less is not None:
                    found[index] = less
                    break
                known.add((slug, fault.text))
            else:
                return tuple(found)

    def _faults(self, plan: Plan) -> Iterator[tuple[str, Fault]]:
        for rule in (rule for rule in RULES if rule.slug in _ASKED and rule.check is not None):
            if self.policy.level(rule.slug) != "off":
                assert rule.check is not None
                for fault in rule.check(plan, self.policy.params(rule.slug)):
                    if self._counts(rule, fault):
                        yield rule.slug, fault

    def _counts(self, rule: Rule, fault: Fault) -> bool:
        severe = fault.severity != "warning" and self.policy.level(rule.slug) == "error"
        careful = self.careful_from is not None and fault.day is not None and fault.day >= self.careful_from
        return severe or (careful and rule.slug == _CAREFUL)

    def _with_days(self, weeks: Sequence[WeekDays]) -> Plan:
        found = []
        for week, days in zip(self.plan.weeks, weeks, strict=True):
            laid = replace(week, days=days, run_distance_m=distance_of(days))
            found.append(planned(laid, week) if week.number in self.cut_short else laid)
        return replace(self.plan, weeks=tuple(found))

    def _less(self, weeks: Sequence[WeekDays], slug: str, fault: Fault, fixed: frozenset[int]) -> WeekDays | None:
        """Return the fault's week with a little less of what it is about; None if nothing can be spared."""
        week = weeks[(fault.week or 1) - 1]
        position = None if fault.day is None else fault.day - week[0].day
        if position is None:
            return _replaced(week, self._shortened(week, fixed)) if slug == "ramp" else None
        day = week[position]
        run = max((r for r in day.runs if r.kind != "race"), key=lambda r: r.distance_m or 0, default=None)
        if run is None:
            return None
        if slug == "quality-cap":
            return _replaced(week, (position, changed(day, run, self._easier(run))))
        if slug == "single-run-spike" and fault.severity == "warning" and self._one_step(weeks, day, run):
            return None
        return _replaced(week, (position, self._cut(day, run)))

    def _one_step(self, weeks: Sequence[WeekDays], day: Day, run: Run) -> bool:
        """True if the run is at most one unit beyond the longest run of the days before: so much it may always grow."""
        first = day.day - int(self.policy.params("single-run-spike")["days"])
        before = (each for week in weeks for each in week if first <= each.day < day.day)
        longest = max((r.distance_m or 0 for each in before for r in each.runs), default=0)
        return self.measures.floor((run.distance_m or 0) - 1) <= longest

    def _easier(self, run: Run) -> Run:
        """A repetition less; where none can be spared, the same distance without the hard part."""
        fewer = fewer_repeats(run)
        if fewer is not None:
            return fewer
        return plain(run, run.kind if run.kind == "long" else self._steady(run.distance_m), run.distance_m)

    def _steady(self, distance_m: int | None) -> RunKind:
        return "aerobic" if distance_m is None or distance_m >= self.measures.least_aerobic else "easy"

    def _cut(self, day: Day, run: Run) -> Day | None:
        """A unit less. A quality run that has to be cut is run steady; the shortest useful run is left as it is."""
        if run.kind == "quality":
            return changed(day, run, plain(run, self._steady(run.distance_m), run.distance_m))
        less = self.measures.floor((run.distance_m or 0) - 1)
        if less < self.measures.shortest:
            return None
        if run.kind == "aerobic" and less < self.measures.least_aerobic:
            return changed(day, run, plain(run, "easy", less))
        return changed(day, run, shorter(run, less))

    def _shortened(self, week: WeekDays, fixed: frozenset[int]) -> tuple[int, Day] | None:
        """Cut the week's longest run against its plan's; when all are as short as can be, leave out the easiest."""
        original = {day.day: day for known in self.plan.weeks for day in known.days}
        runs = [
            (position, day, run)
            for position, day in enumerate(week)
            for run in day.runs
            if run.kind in _SHRINKS and run.distance_m and day.day not in fixed
        ]
        runs.sort(key=lambda found: (found[2].kind == "quality", -_share(found[2], original[found[1].day])))
        for position, day, run in runs:
            cut = self._cut(day, run)
            if cut is not None:
                return position, cut
        for position, day, run in sorted(runs, key=lambda found: -_SHRINKS.index(found[2].kind)):
            return position, changed(day, run, None)
        return None


def planned(week: Week, before: Week) -> Week:
    """Return a week that an illness cut short, knowing the distance it had before."""
    return replace(week, planned_m=before.run_distance_m)


def _share(run: Run, original: Day) -> float:
    before = max((r.distance_m or 0 for r in original.runs), default=0)
    return (run.distance_m or 0) / before if before else 1.0


def _replaced(week: WeekDays, part: tuple[int, Day | None] | None) -> WeekDays | None:
    if part is None or part[1] is None:
        return None
    return (*week[: part[0]], part[1], *week[part[0] + 1 :])
