"""The theme's files without its ten thousand icons, which are templates, but none that MkDocs would copy."""

from __future__ import annotations

import os

import jinja2


class ThemeLoader(jinja2.FileSystemLoader):
    """Lists no names that begin with a dot, nor what is in folders of such a name: MkDocs takes none of them."""

    def list_templates(self) -> list[str]:
        """Return what is left of the list that Jinja's own loader makes, in its order."""
        found: set[str] = set()
        for top in self.searchpath:
            for here, folders, names in os.walk(top, followlinks=self.followlinks):
                folders[:] = [name for name in folders if not name.startswith(".")]
                inside = os.path.relpath(here, top).replace(os.sep, "/")
                beginning = "" if inside == "." else f"{inside}/"
                found.update(beginning + name for name in names if not name.startswith("."))
        return sorted(found)


def theme_loader(environment: jinja2.Environment) -> jinja2.BaseLoader | None:
    """Return the loader for a theme's environment; a loader that is not MkDocs' usual one is left as it is."""
    loader = environment.loader
    if type(loader) is not jinja2.FileSystemLoader:
        return loader
    return ThemeLoader(loader.searchpath, loader.encoding, loader.followlinks)
