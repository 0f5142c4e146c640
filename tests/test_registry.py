"""The registry is the contract's table: every rule, its level, its page; nothing beside it, nothing unfinished."""

import re
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st
from rule_faults import drawn

import generator.rules as rules_package
from generator.model.line import DayRole
from generator.model.plan import Override
from generator.model.vocabulary import DAY_KINDS, WEEKDAYS
from generator.rules import PLACEMENT, RULES, by_slug, faults_of, resolve
from generator.rules.page import HEADINGS, read_page
from generator.rules.rule import Parameter, Rule

ROOT = Path(__file__).parents[1]
PACKAGE = Path(rules_package.__file__).parent

#: The contract's table. "warning / error" stands here as the graver of the two.
CONTRACT = {
    "hard-days-hard": "error",
    "two-recovery-days": "error",
    "no-lift-on-easy-days": "error",
    "lift-after-run": "error",
    "no-key-run-after-heavy": "error",
    "rest-after-heavy": "warning",
    "abbreviated-content": "error",
    "lift-spacing": "error",
    "third-key-lift": "error",
    "heavy-clear-of-race": "error",
    "base-before-heavy": "error",
    "base-dose": "error",
    "sign-off-before-heavy": "error",
    "single-and-double-leg": "error",
    "cornerstone-lift": "error",
    "load-up-reps-down": "error",
    "never-to-failure": "error",
    "maintenance-when-intense": "error",
    "strength-every-week": "warning",
    "phases-vary": "warning",
    "assess-imbalance": "error",
    "long-run-then-light": "warning",
    "quality-cap": "error",
    "ramp": "error",
    "single-run-spike": "error",
    "long-run-share": "warning",
    "cutback": "warning",
    "taper": "warning",
    "hosts": "error",
}
every_rule = pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.slug)


def test_the_rules_are_the_contracts() -> None:
    assert {rule.slug: rule.level for rule in RULES} == CONTRACT
    assert len({rule.slug for rule in RULES}) == len(RULES)


def test_every_rule_module_is_registered() -> None:
    groups = ("placement", "periodisation", "dose", "ramp")
    modules = {path for group in groups for path in (PACKAGE / group).glob("*.py")}
    found = {(path.parent.name, path.stem.replace("_", "-")) for path in modules if path.stem != "__init__"}
    assert found == {(rule.group, rule.slug) for rule in RULES}


def test_placement_rules_are_those_over_days() -> None:
    assert {rule.slug for rule in PLACEMENT} == {rule.slug for rule in RULES if rule.group == "placement"}


def test_by_slug_knows_every_rule_and_no_other() -> None:
    assert all(by_slug(rule.slug) is rule for rule in RULES)
    with pytest.raises(KeyError):
        by_slug("hard-days-easy")


@every_rule
def test_page_is_complete(rule: Rule) -> None:
    page = read_page(rule.page)
    assert page.statement.endswith(".")
    assert len(page.statement) <= 100
    assert page.why
    assert page.reads
    assert page.holds
    assert page.fails
    headings = [line.removesuffix(":") for line in rule.page.splitlines() if re.fullmatch(r"[A-Z][a-z]+:", line)]
    assert headings == [name for name in HEADINGS if name in headings]


@every_rule
def test_sources_are_in_the_bibliography(rule: Rule) -> None:
    known = _sources()
    for evidence in rule.evidence:
        assert evidence.says.endswith(".")
        if evidence.source:
            assert evidence.source in known
            assert evidence.grade == "cited"
        else:
            assert evidence.grade == "convention"


def _sources() -> set[str]:
    return set(yaml.safe_load((ROOT / "plans/library/sources.yaml").read_text(encoding="utf-8")))


@every_rule
def test_parameters_are_explained_and_used(rule: Rule) -> None:
    source = (PACKAGE / rule.group / f"{rule.slug.replace('-', '_')}.py").read_text(encoding="utf-8")
    code = source.split("EVIDENCE = (")[1]
    for parameter in rule.parameters:
        assert not parameter.misfit(parameter.default)
        assert not parameter.relaxes(parameter.default)
        assert parameter.meaning
        assert not parameter.meaning.endswith(".")
        family, _, measure = parameter.name.partition("_")
        assert f'"{parameter.name}"' in code or (f'"{family}"' in code and f"{{family}}_{measure}" in code)


kinds = st.sampled_from(DAY_KINDS)
lift_kinds = st.lists(st.sampled_from(("base", "heavy", "maintenance", "abbreviated", "primer")), max_size=2)


