"""The command that lists who reviewed which plan, and fails where a review is too old: for a monthly job."""

from __future__ import annotations

import sys
from datetime import datetime
from pathlib import Path

import click

from generator.cli_options import format_option, print_diagnostics, project_option
from generator.report import Format


@click.command("reviews")
@click.option(
    "--on",
    "day",
    type=click.DateTime(["%Y-%m-%d"]),
    metavar="DATE",
    help="As of this day, 2027-01-31 (default: today).",
)
@project_option
@format_option
def reviews(day: datetime | None, root: Path, form: Format) -> None:
    """List each plan's reviewer, when, and when the next review is due.

    Exit status 1 if one is overdue: older than review_after: in mkdocs.yml (12 months, if it says nothing).
    """
    from generator.reviews import late, review_table, reviews_of
    from generator.settings import read_settings

    settings = read_settings(root)
    found, faults = reviews_of(root)
    span, when = settings.clinic.review_after, (day or datetime.now()).date()
    told = [d for d in settings.diagnostics if "review_after" in d.message]
    told += [*faults, *late(found, span, when, "error")]
    click.echo(review_table(found, span, when))
    print_diagnostics(told, form)
    if any(d.severity == "error" for d in told):
        sys.exit(1)
