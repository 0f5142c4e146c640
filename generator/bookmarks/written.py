"""What the ledger is compared with: a plan's weeks, and the lines of its definition that speak of its addresses.

Of the plan no days are needed, so its outline does as well (``model/outline.py``).
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from generator.frozen import frozen
from generator.model.finding import Place
from generator.model.plan import Plan

if TYPE_CHECKING:
    from generator.model.definition import Authored

_MOVED = "moved"


@frozen
class Said:
    """An author's ``moved:`` and the places that messages name.

    ``keys`` and ``values`` are those of each line of ``moved``; ``block_weeks`` those of each block's number of weeks,
    by the block's id; ``moved_place``, ``dates`` and ``calendar`` are None where the definition has no such line.
    """

    moved: Mapping[str, str]
    keys: Mapping[str, Place]
    values: Mapping[str, Place]
    block_weeks: tuple[tuple[str, Place], ...]
    whole: Place
    dates: Place
    moved_place: Place | None = None
    calendar: Place | None = None


@frozen
class Written:
    """A plan with what its definition says of its addresses."""

    plan: Plan
    said: Said


def written(authored: Authored, plan: Plan) -> Written:
    """Return a plan with what its definition says of its addresses."""
    return Written(plan, said(authored))


def said(authored: Authored) -> Said:
    """Return what a definition says of its plan's addresses."""
    d = authored.definition
    return Said(
        moved=d.moved,
        keys={line: authored.key_place(_MOVED, line) for line in d.moved},
        values={line: authored.place(_MOVED, line) for line in d.moved},
        block_weeks=tuple(
            (block.id, authored.place(*authored.block_keys(index), "weeks")) for index, block in enumerate(d.blocks)
        ),
        whole=authored.place(),
        dates=authored.key_place("races") if d.races else authored.key_place("start"),
        moved_place=authored.key_place(_MOVED) if d.moved else None,
        calendar=authored.key_place("calendar") if d.calendar else None,
    )
