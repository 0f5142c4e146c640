"""One visit to a page in a real browser, and everything that it can find wrong there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal, cast

from playwright.sync_api import Browser, BrowserContext, Page
from site_project import ROOT

AXE = ROOT / "node_modules" / "axe-core" / "axe.min.js"
WCAG_AA = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa"]
TABS = 6
Scheme = Literal["light", "dark"]
WIDTHS = {390: 844, 1280: 900}
"""The widths of a phone and of a desktop, each with its height, in CSS pixels."""


@dataclass
class Visit:
    """What one visit found. Every list is empty on a sound page."""

    address: str
    violations: list[str] = field(default_factory=list)
    foreign_requests: list[str] = field(default_factory=list)
    failed_requests: list[str] = field(default_factory=list)
    console_errors: list[str] = field(default_factory=list)
    broken_off: bool = False
    """Among the failed requests is one that had no answer, not even that there is no such file."""
    sideways_pixels: int = 0
    scheme: str = ""
    """Material's name of the colors that the page really shows: `default` or `slate`."""


def open_context(browser: Browser, width: int, scheme: Scheme) -> BrowserContext:
    """A fresh browser profile without animations, of one width and color preference."""
    return browser.new_context(
        viewport={"width": width, "height": WIDTHS[width]}, color_scheme=scheme, reduced_motion="reduce"
    )


def visit(context: BrowserContext, site: str, addresses: Sequence[str]) -> list[Visit]:
    """Open pages, let each come to rest, and judge it. While one is judged the next come to rest.

    A request that had no answer at all is a busy machine's fault the first time: that page is opened again, alone.
    """
    found = []
    for first in range(0, len(addresses), TABS):
        opened = [_open(context, site, address) for address in addresses[first : first + TABS]]
        judged = [_judge(page, seen) for page, seen in opened]
        found += [_judge(*_open(context, site, seen.address)) if seen.broken_off else seen for seen in judged]
    return found


def _open(context: BrowserContext, site: str, address: str) -> tuple[Page, Visit]:
    page = context.new_page()
    found = Visit(address)
    _listen(page, site, found)
    page.goto(site + address)
    return page, found


def _judge(page: Page, found: Visit) -> Visit:
    page.wait_for_load_state("networkidle")
    found.violations = accessibility_violations(page)
    found.sideways_pixels = cast(
        int, page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    )
    found.scheme = cast(str, page.evaluate("document.body.dataset.mdColorScheme ?? ''"))
    page.close()
    return found


def accessibility_violations(page: Page) -> list[str]:
    """The WCAG 2.2 A and AA rules that axe sees broken in the page as it stands, one line an element."""
    page.evaluate(AXE.read_text(encoding="utf-8"))
    result = page.evaluate("tags => axe.run({runOnly: tags, resultTypes: ['violations', 'passes']})", WCAG_AA)
    assert result["passes"], "axe checked nothing"
    return [
        f"{violation['id']}: {node['html'][:160]}" for violation in result["violations"] for node in violation["nodes"]
    ]


def _listen(page: Page, site: str, found: Visit) -> None:
    page.on("request", lambda request: _note_foreign(request.url, site, found))
    page.on("requestfailed", lambda request: _note_broken_off(f"{request.url} {request.failure or ''}", found))
    page.on(
        "response",
        lambda response: found.failed_requests.append(response.url) if response.status >= 400 else None,
    )
    page.on(
        "console",
        lambda message: found.console_errors.append(message.text) if message.type == "error" else None,
    )
    page.on("pageerror", lambda error: found.console_errors.append(str(error)))


def _note_broken_off(said: str, found: Visit) -> None:
    found.failed_requests.append(said)
    found.broken_off = True


def _note_foreign(url: str, site: str, found: Visit) -> None:
    if not url.startswith((site, "data:", "blob:")):
        found.foreign_requests.append(url)
