"""A plan's numbers as rows of words for a terminal: weeks, phases, sets by movement."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence

from generator.frozen import frozen
from generator.model.units import METRES_PER
from generator.publish.escape import plain
from generator.rules.wording import count
from generator.stats.measure import PlanNumbers, WeekNumbers

_GAP = "  "
_SHORT = {"abbreviated": "short", "maintenance": "maint."}
#: Movements in words that stand side by side in eighty columns.
_MOVEMENTS = {
    "knee-dominant": "knee",
    "hip-dominant": "hip",
    "thrust": "thrust",
    "single-leg-knee": "1-leg knee",
    "single-leg-hip": "1-leg hip",
    "calf": "calf",
    "frontal-plane": "side",
    "trunk": "trunk",
    "plyometric": "jumps",
    "single-joint": "joint",
    "upper-body": "upper",
}
NOTES = (
    "Long and quality: distance, and share of the week. Hard: days with a quality run,",
    "long run, race or key lift. Of a phase: means; its largest week, its longest long run.",
    "Sets: a set on each side counts once, an extra set of the weaker side not at all.",
    "Minutes: runs as the plan has them. Lifts are estimated: warm-up,",
    "sets x (repetitions at 4 s + rest), setting up.",
)


@frozen
class Grid:
    """A table: a title, the columns' names, and rows of texts; the first ``left`` columns stand to the left."""

    title: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    left: int = 1


def grids(numbers: PlanNumbers) -> tuple[Grid, ...]:
    """Return the plan's tables: weeks, phases (a usual week of each), and sets where it has any; for 80 columns."""
    found = [_running_weeks(numbers), _time_of_weeks(numbers), _phases(numbers)]
    return (*found, _sets(numbers)) if numbers.slots else tuple(found)


def notes(numbers: PlanNumbers) -> tuple[str, ...]:
    """Return what the tables mean, and what is missing from them."""
    total = numbers.total
    found = list(NOTES)
    if total.race_m:
        found.append("A race counts in its week's distance.")
    if total.by_time:
        found.append(f"{count(total.by_time, 'run')} without a distance: they count in runs and minutes alone.")
    if total.untimed:
        found.append(f"{count(total.untimed, 'session')} without a length (races, what is open): not in the minutes.")
    return tuple(found)


def plain_text(numbers: PlanNumbers) -> str:
    """Return the tables in plain text, for a pipe."""
    parts = [f"{plain(numbers.title)} ({plain(numbers.id)}), {len(numbers.weeks)} weeks, {numbers.units}"]
    parts += [_plain(grid) for grid in grids(numbers)]
    return "\n\n".join([*parts, "\n".join(notes(numbers))])


def terminal_text(numbers: PlanNumbers, width: int) -> str:
    """Return the tables drawn for a terminal of that many columns, in color."""
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    out = io.StringIO()
    console = Console(file=out, force_terminal=True, width=max(width, _widest(numbers)), color_system="standard")
    console.print(Text(f"{plain(numbers.title)} ({plain(numbers.id)}), {len(numbers.weeks)} weeks", style="bold"))
    for grid in grids(numbers):
        table = Table(title=f"\n{grid.title}", title_justify="left", box=None, padding=(0, 2, 0, 0), pad_edge=False)
        for place, name in enumerate(grid.head):
            table.add_column(Text(name), justify="left" if place < grid.left else "right", no_wrap=True)
        for row in grid.rows:
            light = row[-1] in ("lighter", "race") or row[0] == "all"
            table.add_row(*(Text(cell) for cell in row), style="dim" if light else None)
        console.print(table)
    console.print()
    for note in notes(numbers):
        console.print(Text(note, style="dim"))
    return out.getvalue().rstrip("\n")


def _widest(numbers: PlanNumbers) -> int:
    """Return how many columns the widest table takes, so that none is cut off."""
    lines = (line for grid in grids(numbers) for line in _plain(grid).splitlines())
    return max(map(len, lines)) + len(_GAP)


def _plain(grid: Grid) -> str:
    rows = (grid.head, *grid.rows)
    widths = [max(len(row[place]) for row in rows) for place in range(len(grid.head))]
    lines = (
        _GAP.join(
            f"{cell:<{wide}}" if place < grid.left else f"{cell:>{wide}}"
            for place, (cell, wide) in enumerate(zip(row, widths, strict=True))
        ).rstrip()
        for row in rows
    )
    return "\n".join([grid.title, *lines])


