"""The command that says what changes for athletes between two versions."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from generator.cli_options import print_diagnostics, project_option


@click.command()
@click.argument("old")
@click.argument("new", default=".")
@click.option("--plan", "plans", multiple=True, metavar="ID", help="Only this plan; may be given several times.")
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "markdown", "json"]),
    default="text",
    help="Lines, the comment of a pull request, or data (hardday/diff@1).",
)
@project_option
def diff(old: str, new: str, plans: tuple[str, ...], form: str, root: Path) -> None:
    """Say what changes for athletes from OLD to NEW.

    Each is a git revision (HEAD, main, v1~3), a project's folder, a definition, or an expanded plan (.json). NEW is the
    project's working folder (.) if it is left out. Also where a plan can't be read on one side. The exit status is 1
    only if NEW has errors in what differs.
    """
    from generator.diff import NoSide, difference, difference_json, difference_markdown, difference_text, sides

    tell = {"text": difference_text, "markdown": difference_markdown, "json": difference_json}[form]
    try:
        with sides(root, old, new) as (before, after):
            found = difference(before, after, plans)
    except NoSide as problem:
        raise click.UsageError(str(problem)) from None
    unknown = [name for name in plans if name not in found.known]
    if unknown:
        raise click.BadParameter(f"there is no plan '{unknown[0]}' on either side", param_hint="--plan")
    click.echo(tell(found), nl=form != "markdown")
    print_diagnostics(found.errors, "json" if form == "json" else "text")
    if found.errors:
        sys.exit(1)
