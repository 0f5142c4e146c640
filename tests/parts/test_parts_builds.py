"""Parts in builds: what is not changed is not made again, what is damaged is, and parts know nothing of one another."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from random import Random

import pytest
from everything import EVERYTHING
from parts_damage import DAMAGES
from parts_project import built, copy_sources, differing, made_files
from serve_project import EPOCH, checkout, command

from generator.inputs import plan_keys
from generator.parts.record import read_record
from generator.processes import WORKERS

#: One of a record, one of a file that was made, and one of what is not ours; all in the long run.
QUICK = ("another_letter", "gone", "foreign")


@pytest.fixture(scope="module")
def cold(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A checkout that was built once."""
    root = checkout(tmp_path_factory.mktemp("parts") / "project")
    built(root)
    return root


@pytest.fixture
def project(cold: Path, tmp_path: Path) -> Path:
    """A copy of it, with all that the build left; times of files stay."""
    return shutil.copytree(cold, tmp_path / "project", symlinks=True)


def _record(root: Path, plan: str) -> dict[str, object]:
    found: dict[str, object] = json.loads((root / "build" / "cache" / "plans" / f"{plan}.json").read_text("utf-8"))
    return found


def _site(root: Path) -> dict[str, bytes]:
    return {name: content for name, content in made_files(root).items() if name.startswith("site/")}


def _times(folder: Path) -> dict[str, int]:
    return {path.relative_to(folder).as_posix(): path.stat().st_mtime_ns for path in folder.rglob("*.html")}


def test_only_the_changed_plan_is_made_again(project: Path) -> None:
    before, site = {plan: _record(project, plan) for plan in ("winter", "short")}, project / "site"
    times = _times(site)
    plan = project / "plans" / "dated.yaml"
    plan.write_text(plan.read_text("utf-8").replace("From January on.", "From January to spring."), "utf-8")
    files = built(project)
    if EVERYTHING:
        assert differing(files, built(copy_sources(project, project.with_name("aside")))) == []
    assert {plan: _record(project, plan) for plan in ("winter", "short")} == before
    now = _times(site)
    new = {name for name in now if now[name] != times[name]}
    assert "plans/dated/index.html" in new
    assert not any(name.startswith(("plans/winter/", "plans/short/")) for name in new)


