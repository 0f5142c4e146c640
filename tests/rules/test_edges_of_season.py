"""One step to either side of every limit in the rules over the season: what other tests leave open."""

from dataclasses import replace

import pytest
from lift_changes import places, texts
from rule_faults import found

from generator.rules.example import plan_from

NEW = "[entry=new strength=base] "
BASE = "Tu quality+base | Sa long+base"
KEPT = "[running=specific strength=maintenance] "
EDGES = [
    ("base-before-heavy", f"{NEW}8 weeks of {BASE} || [strength=heavy] Tu quality+heavy || [strength=base] 9 weeks of "
     f"{BASE}", [(18, None, "error")]),
    ("base-before-heavy", f"{NEW}{BASE} || [strength=off] Tu easy || [strength=base_hold] {BASE}", []),
    ("base-before-heavy", f"{NEW}{BASE} || Tu quality+maintenance", []),
    ("base-before-heavy", f"{NEW}{BASE} || [strength=heavy] {BASE}", []),
    ("hosts", "Mo easy+aerobic cross+abbreviated | Sa long+heavy", [(1, None, "error")]),
    ("hosts", "Mo cross+aerobic cross+abbreviated | Sa long+heavy", []),
    ("maintenance-when-intense", f"{KEPT}Tu quality+maintenance | Sa long+maintenance", []),
    ("sign-off-before-heavy", "[entry=base-done strength=base] Tu quality+maintenance", []),
    ("sign-off-before-heavy", "[entry=base-done strength=base] Tu quality+heavy", [(1, 1, "error")]),
    ("strength-every-week", "[running=race strength=off] Tu quality", []),
]  # fmt: skip


@pytest.mark.parametrize(("slug", "text", "faults"), EDGES)
def test_an_edge_of_a_rule_over_the_season(slug: str, text: str, faults: list) -> None:
    assert found(slug, text) == faults


def test_a_sign_off_without_a_base_is_no_entry() -> None:
    plan = replace(plan_from("Tu quality+heavy"), base_done=False)
    assert places("base-before-heavy", plan) == [(1, None)]


@pytest.mark.parametrize(("phase", "said"), [("base", "in a base week"), ("base_hold", "in a base_hold week")])
def test_a_heavy_lift_in_the_base_is_told_by_its_phase(phase: str, said: str) -> None:
    (fault,) = texts("sign-off-before-heavy", f"[entry=base-done strength={phase}] Tu quality+heavy")
    assert f"{said}, before the sign-off" in fault
