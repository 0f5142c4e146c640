"""The command that says what plans add up to."""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path

import click

from generator.cli_options import print_diagnostics, project_option
from generator.model.plain_file import is_no_plain_file


@click.command()
@click.argument("files", nargs=-1, type=click.Path(path_type=Path))
@click.option("--format", "form", type=click.Choice(["text", "json", "csv"]), default="text", help="Tables, or data.")
@click.option("--picture", type=click.Path(path_type=Path), help="Also draw one plan's numbers into this .svg file.")
@click.option("--force", is_flag=True, help="Draw over a file that hardday did not draw.")
@project_option
def stats(files: tuple[Path, ...], form: str, picture: Path | None, force: bool, root: Path) -> None:
    """Say what plans add up to: running, lifts, sets by movement, minutes.

    FILES are definitions or expanded plans (.json); all of the project's plans if none is named. Week by week and phase
    by phase. Lifting minutes are estimated: warm-up, sets x (repetitions + rest), setting up.
    """
    from generator.plan_files import open_all
    from generator.stats import measured, plain_text, stats_csv, stats_json, terminal_text

    if picture is not None:
        _check_picture(picture, force)
    opened, wrong = open_all(root, files)
    plans = [measured(one.plan) for one in opened]
    if picture is not None and len(files) != 1:
        raise click.BadParameter("name the one plan that is drawn", param_hint="--picture")
    if form == "json":
        click.echo(stats_json(plans))
    elif form == "csv":
        click.echo(stats_csv(plans), nl=False)
    elif sys.stdout.isatty() and "NO_COLOR" not in os.environ:
        click.echo("\n\n".join(terminal_text(plan, shutil.get_terminal_size().columns) for plan in plans))
    else:
        click.echo("\n\n\n".join(map(plain_text, plans)))
    if picture is not None and plans:
        from generator.export.files import write_whole
        from generator.stats import stats_picture

        write_whole(picture, stats_picture(plans[0]).encode("utf-8"))
    print_diagnostics(wrong, "json" if form == "json" else "text")
    if wrong:
        sys.exit(1)


def _check_picture(picture: Path, force: bool) -> None:
    """Refuse a name that is no picture's, and a file that would be lost."""
    from generator.stats.picture import MARK

    problem = ""
    if picture.suffix.lower() != ".svg":
        problem = f"{picture.name} does not end in .svg"
    elif not picture.parent.is_dir():
        problem = f"there is no folder {picture.parent}"
    elif is_no_plain_file(picture):
        problem = f"{picture} is a link or no file at all; name another"
    elif picture.exists() and not force and MARK.encode() not in picture.read_bytes()[:2000]:
        problem = f"{picture} is there already and was not drawn by hardday; --force draws over it"
    if problem:
        raise click.BadParameter(problem, param_hint="--picture")
