"""Copies of a built site with a seeded defect."""

from __future__ import annotations

import os
import shutil
from pathlib import Path


def spoilt(site: Path, to: Path, address: str, before: str, added: str) -> Path:
    """Copy a site into the new folder ``to`` with a text put before another in one page. Other files are shared."""
    shutil.copytree(site, to, copy_function=os.link)
    page = to / address / "index.html"
    text = page.read_text("utf-8")
    assert text.count(before) == 1, before
    page.unlink()
    page.write_text(text.replace(before, added + before), "utf-8")
    return to
