"""What a build keeps for the next one: plain JSON files below ``build/cache``, each with the name of its format.

A file that is damaged, cut short, of another format or from elsewhere is none: what it spoke of is made anew.
"""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import TypeVar

from generator.parts.codec import decode, encode

T = TypeVar("T")
#: Below the project.
CACHE = Path("build") / "cache"
#: A key has forty letters.
_LONGEST = 60


def kept_text(form: str, value: object) -> str:
    """Return the text of a file that holds frozen data."""
    said = {"format": form, "kept": encode(value)}
    return json.dumps(said, ensure_ascii=False, separators=(",", ":")) + "\n"


def read_kept(path: Path, form: str, kind: type[T]) -> T | None:
    """Return the data that a file holds; None if there is none that we know."""
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
        if not isinstance(data, dict) or data.get("format") != form:
            return None
        found: T = decode(kind, data["kept"])
    except (OSError, ValueError, KeyError, RecursionError):
        return None
    return found


def first_text(path: Path, form: str) -> str:
    """Return the text with which the data of a file begins; nothing if there is none.

    Nothing else of the file is read, and it may yet turn out to be none that we know.
    """
    beginning = f'{{"format":"{form}","kept":["'.encode()
    try:
        with path.open("rb") as file:
            found = file.read(len(beginning) + _LONGEST)
    except OSError:
        return ""
    text, _, rest = found.removeprefix(beginning).partition(b'"')
    return text.decode("ascii") if found.startswith(beginning) and rest and text.isalnum() else ""


def write_kept(path: Path, text: str) -> None:
    """Write a file, whole or not at all."""
    path.parent.mkdir(parents=True, exist_ok=True)
    aside = path.with_name(f".{path.name}.part")
    aside.write_text(text, encoding="utf-8")
    os.replace(aside, path)
