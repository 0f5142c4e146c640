"""The week's number as people write it: ``3``, ``Week 3``, ``wk 3: Base``, ``18 weeks to go``, ``race week``."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence

from generator.calendar_import.columns import Columns
from generator.frozen import frozen

_LABEL = re.compile(
    r"(?:(?P<word>[^\W\d_]+)\.?\s*)?[#–-]?\s*(?P<number>[0-9]{1,3})(?:\.0+)?\.?"
    r"(?:\s*(?:of|/|von)\s*[0-9]{1,3})?(?:\s*(?:weeks?|wks?)?\s*(?:to go|to race|out|left))?"
    r"(?P<remark>\s*[:,(\[–-]\s*[^\d\s].*|\s+[^\W\d].*)?",
    re.I,
)


@frozen
class Label:
    """A row's label: its number (None for a race week without one) and what else stands there."""

    number: int | None
    remark: str = ""


@frozen
class WeekFault:
    """What is wrong with the label of the row at this index."""

    index: int
    message: str


def week_label(text: str, columns: Columns) -> Label | None:
    """Return a week's label, or None if the text is none."""
    words = " ".join(text.split())
    small = words.lower().rstrip(".:! ")
    if small in columns.race_week:
        return Label(None, words)
    race = next((word for word in sorted(columns.race_week, key=len) if small.endswith((f" {word}", f"({word})"))), "")
    found = _LABEL.fullmatch(words)
    if found is None or (found["word"] is not None and found["word"].lower() not in columns.week_words):
        return None
    remark = found["remark"] or ""
    if remark[:1].isspace() and remark.strip()[:1].isalpha() and not found["word"] and not race:
        return None  # 4 Jan
    return Label(int(found["number"]), remark.strip(" :,()[]–-"))


def numbered(labels: Sequence[Label]) -> tuple[list[int], bool, list[WeekFault]]:
    """Return each row's week from 1, whether the calendar counts down to the race, and what is wrong.

    Weeks that count down end at 1 or 0. A race week without a number is the one after the week before it.
    """
    numbers = [label.number for label in labels if label.number is not None]
    steps = [after - before for before, after in itertools.pairwise(numbers)]
    down = sum(step < 0 for step in steps) > sum(step > 0 for step in steps)
    written: list[int] = []
    for label in labels:
        following = written[-1] + (-1 if down else 1) if written else 1
        written.append(following if label.number is None else label.number)
    counted = [written[0] + 1 - number for number in written] if down else written
    faults = list(_out_of_order(written, counted, down))
    if down and written[-1] > 1 and not faults:
        faults.append(WeekFault(len(written) - 1, f"the weeks count down and stop at {written[-1]}; expected 1 or 0"))
    return counted, down, faults


def _out_of_order(written: list[int], counted: list[int], down: bool) -> Iterator[WeekFault]:
    seen: set[int] = set()
    last = 0
    for index, number in enumerate(counted):
        shown = written[index]
        skipped = [n for n in range(last + 1, number) if n not in counted]
        if number in seen:
            yield WeekFault(index, f"week {shown} stands twice")
        elif number < 1 and not down:
            yield WeekFault(index, f"there is a week {shown}; weeks are numbered from 1")
        elif number <= last:
            yield WeekFault(index, f"week {shown} stands after week {written[index - 1]}")
        elif skipped:
            ends = [written[0] + 1 - n if down else n for n in (skipped[0], skipped[-1])]
            missing = f"week {ends[0]} is" if len(skipped) == 1 else f"weeks {ends[0]} to {ends[1]} are"
            yield WeekFault(index, f"{missing} missing before week {shown}")
        seen.add(number)
        last = max(last, number)
