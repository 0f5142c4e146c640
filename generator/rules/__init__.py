"""The rules, and the one list of them. To add a rule: its module, and its line in ``RULES``."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from types import MappingProxyType

from generator.model.plan import Override
from generator.rules.dose import (
    abbreviated_content,
    cornerstone_lift,
    load_up_reps_down,
    never_to_failure,
    single_and_double_leg,
)
from generator.rules.periodisation import (
    assess_imbalance,
    base_before_heavy,
    base_dose,
    hosts,
    maintenance_when_intense,
    phases_vary,
    sign_off_before_heavy,
    strength_every_week,
)
from generator.rules.placement import (
    hard_days_hard,
    heavy_clear_of_race,
    lift_after_run,
    lift_spacing,
    no_key_run_after_heavy,
    no_lift_on_easy_days,
    rest_after_heavy,
    third_key_lift,
    two_recovery_days,
)
from generator.rules.policy import OverrideFault, Policy, fault_of, policy_of
from generator.rules.ramp import (
    cutback,
    long_run_share,
    long_run_then_light,
    quality_cap,
    ramp,
    single_run_spike,
    taper,
)
from generator.rules.rule import Rule, rule_from

__all__ = ("PLACEMENT", "RULES", "OverrideFault", "Policy", "by_slug", "faults_of", "resolve")

RULES: tuple[Rule, ...] = (
    rule_from(hard_days_hard),
    rule_from(two_recovery_days),
    rule_from(no_lift_on_easy_days),
    rule_from(lift_after_run),
    rule_from(no_key_run_after_heavy),
    rule_from(rest_after_heavy),
    rule_from(lift_spacing),
    rule_from(third_key_lift),
    rule_from(heavy_clear_of_race),
    rule_from(base_before_heavy),
    rule_from(base_dose),
    rule_from(sign_off_before_heavy),
    rule_from(maintenance_when_intense),
    rule_from(strength_every_week),
    rule_from(phases_vary),
    rule_from(assess_imbalance),
    rule_from(hosts),
    rule_from(abbreviated_content),
    rule_from(single_and_double_leg),
    rule_from(cornerstone_lift),
    rule_from(load_up_reps_down),
    rule_from(never_to_failure),
    rule_from(ramp),
    rule_from(single_run_spike),
    rule_from(long_run_share),
    rule_from(long_run_then_light),
    rule_from(quality_cap),
    rule_from(cutback),
    rule_from(taper),
)
#: The rules over days and roles: all that a scheduler must obey.
PLACEMENT: tuple[Rule, ...] = tuple(rule for rule in RULES if rule.at is not None)

_BY_SLUG = MappingProxyType({rule.slug: rule for rule in RULES})


def by_slug(slug: str) -> Rule:
    """Return the rule of that slug; KeyError if there is none."""
    return _BY_SLUG[slug]


@lru_cache(maxsize=256)
def _resolved(overrides: tuple[Override, ...]) -> Policy:
    return policy_of(_BY_SLUG, overrides)


def resolve(overrides: Iterable[Override] = ()) -> Policy:
    """Return each rule's level and parameters under these overrides; without any, the defaults.

    Overrides with a fault do not count; ``faults_of`` tells them.
    """
    return _resolved(tuple(overrides))


def faults_of(overrides: Iterable[Override]) -> list[OverrideFault]:
    """Return what is wrong with overrides: unknown names, wrong values, relaxing without a reason."""
    found = (fault_of(override, _BY_SLUG) for override in overrides)
    return [fault for fault in found if fault is not None]
