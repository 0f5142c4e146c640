"""Which layer speaks for a week, and how a plan's weeks say what layers changed and why."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from generator.layers.course import Course
from generator.layers.illness import FIRST_DAYS
from generator.model.finding import Place
from generator.model.layer import Layer
from generator.model.layer_days import ill_days
from generator.model.plan import Change, Plan, Week


def weeks_of(course: Course, index: int) -> tuple[int, ...]:
    """Return the weeks that a layer concerns by itself: those it names, and after an illness the first week back."""
    layer, length = course.layers[index], course.authored.definition.microcycle_days
    missed = ill_days(layer, course.authored)
    if not missed:
        return layer.weeks
    after = length if len(missed) >= length else FIRST_DAYS
    last = (missed.stop + after - 1) // length + 1
    return tuple(range(layer.weeks[0], min(last, len(course.placed)) + 1))


def speaking_for(course: Course, week: int) -> tuple[int, ...]:
    """Return the layers that explain a week: those that concern it, else the nearest one before, else the next."""
    spans = {index: weeks_of(course, index) for index in range(len(course.layers))}
    here = tuple(index for index, weeks in spans.items() if week in weeks)
    if here or not spans:
        return here
    before = [index for index, weeks in spans.items() if weeks and weeks[0] < week]
    if before:
        return (max(before, key=lambda index: spans[index][-1]),)
    return (min(spans, key=lambda index: spans[index][0] if spans[index] else 0),)


def layer_place(course: Course, week: int | None) -> Place:
    """Return where the first layer stands that explains a week, or the first of all."""
    speaking = speaking_for(course, week) if week is not None else ()
    return course.place(speaking[0] if speaking else 0)


def title_of(layers: tuple[Layer, ...]) -> str:
    """Return the layers' titles as one."""
    return "; ".join(layer.title for layer in layers)


def because_of(layers: tuple[Layer, ...]) -> str:
    """Return the layers' reasons as one."""
    return "; ".join(dict.fromkeys(layer.because for layer in layers))


def told_changes(course: Course, plan: Plan, *changes: Mapping[int, tuple[str, ...]]) -> Plan:
    """Return the plan whose weeks say what changed, each sentence with its layer and the layer's reason.

    Of a week that only one of ``changes`` knows, nothing is said unless it is the last.
    """
    told = changes[-1]
    texts = {number: tuple(text for each in changes for text in each.get(number, ())) for number in told}
    return replace(plan, weeks=tuple(_told(course, week, texts.get(week.number, ())) for week in plan.weeks))


def _told(course: Course, week: Week, texts: tuple[str, ...]) -> Week:
    layers = tuple(course.layers[index] for index in speaking_for(course, week.number))
    found = tuple(Change(text, because_of(layers), title_of(layers)) for text in texts)
    return replace(week, changes=found) if found else week
