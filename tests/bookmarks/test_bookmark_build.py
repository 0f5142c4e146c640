"""What was published stays reachable: the build stops until the author says where it is now."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

import pytest
from bookmark_project import (
    BASE,
    EIGHT,
    PLAN,
    SEVEN,
    base_of_eight,
    base_of_seven,
    checked,
    edit,
    errors,
    leads,
    ledger,
    page,
    pages,
    past,
    proposed,
    recorded,
    rewrite,
    say,
    small_project,
    written,
)


@pytest.fixture(scope="session")
def published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project that has published two plans once; copy it."""
    project = small_project(tmp_path_factory.mktemp("bookmarks") / "project", PLAN, "time-crunched")
    edit(project, ("races:", "races:\n  - {name: Autumn Marathon, day: 2027-10-10}"))
    assert written(project) == []
    return project


@pytest.fixture
def two_plans(published: Path, tmp_path: Path) -> Path:
    """A copy of it."""
    return Path(shutil.copytree(published, tmp_path / "project"))


@pytest.fixture(scope="session")
def renumbered(published: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The project after its base lost a week and the author said so; read it, never write into it."""
    project = Path(shutil.copytree(published, tmp_path_factory.mktemp("renumbered") / "project"))
    base_of_seven(project)
    say(project, SEVEN)
    assert written(project) == []
    return project


@pytest.fixture
def project(two_plans: Path) -> Path:
    """The same with one plan, as if there had never been another: quicker."""
    (two_plans / "plans" / "time-crunched.yaml").unlink()
    kept = {address: said for address, said in ledger(two_plans).items() if "time-crunched" not in address}
    rewrite(two_plans, kept)
    return two_plans


def test_the_first_build_writes_down_every_address_with_the_training_that_stands_there(published: Path) -> None:
    project, kept = published, ledger(published)
    assert kept[f"{BASE}week-09/"] == {"now": "heavy 1"}
    assert kept[f"{BASE}week-20/"] == {"now": "taper 2"}
    for address in (
        "",
        "log/",
        "stop-signs/",
        "exercises/back-squat/",
        "rules/ramp/",
        f"{BASE}base/",
        f"{BASE}plan.json",
    ):
        assert kept[address] == {}
    assert kept[f"{BASE}autumn-marathon.ics"] == {}
    paths = {path.relative_to(project / "build/pages").as_posix() for path in (project / "build/pages").rglob("*.*")}
    shown = {path.removesuffix("index.md") for path in paths if not path.startswith("assets/")}
    assert set(kept) == shown
    lines = (project / "published" / "addresses.json").read_text("utf-8").splitlines()
    assert len(lines) == len(kept) + 2
    assert sorted(lines[1:-1]) == lines[1:-1]


def test_nothing_changes_in_a_second_build(two_plans: Path) -> None:
    project = two_plans
    before = (project / "published" / "addresses.json").read_bytes()
    assert errors(pages(project, frozen=True)) == []
    assert recorded(project) == []
    assert (project / "published" / "addresses.json").read_bytes() == before


def test_a_base_of_seven_stops_the_build_and_writes_nothing(project: Path) -> None:
    base_of_seven(project)
    before = {path: path.read_bytes() for path in project.rglob("*") if path.is_file() and path.name != "lock"}
    (fault,) = written(project)
    assert {path: path.read_bytes() for path in project.rglob("*") if path.is_file() and path.name != "lock"} == before
    place, message = fault.split(": error ")
    line = int(place.split(":")[1])
    assert (project / "plans" / f"{PLAN}.yaml").read_text("utf-8").splitlines()[line - 1].strip() == "weeks: 7"
    assert message.startswith("week 8 of the published plan (base 8) is gone, and weeks 9-20 are weeks 8-19 now")
    assert proposed([fault]) == SEVEN


def test_check_tells_the_same_before_any_build(two_plans: Path) -> None:
    project = two_plans
    base_of_seven(project)
    told = recorded(project)
    assert checked(project) == told
    assert checked(project, project / "plans" / f"{PLAN}.yaml") == told
    assert checked(project, project / "plans" / "time-crunched.yaml") == []


def test_the_proposed_line_is_all_it_takes(project: Path) -> None:
    base_of_seven(project)
    say(project, proposed(recorded(project)))
    assert recorded(project) == []
    kept = ledger(project)
    assert kept[f"{BASE}week-20/"] == {"was": [[1, "taper 2"]]}
    assert kept[f"{BASE}week-09/"] == {"now": "heavy 2", "was": [[1, "heavy 1"]]}
    assert kept[f"{BASE}week-07/"] == {"now": "base 7"}


def test_a_week_that_is_gone_shows_the_same_training_and_says_so(renumbered: Path) -> None:
    project = renumbered
    old, new = page(project, f"{BASE}week-20"), page(project, f"{BASE}week-19")
    assert f'moved_to: "{BASE}week-19/"' in old
    assert "what was week 20 is week 19" in old
    assert '<a href="../week-19/">' in old
    anchors = re.findall(r'id="([a-z]{3})"', new)
    assert len(anchors) == 7
    assert re.findall(r'id="([a-z]{3})"', old) == anchors
    assert old.partition('<ul class="hd-pills">')[2] == new.partition('<ul class="hd-pills">')[2]


def test_an_address_in_use_by_other_training_says_what_it_was(renumbered: Path) -> None:
    project = renumbered
    nine = page(project, f"{BASE}week-09")
    assert "this address was “Heavy”, week 1" in nine
    assert "That training is week 8 now" in nine
    assert '<a href="../week-08/">Open week 8</a>' in nine
    eight = page(project, f"{BASE}week-08")
    assert "a week that is gone; week 7 comes nearest" in eight
    assert "hd-was" not in page(project, f"{BASE}week-07")
    assert 'data-edition="2" data-renumbered="1e1-7s1,8n7,9-20s8"' in nine


def test_renumbered_there_and_back_every_bookmark_is_right_again(project: Path) -> None:
    base_of_seven(project)
    say(project, SEVEN)
    assert recorded(project) == []
    base_of_eight(project)
    assert proposed(recorded(project)) == EIGHT, "the old lines say nothing of this change"
    say(project, EIGHT)
    assert recorded(project) == []
    assert past(project).renumbered == "1e1-20s1 2e1-7s1,8-19s9,20s20"
    (other,) = past(project).was[9]
    assert (other.phase, other.place, other.week) == ("heavy", 2, 10)
    base_of_seven(project)
    assert proposed(recorded(project)) == SEVEN
    say(project, SEVEN)
    assert recorded(project) == []
    assert past(project).renumbered == "1e1-7s1,8n7,9-20s8 2e1-19s1,20s19 3e1-7s1,8n7,9-20s8"


def test_lines_that_were_followed_may_stay_or_go(project: Path) -> None:
    base_of_seven(project)
    say(project, SEVEN)
    assert recorded(project) == []
    before = ledger(project)
    assert recorded(project) == []
    assert ledger(project) == before
    say(project, "moved: {weeks 8-14: weeks 7-13, weeks 15-20: weeks 14-19}")
    assert recorded(project) == []
    assert ledger(project) == before, "the same in other words"
    say(project, "")
    assert recorded(project) == []
    assert {k: v for k, v in ledger(project).items() if k != BASE} == {k: v for k, v in before.items() if k != BASE}


def test_weeks_that_only_belong_to_another_phase_now_are_said_to_be_the_same(project: Path) -> None:
    base_of_seven(project)
    edit(project, ("weeks: 6", "weeks: 7"), ("week: 19", "week: 20"))
    edit(project, ("54 mi, 50 mi]", "54 mi, 50 mi, 50 mi]"), ("20 mi, 16 mi]", "20 mi, 16 mi, 16 mi]"))
    (fault,) = recorded(project)
    assert "A week that is still the same training: week 8: week 8." in fault
    say(project, "moved: {weeks 8-14: weeks 8-14}")
    assert recorded(project) == []
    assert not past(project).was
    assert ledger(project)[f"{BASE}week-08/"] == {"now": "heavy 1"}


def test_a_phase_that_is_called_otherwise_stops_the_build(project: Path) -> None:
    edit(project, ("id: heavy", "id: strong"))
    (fault,) = written(project)
    assert f"/{BASE}heavy/ was published and would be gone" in fault
    assert proposed([fault]) == "moved: {heavy: strong}"
    assert recorded(project) == [fault]
    say(project, "moved: {heavy: strong}")
    assert written(project) == []
    assert ledger(project)[f"{BASE}heavy/"] == {"to": f"{BASE}strong/"}
    assert ledger(project)[f"{BASE}week-09/"] == {"now": "strong 1"}, "a week of the same number is the same training"
    old = page(project, f"{BASE}heavy")
    assert f'moved_to: "{BASE}strong/"' in old
    assert '<a href="../strong/">' in old


@pytest.mark.long
def test_a_race_that_is_over_keeps_its_calendar_address(project: Path) -> None:
    text = (project / "plans" / f"{PLAN}.yaml").read_text("utf-8")
    edit(project, ("\n  - {name: Autumn Marathon, day: 2027-10-10}", ""))
    faults = written(project)
    assert [
        f"/{BASE}autumn-marathon{private}.ics" in fault for private, fault in zip(("-busy", ""), faults, strict=True)
    ]
    say(project, proposed(faults))
    assert written(project) == []
    found = ledger(project)[f"{BASE}autumn-marathon.ics"]["to"]
    files = project / "build" / "pages"
    assert (files / f"{BASE}autumn-marathon.ics").read_bytes() == (files / found).read_bytes()
    say(project, "moved: {autumn-marathon.ics: over, autumn-marathon-busy.ics: over}")
    assert written(project) == []
    empty = (files / f"{BASE}autumn-marathon.ics").read_text("utf-8")
    assert "BEGIN:VCALENDAR" in empty
    assert "VEVENT" not in empty
    (project / "plans" / f"{PLAN}.yaml").write_text(text, "utf-8")
    assert written(project) == []
    assert ledger(project)[f"{BASE}autumn-marathon.ics"] == {}, "a race that comes back is there again"


def test_a_plan_that_is_given_up_leads_to_another(two_plans: Path) -> None:
    project = two_plans
    (project / "plans" / "time-crunched.yaml").unlink()
    (fault,) = written(project)
    assert re.match(
        r"published/addresses\.json:\d+:3: error the plan 'time-crunched' is gone, and with it \d+ addr", fault
    )
    line = int(fault.split(":")[1])
    assert '"plans/time-crunched/"' in (project / "published/addresses.json").read_text("utf-8").splitlines()[line - 1]
    assert checked(project) == [fault]
    moved = project / "plans" / "library" / "moved.yaml"
    moved.write_text(f"plans/time-crunched: plans/{PLAN}\n", "utf-8")
    assert written(project) == []
    kept = ledger(project)
    assert kept["plans/time-crunched/"] == {"to": BASE}
    assert kept["plans/time-crunched/this-week/"] == {"to": f"{BASE}this-week/"}
    assert kept["plans/time-crunched/week-03/"] == {"was": [[1, f"{PLAN}/base 3"]]}
    assert f'moved_to: "{BASE}week-03/"' in page(project, "plans/time-crunched/week-03")
    files = project / "build" / "pages"
    assert (files / "plans/time-crunched/plan.json").read_bytes() == (files / BASE / "plan.json").read_bytes()
    # The plan that took its place is renumbered later: the old weeks go with their training.
    moved.unlink()
    base_of_seven(project)
    say(project, SEVEN)
    assert written(project) == []
    nine = next(
        number
        for number in range(1, 30)
        if f"{PLAN}/heavy 1" in str(kept.get(f"plans/time-crunched/week-{number:02d}/"))
    )
    assert f'moved_to: "{BASE}week-08/"' in page(project, f"plans/time-crunched/week-{nine:02d}")


def test_an_exercise_that_is_gone_is_told_with_the_line_that_says_where(project: Path) -> None:
    kept = ledger(project) | {"exercises/old-squat/": {}, "guide/old/": {}}
    rewrite(project, kept)
    exercise, guide = written(project)
    assert "/exercises/old-squat/ was published and would be gone" in exercise
    assert re.search(r"plans/library/moved\.yaml where it leads: exercises/old-squat: exercises/[a-z-]*squat", exercise)
    assert "/guide/old/ was published" in guide
    moved = project / "plans" / "library" / "moved.yaml"
    moved.write_text("exercises/old-squat: exercises/back-squat\nguide/old: sign-off\n", "utf-8")
    assert written(project) == []
    assert '<a href="../back-squat/">Back squat</a>' in page(project, "exercises/old-squat")


@pytest.mark.parametrize(
    ("lines", "told"),
    [
        ("exercises/old: exercises/older\nexercises/older: exercises/old\n", "the way leads in a circle"),
        ("exercises/old: exercises/nowhere\nexercises/older: log\n", "'/exercises/nowhere/' is no address of the site"),
        ("exercises/old: log\nexercises/older: log\nexercises/odl: log\n", "/exercises/odl was never an address"),
        ("exercises/old: log\nexercises/older: log\nlog: sign-off\n", "/log is an address of the site"),
        ("exercises/old: ../../etc\nexercises/older: log\n", "'../../etc' is no address of the site"),
    ],
)
def test_a_wrong_line_of_the_file_is_told_at_its_place(project: Path, lines: str, told: str) -> None:
    kept = ledger(project) | {"exercises/old/": {}, "exercises/older/": {}}
    rewrite(project, kept)
    (project / "plans" / "library" / "moved.yaml").write_text(lines, "utf-8")
    found = [fault for fault in recorded(project) if told in fault]
    assert found
    assert found[0].startswith("plans/library/moved.yaml:")


def test_chains_end_where_the_last_line_leads(project: Path) -> None:
    kept = ledger(project) | {"exercises/old/": {}, "exercises/older/": {}}
    rewrite(project, kept)
    lines = "exercises/older: exercises/old\nexercises/old: exercises/back-squat\n"
    (project / "plans" / "library" / "moved.yaml").write_text(lines, "utf-8")
    assert recorded(project) == []
    assert leads(project)["exercises/older/"] == "exercises/back-squat/"


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("moved: {weeks 8-20: weeks 7-18}", "13 weeks can't be 12 weeks now"),
        ("moved: {weeks 8-20: weeks 9-21}", "there is no week 20: the plan has 19 weeks"),
        ("moved: {weeks 20-8: weeks 19-7}", "the last week of a range can't stand before its first"),
        ("moved: {weeks 8-20: weeks 7-19, week 9: week 8}", "week 9 is named in two lines"),
        ("moved: {weeks 8-20: weeks 7-19, week 30: week 3}", "the plan has published no such week ('week 30')"),
        ("moved: {weeks 8-20: weeks 7-19, haevy: heavy}", "Did you mean 'heavy'?"),
        ("moved: {weeks 8-20: weeks 7-19, a b: c}", "'a b' names no week and no page of this plan"),
        ("moved: {weeks 8-20: weeks 7-19, ../x: heavy}", "'../x' names no week and no page of this plan"),
        ("moved: {weeks 8-19: weeks 7-18, week 20: tapir}", "is no address of the site"),
    ],
)
def test_a_wrong_line_of_a_plan_is_told_at_its_place(project: Path, line: str, told: str) -> None:
    base_of_seven(project)
    say(project, line)
    last = len((project / "plans" / f"{PLAN}.yaml").read_text("utf-8").splitlines())
    found = [fault for fault in recorded(project) if told in fault]
    assert found, recorded(project)
    assert found[0].startswith((f"plans/{PLAN}.yaml:{last}:", f"plans/{PLAN}.yaml:{last}:"))


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("moved: {week 30: week 3}", "the plan has published no such week ('week 30')"),
        ("moved: {weeks 19-24: week 3}", "the plan has published no such week ('weeks 19-24')"),
        ("moved: {haevy: heavy}", "/plans/marathon-competitive/haevy was never an address of this plan"),
    ],
)
def test_a_wrong_line_of_a_new_plan_is_told_by_the_first_build_as_by_the_next(
    tmp_path: Path, line: str, told: str
) -> None:
    project = small_project(tmp_path / "project")
    say(project, line)
    first = recorded(project)
    say(project, "moved: {}")
    assert recorded(project) == []
    say(project, line)
    for faults in (first, recorded(project)):
        assert [told in fault for fault in faults] == [True], faults
    assert first[0].endswith(("Delete the line.", "Did you mean 'heavy'?"))


def test_a_line_of_a_new_plan_that_the_next_build_passes_is_passed(tmp_path: Path) -> None:
    project = small_project(tmp_path / "project")
    say(project, "moved: {week 8: week 7}")
    assert recorded(project) == []
    assert recorded(project) == []


def test_a_week_may_lead_to_a_page(project: Path) -> None:
    base_of_seven(project)
    say(project, "moved: {weeks 8-19: weeks 7-18, week 20: taper}")
    assert recorded(project) == []
    assert leads(project)[f"{BASE}week-20/"] == f"{BASE}taper/"


def test_frozen_fails_where_a_record_would_change_and_writes_nothing(project: Path) -> None:
    base_of_seven(project)
    say(project, SEVEN)
    before = {path: path.read_bytes() for path in project.rglob("*") if path.is_file() and path.name != "lock"}
    found = errors(pages(project, frozen=True))
    assert [fault.split(":")[0] for fault in found] == ["published/addresses.json", "published/calendars.json"]
    assert "Run `hardday pages` on your machine and commit published/addresses.json" in found[0]
    assert {path: path.read_bytes() for path in project.rglob("*") if path.is_file() and path.name != "lock"} == before
    assert written(project) == []
    assert errors(pages(project, frozen=True)) == []


def test_frozen_fails_where_there_is_no_record_yet(tmp_path: Path) -> None:
    project = small_project(tmp_path / "project", "time-crunched")
    (fault,) = errors(pages(project, frozen=True))
    assert "there is none yet" in fault
    assert not (project / "published").exists()


def test_events_that_were_ever_published_stay_in_the_record(published: Path, renumbered: Path) -> None:
    def events(project: Path) -> dict[str, list[object]]:
        found: dict[str, list[object]] = json.loads((project / "published/calendars.json").read_text("utf-8"))["events"]
        return found

    before, after = events(published), events(renumbered)
    assert set(before) <= set(after)
    gone = [uid for uid in before if ".week-20." in uid]
    assert gone
    assert all(after[uid][0] == "" for uid in gone)


def test_a_plan_with_faults_is_not_taken_for_one_that_is_gone(project: Path) -> None:
    edit(project, ("weeks: 8", "weeks: many"))
    assert not [fault for fault in checked(project) if "gone" in fault]
