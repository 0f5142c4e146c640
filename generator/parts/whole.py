"""A site made in one run of MkDocs, for settings that let pages depend on one another: plugins, hooks, a navigation."""

from __future__ import annotations

import subprocess
import sys

from generator.kept_sites import site_paths
from generator.link_check import dead_links
from generator.model.finding import Diagnostic, Place
from generator.parts.files import Files, seen
from generator.parts.laying import Laid


def mkdocs_site(laid: Laid) -> tuple[Files, tuple[Diagnostic, ...]]:
    """Let MkDocs publish build/pages aside and follow every link; return the files, and what is wrong."""
    root, aside = laid.ground.root, site_paths(laid.ground.root).next
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", str(aside)]
    done = subprocess.run(command, cwd=root, capture_output=True, text=True, check=False)
    if done.returncode:
        complaints = [line for line in done.stderr.splitlines() if line.startswith(("ERROR", "WARNING", "Error"))]
        lines = complaints or [done.stderr.strip()[-400:] or "MkDocs failed without a word"]
        place = Place("mkdocs.yml", 1, 1)
        return {}, tuple(Diagnostic(place, "error", None, f"MkDocs says: {line}") for line in lines)
    dead = dead_links(aside, laid.ground.settings.address, "build/site-next")
    names = (path.relative_to(aside).as_posix() for path in aside.rglob("*") if path.is_file())
    return {name: seen(aside, name) for name in names}, dead
