"""What all commands share: the options that each takes, and how diagnostics are printed."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

from generator.model.finding import Diagnostic
from generator.report import Format, diagnostics_text

project_option = click.option(
    "--project",
    "root",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    default=Path(),
    help="The folder that holds mkdocs.yml and plans/ (default: this one).",
)
format_option = click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    help="How diagnostics are printed.",
)
#: Every command takes the option, so that scripts can give it to all.
not_needed_option = click.option(
    "--project", "root", type=click.Path(path_type=Path), default=Path(), help="Not needed here."
)


def print_diagnostics(diagnostics: Sequence[Diagnostic], form: Format) -> None:
    """Print diagnostics to standard error, as lines or as JSON."""
    if diagnostics or form == "json":
        click.echo(diagnostics_text(diagnostics, form), err=True)
