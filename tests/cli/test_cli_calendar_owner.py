"""A given calendar belongs to its author: it is published only with its source and its license."""

from __future__ import annotations

from pathlib import Path

import pytest
from cli_runs import told, with_plans
from command_in_process import Run

GIVEN = Path(__file__).parents[1] / "site" / "plans" / "given-club-half.yaml"
PLAN = "plans/given-club-half.yaml"
SOURCE, LICENCE = "source: hardday authors\n", "licence: MIT\n"


@pytest.fixture
def club(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project with one plan, a given calendar; its definition may be changed."""
    folder = with_plans(tmp_path / "project", GIVEN.name)
    monkeypatch.chdir(folder)
    return folder / PLAN


def without(definition: Path, *lines: str) -> int:
    """Leave the lines out; return the line in which the calendar then stands."""
    text = definition.read_text("utf-8")
    for line in lines:
        assert line in text
        text = text.replace(line, "")
    definition.write_text(text, "utf-8")
    return text[: text.index("\ncalendar:")].count("\n") + 2


def test_with_both_it_may_be_published(hardday: Run, club: Path) -> None:
    assert hardday("check").status == 0
    assert hardday("pages").status == 0


@pytest.mark.parametrize("command", ["check", "pages", "build"])
@pytest.mark.parametrize(
    ("left_out", "missing"),
    [((SOURCE,), ["source"]), ((LICENCE,), ["licence"]), ((SOURCE, LICENCE), ["licence", "source"])],
    ids=["source", "licence", "both"],
)
def test_what_is_missing_is_an_error_at_the_calendar(
    left_out: tuple[str, ...], missing: list[str], command: str, hardday: Run, club: Path
) -> None:
    line = without(club, *left_out)
    done = hardday(command)
    assert done.status == 1
    errors = [found for found in told_diagnostics(done.err) if found["severity"] == "error"]
    places = [(found["path"], found["line"], found["column"]) for found in errors]
    assert places == [(PLAN, str(line), "1")] * len(missing)
    for found, key in zip(errors, missing, strict=True):
        assert "belongs to its author" in found["message"]
        assert f"it needs {key}: " in found["message"]
        assert f"). Write {key}: " in found["message"]
    assert {path.name for path in (club.parents[1] / "build").rglob("*")} <= {"lock"}


def told_diagnostics(text: str) -> list[dict[str, str]]:
    """The diagnostics among what a command says of its progress."""
    return [match.groupdict() for match in told("".join(row for row in text.splitlines(True) if ".yaml:" in row))]


def test_expand_and_explain_still_work(hardday: Run, club: Path) -> None:
    without(club, SOURCE, LICENCE)
    for command in ("expand", "explain"):
        done = hardday(command, PLAN)
        assert done.status == 0
        assert "belongs to its author" not in done.out + done.err


def test_it_is_told_together_with_other_mistakes(hardday: Run, club: Path) -> None:
    without(club, SOURCE)
    club.write_text(club.read_text("utf-8").replace("audience: recreational", "audience: recreation"), "utf-8")
    messages = [found["message"] for found in told_diagnostics(hardday("check").err)]
    assert any("recreational" in message for message in messages)
    assert any("belongs to its author" in message for message in messages)


def test_a_plan_without_a_given_calendar_needs_neither(hardday: Run, in_project: Path) -> None:
    assert "belongs to its author" not in hardday("check").err
