"""What pages need beside the expanded plan: the author's texts, the house's policies, the library's own words."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from typing import Any

from generator.frozen import frozen
from generator.model.plan import Plan
from generator.publish.past import Past

_NO_PAST = Past()
Entries = Mapping[str, Mapping[str, Any]]


@frozen(kw_only=True)
class PlanTexts:
    """What the author says about a plan and the expanded plan does not carry.

    ``entry`` are lines on what the runner brings, ``sources`` keys of the bibliography, ``reviewed_on`` a date
    as ``2026-11-01``, ``order`` the place among the cards of the home page (small first), ``written_title`` the title
    in its author's language, of which addresses are made.
    """

    id: str
    title: str
    summary: str
    for_you: tuple[str, ...] = ()
    not_for_you: tuple[str, ...] = ()
    entry: tuple[str, ...] = ()
    author: str = ""
    reviewed_by: str = ""
    reviewed_on: str = ""
    sources: tuple[str, ...] = ()
    source: str = ""
    licence: str = ""
    order: int = 100
    written_title: str = ""


@frozen
class PlanPage:
    """A plan with its author's texts and its JSON, published as it stands.

    ``moves``: by week number, which days may change places, as JSON has it. ``past``: what its addresses meant before.
    """

    plan: Plan
    texts: PlanTexts
    json_text: str
    moves: Mapping[int, Mapping[str, Any]] = field(default_factory=dict)
    past: Past = _NO_PAST


@frozen
class PolicyTexts:
    """A policy of ``plans/policies``: its id, title and summary."""

    id: str
    title: str
    summary: str


@frozen
class LibraryTexts:
    """The files of ``plans/library`` by name without ``.yaml``, in the site's language; each value is a text."""

    files: Mapping[str, Mapping[str, Any]]

    @property
    def exercises(self) -> Entries:
        """Exercises by slug."""
        return self.files["exercises"]

    @property
    def sources(self) -> Entries:
        """The bibliography by key."""
        return self.files["sources"]

    @property
    def tests(self) -> Entries:
        """Tests that compare right and left, by slug."""
        found: Entries = self.files["tests"]["tests"]
        return found

    def name_of(self, exercise: str) -> str:
        """Return an exercise's name; ValueError if the library lacks it."""
        if exercise not in self.exercises:
            raise ValueError(f"exercise '{exercise}' is in a plan but not in plans/library/exercises.yaml")
        return str(self.exercises[exercise]["name"])


def is_yes(value: object) -> bool:
    """Return True for YAML's yes in either reading, as a boolean or as text."""
    return value is True or value == "yes"
