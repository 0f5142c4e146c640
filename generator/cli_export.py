"""The command that writes plans as CSV tables."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from generator.cli_options import format_option, print_diagnostics, project_option
from generator.model.finding import Diagnostic, Place, Refused
from generator.report import Format

_TABLES = ("plans", "phases", "weeks", "days", "sessions", "steps", "exercises", "reasons", "findings")
_BOM = "\ufeff"


@click.command()
@click.argument("files", nargs=-1, type=click.Path(path_type=Path))
@click.option("--all", "every", is_flag=True, help="All plans of the project, together in each table.")
@click.option("--out", help="The folder to write to; - prints one table.")
@click.option("--table", "names", multiple=True, type=click.Choice(_TABLES), help="Only this table; may be repeated.")
@click.option("--force", is_flag=True, help="Write over files that hardday did not make, or that were changed since.")
@click.option("--bom", is_flag=True, help="Begin files with a byte order mark, for Excel on Windows.")
@project_option
@format_option
def export(
    files: tuple[Path, ...],
    every: bool,
    out: str | None,
    names: tuple[str, ...],
    force: bool,
    bom: bool,
    root: Path,
    form: Format,
) -> None:
    """Write plans as CSV tables: weeks, sessions, exercises and more.

    FILES are definitions or expanded plans (.json). Distances are in metres, times in seconds. Nothing is written where
    a plan has errors, or over a file that hardday did not make.
    """
    from generator.export import NAMES, table_of, write_tables, written
    from generator.plan_files import open_all

    wanted = tuple(name for name in NAMES if name in names) or NAMES
    _check_usage(files, every, out, wanted)
    opened, wrong = open_all(root, () if every else files)
    if wrong:
        print_diagnostics(wrong, form)
        sys.exit(1)
    plans = [one.plan for one in opened]
    _check_ids([plan.id for plan in plans])
    tables = {name: written(table_of(name), plans) for name in wanted}
    start = _BOM if bom else ""
    if out in (None, "-"):
        click.echo((start + tables[wanted[0]][0]).encode("utf-8"), nl=False)
        return
    folder = Path(str(out))
    contents = {f"{name}.csv": (start + text).encode("utf-8") for name, (text, _) in tables.items()}
    _check_folder(folder, contents, force)
    write_tables(folder, contents)
    for name, (_, rows) in tables.items():
        click.echo(f"{folder / name}.csv: {rows} row{'' if rows == 1 else 's'}")


def _check_usage(files: tuple[Path, ...], every: bool, out: str | None, wanted: tuple[str, ...]) -> None:
    if bool(files) == every:
        raise click.UsageError("name the plans, or --all for all of the project's" if not files else "FILES or --all")
    if out in (None, "-") and len(wanted) != 1:
        raise click.BadParameter("name a folder, or one table to print with --table", param_hint="--out")


def _check_ids(ids: list[str]) -> None:
    """Refuse two plans of one id: their rows could not be told apart."""
    twice = sorted({one for one in ids if ids.count(one) > 1})
    if twice:
        raise click.UsageError(f"two of these plans have the id {twice[0]}; export them into folders of their own")


def _check_folder(folder: Path, contents: dict[str, bytes], force: bool) -> None:
    """Refuse a folder that is none, and files that would be lost."""
    from generator.export import strangers

    if folder.exists() and not folder.is_dir():
        raise click.BadParameter(f"{folder} is no folder", param_hint="--out")
    found = [] if force else list(strangers(folder, contents))
    links = [name for name in contents if (folder / name).is_symlink() or (folder / name).is_dir()]
    if force and links:
        found = [f"{folder / name} is a link or a folder" for name in links]
    if found:
        hint = "Name another folder, or write over them with --force; nothing was written."
        place = Place(str(folder), 1, 1)
        raise Refused(tuple(Diagnostic(place, "error", None, message, hint) for message in found))
