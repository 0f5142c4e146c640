"""The plan's JSON: what is written is read back the same, and what is wrong comes with file, line and column."""

import json
import re
from collections.abc import Callable
from copy import deepcopy
from dataclasses import replace
from typing import Any

import pytest
from article import base_week, week, weeks
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.audit import audit
from generator.model.finding import Diagnostic, Finding, Refused
from generator.model.plan import Assessment, Override, Plan
from generator.plan_json.places import Places
from generator.plan_json.read import finding_diagnostics, read_plan
from generator.plan_json.write import write_plan
from generator.rules.example import plan_from

RACE_WEEK = (
    "[running=race strength=off] Mo aerobic cross | Tu quality 10 km (2 km easy, 3 x (1 km @ threshold, 400 m jog), "
    "2 km easy) | Th easy 30 min | Fr cross | Su race"
)
PLAN = plan_from(weeks("[strength=base entry=new] " + base_week(), week(), RACE_WEEK))
RICH = replace(
    PLAN,
    start="2027-01-04",
    overrides=(
        Override("ramp", "warn", 12, "a camp in week two"),
        Override("hard-days-hard", "also", ("cross",), "pool days"),
        Override("hosts", "level", "warning", "ja — schön"),
    ),
    findings=(Finding("ramp", "warning", 2, None, "12 % more"), Finding("hosts", "error", 1, 3, "…")),
    sources=("seynders-2022",),
    big_lifts=("back-squat",),
    rolling=True,
)


def _data(plan: Plan = PLAN) -> Any:
    return json.loads(write_plan(plan))


def _text(change: Callable[[Any], None], plan: Plan = PLAN) -> str:
    data = _data(plan)
    change(data)
    return json.dumps(data, indent=1)


def _faults(text: str) -> list[str]:
    with pytest.raises(Refused) as refused:
        read_plan(text, "plan.json")
    return [str(diagnostic) for diagnostic in refused.value]


@pytest.mark.parametrize("plan", [PLAN, RICH, plan_from("3 weeks of " + week())], ids=["plain", "rich", "short"])
def test_round_trip(plan: Plan) -> None:
    text = write_plan(plan)
    assert read_plan(text, "x.json") == plan
    assert write_plan(read_plan(text, "x.json")) == text
    assert text.endswith("}\n")


def test_each_day_has_a_line_of_its_own() -> None:
    lines = write_plan(RICH).splitlines()
    starts = [line.partition(",")[0] for line in lines]
    assert [start for start in starts if start.startswith('{"day":')] == [f'{{"day":{day.day}' for day in RICH.days]
    assert [start for start in starts if start.startswith('{"number":')] == [
        '{"number":1',
        '{"number":2',
        '{"number":3',
    ]
    assert sum(line.startswith(('{"rule":', '"findings":')) for line in lines) == 1 + len(RICH.findings)
    changed = replace(RICH, weeks=(replace(RICH.weeks[0], cutback=True), *RICH.weeks[1:]))
    assert sum(a != b for a, b in zip(lines, write_plan(changed).splitlines(), strict=True)) == 1


def test_the_contracts_keys_stand_first_in_its_order_and_always() -> None:
    data = _data()
    whole = ["format", "id", "title", "units", "week_starts", "start", "race", "signed_off", "base_done"]
    assert list(data)[:13] == [*whole, "beyond_the_article", "phases", "weeks", "findings"]
    assert list(data["race"]) == ["distance_m", "week", "day"]
    assert list(data["phases"][0]) == ["id", "title", "first_week", "last_week", "running", "strength"]
    first = data["weeks"][0]
    assert list(first)[:7] == ["number", "phase", "cutback", "run_distance_m", "running", "strength", "days"]
    assert list(first["days"][0]) == ["day", "weekday", "date", "kind", "sessions"]
    run, lift = first["days"][1]["sessions"]
    assert list(run) == ["order", "sport", "kind", "distance_m", "duration_s", "rpe", "steps", "reasons"]
    assert list(lift) == ["order", "sport", "kind", "exercises", "unless_signed_off", "reasons"]
    dose = ["id", "slot", "sets", "reps", "rir", "percent_1rm", "rest_s", "per_side"]
    assert list(lift["exercises"][0]) == dose
    assert lift["unless_signed_off"] is None
    heavy = data["weeks"][1]["days"][1]["sessions"][1]["unless_signed_off"]
    assert list(heavy) == ["kind", "exercises"]
    steps = data["weeks"][2]["days"][1]["sessions"][0]["steps"]
    assert steps[0] == {"kind": "steady", "distance_m": 2000}
    assert list(steps[1]) == ["repeat", "steps"]
    assert steps[1]["steps"][0] == {"kind": "work", "distance_m": 1000, "target": "threshold"}
    assert list(_data(RICH)["findings"][0]) == ["rule", "severity", "week", "day", "text"]


