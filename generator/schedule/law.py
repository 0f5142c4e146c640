"""The law: the placement rules as a policy sets them, asked day by day along a line."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.model.finding import Fault
from generator.model.line import DayRole, Line
from generator.model.vocabulary import WEEKDAYS, Severity
from generator.rules import PLACEMENT
from generator.rules.policy import Policy
from generator.rules.rule import Params, PlacementCheck, Rule, Value
from generator.schedule.cell import Cell
from generator.schedule.reach import Reach, reach_of

#: Stands between the days of one week and those of the next in a path of cells.
SEAM = -1
#: Days back that a window shows beside the day itself. Rules and preferences that need no more are remembered by it.
WINDOW = 3
#: What a day costs when it breaks the law.
BROKEN = -1


@dataclass(frozen=True, slots=True)
class Enforced:
    """A placement rule as the policy sets it."""

    slug: str
    at: PlacementCheck
    params: Mapping[str, Value]
    level: Severity

    def faults(self, line: Line, i: int) -> Iterator[tuple[Severity, Fault]]:
        """Yield the rule's faults on a day with the severity that counts: the milder of the rule's and the fault's."""
        params: Params = self.params
        for fault in self.at(line, i, params):
            yield ("warning" if "warning" in (self.level, fault.severity) else "error"), fault


class Law:
    """The enforced rules, and cells numbered so that a day is an int and a week a tuple of them.

    ``apart``: the policy lets key lifts stand on other days than key runs, because it keeps the two apart.
    """

    def __init__(self, policy: Policy, rules: Sequence[Rule] = PLACEMENT) -> None:
        self.enforced = tuple(_enforced(policy, rules))
        self.apart = bool(policy.params("hard-days-hard")["also"])
        self.cells: list[Cell] = []
        self._numbers: dict[Cell, int] = {}
        self._roles: dict[tuple[int, int, int], DayRole] = {}
        self._near: list[tuple[Enforced, ...]] = []
        self._far: list[tuple[Enforced, ...]] = []
        self.across: list[int] = []

    def number(self, cell: Cell) -> int:
        """Return the cell's number, giving it one if it has none yet."""
        known = self._numbers.get(cell)
        if known is not None:
            return known
        reaches = [(rule, _reach(rule, cell)) for rule in self.enforced]
        self._near.append(tuple(rule for rule, reach in reaches if max(reach) <= WINDOW))
        self._far.append(tuple(rule for rule, reach in reaches if max(reach) > WINDOW))
        self.across.append(max((reach.across for _, reach in reaches), default=0))
        self.cells.append(cell)
        self._numbers[cell] = len(self.cells) - 1
        return self._numbers[cell]

    def looks_far(self, number: int) -> bool:
        """True if some rule looks beyond the window from a day with this cell."""
        return bool(self._far[number])

    def near(self, path: Sequence[int]) -> int:
        """Return the warnings of the short-sighted rules on the path's last day, or BROKEN."""
        return self._judged(path, self._near[path[-1]])

    def far(self, path: Sequence[int]) -> int:
        """Return the warnings of the far-sighted rules on the path's last day, or BROKEN."""
        return self._judged(path, self._far[path[-1]])

    def _judged(self, path: Sequence[int], rules: tuple[Enforced, ...]) -> int:
        if not rules:
            return 0
        line = self._line(path)
        warnings = 0
        for rule in rules:
            for severity, _ in rule.faults(line, len(line) - 1):
                if severity == "error":
                    return BROKEN
                warnings += 1
        return warnings

    def _line(self, path: Sequence[int]) -> Line:
        line: list[DayRole] = []
        week = 1
        for number in path:
            if number == SEAM:
                week += 1
                continue
            key = number, len(line), week
            role = self._roles.get(key)
            if role is None:
                role = self._roles[key] = self.cells[number].role(len(line), week, WEEKDAYS[len(line) % 7])
            line.append(role)
        return tuple(line)


def _reach(rule: Enforced, cell: Cell) -> Reach:
    return reach_of(rule.at, tuple(sorted(rule.params.items())), cell)


def _enforced(policy: Policy, rules: Sequence[Rule]) -> Iterator[Enforced]:
    for rule in rules:
        level = policy.level(rule.slug)
        if rule.at is not None and level != "off":
            yield Enforced(rule.slug, rule.at, policy.params(rule.slug), level)
