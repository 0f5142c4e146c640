"""How far and how long runs are. What a calendar gives stays as it was written: a range, a time, or nothing at all."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from generator.language import N_, _, ngettext
from generator.model.plan import Day, Run, Week
from generator.model.vocabulary import Unit
from generator.publish import words

#: What a page says of a run whose calendar names no distance and no time.
OPEN = N_("No set length")


def run_length(run: Run, unit: Unit) -> str:
    """Return ``14 km``, ``22–24 km``, ``40–50 min``; empty where the calendar says nothing."""
    if run.distance_m is not None:
        return words.written_range(_least_m(run), run.distance_m, unit)
    return words.duration_range(_least_s(run), run.duration_s) if run.duration_s else ""


def run_time(run: Run) -> str:
    """Return what a run given by distance takes: ``about 1 h 20 min``, or the calendar's own range."""
    if run.distance_m is None or not run.duration_s:
        return ""
    if run.least_s is not None:
        return words.duration_range(run.least_s, run.duration_s)
    return _("about {time}").format(time=words.about(run.duration_s))


def day_length(day: Day, unit: Unit) -> str:
    """Return a day in a narrow place: its distance, else its minutes with the cross-training; empty without either."""
    measured = [run for run in day.runs if run.distance_m is not None]
    if measured:
        return words.written_range(sum(map(_least_m, measured)), sum(run.distance_m or 0 for run in measured), unit)
    most = sum(run.duration_s or 0 for run in day.runs) + sum(cross.duration_s or 0 for cross in day.crosses)
    least = most - sum((run.duration_s or 0) - _least_s(run) for run in day.runs)
    return words.minutes_range(least, most) if most else ""


def week_total(week: Week, unit: Unit) -> str:
    """Return a week's running: ``62 km``, ``44–48 km``, ``16 km + 1 h 20 min + 1 more run``; empty without a run."""
    return " + ".join(week_parts(week, unit))


def week_parts(week: Week, unit: Unit) -> tuple[str, ...]:
    """Return the parts of a week's running: by distance, by time, and how many runs have neither.

    Runs that are left to the athlete count in the upper end alone.
    """
    runs = tuple(week.runs)
    by_time = [run for run in runs if run.distance_m is None and run.duration_s]
    unknown = sum(run.distance_m is None and not run.duration_s for run in runs)
    known = [_distances([run for run in runs if run.distance_m], unit), _times(by_time)]
    return tuple(part for part in (*known, _unmeasured(unknown, any(known))) if part)


def has_unmeasured(weeks: Iterable[Week]) -> bool:
    """Return True where some runs have a distance and others none: distances alone then say too little."""
    found = {run.distance_m is None for week in weeks for run in week.runs}
    return len(found) > 1


def _unmeasured(runs: int, more: bool) -> str:
    if not runs:
        return ""
    said = ngettext("{n} more run", "{n} more runs", runs) if more else ngettext("{n} run", "{n} runs", runs)
    return words.tied(said)


def _distances(runs: Sequence[Run], unit: Unit) -> str:
    least, most = sum(_least_m(run) for run in runs if not run.optional), sum(run.distance_m or 0 for run in runs)
    if not most:
        return ""
    return (
        words.distance_range(least, most, unit)
        if least
        else _("up to {amount}").format(amount=words.distance(most, unit))
    )


def _times(runs: Sequence[Run]) -> str:
    least, most = sum(_least_s(run) for run in runs if not run.optional), sum(run.duration_s or 0 for run in runs)
    if not most:
        return ""
    if not least:
        return _("up to {amount}").format(amount=words.about(most))
    return words.about(most) if least == most else words.duration_range(words.rounded(least), words.rounded(most))


def _least_m(run: Run) -> int:
    return (run.distance_m or 0) if run.least_m is None else run.least_m


def _least_s(run: Run) -> int:
    return (run.duration_s or 0) if run.least_s is None else run.least_s
