"""Puts what comes with hardday (page templates, library, policies, settings) into the installed package.

All else about the package stands in pyproject.toml. In an editable installation nothing is copied: the files of the
checkout are read where they stand.
"""

import shutil
from pathlib import Path

from setuptools import setup
from setuptools.command.build_py import build_py

ROOT = Path(__file__).resolve().parent
FOLDERS = ("templates", "plans/library", "plans/policies", ".github", ".gitlab")
FILES = ("mkdocs.yml", ".gitlab-ci.yml")


class WithShippedFiles(build_py):
    """Copies the files once the modules are in place."""

    def run(self):
        """Build the modules, then copy what generator/shipped.py looks for."""
        super().run()
        if self.editable_mode:
            return
        target = Path(self.build_lib) / "generator" / "shipped_files"
        shutil.rmtree(target, ignore_errors=True)
        for name in FOLDERS:
            if (ROOT / name).is_dir():
                shutil.copytree(ROOT / name, target / name)
        for name in FILES:
            if (ROOT / name).is_file():
                target.mkdir(parents=True, exist_ok=True)
                shutil.copy2(ROOT / name, target / name)


setup(cmdclass={"build_py": WithShippedFiles})
