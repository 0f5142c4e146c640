"""Whatever is answered: a definition that builds, or plain words on what to answer instead, and nothing between."""

from __future__ import annotations

import dataclasses
import re
from typing import Any

import pytest
from definition.drawing import drawn
from definition.reading import shipped
from everything import EVERYTHING
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.audit import audit
from generator.model.finding import Refused
from generator.model.vocabulary import WEEKDAYS
from generator.new.answers import (
    AUDIENCES,
    LEAST_RUNS,
    LEAST_WEEKS,
    MOST_RUNS,
    MOST_WEEKS,
    UNITS,
    Answers,
    address_of,
    read_amount,
    read_id,
    read_number,
    read_race,
    read_text,
    read_weekday,
    read_word,
)
from generator.new.distances import least_now, weeks_before_taper, weeks_of_taper
from generator.new.making import make
from generator.pipeline import draft
from generator.yaml_tree import parse_tree

#: Fewer while you work, all where CI or `make test-all` runs.
SHARE = 1 if EVERYTHING else 4
RACES = ["none", "5k", "10k", "15 km", "half marathon", "marathon", "50k", "12 mi"]
PACES = {"km": ["4:30 /km", "6:00 /km", "7:30 /km"], "mi": ["7:15 /mi", "9:40 /mi", "12:00 /mi"]}
USUAL = Answers("a-plan", "A plan", "recreational", "10k", 14, 4, "sunday", "km", 40, 50, "Dana Example", "6:00 /km")


@st.composite
def answers(draw: st.DrawFn) -> Answers:
    units = draw(st.sampled_from(UNITS))
    now = draw(st.integers(6, 120))
    return Answers(
        id="a-plan",
        title=draw(
            st.sampled_from(["A plan", "Half: the plan", "#1 'plan'", '"Quoted"', "- dash", "null", "Größe 10k"])
        ),
        audience=draw(st.sampled_from(AUDIENCES)),
        race=draw(st.sampled_from(RACES)),
        weeks=draw(st.integers(LEAST_WEEKS, MOST_WEEKS)),
        runs=draw(st.integers(LEAST_RUNS, MOST_RUNS)),
        long_day=draw(st.sampled_from(WEEKDAYS)),
        units=units,
        now=now,
        peak=now + draw(st.integers(0, now)),
        author=draw(st.sampled_from(["Dana Example, PT", "yes", "A: B", "it's ours"])),
        easy_pace=draw(st.sampled_from(PACES[units])),
    )


