"""What a host says with every answer, and the same as the ``_headers`` file of Netlify and Cloudflare Pages.

Source: Content Security Policy Level 3 (frame-ancestors stands in a header or nowhere); the file's form is that of
both hosts' documentation: a path, then its headers indented. The strictest of their limits hold: one ``*`` a path,
2,000 letters a line, 100 paths.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from urllib.parse import urlsplit

from generator.hosting.files import ANEW, FOR_EVER
from generator.publish.assets import assets
from generator.publish.policy import PAGE_POLICY
from generator.settings import Settings
from generator.shipped import TEMPLATES

_SCRIPTS = re.compile(r"assets/js-[0-9a-f]{8}/")
#: What the site never needs of a device.
_UNUSED = (
    *("accelerometer", "camera", "display-capture", "geolocation", "gyroscope", "magnetometer", "microphone"),
    *("midi", "payment", "usb"),
)


def site_headers(settings: Settings) -> dict[str, str]:
    """Return the headers of every answer. The site itself and the clinic's own websites may show it in a frame."""
    ancestors = " ".join(("'self'", *settings.clinic.embed_on))
    return {
        "Content-Security-Policy": f"{PAGE_POLICY}; frame-ancestors {ancestors}",
        "X-Content-Type-Options": "nosniff",
        "Referrer-Policy": "no-referrer",
        "Permissions-Policy": ", ".join(f"{name}=()" for name in _UNUSED),
    }


def host_files(settings: Settings, pages: Iterable[str] = ()) -> dict[str, bytes]:
    """Return the files in the site by which a host is told how to serve it; none unless the settings ask for them.

    ``pages`` are the paths of all files: the scripts' folder is among them.
    """
    if not settings.clinic.headers_file:
        return {}
    path, scripts = urlsplit(settings.address).path or "/", next(filter(None, map(_SCRIPTS.match, pages)), None)
    return {"_headers": headers_file(settings, path, scripts[0] if scripts else "").encode("utf-8")}


def headers_file(settings: Settings, path: str = "/", scripts: str = "") -> str:
    """Return the text of ``_headers`` for a site at ``path``; ``scripts``: the scripts' folder, if not English's."""
    rules = [
        (f"{path}*", site_headers(settings)),
        (f"{path}manifest.webmanifest", {"Content-Type": "application/manifest+json"}),
        (f"{path}*.ics", {"Content-Type": "text/calendar; charset=utf-8"}),
        (f"{path}sw.js", {"Cache-Control": ANEW}),
        *((f"{path}{folder}*", {"Cache-Control": FOR_EVER}) for folder in _named_by_content(scripts)),
    ]
    blocks = ("\n".join((at, *(f"  {name}: {value}" for name, value in said.items()))) for at, said in rules)
    head = "# Written by hardday from mkdocs.yml: how Netlify or Cloudflare Pages serves this site."
    return "\n".join((head, *blocks)) + "\n"


def _named_by_content(scripts: str) -> Iterator[str]:
    """Yield the folders in which every file's name, or the folder's own, is made of what it holds."""
    yield scripts or assets(TEMPLATES / "assets").scripts
    yield from ("assets/css/", "assets/clinic/", "assets/stylesheets/")
