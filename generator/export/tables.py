"""The tables of an export: for each a fixed row of columns, their meaning, and the rows of a plan.

Every row begins with its plan, so that the tables of many plans can stand in one file. Rows of different tables belong
together by ``plan``, ``week``, ``day`` (from 0 at the plan's first day) and ``session`` (from 1 within the day).
Columns may be added at the end, none renamed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping

from generator.export.cells import Cell, csv_text
from generator.export.rows import (
    day_rows,
    exercise_rows,
    finding_rows,
    phase_rows,
    plan_rows,
    reason_rows,
    session_rows,
    step_rows,
    week_rows,
)
from generator.frozen import frozen
from generator.model.plan import Plan

Row = tuple[Cell, ...]


@frozen
class Table:
    """A table: its name, what a row is, its columns with their meaning, and a plan's rows."""

    name: str
    a_row: str
    columns: Mapping[str, str]
    rows: Callable[[Plan], Iterator[Row]]


_PLAN = {"plan": "the plan's id"}
_WEEK = _PLAN | {"week": "the week's number, from 1"}
_DAY = _WEEK | {"day": "the day's number, from 0 at the plan's first day"}
_SESSION = _DAY | {"session": "the session's order in its day, from 1"}

TABLES: tuple[Table, ...] = (
    Table(
        "plans",
        "a plan",
        _PLAN
        | {
            "title": "its title",
            "units": "how the plan is shown: km or mi; distances here are always in metres",
            "weeks": "how many weeks it has",
            "start_date": "its first day, if it is dated (2027-01-04)",
            "race": "the goal race's name",
            "race_distance_m": "the goal race's distance in metres",
            "race_week": "the goal race's week",
            "race_day": "the goal race's day, counted as in the column day of other tables",
            "audience": "whom it is for",
            "policy": "the house's policy that it follows",
            "microcycle_days": "days in a training week",
            "signed_off": "true if the runner enters with the lifts signed off",
            "base_done": "true if the runner enters with a base done",
            "beyond_the_article": "true if heavy sets have fewer than six repetitions",
            "staged": "true if it has stages instead of weeks",
            "rolling": "true if its weeks repeat for as long as one likes",
        },
        plan_rows,
    ),
    Table(
        "phases",
        "a phase of a plan",
        _PLAN
        | {
            "phase": "the phase's id",
            "title": "its title",
            "first_week": "its first week",
            "last_week": "its last week",
            "running": "what it does for running",
            "strength": "what it does for strength",
            "purpose": "what it is for",
        },
        phase_rows,
    ),
    Table(
        "weeks",
        "a week",
        _WEEK
        | {
            "phase": "its phase's id",
            "running": "what it does for running",
            "strength": "what it does for strength",
            "cutback": "true for a lighter week",
            "deload": "true if the lifting is lighter",
            "run_distance_m": "all its runs, in metres; of ranges the upper end",
            "runs": "how many runs",
            "lifts": "how many strength sessions",
            "crosses": "how many cross-training sessions",
        },
        week_rows,
    ),
    Table(
        "days",
        "a day, days of rest among them",
        _DAY
        | {
            "date": "its date, if the plan is dated",
            "weekday": "its weekday",
            "kind": "quality, long, race, aerobic, easy, cross or rest",
            "sessions": "how many sessions; 0 on a day of rest",
        },
        day_rows,
    ),
    Table(
        "sessions",
        "a run, a strength session or cross-training",
        _SESSION
        | {
            "date": "the day's date, if the plan is dated",
            "weekday": "the day's weekday",
            "sport": "run, strength or cross",
            "kind": "what kind of run (long), of strength session (heavy) or of cross-training (recovery)",
            "title": "its title",
            "distance_m": "a run's distance in metres; of a range the upper end; empty for runs by time",
            "distance_least_m": "the lower end, where a range is given",
            "duration_s": "how long it takes in seconds, about; of a range the upper end",
            "duration_least_s": "the lower end, where a range is given",
            "rpe_least": "effort out of 10, lower end",
            "rpe_most": "effort out of 10, upper end",
            "optional": "true if it is left to the athlete",
            "family": "the kind of quality run",
            "written": "the session's name in a written program",
        },
        session_rows,
    ),
    Table(
        "steps",
        "a step of a run",
        _SESSION
        | {
            "step": "its order in the run, from 1; a step inside a repeat stands once",
            "repeats": "the repeats it stands in, outermost first: 5, or 2 x 4",
            "times": "how often it is done in all",
            "kind": "warmup, work, recovery, steady, walk or cooldown",
            "distance_m": "its distance in metres, each time",
            "duration_s": "its duration in seconds, each time",
            "target": "the effort's name, such as threshold",
            "rpe_least": "effort out of 10, lower end",
            "rpe_most": "effort out of 10, upper end",
            "note": "a word beside it",
        },
        step_rows,
    ),
    Table(
        "exercises",
        "an exercise of a strength session",
        _SESSION
        | {
            "unless_signed_off": "true for what is done in its place until the lifts are signed off",
            "place": "its order in the session, from 1",
            "exercise": "the exercise's id",
            "slot": "the movement it covers",
            "sets": "sets; of a range the lower end",
            "sets_most": "the upper end, where a range is written",
            "reps": "repetitions a set; of a range the lower end",
            "reps_most": "the upper end, where a range is written",
            "rir": "repetitions left in reserve; of a range the upper end",
            "rir_least": "the lower end, where a range is meant",
            "percent_1rm": "starting load in percent of the one-repetition maximum; of a range the lower end",
            "percent_1rm_most": "the upper end, where a range is written",
            "load": "how heavy, in a written program's own words",
            "hold_s": "seconds each repetition is held",
            "hold_most_s": "the upper end, where a range is written",
            "rest_s": "rest between sets in seconds; 0 where a program does not say",
            "rest_most_s": "the upper end, where a range is written",
            "per_side": "true if sets and repetitions count for each side",
            "extra_weak_side_sets": "sets more on the weaker side",
            "note": "a word beside it",
        },
        exercise_rows,
    ),
    Table(
        "reasons",
        "a reason why a session (or a day of rest) stands where it stands",
        _DAY
        | {
            "session": "the session's order in its day; empty for a day of rest",
            "rule": "the rule's id, or wish",
            "text": "the reason",
        },
        reason_rows,
    ),
    Table(
        "findings",
        "something a rule says of the plan",
        _PLAN
        | {
            "rule": "the rule's id",
            "severity": "error or warning",
            "week": "the week it is about, if one",
            "day": "the day it is about, if one",
            "text": "what it says",
        },
        finding_rows,
    ),
)
NAMES: tuple[str, ...] = tuple(table.name for table in TABLES)


def table_of(name: str) -> Table:
    """Return the table of that name; StopIteration if there is none."""
    return next(table for table in TABLES if table.name == name)


def written(table: Table, plans: Iterable[Plan]) -> tuple[str, int]:
    """Return a table of some plans as CSV, and how many rows it has below its head."""
    rows = [row for plan in plans for row in table.rows(plan)]
    return csv_text(tuple(table.columns), rows), len(rows)
