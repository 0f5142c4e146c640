"""Every day says why it stands where it stands, in a sentence, by a rule that is in force."""

from __future__ import annotations

import re

from hypothesis import HealthCheck, assume, given, settings
from schedule_drawn import plans
from schedule_frames import frame, weeks_of

from generator.model.frame import Frame, PlacedWeek
from generator.model.plan import Override
from generator.rules import resolve
from generator.schedule import schedule

ARTICLE = [frame(n, wishes={"tuesday": "quality", "saturday": "long"}) for n in (1, 2)]


def _told(week: PlacedWeek, position: int) -> dict[str, str]:
    day = week.days[position]
    return {reason.rule: reason.text for reason in (*day.reasons, *day.lift_reasons)}


def test_the_articles_tuesday() -> None:
    told = _told(weeks_of(*ARTICLE)[0], 1)
    assert told["hard-days-hard"] == "Tuesday is already hard, so the easy days stay easy."
    assert told["two-recovery-days"] == "Saturday is the next hard day with a lift: three days between."
    assert "Tuesday" in told["wish"]


def test_the_articles_wednesday_and_thursday() -> None:
    week = weeks_of(*ARTICLE)[0]
    assert _told(week, 2)["rest-after-heavy"] == "Yesterday was a heavy lift; today nothing is planned, on purpose."
    assert {"abbreviated-content", "no-lift-on-easy-days"} <= set(_told(week, 3))


def test_the_last_day_looks_back_instead_of_on() -> None:
    told = _told(weeks_of(*ARTICLE)[1], 5)
    assert told["two-recovery-days"] == "Tuesday was the last hard day with a lift: three days between."


def test_a_fixed_day_is_told_as_the_plans() -> None:
    week = weeks_of(frame(days={"saturday": "long"}))[0]
    assert _told(week, 5)["wish"] == "This plan keeps Saturday for the long run."


@settings(max_examples=50, deadline=None, derandomize=True, suppress_health_check=list(HealthCheck), database=None)
@given(plans(3))
def test_every_day_and_lift_has_reasons(plan: tuple[tuple[Frame, ...], tuple[Override, ...]]) -> None:
    frames, overrides = plan
    policy = resolve(overrides)
    placed = schedule(frames, policy)
    assume(isinstance(placed[0], PlacedWeek))
    for week in placed:
        for day in week.days:
            assert day.reasons
            assert bool(day.lift_reasons) == (day.lift is not None)
            for reason in (*day.reasons, *day.lift_reasons):
                assert reason.rule == "wish" or policy.level(reason.rule) != "off"
                assert re.fullmatch(r"[A-Z][^{}]*\.", reason.text)
                assert "injur" not in reason.text.lower()
