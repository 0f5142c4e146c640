"""The benchmark's arithmetic, on made-up figures."""

from __future__ import annotations

import pytest

from tools.bench.bars import verdicts
from tools.bench.figures import Figure, Spread, Verdict, figure, growth, ratio, spread
from tools.bench.growing import Grown
from tools.bench.measure import Cost
from tools.bench.rounds import NAMES, OURS
from tools.bench.trees import Size

FINE = Size(pages=2300, files=3000, bytes=120_000_000, largest_week=40_000)
#: Seconds that meet each bar exactly, beside 60 s of stock MkDocs.
AT_THE_BAR = dict.fromkeys(NAMES, 1.0) | {
    "stock": 60.0, "cold": 20.0, "zensical-cold": 20.0, "plan": 2.4, "zensical-plan": 12.0, "same": 2.4, "check": 6.0
}  # fmt: skip


def costs(*walls: float, memory: int = 100) -> list[Cost]:
    return [Cost(wall, wall / 2, memory, True) for wall in walls]


def figures(seconds: dict[str, float], memory: int = 1_000_000_000) -> dict[str, Figure]:
    return {key: figure(costs(wall, memory=memory)) for key, wall in seconds.items()}


@pytest.mark.parametrize(
    ("values", "is_"),
    [
        ([3.0], Spread(3.0, 3.0, 3.0, 1)),
        ([5.0, 1.0, 2.0], Spread(2.0, 1.0, 5.0, 3)),
        ([4.0, 1.0, 2.0, 9.0], Spread(3.0, 1.0, 9.0, 4)),
    ],
)
def test_a_figure_is_the_middle_run_with_the_least_and_the_most(values: list[float], is_: Spread) -> None:
    assert spread(values) == is_


def test_a_ratio_is_of_medians_by_the_clock() -> None:
    assert ratio(figure(costs(1, 2, 99)), figure(costs(30, 40, 50))) == 0.05


def test_memory_of_the_whole_tree_only_if_every_run_told_it() -> None:
    assert figure(costs(1, 2)).tree
    assert not figure([*costs(1), Cost(1, 1, 5, False)]).tree


def test_others_are_cores_that_they_kept_busy() -> None:
    assert figure([Cost(10, 1, 1, True, others=9), Cost(10, 1, 1, True, others=3)]).others == pytest.approx(0.6)


def test_at_the_bar_it_is_met() -> None:
    found = verdicts(figures(AT_THE_BAR), FINE)
    assert [one.what for one in found if not one.met] == []
    assert len(found) == 9


@pytest.mark.parametrize(
    ("key", "seconds", "missed"),
    [("cold", 20.1, 2), ("plan", 2.5, 2), ("same", 2.41, 1), ("check", 6.1, 1), ("zensical-cold", 19.9, 1),
     ("zensical-plan", 11.9, 1), ("stock", 59.0, 4), ("exercise", 999.0, 0), ("help", 999.0, 0)],
)  # fmt: skip
def test_a_little_more_is_not_met(key: str, seconds: float, missed: int) -> None:
    found = verdicts(figures(AT_THE_BAR | {key: seconds}), FINE)
    assert sum(not one.met for one in found) == missed


def test_the_clock_decides_and_cpu_is_told_beside_it() -> None:
    slow = figures(AT_THE_BAR) | {"same": figure([Cost(2.0, 9.0, 1, True)])}
    found = next(one for one in verdicts(slow, FINE) if one.what.startswith("nothing changed"))
    assert found.met
    assert found.cpu == pytest.approx(9 / 30)


@pytest.mark.parametrize("size", [Size(1, 1, 120_000_001, 40_000), Size(1, 1, 120_000_000, 40_001)])
def test_too_large_is_not_met(size: Size) -> None:
    assert sum(not one.met for one in verdicts(figures(AT_THE_BAR), size)) == 1


@pytest.mark.parametrize("key", OURS)
def test_memory_is_that_of_the_hungriest_command_of_ours(key: str) -> None:
    hungry = figures(AT_THE_BAR) | {key: figure(costs(AT_THE_BAR[key], memory=1_000_000_001))}
    assert [one.what for one in verdicts(hungry, FINE) if not one.met] == ["memory of any command of ours"]


def test_memory_is_that_of_the_worst_run() -> None:
    hungry = figures(AT_THE_BAR) | {"same": figure([Cost(2.4, 1, memory, True) for memory in (1, 2, 1_100_000_000)])}
    assert next(one for one in verdicts(hungry, FINE) if "memory" in one.what).measured == 1100


def test_what_others_need_is_no_bar() -> None:
    hungry = figures(AT_THE_BAR) | {"stock": figure(costs(60, memory=9_000_000_000))}
    assert all(one.met for one in verdicts(hungry, FINE))


def test_growth_is_cost_a_page() -> None:
    assert growth(10, 100, 100, 1000) == 1
    assert growth(10, 100, 240, 2000) == pytest.approx(1.2)


def test_growth_is_judged_for_time_and_memory_of_both_builds() -> None:
    small = {"cold": figure(costs(10, memory=500)), "plan": figure(costs(1, memory=100))}
    large = {"cold": figure(costs(130, memory=5000)), "plan": figure(costs(2, memory=1300))}
    found = Grown((100, 1000), (100, 1000), (small, large)).verdicts()
    assert [(round(one.measured, 9), one.met) for one in found] == [
        (1.3, False),
        (1.0, True),
        (0.2, True),
        (1.3, False),
    ]


def test_a_verdict_is_met_at_its_bar() -> None:
    assert Verdict("x", 1.0, 1.0).met
    assert not Verdict("x", 1.001, 1.0).met