def test_added_keys_are_left_out_where_they_say_nothing() -> None:
    data = _data()
    assert not {"tune_ups", "overrides", "staged", "rolling", "sources", "big_lifts"} & set(data)
    assert not {"assessment", "repeats", "deload"} & set(data["weeks"][2])
    assert data["weeks"][0]["assessment"] == {"kind": "first", "tests": ["single-leg-squat"]}
    assert _data(RICH)["rolling"] is True


def test_unknown_keys_are_ignored_and_missing_added_keys_take_their_defaults() -> None:
    def change(data: Any) -> None:
        data["watch"] = {"a": [1, 2]}
        data["weeks"][1]["days"][1]["sessions"][0]["shoes"] = "red"
        for name in ("audience", "policy", "microcycle_days", "findings"):
            del data[name]

    assert read_plan(_text(change), "x.json") == PLAN


def test_any_other_sport_is_cross_training() -> None:
    def change(data: Any) -> None:
        session = data["weeks"][0]["days"][6]["sessions"][0]
        session.update(sport="bike", kind="spin class", distance_m=20000, steps=[])
        del session["rpe"]

    cross = read_plan(_text(change), "x.json").weeks[0].days[6].crosses[0]
    assert (cross.sport, cross.kind, cross.rpe) == ("bike", "recovery", (1, 3))


def test_whole_floats_and_a_byte_order_mark_are_read() -> None:
    text = "\ufeff" + write_plan(PLAN).replace('"distance_m":8000,', '"distance_m":8000.0,')
    assert "8000.0," in text
    assert read_plan(text, "x.json") == PLAN


STEPS = ("weeks", 2, "days", 1, "sessions", 0, "steps")
SESSION = ("weeks", 0, "days", 1, "sessions")


def _set(*keys: Any, to: Any) -> Callable[[Any], None]:
    def change(data: Any) -> None:
        for key in keys[:-1]:
            data = data[key]
        data[keys[-1]] = to

    return change


def _delete(*keys: Any) -> Callable[[Any], None]:
    def change(data: Any) -> None:
        for key in keys[:-1]:
            data = data[key]
        del data[keys[-1]]

    return change


@pytest.mark.parametrize(
    ("change", "near", "words"),
    [
        (_set("format", to="hardday/plan@2"), '"hardday/plan@2"', 'expected "format": "hardday/plan@1"'),
        (_set("units", to="miles"), '"miles"', "\"miles\" is not known here; expected 'km' or 'mi'"),
        (_set("weeks", to="many"), '"many"', 'expected a list, not "many"'),
        (_set("weeks", 1, to=7), "7", "expected an object, not 7"),
        (_set("signed_off", to="yes"), '"yes"', "expected true or false"),
        (_set("weeks", 0, "days", 0, "day", to="0"), '"0"', 'expected a whole number, not "0"'),
        (_set("weeks", 0, "days", 0, "day", to=0.5), "0.5", "expected a whole number, not 0.5"),
        (_set(*SESSION, 0, "kind", to="tempo"), '"tempo"', '"tempo" is not known here'),
        (_set(*SESSION, 0, "rpe", to=[1, 2, 3]), "[\n", "expected a list of two numbers"),
        (_set(*SESSION, 0, "sport", to=None), "{\n", "expected a session with its sport"),
        (_set(*SESSION, 1, "exercises", 0, "slot", to="arms"), '"arms"', '"arms" is not known here'),
        (_delete(*SESSION, 1, "order"), "{\n", "'order' is missing here"),
        (_delete(*STEPS, 1, "steps", 0, "kind"), "{\n", "'kind' is missing here"),
        (_set(*STEPS, 1, "repeat", to=[]), "[]", "expected a whole number"),
        (_set("title", to="x" * 5 + "\ud800"), '"xxxxx', "half a character"),
        (_set("race", "distance_m", to=10**15), "1000000000000000", "16 digits is too large"),
        (_set("race", "distance_m", to=1e300), "1e+300", "too large"),
        (_set("overrides", to=[{"rule": "ramp", "parameter": "warn", "value": None}]), "null", "not null"),
    ],
)  # fmt: skip
def test_one_fault_at_its_place(change: Callable[[Any], None], near: str, words: str) -> None:
    text = _text(change)
    (fault,) = _faults(text)
    found = re.match(r"plan\.json:(\d+):(\d+): error (.*)", fault)
    assert found, fault
    line = text.split("\n")[int(found[1]) - 1]
    assert (line[int(found[2]) - 1 :] + "\n").startswith(near), line
    assert words in found[3]


