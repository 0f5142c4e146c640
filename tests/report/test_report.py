"""Diagnostics as lines and as objects, in the order of the files, and the closing line."""

import json
import re

import pytest

from generator.model.finding import Diagnostic, Place
from generator.report import diagnostics_text, summary

LATE = Diagnostic(Place("plans/b.yaml", 14, 5), "error", "two-recovery-days", "only one full day", "Move one.")
EARLY = Diagnostic(Place("plans/a.yaml", 100, 1), "warning", None, "no rule: “quoted”")
NEXT = Diagnostic(Place("plans/a.yaml", 100, 12), "error", "ramp", "too much")
#: What contract.md, editors and CI read: path, line, column, severity, rule if any, message.
LINE = re.compile(
    r"^(?P<path>.+?):(?P<line>\d+):(?P<column>\d+): (?P<severity>error|warning)(\[(?P<rule>[a-z-]+)\])? .+"
)


def test_a_diagnostic_is_the_contract_s_line() -> None:
    assert diagnostics_text([LATE]) == "plans/b.yaml:14:5: error[two-recovery-days] only one full day. Move one."
    assert diagnostics_text([EARLY]) == "plans/a.yaml:100:1: warning no rule: “quoted”"
    found = LINE.match(diagnostics_text([LATE]))
    assert found
    assert found["rule"] == "two-recovery-days"


def test_lines_stand_in_the_order_of_the_files() -> None:
    lines = diagnostics_text([LATE, NEXT, EARLY]).splitlines()
    assert [line.split(": ")[0] for line in lines] == ["plans/a.yaml:100:1", "plans/a.yaml:100:12", "plans/b.yaml:14:5"]


def test_lines_are_ordered_by_number_not_by_text() -> None:
    nine = Diagnostic(Place("plans/a.yaml", 9, 1), "warning", None, "z")
    assert diagnostics_text([EARLY, nine]).splitlines()[0].endswith("warning z")


def test_errors_stand_last_next_to_the_closing_line() -> None:
    first = Diagnostic(Place("plans/a.yaml", 1, 1), "error", None, "stop")
    assert diagnostics_text([first, EARLY]).splitlines()[-1].endswith("error stop")


def test_as_json_each_is_an_object_with_the_same() -> None:
    first, second = json.loads(diagnostics_text([LATE, EARLY], "json"))
    assert first == {
        "path": "plans/a.yaml",
        "line": 100,
        "column": 1,
        "severity": "warning",
        "rule": None,
        "message": "no rule: “quoted”",
        "hint": "",
        "page": None,
    }
    assert (second["rule"], second["hint"]) == ("two-recovery-days", "Move one.")
    assert second["page"] == "/rules/two-recovery-days/"


def test_nothing_is_nothing() -> None:
    assert diagnostics_text([]) == ""
    assert json.loads(diagnostics_text([], "json")) == []


@pytest.mark.parametrize(
    ("plans", "found", "line"),
    [
        (10, [], "10 plans, 0 errors, 0 warnings"),
        (1, [LATE], "1 plan, 1 error, 0 warnings"),
        (2, [LATE, EARLY, NEXT], "2 plans, 2 errors, 1 warning"),
    ],
)
def test_the_closing_line_counts(plans: int, found: list[Diagnostic], line: str) -> None:
    assert summary(plans, found) == line
