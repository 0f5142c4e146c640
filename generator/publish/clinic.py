"""The clinic as guides name it, from ``extra.clinic`` of mkdocs.yml."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Clinic:
    """The clinic. ``contact`` is how to reach it in a sentence; ``booking`` a web address or empty."""

    name: str
    contact: str
    booking: str


def clinic_from(extra: Mapping[str, Any]) -> Clinic:
    """Read the clinic from mkdocs.yml's ``extra``; what is missing is named in general words."""
    given = extra.get("clinic")
    said = given if isinstance(given, Mapping) else {}
    reached = [str(said[key]) for key in ("phone", "email") if said.get(key)]
    return Clinic(
        name=str(said.get("name") or "your clinic"),
        contact=" or ".join(reached) or "the clinic",
        booking=str(said.get("booking") or ""),
    )
