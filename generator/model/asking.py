"""Small readings of what an author asked: which day a name means, how many sessions a text allows."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable

from generator.model.definition import Authored, PhaseText
from generator.model.vocabulary import WEEKDAYS

_DAY = re.compile(r"^day (\d{1,2})$")
_SESSIONS = {
    "base": (2, 3),
    "base_hold": (1, 2),
    "heavy": (2, 2),
    "power": (1, 2),
    "maintenance": (1, 1),
    "taper": (0, 1),
}


def nearest(word: str, known: Iterable[str]) -> str:
    """Return a hint that names the nearest known word, or nothing."""
    found = difflib.get_close_matches(word, list(known), n=1, cutoff=0.6)
    return f"Did you mean '{found[0]}'?" if found else ""


def day_position(name: str, authored: Authored) -> int | None:
    """Return the position (from 0) of ``tuesday``, ``tue`` or ``day 9`` in the microcycle; None if not a day of it."""
    days = authored.definition.microcycle_days
    numbered = _DAY.match(name.strip().lower())
    if numbered:
        number = int(numbered[1])
        return number - 1 if 1 <= number <= days else None
    word = name.strip().lower()
    full = next((day for day in WEEKDAYS if len(word) >= 3 and day.startswith(word)), None)
    if full is None or days != 7:
        return None
    return (WEEKDAYS.index(full) - WEEKDAYS.index(authored.definition.week_starts)) % 7


def sessions_range(block: PhaseText) -> tuple[int, int]:
    """Return the least and most key lifts a week that a phase asks for (its kind's default if it does not say)."""
    text = block.strength.sessions
    if text is None:
        return _SESSIONS.get(block.strength.kind, (0, 0))
    numbers = [int(n) for n in re.findall(r"\d", text)]
    return numbers[0], numbers[-1]
