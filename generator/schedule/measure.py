"""What placed weeks cost by the preferences, whoever placed them: for saying why another day would be worse."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from generator.model.frame import PlacedWeek
from generator.model.vocabulary import KEY_LIFTS
from generator.rules.policy import Policy
from generator.schedule.cell import Cell, cell_at
from generator.schedule.demand import demand_of, missed, off_weekend
from generator.schedule.law import BROKEN, SEAM, WINDOW, Law
from generator.schedule.pattern import changes_between, pattern_of
from generator.schedule.preferences import CHANGES, SHUFFLED, Preferences, gap_cost, packed, seam_gap_cost, unpacked
from generator.schedule.seam import cost_after, run_after
from generator.schedule.steps import Steps, last_days


class Measure:
    """Measures plans under one policy."""

    def __init__(self, policy: Policy) -> None:
        self._law = Law(policy)
        self._steps = Steps(self._law)

    def cost(self, placed: Sequence[PlacedWeek]) -> Preferences | None:
        """Return the cost of weeks that follow each other, by component; None if they break a rule at level error."""
        weeks = [_cells(week) for week in placed]
        stepped = self._stepped(weeks)
        if stepped is None:
            return None
        total = stepped + sum(packed(_own(week)) for week in placed) + _gaps(weeks)
        for (one, earlier), (other, later) in pairwise(zip(placed, weeks, strict=True)):
            changes = changes_between(demand_of(one.frame), demand_of(other.frame))
            before, after = (pattern_of([(c.order, c.kind, c.lift) for c in week]) for week in (earlier, later))
            total += CHANGES * changes.least(before, after)
            shared = changes.quiet_bits(before) & changes.quiet_bits(after)
            total += SHUFFLED * (changes.quiet - shared.bit_count())
        return unpacked(total)

    def _stepped(self, weeks: Sequence[Sequence[Cell]]) -> int | None:
        path: tuple[int, ...] = ()
        total = 0
        for week in weeks:
            path = (*path, SEAM) if path else path
            for cell in week:
                path = (*path, self._law.number(cell))
                near = self._steps.near(last_days(path, WINDOW + 1))
                far = self._steps.far(path)
                if BROKEN in (near, far):
                    return None
                total += near + far
        return total + cost_after(self._steps, path, run_after(self._law, weeks[-1][-1]))


def _cells(week: PlacedWeek) -> list[Cell]:
    return [cell_at(week.frame, position, day.kind, day.lift) for position, day in enumerate(week.days)]


def _own(week: PlacedWeek) -> Preferences:
    frame = week.frame
    days = [(position, day.kind, day.lift) for position, day in enumerate(week.days)]
    most = {key: sum(a.most for a in frame.lifts if (a.kind in KEY_LIFTS) == key) for key in (True, False)}
    placed = {key: sum(lift is not None and (lift in KEY_LIFTS) == key for _, _, lift in days) for key in (True, False)}
    return Preferences(
        missing_key=most[True] - placed[True],
        missing_short=most[False] - placed[False],
        wishes=sum(missed(frame, *day) for day in days),
        weekend=sum(off_weekend(frame, position, kind) for position, kind, _ in days),
    )


def _gaps(weeks: Sequence[Sequence[Cell]]) -> int:
    """Gaps in each week, to its ends and across the seams; the first week's as if its like came before."""
    total = 0
    ends: list[tuple[int, int]] = []
    for week in weeks:
        hard = [day for day, cell in enumerate(week) if cell.hard]
        head, tail = (hard[0], len(week) - 1 - hard[-1]) if hard else (len(week), len(week))
        total += gap_cost(head) + gap_cost(tail) + sum(gap_cost(b - a - 1) for a, b in pairwise(hard))
        ends.append((head, tail))
    across = sum(seam_gap_cost(before[1], after[0]) for before, after in pairwise(ends))
    return total + across + seam_gap_cost(ends[0][1], ends[0][0])
