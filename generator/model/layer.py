"""A layer: what one athlete's weeks have that the plan did not know, laid over a plan that stays as it is.

No gym, travel, illness, a lighter week moved, one week's days written out. A layer says which weeks or days and why;
how the plan is changed around it follows by rule.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Annotated, ClassVar, Literal

from pydantic import Field

from generator.frozen import frozen
from generator.language import N_, _
from generator.model.fields import STRICT, Line, Whole, YesNo
from generator.model.given import GivenDay
from generator.model.quoting import quoted
from generator.model.units import Parsed

LayerKind = Literal["no_gym", "travel", "ill", "move_cutback", "instead"]

MOST_WEEK = 999
_TITLES: dict[LayerKind, tuple[str, str]] = {
    "no_gym": (N_("No gym in week {first}"), N_("No gym in weeks {first} to {last}")),
    "travel": (N_("Travel in week {first}"), N_("Travel in weeks {first} to {last}")),
    "ill": (N_("Ill in week {first}"), N_("Ill in weeks {first} to {last}")),
    "instead": (N_("Other days in week {first}"), N_("Other days in weeks {first} to {last}")),
}
_WEEK = r"weeks?\s+([0-9]{1,3})"
_TO = r"\s*(?:-|–|\bto\b)\s*"
_DAY = r"((?:day\s+[0-9]{1,2})|[a-z]{3,9})"
_WEEKS = re.compile(rf"{_WEEK}(?:{_TO}(?:{_WEEK}|([0-9]{{1,3}})))?")
_DAYS = re.compile(rf"{_WEEK}\s+{_DAY}(?:{_TO}(?:{_WEEK}\s+)?{_DAY})?")
_MOVE = re.compile(rf"{_WEEK}{_TO}(?:{_WEEK}|([0-9]{{1,3}}))")


def _plain(text: str) -> str:
    return " ".join(text.lower().split())


@frozen
class Weeks(Parsed):
    """Weeks of the plan from ``first`` to ``last``, counted from 1, both included."""

    text: str
    first: int
    last: int

    wanted: ClassVar[str] = "a week of the plan, such as week 9, or weeks 9-10"

    @classmethod
    def parse(cls, text: str) -> Weeks:
        """Read ``week 9`` or ``weeks 9-10``; ValueError for all else, and for weeks that run backwards."""
        found = _WEEKS.fullmatch(_plain(text))
        if not found:
            raise ValueError(f"{quoted(text)} is not {cls.wanted}")
        first, last = int(found[1]), int(found[2] or found[3] or found[1])
        if last < first:
            raise ValueError(f"{quoted(text)} runs backwards; write weeks {last}-{first}")
        return cls(text, first, last)


@frozen
class Days(Parsed):
    """Days of the plan from one to another, both included; a day's name is empty where whole weeks are meant."""

    text: str
    first_week: int
    first_day: str
    last_week: int
    last_day: str

    wanted: ClassVar[str] = "a stretch of days, such as week 12 tuesday - week 13 friday, or week 12"

    @classmethod
    def parse(cls, text: str) -> Days:
        """Read ``week 12 tuesday - week 13 friday``, ``week 12 tuesday - friday``, ``week 12 tuesday``, ``week 12``."""
        words = _plain(text)
        found = _DAYS.fullmatch(words)
        if found:
            first, last = int(found[1]), int(found[3] or found[1])
            days = cls(text, first, found[2], last, found[4] or found[2])
        elif _WEEKS.fullmatch(words):
            weeks = Weeks.parse(text)
            days = cls(text, weeks.first, "", weeks.last, "")
        else:
            raise ValueError(f"{quoted(text)} is not {cls.wanted}")
        if days.last_week < days.first_week:
            raise ValueError(f"{quoted(text)} runs backwards; the first day comes first")
        return days


@frozen
class CutbackMove(Parsed):
    """A lighter week and the week that becomes the lighter one in its place."""

    text: str
    from_week: int
    to_week: int

    wanted: ClassVar[str] = "a lighter week and where it goes, such as week 8 to week 9"

    @classmethod
    def parse(cls, text: str) -> CutbackMove:
        """Read ``week 8 to week 9``; ValueError for all else, and for a week that stays where it is."""
        found = _MOVE.fullmatch(_plain(text))
        if not found:
            raise ValueError(f"{quoted(text)} is not {cls.wanted}")
        one, other = int(found[1]), int(found[2] or found[3])
        if one == other:
            raise ValueError(f"{quoted(text)} moves nothing; name another week")
        return cls(text, one, other)


@frozen(kw_only=True)
class Layer:
    """One thing that changes some weeks: exactly one of its first five fields, and why."""

    __pydantic_config__ = STRICT
    no_gym: Annotated[
        Weeks | None,
        Field(description="Weeks without a gym: week 9, or weeks 9-10; short bodyweight sessions instead."),
    ] = None
    travel: Annotated[
        Weeks | None, Field(description="A week with fewer days to run: week 11. Beside it days:, runs: or both.")
    ] = None
    ill: Annotated[Days | None, Field(description="Days missed through illness: week 12 tuesday - week 13 friday.")] = (
        None
    )
    move_cutback: Annotated[
        CutbackMove | None, Field(description="A lighter week that changes its place: week 8 to week 9.")
    ] = None
    instead: Annotated[Weeks | None, Field(description="One week whose days are written out under days:: week 14.")] = (
        None
    )
    days: Annotated[
        tuple[Line, ...] | Mapping[str, GivenDay],
        Field(description="Of travel: the days one can run, [tuesday, saturday]. Of instead: {tuesday: easy 8 km}."),
    ] = ()
    runs: Annotated[Whole | None, Field(description="Of travel: how many runs are left.", ge=0, le=12)] = None
    gym: Annotated[YesNo, Field(description="Of travel: no if there is no gym either.")] = True
    because: Annotated[Line, Field(description="Why; the week's page says it.")]

    @property
    def kinds(self) -> tuple[LayerKind, ...]:
        """What the layer says it is; exactly one in a valid definition."""
        named: dict[LayerKind, object] = {
            "no_gym": self.no_gym,
            "travel": self.travel,
            "ill": self.ill,
            "move_cutback": self.move_cutback,
            "instead": self.instead,
        }
        return tuple(kind for kind, value in named.items() if value is not None)

    @property
    def kind(self) -> LayerKind:
        """What the layer is; IndexError if it says nothing."""
        return self.kinds[0]

    @property
    def named(self) -> tuple[str, ...]:
        """The names of its days."""
        return tuple(self.days)

    @property
    def given(self) -> Mapping[str, GivenDay]:
        """The days that stand instead of the plan's; none unless they are written as a mapping."""
        return self.days if isinstance(self.days, Mapping) else {}

    @property
    def weeks(self) -> tuple[int, ...]:
        """The numbers of the weeks it names, in order."""
        if self.move_cutback is not None:
            return tuple(sorted((self.move_cutback.from_week, self.move_cutback.to_week)))
        if self.ill is not None:
            return tuple(range(self.ill.first_week, self.ill.last_week + 1))
        span = self.no_gym or self.travel or self.instead
        return tuple(range(span.first, span.last + 1)) if span is not None else ()

    @property
    def title(self) -> str:
        """The layer in the words of a page: ``No gym in week 9``."""
        if self.move_cutback is not None:
            moved = _("The lighter week moves from week {old} to week {new}")
            return moved.format(old=self.move_cutback.from_week, new=self.move_cutback.to_week)
        one, several = _TITLES[self.kind]
        first, *rest = self.weeks
        return _(several if rest else one).format(first=first, last=self.weeks[-1])
