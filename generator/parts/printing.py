"""The first half of a plan's part: its definition expanded and its pages printed. Nothing is written."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from generator.bookmarks import written
from generator.checking import expand_one
from generator.inputs import Inputs
from generator.language import speaking
from generator.parts.ground import Ground
from generator.parts.printed import Outcome, Printed, or_fault
from generator.parts.stages import count, stage, taken
from generator.publish.calendars.feeds import plan_feeds
from generator.publish.markdown import Press
from generator.publish.summary import summary_of
from generator.reviews import review_of
from generator.settings import site_language
from generator.whole_site.beside import site_press
from generator.whole_site.plan import plan_files, plan_page


class Printer:
    """Prints plans on one ground; no plan knows which others were printed."""

    def __init__(self, ground: Ground, language: str, press: Press) -> None:
        """``language``: the site's; ``press``: that of the ground."""
        self._ground, self._language, self._press = ground, language, press
        self._ledgers = ground.ledgers()

    def print(self, path: Path) -> Printed | Outcome:
        """Return a plan's pages; an outcome without a record if its definition, or a template, is at fault."""
        with speaking(self._language):
            return or_fault(self._ground.root, path, lambda: self._printed(path))

    def _printed(self, path: Path) -> Printed | Outcome:
        ground = self._ground
        with stage("expand"):
            expanded, diagnostics = expand_one(ground.project, path)
        if expanded is None or any(one.severity == "error" for one in diagnostics):
            return Outcome(path, None, diagnostics)
        known = written(expanded.authored, expanded.plan)
        with stage("moves"):
            page = plan_page(expanded, self._ledgers.past(known))
        beside = ground.beside
        with stage("calendars"):
            feeds = plan_feeds(page, beside.library, beside.url, beside.events, beside.epoch)
        with stage("pages"):
            files = {**dict(plan_files(self._press, page, beside)), **feeds.files}
        review = review_of(expanded.authored)
        return Printed(path, files, summary_of(page), known.said, review, diagnostics, feeds.ledger)


def print_alone(root: Path, inputs: Inputs, path: Path) -> Printed | Outcome:
    """Print a plan as ``Printer`` does, from the project's folder alone; Refused with what can't be read of it."""
    before, language = taken(), site_language(root)
    with speaking(language):
        ground = Ground(root, inputs)
        printed = Printer(ground, language, site_press(ground.beside)).print(path)
    made = replace(printed, worked=taken())
    count(before)
    return made