def test_a_plan_is_known_however_its_folder_is_named(cold: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(cold)
    here, whole = ({path.name: key for path, key in plan_keys(root).items()} for root in (Path(), cold))
    assert here == whole
    assert len(set(here.values())) == 3


def test_nothing_is_written_where_nothing_changed(project: Path) -> None:
    built(project)  # the copy stands elsewhere, which the navigation names
    files = {path: path.stat() for path in project.rglob("*") if path.is_file() and path.name != "lock"}
    done = command(project, "build")
    assert done.returncode == 0
    assert "3 plans, 0 errors" in done.stdout
    now = {path: path.stat() for path in project.rglob("*") if path.is_file() and path.name != "lock"}
    kept = [path for path in files if "__pycache__" not in path.parts]
    assert [path for path in kept if path not in now or now[path].st_mtime_ns != files[path].st_mtime_ns] == []


@pytest.mark.parametrize(
    ("damage", "seed"),
    [
        pytest.param(
            damage,
            seed,
            id=f"{seed}-{damage.__name__}",
            marks=[] if seed == 1 and damage.__name__ in QUICK else [pytest.mark.long],
        )
        for damage in DAMAGES
        for seed in (1, 2, 3)
    ],
)
def test_damage_is_noticed_and_made_good(project: Path, cold: Path, damage: object, seed: int) -> None:
    assert callable(damage)
    told = damage(Random(seed), project)
    assert differing(built(project), made_files(cold)) == [], told


@pytest.mark.parametrize("name", ["../../../outside.txt", "/tmp/outside.txt", "index.html", "plans/../../outside.txt"])
def test_a_record_that_speaks_of_other_files_is_none(project: Path, name: str) -> None:
    path = project / "build" / "cache" / "plans" / "winter.json"
    assert read_record(path) is not None
    said = json.loads(path.read_text("utf-8"))
    site = next(part for part in said["kept"] if isinstance(part, list) and part and "index.html" in str(part[0]))
    site[0][0] = name
    path.write_text(json.dumps(said), "utf-8")
    assert read_record(path) is None


def test_a_plan_that_is_gone_leaves_nothing_behind(project: Path) -> None:
    (project / "plans" / "short.yaml").unlink()
    shutil.rmtree(project / "published")
    built(project)
    assert sorted(path.stem for path in (project / "build" / "cache" / "plans").iterdir()) == ["dated", "winter"]
    assert not (project / "site" / "plans" / "short").exists()
    assert not (project / "build" / "pages" / "plans" / "short").exists()


@pytest.mark.long
def test_a_plans_files_are_the_same_whatever_others_there_are(project: Path, cold: Path) -> None:
    for name in ("short", "dated"):
        (project / "plans" / f"{name}.yaml").unlink()
    shutil.rmtree(project / "published")
    alone, among = built(copy_sources(project, project.with_name("alone"))), made_files(cold)
    own = [name for name in among if "/plans/winter/" in name]
    assert len(own) > 20
    assert [name for name in own if alone.get(name) != among[name]] == []


@pytest.mark.parametrize("count", [pytest.param("1", marks=pytest.mark.long), "5"])
def test_which_process_made_what_is_seen_in_no_file(cold: Path, tmp_path: Path, count: str) -> None:
    aside = copy_sources(cold, tmp_path / "aside")
    shutil.rmtree(aside / "published")
    environment = os.environ | {"PYTHONPATH": str(aside), "SOURCE_DATE_EPOCH": EPOCH, WORKERS: count}
    program = [sys.executable, "-m", "generator", "build"]
    done = subprocess.run(program, cwd=aside, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert differing(made_files(aside), made_files(cold)) == []


def test_two_builds_at_once_do_no_harm(project: Path) -> None:
    plan = project / "plans" / "winter.yaml"
    plan.write_text(plan.read_text("utf-8").replace("title: ", "title: Dark "), "utf-8")
    aside = copy_sources(project, project.with_name("aside"))
    environment = os.environ | {"PYTHONPATH": str(project), "SOURCE_DATE_EPOCH": EPOCH}
    program = [sys.executable, "-m", "generator", "build"]
    both = [subprocess.Popen(program, cwd=project, env=environment, stderr=subprocess.DEVNULL) for _ in range(2)]
    assert [one.wait(300) for one in both] == [0, 0]
    assert differing(made_files(project), built(aside)) == []


def test_settings_that_want_one_run_of_mkdocs_get_one(project: Path) -> None:
    (project / "hooks.py").write_text("def on_page_content(html, **_):\n    return html + '<p>hooked</p>'\n", "utf-8")
    with (project / "mkdocs.yml").open("a", encoding="utf-8") as settings:
        settings.write("\nhooks: [hooks.py]\n")
    files = built(project)
    assert b"<p>hooked</p>" in files["site/plans/winter/index.html"]
    if EVERYTHING:
        assert differing(files, built(copy_sources(project, project.with_name("aside")))) == []


def test_shards_join_to_the_same_site(cold: Path, tmp_path: Path) -> None:
    machines = [copy_sources(cold, tmp_path / f"machine-{number}") for number in (1, 2)]
    joined = copy_sources(cold, tmp_path / "joined")
    for root in (*machines, joined):
        shutil.rmtree(root / "published")
    for number, machine in enumerate(machines, 1):
        done = command(machine, "build", "--shard", f"{number}/2")
        assert done.returncode == 0, done.stderr
        assert not (machine / "site").exists()
        shard = f"build/shard-{number}-of-2"
        shutil.copytree(machine / shard, joined / shard, copy_function=shutil.copyfile)
    done = command(joined, "join")
    assert done.returncode == 0, done.stderr
    assert differing(made_files(joined), made_files(cold)) == []
    shutil.rmtree(joined / "build" / "shard-2-of-2")
    missing = command(joined, "join")
    assert missing.returncode == 1
    assert "plans/short.yaml:1:1: error no shard holds this plan as its sources are here" in missing.stderr
    plan = joined / "plans" / "dated.yaml"
    plan.write_text(plan.read_text("utf-8") + "# changed\n", "utf-8")
    shutil.copytree(machines[1] / "build" / "shard-2-of-2", joined / "build" / "shard-2-of-2")
    other = command(joined, "join")
    assert other.returncode == 1
    assert "plans/dated.yaml:1:1: error no shard holds this plan as its sources are here" in other.stderr
    assert differing(_site(joined), _site(cold)) == []


def test_where_there_is_no_shard_it_is_said(project: Path) -> None:
    none = command(project, "join")
    assert none.returncode == 1
    assert "there is no shard to join" in none.stderr
    nothing = command(project, "join", "plans")
    assert nothing.returncode == 1
    assert "this is no shard" in nothing.stderr
