"""``python -m tools.bench``: measure, print the tables. It is no test: it ends with 0 whether bars are met or not.

It ends with 1 if something does not build, or if two builds that must be the same are not.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tools.bench.bars import verdicts
from tools.bench.checkout import ROOT
from tools.bench.figures import figure
from tools.bench.growing import TIMES, grown
from tools.bench.machine import this_machine
from tools.bench.measure import Failed
from tools.bench.report import Report, as_json, as_markdown, written_into
from tools.bench.rounds import Bench
from tools.bench.variants import MOST


def main() -> int:
    """Run the benchmark in a folder that is deleted afterwards."""
    options = _options()
    with tempfile.TemporaryDirectory(prefix="hardday-bench-") as folder:
        try:
            report = _report(Path(folder), options)
        except (Failed, subprocess.CalledProcessError) as why:
            print(why, file=sys.stderr)
            return 1
    tables = as_markdown(report)
    print(tables)
    if options.json:
        options.json.write_text(as_json(report), "utf-8")
    if options.into:
        options.into.write_text(written_into(options.into, tables), "utf-8")
    return 0


def _report(work: Path, options: argparse.Namespace) -> Report:
    machine, began = this_machine(options.revision), time.monotonic()

    def progress(text: str) -> None:
        print(f"[{time.monotonic() - began:5.0f} s] {text}", file=sys.stderr, flush=True)

    bench = Bench(work, options.plans, progress, options.revision)
    for number in range(1, options.runs + 1):
        progress(f"Round {number} of {options.runs}")
        bench.round(number, slow=number <= options.slow_runs)
    bench.prove()
    figures = {key: figure(costs) for key, costs in bench.runs.costs.items()}
    met = verdicts(figures, bench.runs.size)
    large = None
    if options.growth:
        large = grown(bench, work, options.plans, options.slow_runs, progress, options.revision)
    met += large.verdicts() if large else []
    runs = bench.runs
    return Report(machine, options.plans, runs.size, runs.touched, figures, met, runs.stages, large)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tools.bench", description=__doc__)
    parser.add_argument("--plans", type=_count, default=100, help="how many plans the project has (default 100)")
    parser.add_argument("--runs", type=_count, default=3, help="how often each is measured (default 3)")
    parser.add_argument("--slow-runs", type=_count, default=1, help="how often MkDocs, and Zensical cold (default 1)")
    parser.add_argument("--growth", action="store_true", help="also ten times as many plans: what a page costs there")
    parser.add_argument("--revision", default="", help="measure a git revision instead of the files as they are")
    parser.add_argument("--json", type=Path, metavar="FILE", help="also write every figure as JSON")
    parser.add_argument("--into", type=Path, metavar="FILE", help="also put the tables into a page")
    options = parser.parse_args()
    most = MOST * len([*(ROOT / "plans").glob("*.yaml")])
    if options.plans * (TIMES if options.growth else 1) > most:
        parser.error(f"there can be {most} different plans at most; --growth makes {TIMES} times as many as --plans")
    return options


def _count(text: str) -> int:
    number = int(text)
    if number < 1:
        raise argparse.ArgumentTypeError("at least 1")
    return number


if __name__ == "__main__":
    sys.exit(main())
