"""What a plan's week addresses meant before: for a word on the page, for the browser, for addresses that are gone."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field

from generator.frozen import frozen


@frozen
class Meaning:
    """A week that a page once showed: its phase's id and its place there, and the week that it is today.

    ``exact`` is False where that training is gone and this is the week that comes nearest.
    """

    phase: str
    place: int
    week: int
    exact: bool = True


@frozen
class OldAddress:
    """A week's address that is gone: the number in it, and the week that it leads to.

    ``several``: it meant more than one training in its time; then the browser knows best which one was bookmarked.
    """

    address: str
    number: int
    week: int
    exact: bool = True
    several: bool = False


@frozen
class Past:
    """All of it. ``edition`` counts from 1 and rises whenever the plan's weeks were renumbered.

    ``renumbered``: for the browser, what each week of an earlier edition is today: ``1e1-7s1,8n7,9-20s8 2e...``. In
    edition 1 weeks 1-7 were the same from 1 on; week 8 is gone and 7 is the nearest; weeks 9-20 are the same from 8 on.
    ``was``: by week number, what else its address meant before.
    """

    edition: int = 1
    renumbered: str = ""
    was: Mapping[int, tuple[Meaning, ...]] = field(default_factory=dict)
    old: tuple[OldAddress, ...] = ()
