"""Facts that several pages share."""

from __future__ import annotations

from generator.frozen import frozen


@frozen
class Link:
    """A text and the address it leads to, from the site's root."""

    text: str
    address: str


@frozen
class Fact:
    """A number and what it counts: ``72 km`` ``running``."""

    value: str
    label: str


@frozen
class Why:
    """A reason or a finding: its text and, if a rule says so, the rule's page."""

    text: str
    rule: Link | None
