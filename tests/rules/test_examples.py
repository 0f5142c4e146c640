"""Every example on a rule's page is a test: what holds yields nothing, what fails is found exactly where it says."""

import pytest
from rule_faults import faults_of_rule

from generator.model.plan import Plan
from generator.rules import RULES, resolve
from generator.rules.example import plan_from
from generator.rules.page import Example, read_page
from generator.rules.rule import Rule

HOLDING = [(rule, example) for rule in RULES for example in read_page(rule.page).holds]
FAILING = [(rule, example) for rule in RULES for example in read_page(rule.page).fails]


def _name(value: object) -> str:
    return value.slug if isinstance(value, Rule) else getattr(value, "text", "")


def _found(rule: Rule, plan: Plan) -> set[tuple[int | None, str | None, str]]:
    weekdays = {day.day: day.weekday for day in plan.days}
    faults = faults_of_rule(rule, plan, resolve())
    return {(f.week, None if f.day is None else weekdays[f.day], f.severity or rule.level) for f in faults}


@pytest.mark.parametrize(("rule", "example"), HOLDING, ids=_name)
def test_example_that_holds(rule: Rule, example: Example) -> None:
    assert _found(rule, plan_from(example.text)) == set()


@pytest.mark.parametrize(("rule", "example"), FAILING, ids=_name)
def test_example_that_fails(rule: Rule, example: Example) -> None:
    expected = (example.week, example.weekday, example.severity or rule.level)
    assert _found(rule, plan_from(example.text)) == {expected}
