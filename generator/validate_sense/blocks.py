"""Phases, stages, rolling: exactly one of them; addresses; what only one of them may have."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.model.definition import Authored
from generator.model.finding import Diagnostic, Place
from generator.model.quoting import quoted
from generator.validate_sense.checking import Known, SenseCheck, blocks_of, error

RESERVED = frozenset({"this-week", "plan", "booklet", "calendar", "index"})
MOST_WEEKS = 200
_WEEK_ADDRESS = re.compile(r"week-[0-9]+")
_SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


def _file_name(authored: Authored, known: Known) -> Iterator[Diagnostic]:
    if not _SLUG.fullmatch(authored.id) or authored.id == "index" or len(authored.id) > 60:
        message = f"the file's name {quoted(authored.id)} can't be the plan's address"
        hint = "Rename it with small letters, digits and hyphens, such as first-half.yaml."
        yield Diagnostic(Place(authored.path, 1, 1), "error", None, message, hint)


def _one_kind_of_block(authored: Authored, known: Known) -> Iterator[Diagnostic]:
    d = authored.definition
    given = [name for name, value in (("phases", d.phases), ("stages", d.stages), ("rolling", d.rolling)) if value]
    wanted = "a plan has phases:, stages: or rolling:, one of the three"
    if not given and not d.calendar:
        yield error(authored, (), f"{wanted}; none of them is there", "Add phases: with at least one phase.")
    for name in given[1:]:
        message = f"{wanted}; {given[0]}: stands in line {authored.key_place(given[0]).line} already"
        yield Diagnostic(authored.key_place(name), "error", None, message)


def _addresses(authored: Authored, known: Known) -> Iterator[Diagnostic]:
    seen: dict[str, int] = {}
    for keys, block in blocks_of(authored):
        at = (*keys, "id")
        if block.id in RESERVED or _WEEK_ADDRESS.fullmatch(block.id):
            yield error(authored, at, f"'{block.id}' is the address of another page", "Choose another id.")
        if block.id in seen:
            message = f"'{block.id}' is used twice, first in line {seen[block.id]}; each phase has its own address"
            yield error(authored, at, message, "Choose another id.")
        seen.setdefault(block.id, authored.place(*at).line)


def _length(authored: Authored, known: Known) -> Iterator[Diagnostic]:
    weeks = sum(block.weeks for block in authored.definition.blocks)
    if weeks > MOST_WEEKS:
        message = f"the plan has {weeks} weeks; at most {MOST_WEEKS}"
        yield error(authored, (authored.block_key,), message, "Check the weeks of each phase.")


def _stages(authored: Authored, known: Known) -> Iterator[Diagnostic]:
    d = authored.definition
    if not d.stages or d.phases:
        return
    for keys, block in blocks_of(authored):
        if not block.leave_when:
            message = f"the stage '{block.id}' does not say when it ends"
            yield error(authored, keys, message, "Add leave_when: with what must be true before the next stage.")
    if d.start:
        message = "a plan in stages has no dates: each stage lasts until its criteria are met"
        yield error(authored, ("start",), message, "Delete start:.")


CHECKS: tuple[SenseCheck, ...] = (_file_name, _one_kind_of_block, _addresses, _length, _stages)
