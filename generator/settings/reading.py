"""From mkdocs.yml to typed settings: every fault at once, each with its place.

What is wrong is as if it were not said.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from pathlib import Path
from typing import Any

from generator.settings import forms
from generator.settings.clinic import Clinic, Colors, Logo, Paragraphs, Settings
from generator.settings.contrast import LEAST, contrast, nearest_passing, ratio_text
from generator.settings.document import FILE, read_document
from generator.settings.group import Group
from generator.settings.logo import read_logo
from generator.yaml_tree import Tree

#: Every setting of ``extra.clinic``.
KNOWN = (
    *("name", "phone", "email", "address", "booking", "booking_text", "logo", "colors", "disclaimer"),
    *("imprint", "privacy", "review_after", "reviewed_reminder", "embed_on", "headers_file"),
)
#: What ``extra`` may hold: ours, and what the theme reads there.
EXTRA = (
    *("clinic", "hardday", "generator", "homepage", "alternate", "analytics", "annotate", "consent", "scope"),
    *("social", "status", "tags", "version"),
)
LONGEST = 20_000
#: The grounds on which a color is read: the page's, and those of panels and cards.
_WHITE, _DARK = "#ffffff", "#1e2129"
_PANEL, _DARK_CARD = "#f3f5f8", "#262b35"


def read_settings(root: Path) -> Settings:
    """Return a project's settings with all that is wrong with them; Refused only if mkdocs.yml can't be read."""
    return _settings(read_document(root, ("extra", "site_url")), root)


def settings_of(extra: Mapping[str, Any], root: Path = Path()) -> Settings:
    """Return the settings that such an ``extra`` makes, for whoever has no file."""
    return _settings(Tree(FILE, {"extra": dict(extra)}), root)


def _settings(tree: Tree, root: Path) -> Settings:
    top = Group(tree, (), list(tree.faults))
    address = top.read("site_url", forms.site_address, "")
    extra, clinic = Group(tree, ("extra",), top.faults), Clinic()
    if top.mapping("extra"):
        extra.only(EXTRA, "warning")
        if extra.mapping("clinic"):
            clinic = _clinic(extra.inner("clinic"), root)
    found = sorted(dict.fromkeys(top.faults), key=lambda d: (d.place.line, d.place.column))
    return Settings(clinic, address, tuple(found))


def _clinic(group: Group, root: Path) -> Clinic:
    group.only(KNOWN)
    logo: Logo | None = group.read("logo", partial(read_logo, root), None)
    imprint, imprint_link = _imprint(group)
    return Clinic(
        name=group.text("name", 100),
        phone=group.read("phone", forms.phone, ""),
        email=group.read("email", forms.email, ""),
        address=group.text("address", 300),
        booking=group.read("booking", forms.link, "", 1000),
        booking_text=group.text("booking_text", 80),
        logo=logo,
        colors=_colors(group.inner("colors")) if group.mapping("colors") else Colors(),
        disclaimer=group.text("disclaimer", 1000),
        imprint=imprint,
        imprint_link=imprint_link,
        privacy=forms.paragraphs(group.text("privacy", LONGEST, lines=True)),
        review_after=group.read("review_after", forms.span, Clinic().review_after),
        reviewed_reminder=group.text("reviewed_reminder", 300),
        embed_on=tuple(dict.fromkeys(group.every("embed_on", forms.origin))),
        headers_file=group.read("headers_file", forms.yes_no, False),
    )


def _imprint(group: Group) -> tuple[Paragraphs, str]:
    """An imprint is a text, or the address of the clinic's own."""
    text = group.text("imprint", LONGEST, lines=True)
    if text.lower().startswith(("http:", "https:", "www.")) and len(text.split()) == 1:
        return (), group.formed(text, group.place("imprint"), "imprint", forms.web_address, "")
    return forms.paragraphs(text), ""


def _colors(group: Group) -> Colors:
    plain = Colors()
    names = ("header", "header_text", "link", "link_dark")
    group.only(names)
    for name in names:
        if name in group.said and group.said[name] is None:
            message = f"nothing stands after {name}: YAML takes what follows # for a comment"
            group.fault(group.place(name), message, f'Put the color in quotes: {name}: "{getattr(plain, name)}".')
    colors = Colors(**{name: group.read(name, forms.color, getattr(plain, name)) for name in names})
    told = len(group.faults)
    _want_contrast(group, "header_text", colors.header_text, colors.header, "the header")
    _want_contrast(group, "link", colors.link, _WHITE, "white")
    _want_contrast(group, "link_dark", colors.link_dark, _DARK, f"the dark scheme's {_DARK}")
    if len(group.faults) == told:
        _want_contrast(group, "link", colors.link, _PANEL, f"panels, which are {_PANEL}", "warning")
        _want_contrast(
            group, "link_dark", colors.link_dark, _DARK_CARD, f"dark cards, which are {_DARK_CARD}", "warning"
        )
    return colors


def _want_contrast(group: Group, name: str, color: str, ground: str, where: str, severity: Any = "error") -> None:
    """Note a color that is hard to read; with what was written wrong the stock color has its place."""
    ratio = contrast(color, ground)
    if ratio >= LEAST:
        return
    better = nearest_passing(color, ground)
    message = f"{name}: {color} has a contrast of {ratio_text(ratio)} to 1 on {where}; text needs {LEAST} to 1"
    at = name if name in group.said else "header"
    group.fault(group.place(at), message, f'The nearest color that is read well: "{better}".', severity)
