"""No check of any rule can be changed by a step without a test noticing.

Every rule, what they read out of plans, the policies laid over them and the audit itself are changed spot by spot (see
``mutants``), and with each change the tests of the rules are asked again. A change that none of them notices is a hole
in the tests, told by file and line; the few that change nothing anybody could see stand below, each with its reason.
"""

from __future__ import annotations

import importlib
import pkgutil
import random
import sys
from functools import lru_cache
from pathlib import Path
from types import ModuleType

import pytest
from mutant_killers import Killer, killed_by, killers
from mutant_swap import in_place
from mutants import Mutant, mutants_of

import generator.rules

#: The folders whose tests judge the mutants; a test is imported by its module's name, as pytest does.
FOLDERS = tuple(str(Path(__file__).parents[up] / name) for up, name in ((0, ""), (1, ""), (1, "programmes")))
TESTS = (
    "test_article_week", "test_audit", "test_dose", "test_edges_of_audit", "test_edges_of_days", "test_edges_of_doses",
    "test_edges_of_distances", "test_edges_of_season", "test_examples", "test_measure", "test_mutations",
    "test_periodisation", "test_placement", "test_programme_rules", "test_ramp", "test_registry", "test_wording",
)  # fmt: skip
RULE_MODULES = tuple(
    found.name for found in pkgutil.walk_packages(generator.rules.__path__, "generator.rules.") if not found.ispkg
)
#: What holds rules together, says them in words and reads their examples judges no plan.
NO_RULE = tuple(f"generator.rules.{name}" for name in ("example", "example_session", "page", "wording"))
CHANGED = (*(name for name in RULE_MODULES if name not in NO_RULE), "generator.audit", "generator.model.line")
#: One mutant in so many is tried while you work, all of them in the long run.
SHARE = 12

#: Mutants that nobody could tell from the original: file, the line as it stands, the change; and why.
SAME = {
    ("quality_cap.py", "if done.isdisjoint(targets):", "without 'continue'"): "work that a session does not have is "
    "passed over early: only speed",
    ("single_run_spike.py", "while recent and recent[-1][1] <= today:", "LtE becomes Lt"): "of two equally long runs "
    "the earlier may be kept as well: it leaves the window before the later",
    ("measure.py", "return self.metres - self.parts * ROUNDING_M", "Mult becomes Div"): "the rounding is one meter",
    ("measure.py", "return self.metres + self.parts * ROUNDING_M", "Mult becomes Div"): "the rounding is one meter",
    ("policy.py", "near = get_close_matches(name, list(known), 1, 0.5)", "1 becomes 2"): "the first alone is told",
    ("policy.py", 'return f"Did you mean {near[0]}?" if near else ""', "0 becomes -1"): "there is one alone",
    ("audit.py", '_HARDNESS: dict[str, int] = {"easy": 0, "aerobic": 1, "quality": 2, "long": 2, "race": 3}',
     "0 becomes -1"): "easy stays the least: only the order counts",
    ("audit.py", '_HARDNESS: dict[str, int] = {"easy": 0, "aerobic": 1, "quality": 2, "long": 2, "race": 3}',
     "3 becomes 4"): "race stays the most: only the order counts",
    ("line.py", "last_run = max((*(r.order for r in day.runs), *(c.order for c in day.crosses)), default=0)",
     "0 becomes -1"): "the first session of a day has the number 1",
}  # fmt: skip


def _modules() -> list[ModuleType]:
    return [importlib.import_module(name) for name in CHANGED]


@lru_cache(maxsize=1)
def _tests() -> list[Killer]:
    sys.path[:0] = [folder for folder in FOLDERS if folder not in sys.path]
    return killers([importlib.import_module(name) for name in TESTS])


def _key(mutant: Mutant) -> tuple[str, str, str]:
    return Path(mutant.where.partition(":")[0]).name, mutant.text, mutant.change


def _survivors(mutants: list[Mutant]) -> list[Mutant]:
    return [mutant for mutant in mutants if not killed_by(mutant, _tests())]


@lru_cache(maxsize=1)
def _all_mutants() -> list[Mutant]:
    found = [mutant for module in _modules() for mutant in mutants_of(module)]
    assert len(found) > 1500
    return found


def _drawn() -> list[Mutant]:
    every = _all_mutants()
    return random.Random(7).sample(every, len(every) // SHARE)


def test_a_drawn_share_of_the_mutants_is_noticed() -> None:
    assert [str(mutant) for mutant in _survivors(_drawn()) if _key(mutant) not in SAME] == []


@pytest.mark.long
def test_every_mutant_is_noticed_or_changes_nothing() -> None:
    survivors = _survivors(_all_mutants())
    assert [str(mutant) for mutant in survivors if _key(mutant) not in SAME] == []
    assert {_key(mutant) for mutant in survivors} == set(SAME), "what is noticed, or gone, is no longer to be listed"


def test_the_tests_pass_where_nothing_is_changed() -> None:
    for mutant in _drawn()[:20]:
        with in_place(mutant):
            pass  # and is taken back
    for test in _tests():
        test.run()


@pytest.mark.parametrize("slug", [rule.slug for rule in generator.rules.RULES])
def test_a_rule_that_finds_nothing_any_more_is_noticed(slug: str) -> None:
    module = next(m for m in _modules() if m.__name__.endswith("." + slug.replace("-", "_")))
    silent = [mutant for mutant in mutants_of(module) if mutant.change.startswith("without 'yield")]
    assert silent
    assert _survivors(silent) == []


def test_a_hole_in_the_tests_is_told_by_file_and_line() -> None:
    """The gate's own defect: the tests of one limit are left out, and the mutants of that limit survive."""
    module = importlib.import_module("generator.rules.ramp.taper")
    fewer = [test for test in _tests() if not test.name.startswith(("test_ramp", "test_edges", "test_wording"))]
    left = [str(m) for m in mutants_of(module) if m.top == "PARAMETERS" and not killed_by(m, fewer)]
    assert any(told.startswith("generator/rules/ramp/taper.py:") and "21 becomes 22" in told for told in left), left


def test_each_kind_of_change_is_tried() -> None:
    told = " ".join(mutant.change for mutant in _all_mutants())
    for change in (
        "Lt becomes LtE", "GtE becomes Lt", "Eq becomes NotEq", "NotIn becomes In", "And becomes Or", "Or becomes And",
        "without not", "condition inverted", "without if '", "7 becomes 8", "7 becomes 6", "without 'continue'",
        "without 'return'", "without 'yield Fault", "without member 'heavy'", "Add becomes Sub", "any becomes all",
        "max becomes min", "inverted",
    ):  # fmt: skip
        assert change in told
