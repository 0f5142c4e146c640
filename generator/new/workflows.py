"""The workflows of a new project: those that hardday itself is checked and published with, with hardday installed."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.metadata import version
from pathlib import Path

from generator.shipped import SHIPPED

_FOLDERS, _FILES = (".github", ".gitlab"), (".gitlab-ci.yml",)
#: In hardday's own checkout it is installed from there; elsewhere from what requirements.txt names.
_FROM_CHECKOUT, _FROM_LIST = "--editable . --constraint constraints.txt", "--requirement requirements.txt"
_REQUIREMENTS = """# Where the workflows get hardday from: the version that your plans are checked and published with.
# From a repository of yours: hardday @ git+https://HOST/OWNER/hardday@TAG
hardday=={version}
"""


def workflow_files(root: Path) -> Iterator[tuple[str, bytes]]:
    """Yield workflows and what they need: path and content; nothing where a repository has workflows of its own."""
    if any((root / name).exists() for name in (*_FOLDERS, *_FILES)):
        return
    there = [path for folder in _FOLDERS for path in sorted((SHIPPED / folder).rglob("*")) if path.is_file()]
    for path in (*there, *(SHIPPED / name for name in _FILES if (SHIPPED / name).is_file())):
        text = (
            path.read_text("utf-8").replace(_FROM_CHECKOUT, _FROM_LIST).replace("constraints.txt", "requirements.txt")
        )
        yield path.relative_to(SHIPPED).as_posix(), text.encode("utf-8")
    yield "requirements.txt", _REQUIREMENTS.format(version=version("hardday")).encode("utf-8")
