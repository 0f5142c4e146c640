"""The command line. Exit status: 0 fine, 1 the input has errors, 2 wrong usage; ``report/endings`` has the others.

Each command imports what it needs when it runs, so that ``--help`` and small commands start quickly.
"""

from __future__ import annotations

import gc
import io
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from generator.cli_calendar import calendar, import_calendar
from generator.cli_diff import diff
from generator.cli_explain import explain
from generator.cli_export import export
from generator.cli_host import host
from generator.cli_new import new
from generator.cli_options import (
    Commands,
    Shard,
    format_option,
    frozen_option,
    keep_option,
    not_needed_option,
    print_closing,
    print_diagnostics,
    project_option,
    shown_progress,
)
from generator.cli_reviews import reviews
from generator.cli_rollback import rollback
from generator.cli_schema import schema
from generator.cli_serve import serve
from generator.cli_stats import stats
from generator.report import Format, summary
from generator.report.endings import Ended, ended_by_signal, ending_of

if TYPE_CHECKING:
    from generator.project import Project


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="hardday")
def cli() -> None:
    """Training plans that put running and heavy strength into one week: hard days hard, easy days easy."""


@cli.command()
@frozen_option
@keep_option
@click.option(
    "--shard", type=Shard(), help="Make only some of the plans, such as 2/8, for hardday join; publish nothing."
)
@project_option
@format_option
def build(root: Path, form: Format, frozen: bool, keep: int, shard: tuple[int, int] | None) -> None:
    """Expand every plan, write the pages, and publish them to site/.

    What has not changed since the last build is not made again. A failed build leaves the last good site/ as it was.
    """
    from generator.build import build_shard, build_site

    gc.disable()  # what is made lives as long as this command
    if shard and frozen:
        raise click.UsageError("--frozen is for hardday join: a shard changes no record.")
    with shown_progress(form) as progress:
        result = build_shard(root, progress, *shard) if shard else build_site(root, progress, frozen, keep)
    _finish(result, form)


@cli.command()
@click.argument("folders", nargs=-1, type=click.Path(path_type=Path))
@frozen_option
@keep_option
@project_option
@format_option
def join(folders: tuple[Path, ...], root: Path, form: Format, frozen: bool, keep: int) -> None:
    """Publish the site of plans that were made with build --shard.

    From the folders that it wrote, or from all below build/. The same site as one build makes.
    """
    from generator.build import join_shards

    gc.disable()  # what is made lives as long as this command
    with shown_progress(form) as progress:
        result = join_shards(root, progress, folders, frozen, keep)
    _finish(result, form)


@cli.command()
@frozen_option
@project_option
@format_option
def pages(root: Path, form: Format, frozen: bool) -> None:
    """Write only the Markdown pages that MkDocs or Zensical publish."""
    from generator.build import build_pages

    gc.disable()  # what is made lives as long as this command
    with shown_progress(form) as progress:
        result = build_pages(root, progress, frozen)
    _finish(result, form)


@cli.command()
@click.argument("files", nargs=-1, type=click.Path(path_type=Path))
@project_option
@format_option
def check(files: tuple[Path, ...], root: Path, form: Format) -> None:
    """Check definitions without writing anything.

    Schema, rules and links, of all the project's plans or of those named.
    """
    from generator.checking import check_definitions

    with shown_progress(form, lines=False) as progress:
        found = check_definitions(root, files, progress)
    print_diagnostics(found.diagnostics, form)
    print_closing(found.plans, found.diagnostics, found.closing)
    if found.failed:
        sys.exit(1)


@cli.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="Print the expanded plan as JSON (hardday/plan@1).")
@project_option
@format_option
def expand(file: Path, as_json: bool, root: Path, form: Format) -> None:
    """Print the expanded plan: a readable table, or JSON.

    Also where it breaks rules, which are told; then the exit status is 1.
    """
    from generator.pipeline import preview

    expanded = preview(_open(root), file, str(file))
    if as_json:
        from generator.plan_json.write import write_plan

        click.echo(write_plan(expanded.plan), nl=False)
    else:
        from generator.table import plan_table

        click.echo(plan_table(expanded.plan))
    print_diagnostics(expanded.diagnostics, form)
    if any(d.severity == "error" for d in expanded.diagnostics):
        sys.exit(1)


@cli.command()
@click.argument("file", type=click.Path(path_type=Path))
@format_option
@not_needed_option
def audit(file: Path, form: Format, root: Path) -> None:
    """Check any expanded plan, whoever made it, against every rule."""
    from generator.audit import audit as audit_plan
    from generator.plan_files import read_text
    from generator.plan_json.read import finding_diagnostics, read_plan

    text = read_text(file)
    plan = read_plan(text, str(file))
    found = tuple(finding_diagnostics(text, str(file), audit_plan(plan)))
    print_diagnostics(found, form)
    click.echo(summary(1, found))
    if any(d.severity == "error" for d in found):
        sys.exit(1)


cli.add_command(import_calendar)
cli.add_command(calendar)
cli.add_command(diff)
cli.add_command(explain)
cli.add_command(export)
cli.add_command(stats)
cli.add_command(reviews)
cli.add_command(rollback)
cli.add_command(schema)
cli.add_command(new)
cli.add_command(host)
cli.add_command(serve)


def _open(root: Path) -> Project:
    from generator.project import open_project

    return open_project(root)


def _finish(result: Any, form: Format) -> None:
    """Print what a whole-project command found, and end with its exit status."""
    print_diagnostics(result.diagnostics, form)
    click.echo(summary(result.plans, result.diagnostics) + result.closing)
    if any(d.severity == "error" for d in result.diagnostics):
        sys.exit(1)


def main(run: Callable[..., Any] = cli) -> None:
    """Run the command line and turn every ending into its exit status, never a traceback."""
    _print_anything()
    try:
        with ended_by_signal():
            run(prog_name="hardday", standalone_mode=False)
    except click.ClickException as wrong:
        wrong.show()
        sys.exit(wrong.exit_code if wrong.exit_code == 2 else 1)
    except (Exception, Ended) as problem:  # click makes an Abort of Ctrl-C
        said, status = ending_of(problem)
        click.echo(said, err=True)
        sys.exit(status)


def _print_anything() -> None:
    """Let no letter stop a message: what can't be shown comes as an escape, as do file names that are no text."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
