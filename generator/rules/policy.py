"""What a plan's overrides make of the rules: for each rule its level and the values of its parameters."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from difflib import get_close_matches
from types import MappingProxyType
from typing import Literal, get_args

from generator.frozen import frozen
from generator.model.plan import Override
from generator.model.vocabulary import Level
from generator.rules.rule import Parameter, Params, Rule, Value

LEVELS: tuple[Level, ...] = get_args(Level)  # from loosest to strictest


@frozen
class Policy:
    """Each rule's level and parameter values, by slug. KeyError for a slug that no rule has."""

    levels: Mapping[str, Level]
    values: Mapping[str, Params]

    def level(self, slug: str) -> Level:
        """Return the rule's level: off, warning or error."""
        return self.levels[slug]

    def params(self, slug: str) -> Params:
        """Return the rule's parameter values by name."""
        return self.values[slug]


@frozen
class OverrideFault:
    """What is wrong with an override: which part of it, in words, and what would be right."""

    override: Override
    part: Literal["rule", "parameter", "value", "because"]
    message: str
    hint: str = ""

    def __str__(self) -> str:
        """Return message and hint in one line."""
        return f"{self.message} {self.hint}".strip()


def fault_of(override: Override, rules: Mapping[str, Rule]) -> OverrideFault | None:
    """Return what is wrong with one override, or None: unknown name, wrong value, relaxed without a reason."""
    rule = rules.get(override.rule)
    if rule is None:
        message = f"There is no rule '{override.rule}'."
        return OverrideFault(override, "rule", message, _nearest(override.rule, rules))
    if override.parameter == "level":
        return _level_fault(override, rule)
    parameter = rule.parameter(override.parameter)
    if parameter is None:
        names = ["level", *rule.defaults]
        message = f"Rule {rule.slug} has no parameter '{override.parameter}'; it has {', '.join(names)}."
        return OverrideFault(override, "parameter", message, _nearest(override.parameter, [*names, "because"]))
    misfit = parameter.misfit(override.value)
    if misfit:
        message = f"{rule.slug}: {parameter.name} is {_shown(override.value)}; {misfit}."
        return OverrideFault(override, "value", message, _value_hint(parameter, override.value))
    if parameter.relaxes(override.value) and not override.because.strip():
        change = f"{parameter.name} from {_shown(parameter.default)} to {_shown(override.value)}"
        return _unexplained(override, f"{rule.slug} is relaxed ({change})")
    return None


def _level_fault(override: Override, rule: Rule) -> OverrideFault | None:
    if override.value not in LEVELS:
        message = f"{rule.slug}: level is {_shown(override.value)}; expected one of {', '.join(LEVELS)}."
        return OverrideFault(override, "value", message, _nearest(str(override.value), LEVELS))
    if LEVELS.index(override.value) < LEVELS.index(rule.level) and not override.because.strip():
        return _unexplained(override, f"{rule.slug} is relaxed from {rule.level} to {override.value}")
    return None


def _value_hint(parameter: Parameter, value: Value) -> str:
    """Say which name may be meant, and what the parameter means."""
    unknown = [name for name in value if name not in parameter.choices] if isinstance(value, tuple) else []
    near = _nearest(unknown[0], parameter.choices) if unknown else ""
    return f"{near} It means: {parameter.meaning}.".strip()


def _unexplained(override: Override, what: str) -> OverrideFault:
    return OverrideFault(override, "because", f"{what} without a reason.", "Say why under because; it is published.")


def _nearest(name: str, known: Iterable[str]) -> str:
    near = get_close_matches(name, list(known), 1, 0.5)
    return f"Did you mean {near[0]}?" if near else ""


def _shown(value: object) -> str:
    if isinstance(value, tuple):
        return f"[{', '.join(map(str, value))}]"
    return f"'{value}'" if isinstance(value, str) else str(value)


def policy_of(rules: Mapping[str, Rule], overrides: Iterable[Override]) -> Policy:
    """Return the rules' defaults with the overrides laid over them, later ones last.

    An override with a fault does not count: whoever reads definitions or plans reports it (see ``fault_of``).
    """
    levels: dict[str, Level] = {slug: rule.level for slug, rule in rules.items()}
    values: dict[str, dict[str, object]] = {slug: dict(rule.defaults) for slug, rule in rules.items()}
    for override in overrides:
        if fault_of(override, rules) is not None:
            continue
        if override.parameter == "level":
            levels[override.rule] = next(level for level in LEVELS if level == override.value)
        else:
            values[override.rule][override.parameter] = override.value
    frozen = {slug: MappingProxyType(params) for slug, params in values.items()}
    return Policy(MappingProxyType(levels), MappingProxyType(frozen))
