"""The audit and a second implementation of the day rules find the same in 100,000 random plans of one to three weeks.

The other half of the long run stands in ``test_day_rules_agree_too``, so that two workers share it.
"""

from __future__ import annotations

from dataclasses import replace

import pytest
from day_rules_brute import LEVELS, Found, Wanted, findings
from week_agreement import agreement, audited

from generator.model.plan import Plan


def test_the_audit_agrees_with_the_second_implementation() -> None:
    result = agreement(range(4_000))
    assert result.differences == []
    assert {rule for rule, _ in result.seen} == set(LEVELS), "each rule is broken by some of the weeks"


@pytest.mark.long
def test_they_agree_on_fifty_thousand_plans() -> None:
    assert agreement(range(4_000, 54_000)).differences == []


@pytest.mark.parametrize("slug", LEVELS)
def test_an_audit_that_forgets_a_rule_is_noticed(slug: str) -> None:
    def forgetful(drawn: Plan, wanted: Wanted) -> set[Found]:
        return {found for found in audited(drawn, wanted) if found[0] != slug}

    assert agreement(range(1_000), forgetful, enough=1).differences


@pytest.mark.parametrize(
    "laxer",
    [
        {"recovery_days": 1}, {"recovery_days": 3}, {"days_between_lifts": 0}, {"days_before_goal": 6},
        {"days_before_tune_up": 1}, {"most_lifts": 4}, {"most_lifts_otherwise": 3}, {"most_combined": 3},
        {"three_in": ("base",)}, {"aerobic_in": ("base", "off-season", "build")}, {"also": ("race",)},
        {"never": ("easy", "rest")}, {"on_aerobic_cross": ("abbreviated", "primer")}, {"bars_key_run": ()},
        {"levels": {"rest-after-heavy": "error"}}, {"levels": {"hosts": "off"}},
    ],
    ids=str,
)  # fmt: skip
def test_a_second_implementation_that_is_off_by_a_step_is_noticed(laxer: dict) -> None:
    def lax(drawn: Plan, wanted: Wanted) -> set[Found]:
        return findings(drawn, replace(wanted, **laxer))

    assert agreement(range(2_000), other=lax, enough=1).differences
