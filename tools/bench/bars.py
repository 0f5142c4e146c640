"""The bars that hardday set itself for 100 plans on two cores, and whether a run met them."""

from __future__ import annotations

from collections.abc import Mapping

from tools.bench.figures import Figure, Verdict, cpu_ratio, ratio
from tools.bench.rounds import OURS
from tools.bench.trees import Size

#: What is measured, beside what, and how much of its time by the clock it may take.
_TIMES = (
    ("cold", "stock", 1 / 3, "nothing there, beside MkDocs"),
    ("cold", "zensical-cold", 1.0, "nothing there, beside Zensical with nothing there"),
    ("plan", "stock", 1 / 25, "one plan changed, beside MkDocs"),
    ("plan", "zensical-plan", 1 / 5, "one plan changed, beside warm Zensical with that plan's pages changed"),
    ("same", "stock", 1 / 25, "nothing changed, beside MkDocs"),
    ("check", "stock", 1 / 10, "expand all plans, beside MkDocs"),
)
_WEEK_KB = 40.0
_SITE_MB = 120.0
_MEMORY_MB = 1000.0


def verdicts(figures: Mapping[str, Figure], size: Size) -> list[Verdict]:
    """Return each bar with what was measured. A KB is 1,000 bytes, an MB a million: the stricter reading."""
    times = [
        Verdict(what, ratio(figures[one], figures[other]), bar, cpu=cpu_ratio(figures[one], figures[other]))
        for one, other, bar, what in _TIMES
    ]
    memory = max(figures[key].memory.most for key in OURS)
    return [
        *times,
        Verdict("HTML of the largest week page", size.largest_week / 1e3, _WEEK_KB, "KB"),
        Verdict("the whole site", size.bytes / 1e6, _SITE_MB, "MB"),
        Verdict("memory of any command of ours", memory / 1e6, _MEMORY_MB, "MB"),
    ]
