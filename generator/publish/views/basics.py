"""Facts that several pages share."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Link:
    """A text and the address it leads to, from the site's root."""

    text: str
    address: str


@dataclass(frozen=True, slots=True)
class Fact:
    """A number and what it counts: ``72 km`` ``running``."""

    value: str
    label: str


@dataclass(frozen=True, slots=True)
class Why:
    """A reason or a finding: its text and, if a rule says so, the rule's page."""

    text: str
    rule: Link | None
