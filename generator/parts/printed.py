"""What comes of a definition: pages that are printed but not yet bound, and in the end a record."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import field
from pathlib import Path
from typing import TypeVar

from generator.bookmarks import Said
from generator.frozen import frozen
from generator.model.finding import Diagnostic
from generator.parts.record import Record
from generator.publish.calendars.ledger import Revision
from generator.publish.summary import Summary
from generator.reviews import Reviewed
from generator.template_faults import template_fault

T = TypeVar("T")


@frozen
class Outcome:
    """What came of a definition: its record, None if it has errors, and all that is to be said of it.

    ``worked``: CPU seconds of each stage, for the benchmark.
    """

    path: Path
    record: Record | None
    diagnostics: tuple[Diagnostic, ...]
    worked: Mapping[str, float] = field(default_factory=dict)


@frozen
class Printed:
    """A part of which nothing is written yet: its files below ``build/pages`` but for its pack, and what is known.

    ``worked`` as in ``Outcome``.
    """

    path: Path
    files: Mapping[str, bytes]
    summary: Summary
    said: Said
    review: Reviewed
    diagnostics: tuple[Diagnostic, ...]
    events: Mapping[str, Revision]
    worked: Mapping[str, float] = field(default_factory=dict)


def or_fault(root: Path, path: Path, work: Callable[[], T]) -> T | Outcome:
    """Return what comes of the work on a definition; what a template is at fault with, if it fails over one."""
    try:
        return work()
    except Exception as problem:
        fault = template_fault(problem, root)
        if fault is None:
            raise
        return Outcome(path, None, (fault,))
