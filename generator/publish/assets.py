"""Style sheets and browser code, copied into the pages; the style sheets as one file, in the order of their names."""

from __future__ import annotations

from pathlib import Path

STYLE_SHEET = "assets/css/hardday.css"


def assets(folder: Path) -> dict[str, bytes]:
    """Return the assets below ``templates/assets`` by their path in the pages."""
    sheets = sorted((folder / "css").glob("*.css"))
    found = {STYLE_SHEET: b"\n".join(sheet.read_bytes() for sheet in sheets)}
    for path in sorted(folder.rglob("*")):
        if path.is_file() and path not in sheets:
            found[f"assets/{path.relative_to(folder).as_posix()}"] = path.read_bytes()
    return found