@settings(drawn, max_examples=300 // SHARE)
@given(answers())
def test_a_plan_that_breaks_no_rule_or_words_that_help(answered: Answers) -> None:
    try:
        made = make(shipped(), answered)
    except Refused as refused:
        (told,) = refused.diagnostics
        assert told.message.startswith("nothing is written: ")
        assert re.search(r"Answer --(now|peak|runs|weeks|audience) ", told.hint), told
        return
    expanded = draft(shipped(), parse_tree(made.text.encode(), "plans/a-plan.yaml"), "a-plan")
    assert [found for found in audit(expanded.plan) if found.severity == "error"] == []
    d = expanded.authored.definition
    assert (d.title, d.audience, d.units, d.author) == (
        answered.title,
        answered.audience,
        answered.units,
        answered.author,
    )
    assert len(expanded.plan.weeks) == answered.weeks
    assert (d.race.week if d.race else 0) == (answered.weeks if answered.race_m else 0)


@settings(drawn, max_examples=100 // SHARE)
@given(answers())
def test_what_a_refusal_says_to_answer_works(answered: Answers) -> None:
    """Following the hint leads to a plan, in one step or, where two answers are out of proportion, in a few."""
    for _ in range(4):
        try:
            make(shipped(), answered)
            return
        except Refused as refused:
            name, value = re.findall(r"--(now|peak|runs|weeks) ([0-9]+)", refused.diagnostics[0].hint)[0]
            changed: dict[str, Any] = {name: int(value)}
            if name == "now":
                changed["peak"] = max(int(value), answered.peak) if int(value) > answered.now else int(value)
            answered = dataclasses.replace(answered, **changed)
    raise AssertionError(f"still refused: {answered}")


@settings(drawn, max_examples=60)
@given(answers())
def test_warnings_are_few(answered: Answers) -> None:
    """A tenth more on short long runs, rounded to whole units, is all that may be told of."""
    try:
        made = make(shipped(), answered)
    except Refused:
        return
    assert {d.rule for d in made.warnings} <= {"single-run-spike", "ramp", "cutback", "long-run-share"}
    assert len(made.warnings) <= 12


@settings(drawn, max_examples=100)
@given(answers())
def test_every_week_has_room_for_its_runs(answered: Answers) -> None:
    if answered.now < least_now(answered, answered.runs):
        return
    for week in weeks_before_taper(answered):
        assert week.volume > week.long > week.volume / (answered.runs + 1)
    if answered.race_m:
        runs, weeks = weeks_of_taper(answered)
        assert LEAST_RUNS <= runs <= answered.runs
        assert weeks[-1].volume < 0.59 * answered.peak


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        ({"peak": 30}, "the biggest week (30 km) is smaller than a week now (40 km). Answer --peak 40."),
        (
            {"now": 12, "peak": 15},
            "4 runs a week don't fit into 12 km, if one of them is to carry a lift (35 min or more)",
        ),
        ({"runs": 3, "peak": 120}, "120 km in 3 runs are more than 30 km each. Answer --peak 90 or less, or --runs 4."),
        ({"peak": 120}, "from 40 to 120 km a week is too steep for 14 weeks. Answer --peak 86 or less, or --weeks 20."),
    ],
)
def test_what_is_out_of_proportion_is_said_in_plain_words(changed: dict[str, Any], told: str) -> None:
    with pytest.raises(Refused, match=re.escape(told)):
        make(shipped(), dataclasses.replace(USUAL, **changed))


def test_who_may_lift_heavy_does() -> None:
    assert "kind: heavy" in make(shipped(), USUAL).text
    for audience in ("first-timer", "returning"):
        assert "kind: heavy" not in make(shipped(), dataclasses.replace(USUAL, audience=audience)).text


READERS: dict[str, tuple[Any, dict[str, Any], list[str]]] = {
    "race": (
        read_race,
        {"none": "none", "Half": "half marathon", "10 K": "10k", "15 km": "15 km"},
        ["ten k", "5", "400 m", "500 km"],
    ),
    "weekday": (read_weekday, {"sun": "sunday", " Tuesday ": "tuesday"}, ["su", "someday", "", "8"]),
    "id": (read_id, {"first-half": "first-half"}, ["First", "a b", "index", "-a", "x" * 61, "../x", "a/b", ""]),
    "amount": (
        lambda text: read_amount(text, "km"),
        {"40": 40, "40 km": 40, "40KM": 40},
        ["40 mi", "0", "1000", "4.5", "-3", "x"],
    ),
    "number": (lambda text: read_number(text, 3, 6), {"3": 3, " 6 ": 6}, ["2", "7", "four", "", "3.5", "999999"]),
    "word": (
        lambda text: read_word(text, AUDIENCES),
        {"masters": "masters", "first timer": "first-timer", "Tri": "triathlete"},
        ["r", "pro"],
    ),
    "text": (lambda text: read_text(text, 10), {" a  b ": "a b"}, ["", " ", "x" * 11, "a\x07b", "a\u202eb"]),
}


@pytest.mark.parametrize("name", READERS)
def test_answers_are_read_as_people_write_them(name: str) -> None:
    read, right, wrong = READERS[name]
    for text, meant in right.items():
        assert read(text) == meant
    for text in wrong:
        with pytest.raises(ValueError, match=r"."):
            read(text)


@pytest.mark.parametrize(
    ("title", "address"),
    [("Half marathon, masters", "half-marathon-masters"), ("Größe", "gr-e"), ("!!!", "my-plan"), ("index", "my-plan")],
)
def test_an_address_follows_from_the_title(title: str, address: str) -> None:
    assert address_of(title) == address
    assert read_id(address_of(title * 9)) == address_of(title * 9)
