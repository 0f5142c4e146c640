"""Annotations for GitHub: what the runner reads back is what was told, and no text of a plan commands it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from click.testing import CliRunner
from definition.drawing import drawn
from definition.reading import ROOT
from hypothesis import given
from hypothesis import strategies as st
from site_project import copy_sources

from generator.cli import cli
from generator.model.finding import Diagnostic, Place
from generator.model.quoting import FORBIDDEN
from generator.report import diagnostics_text
from generator.report.annotations import annotation

#: As the runner reads a command (actions/runner, ActionCommand.cs): name, properties, text, then what is escaped.
COMMAND = re.compile(r"::(?P<name>[a-z-]+) (?P<properties>[^:]*?)::(?P<text>.*)", re.S)
TEXT = (("%0D", "\r"), ("%0A", "\n"), ("%25", "%"))
PROPERTY = (*TEXT[:2], ("%3A", ":"), ("%2C", ","), TEXT[2])
HOSTILE = "100%\n::add-path::/tmp\r\n##[error]x, a=b:c::warning file=x::y"


def _unescaped(text: str, codes: tuple[tuple[str, str], ...]) -> str:
    for code, letter in codes:
        text = text.replace(code, letter)
    return text


def read_back(line: str) -> tuple[str, dict[str, str], str]:
    """What the runner makes of a line of output."""
    found = COMMAND.fullmatch(line)
    assert found, line
    properties = dict(part.split("=", 1) for part in found["properties"].split(","))
    return found["name"], {k: _unescaped(v, PROPERTY) for k, v in properties.items()}, _unescaped(found["text"], TEXT)


def test_an_annotation_says_where_what_and_why() -> None:
    found = Diagnostic(Place("plans/x.yaml", 14, 5), "error", "two-recovery-days", "only one full day", "Move one.")
    assert annotation(found, "https://x.org/rules/two-recovery-days/") == (
        "::error file=plans/x.yaml,line=14,col=5,title=two-recovery-days::"
        "only one full day. Move one.%0Ahttps://x.org/rules/two-recovery-days/"
    )
    assert annotation(found, below="clinic/").startswith("::error file=clinic/plans/x.yaml,")


@drawn
@given(st.text() | st.just(HOSTILE), st.text() | st.just(HOSTILE), st.text(min_size=1) | st.just(HOSTILE))
def test_hostile_text_stays_text(message: str, hint: str, path: str) -> None:
    found = Diagnostic(Place(path, 3, 1), "warning", None, message, hint)
    line = annotation(found)
    assert len(line.splitlines()) == 1
    name, properties, text = read_back(line)
    assert (name, properties["line"], properties["title"]) == ("warning", "3", "hardday")
    told = f"{message}. {hint}" if hint else message
    odd = re.compile("[\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
    assert text == FORBIDDEN.sub("\N{REPLACEMENT CHARACTER}", odd.sub(" ", told))
    assert properties["file"] == FORBIDDEN.sub("\N{REPLACEMENT CHARACTER}", odd.sub(" ", path))


def test_an_annotation_without_escapes_would_be_seen() -> None:
    naive = f"::warning file=x.yaml,line=1,col=1,title=x::{HOSTILE}"
    assert len(naive.splitlines()) > 1


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project whose one plan tries to command whoever prints a message about it."""
    project = copy_sources(tmp_path_factory.mktemp("hostile") / "project")
    for plan in (project / "plans").glob("*.yaml"):
        plan.unlink()
    text = (ROOT / "plans" / "first-half.yaml").read_text("utf-8")
    text = text.replace("audience: first-timer", 'audience: "x\\n::error::y%0A::add-mask::z"')
    (project / "plans" / "a,b=c::d.yaml").write_text(text, "utf-8")
    return project


def test_checking_prints_annotations_alone_to_standard_error(hostile: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GITHUB_WORKSPACE", str(hostile.parent))
    done = CliRunner().invoke(cli, ["check", "--format", "github", "--project", str(hostile)])
    assert done.exit_code == 1
    told = [read_back(line) for line in done.stderr.splitlines()]
    assert {properties["file"] for _, properties, _ in told} == {"project/plans/a,b=c::d.yaml"}
    assert all(name == "error" for name, _, _ in told)
    assert any("::error::y%0A::add-mask::z" in text for _, _, text in told)


def test_every_finding_s_rule_has_its_page_in_each_form() -> None:
    found = [Diagnostic(Place("plans/x.yaml", 1, 1), "error", "ramp", "too much")]
    for form in ("json", "github"):
        assert "https://x.org/rules/ramp/" in diagnostics_text(found, form, "https://x.org/")
    assert "https" not in diagnostics_text(found, "text", "https://x.org/")
