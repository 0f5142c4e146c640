"""A plan that is already expanded, with all that layers need to know of how it came about."""

from __future__ import annotations

from generator.frozen import frozen
from generator.model.definition import Authored
from generator.model.finding import Place
from generator.model.frame import PlacedDay, PlacedWeek
from generator.model.layer import Layer
from generator.model.plan import Plan
from generator.rules.policy import Policy


@frozen
class Course:
    """The definition with its layers, the weeks as they were placed, and the plan they make.

    ``without`` is the plan without layers; ``plan`` has its lighter weeks moved and its weeks written out already.
    """

    authored: Authored
    placed: tuple[PlacedWeek, ...]
    plan: Plan
    without: Plan
    policy: Policy

    @property
    def layers(self) -> tuple[Layer, ...]:
        """The layers in the author's order."""
        return self.authored.definition.layers

    def place(self, index: int) -> Place:
        """Return where a layer says what it is."""
        return self.authored.place("layers", index, self.layers[index].kind)

    def days_of(self, week: int) -> tuple[PlacedDay, ...]:
        """Return a week's days as they were placed; ``week`` counts from 1."""
        return self.placed[week - 1].days

    @property
    def written(self) -> frozenset[int]:
        """The weeks whose lifts a program writes out."""
        programs = {block.id for block in self.authored.definition.blocks if block.strength.programme}
        return frozenset(week.frame.number for week in self.placed if week.frame.phase in programs)

    @property
    def written_whole(self) -> frozenset[str]:
        """The phases whose written program stands in every week whole."""
        blocks = self.authored.definition.blocks
        return frozenset(b.id for b in blocks if b.strength.programme and b.strength.sessions is None)
