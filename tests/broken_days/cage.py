"""A cage for a build: no network, no right to anything but its own outputs, and every act of it noted."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from broken_days_project import OUTPUTS, ROOT, acts

#: A user who owns nothing, by the number that systems give to `nobody`.
NOBODY = 65534
SOURCES = ("mkdocs.yml", "plans", "templates")
_NOT_OURS = ["--reuid", str(NOBODY), "--regid", str(NOBODY), "--clear-groups"]
_NO_RIGHTS = ["--bounding-set=-all", "--inh-caps=-all", "--no-new-privs"]
#: Who may make code of text, and of what: templates, dataclasses, types that are written as text, modules.
MAKES_CODE = {
    "jinja2.environment": "templates, as Jinja compiles them",
    "dataclasses": "methods of dataclasses",
    "collections": "named tuples",
    "typing": "types that are written as text in our own modules",
    "typing_inspection.typing_objects": "the same",
    "importlib._bootstrap": "modules",
    "importlib._bootstrap_external": "modules",
    "runpy": "python -m generator",
    "attr._make": "methods of classes",
    "annotationlib": "types that are written as text in our own modules",
}
#: Whose classes may come out of what processes of one build hand each other, or of Babel's own data.
OWN_CLASSES = ("generator.", "concurrent.futures.process", "babel.", "datetime", "builtins", "collections", "pathlib")


def whoever() -> list[str] | None:
    """Return how to run a program as a user without rights: `nobody`, or ourselves with no right of root.

    The second where `nobody` can't even read this Python; None where neither can be had.
    """
    if os.geteuid() or not shutil.which("setpriv") or not shutil.which("unshare"):
        return None
    for user in (_NOT_OURS, []):
        words = ["setpriv", *user, *_NO_RIGHTS]
        looked = [*words, sys.executable, "-c", "import mkdocs, generator"]
        if not subprocess.run(
            looked, cwd="/", env={"PYTHONPATH": str(ROOT)}, capture_output=True, check=False
        ).returncode:
            return words
    return None


def caged(project: Path, user: list[str]) -> list[str]:
    """Return the words of a command that runs another in the cage; the project's outputs become that user's.

    Its folder is one in which everybody may make files and nobody may touch another's, as a site that changes places
    with the next one needs; its sources are mounted for reading only.
    """
    number = NOBODY if "--reuid" in user else os.geteuid()
    for name in OUTPUTS:
        folder = project / name
        folder.mkdir(exist_ok=True)
        for path in (folder, *folder.rglob("*")):
            os.chown(path, number, number, follow_symlinks=False)
    project.chmod(0o1777)
    binds = "".join(f"mount --bind {name} {name} && mount -o remount,ro,bind {name} && " for name in SOURCES)
    return ["unshare", "--net", "--mount", "sh", "-c", f'{binds}exec "$@"', "cage", *user]


def wrong_acts(project: Path, log: Path, beside: tuple[Path, ...]) -> Iterator[str]:
    """Yield what a watched build did that it must not do. ``beside``: where else it may write."""
    own = tuple(f"{place}/" for place in (*(project / name for name in OUTPUTS), *beside))
    for act, _, about in acts(log):
        what, *rest = map(str, about)
        if act.startswith("socket.") or act.startswith("urllib."):
            yield f"network: {act} {about}"
        elif act == "subprocess.Popen":
            if what != "git" or not isinstance(about[1], list):
                yield f"another program: {about}"
        elif act in ("os.system", "os.exec", "os.posix_spawn", "os.spawn", "pty.spawn", "os.startfile"):
            yield f"another program: {act} {about}"
        elif act in ("exec", "compile"):
            if rest[1] not in MAKES_CODE:
                yield f"code of text: {act} {about}"
        elif act == "pickle.find_class":
            if not what.startswith(OWN_CLASSES):
                yield f"an object of a pickle: {about}"
        else:
            places = (os.path.normpath(project / str(one)) for one in about if isinstance(one, str))
            for place in places:
                if not f"{place}/".startswith(own) and place != "/dev/null":
                    yield f"written elsewhere: {act} {place}"


def words_of(found: Iterator[str]) -> str:
    """Return some of them as a message."""
    return json.dumps(sorted(set(found))[:10], indent=1)
