"""What the rule on leaps of single runs says of weeks in other orders, asked only about the runs that may leap.

A run is compared with the longest of so many days before it. Most weeks before it are seen whole from all of its own
week's days, in whatever order. So what is said of a week's runs can change with the order of its own days, and of the
days of the week or two that lie so far back that only some of them are seen. Each run's verdict is the rule's own.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from generator.model.plan import Day, Plan
from generator.model.vocabulary import Severity
from generator.moves.orders import Order
from generator.rules.ramp.single_run_spike import leap
from generator.rules.rule import Params

#: What a day's runs are to the rule, in meters: the longest, races among them, and each that is no race.
_Runs = tuple[int, tuple[int, ...]]


class Leaps:
    """Judges the runs of a plan's weeks in other orders. All weeks are told by their index.

    ``touched``: weeks whose order may matter. ``earlier``: by week, those before it whose order may make an error of
    an order of its own.
    """

    def __init__(self, plan: Plan, params: Params) -> None:
        weeks = [tuple(map(_runs_of, week.days)) for week in plan.weeks]
        firsts = [0]
        for week in weeks:
            firsts.append(firsts[-1] + len(week))
        #: By week: those, itself among them, whose runs may leap or not, as its days are ordered.
        self._judged: dict[int, list[_Week]] = {}
        self.earlier: dict[int, frozenset[int]] = {}
        for at in range(1, len(weeks)):
            judged = _Week(weeks, firsts, at, params)
            if judged.may_leap:
                for moved in judged.seen:
                    self._judged.setdefault(moved, []).append(judged)
            if judged.may_err:
                self.earlier[at] = frozenset(judged.seen) - {at}

    @property
    def touched(self) -> frozenset[int]:
        """The weeks whose order may matter."""
        return frozenset(self._judged)

    def added(self, orders: Mapping[int, Order]) -> Counter[Severity]:
        """Return what weeks in other orders leap over, by how bad it is, beyond what the printed weeks do."""
        found: Counter[Severity] = Counter()
        for judged in dict.fromkeys(judged for moved in orders for judged in self._judged.get(moved, ())):
            found.update(judged.count(orders))
            found.subtract(judged.count({}))
        return +found


class _Week:
    """A week's runs and what they are compared with.

    ``before``: the longest run of the weeks that all of its days see whole. Shorter ones elsewhere never matter, nor
    do its own runs that don't go far enough beyond. ``seen``: by week the days that do, of itself and of earlier
    weeks that only some of its days see, or see in part; where none does, the week is left out.
    """

    def __init__(self, weeks: Sequence[Sequence[_Runs]], firsts: Sequence[int], at: int, params: Params) -> None:
        self._at, self._firsts, self._params = at, firsts, params
        days = params["days"]
        first, last = firsts[at], firsts[at + 1] - 1
        within = [i for i in range(max(0, at - days - 1), at) if firsts[i + 1] - 1 >= first - days]
        sure = {i for i in within if firsts[i] >= last - days}
        self._before = before = max((longest for i in sure for longest, _ in weeks[i]), default=0)
        own = max((run for _, runs in weeks[at] for run in runs), default=0)
        self.may_leap = self._beyond(own, params["warn"])
        self.may_err = self._beyond(own, params["most"]) and own > before + params["free_step_m"]
        self.seen: dict[int, tuple[_Runs, ...]] = {}
        for i in (*(i for i in within if i not in sure), at):
            rows = ((longest if longest > before else 0, runs if i == at else ()) for longest, runs in weeks[i])
            row = tuple(
                (longest, tuple(run for run in runs if self._beyond(run, params["warn"]))) for longest, runs in rows
            )
            if any(longest or runs for longest, runs in row):
                self.seen[i] = row
        self._counts: dict[tuple[tuple[_Runs, ...], ...], Counter[Severity]] = {}

    def _beyond(self, run: int, percent: int) -> bool:
        return run * 100 > self._before * (100 + percent)

    def count(self, orders: Mapping[int, Order]) -> Counter[Severity]:
        """Return how many of the week's runs leap, by how bad it is; remembered by what stands on the days seen."""
        rows = tuple([tuple([row[day] for day in orders[i]]) if i in orders else row for i, row in self.seen.items()])
        if rows not in self._counts:
            self._counts[rows] = Counter(self._leaps(dict(zip(self.seen, rows, strict=True))))
        return self._counts[rows]

    def _leaps(self, rows: Mapping[int, Sequence[_Runs]]) -> Iterator[Severity]:
        line = [(day, longest) for i, row in rows.items() for day, (longest, _) in enumerate(row, self._firsts[i])]
        for day, (_, runs) in enumerate(rows.get(self._at, ()), self._firsts[self._at]):
            if runs:
                since = day - self._params["days"]
                longest = max((metres for on, metres in line if since <= on < day), default=0)
                longest = max(longest, self._before)
                for found in (leap(run, longest, self._params) for run in runs) if longest else ():
                    if found:
                        yield found


def _runs_of(day: Day) -> _Runs:
    distances = [(run.kind, run.distance_m or 0) for run in day.runs]
    return max((run for _, run in distances), default=0), tuple(run for kind, run in distances if kind != "race")
