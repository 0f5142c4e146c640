"""The command that writes how a host serves the site."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from generator.cli_options import format_option, print_diagnostics, project_option
from generator.report import Format


@click.command("host")
@click.argument("server", type=click.Choice(["nginx", "caddy", "headers"]))
@click.option("--site", type=click.Path(path_type=Path), help="The site's folder on the host (default: site/ here).")
@click.option(
    "--before",
    type=click.Path(path_type=Path),
    multiple=True,
    help="A folder with the site before; may be repeated (default: those that a build keeps here).",
)
@click.option("--listen", default="", metavar="ADDRESS", help="Where to listen: 8080 or 127.0.0.1:8080 (default: 80).")
@click.option("--out", type=click.Path(path_type=Path), help="The file to write (default: print it).")
@project_option
@format_option
def host(
    server: str, site: Path | None, before: tuple[Path, ...], listen: str, out: Path | None, root: Path, form: Format
) -> None:
    """Write how a host serves the site: a configuration for nginx or caddy, or a _headers file.

    It is made of mkdocs.yml: site_url says under which name and path, embed_on who may show the site in a frame.
    """
    from generator.hosting import Asked, configuration
    from generator.hosting.configuration import kept_before
    from generator.settings import read_settings

    settings = read_settings(root)
    print_diagnostics(settings.diagnostics, form)
    if any(d.severity == "error" for d in settings.diagnostics):
        sys.exit(1)
    folders = tuple(map(_absolute, before)) or (() if site else kept_before(_absolute(root)))
    asked = Asked(_absolute(site or root / "site"), folders, listen)
    try:
        text = configuration(server, settings, asked)  # type: ignore[arg-type]
    except ValueError as wrong:
        raise click.UsageError(str(wrong)) from None
    if out is None:
        click.echo(text, nl=False)
        return
    if out.exists() and not (out.is_file() and b"hardday" in out.read_bytes()[:200]):
        raise click.BadParameter(f"{out} is there and was not written by this command", param_hint="--out")
    out.write_text(text, "utf-8")
    click.echo(f"{out} is written")


def _absolute(folder: Path) -> Path:
    return folder.expanduser().absolute()
