"""What a site is made of beside its plans."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from generator.frozen import frozen
from generator.language import _
from generator.publish.calendars.ledger import Ledger, read_ledger
from generator.publish.markdown import Press, press
from generator.publish.parts import Make, anew
from generator.publish.texts import LibraryTexts, PolicyTexts
from generator.settings import Settings
from generator.settings.file import site_file, site_url
from generator.shipped import TEMPLATES
from generator.source_date import source_date

if TYPE_CHECKING:
    from generator.project import Project


@frozen
class Beside:
    """All that a site is made of beside its plans.

    ``file`` is mkdocs.yml, ``url`` where the site is served, ``events`` the calendars' ledger, ``epoch`` the second of
    the sources' date; ``words`` stands for the content of ``templates``, for whoever remembers parts.
    """

    library: LibraryTexts
    settings: Settings
    policies: tuple[PolicyTexts, ...]
    file: Mapping[str, Any]
    url: str
    events: Ledger
    epoch: int
    templates: Path = TEMPLATES
    words: str = ""


def read_beside(project: Project, settings: Settings, library: LibraryTexts | None = None) -> Beside:
    """Read it, in the language that is spoken; Refused with what can't be read. ``library``: one that was read."""
    root = project.root
    return Beside(
        library=library or LibraryTexts(project.library.texts),
        settings=settings,
        policies=policy_texts(project),
        file=site_file(root),
        url=site_url(root),
        events=read_ledger(root),
        epoch=int(source_date(root)),
    )


def policy_texts(project: Project) -> tuple[PolicyTexts, ...]:
    """Return what a site says of a project's policies, in the language that is spoken."""
    texts = project.policies.texts
    return tuple(PolicyTexts(name, _(text.title), _(text.summary)) for name, text in texts.items())


def site_press(beside: Beside, made: Make = anew) -> Press:
    """Return what prints the site's pages."""
    return made("press", (beside.library, beside.words), lambda: press(beside.templates, beside.library.sources))
