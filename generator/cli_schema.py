"""``hardday schema``: the JSON Schema of a definition, printed or written beside the plans."""

from __future__ import annotations

from pathlib import Path

import click

from generator.cli_options import project_option


@click.command()
@click.option("--write", is_flag=True, help="Write it to plans/definition.schema.json, where every plan looks for it.")
@project_option
def schema(write: bool, root: Path) -> None:
    """Print the JSON Schema of a definition.

    Editors complete and explain a plan by it. In a project it knows the library's exercises, sources and policies.
    """
    from generator.schema_file import schema_text, write_schema

    if not write:
        click.echo(schema_text(root), nl=False)
        return
    path, changed = write_schema(root)
    click.echo(f"{path} {'is written' if changed else 'is as it should be'}")
