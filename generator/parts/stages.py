"""How long each stage of a build works, for the benchmark: CPU seconds, of all processes together."""

from __future__ import annotations

import json
import os
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

#: Names a file: the build writes there what each of its stages took, as JSON.
TIMINGS = "HARDDAY_TIMINGS"
_spent: dict[str, float] = {}
_inside: list[float] = []


@contextmanager
def stage(name: str) -> Iterator[None]:
    """Count what the block works as that stage; a stage within it is not counted twice."""
    began = time.process_time()
    _inside.append(0.0)
    try:
        yield
    finally:
        worked = time.process_time() - began
        _spent[name] = _spent.get(name, 0.0) + worked - _inside.pop()
        if _inside:
            _inside[-1] += worked


def taken() -> Mapping[str, float]:
    """Return what was counted in this process since it was asked last."""
    found = dict(_spent)
    _spent.clear()
    return found


def count(spent: Mapping[str, float]) -> None:
    """Count what another process worked."""
    for name, seconds in spent.items():
        _spent[name] = _spent.get(name, 0.0) + seconds


def write_timings() -> None:
    """Write what was counted where ``HARDDAY_TIMINGS`` says; nothing if it does not."""
    file = os.environ.get(TIMINGS)
    if file:
        said = {name: round(seconds, 3) for name, seconds in taken().items()}
        Path(file).write_text(json.dumps(said, indent=1) + "\n", encoding="utf-8")
