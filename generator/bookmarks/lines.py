"""The lines of ``moved:``: which of a plan's weeks and pages are where now.

A line's left side is what stands no longer where it was: ``week 9``, ``weeks 9-20``, or the last part of an address,
such as ``build-2`` or ``spring-marathon.ics``. Its right side says where that is now, in the same words, or as a whole
address such as ``plans/other-plan/``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import field

from generator.frozen import frozen

_WEEKS = re.compile(r"weeks?[ -]0*([1-9]\d{0,2})(?:\s*(?:-|–|to)\s*(?:week[ -])?0*([1-9]\d{0,2}))?", re.I)
_NAME = re.compile(r"[a-z0-9][a-z0-9._-]*")
_WHOLE = re.compile(r"/?([a-z0-9][a-z0-9._-]*(?:/[a-z0-9][a-z0-9._-]*)+)/?")


@frozen
class Weeks:
    """Some weeks in a row, first and last."""

    first: int
    last: int

    def __len__(self) -> int:
        return max(self.last - self.first + 1, 0)


@frozen
class Moved:
    """All lines of a plan: each week's new week, or the name of the page it leads to; each page's new name."""

    weeks: dict[int, int] = field(default_factory=dict)
    pages: dict[str, str] = field(default_factory=dict)
    weeks_to_pages: dict[int, str] = field(default_factory=dict)
    #: Which line says it, for messages.
    keys: dict[int | str, str] = field(default_factory=dict)


def side(text: str) -> Weeks | str | None:
    """Return what one side of a line says: weeks, a name, a whole address (with a slash in it); None if nothing."""
    plain = " ".join(text.split()).strip()
    found = _WEEKS.fullmatch(plain)
    if found:
        first = int(found[1])
        return Weeks(first, int(found[2] or first))
    whole = _WHOLE.fullmatch(plain)
    if whole:
        return whole[1]
    name = plain.strip("/")
    return name if _NAME.fullmatch(name) else None


def read_lines(written: Mapping[str, str]) -> tuple[Moved, list[tuple[str, str, str]]]:
    """Return what the lines say, and for each that says nothing its key, what is wrong, and what would be right."""
    moved = Moved()
    faults = [(key, *fault) for key, text in written.items() if (fault := _read(key, text, moved)) is not None]
    return moved, faults


def _read(key: str, text: str, moved: Moved) -> tuple[str, str] | None:
    """Put a line among the others, or return what is wrong with it."""
    old, new = side(key), side(text)
    if old is None or (isinstance(old, str) and "/" in old):
        return f"'{key[:60]}' names no week and no page of this plan", "Write `week 9`, `weeks 9-20`, or a page's name."
    if new is None:
        return f"'{text[:60]}' names no week and no page", "Write `week 8`, `weeks 8-19`, or a page's name."
    if isinstance(old, str):
        if isinstance(new, Weeks) and len(new) != 1:
            return "a page can only lead to one page", "Write one week."
        moved.pages[old] = new if isinstance(new, str) else f"week {new.first}"
        moved.keys[old] = key
        return None
    return _read_weeks(key, old, new, moved)


def _read_weeks(key: str, old: Weeks, new: Weeks | str, moved: Moved) -> tuple[str, str] | None:
    if len(old) < 1 or (isinstance(new, Weeks) and len(new) < 1):
        return "the last week of a range can't stand before its first", "Write the smaller number first."
    if isinstance(new, Weeks) and len(new) not in (1, len(old)):
        message = f"{len(old)} weeks can't be {len(new)} weeks now"
        return message, "Write ranges of one length, or one week in which all of them end."
    for place, week in enumerate(range(old.first, old.last + 1)):
        if week in moved.keys:
            return f"week {week} is named in two lines", "Keep one of them."
        moved.keys[week] = key
        if isinstance(new, str):
            moved.weeks_to_pages[week] = new
        else:
            moved.weeks[week] = new.first + (place if len(new) > 1 else 0)
    return None


def week_lines(weeks: Mapping[int, int]) -> Iterator[str]:
    """Yield the shortest lines that say where each week is now: ``week 8: week 7``, ``weeks 9-20: weeks 8-19``."""
    for run in _runs(sorted(weeks.items())):
        (first, to), (last, end) = run[0], run[-1]
        if first == last:
            yield f"week {first}: week {to}"
        elif to == end:
            yield f"weeks {first}-{last}: week {to}"
        else:
            yield f"weeks {first}-{last}: weeks {to}-{end}"


def _runs(pairs: Sequence[tuple[int, int]]) -> Iterator[list[tuple[int, int]]]:
    """Weeks in a row whose new weeks are in a row too, or are all the same."""
    run: list[tuple[int, int]] = []
    for week, to in pairs:
        step = to - run[-1][1] if run else 0
        first_step = run[1][1] - run[0][1] if len(run) > 1 else step
        if run and (week != run[-1][0] + 1 or step not in (0, 1) or step != first_step):
            yield run
            run = []
        run.append((week, to))
    if run:
        yield run
