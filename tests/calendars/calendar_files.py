"""Where the calendars of many people lie, and how a workbook among them is made from its rows."""

from __future__ import annotations

from pathlib import Path

import yaml
from openpyxl import Workbook

CASES = Path(__file__).parents[1] / "cases" / "calendars"
NAMES = sorted(path.name.removesuffix(".expected.yaml") for path in CASES.glob("*.expected.yaml"))


def calendar_file(name: str, folder: Path) -> Path:
    """Return the calendar's file; a workbook is written into the folder from its rows first."""
    rows = CASES / f"{name}.xlsx.yaml"
    if not rows.exists():
        return next(path for kind in (".csv", ".md") if (path := CASES / f"{name}{kind}").exists())
    data = yaml.safe_load(rows.read_text(encoding="utf-8"))
    book = Workbook()
    sheet = book.active
    sheet.title = data["sheet"]
    for row in data["rows"]:
        sheet.append(row)
    book.save(folder / f"{name}.xlsx")
    return folder / f"{name}.xlsx"
