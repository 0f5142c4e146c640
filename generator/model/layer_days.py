"""Which days of a plan a layer names: positions in the week, and absolute days counted from 0."""

from __future__ import annotations

from generator.model.asking import day_position, given_weeks
from generator.model.definition import Authored
from generator.model.layer import Layer


def plan_weeks(authored: Authored) -> int:
    """Return how many weeks the plan has, those that only its calendar gives among them."""
    written = sum(block.weeks for block in authored.definition.blocks)
    return max(written, *given_weeks(authored), 0)


def named_positions(layer: Layer, authored: Authored) -> tuple[int, ...]:
    """Return the positions in the week of the days a layer names, in order; names that are no days are left out."""
    found = (day_position(name, authored) for name in layer.named)
    return tuple(sorted({position for position in found if position is not None}))


def ill_days(layer: Layer, authored: Authored) -> range:
    """Return the absolute days missed; empty if a name is no day or the days run backwards, or nobody is ill."""
    if layer.ill is None:
        return range(0)
    length, ill = authored.definition.microcycle_days, layer.ill
    first = day_position(ill.first_day, authored) if ill.first_day else 0
    last = day_position(ill.last_day, authored) if ill.last_day else length - 1
    if first is None or last is None:
        return range(0)
    return range((ill.first_week - 1) * length + first, (ill.last_week - 1) * length + last + 1)
