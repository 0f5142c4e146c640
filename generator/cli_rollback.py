"""The command line's way back: the site that was up before is up again."""

from __future__ import annotations

from pathlib import Path

import click

from generator.cli_options import format_option, project_option, shown_progress
from generator.report import Format


@click.command()
@click.option("--list", "listed", is_flag=True, help="Only say which version is up and which are kept.")
@click.option("--to", "number", type=click.IntRange(min=1), default=1, help="Which of the kept sites: 1 was up last.")
@project_option
@format_option
def rollback(listed: bool, number: int, root: Path, form: Format) -> None:
    """Put the site that was up before back in place.

    At once, so that no visitor sees anything between; the one that was up is kept, and the same command goes forward.
    """
    from generator.kept_sites import roll_back, version_text
    from generator.one_at_a_time import one_at_a_time

    if listed:
        _list(root)
        return
    with shown_progress(form) as progress, one_at_a_time(root, progress):
        old, new = roll_back(root, number)
    click.echo(f"Up now: {version_text(root, new)}")
    click.echo(f"Was up: {version_text(root, old)}; hardday rollback{_to(number)} goes forward to it")


def _to(number: int) -> str:
    return "" if number == 1 else f" --to {number}"


def _list(root: Path) -> None:
    from generator.kept_sites import kept, site_paths, version_of, version_text

    published = site_paths(root).published
    here = version_text(root, version_of(published)) if published.is_dir() else "nothing; hardday build publishes"
    click.echo(f"up: {here}")
    for number, version in kept(root):
        click.echo(f"{number:>2}: {version_text(root, version)}")
