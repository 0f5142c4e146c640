"""Which Pythons and which dependencies are tried, and with which tests."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import tomllib
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
LOWEST, PINNED = "constraints-lowest.txt", "constraints.txt"

#: Tests that ask much of the dependencies and take at most three minutes of one core.
TESTS = ("tests/rules", "tests/schedule", "tests/definition", "tests/publish", "tests/html", "tests/long_life")

#: What these tests need beside the program, by the names that pyproject.toml gives in its extra `dev`.
TESTERS = ("hypothesis", "icalendar", "playwright", "pytest", "pytest-timeout", "pytest-xdist")


@dataclass(frozen=True, slots=True)
class Combination:
    """A Python and versions of dependencies that must work together.

    ``python`` is its version, ``3.12``; with ``constraints``, a file of the project's root, pip takes the versions in
    it, else the highest that pyproject.toml allows.
    """

    python: str
    constraints: str | None = None

    @property
    def name(self) -> str:
        """``3.12`` with the highest versions, ``3.11-lowest`` with the lowest, ``3.12-pinned`` with the project's."""
        how = {LOWEST: "-lowest", PINNED: "-pinned", None: ""}
        return f"{self.python}{how[self.constraints]}"


#: Those of which every version is said, so that they pass tomorrow as they do today. The long tests run them.
FIXED = (Combination("3.11", LOWEST), Combination("3.12", PINNED), Combination("3.13", PINNED))
COMBINATIONS = (*FIXED, Combination("3.11"), Combination("3.12"), Combination("3.13"))


def python_of(version: str) -> str | None:
    """Return the path of a Python that really runs, by its version such as ``3.12``; None if there is none.

    One may stand among PATH's names and not run, where a version manager has it switched off; what such a manager keeps
    beside its own Pythons counts, too.
    """
    beside = Path(sys.base_prefix).parent.glob(f"{version}*/bin/python{version}")
    for path in (shutil.which(f"python{version}"), *map(str, sorted(beside))):
        if path and not subprocess.run([path, "-c", "import venv"], capture_output=True, check=False).returncode:
            return path
    return None


def project(root: Path = ROOT) -> dict[str, object]:
    """Return the table ``[project]`` of ``pyproject.toml``."""
    found: dict[str, object] = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    return found


def normal(name: str) -> str:
    """Return a package's name as PyPI compares names: ``types_PyYAML`` is ``types-pyyaml``."""
    return re.sub(r"[-_.]+", "-", name).lower()


def package(requirement: str) -> str:
    """Return the package that a requirement names, ``mkdocs`` for ``mkdocs>=1.6,<2``."""
    return normal(re.split(r"[\s\[<>=!~;]", requirement, maxsplit=1)[0])


def lower_bound(requirement: str) -> str | None:
    """Return the lowest version that a requirement allows, None where it sets none."""
    found = re.search(r"(?:>=|==)\s*([\w.]+)", requirement)
    return found[1] if found else None


def pins(path: Path) -> dict[str, str]:
    """Return the versions of a file of lines ``package==version``, by normal name; ValueError for any other line."""
    found: dict[str, str] = {}
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        text = line.partition("#")[0].strip()
        if not text:
            continue
        pinned = re.fullmatch(r"([\w.-]+)==([\w.+!-]+)", text)
        if not pinned:
            raise ValueError(f"{path.name}:{number}: {text!r} pins no version. Write it as package==1.2.3.")
        found[normal(pinned[1])] = pinned[2]
    return found
