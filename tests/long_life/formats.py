"""Which formats there are in the code, which of them are promised to stay readable, and the shape of each schema."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]
FIXTURES = Path(__file__).parent / "fixtures"
_NAME = re.compile(r"hardday/([a-z-]+)@(\d+)")
_WRITTEN = re.compile(r"^(?:export )?(?:const )?(?:[A-Z_]*FORMAT)\s*=\s*\"hardday/([a-z-]+)@(\d+)\"", re.M)

#: What somebody keeps and brings back: every version that was ever on the main branch is read.
PROMISED = ("addresses", "calendars", "log", "offline", "plan")
#: What hardday only writes, for other programs: keys are added, none is renamed or taken away without a new number.
WRITTEN_ONLY = ("athlete", "diff", "explain", "export", "index", "stats")
#: What a build remembers below build/ for the next one: another version is passed over and made anew.
MADE_ANEW = ("around", "binding", "last", "part", "shared", "version")


def current(root: Path = ROOT) -> dict[str, int]:
    """Return the version of each format that today's program writes."""
    texts = [path.read_text(encoding="utf-8") for path in sources(root)]
    return {name: int(number) for text in texts for name, number in _WRITTEN.findall(text)}


def named(root: Path = ROOT) -> set[str]:
    """Return every format that the code names at all, as ``log@1``."""
    texts = [path.read_text(encoding="utf-8") for path in sources(root)]
    return {f"{name}@{number}" for text in texts for name, number in _NAME.findall(text)}


def sources(root: Path) -> list[Path]:
    """Return the program's own files."""
    return [*sorted((root / "generator").rglob("*.py")), *sorted((root / "templates" / "assets" / "js").rglob("*.js"))]


def fixtures(of: str) -> list[Path]:
    """Return the frozen files of a format, ``plan@1``; at least one."""
    found = sorted((FIXTURES / of).glob("*"))
    assert found, f"{of} has no fixture in {FIXTURES}"
    return found


def shape(schema: Any, at: str = "") -> Iterator[str]:
    """Yield a line for each key of a JSON Schema with its type, and for each value that it allows; no prose."""
    if isinstance(schema, list):
        for part in schema:
            yield from shape(part, at)
        return
    if not isinstance(schema, dict):
        return
    for name in ("type", "const", "enum", "pattern", "$ref"):
        if name in schema and isinstance(schema[name], (str, list, int)):
            yield f"{at} {name} {schema[name]}"
    if "required" in schema:
        yield f"{at} required {sorted(schema['required'])}"
    for name in ("properties", "$defs"):
        for key, inner in sorted(schema.get(name, {}).items()):
            yield from shape(inner, f"{at}/{key}")
    for name in ("items", "prefixItems", "anyOf", "oneOf", "allOf", "additionalProperties"):
        yield from shape(schema.get(name), f"{at}/{name}")


def digest(schema: Any) -> str:
    """Return the hash of a schema's shape: another one if any key, type or allowed value is another."""
    return hashlib.sha256("\n".join(sorted(set(shape(schema)))).encode()).hexdigest()[:16]
