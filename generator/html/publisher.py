"""MkDocs set up once for any number of chapters of a site."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import jinja2
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel, set_exclusions
from mkdocs.theme import Theme

from generator.compiled_templates import CompiledTemplates
from generator.html.chapter import Chapter
from generator.html.config import complaints, mkdocs_says, read_config
from generator.html.convert import PageConverter
from generator.html.navigation import Nav
from generator.html.same import SameParts
from generator.html.searched import Searched
from generator.html.theme_files import theme_loader
from generator.model.finding import Refused


class Publisher:
    """MkDocs' settings, plugins and theme. Not for several threads at once: MkDocs has one current page at a time."""

    def __init__(self, root: Path, inherited: str) -> None:
        """Read the settings; Refused with what MkDocs complains of.

        ``inherited`` is the text of the file that mkdocs.yml inherits; a navigation in it is that of a chapter that
        names none.
        """
        read = read_config(root, inherited)
        self.plain = not (read.config.hooks or _other_plugins(read.config))
        with complaints() as said:
            config = read.config
            if self.plain:  # else a filter of theirs may be folded into the code: nobody knows when it changed
                _keep_compiled(config.theme)
            config.plugins.on_startup(command="build", dirty=False)
            self.config: MkDocsConfig = config.plugins.on_config(config) or config
            self.config.plugins.on_pre_build(config=self.config)
            self.environment: jinja2.Environment = self.config.theme.get_env()
            self.environment.loader = theme_loader(self.environment)
            self._parts = SameParts(self.environment)
            theme = Files([])
            theme.add_files_from_theme(self.environment, self.config)
            set_exclusions(theme, self.config)
        if said and self.config.strict:
            raise Refused(tuple(mkdocs_says(one) for one in said))
        self.searched = Searched(self.config)
        self.theme_files: tuple[File, ...] = tuple(theme)
        self.navigation: Any = self.config.nav
        self.whole_only = _whole_only(self.config, read.own_navigation)
        self.converter = PageConverter(self.config)
        self._inclusions: dict[str, InclusionLevel] = {}

    def forget(self) -> None:
        """Keep nothing of the pages that were made: there are others, or they have other titles."""
        self._parts.forget()

    def chapter(
        self,
        pages: Mapping[str, bytes],
        nav: Nav | None = None,
        beside: Iterable[str] = (),
        unlisted: Iterable[str] = (),
    ) -> Chapter:
        """Return some of the site's pages, with what stands around them; none is made yet.

        ``pages``: the files by their path below ``build/pages``. ``beside``: paths of pages and other files that are
        linked to or stand in the navigation, and are made elsewhere. ``unlisted``: those of ``pages`` that stand in no
        navigation and need not.
        """
        return Chapter(self, pages, self.navigation if nav is None else nav, beside, unlisted)

    def file(self, path: str, content: bytes | None = None) -> File:
        """Return a file of the site; without content it is only linked to."""
        config = self.config
        file = File(path, config.docs_dir, config.site_dir, config.use_directory_urls)
        if content is not None:
            file.content_bytes = content
        if path not in self._inclusions:
            set_exclusions((file,), config)
            self._inclusions[path] = file.inclusion
        file.inclusion = self._inclusions[path]
        return file


def _keep_compiled(theme: Theme) -> None:
    """Keep what is compiled in any environment of the theme: Material's search sets up three to ask for words."""
    set_up, kept = theme.get_env, CompiledTemplates("theme")

    def get_env() -> jinja2.Environment:
        environment = set_up()
        environment.bytecode_cache = kept
        return environment

    theme.get_env = get_env  # type: ignore[method-assign]


def _other_plugins(config: MkDocsConfig) -> list[str]:
    return [name for name in config.plugins if name != "material/search"]


def _whole_only(config: MkDocsConfig, own_navigation: bool) -> str:
    """Return why the site's pages can't be made some at a time; nothing if they can."""
    if own_navigation:
        return "mkdocs.yml has a navigation of its own"
    others = _other_plugins(config)
    if others:
        return f"mkdocs.yml names the plugin {others[0]}"
    if config.hooks:
        return "mkdocs.yml names hooks"
    if config.extra_templates:
        return "mkdocs.yml names extra_templates"
    return ""
