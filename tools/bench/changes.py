"""What an author changes between two builds. Each time it is something new, so that nothing kept from before fits."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

from tools.bench.measure import Failed

_SLOWER = 11  # seconds a kilometer or mile: enough for minutes to be others, too little for any rule to mind
_LINE = '<p class="hd-soft">Benchmark {}</p>'


def change_plan(checkout: Path, time: int) -> None:
    """Give the first plan an easy pace that is slower; ``time`` counts the changes, from 1."""
    path = min((checkout / "plans").glob("*.yaml"))
    _change(path, r"^(easy_pace: )(\d+):(\d\d)", lambda f: f[1] + _clock(int(f[2]) * 60 + int(f[3]) + _SLOWER))


def change_exercise(checkout: Path, time: int) -> None:
    """Rename an exercise that many plans use."""
    path = checkout / "plans" / "library" / "exercises.yaml"
    _change(path, r"^(goblet-squat:\n  name: Goblet squat)(?: \d+)?$", lambda f: f"{f[1]} {time}")


def change_template(checkout: Path, time: int) -> None:
    """Put a line at the end of the template of every week's page, in the place of the one that was put there before."""
    path = checkout / "templates" / "pages" / "week.md.j2"
    before = re.escape(_LINE).replace(r"\{\}", r"\d+")
    _change(path, rf"\s*(?:{before}\s*)?\Z", lambda f: f"\n\n{_LINE.format(time)}\n")


def _change(path: Path, pattern: str, becomes: Callable[[re.Match[str]], str]) -> None:
    text, found = re.subn(pattern, becomes, path.read_text("utf-8"), count=1, flags=re.M)
    if not found:
        raise Failed(f"{path.name} is not as this benchmark knows it: there is no {pattern}")
    path.write_text(text, "utf-8")


def _clock(seconds: int) -> str:
    return f"{seconds // 60}:{seconds % 60:02d}"
