"""Guides are whole texts: each block of one, a paragraph or a heading, is a message of the catalogue."""

from __future__ import annotations


def spoken_guide(source: str) -> str:
    """Return a guide's template with each block in the language that is spoken."""
    return source
