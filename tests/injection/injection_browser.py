"""Pages full of hostile texts in a real Chromium without any content policy: what is run there, and what is there."""

from __future__ import annotations

import json
import mimetypes
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from playwright.sync_api import Browser, BrowserContext, Dialog, Page, Request, Route

SITE = "http://site.test/"
#: The address of an empty page.
BLANK = "blank.html"
_POLICY = re.compile(rb'<meta http-equiv="Content-Security-Policy"[^>]*>')
#: What the site's own frame loads: scripts, styles, icons.
_OWN_FILES = re.compile(
    rb'<script [^>]*src="(?:\.\./)*assets/[^>]*></script>|<link [^>]*href="(?:\.\./)*(?:assets|manifest)[^>]*>'
)

#: Runs in every frame before anything else: whatever a payload usually calls tells of itself.
_TRAPS = """
(() => {
  const told = (what) => window.__hit(what + " in " + (window.name || location.pathname));
  for (const name of ["alert", "confirm", "prompt", "print", "open"]) window[name] = () => told(name);
  navigator.sendBeacon = () => told("sendBeacon");
})();
"""

_ADDRESSES = ("href", "src", "action", "formaction", "data", "srcdoc", "xlink:href", "srcset", "poster")
#: A page as what it is made of: each element with the names of its attributes, and addresses that are no links of ours.
_SKELETON = """
(names) => Promise.all(names.map(async (name) => {
  const page = new DOMParser().parseFromString(await (await fetch("/" + name)).text(), "text/html");
  const elements = {}, addresses = new Set();
  for (const one of page.querySelectorAll("*")) {
    const is = [one.localName, ...one.getAttributeNames().sort()].join(" ");
    elements[is] = (elements[is] || 0) + 1;
    for (const attribute of %s) {
      if (one.hasAttribute(attribute)) addresses.add(one.getAttribute(attribute).trim());
    }
  }
  return [name, elements, [...addresses], page.documentElement.textContent];
}))
""".replace(
    "%s", json.dumps(("href", "src", "action", "formaction", "data", "srcdoc", "xlink:href", "srcset", "poster"))
)
_HARMLESS_ADDRESS = re.compile(r"(?:(?:https?:|mailto:|tel:)[^\s]*|[A-Za-z0-9._/#?=&%-]*)")
#: What a hostile text may add to a page: what authors may write.
_MARKS = frozenset(("em", "strong", "a href", "ul", "ol", "li", "p", "p class"))

#: What a visitor may do to a page: point, touch, focus, type, and click without going away.
_EVERYTHING = """
() => {
  addEventListener("click", (event) => { if (event.target.closest?.("a")) event.preventDefault(); }, true);
  for (const one of document.querySelectorAll("a, summary, [tabindex], input, details, abbr, svg, main, article")) {
    for (const event of ["pointerover", "mouseover", "mouseenter", "pointermove", "wheel", "copy", "toggle"]) {
      one.dispatchEvent(new Event(event, {bubbles: true}));
    }
    one.focus?.({preventScroll: true});
    if (one.localName === "summary" || one.localName === "a") one.click?.();
  }
}
"""


@dataclass
class Caught:
    """What was run, asked for, or opened on pages; empty where texts stay texts."""

    hits: list[str] = field(default_factory=list)

    def told(self, what: str) -> None:
        """Note something that no text may do."""
        self.hits.append(what[:300])


@dataclass(frozen=True)
class Standing:
    """A page's elements with the names of their attributes, what its addresses are, and its text."""

    elements: Counter[str]
    addresses: frozenset[str]
    text: str


@contextmanager
def trapped(
    browser: Browser, file: Callable[[str], bytes | None], scripts: bool = True
) -> Iterator[tuple[BrowserContext, Caught]]:
    """A browser that has this site's files alone, without any policy, and tells of all that texts set off.

    Without ``scripts`` the site's own are left out, so that pages are quick; those of texts would still run.
    """
    caught = Caught()
    context = browser.new_context(service_workers="block", viewport={"width": 1280, "height": 900})
    context.expose_function("__hit", caught.told)
    context.add_init_script(_TRAPS)

    def answer(route: Route, request: Request) -> None:
        if not request.url.startswith(SITE):
            if not request.url.startswith(("data:", "blob:")):
                caught.told(f"asked for {request.url}")
            route.abort()
            return
        path = request.url.removeprefix(SITE).split("?")[0].split("#")[0]
        name = f"{path}index.html" if path.endswith("/") or not path else path
        content = b"<!doctype html><title>blank</title>" if name == BLANK else file(name)
        if content is None:
            caught.told(f"asked for /{path}")
            route.fulfill(status=404, body="")
            return
        kind = mimetypes.guess_type(name)[0] or "application/octet-stream"
        body = _POLICY.sub(b"", content if scripts else _OWN_FILES.sub(b"", content))
        route.fulfill(status=200, body=body, headers={"content-type": f"{kind}; charset=utf-8"})

    context.route("**/*", answer)
    context.on("dialog", lambda dialog: _dismissed(dialog, caught))
    yield context, caught
    context.close()


def _dismissed(dialog: Dialog, caught: Caught) -> None:
    caught.told(f"dialog {dialog.type}")
    dialog.dismiss()


def opened(context: BrowserContext, caught: Caught, address: str = "") -> Page:
    """Open a page and wait until it is loaded; whatever opens beside it is told of."""
    page = context.new_page()
    page.on("popup", lambda other: caught.told(f"opened {other.url}"))
    page.goto(SITE + address)
    return page


def use_everything(page: Page) -> None:
    """Point at, focus and click all that stands on a page."""
    page.evaluate(_EVERYTHING)


def standing(page: Page, names: Iterable[str]) -> dict[str, Standing]:
    """Read files of the site as Chromium reads HTML, without running anything."""
    found = page.evaluate(_SKELETON, list(names))
    return {name: Standing(Counter(elements), frozenset(at), text) for name, elements, at, text in found}


def added(hostile: Standing, harmless: Standing) -> list[str]:
    """Return what a page has that the same page with harmless texts has not, and what is missing there."""
    return [
        f"{is_} ({hostile.elements[is_]} instead of {harmless.elements[is_]})"
        for is_ in sorted({*hostile.elements, *harmless.elements})
        if hostile.elements[is_] != harmless.elements[is_]
        and not (is_ in _MARKS and hostile.elements[is_] > harmless.elements[is_])
    ] + [f"address {one}" for one in sorted(hostile.addresses) if not _HARMLESS_ADDRESS.fullmatch(one)]


def framed(fragments: Iterable[str]) -> bytes:
    """A page in which each of these pieces of HTML stands in a frame of its own, to which all is allowed."""
    frames = json.dumps(list(fragments)).replace("<", "\\u003c")
    return (
        "<!doctype html><title>0</title><body><script>"
        f"for (const [at, text] of {frames}.entries()) {{ const one = document.createElement('iframe');"
        " one.name = 'frame' + at; one.srcdoc = '<!doctype html><body>' + text; "
        " one.onload = () => { document.title = String(Number(document.title) + 1); }; document.body.append(one); }"
        "</script>"
    ).encode("utf-8", "surrogatepass")
