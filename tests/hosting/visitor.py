"""Somebody who opens a page for the first time, and what that costs and breaks."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from nginx import Host, Sent
from playwright.sync_api import Browser, Page

KINDS = {
    "week": r"plans/[^/]+/week-\d{2,3}/",
    "calendar": r"plans/[^/]+/calendar/",
    "booklet": r"plans/[^/]+/booklet/",
    "this-week": r"plans/[^/]+/this-week/",
    "phase": r"plans/[^/]+/[^/]+/",
    "plan": r"plans/[^/]+/",
    "exercise": r"exercises/[^/]+/",
    "rule": r"rules/[^/]+/",
}


def heaviest_of_each_kind(site: Path) -> dict[str, str]:
    """The address of the largest page of each kind; a page without brothers is a kind of its own."""
    found: dict[str, tuple[int, str]] = {}
    for file in sorted(site.rglob("index.html")):
        address = file.parent.relative_to(site).as_posix() + "/" if file.parent != site else ""
        kind = next((name for name, pattern in KINDS.items() if re.fullmatch(pattern, address)), address or "home")
        found[kind] = max(found.get(kind, (0, "")), (file.stat().st_size, address))
    return {kind: address for kind, (_, address) in found.items()}


def first_visit(browser: Browser, host: Host, address: str) -> list[Sent]:
    """All that is sent to a browser that was never here: the page, what it asks for, and what is saved for later."""
    context = browser.new_context(viewport={"width": 390, "height": 844}, service_workers="allow")
    page = context.new_page()
    host.forget()
    page.goto(host.root + address, wait_until="networkidle")
    page.wait_for_selector(".hd-saved", state="attached", timeout=90_000)
    page.wait_for_load_state("networkidle")
    context.close()
    return host.sent()


def costs(sent: Iterable[Sent]) -> str:
    """What was sent, the dearest first, a line each."""
    return "\n".join(f"{one.size:8} {one.status} {one.address}" for one in sorted(sent, key=lambda one: -one.size))


@dataclass
class Found:
    """What a visited page broke."""

    violations: list[str] = field(default_factory=list)
    foreign: list[str] = field(default_factory=list)


def watched(page: Page, host: Host, found: Found) -> Page:
    """Note every breach of the policy and every request to another origin that the page makes from now on."""
    page.expose_function("noteViolation", lambda text: found.violations.append(f"{page.url}: {text}"))
    page.add_init_script(
        "document.addEventListener('securitypolicyviolation', event =>"
        " window.noteViolation(`${event.violatedDirective} ${event.blockedURI} ${event.sample}`))"
    )
    page.on("console", lambda said: _console(said.text, page, found))
    page.on("request", lambda request: _request(request.url, host, found))
    return page


def _console(text: str, page: Page, found: Found) -> None:
    if "Content Security Policy" in text or "Content-Security-Policy" in text:
        found.violations.append(f"{page.url}: {text}")


def _request(url: str, host: Host, found: Found) -> None:
    if not url.startswith((host.root, host.below, "data:", "blob:")):
        found.foreign.append(url)
