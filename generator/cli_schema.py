"""``hardday schema``: the JSON Schema of a definition, printed or written beside the plans."""

from __future__ import annotations

from pathlib import Path

import click

from generator.cli_options import project_option


@click.command()
@click.option(
    "--of",
    "kind",
    type=click.Choice(["definition", "plan", "index"]),
    default="definition",
    help="Of what: a plan's definition, the expanded plan (hardday/plan@1), or the index of plans (hardday/index@1).",
)
@click.option("--write", is_flag=True, help="Write it to plans/definition.schema.json, where every plan looks for it.")
@project_option
def schema(kind: str, write: bool, root: Path) -> None:
    """Print the JSON Schema of a definition, or of published data.

    Editors complete and explain a plan by it. In a project it knows the library's exercises, sources and policies. The
    schemas of an expanded plan and of the index of plans are those that the site publishes under schemas/.
    """
    from generator.schema_file import schema_text, write_schema

    if kind != "definition":
        if write:
            raise click.BadParameter("only the schema of a definition stands beside the plans", param_hint="--write")
        click.echo(_of_data(kind, root), nl=False)
        return
    if not write:
        click.echo(schema_text(root), nl=False)
        return
    path, changed = write_schema(root)
    click.echo(f"{path} {'is written' if changed else 'is as it should be'}")


def _of_data(kind: str, root: Path) -> str:
    from generator.plan_json.schema import index_schema, plan_schema, schema_text
    from generator.settings.file import site_url

    site = site_url(root) if (root / "mkdocs.yml").is_file() else ""
    return schema_text((plan_schema if kind == "plan" else index_schema)(site))