def test_all_faults_come_together() -> None:
    def change(data: Any) -> None:
        _set("units", to="miles")(data)
        _delete("title")(data)
        _set(*SESSION, 0, "kind", to="tempo")(data)

    assert len(_faults(_text(change))) == 3


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", "plan.json:1:1: error the file is empty"),
        ("{\n  'a': 1}", "plan.json:2:3: error this is not JSON: expecting property name enclosed in double quotes"),
        ('{"a" 1}', "plan.json:1:6: error this is not JSON: expecting ':' delimiter"),
        ("[]", "plan.json:1:1: error a plan is a JSON object, in curly brackets"),
        ("{}", 'plan.json:1:1: error the format is not known; expected "format": "hardday/plan@1"'),
        ('{"a":\n NaN}', "plan.json:2:2: error NaN is not a number a plan can hold"),
        ('{"a": -Infinity}', "plan.json:1:7: error -Infinity is not a number a plan can hold"),
        ('{"a": 1e999}', "plan.json:1:7: error this number is too large for a plan"),
        ('{"a": ' + "9" * 5000 + "}", "plan.json:1:7: error a number of 5000 digits is too large for a plan"),
        ('{"a": 1,\n "b": {}, "a": 2}', "plan.json:2:16: error 'a' is written twice"),
        ('{"a": "\\ud83d"}', "plan.json:1:7: error this text has half a character in it"),
        ("[" * 100_000, "plan.json:1:1: error the file nests too deep for a plan"),
        ("[" * 50 + "]" * 50, "plan.json:1:25: error the file nests too deep for a plan"),
        ('{"a": 1} {"b": 2}', "plan.json:1:10: error this is not JSON: extra data"),
    ],
    ids=lambda text: text[:24],
)
def test_hostile_text_is_refused_with_a_place(text: str, expected: str) -> None:
    (fault,) = _faults(text)
    assert fault.startswith(expected)


def test_findings_stand_at_their_day_week_or_the_top() -> None:
    text = write_plan(PLAN)
    findings = [
        Finding("taper", "warning", None, None, "a"),
        Finding("ramp", "warning", 2, None, "b"),
        Finding("lift-spacing", "error", 2, 10, "c"),
        Finding("ramp", "warning", 77, None, "d"),
    ]
    found = finding_diagnostics(text, "p.json", findings)
    lines = text.split("\n")
    starts = [lines[f.place.line - 1] for f in found]
    assert starts[0].startswith('{"format":"hardday/plan@1"')
    assert starts[1].startswith('{"number":2,')
    assert starts[2].startswith('{"day":10,')
    assert found[3].place == found[0].place
    assert str(found[2]).endswith("error[lift-spacing] c")


def test_places_survive_escapes_tabs_and_colons_in_text() -> None:
    text = '{"a\\"b": [1, "x]},{:", {"\\u00e9":\t"z"}], "c": {}}'
    places = Places(text, "p").of([('a"b', 1), ('a"b', 2, "é"), ("c",), ("c", "none")])
    starts = {keys: place.column - 1 for keys, place in places.items()}
    assert text[starts[('a"b', 1)] :].startswith('"x]}')
    assert text[starts[('a"b', 2, "é")] :].startswith('"z"')
    assert starts[("c",)] == starts[("c", "none")] == text.rindex("{}")


WORDS = ("rest", "race", "heavy", "base", "run", "strength", "bike", "quality", "taper", "2027-02-30", "error")
odd = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-5, 40),
    st.floats(allow_nan=False, allow_infinity=False),
    st.text(max_size=5),
    st.sampled_from(WORDS),
    *(st.just(value) for value in ([], {}, [1, 2], {"repeat": 3, "steps": []})),
)


def _read(text: str) -> tuple[Plan | None, tuple[Diagnostic, ...]]:
    try:
        return read_plan(text, "x.json"), ()
    except Refused as refused:
        return None, refused.diagnostics


def _all_places(value: Any, keys: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    inside = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    return [keys, *(place for key, each in inside for place in _all_places(each, (*keys, key)))]


PLACES = [keys for keys in _all_places(_data(RICH)) if keys]


@settings(derandomize=True, max_examples=300, suppress_health_check=[HealthCheck.too_slow], deadline=None)
@given(st.lists(st.tuples(st.sampled_from(PLACES), odd, st.booleans()), min_size=1, max_size=3))
def test_any_change_is_refused_with_places_or_audited(changes: list[tuple[tuple[Any, ...], Any, bool]]) -> None:
    data = _data(RICH)
    for keys, value, delete in changes:
        try:
            (_delete(*keys) if delete else _set(*keys, to=deepcopy(value)))(data)
        except (KeyError, IndexError, TypeError):
            continue
    text = json.dumps(data)
    plan, faults = _read(text)
    if plan is None:
        assert faults
        assert all(fault.place.line == 1 and fault.place.column <= len(text) for fault in faults)
        return
    assert read_plan(write_plan(plan), "x.json") == plan
    findings = audit(plan)
    assert len(finding_diagnostics(text, "x.json", findings)) == len(findings)


def test_an_assessment_survives() -> None:
    assert PLAN.weeks[0].assessment == Assessment("first", ("single-leg-squat",))
