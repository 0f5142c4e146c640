"""``hardday new`` as somebody runs it: at a terminal, with options, in a project and in an empty folder."""

from __future__ import annotations

import os
import pty
import re
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner, Result
from site_project import ROOT, copy_sources, run_tool

from generator.cli import cli

HARDDAY = Path(sys.executable).with_name("hardday")


def hardday(*arguments: str, cwd: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    return run_tool("hardday", *arguments, cwd=cwd, **environment)


def quickly(*arguments: str | Path) -> Result:
    """The same within this process."""
    return CliRunner().invoke(cli, ["new", *map(str, arguments)])


@pytest.fixture
def project(tmp_path: Path) -> Path:
    return copy_sources(tmp_path / "project")


@pytest.fixture(scope="module")
def kept(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project into which nothing may be written; every test that is refused shares it."""
    return copy_sources(tmp_path_factory.mktemp("kept") / "project")


def plans_of(project: Path) -> set[str]:
    return {path.name for path in (project / "plans").glob("*.yaml")}


def test_without_a_word_there_is_a_plan_that_builds(project: Path) -> None:
    before = plans_of(project)
    done = hardday("new", "--yes", cwd=project)
    assert (done.returncode, done.stderr) == (0, "")
    assert plans_of(project) - before == {"half-marathon-recreational.yaml"}
    assert "16 weeks (Base 8, Heavy 4, Maintenance 2, Taper and race 2)" in done.stdout
    checked = hardday("check", "plans/half-marathon-recreational.yaml", cwd=project)
    assert checked.returncode == 0
    assert checked.stdout.startswith("1 plan, 0 errors, 0 warnings")


def test_options_answer_and_nobody_is_asked_where_nobody_sits(project: Path) -> None:
    runner = ("--audience", "masters", "--race", "10k", "--weeks", "12", "--runs", "5", "--long-day", "sat")
    distances = ("--units", "mi", "--now", "25", "--peak", "30")
    done = quickly(
        *runner, *distances, "--title", "Masters: a fast 10K", "--author", "D. Example", "--project", project
    )
    assert done.exit_code == 0, done.stderr
    written = yaml.safe_load((project / "plans" / "masters-a-fast-10k.yaml").read_text("utf-8"))
    assert (written["title"], written["audience"], written["units"]) == ("Masters: a fast 10K", "masters", "mi")
    assert written["race"] == {"distance": "10k", "week": 12, "day": "saturday"}
    assert written["phases"][0]["running"]["volume"][0] == "25 mi"


def test_what_is_printed_is_what_is_written(project: Path) -> None:
    before = plans_of(project)
    printed = hardday("new", "--yes", "--id", "ours", "--dry-run", cwd=project)
    assert plans_of(project) == before
    assert printed.stdout.startswith("# yaml-language-server: $schema=definition.schema.json\n")
    hardday("new", "--yes", "--id", "ours", cwd=project)
    assert (project / "plans" / "ours.yaml").read_text("utf-8") == printed.stdout


def test_the_comments_teach_what_to_do_next(kept: Path) -> None:
    text = quickly("--yes", "--id", "ours", "--dry-run", "--project", kept).stdout
    for word in (
        "hardday check plans/ours.yaml",
        "hardday explain plans/ours.yaml",
        "hardday serve",
        "/rules/",
        "reviewed:",
    ):
        assert word in text
    assert max(map(len, text.splitlines())) <= 130


@pytest.mark.parametrize("name", ["marathon-first", "half"])
def test_nothing_is_written_over(name: str, project: Path) -> None:
    (project / "plans" / "half.yml").write_text("mine\n", "utf-8")
    before = {path: path.read_bytes() for path in (project / "plans").rglob("*") if path.is_file()}
    done = hardday("new", "--yes", "--id", name, cwd=project)
    assert done.returncode == 2
    assert "is there already" in done.stderr
    assert {path: path.read_bytes() for path in (project / "plans").rglob("*") if path.is_file()} == before


@pytest.mark.parametrize(
    ("option", "value", "told"),
    [
        ("--audience", "mastrs", "Did you mean 'masters'?"),
        ("--race", "maraton", "Did you mean 'marathon'?"),
        ("--weeks", "5", "not a whole number from 6 to 30"),
        ("--runs", "many", "not a whole number from 3 to 6"),
        ("--long-day", "sonday", "Did you mean 'sunday'?"),
        ("--units", "yards", "not one of km, mi"),
        ("--now", "40 mi", "is in mi; this plan is in km"),
        ("--easy-pace", "6:00", "has no unit"),
        ("--easy-pace", "0:30 /km", "an easy pace lies between"),
        ("--id", "../escape", "can't be an address"),
        ("--title", " ", "nothing is written"),
        ("--author", "x" * 301, "at most 300"),
        ("--title", "a\x1b[31mb", "can't be seen"),
    ],
)
def test_an_answer_that_can_t_be_read_is_wrong_usage(option: str, value: str, told: str, kept: Path) -> None:
    before = plans_of(kept)
    done = quickly("--yes", option, value, "--project", kept)
    assert done.exit_code == 2
    assert option in done.stderr
    assert told in " ".join(done.stderr.split())
    assert plans_of(kept) == before


def test_answers_that_don_t_fit_write_nothing_and_say_which_to_change(kept: Path) -> None:
    before = plans_of(kept)
    done = quickly("--yes", "--id", "steep", "--now", "40", "--peak", "150", "--runs", "6", "--project", kept)
    assert done.exit_code == 1
    assert re.fullmatch(
        r"plans/steep\.yaml:1:1: error nothing is written: .*\. Answer --peak \d+ or less.*\n", done.stderr
    )
    assert plans_of(kept) == before


def test_a_folder_without_plans_is_told_how_to_begin(tmp_path: Path) -> None:
    done = hardday("new", "--yes", cwd=tmp_path)
    assert done.returncode == 1
    assert "hardday new --start" in done.stderr
    assert list(tmp_path.iterdir()) == []


def _at_a_terminal(typed: list[str], cwd: Path) -> tuple[int, str]:
    """Run ``hardday new`` in a terminal of its own, an answer typed at each question; return how it ended."""
    child, terminal = pty.fork()
    if child == 0:
        os.chdir(cwd)
        os.environ["TERM"] = "xterm"
        os.execv(HARDDAY, [str(HARDDAY), "new"])
    shown = b""
    deadline = time.monotonic() + 60
    answers = iter(typed)
    asked = 0
    while time.monotonic() < deadline:
        try:
            read = os.read(terminal, 4096)
        except OSError:
            break
        if not read:
            break
        shown += read
        if len(re.findall(rb"\]: ?$", shown)) and shown.count(b"]: ") > asked:
            asked = shown.count(b"]: ")
            os.write(terminal, next(answers, "").encode() + b"\n")
    _, status = os.waitpid(child, 0)
    return os.waitstatus_to_exitcode(status), shown.decode("utf-8", "replace")


def test_at_a_terminal_every_question_is_asked_with_its_usual_answer(project: Path) -> None:
    typed = ["masters", "ten", "10k", "", "", "saturday", "", "", "", "", "", "", "Dana Example"]
    status, shown = _at_a_terminal(typed, project)
    assert status == 0, shown
    for question in ("Who is the runner?", "Which race", "How many weeks?", "How many runs", "Which day", "miles?"):
        assert question in shown
    assert "'ten' is not a race" in shown
    written = yaml.safe_load((project / "plans" / "10k-masters.yaml").read_text("utf-8"))
    assert (written["audience"], written["race"]["distance"], written["race"]["day"]) == ("masters", "10k", "saturday")
    assert written["author"] == "Dana Example"


def test_an_empty_folder_becomes_a_project_that_builds(tmp_path: Path) -> None:
    clinic = tmp_path / "clinic"
    clinic.mkdir()
    subprocess.run(["git", "init", "-q"], cwd=clinic, check=True)
    done = hardday("new", "--start", "--clinic", "Riverside: Physio", "--yes", cwd=clinic)
    assert (done.returncode, done.stderr) == (0, "")
    settings = yaml.safe_load((clinic / "mkdocs.yml").read_text("utf-8"))
    assert settings["extra"]["clinic"]["name"] == "Riverside: Physio"
    assert not settings["extra"]["clinic"]["phone"]
    assert not (clinic / "templates").exists()
    workflow = (clinic / ".github" / "workflows" / "check.yml").read_text("utf-8")
    assert "--requirement requirements.txt" in workflow
    assert "constraints.txt" not in workflow
    assert re.search(r"^hardday==\d", (clinic / "requirements.txt").read_text("utf-8"), re.M)
    assert (clinic / "plans" / "library" / "exercises.yaml").read_bytes() == (
        ROOT / "plans" / "library" / "exercises.yaml"
    ).read_bytes()
    checked = hardday("check", cwd=clinic)
    assert (checked.returncode, checked.stderr) == (0, ""), "the schema beside the plans is this project's own"
    built = hardday("build", cwd=clinic)
    assert built.returncode == 0, built.stderr
    page = (clinic / "site" / "plans" / "half-marathon-recreational" / "week-09" / "index.html").read_text("utf-8")
    assert "Riverside: Physio" in page
    assert "Example Clinic" not in page
    status = subprocess.run(
        ["git", "status", "--porcelain", "-uall"], cwd=clinic, capture_output=True, text=True, check=True
    )
    assert not [
        line
        for line in status.stdout.splitlines()
        if "build/" in line or (line.startswith("?? site/") and ".gitignore" not in line)
    ]
    again = hardday("new", "--yes", "--race", "none", cwd=clinic)
    assert again.returncode == 0, again.stderr


def test_a_project_s_workflows_are_sound(tmp_path: Path) -> None:
    """The same programs that judge hardday's own workflows: actionlint and zizmor."""
    assert quickly("--start", "--yes", "--project", tmp_path / "clinic").exit_code == 0
    workflows = sorted((tmp_path / "clinic" / ".github" / "workflows").glob("*.yml"))
    assert len(workflows) >= 2
    audited = run_tool("zizmor", "--offline", "--quiet", *map(str, workflows), cwd=tmp_path)
    assert audited.returncode == 0, audited.stdout


def test_workflows_that_are_there_stay(tmp_path: Path) -> None:
    mine = tmp_path / ".github" / "workflows" / "mine.yml"
    mine.parent.mkdir(parents=True)
    mine.write_text("name: mine\n", "utf-8")
    assert quickly("--start", "--yes", "--project", tmp_path).exit_code == 0
    assert [path.name for path in mine.parent.iterdir()] == ["mine.yml"]
    assert not (tmp_path / ".gitlab-ci.yml").exists()


@pytest.mark.parametrize("there", ["mkdocs.yml", "plans/x.yaml", "notes.txt"])
def test_a_project_begins_in_an_empty_folder_alone(there: str, tmp_path: Path) -> None:
    (tmp_path / there).parent.mkdir(exist_ok=True)
    (tmp_path / there).write_text("mine\n", "utf-8")
    done = hardday("new", "--start", "--yes", cwd=tmp_path)
    assert done.returncode == 1
    assert "a project begins in an empty folder" in done.stderr
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == [tmp_path / there]


def test_a_new_folder_is_made_for_a_project(tmp_path: Path) -> None:
    done = hardday("new", "--start", "--yes", "--project", "clinic", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "clinic" / "mkdocs.yml").is_file()
    assert "--project clinic" in done.stdout


@pytest.mark.long
def test_an_installed_package_brings_all_that_a_project_needs(tmp_path: Path) -> None:
    """As after ``pip install``, with no checkout at hand: the wheel alone begins, checks and builds a project."""
    source = tmp_path / "source"
    source.mkdir()
    for name in (
        "generator",
        "templates",
        "plans",
        "mkdocs.yml",
        "pyproject.toml",
        "setup.py",
        "README.md",
        "LICENSE",
        ".github",
    ):
        copy = shutil.copytree if (ROOT / name).is_dir() else shutil.copy2
        copy(ROOT / name, source / name)
    wheel = [
        sys.executable,
        "-m",
        "pip",
        "wheel",
        "--quiet",
        "--no-deps",
        "-w",
        tmp_path,
        source,
    ]
    subprocess.run(wheel, check=True, capture_output=True)
    packages = tmp_path / "packages"
    [built] = tmp_path.glob("*.whl")
    install = [sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--target", packages, built]
    subprocess.run(install, check=True, capture_output=True)
    shutil.rmtree(source)

    def installed(*arguments: str) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-m", "generator", *arguments, "--project", str(tmp_path / "clinic")]
        environment = {**os.environ, "PYTHONPATH": str(packages), "NO_MKDOCS_2_WARNING": "1"}
        return subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, text=True, check=False)

    begun = installed("new", "--start", "--yes")
    assert begun.returncode == 0, begun.stderr
    built_site = installed("build")
    assert built_site.returncode == 0, built_site.stderr
    inherited = (tmp_path / "clinic" / "build" / "run-hardday-pages-first.yml").read_text("utf-8")
    assert str(packages) in inherited
    assert (tmp_path / "clinic" / "site" / "index.html").is_file()
    assert (tmp_path / "clinic" / ".github" / "workflows" / "check.yml").is_file()
