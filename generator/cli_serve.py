"""The command that shows the site while its author writes."""

from __future__ import annotations

import signal
import sys
import time
from pathlib import Path
from types import FrameType
from typing import TYPE_CHECKING

import click

from generator.cli_options import print_diagnostics, project_option

if TYPE_CHECKING:
    from generator.serve.desk import Desk, Told

_PORT = 8000


@click.command()
@click.option("--host", default="127.0.0.1", show_default=True, help="Where to listen; 0.0.0.0 shows it to a phone.")
@click.option("--port", type=click.IntRange(0, 65535), help=f"The port (default: {_PORT}, or the next that is free).")
@click.option("--open", "opened", is_flag=True, help="Open the site in the browser.")
@project_option
def serve(host: str, port: int | None, opened: bool, root: Path) -> None:
    """Show the site while you write: the open page follows every save.

    Plans, policies, library, templates and mkdocs.yml are watched. What is wrong is told here and on the page, where
    the last good version stays. Nothing is written or published; Ctrl-C ends it.
    """
    from generator.project import open_project
    from generator.serve.running import preview

    if not (root / "plans").is_dir():
        open_project(root)
    for ending in (signal.SIGINT, signal.SIGTERM):
        signal.signal(ending, _interrupt)
    try:
        with preview(root, host, _PORT if port is None else port, _tell, port is not None) as running:
            click.echo(f"{running.address}  (Ctrl-C ends the preview)")
            if opened:
                click.launch(running.address)
            _follow(running.desk)
    except KeyboardInterrupt:
        click.echo("\nThe preview has ended.", err=True)
    except OSError as problem:
        message = f"can't listen on {host}, port {port if port is not None else _PORT}: {problem.strerror}"
        raise click.ClickException(f"{message}. Name another with --port.") from None


def _interrupt(number: int, frame: FrameType | None) -> None:
    raise KeyboardInterrupt


def _follow(desk: Desk) -> None:
    """Print what the desk is busy with before there is anything to see, until the command is interrupted."""
    last = ""
    while True:
        with desk.changed:
            desk.changed.wait(1)
            shown = desk.shown
        step = shown.busy.partition(" (")[0] if "%" in shown.busy else shown.busy
        if step != last and shown.pages is None:
            click.echo(step, err=True)
        last = step


def _tell(told: Told) -> None:
    """Say how a round ended: at first errors alone, since warnings are many; then whatever is new."""
    print_diagnostics([one for one in told.new if not told.first or one.severity == "error"], "text")
    clock = time.strftime("%H:%M:%S")
    errors = "no errors" if not told.errors else f"{told.errors} error{'' if told.errors == 1 else 's'}"
    warnings = f", {told.warnings} warning{'' if told.warnings == 1 else 's'}" if told.warnings else ""
    plans = f"{told.plans} plan{'' if told.plans == 1 else 's'}"
    stays = "; the last good pages stay" if told.errors else ""
    click.echo(f"{clock}  {plans}, {errors}{warnings}; {told.seconds:.1f} s{stays}", err=True)
    sys.stderr.flush()
