"""A checkout with a spare folder, as a few builds leave it, and programs that build it under special conditions."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

from parts_project import built
from serve_project import EPOCH, checkout

from generator.kept_sites import VERSION_FILE, version_file, version_of
from generator.processes import WORKERS

PLAN = "dated"

#: Builds the site and kills itself right before its n-th act upon a site's folder; 0 lives, and prints how many.
KILLED = """
import os, signal, sys
from pathlib import Path

own, last, acts = os.getpid(), int(sys.argv[1]), 0

def watched(real):
    def act(*places, **named):
        global acts
        if os.getpid() == own and any("/build/site-" in str(place) for place in places):
            acts += 1
            if acts == last:
                os.kill(own, signal.SIGKILL)
        return real(*places, **named)
    return act

for name in ("link", "unlink", "replace", "rename", "mkdir", "rmdir", "open", "scandir"):
    setattr(os, name, watched(getattr(os, name)))

from generator.build import build_site
from generator.report.progress import unseen

build_site(Path.cwd(), unseen)
print(acts)
"""

#: Builds the site where no file can have a second name.
WITHOUT_LINKS = """
import errno, os
from pathlib import Path

def link(*places, **named):
    raise OSError(errno.EPERM, os.strerror(errno.EPERM))

os.link = link
from generator.build import build_site
from generator.report.progress import unseen

build_site(Path.cwd(), unseen)
"""

#: Builds the site, and looks through the spare folder when another process has made a page; prints where that stands.
LOOKED_LATE = """
import time
from pathlib import Path

from generator.build import build_site
from generator.parts import building
from generator.report.progress import unseen

real = building.same_files

def same_files(folder, site):
    until, page = time.monotonic() + 120, "plans/dated/week-01/index.html"
    (folder / page).unlink()
    while time.monotonic() < until:
        made = sorted(path.name for path in folder.parent.glob("site-next*") if (path / page).exists())
        if made:
            print(made)
            break
        time.sleep(0.01)
    return real(folder, site)

building.same_files = same_files
build_site(Path.cwd(), unseen)
"""


def with_spare(to: Path) -> Path:
    """Return a checkout that keeps two earlier sites, and whose next one will be built in a spare folder."""
    root = checkout(to)
    for number in range(2):
        change(root, number)
        built(root)
    build = root / "build"
    shutil.copytree(build / "site-before" / "1", build / "site-before" / "2", copy_function=os.link)
    shutil.copytree(root / "site", build / "site-spare", copy_function=os.link)
    return root


def copy_of(root: Path, to: Path) -> Path:
    """Copy a checkout; files that are one under two names there are one here."""
    subprocess.run(["cp", "-a", str(root), str(to)], check=True)
    return to


def change(root: Path, number: int) -> None:
    """Change one of the plans."""
    path = root / "plans" / f"{PLAN}.yaml"
    lines = path.read_text("utf-8").split("\n")
    at = next(index for index, line in enumerate(lines) if line.startswith("title: "))
    lines[at] = f"title: Number {number}"
    path.write_text("\n".join(lines), "utf-8")


def started(root: Path, code: str, *arguments: str, workers: int = 1) -> subprocess.Popen[str]:
    """Start a program of these lines in a checkout, with the program that was copied there."""
    own = {"PYTHONPATH": str(root), "SOURCE_DATE_EPOCH": EPOCH, "NO_MKDOCS_2_WARNING": "1", WORKERS: str(workers)}
    program = [sys.executable, "-c", code, *arguments]
    pipe = subprocess.PIPE
    return subprocess.Popen(program, cwd=root, env=os.environ | own, stdout=pipe, stderr=pipe, text=True)


def ended(program: subprocess.Popen[str]) -> str:
    """Return what a program printed, which must have ended well."""
    said, wrong = program.communicate(timeout=600)
    assert program.returncode == 0, wrong[-2000:]
    return said


def is_whole(site: Path) -> bool:
    """True for a site that holds the files that its version speaks of, and no others."""
    files = [(path.relative_to(site).as_posix(), path.read_bytes()) for path in site.rglob("*") if path.is_file()]
    said = json.loads(version_file(site, files))
    return (site / VERSION_FILE).is_file() and bool(said["content"] == version_of(site).content)
