"""A subscriber is told of each change once and of nothing else: UIDs, SEQUENCE and DTSTAMP by the committed ledger."""

from __future__ import annotations

import subprocess
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

import pytest
from ics_making import athlete_of
from ics_projects import dated_plans, project_of
from ics_readers import READERS, values
from library_texts import read_library_texts
from site_project import ROOT

from generator.build import build_pages
from generator.model.finding import Refused
from generator.model.plan import Day, Plan
from generator.pipeline import expand
from generator.project import open_project
from generator.publish.calendars.feeds import Feeds, calendar_feeds, event_uid
from generator.publish.calendars.ledger import FILE as LEDGER
from generator.publish.calendars.ledger import Ledger, Revision, read_ledger, write_ledger
from generator.publish.texts import LibraryTexts, PlanPage, PlanTexts
from generator.report.progress import unseen

SITE = "https://training.example.org/"
FIRST, LATER = 1_800_000_000, 1_810_000_000
FILE = "plans/mondays/city-run.ics"
PRIVATE = "plans/mondays/city-run-busy.ics"
Build = Callable[..., Feeds]


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> PlanPage:
    """A plan with two real races."""
    path = tmp_path_factory.mktemp("ledger") / "mondays.yaml"
    path.write_text(dated_plans()["mondays.yaml"], encoding="utf-8")
    plan = expand(open_project(ROOT), path, path.name).plan
    return PlanPage(plan, PlanTexts(id="mondays", title="A race", summary=""), "")


@pytest.fixture(scope="module")
def library() -> LibraryTexts:
    return read_library_texts(ROOT / "plans" / "library")


@pytest.fixture
def feeds(library: LibraryTexts) -> Build:
    """Build a page's calendars: `feeds(page, ledger, epoch)`."""

    def build(page: PlanPage, ledger: Ledger | None = None, epoch: int = FIRST, site: str = SITE) -> Feeds:
        return calendar_feeds((page,), library, site, ledger or {}, epoch)

    return build


def with_plan(page: PlanPage, plan: Plan) -> PlanPage:
    return replace(page, plan=plan)


def with_day(page: PlanPage, number: int, change: Callable[[Day], Day]) -> PlanPage:
    """The same with one day of the plan, counted from 0, changed."""
    weeks = tuple(
        replace(week, days=tuple(change(day) if day.day == number else day for day in week.days))
        for week in page.plan.weeks
    )
    return with_plan(page, replace(page.plan, weeks=weeks))


def busiest(page: PlanPage) -> int:
    return max(page.plan.days, key=lambda day: len(day.sessions)).day


def differing(one: bytes, other: bytes) -> list[int]:
    """Which events of two files, counted from 0, are not the same to the byte."""
    parts = [data.split(b"BEGIN:VEVENT")[1:] for data in (one, other)]
    return [at for at, pair in enumerate(zip(*parts, strict=True)) if pair[0] != pair[1]]


def test_an_unchanged_plan_has_the_same_bytes_at_any_later_time(page: PlanPage, feeds: Build) -> None:
    first = feeds(page)
    second = feeds(page, first.ledger, LATER)
    assert second == first
    assert set(values(first.files[FILE], "SEQUENCE")) == {"0"}
    assert set(values(first.files[FILE], "DTSTAMP")) == {"20270115T080000Z"}


def test_a_changed_day_is_one_changed_event(page: PlanPage, feeds: Build) -> None:
    first = feeds(page)
    day = busiest(page)
    edited = with_day(page, day, lambda one: replace(one, sessions=one.sessions[:1]))
    second = feeds(edited, first.ledger, LATER)
    [at] = differing(first.files[FILE], second.files[FILE])
    assert values(second.files[FILE], "SEQUENCE")[at] == "1"
    assert values(second.files[FILE], "DTSTAMP")[at] == "20270511T014640Z"
    assert values(first.files[FILE], "UID") == values(second.files[FILE], "UID")
    assert second.files[PRIVATE] == first.files[PRIVATE]
    third = feeds(edited, second.ledger, LATER + 1_000_000)
    assert third.files == second.files


def test_a_changed_day_never_gets_an_earlier_date(page: PlanPage, feeds: Build) -> None:
    """A build of an older commit, or one with a date given from outside, must not go back."""
    first = feeds(page, epoch=LATER)
    edited = with_day(page, busiest(page), lambda one: replace(one, sessions=one.sessions[:1]))
    second = feeds(edited, first.ledger, FIRST)
    assert set(values(second.files[FILE], "DTSTAMP")) == {"20270511T014640Z"}
    assert sorted(set(values(second.files[FILE], "SEQUENCE"))) == ["0", "1"]


def test_titles_and_names_change_no_event(page: PlanPage, feeds: Build) -> None:
    first = feeds(page)
    races = tuple(replace(race, name=f"{race.name} 2027") for race in page.plan.races)
    renamed = replace(
        with_plan(page, replace(page.plan, title="Other", races=races)), texts=replace(page.texts, title="Other")
    )
    second = feeds(renamed, first.ledger, LATER)
    assert second.ledger == first.ledger
    assert differing(first.files[FILE], second.files[FILE]) == []


