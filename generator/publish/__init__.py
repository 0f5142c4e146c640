"""Plan to pages: facts, Markdown, pictures."""

from generator.publish.calendars import calendar_feeds, read_ledger, write_ledger
from generator.publish.data_files import data_files
from generator.publish.offline import offline_files
from generator.publish.site import Site, render_site
from generator.publish.texts import LibraryTexts, PlanPage, PlanTexts, PolicyTexts, read_library_texts
from generator.publish.write import write_pages

__all__ = [
    "LibraryTexts",
    "PlanPage",
    "PlanTexts",
    "PolicyTexts",
    "Site",
    "calendar_feeds",
    "data_files",
    "offline_files",
    "read_ledger",
    "read_library_texts",
    "render_site",
    "write_ledger",
    "write_pages",
]
