"""A project in an empty folder: settings, library, policies, and what git shall not keep. Templates stay in hardday."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

from generator.model.finding import Diagnostic, Place, Refused
from generator.new.text import scalar
from generator.new.workflows import workflow_files
from generator.shipped import SHIPPED

#: What may lie in a folder that a project begins in: a repository's own files.
_HARMLESS = frozenset({".git", ".github", ".gitlab", "LICENSE", "LICENSE.md", ".gitattributes", ".editorconfig"})
_LIBRARY = ("plans/library", "plans/policies")
#: Example values of the settings that come with hardday; a clinic's site begins without them.
_EMPTY = ("phone", "email", "address", "booking")
_IGNORED = "# Built by hardday; never committed.\nbuild/\nsite/*\n!site/.gitignore\n.cache/\n"
_SITE_IGNORED = "# What hardday publishes goes here; git keeps the folder alone.\n*\n!.gitignore\n"
_EDITOR = {"recommendations": ["redhat.vscode-yaml"]}
_README = """# {clinic}: training plans

Written with hardday: a plan is a file in `plans/`, the site is built into `site/`.

```
hardday new            # another plan: a few questions
hardday check          # what is wrong, in which line, and what would be right
hardday serve          # the pages in your browser, new with every change you save
hardday build          # the site, in site/
```

Your clinic's name, colors and links stand in `mkdocs.yml`, under `extra.clinic`. Exercises, quality runs and sources
are yours to change in `plans/library/`; after that `hardday schema --write` tells your editor.
Commit everything but `build/` and `site/`.
"""


def refuse_what_is_no_place(root: Path) -> None:
    """Refused unless the folder is new, empty, or holds only what a fresh repository does."""
    shown = str(root)
    if root.is_symlink() or (root.exists() and not root.is_dir()):
        raise Refused((Diagnostic(Place(shown, 1, 1), "error", None, "a project needs a folder of its own"),))
    there = sorted(path.name for path in root.iterdir()) if root.exists() else []
    odd = [name for name in there if name not in _HARMLESS]
    if odd:
        message = f"a project begins in an empty folder, and {odd[0]} is here already"
        hint = "Name a new folder with --project, or leave --start out to add a plan to a project."
        raise Refused((Diagnostic(Place(shown, 1, 1), "error", None, message, hint),))


def project_files(root: Path, clinic: str) -> Iterator[tuple[str, bytes]]:
    """Yield every file of a new project but its plans and their schema: path and content."""
    for folder in _LIBRARY:
        for path in sorted((SHIPPED / folder).glob("*.yaml")):
            yield f"{folder}/{path.name}", path.read_bytes()
    texts = {
        "mkdocs.yml": _settings(clinic),
        ".gitignore": _IGNORED,
        "site/.gitignore": _SITE_IGNORED,
        ".vscode/extensions.json": json.dumps(_EDITOR, indent=2) + "\n",
        "README.md": _README.format(clinic=clinic),
    }
    for name, text in texts.items():
        yield name, text.encode("utf-8")
    yield from workflow_files(root)


def _settings(clinic: str) -> str:
    """Return the settings that come with hardday, with the clinic's name and without what is an example."""
    text = (SHIPPED / "mkdocs.yml").read_text("utf-8")
    text = re.sub(r"(?m)^  custom_dir: templates/theme\n", "", text, count=1)
    head, clinic_key, rest = text.partition("\n  clinic:\n")
    rest = re.sub(r"(?m)^    name: .*$", lambda _: f"    name: {scalar(clinic)}", rest, count=1)
    for key in _EMPTY:
        rest = re.sub(rf"(?m)^    {key}: .*$", f'    {key}: ""', rest, count=1)
    return f"{head}{clinic_key}{rest}"
