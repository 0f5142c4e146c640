"""What all checks share: their shape, how they name a fault, and the walk over phases."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from generator.model.definition import Authored, Keys, PhaseText
from generator.model.finding import Diagnostic
from generator.model.quoting import nearest, quoted
from generator.model.vocabulary import WEEKDAYS

Known = dict[str, frozenset[str]]
SenseCheck = Callable[[Authored, Known], Iterator[Diagnostic]]


def error(authored: Authored, keys: Keys, message: str, hint: str = "", rule: str | None = None) -> Diagnostic:
    """Return an error at the value of these keys."""
    return Diagnostic(authored.place(*keys), "error", rule, message, hint)


def error_at_key(authored: Authored, keys: Keys, message: str, hint: str = "") -> Diagnostic:
    """Return an error at the key itself: a day's name, a rule's name."""
    return Diagnostic(authored.key_place(*keys), "error", None, message, hint)


def blocks_of(authored: Authored) -> Iterator[tuple[Keys, PhaseText]]:
    """Yield each phase or stage with the keys that lead to it."""
    for index, block in enumerate(authored.definition.blocks):
        yield authored.block_keys(index), block


def not_a_day(authored: Authored, name: str) -> tuple[str, str]:
    """Return message and hint for a name that is no day of the microcycle."""
    most = authored.definition.microcycle_days
    if most == 7:
        return f"{quoted(name)} is not a weekday", nearest(name.lower(), WEEKDAYS) or "Write it out: monday to sunday."
    return f"{quoted(name)} is not a day of this microcycle", f"Write day 1 to day {most}."


def count(number: int, noun: str) -> str:
    """Return ``1 run`` or ``3 runs``."""
    return f"{number} {noun}{'' if number == 1 else 's'}"
