"""Keys: what stands for all that something is made of. The same key, the same bytes."""

from __future__ import annotations

import hashlib
from pathlib import Path

from generator.inputs import Inputs
from generator.program import program


def key_of(*parts: str) -> str:
    """Return what stands for some texts, in their order."""
    return hashlib.sha256("\0".join(parts).encode("utf-8")).hexdigest()[:40]


def ground_key(inputs: Inputs) -> str:
    """Return the key of all that is no plan: two grounds with one key make the same parts."""
    return key_of(program(), inputs.shared, inputs.settings, inputs.words, inputs.locale, inputs.theme)


def part_key(ground: str, inputs: Inputs, path: Path) -> str:
    """Return what stands for all that a plan's part is made of, but for what the project's records say of it."""
    return key_of(ground, inputs.plans[path])


def sources_key(inputs: Inputs, *others: str) -> str:
    """Return what stands for all that a site is made of, and for some others."""
    plans = (f"{path.name} {key}" for path, key in inputs.plans.items())
    return key_of(ground_key(inputs), inputs.records, *others, *plans)
