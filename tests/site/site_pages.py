"""The pages of a built site by address, and what kind of page each is."""

from __future__ import annotations

import re
from pathlib import Path

#: True where the long tests run as well, on CI and in `make test-all`: there every page is looked at.
WEEK = re.compile(r"plans/([^/]+)/week-(\d{2,3})/")
KINDS = (
    (re.compile(r"plans/[^/]+/week-\d{2,3}/"), "week"),
    (re.compile(r"plans/[^/]+/calendar/"), "calendar"),
    (re.compile(r"plans/[^/]+/booklet/"), "booklet"),
    (re.compile(r"plans/[^/]+/[^/]+/"), "phase"),
    (re.compile(r"plans/[^/]+/"), "plan"),
    (re.compile(r"exercises/[^/]+/"), "exercise"),
    (re.compile(r"rules/[^/]+/"), "rule"),
)


def addresses(site: Path) -> list[str]:
    """All pages as addresses relative to the site's root (`""` is home), sorted; `404.html` under its own name."""
    return sorted(path.relative_to(site).as_posix().removesuffix("index.html") for path in site.rglob("*.html"))


def kind_of(address: str) -> str:
    """The kind of page; a page without brothers, such as `stop-signs/`, is a kind of its own."""
    for pattern, kind in KINDS:
        if pattern.fullmatch(address):
            return kind
    return address or "home"


def page_file(site: Path, address: str) -> Path:
    """The file that is served at an address."""
    return site / address / "index.html" if address.endswith("/") or not address else site / address


def one_of_each_kind(site: Path) -> list[str]:
    """For each kind of page the heaviest one, which shows most of what the kind can hold."""
    heaviest: dict[str, str] = {}
    for address in addresses(site):
        kind = kind_of(address)
        known = heaviest.get(kind)
        if known is None or _weight(site, address) > _weight(site, known):
            heaviest[kind] = address
    return sorted(heaviest.values())


def plans_and_heaviest_weeks(site: Path) -> list[str]:
    """Every plan's page and the heaviest week of every plan."""
    plans = [address for address in addresses(site) if kind_of(address) == "plan"]
    weeks: dict[str, str] = {}
    for address in addresses(site):
        if match := WEEK.fullmatch(address):
            plan = match[1]
            if plan not in weeks or _weight(site, address) > _weight(site, weeks[plan]):
                weeks[plan] = address
    return sorted([*plans, *weeks.values()])


def _weight(site: Path, address: str) -> int:
    return page_file(site, address).stat().st_size
