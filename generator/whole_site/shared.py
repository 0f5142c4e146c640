"""What all plans of a site share: pages, style sheets, browser code, what hosts and programs read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from generator.hosting import host_files
from generator.publish.data_files import data_files
from generator.publish.files import Shared
from generator.publish.offline import offline_files
from generator.publish.parts import Make, anew
from generator.publish.site import render_shared
from generator.publish.summary import Summary
from generator.whole_site.beside import Beside, site_press


def shared_site(plans: Sequence[Summary], beside: Beside, made: Make = anew) -> Shared:
    """Return what all plans share, made of their summaries and of nothing else of them."""
    library, settings = beside.library, beside.settings
    printer = site_press(beside, made)
    shared = render_shared(printer, plans, library, settings, beside.policies, beside.templates, made, beside.words)
    others = {
        **offline_files(shared.files, beside.file, beside.templates),
        **host_files(settings, shared.files),
        **data_files(plans, beside.url, made),
    }
    return replace(shared, files={**shared.files, **others})
