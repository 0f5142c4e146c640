"""For every rule a mutation of the article's week that this rule alone catches.

Where two rules overlap by definition, the exact set is stated and why.
"""

import pytest
from article import LIGHT_BASE, LIGHT_HEAVY, base_week, week, weeks
from rule_faults import broken

from generator.rules import RULES
from generator.rules.example import plan_from

BASE = "[entry=new strength=base] " + base_week()
SQUAT = "back-squat knee-dominant"
SPLIT = "split-squat single-leg-knee 2x8@3 side"
TRUNK_ONLY_ONE_SIDED = "goblet-squat knee-dominant 3x10@3; pallof-press trunk 2x8@4 side"

MUTATIONS: dict[str, str] = {
    "hard-days-hard": week(Th="aerobic 10 km+maintenance", Sa="long 16 km"),
    "two-recovery-days": week(Tu="aerobic 10 km", Th="quality 10 km+maintenance", Sa="long 16 km+maintenance"),
    "no-lift-on-easy-days": week(We="rest+abbreviated"),
    "lift-after-run": week(Tu="heavy+quality 10 km"),
    "no-key-run-after-heavy": week(Su="quality 10 km"),
    "rest-after-heavy": week(Su="easy 4 km"),
    "lift-spacing": week(Th="aerobic 10 km+abbreviated+abbreviated"),
    "third-key-lift": "[strength=base_hold] " + base_week(Th="aerobic 10 km+base"),
    "heavy-clear-of-race": weeks(week(), "Tu aerobic 8 km | Fr race"),
    "base-before-heavy": "[entry=base-done] " + week(),
    "base-dose": "[entry=new strength=base] " + week(Tu="quality 10 km+base", Th="aerobic 10 km", Sa="long 16 km"),
    "sign-off-before-heavy": weeks(
        f"{BASE} || {base_week()} || {base_week()} || {LIGHT_BASE} || {base_week()} || {base_week()}",
        f"[strength=heavy] {week(Sa=f'long 16 km+heavy({SQUAT} 3x6@2 80%; {SPLIT} else none)')}",
    ),
    "maintenance-when-intense": "[running=specific strength=maintenance] "
    + week(Tu=f"quality 10 km+maintenance({SQUAT} 3x6@2 80%)", Sa="long 16 km+maintenance"),
    "strength-every-week": week(Tu="quality 10 km", Th="aerobic 10 km", Sa="long 16 km"),
    "phases-vary": weeks(*(week(), week(), week(), LIGHT_HEAVY) * 3),
    "assess-imbalance": "[entry=new strength=base no-test] " + base_week(),
    "hosts": "Tu easy 8 km | We easy 8 km+abbreviated | Sa long 14 km+heavy",
    "abbreviated-content": week(Th="aerobic 10 km+abbreviated(goblet-squat knee-dominant 2x10@4)"),
    "single-and-double-leg": "[entry=new strength=base] "
    + base_week(
        **dict.fromkeys(
            ("Tu", "Sa"), "quality 10 km+base(goblet-squat knee-dominant 3x10@3; pallof-press trunk 2x8@4 side)"
        ),
        Th="aerobic 10 km+abbreviated(dead-bug trunk 2x8@4)",
    ),
    "cornerstone-lift": week(Tu=f"quality 10 km+heavy({SPLIT})"),
    "load-up-reps-down": weeks(week(), week(Tu=f"quality 10 km+heavy({SQUAT} 3x8@2 80%; {SPLIT})")),
    "never-to-failure": week(Tu=f"quality 10 km+heavy({SQUAT} 4x6@0 80%; {SPLIT})"),
    "ramp": weeks(week(), week(Mo="aerobic 14 km", Th="aerobic 12 km", Fr="aerobic 13 km")),
    "single-run-spike": weeks(week(), week(Mo="aerobic 6 km", Sa="long 18 km+heavy")),
    "long-run-share": week(Sa="long 20 km+heavy"),
    "long-run-then-light": week(Sa="long 16 km 155 min+heavy"),
    "quality-cap": week(Mo="quality 8 km", Th="quality 10 km+abbreviated"),
    "cutback": weeks(week(), "[cutback] " + week()),
    "taper": weeks(
        week(),
        "[running=race strength=taper] Mo aerobic 8 km | Tu quality 10 km | Th aerobic 10 km | Fr easy 8 km | Su race",
    ),
}

#: Overlaps by definition: a lift too many stands on a day that may not carry it.
ALSO: dict[str, set[str]] = {
    "hosts": {"no-lift-on-easy-days"},
}


def test_every_rule_has_a_mutation() -> None:
    assert list(MUTATIONS) == [rule.slug for rule in RULES]


@pytest.mark.parametrize("slug", MUTATIONS)
def test_only_this_rule_catches_its_mutation(slug: str) -> None:
    assert broken(plan_from(MUTATIONS[slug])) == {slug} | ALSO.get(slug, set())
