"""Who reviewed which plan, and whose review is older than the clinic lets it be.

A build has no clock: it asks as of its sources' date. ``hardday reviews`` is no build and asks as of today.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from generator.frozen import frozen
from generator.load import load_definition
from generator.model.definition_files import definition_files
from generator.model.finding import Diagnostic, Place, Refused
from generator.model.quoting import one_line
from generator.model.vocabulary import Severity
from generator.settings import Span

if TYPE_CHECKING:
    from generator.model.definition import Authored

State = Literal["reviewed", "overdue", "not reviewed"]


@frozen
class Reviewed:
    """A plan's review: by whom, on which day, and where that is written. ``on`` is None without a review."""

    plan: str
    place: Place
    by: str = ""
    on: date | None = None

    def due(self, span: Span | None) -> date | None:
        """Return the last day on which the review holds; None if it has none or holds for ever."""
        return span.end(self.on) if span and self.on else None

    def state(self, span: Span | None, day: date) -> State:
        """Return how the review stands on a day."""
        due = self.due(span)
        if self.on is None:
            return "not reviewed"
        return "overdue" if due is not None and day > due else "reviewed"


def review_of(authored: Authored) -> Reviewed:
    """Return the review of a definition that was read."""
    review, place = authored.definition.reviewed, authored.key_place("reviewed")
    return Reviewed(authored.id, place, review.by, _day(review.on)) if review else Reviewed(authored.id, place)


def reviews_of(root: Path) -> tuple[list[Reviewed], list[Diagnostic]]:
    """Return each plan's review as its file says it, and what can't be read; nothing else of a plan is checked."""
    found: list[Reviewed] = []
    faults: list[Diagnostic] = []
    if not (root / "plans").is_dir():
        hint = "Go to the folder that holds mkdocs.yml and plans/, or name it with --project."
        faults.append(Diagnostic(Place(str(root), 1, 1), "error", None, "there is no folder plans/ here", hint))
    for path in definition_files(root):
        shown = f"plans/{path.name}"
        try:
            tree = load_definition(path, root, shown)
        except Refused as refused:
            faults += refused.diagnostics
            continue
        place = tree.keys.get(("reviewed",), Place(shown, 1, 1))
        said: Any = tree.value.get("reviewed")
        if said is None:
            found.append(Reviewed(path.stem, place))
            continue
        by, on = (str(said.get(key) or "") if isinstance(said, dict) else "" for key in ("by", "on"))
        day = _day(on)
        if by and day:
            found.append(Reviewed(path.stem, place, one_line(by, 300), day))
        else:
            message = "this review names no reviewer or no day of the calendar"
            hint = "Write reviewed: {by: Dana Example, PT, on: 2026-11-01}."
            faults.append(Diagnostic(place, "error", None, message, hint))
    return found, faults


def late(reviews: Iterable[Reviewed], span: Span | None, day: date, severity: Severity) -> Iterator[Diagnostic]:
    """Yield what to say of each review that is too old on a day."""
    for one in reviews:
        if one.state(span, day) == "overdue":
            message = f"the review of {one.on} by {one_line(one.by)} was to be renewed by {one.due(span)}"
            yield Diagnostic(one.place, severity, None, message, "Review the plan again and write who did and when.")


def without_review(reviews: Iterable[Reviewed]) -> str:
    """Return how many plans have no review, for a closing line; empty if all have one."""
    missing = sum(one.on is None for one in reviews)
    if not missing:
        return ""
    return f"; {missing} plan{'' if missing == 1 else 's'} without a review: hardday reviews lists them"


def review_table(reviews: Iterable[Reviewed], span: Span | None, day: date) -> str:
    """Return the reviews as a table, what is due first on top; those without a review come last."""
    head = ("plan", "reviewed by", "on", "due", "")
    rows = [
        (one.plan, one.by, str(one.on or ""), str(one.due(span) or ""), one.state(span, day))
        for one in sorted(reviews, key=lambda one: (one.on is None, one.due(span) or date.max, one.plan))
    ]
    widths = [max(len(row[column]) for row in (head, *rows)) for column in range(len(head))]
    lines = ("  ".join(f"{cell:<{width}}" for cell, width in zip(row, widths, strict=True)) for row in (head, *rows))
    return "\n".join(line.rstrip() for line in lines)


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
