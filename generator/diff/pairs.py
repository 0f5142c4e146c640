"""Which plan of one side is which of the other: the same name, else the one to which an old plan was renamed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.bookmarks.moved_file import read_moved_file
from generator.compare.numbering import trained
from generator.diff.edition import Edition
from generator.model.finding import Refused

#: From this share of weeks that are the same a new plan is an old one by another name.
_SAME_PLAN = 0.5
#: More plans that come and go at once are not compared with one another.
_MOST = 30


def plan_pairs(old: Edition, new: Edition, only: Sequence[str]) -> list[tuple[str | None, str | None]]:
    """Return the plans by their ids before and now; ``only`` these, by either id, if any are named."""
    before, after = list(old.files), list(new.files)
    if old.side.file is not None and new.side.file is not None:
        return [(before[0], after[0])]
    if old.side.file is not None:
        return [(before[0], old.names[0] if old.names[0] in new.files else None)]
    if new.side.file is not None:
        return [(new.names[0] if new.names[0] in old.files else None, after[0])]
    gone = [name for name in before if name not in new.files]
    come = [name for name in after if name not in old.files]
    heirs = dict(_renamed(old, new, gone, come))
    pairs: list[tuple[str | None, str | None]] = [
        (name, name if name in new.files else heirs.get(name)) for name in before
    ]
    pairs += [(None, name) for name in come if name not in heirs.values()]
    return [pair for pair in pairs if not only or pair[0] in only or pair[1] in only]


def _renamed(old: Edition, new: Edition, gone: Sequence[str], come: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Yield each old plan with its new name: as plans/library/moved.yaml says, else by the file, else by the weeks."""
    free = list(come)
    lines = _lines(new)
    for test in (_said, _same_file, _same_weeks):
        for name in list(gone):
            heir = next((other for other in free if test(old, new, name, other, lines)), None)
            if heir is not None and len(gone) * len(free) <= _MOST**2:
                free.remove(heir)
                gone = [each for each in gone if each != name]
                yield name, heir


_Lines = dict[str, str]


def _lines(new: Edition) -> _Lines:
    try:
        return dict(read_moved_file(new.side.root).lines)
    except Refused:
        return {}


def _said(old: Edition, new: Edition, name: str, other: str, lines: _Lines) -> bool:
    return lines.get(f"plans/{name}") == f"plans/{other}"


def _same_file(old: Edition, new: Edition, name: str, other: str, lines: _Lines) -> bool:
    return old.digests[name][:64] == new.digests[other][:64]


def _same_weeks(old: Edition, new: Edition, name: str, other: str, lines: _Lines) -> bool:
    one, another = old.open(name).plan, new.open(other).plan
    if one is None or another is None:
        return False
    before, after = ([trained(week) for week in plan.weeks] for plan in (one, another))
    alike = sum(a == b for a, b in zip(before, after, strict=False))
    return alike >= _SAME_PLAN * max(len(before), len(after), 1)
