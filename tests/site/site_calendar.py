"""A calendar's table judged as a screen reader and a reader without colors meet it."""

from __future__ import annotations

from html.parser import HTMLParser

LABELS = {
    "k-quality": "Quality",
    "k-long": "Long",
    "k-race": "Race",
    "k-aerobic": "Aerobic",
    "k-easy": "Easy",
    "k-cross": "Cross",
    "k-rest": "Rest",
}


class Calendar(HTMLParser):
    """The rows of a page's calendar: of each cell its tag, its attributes and its words."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.inside = False
        self.captions = 0
        self.rows: list[list[tuple[str, dict[str, str], str]]] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = {name: value or "" for name, value in attrs}
        self.inside = self.inside or found.get("class") == "hd-calendar"
        self.captions += self.inside and tag == "caption"
        if self.inside and tag == "tr":
            self.rows.append([])
        elif self.inside and tag in ("th", "td"):
            self.rows[-1].append((tag, found, ""))

    def handle_endtag(self, tag: str) -> None:
        self.inside = self.inside and tag != "table"

    def handle_data(self, data: str) -> None:
        if self.inside and self.rows and self.rows[-1]:
            tag, attrs, said = self.rows[-1][-1]
            self.rows[-1][-1] = (tag, attrs, said + data)


def calendar_faults(page: str) -> list[str]:
    """What a calendar's page lacks: its caption, a scope, a cell, the word for a cell's color."""
    table = Calendar(page)
    if not table.rows:
        return ["there is no calendar"]
    head, *body = table.rows
    found = [] if table.captions == 1 else [f"{table.captions} captions"]
    found += [f"head without scope: {text}" for _, attrs, text in head if attrs.get("scope") != "col"]
    for row in body:
        tag, attrs, name = row[0]
        scope = "rowgroup" if len(row) == 1 else "row"
        found += [] if (tag, attrs.get("scope")) == ("th", scope) else [f"row without a head: {name}"]
        if len(row) > 1:
            found += [] if len(row) == len(head) else [f"{len(row)} cells under {len(head)} heads: {name}"]
            found += [f"{name.strip()}, {fault}" for fault in map(_cell_fault, row[1:]) if fault]
    return found


def _cell_fault(cell: tuple[str, dict[str, str], str]) -> str:
    """A cell has a color only with the word for it; one without a color is the week's sum or lies beyond the week."""
    kind, text = cell[1].get("class", ""), cell[2]
    return f"{kind} without its word: {text}" if kind and LABELS.get(kind, "?") not in text.split() else ""
