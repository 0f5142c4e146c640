"""``hardday new``: a few questions, and a definition that builds; with --start a project around it."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import click

from generator.cli_options import format_option, print_diagnostics
from generator.report import Format

_OPTIONS = (
    ("audience", "Who the runner is: competitive, recreational, first-timer, masters, returning, triathlete."),
    ("race", "The race's distance: none, 5k, 10k, half marathon, marathon, 15 km."),
    ("weeks", "How many weeks, 6 to 30."),
    ("runs", "How many runs a week, 3 to 6."),
    ("long-day", "The weekday of the long run, and of the race."),
    ("units", "km or mi."),
    ("easy-pace", "A usual easy pace: '6:00 /km'."),
    ("now", "A week's distance now, such as 40."),
    ("peak", "The biggest week's distance, such as 55."),
    ("title", "The plan's name."),
    ("id", "The plan's address: the file is plans/<id>.yaml."),
    ("author", "Who answers for the plan."),
)


def _answer_options(command: Callable[..., Any]) -> Callable[..., Any]:
    for name, words in reversed(_OPTIONS):
        command = click.option(f"--{name}", default=None, help=words)(command)
    return command


@click.command()
@_answer_options
@click.option("--yes", is_flag=True, help="Ask nothing: what no option says takes its usual answer.")
@click.option("--dry-run", is_flag=True, help="Print the definition instead of writing it.")
@click.option("--start", is_flag=True, help="Begin a project in an empty folder: settings, library, and this plan.")
@click.option("--clinic", default="", help="With --start: the clinic's name.")
@click.option(
    "--project",
    "root",
    type=click.Path(file_okay=False, path_type=Path),
    default=Path(),
    help="The folder that holds mkdocs.yml and plans/ (default: this one).",
)
@format_option
def new(yes: bool, dry_run: bool, start: bool, clinic: str, root: Path, form: Format, **given: str | None) -> None:
    """Begin a plan: a few questions, and a definition that builds.

    Every question has a usual answer; options answer without asking. Nothing that is there is written over.
    """
    from generator.new.making import make
    from generator.new.questions import answers_from
    from generator.new.writing import folder_for, taken, told, write_plan

    ask = not yes and sys.stdin.isatty()
    project, name = folder_for(root, clinic, start)
    said = {"clinic": name, "taken": taken(root), "asks": ask}
    answers = answers_from(_said({key: text for key, text in given.items() if text is not None}, said))

    made = make(project, answers)
    if dry_run:
        click.echo(made.text, nl=False)
        return
    for line in (*write_plan(root, name if start else "", answers, made), *told(root, answers, made)):
        click.echo(line)
    print_diagnostics(made.warnings, form)


def _said(given: dict[str, str], said: dict[str, Any]) -> dict[str, Any]:
    """Return every answer: from an option, from whoever sits at the terminal, or the usual one."""
    from generator.new.questions import QUESTIONS

    if said["asks"]:
        click.echo("A few questions; Enter takes the answer in brackets.", err=True)
    for question in QUESTIONS:
        usual = question.default(said)
        if said["asks"] and question.name not in given:
            said[question.name] = _asked(question, usual, said)
            continue
        try:
            said[question.name] = question.read(given.get(question.name, usual), said)
        except ValueError as problem:
            raise click.BadParameter(str(problem), param_hint=question.option) from None
    return said


def _asked(question: Any, usual: str, said: dict[str, Any]) -> Any:
    """Ask until the answer can be read; what is wrong with one is said in a line."""
    click.echo(err=True)
    click.secho(question.means, dim=True, err=True)
    while True:
        answer = click.prompt(click.style(question.asks, bold=True), default=usual, err=True)
        try:
            return question.read(answer, said)
        except ValueError as problem:
            click.secho(f"  {problem}", fg="yellow", err=True)
