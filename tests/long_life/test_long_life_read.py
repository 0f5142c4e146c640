"""What earlier versions wrote is read by today's program: plans, ledgers, definitions, logs and saved pages."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path

import pytest
from command_in_process import Run, running
from formats import FIXTURES, ROOT, fixtures

from generator.bookmarks import ledger as addresses
from generator.model.finding import Refused
from generator.plan_json.read import read_plan
from generator.publish.calendars import ledger as calendars

PLANS = fixtures("plan@1")
DEFINITIONS = fixtures("definition")


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Run hardday's commands."""
    return running(monkeypatch, capsys)


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project with today's library and policies that has published nothing yet."""
    folder = tmp_path_factory.mktemp("long") / "project"
    for name in ("library", "policies"):
        shutil.copytree(ROOT / "plans" / name, folder / "plans" / name)
    shutil.copy2(ROOT / "mkdocs.yml", folder)
    return folder


def ids(paths: list[Path]) -> list[str]:
    return [path.stem for path in paths]


@pytest.mark.parametrize("file", PLANS, ids=ids(PLANS))
def test_a_plan_is_audited_compared_and_counted(run: Run, file: Path) -> None:
    for command in (["audit", file], ["diff", file, file], ["stats", file]):
        done = run(*command)
        assert done.status == 0, done.err


@pytest.mark.parametrize("file", DEFINITIONS, ids=ids(DEFINITIONS))
def test_a_definition_expands(run: Run, project: Path, file: Path) -> None:
    done = run("check", "--project", project, file)
    assert done.status == 0, done.err


@pytest.mark.parametrize("reader", [addresses, calendars], ids=["addresses", "calendars"])
def test_a_record_is_read_whole(tmp_path: Path, reader: object) -> None:
    folder, name = reader.FORMAT.removeprefix("hardday/"), reader.FILE  # type: ignore[attr-defined]
    for file in fixtures(folder):
        said = json.loads(file.read_text(encoding="utf-8"))
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(file.read_text(encoding="utf-8"), encoding="utf-8")
        read = reader.read_ledger(tmp_path)  # type: ignore[attr-defined]
        assert set(getattr(read, "entries", read)) == set(said[folder.partition("@")[0].replace("calendars", "events")])


@pytest.mark.parametrize("reader", [addresses, calendars], ids=["addresses", "calendars"])
def test_a_record_of_a_later_version_is_refused_and_stays(tmp_path: Path, reader: object) -> None:
    folder, name = reader.FORMAT.removeprefix("hardday/"), reader.FILE  # type: ignore[attr-defined]
    later = fixtures(folder)[0].read_text(encoding="utf-8").replace("@1", "@9", 1)
    (tmp_path / name).parent.mkdir()
    (tmp_path / name).write_text(later, encoding="utf-8")
    with pytest.raises(Refused):
        reader.read_ledger(tmp_path)  # type: ignore[attr-defined]
    assert (tmp_path / name).read_text(encoding="utf-8") == later


def browser_reads(fixtures_folder: Path) -> str:
    script = Path(__file__).with_name("browser_reads.mjs")
    done = subprocess.run(["node", str(script), str(fixtures_folder)], capture_output=True, text=True, timeout=60)
    return done.stdout + done.stderr


def test_the_browser_reads_every_log_and_every_saved_page() -> None:
    files = [file for folder in ("log@1", "offline@1", "offline@2") for file in fixtures(folder)]
    assert browser_reads(FIXTURES) == f"{len(files)} files are read\n"


def test_a_log_with_a_field_that_was_renamed_is_found(tmp_path: Path) -> None:
    for folder in ("log@1", "offline@1", "offline@2"):
        (tmp_path / folder).mkdir()
    text = fixtures("log@1")[0].read_text(encoding="utf-8").replace('"soreness"', '"ache"')
    (tmp_path / "log@1" / "other.json").write_text(text, encoding="utf-8")
    assert "holds something that does not belong there" in browser_reads(tmp_path)


def test_a_plan_with_a_key_that_was_renamed_is_found() -> None:
    text = PLANS[0].read_text(encoding="utf-8").replace('"sessions"', '"workouts"', 1)
    with pytest.raises(Refused):
        read_plan(text, "x.json")
