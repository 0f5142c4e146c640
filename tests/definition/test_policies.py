"""The house's policies: sound, each relaxed rule with its reason, and every mistake in one told at its line."""

from __future__ import annotations

from pathlib import Path

import pytest
from definition.reading import CASES, ROOT, faults, shipped

from generator.model.finding import Refused
from generator.overrides import faults_in_policy, overrides_of
from generator.rules import by_slug, resolve
from generator.rules.policy import LEVELS
from generator.validate import validate_policy
from generator.yaml_tree import read_tree

FILES = sorted((ROOT / "plans" / "policies").glob("*.yaml"))


def told(text: str) -> list[str]:
    """What is wrong with a policy of that text."""
    tree = read_tree(text.encode(), "house.yaml")
    try:
        overrides = overrides_of(validate_policy(tree).rules)
    except Refused as refused:
        return [str(fault) for fault in refused.diagnostics]
    return [str(fault) for fault in faults_in_policy(tree.path, {**tree.values, **tree.keys}, overrides)]


def test_the_three_that_people_disagree_about_are_there() -> None:
    assert {path.stem for path in FILES} >= {"hard-hard", "separate-days", "low-frequency"}


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_policy_is_sound(path: Path) -> None:
    assert told(path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_what_a_policy_relaxes_it_explains(path: Path) -> None:
    for override in shipped().policies.overrides[path.stem]:
        rule = by_slug(override.rule)
        if override.parameter == "level":
            relaxed = LEVELS.index(str(override.value)) < LEVELS.index(rule.level)
        else:
            parameter = rule.parameter(override.parameter)
            assert parameter
            relaxed = parameter.relaxes(override.value)
        assert not relaxed or len(override.because) > 40, override


def test_hard_hard_is_every_rule_as_it_is() -> None:
    assert shipped().policies.overrides["hard-hard"] == ()
    assert resolve(()) == resolve()


def test_what_the_others_set() -> None:
    overrides = shipped().policies.overrides
    separate, rare = resolve(overrides["separate-days"]), resolve(overrides["low-frequency"])
    assert separate.params("hard-days-hard")["also"] == ("aerobic",)
    assert separate.params("lift-spacing")["days"] == 2
    assert (rare.params("base-dose")["least"], rare.params("base-dose")["most"]) == (1, 2)
    assert rare.params("base-before-heavy")["least"] == 8


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("title: House\n", ["house.yaml:1:1: error 'summary:' is missing. What it is for, in a sentence."]),
        ("title: House\nsumary: Ours.\nsummary: Ours.\n", ["Did you mean 'summary'?"]),
        ("title: House\nsummary: Ours.\nrules:\n  rampp: {most: 15}\n", ["house.yaml:4:3: error there is no rule"]),
        (
            "title: House\nsummary: Ours.\nrules:\n  ramp: {mots: 15}\n",
            ["house.yaml:4:10: error[ramp] rule ramp has no"],
        ),
        ("title: House\nsummary: Ours.\nrules:\n  ramp: {most: 30}\n", ["house.yaml:4:3: error[ramp] ramp is relaxed"]),
        (
            "title: House\nsummary: Ours.\nrules:\n  ramp: {warn: x}\n",
            ["house.yaml:4:10: error[ramp] ramp: warn is 'x'"],
        ),
    ],
)
def test_a_mistake_in_a_policy_is_told(text: str, lines: list[str]) -> None:
    found = told(text)
    assert len(found) == len(lines), found
    for line, words in zip(found, lines, strict=True):
        assert words in line


def test_a_policy_counts_where_a_plan_is_checked(tmp_path: Path) -> None:
    """One key lift in a base week is an error under the default, and right under low-frequency."""
    text = (CASES / "valid" / "extends-a-policy.yaml").read_text(encoding="utf-8")
    path = tmp_path / "plan.yaml"
    path.write_text(text.replace("extends: low-frequency", "policy: hard-hard"), encoding="utf-8")
    assert [fault.rule for fault in faults(path)] == ["base-dose"]
    path.write_text(text, encoding="utf-8")
    assert faults(path) == ()


def test_a_plans_own_word_stands_over_its_policys(tmp_path: Path) -> None:
    text = (CASES / "valid" / "extends-a-policy.yaml").read_text(encoding="utf-8")
    path = tmp_path / "plan.yaml"
    path.write_text(f"{text}rules:\n  base-dose: {{least: 2}}\n", encoding="utf-8")
    assert [fault.rule for fault in faults(path)] == ["base-dose"]
