"""Run single rules over plans, the way the audit does, but without it."""

from collections.abc import Iterable

from hypothesis import settings

from generator.model.finding import Fault
from generator.model.line import date_line
from generator.model.plan import Override, Plan
from generator.rules import RULES, by_slug, resolve
from generator.rules.example import plan_from
from generator.rules.policy import Policy
from generator.rules.rule import Rule

#: Drawn examples are the same in every run, and a slow machine is no fault.
drawn = settings(derandomize=True, deadline=None)


def faults_of_rule(rule: Rule, plan: Plan, policy: Policy) -> list[Fault]:
    """Return a rule's faults in a plan."""
    params = policy.params(rule.slug)
    if rule.check is not None:
        return list(rule.check(plan, params))
    line = date_line(plan)
    assert rule.at is not None
    return [fault for i in range(len(line)) for fault in rule.at(line, i, params)]


def broken(plan: Plan, policy: Policy | None = None, rules: Iterable[Rule] = RULES) -> set[str]:
    """Return the slugs of the rules that a plan breaks."""
    return {rule.slug for rule in rules if faults_of_rule(rule, plan, policy or resolve())}


def found(slug: str, text: str, **overrides: object) -> list[tuple[int | None, int | None, str]]:
    """Return week, day and severity of a rule's faults in an example, with parameters set for the test."""
    rule = by_slug(slug)
    policy = resolve(Override(slug, name, value, "for a test") for name, value in overrides.items())
    faults = faults_of_rule(rule, plan_from(text), policy)
    return [(fault.week, fault.day, fault.severity or rule.level) for fault in faults]
