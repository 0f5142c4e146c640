"""Random layers on the shipped plans and on a calendar: a plan without an error, or a stated refusal at the layer."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from everything import EVERYTHING
from hypothesis import given, settings
from hypothesis import strategies as st
from layers.layered import FILE, base, doses, new_errors, over, over_calendar, roles, without
from layers.layers_drawn import layers

from generator.model.finding import Refused
from generator.model.plan import Plan, Week
from generator.pipeline import Expanded

#: Fewer while you work, all where CI or `make test-all` runs.
SHARE = 1 if EVERYTHING else 3
PLANS = (
    "article-week",
    "first-half",
    "5k-10k-competitive",
    "marathon-competitive",
    "marathon-first",
    "masters-50",
    "ultra-trail-50k",
    "time-crunched",
    "offseason-strength",
)


@pytest.mark.parametrize("name", PLANS)
@settings(max_examples=12 // SHARE)
@given(data=st.data())
def test_shipped_plans(name: str, data: st.DataObject) -> None:
    weeks = len(base(name).plan.weeks)
    drawn = data.draw(st.lists(layers(weeks), min_size=1, max_size=3))
    _judge(lambda: over(name, *drawn))


@settings(max_examples=40 // SHARE)
@given(st.lists(layers(14), min_size=1, max_size=3))
def test_a_given_calendar(drawn: list[str]) -> None:
    _judge(lambda: over_calendar(*drawn))


def _judge(expand: Callable[[], Expanded]) -> None:
    try:
        laid = expand()
    except Refused as refused:
        assert {d.place.path for d in refused.diagnostics} == {FILE}, "\n".join(map(str, refused.diagnostics))
        return
    assert not new_errors(laid)
    before, after = without(laid), laid.plan
    _nothing_before_changes(laid)
    _weeks_without_a_word_are_the_same(before, after)
    _every_layered_week_says_so(before, after)


def _nothing_before_changes(laid: Expanded) -> None:
    """What lies before the first week that any layer names is the past."""
    first = min(layer.weeks[0] for layer in laid.authored.definition.layers)
    for old, new in zip(without(laid).weeks[: first - 1], laid.plan.weeks[: first - 1], strict=True):
        assert doses(old) == doses(new)


def _weeks_without_a_word_are_the_same(before: Plan, after: Plan) -> None:
    for old, new in zip(before.weeks, after.weeks, strict=True):
        if not new.changes:
            assert roles(old) == roles(new)
            assert doses(old) == doses(new)


def _every_layered_week_says_so(before: Plan, after: Plan) -> None:
    for old, new in zip(before.weeks, after.weeks, strict=True):
        if doses(old) != doses(new):
            assert new.changes
            assert all(change.text and change.because and change.layer for change in new.changes)


@settings(max_examples=15)
@given(data=st.data(), name=st.sampled_from(PLANS))
def test_no_run_grows_while_nobody_moves_a_lighter_week(data: st.DataObject, name: str) -> None:
    """Travel moves runs and illness takes them away; no week has a longer longest run or more distance than planned."""
    weeks = len(base(name).plan.weeks)
    drawn = [layer for layer in data.draw(st.lists(layers(weeks), min_size=1, max_size=3)) if "move_" not in layer]
    try:
        laid = over(name, *drawn) if drawn else base(name)
    except Refused:
        return
    for old, new in zip(base(name).plan.weeks, laid.plan.weeks, strict=True):
        assert new.run_distance_m <= old.run_distance_m
        assert _longest(new) <= _longest(old)


def _longest(week: Week) -> int:
    return max((run.distance_m or 0 for run in week.runs), default=0)
