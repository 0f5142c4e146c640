"""A rule's page is written from the rule: every part of it is there, and examples are weeks to look at."""

from __future__ import annotations

import pytest
import sample_plans as sample

from generator.publish.summary import summary_of
from generator.publish.views.rule import groups, rule_facts
from generator.rules import RULES, Rule

FACTS = {
    rule.slug: rule_facts(rule, sample.library(), [summary_of(page) for page in sample.sample_pages()])
    for rule in RULES
}


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.slug)
def test_the_page_has_all_that_the_rule_says(rule: Rule) -> None:
    facts = FACTS[rule.slug]
    assert facts.address == f"rules/{rule.slug}/"
    assert facts.statement == rule.statement
    assert facts.why
    assert facts.reads
    assert facts.holds
    assert facts.fails
    assert [parameter.meaning for parameter in facts.parameters] == [parameter.meaning for parameter in rule.parameters]
    assert [evidence.says for evidence in facts.evidence] == [evidence.says for evidence in rule.evidence]


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.slug)
def test_evidence_names_its_source_or_says_that_it_is_convention(rule: Rule) -> None:
    for evidence in FACTS[rule.slug].evidence:
        assert evidence.convention or evidence.source is not None


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.slug)
def test_a_failing_example_shows_where(rule: Rule) -> None:
    for example in FACTS[rule.slug].fails:
        broken = [week for week in example.weeks if week.broken]
        assert example.why
        assert example.where == "The plan as a whole" or len(broken) == 1
        if "day" in example.where.lower() and broken[0].days:
            assert sum(day.broken for day in broken[0].days) == 1


def test_an_example_is_a_week_of_seven_days() -> None:
    week = FACTS["hard-days-hard"].holds[0].weeks[0]
    assert [day.name for day in week.days] == ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
    assert (week.days[1].kind, week.days[1].lift) == ("quality", "heavy")


def test_distances_are_told_where_only_they_matter() -> None:
    weeks = FACTS["ramp"].fails[0].weeks
    assert all(week.total and not week.days for week in weeks)


def test_a_rule_names_the_plans_that_change_it_or_are_warned() -> None:
    assert [link.text for link in FACTS["ramp"].changed_in] == ["Competitive marathoner"]
    assert [link.text for link in FACTS["ramp"].warned_in] == ["Competitive marathoner"]
    assert FACTS["hard-days-hard"].warned_in == ()


def test_every_rule_stands_in_one_group() -> None:
    assert sorted(rule.slug for group in groups(FACTS.values()) for rule in group.rules) == sorted(FACTS)
