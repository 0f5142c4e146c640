"""docs/reviewing.md names every option, every key, every kind of change, and what a clinic has to set."""

from __future__ import annotations

import json
import re
from typing import Any, get_args

import pytest
from diff_plans import ROOT

from generator.cli_diff import diff
from generator.compare.change import Change, What
from generator.diff import difference_json
from generator.diff.difference import (
    AddressChange,
    Difference,
    FeedChange,
    PlanDifference,
    SharedChange,
    State,
    WeekChanges,
)
from generator.diff.lines import SHARED
from generator.model.finding import Diagnostic, Place

PAGE = (ROOT / "docs" / "reviewing.md").read_text("utf-8")
CODE = set(re.findall(r"[\w./@-]+", " ".join(re.findall(r"`([^`\n]+)`", PAGE))))
#: Keys of diagnostics, which another page tells of.
_ELSEWHERE = {"path", "line", "column", "severity", "rule", "message", "hint"}


def full() -> Difference:
    """A difference in which every key has something."""
    told = Diagnostic(Place("a", 1, 1), "error", None, "wrong")
    change = Change("run", "run 1 → 2 km", "run", "1 km", "2 km")
    plan = PlanDifference(
        "a",
        "A",
        "changed",
        whole=(change,),
        weeks=(WeekChanges(1, 1, (change,)),),
        findings_new=(told,),
        addresses=(AddressChange("a/", "new"),),
        feeds=(FeedChange("a.ics", 1, 1, 1),),
    )
    return Difference("a", "b", (plan,), (SharedChange("exercise", "x", ("a",)),), errors=(told,))


def keys(node: Any) -> set[str]:
    """Every key in JSON."""
    if isinstance(node, dict):
        return set(node) | {key for value in node.values() for key in keys(value)}
    return {key for value in node for key in keys(value)} if isinstance(node, list) else set()


def test_every_key_is_documented() -> None:
    assert keys(json.loads(difference_json(full()))) - _ELSEWHERE - CODE == set()


@pytest.mark.parametrize("words", [get_args(What), get_args(State), tuple(SHARED)])
def test_every_word_of_the_format_is_documented(words: tuple[str, ...]) -> None:
    assert set(words) - CODE == set()


def test_every_option_is_documented() -> None:
    options = {name for parameter in diff.params for name in parameter.opts if name.startswith("--")}
    assert options - CODE == set()
    assert {"text", "markdown", "json"} == set(next(p for p in diff.params if p.name == "form").type.choices)


def test_what_a_clinic_has_to_set_is_documented() -> None:
    used = " ".join(path.read_text("utf-8") for path in (ROOT / ".github").rglob("*.yml"))
    used += (ROOT / ".gitlab-ci.yml").read_text("utf-8")
    own = set(re.findall(r"\bHARDDAY_[A-Z_]+", used)) | set(re.findall(r"secrets\.([A-Z_]+)", used))
    assert own
    assert own - CODE == set()
    assert {path.name for path in (ROOT / ".github" / "workflows").iterdir()} - CODE == set()
