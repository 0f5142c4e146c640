"""What keeps a plan from being scheduled: a smallest set of the author's asks that can't be kept together, and why.

The asks are fixed days and lifts; how many runs of each kind a week has stays as it is. Weeks are tried one by one,
then each with the next, then in longer and longer stretches, so that a clash names as few weeks as it can.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations

from generator.model.frame import Clash, Frame, KindAsk
from generator.rules import PLACEMENT
from generator.rules.policy import Policy
from generator.rules.rule import Rule
from generator.schedule.cell import carries, cell_at
from generator.schedule.demand import demand_of
from generator.schedule.law import BROKEN, Law
from generator.schedule.layout import Layout, TooManyWays
from generator.schedule.possible import possible
from generator.schedule.remedy import remedy_for
from generator.schedule.steps import Steps
from generator.schedule.trial import Ask, Key, asks_of, keeping, key_of


def clashes_in(frames: Sequence[Frame], policy: Policy) -> tuple[Clash, ...]:
    """Return the clashes in frames for which no legal sequence of weeks exists; equal ones name all their weeks.

    TooManyWays if nobody can tell where they clash.
    """
    court = _Court(policy)
    for length in range(1, len(frames) + 1):
        found: dict[tuple[object, ...], Clash] = {}
        for first in range(len(frames) - length + 1):
            stretch = frames[first : first + length]
            if court.impossible(stretch):
                clash = court.clash(stretch)
                same = (clash.asks, clash.rules, clash.remedy)
                weeks = (*found[same].weeks, *clash.weeks) if same in found else clash.weeks
                found[same] = Clash(tuple(sorted({*weeks})), clash.asks, clash.rules, clash.remedy)
        if found:
            return tuple(found.values())
    if court.unsure:
        raise TooManyWays
    raise ValueError("these frames can be scheduled")


class _Court:
    """Tries stretches of weeks with some of their asks, under some of the rules."""

    def __init__(self, policy: Policy) -> None:
        self._policy = policy
        self._steps: dict[tuple[str, ...], Steps] = {}
        self._all = tuple(rule for rule in PLACEMENT if policy.level(rule.slug) == "error")
        self._told: dict[tuple[object, ...], bool | None] = {}

    @property
    def unsure(self) -> bool:
        """True if there was a stretch of which nobody can tell."""
        return None in self._told.values()

    def possible(self, stretch: Sequence[Frame]) -> bool:
        """True if the stretch surely has a legal sequence of weeks."""
        return self._tell(stretch, self._all) is True

    def impossible(self, stretch: Sequence[Frame], rules: Sequence[Rule] | None = None) -> bool:
        """True if the stretch surely has none."""
        return self._tell(stretch, self._all if rules is None else tuple(rules)) is False

    def _tell(self, stretch: Sequence[Frame], enforced: tuple[Rule, ...]) -> bool | None:
        slugs = tuple(rule.slug for rule in enforced)
        demands = tuple(demand_of(frame) for frame in stretch)
        key = (slugs, demands)
        if key not in self._told:
            steps = self._steps.setdefault(slugs, Steps(Law(self._policy, enforced)))
            try:
                self._told[key] = possible([Layout(demand, steps) for demand in demands])
            except TooManyWays:
                self._told[key] = None
        return self._told[key]

    def clash(self, stretch: Sequence[Frame]) -> Clash:
        """Return what clashes in a stretch that has no legal sequence of weeks."""
        asks = self._smallest(stretch)
        kept = keeping(stretch, {key_of(ask) for ask in asks})
        rules = [rule.slug for rule in self._forbidding(kept)]
        if any(self._short_of_hosts(frame) for frame in kept):
            rules.insert(0, "hosts")
        elif not rules and any(_wants_lift_on_a_free_day(frame) for frame in kept):
            rules.append("no-lift-on-easy-days")
        named = sorted((*asks, *_counts_in_the_way(kept)), key=lambda ask: (ask.place.line, ask.place.column))
        weeks = tuple(frame.number for frame in stretch)
        return Clash(weeks, tuple(named), tuple(rules), remedy_for(stretch, asks, self.possible))

    def _smallest(self, stretch: Sequence[Frame]) -> tuple[Ask, ...]:
        """A set of the fewest asks that can't be kept together: first one that can't spare any, then smaller ones.

        Where nobody can tell of fewer asks whether these can be kept, more are named.
        """
        every = asks_of(stretch)
        core = dict(every)
        no_clash: list[frozenset[Key]] = []  # nor is there one among fewer of them
        for key in reversed(every):
            fewer = {k: ask for k, ask in core.items() if k != key}
            if self.impossible(keeping(stretch, fewer.keys())):
                core = fewer
            else:
                no_clash.append(frozenset(fewer))
        for size in range(len(core)):
            for keys in combinations(every, size):
                if any(known.issuperset(keys) for known in no_clash):
                    continue
                if self.impossible(keeping(stretch, set(keys))):
                    return tuple(every[key] for key in keys)
                no_clash.append(frozenset(keys))
        return tuple(core.values())

    def _forbidding(self, kept: Sequence[Frame]) -> tuple[Rule, ...]:
        """Rules that together forbid what is kept, none of which can be spared."""
        rules = list(self._all)
        for rule in reversed(self._all):
            fewer = [other for other in rules if other is not rule]
            if self.impossible(kept, fewer):
                rules = fewer
        return tuple(rules)

    def _short_of_hosts(self, frame: Frame) -> bool:
        """True if the week asks for more lifts than it has days that may carry them, wherever these stand."""
        law = Law(self._policy, self._all)
        steps = Steps(law)
        asks = [ask for ask in frame.lifts if ask.least]
        for size in range(1, len(asks) + 1):
            for some in combinations(asks, size):
                days = 0
                for kind, count in ((ask.kind, ask.count) for ask in frame.kinds):
                    cells = [cell_at(frame, -1, kind, a.kind) for a in some if carries(frame, a.kind, kind)]
                    days += count * any(steps.near((law.number(cell),)) != BROKEN for cell in cells)
                if sum(ask.least for ask in some) > days:
                    return True
        return False


def _wants_lift_on_a_free_day(frame: Frame) -> bool:
    return any(
        "none" not in must.lifts
        and not any(carries(frame, ask.kind, kind) for ask in frame.lifts for kind in must.kinds)
        for must in frame.musts
    )


def _counts_in_the_way(kept: Sequence[Frame]) -> tuple[KindAsk, ...]:
    """How many runs of a kind there are, where fixed days want more or leave room for fewer."""
    found: dict[tuple[object, str], KindAsk] = {}
    for frame in kept:
        for ask in frame.kinds:
            wanting = {must.position for must in frame.musts if must.kinds == {ask.kind}}
            refusing = {must.position for must in frame.musts if ask.kind not in must.kinds}
            if len(wanting) > ask.count or frame.length - len(refusing) < ask.count:
                found[ask.place, ask.text] = ask
    return tuple(found.values())
