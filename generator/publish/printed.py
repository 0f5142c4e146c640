"""Files of the site that were printed: by path below ``build/pages``, and as bytes."""

from __future__ import annotations

from collections.abc import Iterable

Part = tuple[tuple[str, bytes], ...]


def printed(pages: Iterable[tuple[str, str]]) -> Part:
    """Return pages as they are written."""
    return tuple((path, text.encode("utf-8")) for path, text in pages)


def add_files(files: dict[str, bytes], part: Iterable[tuple[str, bytes]]) -> None:
    """Add files to those of other parts; ValueError if two want one address."""
    for path, content in part:
        if path in files:
            raise ValueError(f"two pages want the address of {path}")
        files[path] = content
