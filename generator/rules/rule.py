"""What a rule is: one module whose docstring is its public page, wrapped into a value here.

A rule module has a docstring (its page: first line the statement; then paragraphs headed ``Why:``, ``Reads:``,
optionally ``Dissent:``, then ``Holds:`` and ``Fails:`` with examples that run as its tests) and these names:

``LEVEL``       the highest severity it gives unless a policy says otherwise; a fault may name a lower one
``PARAMETERS``  a tuple of Parameter (may be empty)
``EVIDENCE``    a tuple of Evidence, at least one
``at``          for rules over days and roles: ``at(line, i, p)`` yields what is wrong once day ``line[i]`` is known,
                looking back only (it reads nothing after ``i``): serves the scheduler and the audit. The fault may
                lie on an earlier day, as when a race comes too soon after a heavy lift
``check``       for rules over doses and whole plans: ``check(plan, p)`` yields faults: serves the audit alone

A module has exactly one of ``at`` and ``check``. Its slug is its file's name with hyphens.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterator, Mapping
from types import ModuleType
from typing import Any, Literal

from generator.frozen import frozen
from generator.model.finding import Fault
from generator.model.line import Line
from generator.model.plan import Plan
from generator.model.vocabulary import Level

Value = int | float | str | bool | tuple[str, ...]
Params = Mapping[str, Any]
PlacementCheck = Callable[[Line, int, Params], Iterator[Fault]]
PlanCheck = Callable[[Plan, Params], Iterator[Fault]]


@frozen
class Parameter:
    """A number or list a policy may set. ``stricter`` says which direction needs no reason.

    ``higher``/``lower`` for numbers; ``fewer``/``more`` for tuples of names, which are then taken from ``choices``.
    """

    name: str
    default: Value
    meaning: str
    stricter: Literal["higher", "lower", "fewer", "more"]
    choices: tuple[str, ...] = ()

    def relaxes(self, value: Value) -> bool:
        """True if ``value`` is looser than the default, so that a reason must be given."""
        if isinstance(self.default, tuple) and isinstance(value, tuple):
            ours, theirs = set(self.default), set(value)
            return not (theirs <= ours) if self.stricter == "fewer" else not (theirs >= ours)
        if isinstance(self.default, (int, float)) and isinstance(value, (int, float)):
            return value < self.default if self.stricter == "higher" else value > self.default
        return value != self.default

    def misfit(self, value: Value) -> str:
        """Return what is wrong with ``value`` as this parameter's value, or an empty string."""
        if isinstance(self.default, tuple):
            if not isinstance(value, tuple):
                return "expected a list of names"
            unknown = [name for name in value if self.choices and name not in self.choices]
            return f"'{unknown[0]}' is not one of {', '.join(self.choices)}" if unknown else ""
        number = int if isinstance(self.default, int) else (int, float)
        if isinstance(value, bool) or not isinstance(value, number):
            return "expected a whole number" if number is int else "expected a number"
        return "expected a number from 0 up" if not 0 <= value < float("inf") else ""


@frozen
class Evidence:
    """A source and what it says. Grades: ``cited`` (read in source, abstract or transcription) or ``convention``.

    ``source`` is a key of plans/library/sources.yaml, or empty for this project's own choice (a convention).
    """

    source: str
    grade: Literal["cited", "convention"]
    says: str


@frozen
class Rule:
    """A rule as the registry knows it."""

    slug: str
    group: str
    statement: str
    page: str
    level: Level
    parameters: tuple[Parameter, ...]
    evidence: tuple[Evidence, ...]
    at: PlacementCheck | None
    check: PlanCheck | None

    @property
    def defaults(self) -> dict[str, Value]:
        """The parameters' default values by name."""
        return {parameter.name: parameter.default for parameter in self.parameters}

    def parameter(self, name: str) -> Parameter | None:
        """Return the parameter of that name, or None."""
        return next((parameter for parameter in self.parameters if parameter.name == name), None)


def rule_from(module: ModuleType) -> Rule:
    """Wrap a rule module; ValueError if it lacks what this module's docstring asks of it."""
    page = inspect.getdoc(module) or ""
    slug = module.__name__.rsplit(".", 1)[1].replace("_", "-")
    at, check = getattr(module, "at", None), getattr(module, "check", None)
    if not page or (at is None) == (check is None) or not module.EVIDENCE:
        raise ValueError(f"{module.__name__} is not a rule: page, evidence and one of at/check are needed")
    return Rule(
        slug=slug,
        group=module.__name__.rsplit(".", 2)[1],
        statement=page.splitlines()[0].strip(),
        page=page,
        level=module.LEVEL,
        parameters=module.PARAMETERS,
        evidence=module.EVIDENCE,
        at=at,
        check=check,
    )
