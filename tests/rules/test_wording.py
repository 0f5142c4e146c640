"""Findings speak in the plan's units, as a person writes them, and say where."""

import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rule_faults import drawn, faults_of_rule

from generator.model.plan import Plan, Repeat, Step
from generator.model.vocabulary import Unit
from generator.rules import RULES, by_slug, resolve
from generator.rules.example import plan_from
from generator.rules.page import read_page
from generator.rules.wording import apart, days_between, distance, percent_less, percent_over, percent_under

FAILING = [(rule, example.text) for rule in RULES for example in read_page(rule.page).fails]


def _texts(slug: str, text: str, units: Unit = "km") -> list[str]:
    plan = replace(plan_from(text), units=units)
    return [fault.text for fault in faults_of_rule(by_slug(slug), plan, resolve())]


@pytest.mark.parametrize(
    ("metres", "unit", "text"),
    [
        (17703, "mi", "11 mi"),
        (16093, "mi", "10 mi"),
        (16898, "mi", "10.5 mi"),
        (17500, "km", "17.5 km"),
        (12000, "km", "12 km"),
        (100000, "km", "100 km"),
        (12449, "km", "12.4 km"),
        (12450, "km", "12.5 km"),
        (0, "km", "0 km"),
        (42195, "mi", "26.2 mi"),
    ],
)
def test_distances_are_written_as_a_person_writes_them(metres: int, unit: Unit, text: str) -> None:
    assert distance(metres, unit) == text


def test_absurd_distances_are_written_too() -> None:
    assert distance(10**60, "km") == f"{10**57} km"
    assert percent_over(1e40, 10).endswith("%")
    plan = plan_from("Tu quality 10 km | Su long 20 km")
    huge = Repeat(10**9, (Repeat(10**9, (Repeat(10**9, (Step("work", 10**9, target="threshold"),)),)),))
    quality = plan.weeks[0].days[1]
    run = replace(quality.runs[0], steps=(huge,))
    days = tuple(replace(day, sessions=(run,)) if day is quality else day for day in plan.weeks[0].days)
    weeks = (replace(plan.weeks[0], days=days),)
    assert len(faults_of_rule(by_slug("quality-cap"), replace(plan, weeks=weeks), resolve())) == 1


@drawn
@given(st.integers(0, 200_000), st.integers(0, 200_000), st.sampled_from(("km", "mi")))
def test_two_distances_that_differ_by_more_than_a_hair_look_different(one: int, other: int, unit: Unit) -> None:
    texts = apart(one, other, unit)
    assert (texts[0] == texts[1]) <= (abs(one - other) <= 2)
    assert all(re.fullmatch(rf"(0|[1-9]\d*)(\.\d{{0,2}}[1-9])? {unit}", text) for text in texts)


def test_percents_show_that_a_limit_is_crossed() -> None:
    assert percent_over(12.4, 10) == "12%"
    assert percent_over(10.4, 10) == "10.4%"
    assert percent_over(10.04, 10) == "just over 10%"
    assert percent_under(28.7, 41) == "29%"
    assert percent_under(40.6, 41) == "40.6%"
    assert percent_under(40.98, 41) == "just under 41%"
    assert percent_less(4.2, 12, 35) == "4% less"
    assert percent_less(50, 12, 35) == "50% less"
    assert percent_less(0, 12, 35) == percent_less(-7, 12, 35) == "no less"


def test_days_between_are_counted_in_words() -> None:
    assert [days_between(3, day) for day in (3, 4, 5, 6)] == ["no full day", "no full day", "1 full day", "2 full days"]


SENTENCES = {
    "ramp": (
        "weeks: 50 56 km",
        "Week 2 runs 56 km, 12% more than the biggest of the 4 weeks before (50 km).",
        "Week 2 runs 34.8 mi, 12% more than the biggest of the 4 weeks before (31.1 mi).",
    ),
    "single-run-spike": (
        "Su long 10 mi || Su long 11.5 mi",
        "On Sunday of week 2, a run of 18.5 km is 15% farther than the longest of the 30 days before (16.1 km).",
        "On Sunday of week 2, a run of 11.5 mi is 15% farther than the longest of the 30 days before (10 mi).",
    ),
    "long-run-share": (
        "Tu quality 6 mi | Th aerobic 6 mi | Su long 14 mi",
        "The long run on Sunday of week 1 (22.5 km) is 54% of the week; with 3 runs 50% is the limit.",
        "The long run on Sunday of week 1 (14 mi) is 54% of the week; with 3 runs 50% is the limit.",
    ),
    "quality-cap": (
        "Tu quality 7.5 mi (2 mi easy, 5 mi @ threshold) | Su long 16.5 mi",
        "Tuesday of week 1 has 8 km at threshold pace in one session; 3.9 km is the limit in that week.",
        "Tuesday of week 1 has 5 mi at threshold pace in one session; 2.4 mi is the limit in that week.",
    ),
    "cutback": (
        "Su easy 50 mi || [cutback] Su easy 48 mi",
        "Cutback week 2 runs 77.2 km, 4% less than the biggest of the three weeks before (80.5 km); "
        "12 to 35% less is needed.",
        "Cutback week 2 runs 48 mi, 4% less than the biggest of the three weeks before (50 mi); "
        "12 to 35% less is needed.",
    ),
    "taper": (
        "Su easy 40 mi || [running=race] We easy 26 mi | Su race",
        "Race week 2 runs 41.8 km besides the race, 35% less than the biggest week before it (64.4 km); "
        "at least 41% less is needed.",
        "Race week 2 runs 26 mi besides the race, 35% less than the biggest week before it (40 mi); "
        "at least 41% less is needed.",
    ),
    "long-run-then-light": (
        "Sa long 20 mi+heavy",
        "Saturday of week 1 has a heavy lift after a very long run (32.2 km).",
        "Saturday of week 1 has a heavy lift after a very long run (20 mi).",
    ),
}


