"""What a comparison of two versions finds, as values; how it is told is elsewhere."""

from __future__ import annotations

from typing import Literal

from generator.compare.change import Change, WeekChanges
from generator.frozen import frozen
from generator.model.finding import Diagnostic

State = Literal["changed", "new", "gone", "renamed", "refused", "mended"]


@frozen
class AddressChange:
    """An address that comes, goes, or leads to another from now on. ``leads`` is empty where nobody says where."""

    address: str
    state: Literal["new", "gone", "redirected"]
    leads: str = ""


@frozen
class FeedChange:
    """How many events of a calendar to subscribe to come, go, and are otherwise than before."""

    feed: str
    come: int
    gone: int
    changed: int


@frozen
class PlanDifference:
    """All that is otherwise in a plan. ``was`` is its id before, if it had another; ``title`` the newer one.

    ``refused``: what is wrong with it where no plan comes of it, before and now. Warnings that come have ``new``'s
    places, those that are gone ``old``'s.
    """

    id: str
    title: str
    state: State
    was: str = ""
    weeks_in_all: int = 0
    whole: tuple[Change, ...] = ()
    weeks: tuple[WeekChanges, ...] = ()
    findings_new: tuple[Diagnostic, ...] = ()
    findings_gone: tuple[Diagnostic, ...] = ()
    addresses: tuple[AddressChange, ...] = ()
    feeds: tuple[FeedChange, ...] = ()
    refused_before: tuple[Diagnostic, ...] = ()
    refused_now: tuple[Diagnostic, ...] = ()

    @property
    def any(self) -> bool:
        """True if anything is otherwise for whoever reads or trains by the plan."""
        told = (self.whole, self.weeks, self.findings_new, self.findings_gone, self.addresses, self.feeds)
        return self.state != "changed" or any(told)


@frozen
class SharedChange:
    """Something that plans share: an exercise, a policy, a setting; which plans show it."""

    of: str
    text: str
    plans: tuple[str, ...] = ()


@frozen
class Difference:
    """All of it. ``rewritten`` are plans whose files differ in nothing that anybody sees, such as comments.

    ``errors`` are all that is wrong with what differs on the new side: the exit status follows from them. ``known`` are
    the ids of all plans.
    """

    old: str
    new: str
    plans: tuple[PlanDifference, ...] = ()
    shared: tuple[SharedChange, ...] = ()
    addresses: tuple[AddressChange, ...] = ()
    rewritten: tuple[str, ...] = ()
    unchanged: int = 0
    faults_before: tuple[Diagnostic, ...] = ()
    errors: tuple[Diagnostic, ...] = ()
    commits: tuple[str, str] = ("", "")
    known: frozenset[str] = frozenset()

    @property
    def same(self) -> bool:
        """True if nothing is otherwise for anybody."""
        return not (self.plans or self.shared or self.addresses or self.errors or self.faults_before)
