"""Calendars in many people's styles against what a runner reads in them, written by hand beside each."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest

from generator.calendar_import import Calendar, load_columns, read_calendar
from generator.calendar_words import load_vocabulary
from generator.model.finding import Refused
from generator.model.given import Amount, GivenDay, GivenSession
from generator.model.plan import Repeat, Step
from tests.calendars.calendar_expected import WEEK, Day, Expected, Session, expected
from tests.calendars.calendar_files import CASES, NAMES, calendar_file

LIBRARY = Path(__file__).parents[2] / "plans" / "library"
VOCABULARY, COLUMNS = load_vocabulary(LIBRARY), load_columns(LIBRARY)

#: Efforts that feel alike: what a runner does in a warm-up and in an easy stretch is the same.
_LIKE = {"warmup": "steady", "cooldown": "steady", "recovery": "jog"}


def _read(name: str, folder: Path) -> Calendar:
    return read_calendar(calendar_file(name, folder), VOCABULARY, COLUMNS)


def test_there_are_calendars_of_many_people() -> None:
    assert len(NAMES) >= 28
    kinds = [path.name.removesuffix(".yaml").rpartition(".")[2] for path in CASES.iterdir()]
    assert min(kinds.count("csv"), kinds.count("md"), kinds.count("xlsx")) >= 3


@pytest.mark.parametrize("name", [name for name in NAMES if not expected(CASES / f"{name}.expected.yaml").listed])
def test_a_calendar_is_read_as_a_runner_reads_it(name: str, tmp_path: Path) -> None:
    wanted = expected(CASES / f"{name}.expected.yaml")
    read = _read(name, tmp_path)
    assert read.week_starts == wanted.starts
    assert [week.number for week in read.weeks] == list(range(1, len(wanted.weeks) + 1))
    wrong = list(_differences(wanted, read))
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("name", [name for name in NAMES if expected(CASES / f"{name}.expected.yaml").listed])
def test_all_that_says_nothing_is_listed_and_nothing_else(name: str, tmp_path: Path) -> None:
    wanted = expected(CASES / f"{name}.expected.yaml")
    with pytest.raises(Refused) as refused:
        _read(name, tmp_path)
    told = {(d.place.line, d.place.column): d.message for d in refused.value if d.severity == "error"}
    places = {(row, WEEK.index(day) + 2): text for row, day, text in wanted.listed}
    assert set(told) == set(places)
    for at, text in places.items():
        assert text in told[at], told[at]
        assert f"row {at[0]}" in told[at]


def _differences(wanted: Expected, read: Calendar) -> Iterable[str]:
    for number, (days, week) in enumerate(zip(wanted.weeks, read.weeks, strict=True), 1):
        for name, day in days.items():
            got = week.days[name]
            where = f"week {number}, {name}: expected {day.text!r}, read {got.written!r} from {got.text!r}"
            if not _same_day(day, got):
                yield where
            guessed = bool(read.guesses_of(number, name))
            if day.guess is not None and guessed != day.guess:
                yield f"{where}: {'told as' if guessed else 'not told to be'} a guess"
    for (number, name), steps in wanted.steps.items():
        workout = read.weeks[number - 1].days[name].sessions[0].workout
        found = () if workout is None else tuple(map(_step, workout.steps))
        if found != steps:
            yield f"week {number}, {name}: expected the steps {steps}, read {found}"


def _same_day(day: Day, got: GivenDay) -> bool:
    return len(day.sessions) == len(got.sessions) and all(map(_same, day.sessions, got.sessions))


def _same(wanted: Session, got: GivenSession) -> bool:
    amounts = (_ends(got.distance), _ends(got.duration))
    alike = not wanted.amounts or amounts in wanted.amounts
    return alike and got.kind in wanted.kinds and got.optional == wanted.optional


def _ends(amount: Amount | None) -> tuple[int, int] | None:
    return None if amount is None else (amount.least, amount.most)


def _step(step: Step | Repeat) -> Any:
    if isinstance(step, Repeat):
        return step.repeat, tuple(map(_step, step.steps))
    effort = f"@{step.target}" if step.target else _LIKE.get(step.kind, step.kind)
    return effort, step.distance_m, step.duration_s
