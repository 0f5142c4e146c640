"""Plans under the same rules share what was found out about days; no plan's weeks depend on which came before it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from schedule_drawn import plans
from schedule_frames import frame

import generator.schedule
from generator.model.frame import Frame
from generator.model.plan import Override
from generator.rules import resolve
from generator.schedule import Scheduled, schedule

Asked = tuple[tuple[Frame, ...], tuple[Override, ...]]


def _forget() -> None:
    generator.schedule._best.cache_clear()
    generator.schedule._known.cache_clear()


def _alone(asked: Asked) -> Scheduled:
    _forget()
    return schedule(asked[0], resolve(asked[1]))


def _one_after_the_other(several: list[Asked]) -> list[Scheduled]:
    _forget()
    return [schedule(frames, resolve(overrides)) for frames, overrides in several]


@settings(max_examples=40)
@given(st.lists(plans(3), min_size=2, max_size=4), plans(2))
def test_weeks_are_the_same_whatever_was_placed_before(several: list[Asked], again: Asked) -> None:
    several = [*several, again, (again[0][::-1], again[1])]
    alone = [_alone(asked) for asked in several]
    assert _one_after_the_other(several) == alone
    assert _one_after_the_other(several[::-1]) == alone[::-1]


def test_answers_are_held_up_to_a_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    """In one process thousands of plans may be expanded."""
    asked = tuple(frame(number) for number in (1, 2)), ()
    expected = _alone(asked)
    signed = generator.schedule._signed(resolve())
    first = generator.schedule._steps(signed)
    assert first.law.remembered > 0
    assert generator.schedule._steps(signed) is first
    monkeypatch.setattr(generator.schedule, "_MOST_REMEMBERED", first.law.remembered - 1)
    assert generator.schedule._steps(signed).law.remembered == 0
    generator.schedule._best.cache_clear()
    assert schedule(asked[0], resolve()) == expected


def test_rules_that_are_not_told_apart_are_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    apart = Override("hard-days-hard", "also", ("aerobic", "easy"), "a test")
    asked = (frame(kinds={"quality": 1, "aerobic": 3, "rest": 3}, lifts={"heavy": (1, 1)}),)
    several: list[Asked] = [(asked, ()), (asked, (apart,))]
    alone = [_alone(one) for one in several]
    assert _one_after_the_other(several) == alone
    signed = generator.schedule._signed
    monkeypatch.setattr(generator.schedule, "_signed", lambda policy: replace(signed(policy), sign=()))
    assert _one_after_the_other(several) != alone
