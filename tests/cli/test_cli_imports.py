"""A command loads what it needs when it runs: what takes long to load is not felt on short commands."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from cli_runs import PLAN, ROOT
from site_project import SOURCE_DATE_EPOCH

from generator.processes import WORKERS

#: What takes longest to load.
LIBRARIES = {"babel", "icalendar", "jinja2", "markdown", "mkdocs", "multiprocessing", "openpyxl", "rich", "watchdog"}
#: What reads and expands a plan, too.
READERS = {"pydantic", "pydantic_core", "yaml"}
PUBLISHERS = {"generator.html", "generator.publish.markdown", "generator.publish.site", "generator.whole_site"}
STAGES = {"generator.checking", "generator.pipeline", "generator.progress", "generator.rules", "generator.schedule"}
RUN = """
import sys
from generator.cli import main
try:
    main()
finally:
    print("\\n" + " ".join(sys.modules))
"""


def loaded(*arguments: str | Path) -> set[str]:
    """Return the names of all modules that are loaded when a command ends."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "SOURCE_DATE_EPOCH": SOURCE_DATE_EPOCH}
    command = [sys.executable, "-c", RUN, *map(str, arguments)]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False, timeout=300)
    assert done.returncode == 0, done.stderr
    modules = set(done.stdout.splitlines()[-1].split())
    assert "generator.cli" in modules
    return modules


def test_help_loads_the_commands_alone() -> None:
    modules = loaded("--help")
    assert not modules & (LIBRARIES | READERS | PUBLISHERS | STAGES)
    ours = {name for name in modules if name.startswith("generator.") and not name.startswith("generator.cli")}
    assert {name.split(".")[1] for name in ours} <= {"frozen", "model", "report"}


@pytest.mark.parametrize("command", ["check", "expand"])
def test_what_publishes_is_not_loaded_to_look_at_a_plan(command: str, project: Path) -> None:
    modules = loaded(command, project / PLAN, "--project", project)
    assert "generator.pipeline" in modules
    assert not modules & (LIBRARIES | PUBLISHERS | {"generator.moves", "generator.compare", "generator.plan_json.read"})


@pytest.mark.site
def test_a_build_in_which_nothing_changed_reads_no_plan(built_project: Path, tmp_path: Path) -> None:
    project = shutil.copytree(built_project, tmp_path / "project", symlinks=True)
    modules = loaded("build", "--project", project)
    assert "generator.build" in modules
    assert not modules & (LIBRARIES | READERS | PUBLISHERS | STAGES)


@pytest.mark.site
def test_a_build_of_one_changed_plan_leaves_its_printing_to_another_process(
    built_project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    project = shutil.copytree(built_project, tmp_path / "project", symlinks=True)
    plan = project / PLAN
    text = plan.read_text("utf-8")
    plan.write_text(re.sub(r"(?m)^(easy_pace: \d:\d)\d", r"\g<1>7", text), "utf-8")
    assert plan.read_text("utf-8") != text
    monkeypatch.setenv(WORKERS, "2")
    modules = loaded("build", "--project", project)
    assert {"generator.parts.plan", "mkdocs"} <= modules
    printing = {"generator.moves", "generator.project", "generator.publish.markdown", "generator.publish.site"}
    assert not modules & (READERS - {"yaml"} | STAGES - {"generator.rules", "generator.progress"} | printing)
