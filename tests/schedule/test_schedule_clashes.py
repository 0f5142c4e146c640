"""What can't be kept together is named, no more of it than need be, with one change that would do."""

from __future__ import annotations

from itertools import combinations

import schedule_brute as brute
from everything import EVERYTHING
from hypothesis import HealthCheck, assume, given, settings
from schedule_drawn import plans
from schedule_frames import clash_of, frame

from generator.model.frame import Clash, Frame, LiftAsk, Must
from generator.model.plan import Override
from generator.rules import resolve
from generator.schedule import schedule
from generator.schedule.trial import asks_of, keeping, key_of


def _texts(clash: Clash) -> list[str]:
    return [ask.text for ask in clash.asks]


def test_two_days_too_close_and_the_lifts_that_make_them_so() -> None:
    clash = clash_of(frame(days={"friday": "quality", "saturday": "long", "sunday": "cross"}))
    assert _texts(clash) == ["2-2 heavy", "friday: quality", "saturday: long"]
    assert "two-recovery-days" in clash.rules
    assert clash.remedy == "Move `friday: quality` to Wednesday."


def test_weeks_that_clash_only_across_their_seam_are_named_together() -> None:
    days = {"tuesday": "quality + heavy", "sunday": "long + heavy"}
    clash = clash_of(*(frame(n, lifts={"heavy": (2, 2)}, days=days) for n in (1, 2, 3)))
    assert clash.weeks == (1, 2, 3)
    assert _texts(clash) == ["tuesday: quality + heavy", "sunday: long + heavy"]
    assert clash.rules == ("two-recovery-days",)
    assert clash.remedy == "Move `tuesday: quality + heavy` to Wednesday."


def test_days_of_longer_weeks_go_by_number() -> None:
    kinds = {"quality": 2, "long": 1, "aerobic": 4, "rest": 1, "cross": 1}
    days = {"0": "quality + heavy", "8": "long + heavy"}
    clash = clash_of(*(frame(n, kinds, {"heavy": (2, 2)}, days) for n in (1, 2, 3)))
    assert clash.weeks == (1, 2, 3)
    assert clash.remedy == "Move `0: quality + heavy` to day 3."


def test_every_week_that_clashes_in_the_same_way_is_in_one_clash() -> None:
    days = {"friday": "quality", "saturday": "long"}
    clash = clash_of(frame(1), frame(2, days=days), frame(3), frame(4, days=days))
    assert clash.weeks == (2, 4)


def test_more_fixed_days_than_runs_name_the_runs() -> None:
    clash = clash_of(frame(days={"tuesday": "long", "saturday": "long"}))
    assert _texts(clash) == ["1 long", "tuesday: long", "saturday: long"]
    assert clash.rules == ()
    assert clash.remedy == "Leave out `tuesday: long`."


def test_too_few_days_that_may_carry_a_lift() -> None:
    kinds = {"long": 1, "easy": 3, "rest": 3}
    lifts = {"base": (2, 2)}
    clash = clash_of(frame(kinds=kinds, lifts=lifts, wishes={"wednesday": "easy"}, running="base", strength="base"))
    assert clash.rules[0] == "hosts"
    assert clash.remedy == "Make one easy run aerobic, such as Wednesday's: it could then carry a lift."


def test_one_lift_fewer() -> None:
    clash = clash_of(frame(lifts={"heavy": (3, 3)}))
    assert clash.rules[0] == "hosts"
    assert clash.remedy == "Ask for 2 heavy lifts instead of 3."


def test_a_lift_left_out() -> None:
    kinds = {"quality": 1, "race": 1, "aerobic": 3, "rest": 2}
    clash = clash_of(frame(kinds=kinds, lifts={"heavy": (1, 1)}, goal_race=6))
    assert (clash.rules, clash.remedy) == (("heavy-clear-of-race",), "Leave out the heavy lift.")


def test_a_lift_on_a_day_that_never_carries_one() -> None:
    clash = clash_of(frame(days={"wednesday": "rest + heavy"}))
    assert _texts(clash) == ["wednesday: rest + heavy"]
    assert clash.rules == ("no-lift-on-easy-days",)


def test_no_single_change_is_said_too() -> None:
    first = frame(1, days={"saturday": "long + heavy", "wednesday": "quality + heavy"})
    race = frame(2, {"race": 1, "aerobic": 3, "rest": 3}, {}, running="race", goal_race=0)
    clash = clash_of(first, race)
    assert clash.weeks == (1, 2)
    assert clash.remedy.startswith("No single change")


bounded = settings(deadline=None, derandomize=True, suppress_health_check=list(HealthCheck), database=None)

#: Fewer while you work, all where CI or `make test-all` runs.
SHARE = 1 if EVERYTHING else 8


@settings(bounded, max_examples=24 // SHARE + 1)
@given(plans(1))
def test_no_smaller_set_clashes(plan: tuple[tuple[Frame, ...], tuple[Override, ...]]) -> None:
    frames, overrides = plan
    policy = resolve(overrides)
    found = schedule(frames, policy)
    assume(isinstance(found[0], Clash))
    named = [ask for ask in found[0].asks if isinstance(ask, Must | LiftAsk)]
    assert not _possible(frames, {key_of(ask) for ask in named}, policy)
    for fewer in combinations(asks_of(frames), max(0, len(named) - 1)):
        assert not named or _possible(frames, set(fewer), policy)


def _possible(frames: tuple[Frame, ...], keys: set, policy: object) -> bool:
    (week,) = keeping(frames, keys)
    return bool(brute.weeks_of(week, policy))