def _running_weeks(numbers: PlanNumbers) -> Grid:
    titles = {phase.id: phase.title for phase in numbers.phases}
    rows = [(str(week.number), plain(titles[week.phase])[:24], *_running(week, numbers)) for week in numbers.weeks]
    rows.append(("all", "", *_running(numbers.total, numbers)))
    head = ("week", "phase", numbers.units, "runs", "long", "%", "quality", "%", "hard", "")
    return Grid("Running by week", head, tuple(rows), left=2)


def _time_of_weeks(numbers: PlanNumbers) -> Grid:
    kinds, total = numbers.lift_kinds, numbers.total
    rows = [(str(week.number), *_lifts(week, kinds), *_minutes(week), _word(week)) for week in numbers.weeks]
    rows.append(("all", *_lifts(total, kinds), *_minutes(total), ""))
    head = ("week", *(_SHORT.get(kind, kind) for kind in kinds), "min running", "lifting", "other", "in all", "")
    return Grid("Lifts and minutes by week", head, tuple(rows))


def _word(week: WeekNumbers) -> str:
    return "race" if week.race_m else "lighter" if week.cutback else ""


def _running(week: WeekNumbers, numbers: PlanNumbers) -> tuple[str, ...]:
    """Return a week's cells, or all weeks' together: the long run's share is then left out."""
    whole = not week.running
    return (
        amount(week.run_distance_m, numbers),
        str(week.runs),
        amount(week.long_run_m, numbers) if week.long_run_m else "-",
        "" if whole else _percent(week.long_share),
        amount(week.quality_m, numbers) if week.quality_m else "-",
        _percent(week.quality_share),
        str(week.hard_days),
        "" if whole else _word(week),
    )


def _lifts(week: WeekNumbers, kinds: Sequence[str]) -> tuple[str, ...]:
    return tuple(str(week.lifts.get(kind) or "-") for kind in kinds)


def _minutes(week: WeekNumbers) -> tuple[str, ...]:
    return tuple(str(minutes(s)) if s else "-" for s in (week.run_s, week.lift_s, week.cross_s, week.total_s))


def _phases(numbers: PlanNumbers) -> Grid:
    """A usual week of each phase: means of its weeks; the longest long run, the largest week."""
    head = ("phase", "weeks", numbers.units, "most", "long", "%", "qual. %", "runs", "lifts", "sets", "hard", "min")
    rows = []
    for phase in numbers.phases:
        total, weeks = phase.total, len(phase.weeks)
        longs = [week.long_share for week in phase.weeks if week.long_share is not None]
        rows.append((
            plain(phase.title)[:16],
            str(weeks),
            amount(total.run_distance_m / weeks, numbers),
            amount(max(week.run_distance_m for week in phase.weeks), numbers),
            amount(total.long_run_m, numbers) if total.long_run_m else "-",
            f"{sum(longs) / len(longs):.0f}" if longs else "-",
            _percent(total.quality_share),
            _mean(total.runs, weeks),
            _mean(sum(total.lifts.values()), weeks),
            _mean(sum(total.sets.values()), weeks),
            _mean(total.hard_days, weeks),
            str(minutes(total.total_s / weeks)),
        ))  # fmt: skip
    return Grid("A usual week of each phase", head, tuple(rows))


def _sets(numbers: PlanNumbers) -> Grid:
    """Sets by movement, a row a week; a range where a program writes one."""
    slots = numbers.slots
    rows = [(str(week.number), *_of_slots(week, slots), str(sum(week.sets.values()))) for week in numbers.weeks]
    total = numbers.total
    rows.append(("all", *_of_slots(total, slots), str(sum(total.sets.values()))))
    return Grid("Sets a week by movement", ("week", *(_MOVEMENTS[slot] for slot in slots), "all"), tuple(rows))


def _of_slots(week: WeekNumbers, slots: Sequence[str]) -> tuple[str, ...]:
    return tuple(_span(week.sets, week.sets_most, slot) for slot in slots)


def _span(least: Mapping[str, int], most: Mapping[str, int], slot: str) -> str:
    low, high = least.get(slot, 0), most.get(slot, 0)
    return "-" if not high else str(low) if low == high else f"{low}-{high}"


def amount(metres: float, numbers: PlanNumbers) -> str:
    """Return a distance in the plan's unit, to a tenth: ``52``, ``17.5``."""
    return f"{metres / float(METRES_PER[numbers.units]):.1f}".removesuffix(".0")


def minutes(seconds: float) -> int:
    """Return whole minutes, halves up."""
    return int(seconds / 60 + 0.5)


def _percent(value: float | None) -> str:
    return "-" if not value else f"{value:.0f}"


def _mean(total: int, count: int) -> str:
    return f"{total / count:.1f}".removesuffix(".0")