def test_a_day_that_is_gone_comes_back_with_a_higher_number(page: PlanPage, feeds: Build) -> None:
    first = feeds(page)
    day = busiest(page)
    without = feeds(with_day(page, day, lambda one: replace(one, sessions=())), first.ledger, LATER)
    [gone] = set(values(first.files[FILE], "UID")) - set(values(without.files[FILE], "UID"))
    assert without.ledger[gone] == Revision("", 0, "20270115T080000Z")
    again = feeds(page, without.ledger, LATER)
    at = values(again.files[FILE], "UID").index(gone)
    assert values(again.files[FILE], "SEQUENCE")[at] == "1"
    assert set(again.ledger) == set(first.ledger), "the ledger grows by events that were published, by nothing else"


def test_a_race_on_another_day_moves_its_events(page: PlanPage, feeds: Build) -> None:
    first = feeds(page)
    moved = tuple(replace(race, date="2027-05-30", start="2027-03-22") for race in page.plan.races[:1])
    second = feeds(with_plan(page, replace(page.plan, races=(*moved, *page.plan.races[1:]))), first.ledger, LATER)
    assert values(first.files[FILE], "UID") == values(second.files[FILE], "UID")
    assert set(values(second.files[FILE], "SEQUENCE")) == {"1"}
    other = "plans/mondays/fjord-run.ics"
    assert second.files[other] == first.files[other]


def test_uids_outlast_a_plan_that_grows_to_a_hundred_weeks(page: PlanPage) -> None:
    longer = replace(page.plan, weeks=page.plan.weeks * 10)
    for plan in (page.plan, longer):
        assert event_uid(plan, "city-run", 1, plan.weeks[0], 2) == "mondays.city-run.week-01.day-2@hardday"


def test_without_an_address_of_the_site_events_have_no_link(page: PlanPage, feeds: Build, tmp_path: Path) -> None:
    data = feeds(page, site="").files[FILE]
    assert b"URL" not in data
    assert not [said for said in values(data, "DESCRIPTION") if "plans/" in said]
    for name in ("bytes", "libical", "calcurse"):
        (tmp_path / name).mkdir()
        assert READERS[name](data, tmp_path / name) == []


def test_the_description_holds_the_whole_session(built_site: Path, library: LibraryTexts) -> None:
    """Every exercise of a day stands in it, no markup, and no weekday, since an athlete may move the day."""
    texts = 0
    for name in ("first-half", "marathon-competitive"):
        plan = expand(open_project(ROOT), ROOT / "plans" / f"{name}.yaml", name).plan
        for week, told in zip(plan.weeks, athlete_of(built_site, name)["weeks"], strict=True):
            for day, said in zip(week.days, told["days"], strict=True):
                names = [library.name_of(dose.id) for lift in day.lifts for dose in lift.exercises]
                assert [one for one in names if one not in said["text"]] == []
                assert not [sign for sign in ("<", "**", "](", "{", "day,", "Monday", "Sunday") if sign in said["text"]]
                assert bool(said["text"]) == bool(day.sessions)
                texts += bool(said["text"])
    assert texts > 100


def test_the_ledger_is_committed_as_the_plans_are(built_project: Path) -> None:
    """Otherwise each build of a later commit would give changed events another date: `make site`, then commit it."""
    assert (built_project / LEDGER).read_text(encoding="utf-8") == (ROOT / LEDGER).read_text(encoding="utf-8")


def test_a_build_says_that_the_ledger_is_to_be_committed(tmp_path: Path) -> None:
    plans = {"saturdays.yaml": dated_plans()["saturdays.yaml"]}
    project = project_of(tmp_path / "project", plans)
    (project / ".gitignore").write_text("build/\nsite/\n", encoding="utf-8")
    git(project, "init", "--quiet")
    assert "commit them with the plans" in pages(project)
    assert "commit them with the plans" in pages(project), "not only when it is written"
    git(project, "add", "-A")
    git(project, "commit", "--quiet", "-m", "The plan")
    assert "commit" not in pages(project)
    kept = read_ledger(project)
    assert write_ledger(project, kept) is False
    assert write_ledger(project, {**kept, "x@hardday": Revision("", 0, "20270115T080000Z")}) is True


def git(folder: Path, *what: str) -> None:
    who = ("-c", "user.name=A test", "-c", "user.email=test@example.org")
    subprocess.run(["git", *who, *what], cwd=folder, check=True, capture_output=True, timeout=60)


def pages(project: Path) -> str:
    """Write the pages and return how the closing line ends."""
    return build_pages(project, unseen).closing


BROKEN: Mapping[str, str] = {
    "no JSON": "{",
    "another format": '{"format": "hardday/calendars@9", "events": {}}',
    "no events": '{"format": "hardday/calendars@1"}',
    "a number as text": '{"format": "hardday/calendars@1", "events": {"a": ["x", "1", "20270115T080000Z"]}}',
    "a date that is none": '{"format": "hardday/calendars@1", "events": {"a": ["x", 1, "yesterday"]}}',
    "a list": "[]",
}


@pytest.mark.parametrize("text", BROKEN.values(), ids=BROKEN)
def test_a_damaged_ledger_stops_the_build(text: str, tmp_path: Path) -> None:
    (tmp_path / "published").mkdir()
    (tmp_path / LEDGER).write_text(text, encoding="utf-8")
    with pytest.raises(Refused, match=r"published/calendars\.json"):
        read_ledger(tmp_path)


def test_a_project_without_a_ledger_starts_one(tmp_path: Path) -> None:
    assert read_ledger(tmp_path) == {}
    assert write_ledger(tmp_path, {}) is False
    ledger = {"a@hardday": Revision("x", 3, "20270115T080000Z")}
    assert write_ledger(tmp_path, ledger) is True
    assert read_ledger(tmp_path) == ledger
