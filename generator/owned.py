"""What a clinic answers for beside its plans: its settings, and reviews that are not too old."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from generator.frozen import frozen
from generator.model.finding import Diagnostic, Place
from generator.model.quoting import escaped
from generator.reviews import Reviewed, late, review_of, without_review
from generator.settings import Settings, read_settings
from generator.source_date import EPOCH, refused_by_git, source_day

if TYPE_CHECKING:
    from generator.model.definition import Authored


@frozen
class Owned:
    """The settings, all that is wrong with them or with a review, and a few words on plans without one."""

    settings: Settings
    diagnostics: tuple[Diagnostic, ...]
    closing: str


def owned(root: Path, plans: Iterable[Authored]) -> Owned:
    """Return what a project's clinic answers for, as of the sources' date; Refused if mkdocs.yml can't be read."""
    return owned_with(root, read_settings(root), [review_of(plan) for plan in plans])


def owned_with(root: Path, settings: Settings, reviews: Sequence[Reviewed]) -> Owned:
    """Return the same, of settings and reviews that were read before."""
    told = (*_late(root, settings, reviews), *_undated(root))
    return Owned(settings, (*settings.diagnostics, *told), without_review(reviews))


def late_reviews(root: Path, reviews: Sequence[Reviewed]) -> tuple[tuple[Diagnostic, ...], str]:
    """Return which of some plans' reviews are too old, and a few words on those without one; all else is not asked."""
    told = _late(root, read_settings(root), reviews) if any(review.on for review in reviews) else ()
    return told, without_review(reviews)


def _late(root: Path, settings: Settings, reviews: Iterable[Reviewed]) -> tuple[Diagnostic, ...]:
    return tuple(late(reviews, settings.clinic.review_after, source_day(root), "warning"))


def _undated(root: Path) -> Iterator[Diagnostic]:
    if refused_by_git(root):
        message = "the folder belongs to another user, so git does not date its plans; they count as of 1980"
        hint = f"Run: git config --global --add safe.directory {escaped(str(root.resolve()))}, or set {EPOCH}."
        yield Diagnostic(Place("mkdocs.yml", 1, 1), "warning", None, message, hint)
