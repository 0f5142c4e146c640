"""The tables, in Markdown that also reads well in a terminal: bars, ratios first and seconds second, stages, growth."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

from tools.bench.figures import Figure, Spread, Verdict, cpu_ratio, ratio
from tools.bench.growing import Grown
from tools.bench.machine import Machine
from tools.bench.rounds import NAMES
from tools.bench.trees import Size

_MARKS = re.compile(r"(<!-- measured -->\n).*?(<!-- /measured -->)", re.S)
_RIGHT = re.compile(r"[-≤\d.,–x×% ]*(?: [KM]B)?")


@dataclass(frozen=True, slots=True)
class Report:
    """All that one run of the benchmark found."""

    machine: Machine
    plans: int
    size: Size
    touched: int
    figures: dict[str, Figure]
    verdicts: list[Verdict]
    stages: dict[str, float]
    grown: Grown | None


def as_json(report: Report) -> str:
    """Return everything, with times in seconds and sizes in bytes."""
    bars = [asdict(one) | {"met": one.met} for one in report.verdicts]
    return json.dumps(asdict(report) | {"verdicts": bars}, indent=1) + "\n"


def as_markdown(report: Report) -> str:
    """Return the tables."""
    return "\n\n".join(("\n".join(_about(report)), *_tables(report)))


def written_into(page: Path, tables: str) -> str:
    """Return a page's text with other tables between its two marks; ValueError if it has none."""
    text, found = _MARKS.subn(lambda marks: f"{marks[1]}\n{tables}\n\n{marks[2]}", page.read_text("utf-8"))
    if not found:
        raise ValueError(f"{page} has no place for tables between <!-- measured --> and <!-- /measured -->")
    return text


def _about(report: Report) -> Iterator[str]:
    machine, size = report.machine, report.size
    versions = ", ".join(f"{name} {number}" for name, number in machine.versions.items())
    whole = all(one.tree for one in report.figures.values())
    yield f"- {report.plans} plans: {size.pages:,} pages, {size.files:,} files, {size.bytes / 1e6:.1f} MB"
    yield f"- one plan's change touches {report.touched} files of build/pages"
    yield f"- {machine.processor}, {machine.cores} cores, {machine.system}; load before: {machine.load:.2f}"
    yield f"- {versions}; hardday {machine.revision}"
    times = [(one.wall.median * one.wall.runs, one.others) for one in report.figures.values()]
    others = sum(seconds * busy for seconds, busy in times) / sum(seconds for seconds, _ in times)
    yield f"- meanwhile other programs kept {others:.1f} of its cores busy, which makes the clock say too much"
    yield f"- memory: {'all processes together (PSS)' if whole else 'the largest process (the system tells no more)'}"


def _tables(report: Report) -> Iterator[str]:
    yield _table(("bar", "measured", "at most", "", "in CPU"), [_bar(one) for one in report.verdicts])
    stock = report.figures["stock"]
    heads = ("of MkDocs' time", "clock", "CPU", "clock, s", "least – most", "CPU, s", "memory", "runs")
    yield _table(heads, [_row(NAMES[key], report.figures[key], stock) for key in NAMES if key in report.figures])
    if report.stages:
        of_stock = [(name, _times(s / stock.cpu.median), f"{s:.2f}") for name, s in report.stages.items()]
        yield _table(("stage of our build, nothing there", "of MkDocs' CPU", "CPU, s"), of_stock)
    if report.grown:
        yield _grown(report.grown)


def _bar(one: Verdict) -> tuple[str, ...]:
    shown = _times if one.unit == "x" else lambda value: f"{value:.1f} {one.unit}"
    return (
        one.what,
        shown(one.measured),
        shown(one.bar),
        "met" if one.met else "**not met**",
        "" if one.cpu is None else _times(one.cpu),
    )


def _row(name: str, one: Figure, stock: Figure) -> tuple[str, ...]:
    return (name, _times(ratio(one, stock)), _times(cpu_ratio(one, stock)), *_seconds(one), f"{one.wall.runs}")


def _seconds(one: Figure) -> tuple[str, ...]:
    return (f"{one.wall.median:.2f}", _range(one.wall), f"{one.cpu.median:.2f}", f"{one.memory.most / 1e6:.0f} MB")


def _range(one: Spread) -> str:
    return f"{one.least:.2f} – {one.most:.2f}"


def _times(value: float) -> str:
    return f"{value:.3f}" if value < 1 else f"{value:.2f}"


def _grown(grown: Grown) -> str:
    rows = [
        (f"{NAMES[key]}, {plans} plans", *_seconds(of[key]), f"{of[key].wall.median / pages * 1e3:.2f}",
         f"{of[key].cpu.median / pages * 1e3:.2f}", f"{of[key].memory.most / pages / 1e3:.1f} KB")
        for key in grown.figures[0]
        for plans, pages, of in zip(grown.plans, grown.pages, grown.figures, strict=True)
    ]  # fmt: skip
    heads = (
        "growth",
        "clock, s",
        "least – most",
        "CPU, s",
        "memory",
        "clock a page, ms",
        "CPU a page, ms",
        "memory a page",
    )
    return _table(heads, rows)


def _table(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """Return a table whose columns are padded; columns of numbers stand to the right."""
    columns = list(zip(*rows, strict=True))
    right = [all(_RIGHT.fullmatch(cell) for cell in column) for column in columns]
    widths = [max(3, *map(len, (head, *column))) for head, column in zip(heads, columns, strict=True)]

    def line(cells: Sequence[str]) -> str:
        padded = (c.rjust(w) if r else c.ljust(w) for c, w, r in zip(cells, widths, right, strict=True))
        return f"| {' | '.join(padded)} |"

    rule = ["-" * (w - 1) + ":" if r else "-" * w for w, r in zip(widths, right, strict=True)]
    return "\n".join((line(heads), line(rule), *map(line, rows)))
