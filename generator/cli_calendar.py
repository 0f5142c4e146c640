"""The commands for a running calendar that somebody already has: import it, and print it again."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, get_args

import click

from generator.cli_options import format_option, print_diagnostics, project_option
from generator.model.finding import Diagnostic, Place
from generator.model.plain_file import is_no_plain_file
from generator.model.vocabulary import Audience
from generator.report import Format

if TYPE_CHECKING:
    from generator.importing import Asked

_ADDRESS = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_LONGEST_ADDRESS = 60


@click.command("import")
@click.argument("calendar", type=click.Path(path_type=Path))
@click.option("--out", required=True, type=click.Path(path_type=Path), help="The definition to write.")
@click.option("--force", is_flag=True, help="Write over a definition that is there.")
@click.option("--as", "wordings", multiple=True, metavar="TEXT=KIND", help="What a wording means; may be repeated.")
@click.option("--sheet", help="Which sheet of a spreadsheet with several calendars.")
@click.option("--easy-pace", default="", help="A typical easy pace of this runner: '6:00 /km'.")
@click.option("--title", default="", help="The plan's title (default: made of the file's name).")
@click.option("--audience", type=click.Choice(get_args(Audience)), default="recreational", help="Whom it is for.")
@click.option("--author", default="", help="Who answers for the plan.")
@click.option("--source", default="", help="Whose calendar it is; needed before it is published.")
@click.option("--licence", default="", help="Under which licence it is published; needed before it is.")
@project_option
@format_option
def import_calendar(
    calendar: Path,
    out: Path,
    force: bool,
    wordings: tuple[str, ...],
    sheet: str | None,
    easy_pace: str,
    root: Path,
    form: Format,
    **said: str,
) -> None:
    """Make a plan of a calendar that somebody already has.

    CALENDAR is a .csv, an .xlsx, or a Markdown table in a .md or .txt file: a week a row, a day a column. What is not
    understood is listed with its row and column, and nothing is written; --as 'club night=quality' settles a wording.
    """
    from generator.importing import Unsettled
    from generator.importing import import_calendar as run

    _check_out(out, force)
    asked = _asked(calendar, out, wordings, sheet, easy_pace, said)
    try:
        imported = run(root, asked)
    except Unsettled as problem:
        raise click.BadParameter(str(problem), param_hint="--as") from None
    for line in imported.lines:
        click.echo(line)
    print_diagnostics((*imported.diagnostics, *_elsewhere(out, root)), form)


def _asked(
    calendar: Path, out: Path, wordings: tuple[str, ...], sheet: str | None, easy_pace: str, said: dict[str, str]
) -> Asked:
    """Return what is asked for; wrong usage where an option can't be read."""
    from generator.calendar_import.definition_text import Heading
    from generator.importing import Asked
    from generator.model.units import Pace

    for name, most in (("title", 80), ("author", 300), ("source", 300), ("licence", 120)):
        said[name] = " ".join(said[name].split())
        if len(said[name]) > most:
            raise click.BadParameter(f"longer than {most} characters", param_hint=f"--{name}")
    try:
        pace = Pace.parse(easy_pace.strip()) if easy_pace.strip() else None
    except ValueError as problem:
        raise click.BadParameter(str(problem), param_hint="--easy-pace") from None
    if pace is not None and not 120 <= pace.seconds_per_km <= 1200:
        raise click.BadParameter(f"nobody runs easily at {easy_pace.strip()}", param_hint="--easy-pace")
    settled = dict(map(_wording, wordings))
    heading = Heading("", said["title"], next(a for a in get_args(Audience) if a == said["audience"]), said["author"],
                      said["source"], said["licence"])  # fmt: skip
    return Asked(calendar, out, heading, sheet, settled, easy_pace.strip())


def _wording(text: str) -> tuple[str, str]:
    words, equals, kind = text.rpartition("=")
    if not equals or not words.strip() or not kind.strip():
        raise click.BadParameter(f"'{text}' is not TEXT=KIND, such as 'club night=quality'", param_hint="--as")
    return words.strip(), kind.strip()


def _check_out(out: Path, force: bool) -> None:
    """Refuse a name that can't be a plan's, and a file that would be lost."""
    problem = ""
    if out.is_dir():
        problem = f"{out} is a folder; name the file, such as plans/spring-half.yaml"
    elif out.suffix not in (".yaml", ".yml"):
        problem = f"{out.name} does not end in .yaml"
    elif not _ADDRESS.fullmatch(out.stem) or out.stem == "index" or len(out.stem) > _LONGEST_ADDRESS:
        problem = f"'{out.stem}' can't be the plan's address; use small letters, digits and hyphens: spring-half.yaml"
    elif not out.parent.is_dir():
        problem = f"there is no folder {out.parent}"
    elif is_no_plain_file(out):
        problem = f"{out} is a link or no file at all; name another"
    else:
        twin = out.with_suffix(".yml" if out.suffix == ".yaml" else ".yaml")
        if twin.exists():
            problem = f"{twin.name} is there already, and the two would have one address"
        elif out.exists() and not force:
            problem = f"{out} is there already; --force writes over it"
    if problem:
        raise click.BadParameter(problem, param_hint="--out")


def _elsewhere(out: Path, root: Path) -> tuple[Diagnostic, ...]:
    """Say so if the definition is not where the project's plans are."""
    if out.resolve().parent == (root / "plans").resolve():
        return ()
    message = f"this is not in {root / 'plans'}, so no build will see it"
    return (Diagnostic(Place(str(out), 1, 1), "warning", None, message),)


@click.command()
@click.argument("file", type=click.Path(path_type=Path))
@click.option("--csv", "form_of_table", flag_value="csv", default="csv", help="As CSV (the default).")
@click.option("--markdown", "form_of_table", flag_value="markdown", help="As a Markdown table.")
@project_option
@format_option
def calendar(file: Path, form_of_table: str, root: Path, form: Format) -> None:
    """Print a plan's running as a calendar: week,mon,tue.

    Of an imported plan it is the calendar as it was given, of any other its runs in the same words.
    """
    from generator.calendar_import.runs_text import calendar_csv, calendar_markdown
    from generator.importing import running_of

    weeks, starts = running_of(root, file)
    click.echo((calendar_markdown if form_of_table == "markdown" else calendar_csv)(weeks, starts), nl=False)
