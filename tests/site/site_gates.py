"""Independent programs that judge a folder of HTML. Each returns what it found, one line a finding."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

from site_project import ROOT

VNU = ROOT / "node_modules" / "vnu-jar" / "build" / "dist" / "vnu.jar"


def nothing(found: list[str]) -> None:
    """Fail with every finding on a line of its own, where pytest would show the first of a list."""
    assert not found, "\n" + "\n".join(found)


def dead_links_by_lychee(site: Path) -> list[str]:
    """Pages, anchors, pictures and style sheets that a page names and that are not there."""
    lychee = Path(sys.executable).with_name("lychee")
    done = _run(
        str(lychee), "--offline", "--include-fragments", "--no-progress", "--index-files", "index.html",
        "--root-dir", str(site), f"{site}/**/*.html",
    )  # fmt: skip
    _refuse_crash(done, "lychee", known=(0, 2))
    found = [line for line in done.stdout.splitlines() if line.startswith("[ERROR]")]
    assert bool(found) == (done.returncode == 2), done.stdout
    return found


def dead_links_by_html_proofer(site: Path) -> list[str]:
    """The same by another program; it also asks for alternative texts of pictures."""
    done = _run("htmlproofer", "--disable-external", str(site))
    _refuse_crash(done, "htmlproofer", known=(0, 1))
    said = done.stdout + done.stderr
    assert ("finished successfully" if done.returncode == 0 else "HTML-Proofer found") in said, said
    return [line.strip() for line in said.splitlines() if line.lstrip().startswith("*")]


def html_errors(*sites: Path) -> list[str]:
    """What breaks the HTML standard in folders or single pages, by the standard's own validator."""
    assert VNU.is_file(), "the HTML validator is not installed: run make node_modules/.ready"
    done = _run("java", "-jar", str(VNU), "--errors-only", "--skip-non-html", *map(str, sites))
    _refuse_crash(done, "vnu", known=(0, 1))
    found = [line for line in done.stderr.splitlines() if re.search(r": (fatal )?error", line)]
    assert bool(found) == (done.returncode == 1), done.stderr
    return found


def _run(*command: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(command, capture_output=True, text=True, check=False, timeout=300)


def _refuse_crash(done: subprocess.CompletedProcess[str], program: str, known: tuple[int, ...]) -> None:
    """A program that could not run has found nothing, and that must not look like a clean site."""
    assert done.returncode in known, f"{program} ended with {done.returncode}\n{done.stdout}\n{done.stderr}"
