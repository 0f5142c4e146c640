"""``python -m tools.versions [3.12 …]``: the chosen tests with each supported Python, lowest and highest dependencies.

Without names all combinations run, one after the other. A virtual environment is made for each below
``.cache/versions/`` and kept; ``--anew`` makes it again, so that the highest versions are today's. Ends with 1 if a
test fails, with 2 if a Python is missing.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys

from tools.versions.wanted import COMBINATIONS, ROOT, TESTERS, TESTS, Combination, package, project, python_of

ENVIRONMENTS = ROOT / ".cache" / "versions"


def main() -> int:
    """Run what was asked for; see the module."""
    options = _options()
    asked = [one for one in COMBINATIONS if not options.names or one.name in options.names]
    missing = [one for one in asked if python_of(one.python) is None]
    if missing:
        names = ", ".join(f"python{one.python}" for one in missing)
        print(f"{names}: not found, neither among PATH's names nor beside this Python", file=sys.stderr)
        return 2
    failed = [one.name for one in asked if not _passes(one, options.anew, options.tests or TESTS)]
    print(f"Failed: {', '.join(failed)}" if failed else f"Passed: {', '.join(one.name for one in asked)}")
    return 1 if failed else 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tools.versions", description=__doc__)
    parser.add_argument("names", nargs="*", help=f"of {', '.join(one.name for one in COMBINATIONS)}; all without")
    parser.add_argument("--anew", action="store_true", help="make the environments again")
    parser.add_argument("--tests", action="append", metavar="PATH", help="run these instead of the chosen ones")
    options = parser.parse_args()
    unknown = set(options.names) - {one.name for one in COMBINATIONS}
    if unknown:
        parser.error(f"no such combination: {', '.join(sorted(unknown))}")
    return options


def _passes(one: Combination, anew: bool, tests: list[str] | tuple[str, ...]) -> bool:
    python = _environment(one, anew)
    if python is None:
        print(f"{one.name}: could not be installed", file=sys.stderr)
        return False
    print(f"== {one.name}: {_versions(python)}", flush=True)
    command = [python, "-m", "pytest", "-q", "-p", "no:cacheprovider", "-m", "not browser and not site", *tests]
    return not subprocess.run(command, cwd=ROOT, env=_environ()).returncode


def _environ() -> dict[str, str]:
    """Return the environment without what a run of all tests around this one sets for itself."""
    return {name: value for name, value in os.environ.items() if not name.startswith(("HARDDAY_", "PYTEST_"))}


def _environment(one: Combination, anew: bool) -> str | None:
    """Return the Python of the combination's environment, made if it is not there; None if pip cannot make it."""
    folder = ENVIRONMENTS / one.name
    python = folder / "bin" / "python"
    done = folder / "ready"
    if anew or not done.exists():
        shutil.rmtree(folder, ignore_errors=True)
        folder.parent.mkdir(parents=True, exist_ok=True)
        found = python_of(one.python)
        assert found is not None
        subprocess.run([found, "-m", "venv", folder], check=True)
        install = [python, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "-e", ROOT, *_testers()]
        if subprocess.run([*install, *(["-c", ROOT / one.constraints] if one.constraints else [])]).returncode:
            return None
        done.touch()
    return str(python)


def _testers() -> list[str]:
    extras = project()["optional-dependencies"]
    assert isinstance(extras, dict)
    return [one for one in extras["dev"] if package(one) in TESTERS]


def _versions(python: str) -> str:
    listed = subprocess.run([python, "-m", "pip", "freeze", "--exclude-editable"], capture_output=True, text=True)
    main = {package(str(one)) for one in _listed()}
    return ", ".join(line for line in listed.stdout.splitlines() if package(line) in main)


def _listed() -> list[object]:
    found = project()["dependencies"]
    assert isinstance(found, list)
    return list(found)


if __name__ == "__main__":
    sys.exit(main())
