"""What the rules over days and roles say of days in another order.

These rules look back a few days and know neither dates nor distances. So what they say of a day belongs to the roles of
that day and of those before it, and is remembered by them: the same few days come again in every week of a phase, in
every order of it and in every plan under the same policy.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from generator.model.line import DayRole
from generator.model.plan import Override
from generator.model.vocabulary import Severity
from generator.moves.orders import Order
from generator.rules import PLACEMENT, resolve
from generator.rules.rule import Params, PlacementCheck

#: A rule's slug and how severe its fault is.
Found = tuple[str, Severity]
#: The faults of a week in an order, or of two weeks in an order each.
Judge = Callable[..., tuple[Found, ...]]
#: Days that every rule may look back, whatever its parameters say.
LEAST_REACH = 2


#: What days in a row carry, by the numbers that a bench gives roles.
Roles = tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Stretch:
    """Days in a row: what each carries, and its week counted from the stretch's first."""

    roles: Roles
    weeks: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class _Window:
    """The days that rules may read to judge the last of them, their weeks, and what was found of such days so far."""

    first: int
    end: int
    weeks: tuple[int, ...]
    known: dict[Roles, tuple[Found, ...]]


@dataclass(frozen=True, slots=True)
class _Rule:
    slug: str
    at: PlacementCheck
    params: Params
    level: Severity


class Bench:
    """The rules over days under one plan's overrides. It remembers what it has judged and changes nothing."""

    def __init__(self, overrides: tuple[Override, ...]) -> None:
        policy = resolve(overrides)
        self._rules = tuple(
            _Rule(rule.slug, rule.at, policy.params(rule.slug), severity_of(policy.level(rule.slug)))
            for rule in PLACEMENT
            if rule.at is not None and policy.level(rule.slug) != "off"
        )
        #: How many days any of the rules looks back: no further than its own numbers say, or to its week's first.
        self.reach = max((LEAST_REACH, *(n for rule in self._rules for n in _whole_numbers(rule.params))))
        self._numbers: dict[DayRole, int] = {}
        self._roles: list[DayRole] = []
        self._role = cache(lambda number, day, week: replace(self._roles[number], day=day, week=week))
        self._judges: dict[tuple[Stretch, int, int], Judge] = {}
        self._known: dict[tuple[int, ...], dict[Roles, tuple[Found, ...]]] = {}

    def number(self, role: DayRole) -> int:
        """Return the number of what a day carries, the same for all days that carry it."""
        plain = replace(role, day=0, week=0, weekday="monday")
        if plain not in self._numbers:
            self._numbers[plain] = len(self._roles)
            self._roles.append(plain)
        return self._numbers[plain]

    def judge(self, stretch: Stretch, first: int, second: int) -> Judge:
        """Return what judges the weeks of a stretch that begin at ``first`` and at ``second``: one for the same roles.

        Given an order of the one, or of each, it returns the faults from day ``second`` on that the printed days don't
        have.
        """
        key = (stretch, first, second)
        if key not in self._judges:
            self._judges[key] = self._new_judge(*key)
        return self._judges[key]

    def _new_judge(self, stretch: Stretch, first: int, second: int) -> Judge:
        windows = [self._window(stretch.weeks, i) for i in range(second, len(stretch.roles))]
        printed = Counter(self._faults(stretch.roles, windows))

        @cache
        def judge(order: Order, following: Order | None = None) -> tuple[Found, ...]:
            moved = reordered(stretch.roles, first, order)
            now = self._faults(moved if following is None else reordered(moved, second, following), windows)
            return tuple((Counter(now) - printed).elements()) if now else ()

        return judge

    def _window(self, weeks: tuple[int, ...], i: int) -> _Window:
        first = max(0, min(i - self.reach, weeks.index(weeks[i])))
        ours = tuple(week - weeks[first] for week in weeks[first : i + 1])
        return _Window(first, i + 1, ours, self._known.setdefault(ours, {}))

    def _faults(self, roles: Roles, windows: list[_Window]) -> list[Found]:
        found: list[Found] = []
        for window in windows:
            days = roles[window.first : window.end]
            said = window.known.get(days)
            if said is None:
                said = window.known[days] = tuple(self._ask(days, window.weeks))
            found += said
        return found

    def _ask(self, roles: Roles, weeks: tuple[int, ...]) -> Iterator[Found]:
        line = tuple(map(self._role, roles, range(len(roles)), weeks))
        for rule in self._rules:
            for fault in rule.at(line, len(line) - 1, rule.params):
                yield rule.slug, "warning" if "warning" in (rule.level, fault.severity) else "error"


def reordered(roles: Roles, first: int, order: Order) -> Roles:
    """Return the days with the week that begins at ``first`` in another order."""
    return (*roles[:first], *(roles[first + day] for day in order), *roles[first + len(order) :])


@lru_cache(maxsize=64)
def bench(overrides: tuple[Override, ...]) -> Bench:
    """Return the bench of these overrides: one for all plans under the same policy."""
    return Bench(overrides)


def severity_of(level: str) -> Severity:
    """Return the severity that a rule of a level has."""
    return "warning" if level == "warning" else "error"


def _whole_numbers(params: Params) -> Iterator[int]:
    return (value for value in params.values() if isinstance(value, int) and not isinstance(value, bool))
