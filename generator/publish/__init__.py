"""Plan to pages: facts, Markdown, pictures."""

from generator.publish.site import Site, render_site
from generator.publish.texts import LibraryTexts, PlanPage, PlanTexts, PolicyTexts, read_library_texts
from generator.publish.write import write_pages

__all__ = [
    "LibraryTexts",
    "PlanPage",
    "PlanTexts",
    "PolicyTexts",
    "Site",
    "read_library_texts",
    "render_site",
    "write_pages",
]
