"""A page as it comes out of a printer: printed by Chromium, read back by poppler's programs."""

from __future__ import annotations

import re
import subprocess
import tempfile
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Page

PAPERS = ("A4", "Letter")
#: What Chromium's own dialog takes where a page says nothing; ours is given by the style sheet.
DEFAULT_MARGINS = dict.fromkeys(("top", "right", "bottom", "left"), "1cm")
_FINE = 3
"""How much poppler enlarges a page before it tells the size of letters in whole points; it goes no further."""


@dataclass(frozen=True)
class Paper:
    """What was printed: each page's text in the order in which it is read, the smallest letters, their colors."""

    pages: tuple[str, ...]
    smallest_pt: float
    colors: frozenset[str]

    def missing(self, wanted: Iterable[str]) -> list[str]:
        """The texts that are not found, each looked for behind the one before it. Spaces and capitals don't count."""
        whole, at, missing = _plain("".join(self.pages)), 0, []
        for text in wanted:
            found = whole.find(_plain(text), at)
            if found < 0:
                missing.append(text)
            else:
                at = found + len(_plain(text))
        return missing


def spoil(page: Page, css: str) -> None:
    """Seed a defect, a rule for paper, in place of the last one.

    Not by Playwright's own way, which waits for code that a page may not run.
    """
    page.evaluate(
        """css => {
            const sheet = document.querySelector("style.spoilt") ?? document.createElement("style");
            sheet.className = "spoilt";
            sheet.textContent = `@media print {${css}}`;
            document.head.append(sheet);
        }""",
        css,
    )


def printed(page: Page, size: str, margins: dict[str, str] | None = None) -> Paper:
    """Print an open page on one size of paper."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "printed.pdf"
        page.pdf(path=file, format=size, margin=margins)  # type: ignore[arg-type]
        return read_paper(file)


def read_paper(file: Path) -> Paper:
    """Read a PDF."""
    count = int(re.findall(r"^Pages:\s+(\d+)$", _said("pdfinfo", str(file)), re.M)[0])
    pages = _said("pdftotext", "-raw", str(file), "-").split("\f")[:-1]
    assert len(pages) == count, "pdfinfo and pdftotext disagree"
    fonts = _said("pdftohtml", "-xml", "-stdout", "-i", "-zoom", str(_FINE), str(file))
    sizes = [int(size) / _FINE for size in re.findall(r'<fontspec id="\d+" size="(\d+)"', fonts)]
    assert sizes, "no letters on the paper"
    return Paper(tuple(pages), min(sizes), frozenset(re.findall(r'<fontspec [^>]*color="(#\w+)"', fonts)))


def _plain(text: str) -> str:
    return re.sub(r"\s", "", text).casefold()


def _said(*command: str) -> str:
    return subprocess.run(command, capture_output=True, text=True, check=True, timeout=60).stdout
