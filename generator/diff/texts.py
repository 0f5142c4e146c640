"""What differs in the words and facts that an author adds to a plan and its weeks do not show."""

from __future__ import annotations

from collections.abc import Iterator

from generator.compare.change import Change, turned
from generator.compare.numbering import lines_turned
from generator.model.definition import Authored, Definition
from generator.model.units import METRES_PER


def text_changes(old: Authored | None, new: Authored | None) -> Iterator[Change]:
    """Yield them; nothing where one side is a plan's JSON, which has no such words."""
    if old is None or new is None:
        return
    before, after = old.definition, new.definition
    yield from _review(before, after)
    for name, said in (("summary", "summary:"), ("author", "author:")):
        if getattr(before, name) != getattr(after, name):
            yield turned("text", said, f"“{getattr(before, name)}”", f"“{getattr(after, name)}”")
    yield from lines_turned("for you if:", before.for_you, after.for_you)
    yield from lines_turned("not for you if:", before.not_for_you, after.not_for_you)
    yield from lines_turned("what the runner brings:", before.entry.needs, after.entry.needs)
    if before.easy_pace != after.easy_pace:
        yield turned("plan", "easy pace:", _pace(before), _pace(after))
    if before.order != after.order:
        yield turned("text", "place among the cards of the home page:", str(before.order), str(after.order))


def _review(old: Definition, new: Definition) -> Iterator[Change]:
    before, after = old.reviewed, new.reviewed
    if before == after:
        return
    if before is None or after is None:
        said = f"reviewed by {after.by} on {after.on}" if after else "no longer reviewed"
        sides = [f"{review.by}, {review.on}" if review else "" for review in (before, after)]
        yield Change("review", said, "review", *sides)
        return
    yield turned("review", "reviewed by", f"{before.by}, {before.on}", f"{after.by}, {after.on}")


def _pace(definition: Definition) -> str:
    """Return ``5:40 /km`` in the plan's own unit."""
    per_unit = definition.easy_pace.seconds_per_km * float(METRES_PER[definition.units]) / 1000
    minutes, seconds = divmod(round(per_unit), 60)
    return f"{minutes}:{seconds:02d} /{definition.units}"
