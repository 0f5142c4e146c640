"""The law: the placement rules as a policy sets them, asked day by day along a path of numbered cells."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from generator.frozen import frozen
from generator.model.finding import Fault
from generator.model.line import DayRole, Line
from generator.model.vocabulary import WEEKDAYS, DayKind, LiftKind, Severity
from generator.rules import PLACEMENT
from generator.rules.policy import Policy
from generator.rules.rule import Params, PlacementCheck, Rule, Value
from generator.schedule.cell import Cell
from generator.schedule.reach import Reach, Watcher, watcher

#: Stands between the days of one week and those of the next in a path of cells.
SEAM = -1
#: Days back that a window shows beside the day itself. Rules and preferences that need no more are remembered by it.
WINDOW = 3
#: What a day costs when it breaks the law.
BROKEN = -1


@frozen
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
            yield (("warning" if "warning" in (self.level, fault.severity) else "error"), fault)

    def watcher(self) -> Watcher:
        """Return what tells how far the rule reads from a day."""
        return watcher(self.at, tuple(sorted(self.params.items())))


def enforced(policy: Policy, rules: Sequence[Rule] = PLACEMENT) -> tuple[Enforced, ...]:
    """Return the placement rules that the policy has not turned off, as it sets them."""
    found: list[Enforced] = []
    for rule in rules:
        level = policy.level(rule.slug)
        if rule.at is not None and level != "off":
            found.append(Enforced(rule.slug, rule.at, policy.params(rule.slug), level))
    return tuple(found)


class Law:
    """The enforced rules, and cells numbered so that a day is an int and a week a tuple of them.

    ``looks``: each cell's order, kind and lift, which tell patterns. ``across``: for each cell, how many days back a
    rule may read from it into an earlier week; ``sees``: which attributes of earlier days. ``apart``: the policy lets
    key lifts stand on other days than key runs, because it keeps the two apart. ``remembered``: how many answers are.
    """

    def __init__(self, policy: Policy, rules: Sequence[Rule] = PLACEMENT) -> None:
        self.enforced = enforced(policy, rules)
        self._watchers = [(rule, rule.watcher()) for rule in self.enforced]
        self.apart = bool(policy.params("hard-days-hard")["also"])
        self.remembered = 0
        self.cells: list[Cell] = []
        self.looks: list[tuple[int, DayKind, LiftKind | None]] = []
        self.across: list[int] = []
        self._numbers: dict[Cell, int] = {}
        self._roles: dict[tuple[int, int, int], DayRole] = {}
        self._near: list[tuple[Enforced, ...]] = []
        self.sees: list[frozenset[str]] = []
        self._far: list[_Far | None] = []

    def number(self, cell: Cell) -> int:
        """Return the cell's number, giving it one if it has none yet."""
        known = self._numbers.get(cell)
        if known is not None:
            return known
        reaches = [(rule, watcher.of(cell)) for rule, watcher in self._watchers]
        far = [(rule, reach) for rule, reach in reaches if max(reach.within, reach.across) > WINDOW]
        self._near.append(tuple(rule for rule, reach in reaches if max(reach.within, reach.across) <= WINDOW))
        self._far.append(_Far(self, far) if far else None)
        self.sees.append(_all_seen(reach for _, reach in reaches))
        self.across.append(max((reach.across for _, reach in reaches), default=0))
        self.cells.append(cell)
        self.looks.append((cell.order, cell.kind, cell.lift))
        self._numbers[cell] = len(self.cells) - 1
        return self._numbers[cell]

    def far_across(self, number: int) -> int:
        """Return how far back far-sighted rules read from this cell into an earlier week; -1 if there are none."""
        far = self._far[number]
        return -1 if far is None else far.across

    def near(self, path: Sequence[int]) -> int:
        """Return the warnings of the short-sighted rules on the path's last day, or BROKEN."""
        return self.judged(path, self._near[path[-1]])

    def far(self, path: Sequence[int]) -> int:
        """Return the warnings of the rules that look beyond the window on the path's last day, or BROKEN."""
        far = self._far[path[-1]]
        return 0 if far is None else far.judged(path)

    def judged(self, path: Sequence[int], rules: Sequence[Enforced]) -> int:
        """Return how many warnings the rules give on the path's last day, or BROKEN."""
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


class Sight(dict[int, int]):
    """Numbers cells anew, so that those share a number which look alike as earlier days to whoever sees these.

    ``past``: preferences look too. A seam looks like a seam.
    """

    def __init__(self, cells: Sequence[Cell], sees: Iterable[str], past: bool) -> None:
        super().__init__({SEAM: SEAM})
        self._cells, self._sees, self._past = cells, sorted(sees), past
        self._alike: dict[tuple[object, ...], int] = {}

    def __missing__(self, number: int) -> int:
        cell = self._cells[number]
        role = cell.role(0, 1, WEEKDAYS[0])
        look = (cell.past if self._past else None, *(getattr(role, name) for name in self._sees))
        self[number] = self._alike.setdefault(look, len(self._alike))
        return self[number]


class _Far:
    """The rules that look far back from one cell, remembered by what they see of the days before."""

    def __init__(self, law: Law, rules: Sequence[tuple[Enforced, Reach]]) -> None:
        self.across = max(reach.across for _, reach in rules)
        self._law = law
        self._rules = [rule for rule, _ in rules]
        self._sight = Sight(law.cells, _all_seen(reach for _, reach in rules), past=False)
        self._known: dict[tuple[int, ...], int] = {}

    def judged(self, path: Sequence[int]) -> int:
        """Return the warnings on the path's last day, or BROKEN."""
        sight = self._sight
        key = tuple([sight[number] for number in path[:-1]])
        found = self._known.get(key)
        if found is None:
            found = self._known[key] = self._law.judged(path, self._rules)
            self._law.remembered += 1
        return found


def _all_seen(reaches: Iterable[Reach]) -> frozenset[str]:
    return frozenset[str]().union(*(reach.sees for reach in reaches))
