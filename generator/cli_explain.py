"""The command that explains a plan: what stands where, why, and where each number comes from."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.cli_options import format_option, print_diagnostics, project_option
from generator.report import Format

if TYPE_CHECKING:
    from generator.pipeline import Expanded


@click.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--week", type=click.IntRange(min=1), help="Only this week.")
@click.option("--day", help="Only this day, such as tue, or 'day 9' in longer weeks.")
@project_option
@format_option
def explain(file: Path, week: int | None, day: str | None, root: Path, form: Format) -> None:
    """Say why each session stands on its day, and where its numbers come from.

    Also what forbade the other days. Also of a plan that breaks rules, which are told; then the exit status is 1. With
    --format json as data (hardday/explain@1).
    """
    from generator.explain import explain_json, explain_text
    from generator.pipeline import preview
    from generator.project import open_project

    project = open_project(root)
    expanded = preview(project, file, str(file))
    weeks = len(expanded.placed)
    if week is not None and week > weeks:
        raise click.BadParameter(f"the plan has {weeks} weeks", param_hint="--week")
    position = None if day is None else _position(expanded, day)
    say = explain_json if form == "json" else explain_text
    click.echo(say(expanded, project.library, week, position))
    errors = tuple(d for d in expanded.diagnostics if d.severity == "error")
    print_diagnostics(errors, form)
    if errors:
        sys.exit(1)


def _position(expanded: Expanded, day: str) -> int:
    from generator.model.asking import day_position

    position = day_position(day, expanded.authored)
    if position is None:
        raise click.BadParameter(f"'{day}' is not a day of this plan's weeks", param_hint="--day")
    return position
