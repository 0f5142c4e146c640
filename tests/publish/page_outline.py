"""A plan's pages as text, and a page as the elements that Markdown makes of it."""

from __future__ import annotations

from html.parser import HTMLParser

import markdown
import sample_plans as sample

from generator.publish.markdown import press
from generator.publish.plan_pages import plan_pages
from generator.publish.texts import LibraryTexts, PlanPage
from generator.settings import Clinic
from generator.shipped import TEMPLATES

EXTENSIONS = ["admonition", "attr_list", "def_list", "footnotes", "md_in_html", "tables", "toc"]
VOID = {"br", "path", "rect", "img", "hr", "meta", "link", "input"}


def pages_of(page: PlanPage, library: LibraryTexts | None = None) -> dict[str, str]:
    texts = library or sample.library()
    return dict(plan_pages(press(TEMPLATES, texts.sources), page, texts, Clinic()))


def body_of(text: str) -> str:
    return text.split("---\n", 2)[2]


class Outline(HTMLParser):
    """A page as elements and texts; complains of elements that are closed wrongly or repeat an id."""

    def __init__(self) -> None:
        super().__init__()
        self.elements: list[tuple[str, tuple[str, ...]]] = []
        self.open: list[str] = []
        self.faults: list[str] = []
        self.ids: set[str] = set()
        self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, tuple(sorted(name for name, _ in attrs))))
        identity = dict(attrs).get("id")
        if identity is not None and identity in self.ids:
            self.faults.append(f"id {identity} twice")
        self.ids.add(identity or "")
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, tuple(sorted(name for name, _ in attrs))))

    def handle_endtag(self, tag: str) -> None:
        if not self.open or self.open.pop() != tag:
            self.faults.append(f"</{tag}> out of order")

    def handle_data(self, data: str) -> None:
        self.text += data


def outline(text: str) -> Outline:
    found = Outline()
    found.feed(markdown.markdown(body_of(text), extensions=EXTENSIONS))
    found.close()
    return found