@pytest.mark.parametrize("slug", SENTENCES)
def test_a_finding_speaks_in_the_plan_s_units(slug: str) -> None:
    text, in_km, in_miles = SENTENCES[slug]
    assert _texts(slug, text) == [in_km]
    assert _texts(slug, text, "mi") == [in_miles]


def _of(plan: Plan, slug: str) -> list[tuple[int | None, int | None, str]]:
    return [(f.week, f.day, f.text) for f in faults_of_rule(by_slug(slug), plan, resolve())]


@pytest.mark.parametrize(("rule", "text"), FAILING, ids=lambda value: getattr(value, "slug", value))
@pytest.mark.parametrize("units", ["km", "mi"])
def test_every_finding_is_one_sentence_that_names_its_place(rule: object, text: str, units: Unit) -> None:
    plan = replace(plan_from(text), units=units)
    weekdays = {day.day: day.weekday.capitalize() for day in plan.days}
    found = _of(plan, rule.slug)
    assert len(set(found)) == len(found)
    for week, day, sentence in found:
        assert re.fullmatch(r"[A-Z].*[^.]\.", sentence), sentence
        assert week is None or re.search(rf"\b[Ww]eeks? (\d+ to )?{week}\b", sentence), sentence
        assert day is None or f"{weekdays[day]} of week {week}" in sentence, sentence
        assert not re.search(r"\d km\b" if units == "mi" else r"\d mi\b", sentence), sentence
        assert "None" not in sentence
        assert not re.search(r"\d \d|\d\.\d{4}|\b[a-z]+_[a-z]+\b(?<!base_hold)", sentence), sentence


#: Faults that would be found week after week, and how often a week they are told: once.
REPEATED = {
    "base-dose": "[strength=base] 3 weeks of Sa long+base",
    "hosts": "3 weeks of Tu easy | We easy+abbreviated | Sa long+heavy",
    "quality-cap": "3 weeks of Tu quality | Th quality | Fr quality | Su long",
    "maintenance-when-intense": "[running=specific strength=maintenance] 3 weeks of "
    "Mo quality+maintenance | We aerobic+maintenance | Su long+maintenance",
    "strength-every-week": "3 weeks of Tu quality",
    "single-and-double-leg": "[strength=base] 3 weeks of Tu quality+base(goblet-squat knee-dominant 3x10@3)",
    "cutback": "9 weeks of [cutback] Tu easy 10 km",
}


@pytest.mark.parametrize("slug", REPEATED)
def test_one_fault_is_told_once_a_week_at_most(slug: str) -> None:
    weeks = [week for week, *_ in _of(plan_from(REPEATED[slug]), slug)]
    assert weeks
    assert len(set(weeks)) == len(weeks)


def test_a_base_week_without_lifts_is_told_once() -> None:
    plan = plan_from("[entry=new strength=base] 6 weeks of Tu quality+base | Sa long+base || Tu quality | Sa long")
    assert {rule.slug for rule in RULES if any(week == 7 for week, *_ in _of(plan, rule.slug))} == {"base-dose"}


def test_exercises_with_the_same_fault_are_told_together() -> None:
    text = "Tu quality+heavy(back-squat knee-dominant 4x4@0 85%; split-squat single-leg-knee 2x5@0 side)"
    assert _texts("never-to-failure", text) == [
        "Tuesday of week 1 has back-squat and split-squat with 0 in reserve; leave at least 1 repetition.",
        "Tuesday of week 1 has back-squat and split-squat for 4 repetitions; fewer than 6 goes beyond the article.",
    ]


def test_marathon_pace_over_two_limits_is_told_once() -> None:
    text = "Mo easy 20 km | Su long 30 km 180 min (120 min @ marathon)"
    assert len(_texts("quality-cap", text)) == 1
