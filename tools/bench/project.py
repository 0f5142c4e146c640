"""A project of many plans for the benchmark: the shipped plans with other paces, distances, days and lifts.

No two are alike, and each is a plan that builds: a change that breaks one of the rules is left out.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

from generator.checking import expand_one
from generator.project import open_project

ROOT = Path(__file__).resolve().parents[2]
_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_AMOUNT = re.compile(r"(\d+(?:\.\d+)?)((?:-\d+(?:\.\d+)?)?) (km|mi)\b")
_SCALED = re.compile(r"^( +(?:volume|long): )(.*)$", re.M)
_PACE = re.compile(r"^(easy_pace: )(\d+):(\d\d)", re.M)
_FIXED = re.compile(r"^(days|wishes):\n((?:  \w+:.*\n)+)", re.M)


def make_project(folder: Path, plans: int) -> list[Path]:
    """Write a project of so many plans into a new folder; return its definitions. The same number, the same bytes."""
    (folder / "plans").mkdir(parents=True)
    shutil.copy2(ROOT / "mkdocs.yml", folder / "mkdocs.yml")
    for name in ("library", "policies"):
        shutil.copytree(ROOT / "plans" / name, folder / "plans" / name)
    shutil.copytree(ROOT / "templates", folder / "templates")
    project = open_project(folder)
    shipped = sorted((ROOT / "plans").glob("*.yaml"))
    made: list[Path] = []
    for number in range(plans):
        original = shipped[number % len(shipped)]
        path = folder / "plans" / f"{original.stem}-{number // len(shipped) + 1:03d}.yaml"
        for text in _variants(original.read_text("utf-8"), number // len(shipped)):
            path.write_text(text, "utf-8")
            found, _ = expand_one(project, path)
            if found is not None:
                break
        else:
            raise RuntimeError(f"no variant of {original.name} builds")
        made.append(path)
    return made


def _variants(text: str, number: int) -> Iterator[str]:
    """Yield what a plan becomes, from the one that is most unlike the shipped one to the one that is most like it."""
    titled = re.sub(r"^title: (.*)$", lambda found: f"title: {found[1]}, No. {number + 1}", text, count=1, flags=re.M)
    paced = _PACE.sub(lambda found: found[1] + _later(int(found[2]), int(found[3]), number), titled)
    scale = 1 + 0.004 * (number % 25 - 12)
    scaled = _SCALED.sub(lambda found: found[1] + _scaled(found[2], scale), paced)
    if "calendar:" in text:
        yield from (paced, titled)
        return
    yield from (_shifted(scaled, number), scaled, _shifted(paced, number), paced, titled)


def _later(minutes: int, seconds: int, number: int) -> str:
    whole = minutes * 60 + seconds + number % 45
    return f"{whole // 60}:{whole % 60:02d}"


def _scaled(amounts: str, scale: float) -> str:
    def one(text: str) -> str:
        return f"{float(text) * scale:.1f}".removesuffix(".0")

    return _AMOUNT.sub(lambda f: one(f[1]) + (f"-{one(f[2][1:])}" if f[2] else "") + f" {f[3]}", amounts)


def _shifted(text: str, number: int) -> str:
    """Let the week's fixed days and wishes stand some days later."""
    def later(found: re.Match[str]) -> str:
        rows = re.sub(r"^  (\w+)", lambda day: f"  {_next(day[1], number % 3)}", found[2], flags=re.M)
        return f"{found[1]}:\n{rows}"

    return _FIXED.sub(later, text)


def _next(day: str, days: int) -> str:
    return _WEEKDAYS[(_WEEKDAYS.index(day) + days) % 7] if day in _WEEKDAYS else day
