"""What the rules over days and roles say of days in another order.

These rules look back from a day and know neither dates nor distances. So what they say of it belongs to the roles of
that day and to what they read of those before it, and is remembered by these alone: most days are settled by themselves
and the day before, and before a day all runs without a lift look alike. The same few days come again in every week of
a phase, in every order of it and in every plan under the same policy.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, replace
from functools import cache
from operator import attrgetter
from typing import Any, cast

from generator.frozen import frozen
from generator.model.line import DayRole, Line
from generator.model.plan import Override
from generator.model.vocabulary import Severity
from generator.rules import PLACEMENT, resolve
from generator.rules.rule import Params, PlacementCheck

#: A rule's slug and how severe its fault is.
Found = tuple[str, Severity]
#: Days in a row by what they carry: twice the number that a bench gives a role, and one more on a week's first day.
Codes = tuple[int, ...]
#: What is known of days, read backwards from one: the faults, or by the code of the day before what is known further.
_Known = dict[int, "_Known | tuple[Found, ...]"]
#: Stands for what lies before all days that a rule may look back to.
_START = -1
#: Days that every rule may look back, whatever its parameters say.
LEAST_REACH = 2

_DATES = frozenset({"day", "week", "weekday"})
_carried = attrgetter(*(f.name for f in fields(DayRole) if f.name not in _DATES))


@frozen
class _Rule:
    slug: str
    at: PlacementCheck
    params: Params
    level: Severity


class _Earlier:
    """A day that notes which of its attributes are read, dates left aside."""

    __slots__ = ("_read", "_role")

    def __init__(self, role: DayRole, read: set[str]) -> None:
        self._role, self._read = role, read

    def __getattr__(self, name: str) -> Any:
        if name not in _DATES:
            self._read.add(name)
        return getattr(self._role, name)


class _Line(tuple[DayRole, ...]):
    """A line that notes the earliest day that is read."""

    least: int

    def __getitem__(self, index: Any) -> Any:
        self.least = min(self.least, index) if isinstance(index, int) and index >= 0 else 0
        return super().__getitem__(index)

    def __iter__(self) -> Iterator[DayRole]:
        self.least = 0
        return super().__iter__()


class Bench:
    """The rules over days under one plan's overrides. It remembers what it has judged and changes nothing.

    What is remembered of a day is told by its own code and by how earlier days look that were read.
    """

    def __init__(self, overrides: tuple[Override, ...]) -> None:
        policy = resolve(overrides)
        self._rules = tuple(
            _Rule(rule.slug, rule.at, policy.params(rule.slug), severity_of(policy.level(rule.slug)))
            for rule in PLACEMENT
            if rule.at is not None and policy.level(rule.slug) != "off"
        )
        #: How many days any of the rules looks back: no further than its own numbers say, or to its week's first.
        self.reach = max((LEAST_REACH, *(n for rule in self._rules for n in _whole_numbers(rule.params))))
        self._numbers: dict[Any, int] = {}
        self._roles: list[DayRole] = []
        self._role = cache(lambda number, day, week: replace(self._roles[number], day=day, week=week))
        self._earlier = cache(
            lambda number, day, week: cast(DayRole, _Earlier(self._role(number, day, week), self._seen))
        )
        #: The attributes that any rule was seen to read of earlier days.
        self._seen: set[str] = set()
        #: By a day's code: the code of the first day that looks the same to whoever reads it as an earlier one.
        self._looks: list[int] = []
        self._alike: dict[tuple[Any, ...], int] = {}
        self._known: _Known = {}

    @property
    def sight(self) -> int:
        """How much rules were seen to read of earlier days; what looked alike may differ once it has grown."""
        return len(self._seen)

    def number(self, role: DayRole) -> int:
        """Return the number of what a day carries, the same for all days that carry it."""
        carried = _carried(role)
        number = self._numbers.get(carried)
        if number is None:
            number = self._numbers[carried] = len(self._roles)
            self._roles.append(replace(role, day=0, week=0, weekday="monday"))
            self._look(number)
        return number

    def looks(self, codes: Codes) -> Codes:
        """Return the days as they look to the rules from later ones: alike if they can't tell them apart."""
        return tuple([self._looks[code] for code in codes])

    def _look(self, number: int) -> None:
        look = tuple(getattr(self._roles[number], name) for name in sorted(self._seen))
        alike = self._alike.setdefault(look, number)
        self._looks += [2 * alike, 2 * alike + 1]

    def lows(self, codes: Codes) -> tuple[int, ...]:
        """Return for each day the earliest that rules may read to judge it."""
        first, found = 0, []
        for i, code in enumerate(codes):
            first = i if code & 1 else first
            found.append(max(0, min(i - self.reach, first)))
        return tuple(found)

    def faults(self, codes: Codes, i: int, low: int) -> tuple[Found, ...]:
        """Return what the rules find on a day; ``low`` is the earliest that they may read."""
        looks = self._looks
        node = self._known.get(codes[i])
        for j in range(i - 1, low - 1, -1):
            if type(node) is not dict:
                break
            node = node.get(looks[codes[j]])
        if type(node) is dict:
            node = node.get(_START)
        return node if type(node) is tuple else self._learned(codes, i, low)

    def settled(self, codes: Codes, i: int, low: int) -> tuple[Found, ...] | None:
        """Return what the rules find on a day if it is known to depend on no day before ``low``, else None."""
        node = self._known.get(codes[i])
        for j in range(i - 1, low - 1, -1):
            if type(node) is not dict:
                break
            node = node.get(self._looks[codes[j]])
        return node if type(node) is tuple else None

    def _learned(self, codes: Codes, i: int, low: int) -> tuple[Found, ...]:
        """Ask the rules, and remember what they say by the days that they read and by what they may see of them.

        A rule asks where the line begins only in order to read on, or on the day itself: so the day before always
        counts as read, and where all was read it counts that there is no more.
        """
        sight, line = self.sight, self._line(codes[low : i + 1])
        found = tuple(self._ask(line))
        if self.sight > sight:
            self._look_anew()
        least = low + min(line.least, max(0, len(line) - 2))
        path = [codes[i], *(self._looks[codes[j]] for j in range(i - 1, least - 1, -1))]
        if least == low:
            path.append(_START)
        node = self._known
        for code in path[:-1]:
            inner = node.setdefault(code, {})
            assert type(inner) is dict
            node = inner
        node[path[-1]] = found
        return found

    def _look_anew(self) -> None:
        """Forget all that was known by what could be seen of earlier days: a rule has now read more."""
        self._known, self._alike, self._looks = {}, {}, []
        for number in range(len(self._roles)):
            self._look(number)

    def _line(self, codes: Codes) -> _Line:
        week, roles = 0, []
        for day, code in enumerate(codes):
            week += code & 1
            roles.append((self._earlier if day < len(codes) - 1 else self._role)(code >> 1, day, week))
        line = _Line(roles)
        line.least = len(roles) - 1
        return line

    def _ask(self, line: Line) -> Iterator[Found]:
        for rule in self._rules:
            for fault in rule.at(line, len(line) - 1, rule.params):
                yield rule.slug, "warning" if "warning" in (rule.level, fault.severity) else "error"


def severity_of(level: str) -> Severity:
    """Return the severity that a rule of a level has."""
    return "warning" if level == "warning" else "error"


def _whole_numbers(params: Params) -> Iterator[int]:
    return (value for value in params.values() if isinstance(value, int) and not isinstance(value, bool))
