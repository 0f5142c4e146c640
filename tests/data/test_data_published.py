"""The index of plans and the schemas, as the pages have them: every address is there, every number is the plan's."""

from __future__ import annotations

import json
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from site_project import copy_sources

from generator.build import build_pages
from generator.plan_json.schema import index_schema, plan_schema
from generator.report.progress import unseen

SITE = "https://training.example.org/"
NAMES = ("club-half", "marathon-competitive", "return-from-injury", "given-club-half")


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The pages of a few plans: dated races, stages, a given calendar, a dated plan."""
    project = copy_sources(tmp_path_factory.mktemp("data") / "project")
    for plan in (project / "plans").glob("*.yaml"):
        if plan.stem not in NAMES:
            plan.unlink()
    dated = project / "plans" / "club-half.yaml"
    dated.write_text(dated.read_text("utf-8").replace("easy_pace:", "start: 2027-01-04\neasy_pace:", 1), "utf-8")
    for kept in (project / "published").glob("*"):
        kept.unlink()
    result = build_pages(project, unseen)
    assert not result.failed, result.diagnostics
    return project / "build" / "pages"


@pytest.fixture(scope="module")
def index(pages: Path) -> dict[str, Any]:
    data: dict[str, Any] = json.loads((pages / "plans" / "index.json").read_text("utf-8"))
    return data


def test_the_published_schemas_are_those_of_the_command_and_accept_what_is_published(
    pages: Path, index: dict[str, Any]
) -> None:
    plan, whole = (json.loads((pages / "schemas" / name).read_text("utf-8")) for name in ("plan.json", "index.json"))
    assert plan == plan_schema(SITE)
    assert whole == index_schema(SITE)
    assert plan["$id"] == f"{SITE}schemas/plan.json"
    Draft202012Validator.check_schema(whole)
    Draft202012Validator(whole).validate(index)
    for one in index["plans"]:
        Draft202012Validator(plan).validate(json.loads((pages / one["plan_json"]).read_text("utf-8")))


def test_every_plan_is_there_and_every_address_leads_somewhere(pages: Path, index: dict[str, Any]) -> None:
    assert (index["format"], index["site"], index["language"]) == ("hardday/index@1", SITE, "en")
    assert sorted(one["id"] for one in index["plans"]) == sorted(
        path.parent.name for path in pages.glob("plans/*/plan.json")
    )
    for one in index["plans"]:
        for address in (one["address"], *(phase["address"] for phase in one["phases"])):
            assert (pages / address / "index.md").is_file(), address
        for calendar in one["calendars"]:
            for address in (calendar["address"], calendar["private_address"]):
                assert (pages / address).read_bytes().startswith(b"BEGIN:VCALENDAR"), address
    files = {path.relative_to(pages).as_posix() for path in pages.glob("plans/*/*.ics")}
    said = [calendar for one in index["plans"] for calendar in one["calendars"]]
    assert files == {calendar[name] for calendar in said for name in ("address", "private_address")}


def _training_m(day: dict[str, Any]) -> int:
    return sum(s["distance_m"] or 0 for s in day["sessions"] if s["sport"] == "run" and s["kind"] != "race")


def test_numbers_are_those_of_each_plans_json(pages: Path, index: dict[str, Any]) -> None:
    for one in index["plans"]:
        plan = json.loads((pages / one["plan_json"]).read_text("utf-8"))
        assert [one[key] for key in ("id", "title", "units", "weeks")] == [
            plan["id"], plan["title"], plan["units"], len(plan["weeks"]),
        ]  # fmt: skip
        without = [sum(map(_training_m, week["days"])) for week in plan["weeks"]]
        assert one["peak_run_distance_m"] == max(without)
        for phase, there in zip(one["phases"], plan["phases"], strict=True):
            assert {key: there[key] for key in phase if key != "address"} == {
                key: value for key, value in phase.items() if key != "address"
            }
        assert (one["race"] is None) == (plan["race"] is None)


def test_a_dated_plan_and_real_races_have_calendars(index: dict[str, Any]) -> None:
    by_id = {one["id"]: one for one in index["plans"]}
    (club,) = by_id["club-half"]["calendars"]
    assert (club["name"], club["start"]) == ("Half marathon with a club", "2027-01-04")
    assert club["address"] == "plans/club-half/calendar.ics"
    assert [one["name"] for one in by_id["marathon-competitive"]["calendars"]] == [
        "Springfield Marathon",
        "Riverton Marathon",
    ]
    assert by_id["return-from-injury"]["staged"]


@pytest.mark.parametrize(
    ("key", "value"),
    [("weeks", "20"), ("units", "miles"), ("reviewed_by", 3), ("phases", None), ("calendars", [{}]), ("address", None)],
)
def test_a_wrong_index_is_refused(index: dict[str, Any], key: str, value: Any) -> None:
    wrong = deepcopy(index)
    wrong["plans"][0][key] = value
    assert not Draft202012Validator(index_schema()).is_valid(wrong)
    del wrong["plans"][0][key]
    assert not Draft202012Validator(index_schema()).is_valid(wrong)
