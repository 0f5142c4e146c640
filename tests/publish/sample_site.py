"""All pages of a site of sample plans, without the records of what was ever published."""

from __future__ import annotations

from collections.abc import Sequence

from generator.publish.files import Site
from generator.publish.markdown import press
from generator.publish.plan_pages import plan_part
from generator.publish.printed import add_files
from generator.publish.site import render_shared
from generator.publish.summary import summary_of
from generator.publish.texts import LibraryTexts, PlanPage, PolicyTexts
from generator.settings import Settings
from generator.shipped import TEMPLATES


def render_site(
    plans: Sequence[PlanPage], library: LibraryTexts, settings: Settings, policies: Sequence[PolicyTexts]
) -> Site:
    """Print the plans' own pages and those that they share; ValueError if two want one address."""
    printer = press(TEMPLATES, library.sources)
    shared = render_shared(printer, [summary_of(one) for one in plans], library, settings, policies)
    files = dict(shared.files)
    for one in plans:
        add_files(files, plan_part(printer, one, library, settings.clinic))
    return Site(files, shared.navigation)
