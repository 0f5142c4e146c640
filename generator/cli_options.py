"""What all commands share: the options that each takes, and how diagnostics are printed."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import click

from generator.model.finding import Diagnostic, Refused
from generator.report import Format, diagnostics_text, rule_pages, summary
from generator.report.progress import Progress, unseen

_BREAK = re.compile(r"\r\n|\r|\n")
_ROOT, _FORM = "hardday.project", "hardday.format"


def _kept(key: str) -> Any:
    """Return a callback that keeps an option's value for whoever prints diagnostics later."""

    def keep(context: click.Context, parameter: click.Parameter, value: Any) -> Any:
        context.meta[key] = value
        return value

    return keep


project_option = click.option(
    "--project",
    "root",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    default=Path(),
    callback=_kept(_ROOT),
    is_eager=True,
    help="The folder that holds mkdocs.yml and plans/ (default: this one).",
)
format_option = click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "github"]),
    default="text",
    callback=_kept(_FORM),
    is_eager=True,
    help="How diagnostics are printed: lines, JSON, or annotations for GitHub Actions.",
)
frozen_option = click.option(
    "--frozen",
    is_flag=True,
    help="For CI: fail, and write nothing, if a committed record of what was published would change.",
)
#: Every command takes the option, so that scripts can give it to all.
not_needed_option = click.option(
    "--project", "root", type=click.Path(path_type=Path), default=Path(), help="Not needed here."
)


keep_option = click.option(
    "--keep",
    type=click.IntRange(0, 99),
    default=2,
    show_default=True,
    help="How many of the sites that were up before stay, for hardday rollback.",
)


_MOST_SHARDS = 1000


class Shard(click.ParamType):  # type: ignore[type-arg]
    """Which part of the plans: ``2/8`` is every eighth from the second on."""

    name = "N/OF"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> tuple[int, int]:
        """Return number and count; a wrong usage if that is no such part."""
        number, _, of = str(value).partition("/")
        if not (number.isdecimal() and of.isdecimal() and 1 <= int(number) <= int(of) <= _MOST_SHARDS):
            self.fail(f"'{str(value)[:20]}' is no shard; the second of eight is 2/8.", param, ctx)
        return int(number), int(of)


class Commands(click.Group):
    """A group of commands that tells what an author's input has wrong, in the form that was asked for."""

    def invoke(self, ctx: click.Context) -> Any:
        """Run a command; where its input is refused print why, and end with status 1."""
        try:
            return super().invoke(ctx)
        except Refused as refused:
            print_diagnostics(refused.diagnostics, ctx.meta.get(_FORM, "text"))
            sys.exit(1)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command; of one that is not known say which may be meant."""
        from generator.model.quoting import nearest, one_line

        name = args[0]
        if self.get_command(ctx, name) is None and not name.startswith("-"):
            meant = nearest(name, self.list_commands(ctx))
            ctx.fail(f"No such command '{one_line(name)}'.{f' {meant}' if meant else ''}")
        return super().resolve_command(ctx, args)


@contextmanager
def shown_progress(form: Format, lines: bool = True) -> Iterator[Progress]:
    """Show on standard error how far the work of the block is; nothing where that holds JSON.

    ``lines``: whether CI gets lines; not from a command whose standard error programs read.
    """
    from generator.report.progress_shown import progress_on

    if form == "json":
        yield unseen
        return
    with progress_on(sys.stderr, lines) as progress:
        yield progress


def print_diagnostics(diagnostics: Sequence[Diagnostic], form: Format) -> None:
    """Print diagnostics to standard error: lines, JSON or annotations; in color where somebody sits at a terminal."""
    if not diagnostics and form != "json":
        return
    if form == "text" and _colored():
        from generator.report.terminal import terminal_text

        click.echo(terminal_text(diagnostics, _site(), _lines), err=True, color=True)
        return
    site = "" if form == "text" else _site()
    click.echo(diagnostics_text(diagnostics, form, site, _below() if form == "github" else ""), err=True)


def print_closing(plans: int, diagnostics: Sequence[Diagnostic], closing: str = "") -> None:
    """Print what checking ends with: the counts, then the page of each rule that was told of."""
    click.echo(summary(plans, diagnostics) + closing)
    if any(d.rule for d in diagnostics):
        click.echo("\n".join(rule_pages(diagnostics, _site())))


def _root() -> Path:
    context = click.get_current_context(silent=True)
    found = context.meta.get(_ROOT) if context else None
    return found if isinstance(found, Path) else Path()


def _site() -> str:
    """Return where the site is served, as mkdocs.yml says; nothing where it does not or can't be read."""
    from generator.settings.file import site_url

    try:
        found = site_url(_root())
    except Refused:
        return ""
    return found if found.isprintable() and " " not in found else ""


def _colored() -> bool:
    """True at a terminal that shows colors and whose owner has not said no. Source: no-color.org."""
    return sys.stderr.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def _lines(shown: str) -> list[str]:
    """Return the lines of a file that a message names, seen from the project or from here."""
    for path in (_root() / shown, Path(shown)):
        try:
            if path.is_file() and not path.is_symlink():
                return _BREAK.split(path.read_bytes()[:1_000_000].decode("utf-8-sig", "replace"))
        except (OSError, ValueError):
            continue
    return []


def _below() -> str:
    """Return the project's folder within the repository that GitHub checks out, with a closing slash, or nothing."""
    checkout = os.environ.get("GITHUB_WORKSPACE")
    here = _root().resolve()
    if not checkout or not here.is_relative_to(Path(checkout).resolve()):
        return ""
    below = here.relative_to(Path(checkout).resolve()).as_posix()
    return "" if below == "." else f"{below}/"