@st.composite
def lines(draw: st.DrawFn) -> tuple[DayRole, ...]:
    days = draw(st.lists(st.tuples(kinds, lift_kinds, st.booleans()), min_size=1, max_size=18))
    running = draw(st.sampled_from(("base", "build", "race")))
    return tuple(
        DayRole(
            day,
            day // 7 + 1,
            WEEKDAYS[day % 7],
            kind,
            tuple(lifts),
            running,
            "heavy",
            goal_race=goal and kind == "race",
            tune_up=not goal and kind == "race",
        )
        for day, (kind, lifts, goal) in enumerate(days)
    )


@drawn
@given(lines())
def test_placement_rules_look_back_only(line: tuple[DayRole, ...]) -> None:
    policy = resolve()
    for rule in PLACEMENT:
        assert rule.at is not None
        params = policy.params(rule.slug)
        for i in range(len(line)):
            whole, cut = list(rule.at(line, i, params)), list(rule.at(line[: i + 1], i, params))
            assert whole == cut
            assert all(fault.day is not None and fault.day <= line[i].day for fault in whole)


def test_defaults_are_the_policy_without_overrides() -> None:
    policy = resolve()
    for rule in RULES:
        assert policy.level(rule.slug) == rule.level
        assert dict(policy.params(rule.slug)) == rule.defaults


def test_overrides_set_level_and_parameters_and_the_last_one_counts() -> None:
    policy = resolve(
        (
            Override("lift-spacing", "days", 2),
            Override("lift-spacing", "days", 3),
            Override("rest-after-heavy", "level", "error"),
            Override("hosts", "level", "off", "a clinic of acrobats"),
        )
    )
    assert policy.params("lift-spacing")["days"] == 3
    assert policy.level("rest-after-heavy") == "error"
    assert policy.level("hosts") == "off"
    assert resolve().params("lift-spacing")["days"] == 1


@pytest.mark.parametrize(
    ("override", "part", "words"),
    [
        (Override("hard-day-hard", "also", ("easy",)), "rule", "Did you mean hard-days-hard?"),
        (Override("quite-another", "level", "off"), "rule", "There is no rule 'quite-another'."),
        (Override("lift-spacing", "day", 2), "parameter", "Did you mean days?"),
        (Override("lift-spacing", "days", "two"), "value", "expected a whole number"),
        (Override("lift-spacing", "days", 1.5), "value", "expected a whole number"),
        (Override("lift-spacing", "days", True), "value", "expected a whole number"),
        (Override("lift-spacing", "days", -1), "value", "expected a number from 0 up"),
        (Override("hard-days-hard", "also", "easy"), "value", "expected a list of names"),
        (Override("hard-days-hard", "also", ("eazy",)), "value", "'eazy' is not one of quality, long"),
        (Override("hosts", "level", "fatal"), "value", "expected one of off, warning, error"),
        (Override("hosts", "level", "warning"), "because", "relaxed from error to warning"),
        (Override("hosts", "level", "off", "  "), "because", "Say why under because"),
        (Override("lift-spacing", "days", 0), "because", "relaxed (days from 1 to 0)"),
        (Override("hard-days-hard", "also", ("easy",)), "because", "relaxed (also from [] to [easy])"),
        (Override("no-lift-on-easy-days", "never", ("easy", "rest")), "because", "relaxed"),
        (Override("ramp", "warn", 15), "because", "relaxed"),
    ],
    ids=str,
)
def test_faulty_overrides_are_told_and_do_not_count(override: Override, part: str, words: str) -> None:
    (fault,) = faults_of([override])
    assert fault.part == part
    assert words in str(fault)
    assert resolve((override,)) == resolve()


@pytest.mark.parametrize(
    "override",
    [
        Override("lift-spacing", "days", 2),
        Override("lift-spacing", "days", 0, "two short seasons of trying it"),
        Override("no-lift-on-easy-days", "never", ("easy", "rest", "race", "cross")),
        Override("hard-days-hard", "aerobic_in", ()),
        Override("ramp", "warn", 5),
        Override("strength-every-week", "level", "error"),
    ],
    ids=str,
)
def test_stricter_or_explained_overrides_are_fine(override: Override) -> None:
    assert faults_of([override]) == []
    assert resolve((override,)) != resolve()


def test_a_parameter_of_whole_numbers_refuses_infinity() -> None:
    assert Parameter("share", 1.5, "a share", "lower").misfit(float("inf"))
    assert Parameter("share", 1.5, "a share", "lower").misfit(float("nan"))
    assert not Parameter("share", 1.5, "a share", "lower").misfit(2)
